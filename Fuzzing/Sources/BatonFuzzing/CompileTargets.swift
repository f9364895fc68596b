// Targets that read templates: the lexer and parser of text templates, the XML front end, the way to Word.

import BatonDiagnostics
import BatonDocument
import BatonTemplate
import Synchronization

/// Text templates: lexer, parser, compiler, and every eighth the checker.
struct TextTarget: Target {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    var options = WhiteSpaceOptions()
    options.trimsBlocks = first & 1 != 0
    options.stripsBlocks = first & 2 != 0
    let loader = FuzzedLoader(name: "t", bytes: Array(bytes.dropFirst()))
    let environment = Environment(loader: loader, whiteSpace: options)
    if first & 0x1C == 0x1C {
      show(environment.check("t", against: fuzzedShape).diagnostics)
    } else {
      do throws(TemplateError) {
        show(try environment.template(named: "t").warnings)
      } catch {
        show(error.diagnostics)
      }
    }
  }
}

/// XHTML templates: mask, parse, lift, kinds, white space, lowering.
struct XMLTarget: Target {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let environment = Environment.html(loader: FuzzedLoader(name: "t.html", bytes: Array(bytes.dropFirst())))
    if first & 0x1C == 0x1C {
      show(environment.check("t.html", against: fuzzedShape).diagnostics)
    } else {
      do throws(TemplateError) {
        show(try environment.template(named: "t.html").warnings)
      } catch {
        show(error.diagnostics)
      }
    }
  }
}

/// The same on the way to Word. Making an environment writes the theme's parts, so that one serves many inputs,
/// each under a name of its own.
struct WordTarget: Target {
  private let theme: Theme
  private let loader = ChangingLoader()
  private var environment: DocumentEnvironment
  private var count = 0

  init?(theme bytes: [UInt8]) {
    guard let theme = try? Theme(parsing: Source(name: "theme.yaml", bytes: bytes)) else { return nil }
    self.theme = theme
    environment = DocumentEnvironment(loader: loader, theme: theme)
  }

  mutating func run(_ bytes: [UInt8]) {
    count += 1
    if count.isMultiple(of: 500) { environment = DocumentEnvironment(loader: loader, theme: theme) }
    let name = "t\(count).html"
    loader.current.withLock { $0 = FuzzedLoader(name: name, bytes: Array(bytes.dropFirst())) }
    do throws(DocumentError) {
      show(try environment.template(named: name, for: [.docx]).warnings)
    } catch {
      show(error.diagnostics)
    }
  }
}

/// A loader whose fuzzed template is exchanged.
private final class ChangingLoader: Loader {
  let current = Mutex(FuzzedLoader(name: "", bytes: []))

  func source(named name: String) throws(TemplateError) -> Source? {
    try current.withLock { $0 }.source(named: name)
  }
}

let fuzzedShape: DataShape.Fields = [
  "x": .text, "n": .number, "xs": .list(of: .text), "o": .optional(.text),
  "rows": .list(of: .record(["k": .text, "v": .number])), "d": .record(["a": .number, "b": .text]),
]

/// Diagnostics must be printable, too.
func show(_ diagnostics: [Diagnostic]) {
  for diagnostic in diagnostics.prefix(8) { precondition(!diagnostic.text.isEmpty) }
}

// Templates with one figure changed: what somebody may do by mistake or on purpose.

import BatonDiagnostics
import BatonReports
import BatonTemplate

/// One output of a template, printed otherwise.
struct Tampering: Sendable, CustomStringConvertible {
  let template: String
  let line: Int
  let original: String
  let changed: String
  /// The template's whole text with the change.
  let text: String

  var description: String { "\(template):\(line): \(original) → \(changed)" }

  /// Every way to change a single figure of a template: each output of a number, one more, one digit longer, or its
  /// neighbour's.
  static func all(of kind: DocumentKind) -> [Tampering] {
    let text = String(decoding: EmbeddedFiles.bytes(named: kind.template) ?? [], as: UTF8.self)
    let numbers = kind.shape.numericNames
    return text.matches(of: /\{\{ [^{}]+? \}\}/).flatMap { match -> [Tampering] in
      let output = String(match.output)
      let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
      return changes(of: output, numbers).map { changed in
        Tampering(
          template: kind.template, line: line, original: output, changed: changed,
          text: text.replacingCharacters(in: match.range, by: changed))
      }
    }
  }

  private static func changes(of output: String, _ numbers: Set<String>) -> [String] {
    let expression = output.dropFirst(3).dropLast(3)
    // Numbers of headings, and what only a click shows, are no figures of the document.
    if expression.contains("|序号") || expression.contains("出处") { return [] }
    if expression == "loop.index" { return ["{{ loop.index0 }}", "{{ loop.length }}0"] }
    if expression.hasSuffix("|length") { return ["{{ \(expression) + 1 }}", "1\(output)"] }
    let words = expression.split(whereSeparator: { "().| ".contains($0) })
    guard let last = words.last, numbers.contains(String(last)) else { return [] }
    let isPlain = expression.allSatisfy { !"()|".contains($0) }
    return ["\(output)9"] + (isPlain ? ["{{ \(expression) + 1 }}"] : [])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, by text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

extension DataShape.Fields {
  /// The names of all fields at any depth that hold numbers.
  fileprivate var numericNames: Set<String> {
    fields.reduce(into: []) { names, field in
      if field.shape.isNumeric { names.insert(field.name) }
      names.formUnion(field.shape.numericNames)
    }
  }
}

extension DataShape {
  fileprivate var isNumeric: Bool {
    switch self {
    case .integer, .number, .numberOrText: true
    case .optional(let shape): shape.isNumeric
    default: false
    }
  }

  fileprivate var numericNames: Set<String> {
    switch self {
    case .optional(let shape), .list(let shape): shape.numericNames
    case .record(let fields): fields.numericNames
    default: []
    }
  }
}

/// The program's templates but for one.
struct TamperedLoader: Loader {
  let tampering: Tampering

  func source(named name: String) throws(TemplateError) -> Source? {
    name == tampering.template
      ? Source(name: name, bytes: Array(tampering.text.utf8)) : try EmbeddedLoader().source(named: name)
  }
}

// A template with its context, and what Jinja2 made of it.

import BatonDiagnostics
import BatonTemplate
import Foundation

struct JudgedCase {
  let id: String
  let main: String
  let templates: [String: String]
  let context: Document.Value
  let escapes: Bool
  let undefined: UndefinedMode
  let whiteSpace: WhiteSpaceOptions
  let expected: String?
  let errorKind: String?

  init?(_ record: Document.Value) {
    guard let id = record["id"]?.text, let main = record["main"]?.text, let sources = record["templates"],
      let context = record["context"]
    else { return nil }
    self.id = id
    self.main = main
    self.context = context
    templates = Dictionary(uniqueKeysWithValues: sources.names.map { ($0, sources[$0]?.text ?? "") })
    escapes = record["autoescape"]?.bool ?? false
    undefined = UndefinedMode(rawValue: record["undefined"]?.text ?? "") ?? .default
    let env = record["env"]
    var whiteSpace = WhiteSpaceOptions()
    whiteSpace.trimsBlocks = env?["trim_blocks"]?.bool ?? false
    whiteSpace.stripsBlocks = env?["lstrip_blocks"]?.bool ?? false
    whiteSpace.keepsTrailingNewline = env?["keep_trailing_newline"]?.bool ?? false
    self.whiteSpace = whiteSpace
    expected = record["expected"]?.text
    errorKind = record["error_kind"]?.text
  }

  var source: String { templates[main] ?? "" }

  /// What Baton makes of it.
  func rendering() -> Result<String, TemplateError> {
    let environment = Environment(
      loader: DictionaryLoader(templates), undefined: undefined, escapes: escapes, whiteSpace: whiteSpace)
    do throws(TemplateError) {
      let template = try environment.template(named: main)
      var renderer = Renderer(environment)
      renderer.budget.steps = 5_000_000
      return .success(try renderer.withBytes(of: template, context) { String(decoding: $0, as: UTF8.self) })
    } catch {
      return .failure(error)
    }
  }

  /// What differs from Jinja2's judgement; `nil` if nothing does. Any fault stands for any error: which
  /// diagnostic it is, is for the reader to judge from the text.
  var difference: String? {
    switch rendering() {
    case .success(let text):
      guard let expected else { return "expected an error (\(errorKind ?? "?")), printed:\n\(text)" }
      return text == expected ? nil : "expected:\n\(expected)\n--- printed:\n\(text)"
    case .failure(let error):
      return expected.map { "expected:\n\($0)\n--- got: \(error.diagnostics[0].text)" }
    }
  }

  /// One line of JSON: `id`, and `text` or `fault`.
  func record() throws -> Data {
    struct Record: Encodable {
      let id: String
      var text: String?
      var fault: String?
    }
    var record = Record(id: id)
    switch rendering() {
    case .success(let text): record.text = text
    case .failure(let error): record.fault = error.diagnostics[0].text
    }
    return try JSONEncoder().encode(record) + Data("\n".utf8)
  }
}

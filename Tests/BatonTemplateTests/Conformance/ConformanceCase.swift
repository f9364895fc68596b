// One line of jinja.jsonl, read by the engine's own JSON reader.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

/// A case that Jinja2 3.1.6 has judged.
struct ConformanceCase: Sendable {
  let id: String
  let feature: String
  let templates: [String: String]
  let main: String
  let context: Document
  let contextRoot: Node
  let escapes: Bool
  let undefined: UndefinedMode
  let whiteSpace: WhiteSpaceOptions
  let expected: String?
  let errorKind: String?
  let errorLine: Int?
  let errorTemplate: String?

  enum Outcome: Equatable {
    case passed
    case failed(String)
  }

  /// Renders the case and compares.
  func outcome() -> Outcome {
    let environment = Environment(
      loader: DictionaryLoader(templates), undefined: undefined, escapes: escapes, whiteSpace: whiteSpace)
    do throws(TemplateError) {
      let template = try environment.template(named: main)
      var renderer = Renderer(environment)
      renderer.budget.steps = 5_000_000
      let text = try renderer.render(template, context, root: contextRoot).text
      guard let expected else { return .failed("expected \(errorKind ?? "?"), printed \(text)") }
      return text == expected ? .passed : .failed("expected \(expected), printed \(text)")
    } catch {
      guard let errorKind else {
        return .failed("expected \(expected ?? "?"), got \(error.diagnostics[0].text)")
      }
      return judge(error.diagnostics[0], errorKind)
    }
  }

  private func judge(_ diagnostic: Diagnostic, _ kind: String) -> Outcome {
    guard Self.ids[kind, default: []].contains(diagnostic.id) else {
      return .failed("expected \(kind), got \(diagnostic.text)")
    }
    guard let errorLine, case .range(let source, let range) = diagnostic.place,
      errorTemplate ?? main == source.name
    else { return .passed }
    let line = source.position(of: range.start).line
    return line == errorLine ? .passed : .failed("expected line \(errorLine), got \(diagnostic.text)")
  }

  /// Which diagnostics stand for a kind of error of Jinja's.
  private static let ids: [String: Set<String>] = [
    "undefined": ["undefined-value"],
    "syntax": [
      "syntax", "unknown-tag", "misplaced-tag", "unclosed-block", "duplicate-block", "required-block",
      "reserved-name", "duplicate-parameter", "nesting-too-deep",
    ],
    "assertion": [
      "unknown-filter", "unknown-test", "reserved-name", "duplicate-block", "misplaced-tag", "syntax",
    ],
    "type": ["wrong-type", "wrong-arguments"],
    "zero_division": ["zero-division"],
    "security": ["forbidden-attribute", "immutable-value"],
    "value": ["bad-value"],
    "runtime": [
      "render-failed", "unknown-filter", "unknown-test", "extended-twice", "required-block",
      "not-a-namespace",
    ],
    "not_found": ["template-not-found"],
    "filter_argument": ["wrong-filter-argument"],
    "overflow": ["too-large"],
    "index": ["index-out-of-range"],
    "recursion": ["nesting-too-deep"],
  ]
}

extension ConformanceCase {
  /// Reads a case from a record of the file.
  init?(_ machine: inout Machine, _ document: Document, _ record: Node) {
    func text(_ name: String, _ machine: inout Machine) -> String? {
      machine.value(named: name, in: record).flatMap { $0.isString ? machine.text(of: $0) : nil }
    }
    func isTrue(_ name: String, in node: Node?, _ machine: inout Machine) -> Bool {
      guard let node, node.isMapping else { return false }
      return machine.value(named: name, in: node)?.integer == 1
    }
    guard let id = text("id", &machine), let main = text("main", &machine),
      let sources = machine.value(named: "templates", in: record),
      let context = machine.value(named: "context", in: record)
    else { return nil }
    self.id = id
    self.main = main
    self.context = document
    contextRoot = context
    feature = text("feature", &machine) ?? ""
    templates = Dictionary(
      uniqueKeysWithValues: zip(
        machine.keys(of: sources).map { machine.text(of: $0) },
        machine.values(of: sources).map { machine.text(of: $0) }))
    escapes = isTrue("autoescape", in: record, &machine)
    undefined = UndefinedMode(rawValue: text("undefined", &machine) ?? "default") ?? .default
    expected = text("expected", &machine)
    errorKind = text("error_kind", &machine)
    errorLine = machine.value(named: "error_line", in: record).map(\.integer)
    errorTemplate = text("error_template", &machine)
    let env = machine.value(named: "env", in: record)
    var whiteSpace = WhiteSpaceOptions()
    whiteSpace.trimsBlocks = isTrue("trim_blocks", in: env, &machine)
    whiteSpace.stripsBlocks = isTrue("lstrip_blocks", in: env, &machine)
    whiteSpace.keepsTrailingNewline = isTrue("keep_trailing_newline", in: env, &machine)
    self.whiteSpace = whiteSpace
  }

  /// Every case of a file with one case a line.
  static func all(in bytes: [UInt8]) throws -> [ConformanceCase] {
    var reader = JSONReader()
    return try bytes.split(separator: 0x0A).compactMap { line in
      let document = try reader.document(from: Source(name: "jinja.jsonl", bytes: Array(line)))
      var machine = Machine()
      machine.document = document
      return ConformanceCase(&machine, document, document.root)
    }
  }
}

// The renderer: a template and its data from one input, on a tight budget.

import BatonDiagnostics
import BatonTemplate

/// The first byte chooses vocabulary, modes and kind of undefined; the template ends at the first byte 0, the
/// rest is JSON. Input without JSON is rendered with data of ours.
struct RenderTarget: Target {
  private let data: Document

  init() {
    var reader = JSONReader()
    let source = Source(name: "data.json", text: Self.text)
    guard let document = try? reader.document(from: source) else { preconditionFailure("bad data") }
    data = document
  }

  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let parts = bytes.dropFirst().split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    do throws(TemplateError) {
      try render(Array(parts[0]), parts.count > 1 ? Array(parts[1]) : [], first)
    } catch {
      show(error.diagnostics)
    }
  }

  private func render(_ template: [UInt8], _ json: [UInt8], _ choice: UInt8) throws(TemplateError) {
    let undefined: [UndefinedMode] = [.default, .strict, .chainable, .debug]
    let mode = undefined[Int(choice >> 1 & 3)]
    let isHTML = choice & 1 != 0
    let loader = FuzzedLoader(name: isHTML ? "t.html" : "t", bytes: template)
    let environment =
      isHTML
      ? Environment.html(loader: loader, undefined: mode)
      : Environment(loader: loader, undefined: mode, escapes: choice & 8 != 0)
    let compiled = try environment.template(named: loader.name)
    var document = data
    if !json.isEmpty {
      var reader = JSONReader()
      document = try reader.document(from: Source(name: "data.json", bytes: json))
    }
    var renderer = Renderer(environment)
    renderer.budget.steps = 2_000
    renderer.budget.outputBytes = 1 << 18
    renderer.budget.depth = 60
    let size = try renderer.withBytes(of: compiled, document.value) { bytes in
      precondition(String(validating: bytes, as: UTF8.self) != nil, "the output is not UTF-8")
      return bytes.count
    }
    precondition(size <= 1 << 18, "the budget of output did not hold")
  }

  private static let text = """
    {"n": 7, "m": -3, "z": 0, "big": 12345678901234567890, "f": 2.5, "h": 1e20, "t": true, "o": null,
    "s": "Hello <World> & \\"all\\"", "x": "安全生产", "e": "", "xs": [3, 1, 2], "ys": [],
    "mix": [1, "b", null, 2.5, [4, 5]], "d": {"a": 1, "b": "two", "c": [1, 2]},
    "rows": [{"k": "甲", "v": 3}, {"k": "乙", "v": 1}], "tree": [{"v": 1, "c": [{"v": 2, "c": []}]}]}
    """
}

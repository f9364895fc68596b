// docs/jinja.md: every example on it is rendered, everything callable is on it.

import BatonDiagnostics
import Foundation
import Testing

@testable import BatonTemplate

@Suite struct AuthorsPageTests {
  private let page: String
  private let data: Document
  /// The templates that the page shows in full: ` ```jinja 版式.txt `.
  private let others: DictionaryLoader

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    page = try String(contentsOf: root.appending(path: "docs/jinja.md"), encoding: .utf8)
    let json = page.components(separatedBy: "```json\n")[1].components(separatedBy: "```")[0]
    var reader = JSONReader()
    data = try reader.document(from: Source(name: "jinja.md", text: json))
    let blocks = page.matches(of: /```jinja (\S+)\n([^`]*)\n```/).map { (String($0.1), String($0.2)) }
    others = DictionaryLoader(Dictionary(uniqueKeysWithValues: blocks))
  }

  /// Code spans in order, and what stands between each and the one before.
  private var spans: [(before: String, code: String)] {
    let pieces = page.replacing(/```\w+[^`]*```\n/, with: "").components(separatedBy: "`")
    return stride(from: 1, to: pieces.count, by: 2).map { (pieces[$0 - 1], pieces[$0]) }
  }

  @Test func `every example on the authors' page gives what the page says`() throws {
    let spans = spans
    var count = 0
    for index in spans.indices.dropFirst() where spans[index].before == " → " {
      let template = spans[index - 1].code
      count += 1
      do throws(TemplateError) {
        let environment = Environment(loader: others, escapes: false)
        var renderer = Renderer(environment)
        let text = try renderer.render(
          try environment.template(from: Source(name: "jinja.md", text: template)), data
        ).text
        #expect(text.replacing("\n", with: "⏎") == spans[index].code, "\(template)")
      } catch {
        Issue.record("\(template): \(error.diagnostics.map(\.text).joined(separator: "\n"))")
      }
    }
    #expect(count > 180)
  }

  @Test func `every filter, test, function and method is on the authors' page`() {
    let words = Set(
      spans.flatMap { $0.code.split { !($0.isLetter || $0.isNumber || "_=<>!".contains($0)) } }.map(
        String.init))
    let library = Library.standard
    for name in library.filters.flatMap(\.names) { #expect(words.contains(name), "filter \(name)") }
    for name in library.tests.flatMap(\.names) { #expect(words.contains(name), "test \(name)") }
    for name in library.functions.flatMap(\.names) { #expect(words.contains(name), "function \(name)") }
  }

  @Test func `every filter, test and function stands in an example`() {
    let spans = spans
    let examples = spans.indices.dropFirst().filter { spans[$0].before == " → " }
      .map { spans[$0 - 1].code }.joined(separator: "\n")
    let words = Set(examples.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    let library = Library.standard
    for names in library.filters.map(\.names) + library.functions.map(\.names) {
      #expect(names.contains(where: words.contains), "\(names)")
    }
    for names in library.tests.map(\.names) {
      #expect(names.contains(where: words.contains), "\(names)")
    }
  }

  @Test func `every parameter and value of a callable has a kind with a name`() {
    let signatures = Library.standard.filters.map(\.signature) + Library.standard.tests.map(\.signature)
    for signature in signatures + Library.standard.functions.map(\.signature) {
      for parameter in signature.parameters { #expect(!parameter.kind.chinese.isEmpty) }
      #expect(!signature.result.chinese.isEmpty)
    }
  }
}

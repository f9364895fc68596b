// Every kind of document as a page that a screen reader and a keyboard can go through (WCAG 2.2, level AA).

import BatonDiagnostics
import BatonDocument
import BatonXML
import Testing

@testable import BatonReports

@Suite struct `A page is accessible` {
  private static let documents = Result {
    let year = try #require(SampleYear.small.year)
    return Catalogue(of: year).documents
  }

  @Test(arguments: DocumentKind.allCases)
  func `by its language, title, headings, tables, pictures and what the keyboard reaches`(
    kind: DocumentKind
  ) throws {
    var press = try DocumentPress()
    let documents = try Self.documents.get().filter { $0.kind == kind }
    #expect(!documents.isEmpty)
    for document in documents.prefix(2) {
      let bytes = try press.files(of: document, as: [.html])[0]
      #expect(try Page(bytes).faults == [], "\(document.path)")
    }
  }

  @Test(arguments: [
    ("<html><head><title>题</title></head><body><h1>题</h1></body></html>", "no language"),
    (#"<html lang="zh-CN"><head><title></title></head><body><h1>题</h1></body></html>"#, "no title"),
    (Page.around("<p>文</p>"), "no heading"), (Page.around("<h1>题</h1><h3>节</h3>"), "h3 follows h1"),
    (Page.around("<h1></h1>"), "an empty heading"),
    (Page.around("<h1>题</h1><table><tr><th scope=\"row\">头</th></tr></table>"), "a table without a name"),
    (
      Page.around("<h1>题</h1><table aria-label=\"表\"><tr><td>格</td></tr></table>"), "a table without headings"
    ),
    (
      Page.around("<h1>题</h1><table aria-label=\"表\"><tr><th>头</th></tr></table>"),
      "a heading cell for nothing"
    ),
    (Page.around("<h1>题</h1><p><img src=\"a.png\"/></p>"), "a picture without words"),
    (Page.around("<h1>题</h1><p><span data-source=\"a\">1</span></p>"), "a figure that the keyboard skips"),
  ])
  func `and what is not is found`(page: String, fault: String) throws {
    #expect(try Page(Array(page.utf8)).faults == [fault])
  }
}

/// A finished page, read for what is missing in it.
private struct Page {
  let tree: XMLTree

  init(_ bytes: [UInt8]) throws {
    let source = Source(name: "page.html", bytes: bytes)
    tree = try XMLTree(parsing: source, masked: bytes.withoutVoidTags, as: .fragment)
  }

  static func around(_ body: String) -> String {
    #"<html lang="zh-CN"><head><title>题</title></head><body>\#(body)</body></html>"#
  }

  var faults: [String] {
    var reader = FaultReader(tree: tree)
    // Void elements are not in the tree.
    let pictures = String(decoding: tree.source.bytes, as: UTF8.self).matches(of: /<img [^>]*>/)
    reader.faults += pictures.filter { !$0.output.contains(" alt=") }.map { _ in "a picture without words" }
    for case .element(let element) in tree.children { reader.read(element) }
    if reader.level == 0 { reader.faults.append("no heading") }
    return reader.faults
  }
}

private struct FaultReader {
  let tree: XMLTree
  var faults: [String] = []
  var level = 0

  private func text(_ element: XMLTree.Element) -> String {
    element.children.map { node in
      switch node {
      case .text(let text): tree.characters(of: text)
      case .element(let child): text(child)
      case .comment, .instruction: ""
      }
    }.joined()
  }

  private func has(_ attribute: String, _ element: XMLTree.Element) -> Bool {
    tree.value(of: attribute, in: element)?.isEmpty == false
  }

  mutating func read(_ element: XMLTree.Element) {
    if tree.value(of: "aria-hidden", in: element) == "true" { return }
    switch element.localName {
    case "html" where tree.value(of: "lang", in: element) != "zh-CN": faults.append("no language")
    case "title" where text(element).isEmpty: faults.append("no title")
    case "h1", "h2", "h3", "h4", "h5", "h6": heading(element)
    case "table": table(element)
    case "th" where !has("scope", element): faults.append("a heading cell for nothing")
    default: break
    }
    if has("data-source", element), tree.value(of: "tabindex", in: element) != "0" {
      faults.append("a figure that the keyboard skips")
    }
    for child in element.elements { read(child) }
  }

  private mutating func heading(_ element: XMLTree.Element) {
    if text(element).isEmpty { faults.append("an empty heading") }
    let next = Int(element.localName.dropFirst()) ?? 0
    // A document of two levels may go from 一、 to 1. (GB/T 9704-2012 §7.3.3 names the ladder, not each rung).
    if next > level + 1 && !(level == 2 && next == 4) { faults.append("h\(next) follows h\(level)") }
    level = next
  }

  private mutating func table(_ element: XMLTree.Element) {
    if tree.value(of: "role", in: element) == "presentation" { return }
    if element.elements(named: "caption").isEmpty && !has("aria-label", element) {
      faults.append("a table without a name")
    }
    if element.all(named: "th").isEmpty { faults.append("a table without headings") }
  }
}

// Templates to parts of a Word document, through the whole of it: parsing, transformation, rendering, packaging.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import BatonXML
import Foundation
import TestSupport
import Testing

@Suite struct WordGoldenTests {
  private static let cases = GoldenCase.all(in: "Golden/word")

  @Test func `there are golden cases`() { #expect(Self.cases.count > 10) }

  @Test(arguments: cases)
  func `a template renders to the parts its golden says`(golden: GoldenCase) throws {
    do {
      let file = try rendered(golden)
      _ = try XMLTree(parsing: Source(name: "out.xml", bytes: file), as: .document)
      golden.expect(try parts(of: file), matches: "parts.txt")
      if golden.has("body.xml") { golden.expect(try page(of: golden), matches: "page.txt") }
      #expect(!golden.has("faults.txt"), "the case no longer fails")
    } catch let error as DocumentError {
      golden.expect(error.diagnostics.map(\.text).joined(separator: "\n"), matches: "faults.txt")
    }
  }

  /// A case written in Word gives the content of its body, `body.xml`.
  private func rendered(_ golden: GoldenCase, as format: DocumentFormat = .flatOPC) throws -> [UInt8] {
    let environment = DocumentEnvironment(loader: CaseLoader(golden), theme: try theme)
    let name = golden.has("body.xml") ? "template.docx" : "template.html"
    let template = try environment.template(named: name, for: [format])
    var reader = JSONReader()
    let values = try reader.document(from: Source(name: "data.json", bytes: golden.bytes(of: "data.json")))
    return try template.render(
      values, as: format, properties: DocumentProperties(title: "题名", unit: "县委组织部"))
  }

  /// What stands in the page's body.
  private func page(of golden: GoldenCase) throws -> String {
    let text = String(decoding: try rendered(golden, as: .html), as: UTF8.self)
    let start = try #require(text.range(of: "<body>")).upperBound
    let end = try #require(text.range(of: "</body>")).lowerBound
    return String(text[start..<end]) + "\n"
  }

  /// The parts that hold content, a line for each element that starts one.
  private func parts(of file: [UInt8]) throws -> String {
    let text = String(decoding: file, as: UTF8.self)
    var lines: [String] = []
    for part in text.components(separatedBy: "<pkg:part ").dropFirst() {
      guard let name = part.components(separatedBy: "\"").dropFirst().first, isContent(name) else { continue }
      let start = try #require(part.range(of: "<pkg:xmlData>")).upperBound
      let end = try #require(part.range(of: "</pkg:xmlData>")).lowerBound
      lines.append("== \(name)")
      lines.append(broken(String(part[start..<end])))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func isContent(_ name: String) -> Bool {
    [
      "/word/document.xml", "/word/numbering.xml", "/word/footnotes.xml", "/word/_rels/document.xml.rels",
      "/word/_rels/footnotes.xml.rels",
    ].contains(name)
      || name.hasPrefix("/word/header") || name.contains(/footer\d/)
  }

  private func broken(_ markup: String) -> String {
    var text = markup
    // The namespaces, abstract lists and static relationships are the same in all cases.
    text.replace(/\sxmlns(:\w+)?="[^"]*"/, with: "")
    text.replace(/<w:abstractNum .*<\/w:abstractNum>/, with: "")
    text.replace(/<Relationship Id="rId[A-Z][^>]*>/, with: "")
    text.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships/", with: "…/")
    for start in [
      "<w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "</w:tbl>", "<w:sectPr>", "<w:r>", "<w:num ",
      "<Relationship ",
    ] {
      text.replace(start, with: "\n" + start)
    }
    return text
  }
}

/// The files of a golden case, by name.
private struct CaseLoader: Loader {
  let golden: GoldenCase

  init(_ golden: GoldenCase) { self.golden = golden }

  func source(named name: String) throws(TemplateError) -> Source? {
    if name == "template.docx" {
      guard let body = try? golden.text(of: "body.xml"), let file = try? WordFile(body).bytes else {
        return nil
      }
      return Source(name: name, bytes: file)
    }
    guard let text = try? golden.text(of: name) else { return nil }
    return Source(name: name, text: text)
  }

  func image(named name: String) throws(TemplateError) -> [UInt8]? { try? golden.bytes(of: name) }
}

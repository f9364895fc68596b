// 联合落款: where several agencies sign (GB/T 9704-2012 §7.3.5).

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Foundation
import Testing

@testable import BatonReports

@Suite struct `Joint signatures` {
  private struct WithTemplate: Loader {
    let text: String

    func source(named name: String) throws(TemplateError) -> Source? {
      name == "t.html"
        ? Source(name: name, text: text)
        : EmbeddedFiles.bytes(named: name).map { Source(name: name, bytes: $0) }
    }
  }

  private func body(_ agencies: [String], isSealed: Bool) throws -> String {
    let list = agencies.map { "\"\($0)\"" }.joined(separator: ", ")
    let environment = DocumentEnvironment(
      loader: WithTemplate(
        text: #"{% from "macros/official.html" import 联合落款 %}"#
          + #"<body>{{ 联合落款([\#(list)], "2023-01-09", \#(isSealed)) }}</body>"#),
      theme: try DocumentEnvironment.embedded().theme, undefined: .strict)
    let template = try environment.template(named: "t.html")
    #expect(template.warnings.map(\.text) == [])
    let bytes = try template.render(
      .empty, as: .html, properties: DocumentProperties(title: "题", unit: "县委"))
    let page = String(decoding: bytes, as: UTF8.self)
    let start = try #require(page.range(of: "<body>")).upperBound
    return String(page[start...].prefix(upTo: try #require(page.range(of: "</body>")).lowerBound))
  }

  /// The cells of each row; an empty one is a dash.
  private func rows(_ body: String) -> [String] {
    body.components(separatedBy: "<tr>").dropFirst().map { row in
      row.matches(of: /<td(?: class="[^"]*")?>([^<]*)/).map {
        $0.output.1.isEmpty ? "–" : String($0.output.1)
      }
      .joined(separator: " ")
    }
  }

  @Test(arguments: [
    (["县委办", "县政府办"], ["– 县委办 县政府办 –", "– – 2023年1月9日 –"]),
    (["县委办", "县政府办", "县财政局"], ["县委办 县政府办 县财政局 –", "– – 2023年1月9日 –"]),
    (
      ["县委办", "县政府办", "县财政局", "县考核办", "县统计局"],
      ["县委办 县政府办 县财政局 –", "– 县考核办 县统计局 –", "– – 2023年1月9日 –"]
    ),
    // A name of more than eight characters has no room in a third of the line.
    (
      ["中共清河县委组织部", "县财政局", "县考核办"],
      ["– 中共清河县委组织部 县财政局 –", "– – 县考核办 –", "– – 2023年1月9日 –"]
    ),
  ])
  func `stand in rows of at most three above the date, the last one over it`(
    _ agencies: [String], expected: [String]
  ) throws {
    #expect(rows(try body(agencies, isSealed: true)) == expected)
  }

  @Test
  func `without a seal stand one below the other from the same character on, the date two to the right`()
    throws
  {
    #expect(
      try body(["县委组织部办公室", "县财政局"], isSealed: false)
        == #"<p class="署名" style="--右空:200">县委组织部办公室</p>"#
        + #"<p class="署名续行" style="--右空:600">县财政局</p><p class="成文日期" style="--右空:200">2023年1月9日</p>"#)
  }

  @Test func `of one agency are a signature`() throws {
    let single = try body(["县委组织部"], isSealed: true)
    #expect(single.contains(#"<p class="盖章署名""#) && !single.contains("<table"))
  }
}

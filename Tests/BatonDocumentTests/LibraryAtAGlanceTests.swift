// The library as the README shows it: the same lines, compiled and run.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Foundation
import Testing

@Suite struct `The library at a glance` {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `makes a page and a Word document from one template`() throws {
    let themeText = try String(contentsOf: Self.root.appending(path: "Templates/theme.yaml"), encoding: .utf8)
    // README begins
    struct Notice: Encodable {
      var 单位: String
      var 事项: [String]
    }
    let templates = DictionaryLoader([
      "通知.html": "<h1>通知</h1><p>{{ 单位 }}：</p>{% for 事 in 事项 %}<p>{{ loop.index }}. {{ 事 }}</p>{% endfor %}"
    ])
    let theme = try Theme(parsing: Source(name: "theme.yaml", text: themeText))
    let environment = DocumentEnvironment(loader: templates, theme: theme)
    let template = try environment.template(named: "通知.html")
    var encoder = ValueEncoder()
    let values = try encoder.document(encoding: Notice(单位: "县教育局", 事项: ["报送材料", "参加会议"]))
    let properties = DocumentProperties(title: "通知", unit: "县考核办")
    let page: [UInt8] = try template.render(values, as: .html, properties: properties)
    let word: [UInt8] = try template.render(values, as: .docx, properties: properties)
    // README ends
    #expect(String(decoding: page, as: UTF8.self).contains("<p>2. 参加会议</p>"))
    #expect(word.starts(with: Array("PK".utf8)))
  }

  @Test func `is what the README shows`() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let code = try String(contentsOfFile: #filePath, encoding: .utf8)
    let begin = try #require(code.range(of: "    // README begins\n"))
    let end = try #require(code.range(of: "    // README ends\n", range: begin.upperBound..<code.endIndex))
    #expect(readme.contains(code[begin.upperBound..<end.lowerBound]))
  }
}

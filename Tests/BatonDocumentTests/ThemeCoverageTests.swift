// The theme against what a template may hold: each element of docs/templates.md §3 has its style, and each class
// that the theme knows is told to authors.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Foundation
import Testing

@Suite struct `The theme covers` {
  private static let inline = [
    "<b>字</b>", "<i>字</i>", "<u>字</u>", "<s>字</s>", "<em>字</em>", "<strong>字</strong>", "<sub>字</sub>",
    "<sup>字</sup>", "<span>字</span>", "<a href=\"https://example.org/\">字</a>", "<code>字</code>", "甲<br/>乙",
    "<small>字</small>", "<mark>字</mark>", "甲<span class=\"footnote\">注</span>",
    "<span class=\"page-number\"/>", "<span class=\"page-count\"/>",
  ]
  private static let block = [
    "<p>字</p>", "<h1>字</h1>", "<h2>字</h2>", "<h3>字</h3>", "<h4>字</h4>", "<h5>字</h5>", "<h6>字</h6>",
    "<ul><li>字</li></ul>", "<ol><li>字</li></ol>", "<dl><dt>字</dt><dd>字</dd></dl>",
    "<table><caption>题</caption><colgroup><col/></colgroup><thead><tr><th>头</th></tr></thead>"
      + "<tbody><tr><td>格</td></tr></tbody><tfoot><tr><td>尾</td></tr></tfoot></table>",
    "<figure><p>字</p><figcaption>题</figcaption></figure>", "<blockquote>字</blockquote>", "<div>字</div>",
    "<hr/>", "<hr class=\"page\"/><p>字</p>", "<nav class=\"toc\"/><h1>字</h1>", "<section><p>字</p></section>",
    "<pre>字</pre>",
    "<section class=\"page\"><header>眉</header><footer>脚</footer><p>字</p></section>",
  ]

  @Test(arguments: inline.map { "<p>\($0)</p>" } + block)
  func `every element that a template may hold`(_ markup: String) throws {
    let environment = DocumentEnvironment(loader: DictionaryLoader(["t.html": markup]), theme: try theme)
    let template = try environment.template(named: "t.html")
    #expect(template.warnings.map(\.text) == [])
    for format in DocumentFormat.allCases {
      let bytes = try template.render(
        .empty, as: format, properties: DocumentProperties(title: "题", unit: "县委"))
      #expect(!bytes.isEmpty)
    }
  }

  @Test func `no class that docs, templates, section 17, leaves out, and no other stands there`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/templates.md")
    let text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    let table = try #require(text.components(separatedBy: "**§17").last?.components(separatedBy: "## ").first)
    var told: Set<String> = []
    for line in table.components(separatedBy: "\n") where line.hasPrefix("| `") {
      let cells = line.components(separatedBy: "|").map {
        $0.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      }
      let element = try #require(cells[1].first)
      told.formUnion(cells[2].map { "\(element).\($0)" })
    }
    let theme = try theme
    // The entries of a list of contents are made by the program.
    let selectors =
      theme.paragraphStyles.flatMap(\.selectors) + theme.characterStyles.flatMap(\.selectors)
      + theme.tableStyles.flatMap(\.selectors) + theme.boxes.flatMap(\.selectors)
    let known = Set(selectors.filter { $0.className != nil && $0.element != "li" }.map(\.text))
    #expect(told.subtracting(known) == [])
    #expect(known.subtracting(told) == [])
  }
}

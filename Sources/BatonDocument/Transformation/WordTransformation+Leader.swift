// Leader tabs: dots up to the right edge of the text, as between a title and its page. In Word it is the paragraph
// that says where a tab ends, so the paragraph has to know that it holds one.

internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// The class of `span.tab` that is drawn as dots.
  static let leaderClass = "引线"

  /// The tab stop at the right edge of the text, which depends on how the page lies.
  func leaderStop(_ context: WordContext) -> LoweredNodes {
    chosen(.landscape, [0, 1], context) { landscape in
      let page = landscape == 1 ? theme.landscapePage : theme.page
      // ECMA-376-1 §17.3.1.37
      let stop = Markup("w:tab", ["w:val": "right", "w:leader": "dot", "w:pos": "\(page.textWidth)"])
      return Markup("w:tabs", [:], [stop]).text
    }
  }

  /// A tab within a run. Dots are for paragraphs of the page: a cell has no edge that a tab could reach.
  mutating func tab(_ element: TemplateNode.Element, _ context: WordContext) -> String {
    for className in element.classNames where !["tab", Self.leaderClass].contains(className) {
      reportUnknownClass(className, element, others: [Self.leaderClass])
    }
    if element.hasClass(Self.leaderClass), !hasLeaderStop || context[.inCell] == 1 {
      refuse(element, help: "带「引线」的制表符要直接写在段落里，不能写在单元格里，也不能由宏印进段落")
    }
    return Markup("w:tab").text
  }
}

extension [TemplateNode] {
  /// Whether a leader tab stands among the nodes or in what they enclose.
  var holdLeader: Bool {
    contains { node in
      switch node {
      case .element(let element):
        element.localName == "span" && element.hasClass("tab")
          && element.hasClass(WordTransformation.leaderClass) || element.children.holdLeader
      case .block(let block): block.clauses.contains { $0.body.holdLeader }
      case .text, .output, .tag, .instruction: false
      }
    }
  }
}

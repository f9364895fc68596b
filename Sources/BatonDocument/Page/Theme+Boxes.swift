// Boxes and measures on the page: what stands at a place of the paper, and what only the data measure.

extension Theme {
  var textWidthCSS: String { "calc(\(page.width.css) - \(page.inside.css) - \(page.outside.css))" }

  func addBoxes(to sheet: inout StyleSheet) {
    for box in boxes {
      for selector in box.selectors {
        switch box.position {
        case .here: sheet.rule(selector.text, ["display:flow-root", "height:0"])
        case .textFoot:
          sheet.rule(selector.text, ["break-inside:avoid", "margin-top:auto"])
          // The page fills its sheet, and what stands at its foot is pushed there.
          sheet.rule(
            "section.page:has(>\(selector.text))", ["display:flex", "flex-direction:column"])
          sheet.rule("section.page:has(>\(selector.text))>*", ["flex:none"])
          // The copy that makes room for it in print (``addFoot(of:to:)``).
          sheet.rule("\(selector.text)[aria-hidden]", ["display:none"])
        case .paperTop, .paperFoot: sheet.rule(selector.text, overhang(of: box))
        }
      }
    }
  }

  /// In print, to the foot of the sheet on which the text ends. The margin of the last thing in the page ends where
  /// the sheet does (CSS Fragmentation 3, §5.2), so that the page fills its last sheet and its lower edge is the
  /// sheet's. The box itself stands at that edge, out of the text; an unseen copy keeps its room in the text.
  func addFoot(of selector: StyleSelector, overhang: String, to sheet: inout StyleSheet) {
    let section = "section.page:has(>\(selector.text))"
    sheet.rule(section, ["display:flow-root", "position:relative"])
    sheet.rule("\(section)::after", [#"content:"""#, "display:block", "margin-bottom:\(page.height.css)"])
    sheet.rule("section.page>\(selector.text)", ["position:absolute", "bottom:0", "left:0", "right:0"])
    sheet.rule("section.page.信函>\(selector.text)", ["left:\(overhang)", "right:\(overhang)"])
    sheet.rule(
      "section.page>\(selector.text)[aria-hidden]", ["display:block", "position:static", "visibility:hidden"])
  }

  /// A box that is wider than the text is centred on it.
  private func overhang(of box: BoxStyle) -> [String] {
    guard let width = box.width else { return [] }
    return ["width:\(width.css)", "margin-inline:calc((\(textWidthCSS) - \(width.css))/2)"]
  }

  /// `data-右空` and `data-字号` arrive as custom properties.
  func addMeasures(to sheet: inout StyleSheet) {
    sheet.rule("p[style*=--右空]", ["padding-right:calc(.01em*var(--右空))"])
    sheet.rule("p[style*=--字号]", ["font-size:calc(1pt*var(--字号))", "line-height:1.1"])
  }
}

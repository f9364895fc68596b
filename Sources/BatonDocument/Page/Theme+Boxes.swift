// Boxes and measures on the page: what stands at a place of the paper, and what only the data measure.

extension Theme {
  var textWidthCSS: String { "calc(\(page.width.css) - \(page.inside.css) - \(page.outside.css))" }
  var textHeightCSS: String { "calc(\(page.height.css) - \(page.top.css) - \(page.bottom.css))" }

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
        case .paperTop, .paperFoot: sheet.rule(selector.text, overhang(of: box))
        }
      }
    }
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

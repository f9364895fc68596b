// The page on paper: sheets with the standard's margins, page numbers on the outer side, breaks.

extension Theme {
  /// The sheets: margins mirrored, page numbers 「— 1 —」 on the outer side; a page that lies on its side has them
  /// at the sheet's foot too, which is its left.
  func addSheets(to sheet: inout StyleSheet) {
    sheet.group("@page") { $0.declarations(["size:\(page.width.css) \(page.height.css)"]) }
    for side in Side.allCases {
      sheet.group("@page :\(side)") { sheet in
        sheet.declarations([margins(of: page, side)])
        sheet.rule(
          "@bottom-\(side)",
          number + ["vertical-align:top", "padding-\(side):\(indent)", "padding-top:\(numberDistance)"])
      }
    }
    let wide = landscapePage
    for side in Side.allCases {
      sheet.group("@page landscape:\(side)") { sheet in
        sheet.declarations([
          "size:\(wide.width.css) \(wide.height.css)",
          "margin:\(wide.top.css) \(wide.outside.css) \(wide.bottom.css) \(wide.inside.css)",
        ])
        sheet.rule("@bottom-\(side)", ["content:none"])
        let (edge, end) = side == .right ? ("bottom", "end") : ("top", "start")
        let distance = numberDistance
        sheet.rule(
          "@left-\(edge)",
          number + [
            "writing-mode:vertical-rl", "text-orientation:sideways", "text-align:\(end)",
            "padding-\(edge):\(indent)", "width:\(numberHeight.css)",
            "margin-left:calc(\(wide.inside.css) - \(distance) - \(numberHeight.css))",
          ])
      }
    }
    addLetterSheet(to: &sheet)
  }

  /// The first page of a letter: its head stands higher, it has no number, and a double line at its foot.
  private func addLetterSheet(to sheet: inout StyleSheet) {
    guard let head = box(ofClasses: ["信函眉首"]), let foot = box(ofClasses: ["信函末线"]) else { return }
    let rule = paragraphStyle(for: "p", "信函末线")?.resolvedParagraph.ruleAbove
    let overhang = "calc((\(textWidthCSS) - \(foot.width?.css ?? textWidthCSS))/2)"
    sheet.group("@page letter:first") { sheet in
      sheet.declarations(["margin-top:\(head.distance.css)"])
      for side in Side.allCases { sheet.rule("@bottom-\(side)", ["content:none"]) }
      sheet.rule(
        "@bottom-center",
        [
          "content:\"\"", "vertical-align:top", "width:\(foot.width?.css ?? textWidthCSS)",
          "margin-left:\(overhang)",
          "margin-top:calc(\(page.bottom.css) - \(foot.distance.css))",
        ] + (rule?.declarations(at: "top") ?? []))
    }
  }

  func addPrint(to sheet: inout StyleSheet) {
    sheet.rule("body", ["background:none", "color:#000"])
    sheet.rule("section.page.横排", ["page:landscape"])
    sheet.rule("section.page.信函", ["page:letter"])
    sheet.rule("section>footer.first", ["display:none"])
    sheet.rule("section.page~section.page", ["break-before:page"])
    sheet.rule("hr.page", ["break-after:page"])
    sheet.rule(".new-page", ["break-before:page"])
    sheet.rule("p,li", ["orphans:1", "widows:1"])
    // A pixel less than the sheet's text area: no rounding may push the last line to a page of its own.
    for box in boxes where box.position == .textFoot {
      for selector in box.selectors {
        sheet.rule("section.page:has(>\(selector.text))", ["min-height:calc(\(textHeightCSS) - 1px)"])
      }
    }
  }

  private enum Side: String, CaseIterable, CustomStringConvertible {
    case right, left
    var description: String { rawValue }
  }

  private func margins(of page: Page, _ side: Side) -> String {
    let (right, left) = side == .right ? (page.outside, page.inside) : (page.inside, page.outside)
    return "margin:\(page.top.css) \(right.css) \(page.bottom.css) \(left.css)"
  }

  private var number: [String] {
    let odd = paragraphStyle(named: "页码单页")
    return [#"content:"— " counter(page) " —""#] + (odd?.resolvedCharacter.declarations ?? [])
  }

  /// From the text to the line of the number.
  private var numberDistance: String {
    "calc(\(page.bottom.css) - \(page.footerDistance.css) - \(numberHeight.css))"
  }

  private var numberHeight: Length {
    paragraphStyle(named: "页码单页")?.resolvedParagraph.lineHeight ?? lineHeight
  }

  private var indent: String {
    paragraphStyle(named: "页码单页")?.resolvedParagraph.rightIndent?.css ?? "0"
  }
}

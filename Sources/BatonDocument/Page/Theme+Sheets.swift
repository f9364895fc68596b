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
        sheet.rule(
          "@left-\(edge)",
          number + [
            "writing-mode:vertical-rl", "text-orientation:sideways", "text-align:\(end)",
            "padding-\(edge):\(indent)", "width:\(numberHeight.css)",
            "margin-left:auto", "margin-right:\(numberDistance)",
          ])
      }
    }
    addLetterSheet(to: &sheet)
  }

  /// A letter's lines are wider than its text, and paper cuts off what hangs over: its sheets have narrower margins,
  /// and the text is moved in. The head of the first page stands higher; there is no number, and a line at its foot.
  private func addLetterSheet(to sheet: inout StyleSheet) {
    guard let head = box(ofClasses: ["信函眉首"]), let foot = box(ofClasses: ["信函末线"]) else { return }
    for side in Side.allCases {
      let (right, left) = side == .right ? (page.outside, page.inside) : (page.inside, page.outside)
      sheet.group("@page letter:\(side)") { sheet in
        sheet.declarations([
          "margin-right:calc(\(right.css) - \(letterOverhang))",
          "margin-left:calc(\(left.css) - \(letterOverhang))",
        ])
        sheet.rule("@bottom-\(side)", ["padding-\(side):calc(\(indent) + \(letterOverhang))"])
      }
    }
    let rule = paragraphStyle(for: "p", "信函末线")?.resolvedParagraph.ruleAbove
    sheet.group("@page letter:first") { sheet in
      sheet.declarations(["margin-top:\(head.distance.css)"])
      for side in Side.allCases { sheet.rule("@bottom-\(side)", ["content:none"]) }
      sheet.rule(
        "@bottom-center",
        [
          "content:\"\"", "vertical-align:top", "width:100%",
          "margin-top:calc(\(page.bottom.css) - \(foot.distance.css))",
        ] + (rule?.declarations(at: "top") ?? []))
    }
  }

  /// How far a letter's lines hang over its text on either side.
  private var letterOverhang: String {
    let width = box(ofClasses: ["信函眉首"])?.width?.css ?? textWidthCSS
    return "calc((\(width) - \(textWidthCSS))/2)"
  }

  func addPrint(to sheet: inout StyleSheet) {
    sheet.rule("body", ["background:none", "color:#000"])
    sheet.rule("section.page.横排", ["page:landscape"])
    sheet.rule("section.page.信函", ["page:letter", "padding-inline:\(letterOverhang)"])
    sheet.rule("section>footer.first", ["display:none"])
    sheet.rule("section.page~section.page", ["break-before:page"])
    sheet.rule("hr.page", ["break-after:page"])
    sheet.rule(".new-page", ["break-before:page"])
    sheet.rule("p,li", ["orphans:1", "widows:1"])
    for box in boxes where box.position == .textFoot {
      for selector in box.selectors { addFoot(of: selector, overhang: letterOverhang, to: &sheet) }
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

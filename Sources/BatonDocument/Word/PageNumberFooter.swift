// The standard's page numbers, for sections without a footer of their own (GB/T 9704-2012 §7.5).

internal import BatonOffice

/// 「— 1 —」 on the outer side of the page.
enum PageNumberFooter: CaseIterable {
  case odd, even

  /// The theme's style of the footer's paragraph.
  var styleName: String { self == .odd ? "页码单页" : "页码双页" }

  var partName: PartName { self == .odd ? "/word/footerOdd.xml" : "/word/footerEven.xml" }

  /// The same in every package, so that the text of a section can name it.
  var relationshipID: String { self == .odd ? "rIdFooterOdd" : "rIdFooterEven" }

  func part(_ theme: Theme) -> Part {
    let hint = Markup.runProperties([Markup("w:rFonts", ["w:hint": "eastAsia"])])
    let dash = { (text: String) in
      Markup("w:t", ["xml:space": "preserve"], text: text)
    }
    let contents = [dash("— ")] + Field.page.contents + [dash(" —")]
    let style = theme.paragraphStyle(named: styleName).map { Markup.value("w:pStyle", $0.id) }
    let paragraph = Markup(
      "w:p", [:],
      [Markup.paragraphProperties([style])].compactMap(\.self)
        + contents.map { Markup("w:r", [:], [hint, $0].compactMap(\.self)) })
    return Part(partName, .footer, Namespace.root("w:ftr", [paragraph]))
  }
}

// The standard's page numbers, for sections without a footer of their own (GB/T 9704-2012 §7.5).

internal import BatonOffice

/// 「— 1 —」 on the outer side of the sheet. A page that lies on its side has it where the others have it: at the
/// sheet's foot, which is the page's left, and turned (§8).
struct PageNumberFooter {
  let isEven: Bool
  let isLandscape: Bool

  static let all = [false, true].flatMap { isLandscape in
    [false, true].map { PageNumberFooter(isEven: $0, isLandscape: isLandscape) }
  }

  /// The theme's style of the footer's paragraph.
  var styleName: String { isEven ? "页码双页" : "页码单页" }

  var partName: PartName { PartName(stringLiteral: "/word/footer\(name).xml") }

  /// The same in every package, so that the text of a section can name it.
  var relationshipID: String { "rIdFooter\(name)" }

  private var name: String { (isEven ? "Even" : "Odd") + (isLandscape ? "Landscape" : "") }

  func part(_ theme: Theme) -> Part {
    let number = paragraph(theme)
    guard isLandscape else { return Part(partName, .footer, Namespace.root("w:ftr", [number])) }
    let box = AnchoredBox.turnedPageNumber(theme)
    // Drawings of the text are numbered from 1.
    let id = isEven ? 1_000_002 : 1_000_001
    let root = Namespace.root("w:ftr")
    let text =
      root.startTag + box.start + "\(id)" + box.middle + number.text + box.end + root.endTag
    return Part(partName, .footer, content: Array(text.utf8))
  }

  private func paragraph(_ theme: Theme) -> Markup {
    let hint = Markup.runProperties([Markup("w:rFonts", ["w:hint": "eastAsia"])])
    let dash = { (text: String) in
      Markup("w:t", ["xml:space": "preserve"], text: text)
    }
    let contents = [dash("— ")] + Field.page.contents + [dash(" —")]
    let style = theme.paragraphStyle(named: styleName).map { Markup.value("w:pStyle", $0.id) }
    return Markup(
      "w:p", [:],
      [Markup.paragraphProperties([style])].compactMap(\.self)
        + contents.map { Markup("w:r", [:], [hint, $0].compactMap(\.self)) })
  }
}

extension AnchoredBox {
  /// A line along the left edge of a page that lies on its side, as far from the text as footers are below it.
  fileprivate static func turnedPageNumber(_ theme: Theme) -> AnchoredBox {
    let page = theme.landscapePage
    let fromText = theme.page.bottom.twips - theme.page.footerDistance.twips
    let height = theme.paragraphStyle(named: "页码单页")?.resolvedParagraph.lineHeight ?? theme.lineHeight
    return AnchoredBox(
      name: "页码", horizontal: Place(.page, .offset(page.inside.twips - fromText)),
      vertical: Place(.margin, .offset(0)), width: height.twips,
      height: page.height.twips - page.top.twips - page.bottom.twips, pushesText: false, isTurned: true)
  }
}

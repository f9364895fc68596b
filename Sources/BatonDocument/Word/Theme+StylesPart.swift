// `word/styles.xml` from the theme.

package import BatonOffice
internal import BatonTemplate

extension Theme {
  /// Defaults, then one style of Word for each of the theme's.
  package var stylesPart: Markup {
    Namespace.root(
      "w:styles",
      [documentDefaults] + paragraphStyles.map(style) + sizedStyles + [defaultCharacterStyle]
        + characterStyles.map(style) + [defaultTableStyle] + tableStyles.map(style) + [defaultListStyle])
  }

  private var basis: ParagraphStyle? { paragraphStyle(named: "基准") }

  /// Font, size and grid for all text; the spacing between characters sets 28 of them on a line.
  private var documentDefaults: Markup {
    var format = basis?.character ?? CharacterFormat()
    format.spacing = format.spacing ?? characterSpacing
    let properties = Markup.runProperties(
      format.runProperties + [
        .value("w:kern", "0"),
        Markup("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN"]),
      ])
    return Markup(
      "w:docDefaults", [:],
      [Markup("w:rPrDefault", [:], [properties].compactMap(\.self)), Markup("w:pPrDefault")])
  }

  private func style(_ style: ParagraphStyle) -> Markup {
    let isDefault = style.name == basis?.name
    var paragraph = style.paragraph.paragraphProperties(at: style.size)
    if let own = style.paragraph.lineHeight {
      // The grid would stretch other lines to its own pitch.
      paragraph.append(.toggle("w:snapToGrid", own == lineHeight))
    }
    if isDefault {
      // Without these, gaps between scripts break 28 characters and widow control breaks 22 lines.
      paragraph += [
        .toggle("w:widowControl", false), .toggle("w:kinsoku", true), .toggle("w:overflowPunct", true),
        .toggle("w:autoSpaceDE", false), .toggle("w:autoSpaceDN", false),
      ]
    }
    let basisStyle = style.basis.flatMap(paragraphStyle(named:))
    return wordStyle(
      "paragraph", id: style.id, name: style.wordName, isDefault: isDefault, basedOn: basisStyle?.id,
      content: [
        Markup.paragraphProperties(paragraph),
        isDefault ? nil : Markup.runProperties(style.character.runProperties),
      ])
  }

  /// The sizes of styles whose size the data choose; Word's list of styles doesn't show them.
  private var sizedStyles: [Markup] {
    paragraphStyles.filter(\.isSized).flatMap { style in
      LineFitting.headlineSizes.map { points in
        // Lines a tenth higher than the characters.
        let line = Markup("w:spacing", ["w:line": "\(points * 22)", "w:lineRule": "exact"])
        let size = [Markup.value("w:sz", "\(points * 2)"), .value("w:szCs", "\(points * 2)")]
        return Markup(
          "w:style",
          ["w:type": "paragraph", "w:customStyle": "1", "w:styleId": "\(style.id)\(points)"],
          [
            .value("w:name", "\(style.wordName)\(points)"), .value("w:basedOn", style.id),
            Markup("w:semiHidden"), Markup("w:pPr", [:], [line]), Markup("w:rPr", [:], size),
          ])
      }
    }
  }

  private func style(_ style: CharacterStyle) -> Markup {
    wordStyle(
      "character", id: style.id, name: style.wordName, basedOn: "DefaultParagraphFont",
      content: [Markup.runProperties(style.format.runProperties)])
  }

  private func style(_ style: TableStyle) -> Markup {
    let properties = [Markup.value("w:jc", "center"), style.rules.borders, cellMargins(style.cellMargin)]
    return wordStyle(
      "table", id: style.id, name: style.wordName, basedOn: "TableNormal",
      content: [Markup("w:tblPr", [:], properties.compactMap(\.self))])
  }

  private func cellMargins(_ margin: Length) -> Markup {
    Markup(
      "w:tblCellMar", [:],
      [("top", 0), ("left", margin.twips), ("bottom", 0), ("right", margin.twips)].map { side, width in
        Markup("w:\(side)", ["w:w": "\(width)", "w:type": "dxa"])
      })
  }

  private var defaultCharacterStyle: Markup {
    wordStyle("character", id: "DefaultParagraphFont", name: "Default Paragraph Font", isDefault: true)
  }

  private var defaultTableStyle: Markup {
    let properties = [Markup("w:tblInd", ["w:w": "0", "w:type": "dxa"]), cellMargins(.zero)]
    return wordStyle(
      "table", id: "TableNormal", name: "Normal Table", isDefault: true,
      content: [Markup("w:tblPr", [:], properties)])
  }

  private var defaultListStyle: Markup {
    wordStyle("numbering", id: "NoList", name: "No List", isDefault: true)
  }

  private func wordStyle(
    _ type: String, id: String, name: String, isDefault: Bool = false, basedOn: String? = nil,
    content: [Markup?] = []
  ) -> Markup {
    let isHidden = isDefault && type != "paragraph"
    let head = [
      Markup.value("w:name", name), basedOn.map { .value("w:basedOn", $0) },
      isHidden ? .value("w:uiPriority", "99") : nil, isHidden ? Markup("w:semiHidden") : nil,
      isHidden ? Markup("w:unhideWhenUsed") : Markup("w:qFormat"),
    ]
    return Markup(
      "w:style",
      [
        "w:type": type, "w:default": isDefault ? "1" : nil, "w:customStyle": isBuiltIn(name) ? nil : "1",
        "w:styleId": id,
      ], (head + content).compactMap(\.self))
  }
}

extension TableStyle.Rules {
  /// `w:tblBorders`, or `nil` without a rule.
  fileprivate var borders: Markup? {
    let sides = [
      ("top", top), ("left", upright), ("bottom", bottom), ("right", upright), ("insideH", betweenRows),
      ("insideV", upright),
    ]
    let borders = sides.compactMap { side, width in
      width.map { Markup.border(side, "single", width: $0, space: 0, color: "auto") }
    }
    return borders.isEmpty ? nil : Markup("w:tblBorders", [:], borders)
  }
}

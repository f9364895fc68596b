// The theme's formats as properties of WordprocessingML.

internal import BatonOffice

extension CharacterFormat {
  /// The properties in no order; ``Markup/runProperties(_:)`` sorts them.
  var runProperties: [Markup?] {
    [
      font.map(\.runFonts),
      isBold.map { .toggle("w:b", $0) }, isBold.map { .toggle("w:bCs", $0) },
      isItalic.map { .toggle("w:i", $0) }, isItalic.map { .toggle("w:iCs", $0) },
      isStruck.map { .toggle("w:strike", $0) },
      color.map { .value("w:color", $0) },
      spacing.map { .value("w:spacing", "\($0.twips)") },
      size.map { .value("w:sz", "\($0.twips / 10)") }, size.map { .value("w:szCs", "\($0.twips / 10)") },
      isUnderlined.map { .value("w:u", $0 ? "single" : "none") },
      position.map { .value("w:vertAlign", $0.rawValue) },
    ]
  }
}

extension Font {
  /// The four scripts in one font: Latin digits in an official document are set in the Chinese face too.
  var runFonts: Markup {
    Markup("w:rFonts", ["w:ascii": name, "w:hAnsi": name, "w:eastAsia": name, "w:cs": name])
  }
}

extension ParagraphFormat {
  /// The properties in no order, indents in characters of a size.
  func paragraphProperties(at size: Length) -> [Markup?] {
    [
      keepsWithNext.map { .toggle("w:keepNext", $0) }, borders,
      spacing, indents(at: size), joinsItsOwn.map { .toggle("w:contextualSpacing", $0) },
      alignment.map { .value("w:jc", $0.wordValue) },
      outlineLevel.map { .value("w:outlineLvl", "\($0 - 1)") }, background.map(Markup.shading),
    ]
  }

  /// Lines above and below.
  private var borders: Markup? {
    let sides = [("top", ruleAbove), ("bottom", ruleBelow)].compactMap { side, rule in
      rule.map {
        Markup.border(
          side, $0.kind.wordValue, width: $0.lineWidth, space: $0.distance.points, color: $0.color)
      }
    }
    return sides.isEmpty ? nil : Markup("w:pBdr", [:], sides)
  }

  private var spacing: Markup? {
    guard spaceBefore != nil || spaceAfter != nil || lineHeight != nil else { return nil }
    return Markup(
      "w:spacing",
      [
        "w:before": spaceBefore.map { "\($0.twips)" }, "w:after": spaceAfter.map { "\($0.twips)" },
        "w:line": lineHeight.map { "\($0.twips)" }, "w:lineRule": lineHeight.map { _ in "exact" },
      ])
  }

  /// Characters and twips both: Word goes by the characters, others by the twips; 0 characters undo an
  /// inherited count.
  private func indents(at size: Length) -> Markup? {
    let sides = [
      ("left", leftIndent), ("right", rightIndent), ("hanging", hangingIndent),
      ("firstLine", firstLineIndent),
    ]
    var element = Markup("w:ind")
    for (side, indent) in sides {
      guard let indent else { continue }
      let characters = if case .characters(let hundredths) = indent { hundredths } else { 0 }
      element.attributes.append(Markup.Attribute(name: "w:\(side)Chars", value: "\(characters)"))
      element.attributes.append(Markup.Attribute(name: "w:\(side)", value: "\(indent.twips(at: size))"))
    }
    return element.attributes.isEmpty ? nil : element
  }
}

extension Markup {
  /// A border: width in eighths of a point from 2 to 96, distance in points to 31 (ECMA-376-1 §17.3.4).
  static func border(_ side: String, _ value: String, width: Length, space: Int, color: String) -> Markup {
    let eighths = (width.twips * 8 + 10) / 20
    return Markup(
      "w:\(side)",
      [
        "w:val": value, "w:sz": "\(min(96, max(2, eighths)))", "w:space": "\(min(31, space))",
        "w:color": color,
      ])
  }
}

extension Rule {
  /// What `w:sz` counts: of a double line, Word wants the thick one.
  fileprivate var lineWidth: Length {
    kind == .single ? width : Length(thousandths: width.thousandths / 2, width.unit)
  }
}

extension Rule.Kind {
  /// ECMA-376-1 §17.18.2
  fileprivate var wordValue: String {
    switch self {
    case .single: "single"
    case .thickThin: "thickThinSmallGap"
    case .thinThick: "thinThickSmallGap"
    }
  }
}

extension Alignment {
  /// ECMA-376-1 §17.18.44; Word writes `left` and `right` in transitional documents.
  var wordValue: String { self == .justified ? "both" : rawValue }
}

extension ParagraphStyle {
  /// What `w:pStyle` refers to.
  package var id: String { styleID(wordName) }
}

extension CharacterStyle {
  package var id: String { styleID(wordName) }
}

extension TableStyle {
  package var id: String { styleID(wordName) }
}

/// Word's own styles (`heading 1`) have ids like `Heading1`; ours are their names.
private func styleID(_ wordName: String) -> String {
  wordName.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

/// Whether Word knows a style of the name: its own names are English.
func isBuiltIn(_ wordName: String) -> Bool { wordName.utf8.allSatisfy { $0 < 0x80 } }

// What a run looks like: the format that is known here over the one that the register brings.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordContext {
  /// The context within an element of a style. Bold, italic, lines and position add up; of fonts and colours the
  /// innermost style wins.
  func formatted(by style: CharacterStyle?, _ styles: WordStyles) -> WordContext {
    guard let style else { return self }
    let format = style.format
    var context = self
    if let isBold = format.isBold { context = context.setting(.bold, isBold ? 1 : 0) }
    if let isItalic = format.isItalic { context = context.setting(.italic, isItalic ? 1 : 0) }
    if format.hasOnlyToggles {
      if let isUnderlined = format.isUnderlined {
        context = context.setting(.underlined, isUnderlined ? 1 : 0)
      }
      if let isStruck = format.isStruck { context = context.setting(.struck, isStruck ? 1 : 0) }
      if let position = format.position {
        context = context.setting(.position, position == .superscript ? 1 : 2)
      }
    } else if let number = styles.characters.firstIndex(of: style) {
      context = context.setting(.characterStyle, number + 1)
    }
    return context
  }
}

extension CharacterFormat {
  /// Whether it needs no style of its own in the document.
  fileprivate var hasOnlyToggles: Bool { font == nil && size == nil && color == nil && spacing == nil }
}

extension WordTransformation {
  /// `w:rPr` of a run; the hint makes “”, …… and —— Chinese.
  func runProperties(_ context: WordContext) -> LoweredNodes {
    let range = SourceRange(0, 0)
    let mask = ContextField.runFields.reduce(0) { $0 | $1.mask }
    if context.mask & mask != 0 { return composedRunProperties(context) }
    // Nearly every fragment is printed in plain text.
    var plain = LoweredNodes()
    plain.markup("<w:rPr>\(hint)</w:rPr>", range)
    var lowered = LoweredNodes()
    lowered.append(
      .byContext(
        mask: mask, cases: [ContextCase(value: 0, body: plain.nodes)],
        otherwise: composedRunProperties(context).nodes))
    return lowered
  }

  private var hint: String { Markup("w:rFonts", ["w:hint": "eastAsia"]).text }

  private func composedRunProperties(_ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<w:rPr>", SourceRange(0, 0))
    lowered.append(
      chosen(.characterStyle, 0...styles.characters.count, context) { number in
        number == 0 ? "" : Markup.value("w:rStyle", styles.characters[number - 1].id).text
      })
    lowered.markup(hint, SourceRange(0, 0))
    lowered.append(chosen(.bold, 0...1, context) { $0 == 0 ? "" : "<w:b/><w:bCs/>" })
    lowered.append(chosen(.italic, 0...1, context) { $0 == 0 ? "" : "<w:i/><w:iCs/>" })
    lowered.append(chosen(.struck, 0...1, context) { $0 == 0 ? "" : "<w:strike/>" })
    lowered.append(chosen(.underlined, 0...1, context) { $0 == 0 ? "" : #"<w:u w:val="single"/>"# })
    lowered.append(
      chosen(.position, 0...2, context) { position in
        ["", "superscript", "subscript"][position].isEmpty
          ? "" : Markup.value("w:vertAlign", ["", "superscript", "subscript"][position]).text
      })
    lowered.markup("</w:rPr>", SourceRange(0, 0))
    return lowered
  }

  /// Markup by a field: the one that is known, or a choice by the register.
  func chosen(
    _ field: ContextField, _ values: some Collection<Int>, _ context: WordContext, _ markup: (Int) -> String
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    if let value = context[field] {
      lowered.markup(markup(value), SourceRange(0, 0))
      return lowered
    }
    let cases = values.compactMap { value -> ContextCase? in
      let text = markup(value)
      if text.isEmpty { return nil }
      let node = TemplateNode.text(TemplateNode.Text(text, range: SourceRange(0, 0), isVerbatim: true))
      return ContextCase(value: field.bits(value), body: [node])
    }
    if !cases.isEmpty { lowered.append(.byContext(mask: field.mask, cases: cases, otherwise: [])) }
    return lowered
  }
}

// Measures that only the data know: how far a signature is moved in, how large a head is set. Templates state them
// as whole numbers, `data-右空` in hundredths of a character, `data-字号` in points; the page has them as custom
// properties, Word as a direct indent and as one of a style's sizes.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// What a paragraph's attributes measure.
struct ParagraphMeasures {
  static let rightIndentName = "data-右空"
  static let sizeName = "data-字号"

  var rightIndent: Expression?
  var size: Expression?

  var isEmpty: Bool { rightIndent == nil && size == nil }
}

extension TemplateNode.Element {
  /// The measure that an attribute states: one output, or a whole number written out; `nil` for anything else.
  func measure(_ name: String) -> Expression? {
    guard let attribute = attributes.first(where: { $0.name == name }), attribute.value.count == 1 else {
      return nil
    }
    switch attribute.value[0] {
    case .output(let output): return output.expression
    case .text(let text):
      return Int(text.characters).map { Expression(.literal(.integer(String($0))), text.range) }
    case .element, .block, .tag, .instruction: return nil
    }
  }
}

extension WordTransformation {
  mutating func measures(of element: TemplateNode.Element) -> ParagraphMeasures {
    func read(_ name: String) -> Expression? {
      if let measure = element.measure(name) { return measure }
      if element.value(of: name) != nil {
        report(
          "bad-number", "「\(name)」的值应是一个整数或一个「{{ … }}」", element.startTagRange,
          help: "例：\(name)=\"{{ 署名|署名右空(日期) }}\"")
      }
      return nil
    }
    let measures = ParagraphMeasures(
      rightIndent: read(ParagraphMeasures.rightIndentName), size: read(ParagraphMeasures.sizeName))
    let style = element.classNames.compactMap { theme.paragraphStyle(for: element.localName, $0) }
      .last
    if measures.size != nil, style?.isSized != true {
      report(
        "class-without-style", "「\(ParagraphMeasures.sizeName)」要用在有逐级字号的样式上", element.startTagRange,
        help: "在主题里给这个样式写上「逐级字号: 是」")
    }
    return measures
  }

  /// The reference to the paragraph's style: one of its sizes where the data choose it.
  func styleReference(_ size: Expression, _ context: WordContext, _ range: SourceRange) -> LoweredNodes {
    var lowered = LoweredNodes()
    guard let style = context[.paragraphStyle].map({ styles.paragraphs[$0] }) else { return lowered }
    lowered.markup(#"<w:pStyle w:val="\#(style.id.escapedForAttribute)"#, range)
    lowered.append(number(size, in: .headlineSize, context, range))
    lowered.markup(#""/>"#, range)
    return lowered
  }

  /// The paragraph's direct formats. Indents count in characters of the style's size, as the theme's do.
  func indent(_ indent: Expression, _ context: WordContext, _ range: SourceRange) -> LoweredNodes {
    let style = context[.paragraphStyle].map { styles.paragraphs[$0] }
    var lowered = LoweredNodes()
    lowered.markup(#"<w:ind w:rightChars=""#, range)
    lowered.append(number(indent, in: .measure, context, range))
    lowered.markup(#"" w:right=""#, range)
    lowered.append(
      number(indent, times: (style?.size ?? .points(16)).twips, over: 100, in: .measure, context, range))
    lowered.markup(#""/>"#, range)
    return lowered
  }

  /// A measure as a whole number of another unit.
  private func number(
    _ measure: Expression, times factor: Int = 1, over divisor: Int = 1, in place: OutputPlace,
    _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    func integer(_ value: Int) -> Expression { Expression(.literal(.integer(String(value))), range) }
    var value = measure
    if factor != 1 { value = Expression(.binary(.multiply, value, integer(factor)), range) }
    if divisor != 1 { value = Expression(.binary(.floorDivide, value, integer(divisor)), range) }
    let output = TemplateNode.output(TemplateNode.Output(value, range: range, place: place))
    var lowered = LoweredNodes()
    // A block that the measure names is to print its characters only.
    lowered.append(.inContext(context.setting(.text).withoutAddedLists.bits, body: [output]))
    return lowered
  }
}

// The styles of a theme from its YAML text, inheritance resolved.

internal import Yams

/// Reads the three kinds of styles; fonts are known by their keys.
struct StyleReader {
  let fonts: [Font]
  private var claimed: Set<StyleSelector> = []

  init(fonts: [Font]) { self.fonts = fonts }

  mutating func paragraphStyles(
    _ reader: inout ThemeReader, _ root: inout ThemeReader.Section
  ) -> [ParagraphStyle] {
    guard let section = reader.section("段落样式", of: &root) else { return [] }
    var styles: [ParagraphStyle] = []
    for (name, key, node) in reader.entries(of: section) {
      guard var own = reader.section(node, name) else { continue }
      let basisName = reader.value("基于", of: &own, as: Word.self)?.text
      let basis = basisName.flatMap { wanted in styles.first { $0.name == wanted } }
      if let basisName, basis == nil {
        reader.report(
          "bad-theme-value", "「\(name)」所基于的样式「\(basisName)」在它前面没有定义", at: own.node["基于"] ?? key,
          help: "把「\(basisName)」写在「\(name)」的前面")
      }
      let paragraph = paragraphFormat(&reader, &own)
      let character = characterFormat(&reader, &own)
      let wordName = reader.value("文档名", of: &own, as: Word.self)?.text ?? name
      let isSized = reader.value("逐级字号", of: &own, as: Bool.self)
      let selectors = selectors(&reader, &own)
      reader.finish(own)
      styles.append(
        ParagraphStyle(
          name: name, wordName: wordName, basis: basis?.name, selectors: selectors,
          paragraph: paragraph, character: character,
          resolvedParagraph: paragraph.over(basis?.resolvedParagraph ?? ParagraphFormat()),
          resolvedCharacter: character.over(basis?.resolvedCharacter ?? CharacterFormat()),
          isSized: isSized ?? false))
    }
    requireStyles(styles, of: section, &reader)
    return styles
  }

  mutating func characterStyles(
    _ reader: inout ThemeReader, _ root: inout ThemeReader.Section
  ) -> [CharacterStyle] {
    guard let section = reader.section("文字样式", of: &root) else { return [] }
    return reader.entries(of: section).compactMap { name, _, node in
      guard var own = reader.section(node, name) else { return nil }
      let format = characterFormat(&reader, &own)
      let wordName = reader.value("文档名", of: &own, as: Word.self)?.text ?? name
      let selectors = selectors(&reader, &own)
      reader.finish(own)
      return CharacterStyle(name: name, wordName: wordName, selectors: selectors, format: format)
    }
  }

  mutating func tableStyles(
    _ reader: inout ThemeReader, _ root: inout ThemeReader.Section
  ) -> [TableStyle] {
    guard let section = reader.section("表格样式", of: &root) else { return [] }
    return reader.entries(of: section).compactMap { name, _, node in
      guard var own = reader.section(node, name) else { return nil }
      let rules = tableRules(&reader, &own)
      let margin = reader.required("边距", of: &own, as: Length.self)
      let wordName = reader.value("文档名", of: &own, as: Word.self)?.text ?? name
      let selectors = selectors(&reader, &own)
      reader.finish(own)
      return margin.map {
        TableStyle(name: name, wordName: wordName, selectors: selectors, rules: rules, cellMargin: $0)
      }
    }
  }

  /// All rules alike, or single ones.
  private func tableRules(
    _ reader: inout ThemeReader, _ own: inout ThemeReader.Section
  ) -> TableStyle.Rules {
    let border = reader.value("边框", of: &own, as: Length.self)
    return TableStyle.Rules(
      top: reader.value("上线", of: &own, as: Length.self) ?? border,
      bottom: reader.value("下线", of: &own, as: Length.self) ?? border,
      betweenRows: reader.value("行间线", of: &own, as: Length.self) ?? border, upright: border)
  }

  /// Where the content of a `div` stands on the paper.
  mutating func boxes(_ reader: inout ThemeReader, _ root: inout ThemeReader.Section) -> [BoxStyle] {
    guard let section = reader.section("版块样式", of: &root) else { return [] }
    return reader.entries(of: section).compactMap { name, _, node in
      guard var own = reader.section(node, name) else { return nil }
      let position = reader.required("位置", of: &own, as: BoxStyle.Position.self)
      let distance = reader.value("距", of: &own, as: Length.self)
      let width = reader.value("宽", of: &own, as: Length.self)
      let pushesText = reader.value("占位", of: &own, as: Bool.self)
      let selectors = selectors(&reader, &own)
      reader.finish(own)
      return position.map {
        BoxStyle(
          name: name, selectors: selectors, position: $0, distance: distance ?? .zero, width: width,
          pushesText: pushesText ?? false)
      }
    }
  }

  private func paragraphFormat(
    _ reader: inout ThemeReader, _ own: inout ThemeReader.Section
  ) -> ParagraphFormat {
    var format = ParagraphFormat()
    format.alignment = reader.value("对齐", of: &own, as: Alignment.self)
    format.firstLineIndent = reader.value("首行缩进", of: &own, as: Indent.self)
    format.hangingIndent = reader.value("悬挂缩进", of: &own, as: Indent.self)
    format.leftIndent = reader.value("左缩进", of: &own, as: Indent.self)
    format.rightIndent = reader.value("右缩进", of: &own, as: Indent.self)
    format.lineHeight = reader.value("行距", of: &own, as: Length.self)
    format.spaceBefore = reader.value("段前", of: &own, as: Length.self)
    format.spaceAfter = reader.value("段后", of: &own, as: Length.self)
    format.keepsWithNext = reader.value("与下段同页", of: &own, as: Bool.self)
    format.joinsItsOwn = reader.value("连续时不加距", of: &own, as: Bool.self)
    format.background = reader.value("底色", of: &own, as: Color.self)?.hexadecimal
    format.outlineLevel = reader.value("大纲级别", of: &own, as: OutlineLevel.self)?.level
    format.ruleAbove = reader.value("上线", of: &own, as: Rule.self)
    format.ruleBelow = reader.value("下线", of: &own, as: Rule.self)
    return format
  }

  private func characterFormat(
    _ reader: inout ThemeReader, _ own: inout ThemeReader.Section
  ) -> CharacterFormat {
    var format = CharacterFormat()
    if let key = reader.value("字体", of: &own, as: Word.self)?.text {
      format.font = fonts.first { $0.key == key }
      if format.font == nil, let node = own.node["字体"] {
        reader.report(
          "bad-theme-value", "没有字体「\(key)」", at: node,
          help: "可以写：\(fonts.map(\.key).joined(separator: "、"))")
      }
    }
    format.size = reader.value("字号", of: &own, as: TypeSize.self)?.length
    format.isBold = reader.value("加粗", of: &own, as: Bool.self)
    format.isItalic = reader.value("倾斜", of: &own, as: Bool.self)
    format.isUnderlined = reader.value("下划线", of: &own, as: Bool.self)
    format.isStruck = reader.value("删除线", of: &own, as: Bool.self)
    format.position = reader.value("位置", of: &own, as: VerticalPosition.self)
    format.color = reader.value("颜色", of: &own, as: Color.self)?.hexadecimal
    format.spacing = reader.value("字距", of: &own, as: Length.self)
    return format
  }

  /// What a style is used for; nothing may be claimed by two styles.
  private mutating func selectors(
    _ reader: inout ThemeReader, _ own: inout ThemeReader.Section
  ) -> [StyleSelector] {
    let selectors = reader.values("用于", of: &own, as: StyleSelector.self)
    for selector in selectors where !claimed.insert(selector).inserted {
      if let node = own.node["用于"] {
        reader.report("bad-theme-value", "「\(selector.text)」已经有样式了", at: node, help: "每个元素和类名只归一个样式")
      }
    }
    return selectors
  }

  /// What the transformation relies on.
  private func requireStyles(
    _ styles: [ParagraphStyle], of section: ThemeReader.Section, _ reader: inout ThemeReader
  ) {
    for name in ["基准", "正文", "页码单页", "页码双页"] where !styles.contains(where: { $0.name == name }) {
      reader.report("missing-theme-key", "缺少样式「\(name)」", at: section.mark)
    }
    for element in ["p", "h1", "h2", "h3", "h4", "h5", "td", "th", "caption", "li", "header", "footer"]
    where !styles.contains(where: { $0.selectors.contains(StyleSelector(element: element)) }) {
      reader.report("missing-theme-key", "没有一个段落样式用于「\(element)」", at: section.mark)
    }
  }
}

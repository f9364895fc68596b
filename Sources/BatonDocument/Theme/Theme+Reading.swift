// A theme from its YAML text.

public import BatonDiagnostics
internal import Yams

extension Theme {
  /// Reads a theme.
  ///
  /// - Throws: Every fault at once, each with line and column: `bad-yaml`, `bad-theme-value`,
  ///   `missing-theme-key`, `unknown-theme-key`.
  public init(parsing source: Source) throws(DocumentError) {
    try self.init(parsing: source, overriding: nil)
  }

  /// Reads a theme with single values that a county replaces: the same keys, as deep as they stand in the theme.
  ///
  /// - Throws: Every fault of either file at once, each with line and column.
  public init(parsing source: Source, overriding county: Source?) throws(DocumentError) {
    var reader = ThemeReader(source, overriding: county)
    let theme = Theme(reading: &reader)
    guard let theme, reader.diagnostics.isEmpty else { throw DocumentError(reader.diagnostics) }
    self = theme
  }

  private init?(reading reader: inout ThemeReader) {
    guard var root = reader.root() else { return nil }
    let page = Page(reading: &reader, root: &root)
    let landscape = page.flatMap { Page(landscapeOf: $0, reading: &reader, root: &root) }
    var grid = reader.section("网格", of: &root)
    let lineHeight = grid.mutate { reader.required("行距", of: &$0, as: Length.self) }
    let characterSpacing = grid.mutate { reader.required("字距", of: &$0, as: Length.self) }
    if let grid { reader.finish(grid) }
    let fonts = reader.fonts(of: &root)
    var styles = StyleReader(fonts: fonts)
    let paragraphStyles = styles.paragraphStyles(&reader, &root)
    let characterStyles = styles.characterStyles(&reader, &root)
    let tableStyles = styles.tableStyles(&reader, &root)
    let boxes = styles.boxes(&reader, &root)
    let lists = ListFormats(reading: &reader, root: &root)
    reader.finish(root)
    guard let page, let landscape, let lineHeight, let characterSpacing, let lists else { return nil }
    self.init(
      page: page, landscapePage: landscape, lineHeight: lineHeight, characterSpacing: characterSpacing,
      fonts: fonts, paragraphStyles: paragraphStyles, characterStyles: characterStyles,
      tableStyles: tableStyles, boxes: boxes, lists: lists)
  }
}

extension Theme.Page {
  fileprivate init?(reading reader: inout ThemeReader, root: inout ThemeReader.Section) {
    guard var section = reader.section("页面", of: &root) else { return nil }
    let names = ["宽", "高", "天头", "地脚", "订口", "切口", "页眉距", "页脚距"]
    let lengths = names.compactMap { reader.required($0, of: &section, as: Length.self) }
    reader.finish(section)
    guard lengths.count == names.count else { return nil }
    self.init(
      width: lengths[0], height: lengths[1], top: lengths[2], bottom: lengths[3], inside: lengths[4],
      outside: lengths[5], headerDistance: lengths[6], footerDistance: lengths[7])
  }

  fileprivate init?(
    landscapeOf page: Theme.Page, reading reader: inout ThemeReader, root: inout ThemeReader.Section
  ) {
    guard var section = reader.section("横排页面", of: &root) else { return nil }
    let names = ["天头", "地脚", "左边", "右边", "页眉距", "页脚距"]
    let lengths = names.compactMap { reader.required($0, of: &section, as: Length.self) }
    reader.finish(section)
    guard lengths.count == names.count else { return nil }
    self.init(
      width: page.height, height: page.width, top: lengths[0], bottom: lengths[1], inside: lengths[2],
      outside: lengths[3], headerDistance: lengths[4], footerDistance: lengths[5])
  }
}

extension ThemeReader {
  fileprivate mutating func fonts(of root: inout Section) -> [Font] {
    guard let section = section("字体", of: &root) else { return [] }
    return entries(of: section).compactMap { key, _, node in
      guard var section = self.section(node, key) else { return nil }
      let name = required("名称", of: &section, as: Word.self)
      let alternative = value("别名", of: &section, as: Word.self)
      let panose = required("字形特征", of: &section, as: Panose.self)
      let family = required("字族", of: &section, as: Font.Family.self)
      let webFamilies = values("网页", of: &section, as: Word.self)
      finish(section)
      guard let name, let panose, let family else { return nil }
      return Font(
        key: key, name: name.text, alternativeName: alternative?.text, panose: panose.hexadecimal,
        family: family, webFamilies: webFamilies.map(\.text))
    }
  }
}

extension ListFormats {
  fileprivate init?(reading reader: inout ThemeReader, root: inout ThemeReader.Section) {
    guard var section = reader.section("列表", of: &root) else { return nil }
    let formats = ["有序", "中文", "无序"].compactMap { name -> ListFormat? in
      let labels = reader.values(name, of: &section, as: ListLabel.self)
      if labels.isEmpty { reader.report("missing-theme-key", "缺少「\(name)」", at: section.mark) }
      return labels.isEmpty ? nil : ListFormat(labels: labels)
    }
    let indent = reader.required("缩进", of: &section, as: Length.self)
    reader.finish(section)
    guard formats.count == 3, let indent else { return nil }
    self.init(ordered: formats[0], chinese: formats[1], unordered: formats[2], indent: indent)
  }
}

extension Optional {
  /// Changes the value in place where there is one.
  fileprivate mutating func mutate<Result>(_ change: (inout Wrapped) -> Result?) -> Result? {
    guard var value = self else { return nil }
    defer { self = value }
    return change(&value)
  }
}

// WordprocessingML as templates see it (TEMPLATES §§3, 4): paragraphs and runs may be cut, everything larger is
// covered whole.

internal import BatonOffice
internal import BatonTemplate

extension Vocabulary {
  /// Names are as the reader of parts writes them: prefix `w`, transitional namespace.
  static let wordprocessingML = Vocabulary(
    name: "wordprocessingML", namespace: Namespace.wordprocessingML, rules: wordRules,
    classRules: wordVariants, normalizesWhiteSpace: false, paragraphName: "w:p", variants: variants)

  private static func variants(of element: TemplateNode.Element) -> [Substring] {
    switch element.localName {
    case "p": element.properties.contains { $0.endsSection } ? ["section"] : []
    case "sdt": [element.contentKind?.rawValue[...]].compactMap(\.self)
    default: []
    }
  }

  private static let wordRules: [String: ElementRule] = {
    var rules: [String: ElementRule] = [:]
    func add(_ names: String, _ rule: ElementRule, _ change: (inout ElementRule) -> Void = { _ in }) {
      var rule = rule
      change(&rule)
      rule.isCalledByLabel = true
      for name in names.split(separator: " ") { rules[String(name)] = rule }
    }
    // Parts and stories
    add("document", ElementRule(.page, .only([.page]), "文档"))
    add("body", ElementRule(.page, .flow, "正文")) { $0.isStory = true }
    add("hdr ftr", ElementRule(.page, .flow, "页眉、页脚")) { $0.isStory = true }
    add("footnote endnote", ElementRule(.any, .flow, "脚注")) { $0.isStory = true }
    add("txbxContent", ElementRule(.any, .flow, "文本框")) { $0.isStory = true }

    // Paragraphs and what stands in them
    add("p", ElementRule(.block, .paragraph, "段落")) {
      $0.isCuttable = true
      $0.whenEmpty = .vanishesIfOnlyTags
    }
    add("r", ElementRule(.inline, .inline, "文字")) {
      $0.isCuttable = true
      $0.isNothingWhenEmpty = true
    }
    add("tab br cr ptab noBreakHyphen softHyphen sym", ElementRule(.inline, .none, "制表、换行")) {
      $0.isVoid = true
    }
    add("instrText", ElementRule(.inline, .characters, "域代码")) {
      $0.isVoid = true
      $0.cut = .field
    }
    add("hyperlink fldSimple bdo dir", ElementRule(.inline, .inline, "超链接、域")) { $0.cut = .field }
    add("footnoteReference endnoteReference", ElementRule(.inline, .any, "脚注")) {
      $0.isVoid = true
      $0.cut = .field
    }
    add("bookmarkStart bookmarkEnd permStart permEnd", ElementRule(.nothing, .none, "书签"))

    // Tables
    add("tbl", ElementRule(.block, .only([.row]), "表格")) {
      $0.cut = .table
      $0.whenEmpty = .vanishes
    }
    add("tr", ElementRule(.row, .only([.cell]), "表格的行")) {
      $0.cut = .row
      $0.whenEmpty = .vanishes
    }
    add("tc", ElementRule(.cell, .flow, "单元格")) { $0.cut = .cell }
    return rules
  }()

  private static let wordVariants: [String: ElementRule] = {
    var inline = ElementRule(.inline, .any, "内容控件")
    inline.cut = .field
    var row = ElementRule(.row, .only([.row]), "内容控件")
    row.cut = .row
    var cell = ElementRule(.cell, .only([.cell]), "内容控件")
    cell.cut = .cell
    let rules = [
      // The end of a section is there once, whatever the data.
      "p.section": ElementRule(.block, .paragraph, "节的最后一段"),
      "sdt.block": ElementRule(.block, .flow, "内容控件"), "sdt.inline": inline, "sdt.row": row, "sdt.cell": cell,
    ]
    return rules.mapValues { rule in
      var rule = rule
      rule.isCalledByLabel = true
      return rule
    }
  }()
}

/// What a content control holds.
enum ControlContent: String {
  case block, inline, row, cell
}

extension TemplateNode.Element {
  /// Marks of the reader that are no markup: never printed.
  static let markNamespace = "baton:mark"

  /// The content of a control, as the reader found it.
  var contentKind: ControlContent? { mark("content").flatMap(ControlContent.init) }

  /// A mark of the reader.
  func mark(_ name: String) -> String? {
    guard let attribute = attributes.first(where: { $0.namespace == Self.markNamespace && $0.name == name }),
      case .text(let text) = attribute.value.first
    else { return nil }
    return text.characters
  }

  mutating func setMark(_ name: String, _ value: String) {
    attributes.append(
      .init(
        name: name, namespace: Self.markNamespace, value: [.text(.init(value, range: range))], range: range)
    )
  }

  /// Whether it is WordprocessingML's element of a name.
  func isWord(_ name: String) -> Bool {
    namespace == Namespace.wordprocessingML && localName == name[...]
  }

  /// The value of an attribute by its written name, where no tag has a part in it.
  func value(_ name: String) -> String? {
    guard let attribute = attributes.first(where: { $0.name == name }) else { return nil }
    guard case .text(let text) = attribute.value.first else { return "" }
    return text.characters
  }

  /// The first child element of a name.
  func child(_ name: String) -> TemplateNode.Element? {
    for case .element(let element) in children where element.isWord(name) { return element }
    return nil
  }

  /// The element among the properties of a name: `pPr` of a paragraph.
  func properties(_ name: String) -> TemplateNode.Element? { properties.first { $0.isWord(name) } }

  /// Paragraph properties that end a section.
  fileprivate var endsSection: Bool { isWord("pPr") && child("sectPr") != nil }
}

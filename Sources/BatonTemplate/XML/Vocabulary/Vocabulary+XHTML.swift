// XHTML as TEMPLATES §3 has it.

extension Vocabulary {
  package static let xhtmlNamespace = "http://www.w3.org/1999/xhtml"

  package static let xhtml = Vocabulary(
    name: "xhtml", namespace: xhtmlNamespace, rules: xhtmlRules, classRules: xhtmlClassRules,
    normalizesWhiteSpace: true, paragraphName: "p")

  private static let xhtmlRules: [String: ElementRule] = {
    var rules: [String: ElementRule] = [:]
    func add(_ names: String, _ rule: ElementRule, _ change: (inout ElementRule) -> Void = { _ in }) {
      var rule = rule
      change(&rule)
      for name in names.split(separator: " ") { rules[String(name)] = rule }
    }
    // The page
    add("html", ElementRule(.page, .only([.page]), "网页"))
    add("head", ElementRule(.page, .only([.head]), "页头信息"))
    add("body", ElementRule(.page, .flow, "正文"))
    add("title", ElementRule(.head, .characters, "网页标题"))
    add("meta link", ElementRule(.head, .none, "页头信息")) { $0.isVoid = true }
    add("style script", ElementRule(.head, .characters, "样式")) { $0.isPreformatted = true }

    // Paragraphs
    for (names, rule) in [
      ("p", ElementRule(.block, .paragraph, "段落")),
      ("h1 h2 h3 h4 h5 h6", ElementRule(.block, .paragraph, "标题")),
    ] {
      add(names, rule) {
        $0.isCuttable = true
        $0.whenEmpty = .vanishesIfOnlyTags
      }
    }
    add("pre", ElementRule(.block, .paragraph, "原样文字")) { $0.isPreformatted = true }
    add("caption", ElementRule(.tablePart, .paragraph, "表题")) {
      $0.cut = .table
      $0.whenEmpty = .vanishesIfOnlyTags
    }
    add("figcaption", ElementRule(.block, .paragraph, "图题")) { $0.whenEmpty = .vanishesIfOnlyTags }

    // Flow containers
    add("section div blockquote figure nav", ElementRule(.block, .flow, "节"))
    add("figure", ElementRule(.block, .flow, "图")) { $0.whenEmpty = .vanishes }
    add("header footer", ElementRule(.margin, .flow, "页眉、页脚"))
    add("hr", ElementRule(.block, .none, "分隔线")) { $0.isVoid = true }

    // Lists
    add("ul ol", ElementRule(.block, .only([.item]), "列表")) { $0.whenEmpty = .vanishes }
    add("dl", ElementRule(.block, .only([.item]), "列表"))
    add("li dd", ElementRule(.item, .flow, "条目")) {
      $0.cut = .item
      $0.whenEmpty = .vanishesIfOnlyTags
    }
    add("dt", ElementRule(.item, .paragraph, "条目")) {
      $0.cut = .item
      $0.whenEmpty = .vanishesIfOnlyTags
    }

    // Tables
    add("table", ElementRule(.block, .only([.row, .tablePart]), "表格")) {
      $0.cut = .table
      $0.whenEmpty = .vanishes
    }
    add("thead tbody tfoot", ElementRule(.row, .only([.row]), "表格")) {
      $0.cut = .row
      $0.whenEmpty = .vanishes
    }
    add("tr", ElementRule(.row, .only([.cell]), "表格的行")) {
      $0.cut = .row
      $0.whenEmpty = .vanishes
    }
    add("td th", ElementRule(.cell, .flow, "单元格")) { $0.cut = .cell }
    add("colgroup", ElementRule(.tablePart, .only([.column]), "列宽")) { $0.cut = .table }
    add("col", ElementRule(.column, .none, "列")) { $0.isVoid = true }

    // Inline
    add("b i u s em strong sub sup span a code small mark", ElementRule(.inline, .inline, "行内内容")) {
      $0.isCuttable = true
    }
    add("br", ElementRule(.inline, .none, "换行")) { $0.isVoid = true }
    add("img", ElementRule(.inline, .none, "图片")) { $0.isVoid = true }
    add("input area base embed source track wbr param", ElementRule(.any, .none, "元素")) { $0.isVoid = true }
    return rules
  }()

  private static let xhtmlClassRules: [String: ElementRule] = {
    var footnote = ElementRule(.inline, .paragraph, "脚注")
    footnote.cut = .field
    var field = ElementRule(.inline, .none, "页码")
    field.cut = .field
    let contents = ElementRule(.block, .none, "目录")
    var page = ElementRule(.block, .only([.text, .inline, .block, .margin]), "页面")
    page.cut = .section
    return [
      "span.footnote": footnote, "span.page-number": field, "span.page-count": field, "section.page": page,
      "nav.toc": contents,
    ]
  }()
}

// One cell: its width, what it covers, and a paragraph at least.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// A cell whose place in the grid is known.
  mutating func fixedCell(
    _ element: TemplateNode.Element, _ row: CellRow, in rowStyle: ParagraphStyle?, _ context: WordContext
  ) -> LoweredNodes {
    let styles = cellStyles(of: element, in: rowStyle)
    var lowered = cellStart(
      row, span: element.columnSpan, merge: element.rowSpan > 1 ? .starts : nil, context,
      element.startTagRange)
    let columns = row.column..<min(row.column + element.columnSpan, max(row.grid.columnCount, row.column))
    let nominal = 100_000
    let share = row.grid.twips(total: nominal)[columns].reduce(0, +)
    lowered.append(
      limitingPictures(in: element, share: share, context, cellContent(element, styles, context)))
    return lowered
  }

  /// A cell whose place in the grid the register knows.
  mutating func countedCell(
    _ element: TemplateNode.Element, in rowStyle: ParagraphStyle?, _ context: WordContext
  ) -> LoweredNodes {
    let styles = cellStyles(of: element, in: rowStyle)
    var lowered = LoweredNodes()
    lowered.append(
      .gridCell(
        columns: number(of: "colspan", in: element), rows: number(of: "rowspan", in: element),
        element.startTagRange))
    lowered.append(
      limitingPictures(in: element, share: nil, context, cellContent(element, styles, context)))
    return lowered
  }

  /// The number that an attribute says, as an expression; `nil` without one.
  private mutating func number(of name: String, in element: TemplateNode.Element) -> Expression? {
    guard let attribute = element.attribute(name) else { return nil }
    guard let number = attribute.value.numberExpression(attribute.range) else {
      report("bad-number", "「\(name)」里只能写一个整数，或一个 {{ }}", attribute.range)
      return nil
    }
    return number
  }

  /// A cell of a row that one from above covers; its paragraph must not be higher than the row's.
  func continuedCell(
    _ row: CellRow, span: Int, _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    var lowered = cellStart(row, span: span, merge: .continues, context, range)
    lowered.markup(theme.continuedCellEnd, range)
    return lowered
  }

  /// `<w:tc>` and its properties up to what it covers (ECMA-376-1 §17.4.70).
  private func cellStart(
    _ row: CellRow, span: Int, merge: GridMarkup.Merge?, _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup(GridMarkup.cellStart, range)
    // A longer row is reported where it ends.
    let columns = row.column..<min(row.column + span, row.grid.columnCount)
    if row.column < row.grid.columnCount {
      lowered.append(
        byPlace(context) { place in
          var text = LoweredNodes()
          let total = self.totalWidth(place)
          text.markup(
            GridMarkup.cellWidth(row.grid.twips(total: total)[columns].reduce(0, +), place, total), range)
          return text
        })
    }
    lowered.markup(GridMarkup.cellShape(span, merge), range)
    return lowered
  }

  /// The paragraph style of a cell, and the row's where the cell has another.
  private struct CellStyles {
    var paragraph: ParagraphStyle?
    var background: String?
    var row: ParagraphStyle?
  }

  private mutating func cellStyles(
    of element: TemplateNode.Element, in row: ParagraphStyle?
  ) -> CellStyles {
    reportClassFromData(element)
    let name = element.localName
    var own: ParagraphStyle?
    for className in element.classNames {
      if let found = theme.paragraphStyle(for: name, className) {
        own = found
      } else {
        reportUnknownClass(className, element)
      }
    }
    let paragraph = own ?? (name == "td" ? row : nil) ?? theme.paragraphStyle(for: name)
    return CellStyles(
      paragraph: paragraph,
      background: own?.resolvedParagraph.background ?? row?.resolvedParagraph.background
        ?? paragraph?.resolvedParagraph.background, row: row)
  }

  private mutating func cellContent(
    _ element: TemplateNode.Element, _ cell: CellStyles, _ context: WordContext
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup(
      (cell.background.map { Markup.shading($0).text } ?? "") + Markup.value("w:vAlign", "center").text
        + "</w:tcPr>", element.startTagRange)
    var inner = context.setting(.flow).setting(.numbered, 0).setting(.inCell, 1).setting(.listDepth, 0)
      .setting(.paragraphStyle, cell.paragraph.map(styles.number(of:)) ?? 0)
    for field in ContextField.runFields { inner = inner.setting(field, 0) }
    // A row's weight holds in cells that have a style of their own, too.
    if cell.row?.resolvedCharacter.isBold == true { inner = inner.setting(.bold, 1) }
    lowered.append(bookmarked(element, container(element.children, inner, element.range)))
    lowered.markup("</w:tc>", element.range)
    return lowered
  }

  /// The content of a container that holds at least a paragraph.
  mutating func container(
    _ nodes: [TemplateNode], _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    var empty = paragraphStart(breaks: [], context, range)
    empty.markup("</w:p>", range)
    if nodes.isEmpty { return empty }
    let kind = kinds.kind(of: nodes)
    if kind.isInline {
      // One paragraph that stays when nothing was printed in it.
      let picturing = picturing(nodes)
      var lowered = paragraphStart(breaks: [], picturing: picturing, context, range)
      lowered.append(runs(nodes.aloneInParagraph(context), context))
      lowered.markup("</w:p>", range)
      return lowered.knowingPictures(picturing)
    }
    let content = flow(nodes, context)
    if nodes.contains(where: isStaticParagraph) { return content }
    var lowered = LoweredNodes()
    lowered.append(.orElse(body: content.nodes, fallback: empty.nodes))
    return lowered
  }

  /// Whether a node prints a paragraph whatever the data.
  private func isStaticParagraph(_ node: TemplateNode) -> Bool {
    guard case .element(let element) = node, element.isParagraph else { return false }
    return !element.children.isDynamic && paragraphCall(element) == nil && element.splitByClass == nil
  }
}

extension [TemplateNode] {
  /// An attribute's value as a number: literal, of one output, or a choice of such.
  fileprivate func numberExpression(_ range: SourceRange) -> Expression? {
    guard count == 1, let node = first else {
      return isEmpty ? Expression(.literal(.integer("1")), range) : nil
    }
    switch node {
    case .text(let text):
      let digits = text.characters.filter { !$0.isWhitespace }
      return Int(digits).map { Expression(.literal(.integer(String($0))), text.range) }
    case .output(let output): return output.expression
    case .block(let block):
      return block.clauses.reversed().reduce(Expression(.literal(.none), range)) { rest, clause in
        guard let rest, let value = clause.body.isEmpty ? .some(rest) : clause.body.numberExpression(range)
        else { return nil }
        switch clause.head {
        case .if(let condition), .elif(let condition):
          return Expression(.conditional(then: value, condition: condition, otherwise: rest), range)
        case .else: return value
        default: return nil
        }
      }
    case .element, .tag, .instruction: return nil
    }
  }
}

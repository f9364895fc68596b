// Where the rows and cells of a table stand in its grid, while it is printed.

/// The grid of one table.
struct GridRegister {
  /// A cell that reaches down into the rows below.
  struct Covering {
    let column: Int
    let span: Int
    var rowsLeft: Int
  }

  /// The row that is being printed.
  struct Row {
    var column = 0
    var started: [Covering] = []
    /// The slot that says how many columns it leaves empty.
    var tail: Int?
    /// The columns of the cell that began last.
    var lastCell: Range<Int>?
  }

  let context: UInt32
  /// The widths of the columns that the table declares, and once they are known the widths of all.
  var declared: [ColumnWidth] = []
  var table: GridMarkup.Table?
  var coverings: [Covering] = []
  var row = Row()
  /// The most columns of a row so far.
  private(set) var widest = 0
  /// The fill of the columns' slot.
  var columnsFill: Int?
  /// The fills of cells' widths, by the columns they cover.
  var widthFills: [Range<Int>: Int] = [:]
  /// The slots of rows' tails, and how many columns the rows have.
  private(set) var tails: [(slot: Int, columns: Int)] = []

  init(context: UInt32) { self.context = context }

  /// The covering cell that comes next in the row.
  var coveringCell: Covering? { coverings.first { $0.column == row.column } }

  mutating func beginRow() { row = Row() }

  /// Takes the columns of the next cell.
  mutating func addCell(columns: Int, rows: Int) {
    if rows > 1 { row.started.append(Covering(column: row.column, span: columns, rowsLeft: rows - 1)) }
    row.lastCell = row.column..<(row.column + columns)
    row.column += columns
  }

  mutating func endRow() {
    widest = max(widest, row.column)
    if let tail = row.tail { tails.append((tail, row.column)) }
    for index in coverings.indices { coverings[index].rowsLeft -= 1 }
    coverings = (coverings + row.started).filter { $0.rowsLeft > 0 }
  }
}

extension Machine {
  mutating func runGrid(_ step: Operation) throws(Fault) {
    guard let markup = environment.dialect.grid else { preconditionFailure("a dialect without tables") }
    if step.code == .gridBegin {
      grids.append(GridRegister(context: contextRegister & ~step.b | step.a))
      return
    }
    let last = grids.count - 1
    guard last >= 0 else { throw Fault(.value, id: "markup-kind", "表格的行只能印在表格里") }
    switch step.code {
    case .gridEnd: endGrid(markup)
    case .gridColumn: grids[last].declared.append(ColumnWidth(kind: step.k, value: Int(step.a)))
    case .gridColumns: try beginRows(markup)
    case .gridGroupEnd: grids[last].coverings.removeAll()
    case .gridRowBegin: grids[last].beginRow()
    case .gridRowTail: grids[last].row.tail = streams.addSlot(streams.emptyFill, at: out.count)
    case .gridRowEnd:
      continueCoveringCells(markup)
      grids[last].endRow()
    case .gridCell: try beginCell(step, markup)
    default: preconditionFailure("an operation that is not about tables")
    }
  }

  /// The columns that are declared are known from here on.
  private mutating func beginRows(_ markup: GridMarkup) throws(Fault) {
    let last = grids.count - 1
    if grids[last].declared.isEmpty {
      let fill = streams.newFill()
      grids[last].columnsFill = fill
      streams.addSlot(fill, at: out.count)
    } else {
      try checkColumnCount(grids[last].declared.count, markup)
      out.append(markup.columns(knownTable(markup)))
    }
  }

  private mutating func knownTable(_ markup: GridMarkup) -> GridMarkup.Table {
    let last = grids.count - 1
    if let table = grids[last].table { return table }
    let context = grids[last].context
    let wanted = grids[last].declared
    let columns = wanted.isEmpty ? Array(repeating: ColumnWidth.share, count: grids[last].widest) : wanted
    let table = GridMarkup.Table(widths: markup.widths(columns, context), context: context)
    grids[last].table = table
    return table
  }

  private func checkColumnCount(_ count: Int, _ markup: GridMarkup) throws(Fault) {
    guard count > markup.maximumColumns else { return }
    throw Fault(.value, id: "ragged-row", "表格有 \(count) 列，最多只能有 \(markup.maximumColumns) 列", help: "把表格分成几个")
  }

  // MARK: Cells

  private mutating func beginCell(_ step: Operation, _ markup: GridMarkup) throws(Fault) {
    let rows = step.k & 2 == 0 ? 1 : try span(stack.removeLast(), 1...Int.max)
    let columns = step.k & 1 == 0 ? 1 : try span(stack.removeLast(), 1...markup.maximumColumns)
    continueCoveringCells(markup)
    let last = grids.count - 1
    let end = grids[last].row.column + columns
    if !grids[last].declared.isEmpty, end > grids[last].declared.count {
      throw Fault(
        .value, id: "ragged-row", "这一行有 \(end) 列，比表格的 \(grids[last].declared.count) 列多",
        help: "检查「colgroup」和「colspan」")
    }
    try checkColumnCount(end, markup)
    emitCellStart(columns, rows > 1 ? .starts : nil, markup)
    grids[last].addCell(columns: columns, rows: rows)
  }

  /// A span as an attribute means it: nothing and false are not there.
  private mutating func span(_ value: Node, _ range: ClosedRange<Int>) throws(Fault) -> Int {
    let value = plain(value)
    if value.tag == .none || value.tag == .bool && value.integer == 0 { return 1 }
    if value.tag == .undefined {
      _ = try str(value)
      return 1
    }
    if value.tag == .string, value.byteCount == 0 { return 1 }
    guard value.tag == .int, range.contains(value.integer) else {
      throw badNumber(value, range)
    }
    return value.integer
  }

  /// Prints what continues cells from above up to the next free column.
  private mutating func continueCoveringCells(_ markup: GridMarkup) {
    let last = grids.count - 1
    while let cell = grids[last].coveringCell {
      emitCellStart(cell.span, .continues, markup)
      out.append(markup.continuationEnd)
      grids[last].row.column += cell.span
    }
  }

  private mutating func emitCellStart(_ columns: Int, _ merge: GridMarkup.Merge?, _ markup: GridMarkup) {
    let last = grids.count - 1
    let range = grids[last].row.column..<(grids[last].row.column + columns)
    out.append(markup.cellStart)
    if grids[last].declared.isEmpty {
      let fill = grids[last].widthFills[range] ?? streams.newFill()
      grids[last].widthFills[range] = fill
      streams.addSlot(fill, at: out.count)
    } else {
      out.append(markup.cellWidth(knownTable(markup), range))
    }
    out.append(markup.cellShape(columns, merge))
  }

  // MARK: The end

  /// Fills what could not be known before all rows were printed.
  private mutating func endGrid(_ markup: GridMarkup) {
    let table = knownTable(markup)
    let grid = grids.removeLast()
    if let fill = grid.columnsFill { streams.setFill(fill, Array(markup.columns(table).utf8)) }
    for (range, fill) in grid.widthFills {
      streams.setFill(fill, Array(markup.cellWidth(table, range).utf8))
    }
    var fills: [Int: Int] = [:]
    for tail in grid.tails where tail.columns < table.widths.count {
      let missing = table.widths.count - tail.columns
      let fill = fills[missing] ?? streams.newFill()
      if fills[missing] == nil { streams.setFill(fill, Array(markup.emptyTail(missing).utf8)) }
      fills[missing] = fill
      streams.setSlot(tail.slot, to: fill)
    }
  }
}

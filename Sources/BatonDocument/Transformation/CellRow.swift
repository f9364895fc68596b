// Where cells stand in a row that is in sight: columns that cells from above cover are continued.

internal import BatonDiagnostics
internal import BatonTemplate

/// Cells that reach down into the rows below.
struct Coverage {
  struct Cell {
    var column: Int
    var span: Int
    var rowsLeft: Int
  }

  var cells: [Cell] = []

  /// The covering cell that starts at a column of the current row.
  func cell(at column: Int) -> Cell? { cells.first { $0.column == column } }

  /// Moves on to the next row, with the cells that start in this one.
  mutating func advance(adding new: [Cell]) {
    cells = cells.map { Cell(column: $0.column, span: $0.span, rowsLeft: $0.rowsLeft - 1) }
    cells = (cells + new).filter { $0.rowsLeft > 0 }
  }
}

/// Where the next cell of a row goes.
struct CellRow {
  let grid: TableGrid
  let coverage: Coverage
  var column = 0
  /// Cells of this row that reach down into the next.
  private(set) var started: [Coverage.Cell] = []

  init(grid: TableGrid, coverage: Coverage) {
    self.grid = grid
    self.coverage = coverage
  }

  /// Takes the columns of a cell.
  mutating func add(_ cell: TemplateNode.Element) {
    if cell.rowSpan > 1 {
      started.append(Coverage.Cell(column: column, span: cell.columnSpan, rowsLeft: cell.rowSpan - 1))
    }
    column += cell.columnSpan
  }

  /// Passes what cells from above cover.
  mutating func skipCoveringCells() {
    while let cell = coverage.cell(at: column) { column += cell.span }
  }

  /// Adds the continuations of cells from above that come next.
  mutating func addCoveringCells(
    to lowered: inout LoweredNodes, _ transformation: WordTransformation, _ context: WordContext
  ) {
    while let cell = coverage.cell(at: column) {
      lowered.append(transformation.continuedCell(self, span: cell.span, context, SourceRange(0, 0)))
      column += cell.span
    }
  }
}

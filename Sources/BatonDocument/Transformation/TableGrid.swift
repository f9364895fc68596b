// The columns of a table (TEMPLATES §13): from `colgroup`, else from its widest row.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// The grid of a table whose rows are all in sight, or one that is counted while its rows are printed.
struct TableGrid {
  /// Empty where the columns are counted.
  let widths: [ColumnWidth]
  /// Whether only the printing tells how many columns there are, or which cells reach down into which rows.
  let isCounted: Bool

  init(widths: [ColumnWidth]) {
    self.widths = widths
    isCounted = false
  }

  private init() {
    widths = []
    isCounted = true
  }

  static let counted = TableGrid()

  var columnCount: Int { widths.count }

  /// Where a table stands decides how wide it is.
  enum Place: Int, CaseIterable {
    case portrait, landscape, cell

    /// The place that a register says.
    init(_ register: UInt32) {
      if register & ContextField.inCell.mask != 0 {
        self = .cell
      } else {
        self = register & ContextField.landscape.mask != 0 ? .landscape : .portrait
      }
    }
  }

  func twips(total: Int) -> [Int] { widths.twips(total: total) }
}

extension [ColumnWidth] {
  /// The columns in twips for a width of the table.
  func twips(total: Int) -> [Int] {
    var result = map { width -> Int in
      switch width {
      case .fixed(let twips): twips
      case .percent(let thousandths): total * thousandths / 100_000
      case .share: 0
      }
    }
    let shares = indices.filter { self[$0] == .share }
    guard !shares.isEmpty else { return result }
    let rest = Swift.max(total - result.reduce(0, +), shares.count * Self.narrowest)
    for (order, index) in shares.enumerated() {
      // Rounding is spread so that the columns fill the table exactly.
      result[index] = rest * (order + 1) / shares.count - rest * order / shares.count
    }
    return result
  }

  /// 5 mm: a column that still holds a character.
  private static var narrowest: Int { 283 }
}

extension ColumnWidth {
  /// `20mm` or `15%`, in twips or thousandths of a percent.
  init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let number = Decimal.thousandths(text.dropLast()), number > 0, number <= 100_000 else {
        return nil
      }
      self = .percent(number)
    } else {
      guard let length = Length(themeText: text), length.twips > 0 else { return nil }
      self = .fixed(length.twips)
    }
  }
}

extension TemplateNode.Element {
  /// Columns that a cell covers, by its literal `colspan`.
  var columnSpan: Int { literal("colspan").flatMap { Int($0) }.map { max(1, min($0, 63)) } ?? 1 }

  /// Rows that a cell covers, by its literal `rowspan`.
  var rowSpan: Int { literal("rowspan").flatMap { Int($0) }.map { max(1, $0) } ?? 1 }

  /// Whether the data decide what a cell covers.
  var hasSpanFromData: Bool {
    ["colspan", "rowspan"].contains { value(of: $0) != nil && literal($0) == nil }
  }
}

// The columns of a table (TEMPLATES §13): from `colgroup`, else from its widest row.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// The grid of a table. Columns that are printed under a condition or in a loop count once.
struct TableGrid {
  /// What a column wants to be wide.
  enum Width: Hashable {
    case fixed(Length)
    /// In thousandths of a percent of the table.
    case percent(Int)
    /// An equal share of what the others leave.
    case share
  }

  /// Columns and the statements that they are printed by.
  indirect enum Item {
    case column(index: Int)
    case statement(TemplateNode.Block, clauses: [[Item]])
  }

  private(set) var items: [Item]
  private(set) var widths: [Width]
  /// Whether the number of columns is only known when they are printed.
  private(set) var isDynamic: Bool
  /// The grid of a table that is not in sight: rows of a macro.
  private(set) var isUnknown = false

  static let unknown: TableGrid = {
    var grid = TableGrid(items: [], widths: [], isDynamic: true)
    grid.isUnknown = true
    return grid
  }()

  var columnCount: Int { widths.count }

  /// Where a table stands decides how wide it is.
  enum Place: Int, CaseIterable {
    case portrait, landscape, cell
  }

  /// The columns in twips for a width of the table.
  func twips(total: Int) -> [Int] {
    var result = widths.map { width -> Int in
      switch width {
      case .fixed(let length): length.twips
      case .percent(let thousandths): total * thousandths / 100_000
      case .share: 0
      }
    }
    let shares = widths.indices.filter { widths[$0] == .share }
    guard !shares.isEmpty else { return result }
    let rest = max(total - result.reduce(0, +), shares.count * Self.narrowest)
    for (order, index) in shares.enumerated() {
      // Rounding is spread so that the columns fill the table exactly.
      result[index] = rest * (order + 1) / shares.count - rest * order / shares.count
    }
    return result
  }

  /// 5 mm: a column that still holds a character.
  private static let narrowest = 283
}

extension TableGrid {
  /// The grid by the columns of a `colgroup`.
  init(columns nodes: [TemplateNode], report: (TemplateNode.Element) -> Void) {
    var widths: [Width] = []
    var isDynamic = false
    func items(_ nodes: [TemplateNode]) -> [Item] {
      nodes.flatMap { node -> [Item] in
        switch node {
        case .element(let element):
          let text = element.literal("width") ?? ""
          let width = text.isEmpty ? Width.share : Width(text)
          if width == nil { report(element) }
          let span = element.literal("span").flatMap { Int($0) } ?? 1
          return (0..<max(1, min(span, 63))).map { _ in
            widths.append(width ?? .share)
            return .column(index: widths.count - 1)
          }
        case .block(let block):
          isDynamic = true
          return [.statement(block, clauses: block.clauses.map { items($0.body) })]
        case .text, .output, .tag, .instruction: return []
        }
      }
    }
    let all = items(nodes)
    self.init(items: all, widths: widths, isDynamic: isDynamic)
  }

  /// The grid by the cells of a row: one column for each, equal in width.
  init(cellsOf nodes: [TemplateNode]) {
    var isDynamic = false
    func items(_ nodes: [TemplateNode], from start: Int) -> (items: [Item], count: Int) {
      var result: [Item] = []
      var column = start
      for node in nodes {
        switch node {
        case .element(let element):
          result += (0..<element.columnSpan).map { .column(index: column + $0) }
          column += element.columnSpan
        case .block(let block):
          isDynamic = true
          let clauses = block.clauses.map { items($0.body, from: column) }
          result.append(.statement(block, clauses: clauses.map(\.items)))
          column += clauses.map(\.count).max() ?? 0
        case .text, .output, .tag, .instruction: break
        }
      }
      return (result, column - start)
    }
    let all = items(nodes, from: 0)
    self.init(
      items: all.items, widths: Array(repeating: .share, count: all.count), isDynamic: isDynamic)
  }
}

extension TableGrid.Width {
  /// `20mm` or `15%`
  init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let number = Decimal.thousandths(text.dropLast()), number > 0, number <= 100_000 else {
        return nil
      }
      self = .percent(number)
    } else {
      guard let length = Length(themeText: text), length.twips > 0 else { return nil }
      self = .fixed(length)
    }
  }
}

extension TemplateNode.Element {
  /// Columns that a cell covers, by its literal `colspan`.
  var columnSpan: Int { literal("colspan").flatMap { Int($0) }.map { max(1, min($0, 63)) } ?? 1 }

  /// Rows that a cell covers, by its literal `rowspan`.
  var rowSpan: Int { literal("rowspan").flatMap { Int($0) }.map { max(1, $0) } ?? 1 }

  var hasRowSpanFromData: Bool { value(of: "rowspan") != nil && literal("rowspan") == nil }
}

// What a piece of a template prints, as far as structure goes (TEMPLATES §3).

/// The kind of a node or of a list of nodes.
package enum Kind: UInt16, Sendable, Hashable, CaseIterable {
  /// Prints nothing: fits everywhere.
  case nothing
  /// Characters and values.
  case text
  case inline
  case block
  /// `li`, `dt`, `dd`
  case item
  /// `tr` and the groups of rows
  case row
  case cell
  /// `col`
  case column
  /// A piece of a table that is no row: `caption`, `colgroup`
  case tablePart
  /// What stands in `head`
  case head
  /// `html`, `head`, `body`
  case page
  /// `header` and `footer` of a page section
  case margin
  /// Elements of no known vocabulary: they fit everywhere and hold everything.
  case any

  /// The least kind that holds both, or `nil` where none does.
  package func joined(with other: Kind) -> Kind? {
    if self == other { return self }
    switch (self, other) {
    case (.nothing, let kind), (let kind, .nothing): return kind
    case (.any, let kind), (let kind, .any): return kind
    case (.text, .inline), (.inline, .text): return .inline
    case (.text, .block), (.block, .text), (.inline, .block), (.block, .inline): return .block
    default: return nil
    }
  }

  /// What it is called where the reader is told that it may not stand somewhere.
  package var label: String {
    switch self {
    case .nothing: "空"
    case .text: "文字"
    case .inline: "行内内容"
    case .block: "段落、表格等块"
    case .item: "条目"
    case .row: "行"
    case .cell: "单元格"
    case .column: "列"
    case .tablePart: "表题、列宽"
    case .head: "页头信息"
    case .page: "网页结构"
    case .margin: "页眉、页脚"
    case .any: "任意内容"
    }
  }
}

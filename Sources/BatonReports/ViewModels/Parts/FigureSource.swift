// 出处: how a figure of the county's own pages came about, in words and cells. It goes down to the terms of the rules
// and names the cells below them by ranges: what single ballots and single raters gave is nobody's business here.

import BatonAssessment

/// The derivation of a figure as text, a line a term.
struct FigureSource {
  private(set) var text = ""
  private let shown: (Rational) -> String

  /// Terms that are told one by one; what is below any other term is told by its cells.
  private static let explained: Set<String> = ["综合得分", "基础分"]

  init(_ figure: BatonAssessment.Figure, named name: String, shown: @escaping (Rational) -> String) {
    self.shown = shown
    add(figure, name, depth: 0)
  }

  private mutating func add(_ figure: BatonAssessment.Figure, _ name: String, depth: Int) {
    let indent = String(repeating: "　", count: depth)
    let terms = Self.explained.contains(name) ? Self.terms(below: figure) : []
    if !text.isEmpty { text += "\n" }
    text += "\(indent)\(name)＝\(shown(figure.value))"
    if terms.isEmpty {
      let cells = Self.ranges(of: figure.cells)
      text += cells.isEmpty ? "" : "：" + cells
    }
    for (name, figure) in terms { add(figure, name, depth: depth + 1) }
  }

  /// The nearest terms of the rules that a figure is made from, each once.
  private static func terms(below figure: BatonAssessment.Figure) -> [(String, BatonAssessment.Figure)] {
    if case .named(_, let inner) = figure.derivation { return terms(below: inner) }
    return figure.derivation.inputs.flatMap { input -> [(String, BatonAssessment.Figure)] in
      if case .named(.term(let name), _) = input.derivation { return [(name, input)] }
      return terms(below: input)
    }
  }

  /// 「互评!C2:C75（74 格）、方案!D35」: cells by sheet and column.
  static func ranges(of cells: [CellAddress]) -> String {
    var seen = Set<CellAddress>()
    let columns = cells.filter { seen.insert($0).inserted }
      .grouped { Column(sheet: $0.sheet, letters: String($0.reference.prefix { !$0.isNumber })) }
    return columns.map { column, cells in
      let rows = cells.compactMap { Int($0.reference.drop { !$0.isNumber }) }
      guard let first = rows.min(), let last = rows.max(), cells.count > 1 else {
        return "\(column.sheet)!\(cells[0].reference)"
      }
      return "\(column.sheet)!\(column.letters)\(first):\(column.letters)\(last)（\(cells.count) 格）"
    }.joined(separator: "、")
  }

  private struct Column: Hashable {
    let sheet: String
    let letters: String
  }
}

extension YearSnapshot {
  /// 出处 of a figure, for the county's own use; empty if there is none.
  func source(of figure: BatonAssessment.Figure?, named name: String) -> String {
    figure.map { FigureSource($0, named: name, shown: { self.shown($0).text }).text } ?? ""
  }
}

// Of merged cells the first holds the value; what the others still have behind it nobody sees.

extension Spreadsheet.Sheet {
  /// Takes away what lies behind merged cells.
  ///
  /// - Complexity: O(*n* log *m*) in cells and merges, whatever the merges are.
  mutating func dropCoveredCells() {
    guard !merges.isEmpty else { return }
    merges.sort { $0.rows.lowerBound < $1.rows.lowerBound }
    var next = merges.startIndex
    var band = MergedBand()
    for index in rows.indices {
      let number = rows[index].number
      band.leave(before: number)
      while next < merges.endIndex, merges[next].rows.lowerBound <= number {
        if merges[next].rows.upperBound >= number { band.enter(merges[next]) }
        next += 1
      }
      rows[index].cells.removeAll { band.covers(row: number, column: $0.column) }
    }
    rows.removeAll(where: \.cells.isEmpty)
  }
}

/// The merges that meet a row, from left to right. Excel allows none to overlap; here the first of two stays.
private struct MergedBand {
  private var ranges: [CellRange] = []
  /// The row at which the first of them ends.
  private var firstEnd = Int.max

  mutating func leave(before row: Int) {
    guard firstEnd < row else { return }
    ranges.removeAll { $0.rows.upperBound < row }
    firstEnd = ranges.map(\.rows.upperBound).min() ?? .max
  }

  mutating func enter(_ range: CellRange) {
    let position = position(of: range.columns.lowerBound)
    if position < ranges.count, ranges[position].columns.overlaps(range.columns) { return }
    ranges.insert(range, at: position)
    firstEnd = min(firstEnd, range.rows.upperBound)
  }

  func covers(row: Int, column: Int) -> Bool {
    let position = position(of: column)
    return position < ranges.count && ranges[position].covers(row: row, column: column)
  }

  /// The first range that ends at a column or right of it.
  private func position(of column: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].columns.upperBound < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// Numbers that run on from 1: a gap means that a row may have been lost.

import BatonAssessment
import BatonDiagnostics

extension Column where Value == Int {
  /// Warns, at the object's first row, if the numbers of a part don't run on from 1.
  func gap(in rows: [Row], of part: String, at place: Row, _ key: ColumnSpec) -> IntakeFault? {
    let numbers = rows.compactMap { $0[self] }.sorted()
    guard numbers.count == rows.count, numbers != Array(1..<(numbers.count + 1)),
      Set(numbers).count == numbers.count
    else { return nil }
    let written = numbers.map(String.init).joined(separator: "、")
    return place.fault(
      .numberGap, .warning, at: key, with: rows.map { $0.cell(self) },
      found: "「\(part)」的序号是 \(written)", expected: "应从 1 起连续", fix: "补上漏掉的一行，或把序号改连续")
  }
}

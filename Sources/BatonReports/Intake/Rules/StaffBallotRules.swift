// 「人员测评」: the counts add up, and enough ballots came back.

import BatonAssessment

enum StaffBallotRules {
  private typealias Item = StaffBallotTable

  private static let parts = [Item.excellent, Item.good, Item.fair, Item.poor, Item.abstained, Item.invalid]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.staffBallots] else { return [] }
    let kinds = BallotKinds(workbook.plan, for: "人员测评")
    return table.rows.flatMap { kinds.fault(of: $0, Item.kind) + sums(of: $0) } + turnout(in: workbook)
  }

  private static func sums(of row: Row) -> [IntakeFault] {
    guard let returned = row[Item.returned] else { return [] }
    var faults = [IntakeFault]()
    if let issued = row[Item.issued], issued < returned {
      faults.append(
        row.fault(
          .aboveMaximum, at: Item.returned, with: [row.cell(Item.issued)],
          found: "收回 \(returned) 张票，发出 \(issued) 张",
          expected: "收回票不应多于发出票", fix: "核对票数"))
    }
    let counts = parts.compactMap { row[$0] }
    guard counts.count == parts.count else { return faults }
    let sum = counts.reduce(into: 0) { $0 = $0.addingReportingOverflow($1).partialValue }
    if sum != returned {
      faults.append(
        row.fault(
          .wrongSum, at: Item.returned, with: parts.map { row.cell($0) },
          found: "收回票是 \(returned)，后六项之和是 \(sum)",
          expected: "两者应相等", fix: "核对各项票数"))
    } else if counts.prefix(4).allSatisfy({ $0 == 0 }) {
      faults.append(
        row.fault(
          .outOfRange, at: Item.excellent, with: parts.dropFirst().prefix(3).map { row.cell($0) },
          found: "优秀、良好、一般、较差都是 0", expected: "计分票不能为 0", fix: "核对票数；确无有效票就写免评"))
    }
    return faults
  }

  /// By unit, all kinds of ballots together.
  private static func turnout(in workbook: Workbook) -> [IntakeFault] {
    guard let least = workbook.plan?.number(.minimums, "回收率", for: "人员测评") else { return [] }
    let units = workbook.rows(.staffBallots).filter { $0[Item.unitID] != nil }.grouped {
      $0[Item.unitID] ?? ""
    }
    return units.compactMap { id, rows in
      let issued = rows.compactMap { $0[Item.issued] }
      let returned = rows.compactMap { $0[Item.returned] }
      guard issued.count == rows.count, returned.count == rows.count,
        case let total = issued.map(Rational.init(_:)).sum(), total > 0
      else { return nil }
      let share = returned.map(Rational.init(_:)).sum() / total * 100
      guard share < least.rational else { return nil }
      return rows[0].fault(
        .belowMinimum, at: Item.returned,
        with: rows.map { $0.cell(Item.issued) } + rows.dropFirst().map { $0.cell(Item.returned) },
        found: "「\(id)」的测评票回收率不到 \(least)%", expected: "回收率不应低于 \(least)%", fix: "补收测评票")
    }
  }
}

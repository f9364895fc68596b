// 「单位沿革」: what each kind of change needs.

import BatonAssessment

enum UnitHistoryRules {
  private typealias Item = UnitHistoryTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    let rows = workbook.rows(.unitHistory)
    return rows.flatMap { successor(of: $0) + origin(of: $0) + formerName(of: $0) } + notOneToOne(rows)
  }

  private static func successor(of row: Row) -> [IntakeFault] {
    guard let change = row[Item.change] else { return [] }
    guard change == .abolished else { return row.missing([Item.currentID.spec], because: change.rawValue) }
    guard row[Item.currentID] != nil else { return [] }
    return [
      row.fault(
        .contradiction, at: Item.currentID, with: [row.cell(Item.change)], found: "撤销的单位写了「现单位编号」",
        expected: "撤销无现单位",
        fix: "清空这一格，或改正「变更」")
    ]
  }

  private static func origin(of row: Row) -> [IntakeFault] {
    guard let change = row[Item.change], let former = row[Item.formerID] else { return [] }
    guard (change == .founded) != (former == "无") else { return [] }
    return [
      row.fault(
        .contradiction, at: Item.formerID, with: [row.cell(Item.change)],
        found: "变更是「\(change.rawValue)」，原单位编号写的是「\(former)」",
        expected: change == .founded ? "新设的原单位编号写「无」" : "应是原单位的编号", fix: "改正其中一个")
    ]
  }

  /// A new unit had no name before.
  private static func formerName(of row: Row) -> [IntakeFault] {
    guard row[Item.change] == .founded, let name = row[Item.formerName], name != "—" else { return [] }
    return [
      row.fault(
        .contradiction, at: Item.formerName, with: [row.cell(Item.change)],
        found: "新设的单位写了「原单位名称」「\(name)」", expected: "新设的原单位名称写「—」", fix: "改成「—」，或改正「变更」")
    ]
  }

  /// Renamed and transferred units have one former and one present unit each.
  private static func notOneToOne(_ rows: [Row]) -> [IntakeFault] {
    let kept = rows.filter { $0[Item.change] == .renamed || $0[Item.change] == .transferred }
    return [Item.formerID, Item.currentID].flatMap { column in
      kept.filter { $0[column] != nil }.grouped { [$0[Item.year].map(String.init), $0[column]] }
        .flatMap { $0.values.dropFirst().map { ($0, column) } }
    }.map { row, column in
      row.fault(
        .contradiction, at: column, found: "「\(column.heading)」在更名、划转里出现了两次", expected: "更名、划转是一对一",
        fix: "改正编号或「变更」")
    }
  }
}

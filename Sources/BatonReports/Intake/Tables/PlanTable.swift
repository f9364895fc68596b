// The columns of 「方案」: one row a decision.

import BatonAssessment

/// Table 「方案」.
enum PlanTable {
  static let item: Column<PlanItem> = .choice("项目").required
  static let scope: Column<String> = .text("适用")
  static let name: Column<String> = .text("名称").required
  static let value: Column<Value> = .planValue("数值").required
  static let clause: Column<String> = .text("条款")
  static let note: Column<String> = .text("说明")

  /// What 「数值」 holds: which of the two texts a percentage stands for depends on the row.
  enum Value: Sendable {
    case text(String)
    /// What shows as 30%, as 0.3.
    case percentage(ExactDecimal)

    /// 30% of an item that is stated in percent; 0.3 of any other, whose cell happens to be formatted so.
    func text(of item: PlanItem, _ name: String) -> String {
      switch self {
      case .text(let text): item.isYesOrNo(name) ? CellDecoder.plainFlag(text) : text
      case .percentage(let fraction):
        item.isInPercent(name) ? (fraction.rational * 100).decimalText + "%" : fraction.description
      }
    }
  }

  static let schema = TableSchema(
    .plan, key: [item.spec, scope.spec, name.spec],
    columns: [item.spec, scope.spec, name.spec, value.spec, clause.spec, note.spec])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> PlanRow? {
    guard let item = row[item], let name = row[name], let value = row[value] else { return nil }
    return PlanRow(
      item: item, scope: row[scope], name: name, value: value.text(of: item, name), clause: row[clause],
      note: row[note],
      row: row.address)
  }
}

extension PlanItem {
  /// Whether the item's values of this name are 是 or 否, which may also be written √, Y/N, 1/0.
  fileprivate func isYesOrNo(_ name: String) -> Bool {
    switch self {
    case .disclosure: true
    case .staffRules: ["计入基数", "发奖金"].contains(name)
    case .awards: ["已记功年度可重复计", "记三等功者同时嘉奖"].contains(name)
    case .conventions: ["红线计入基数", "红线递补"].contains(name)
    default: false
    }
  }

  /// Whether the item's values of this name are percentages.
  fileprivate func isInPercent(_ name: String) -> Bool {
    switch self {
    case .weights, .ballotKinds, .peerPools, .excellentUnitShare, .excellentUnitLimit, .excellentStaffShare,
      .excellentStaffLimit:
      true
    case .minimums: ["民生占比", "上年民生占比", "回收率", "中层覆盖率"].contains(name)
    default: false
    }
  }
}

// The columns of 「单位」, and how a row becomes a record.

import BatonAssessment

/// Table 「单位」.
enum UnitTable {
  static let id: Column<String> = .identifier("单位编号").required
  static let name: Column<String> = .text("单位全称").required
  static let shortName: Column<String> = .text("单位简称").required
  static let category: Column<String> = .text("类别").required
  static let series: Column<String> = .text("序列").required
  static let order: Column<Int> = .integer("机构序", in: 1...Int.max).required
  static let groupNumber: Column<Int> = .integer("考核组", in: 1...Int.max)
  static let participation: Column<Unit.Participation> = .choice("参评方式").required
  static let leaderCount: Column<Int> = .integer("领导成员数", in: 0...Int.max)
  static let nonLeaderCount: Column<Int> = .integer("非领导成员数", in: 0...Int.max)
  static let institutionStaffCount: Column<Int> = .integer("事业人数", in: 0...Int.max)
  static let quotaGroup: Column<String> = .text("核定组")
  static let exemptComponents: Column<[Component]> = .choices("免评分项")
  static let exemptionBasis: Column<String> = .text("免评依据")
  static let teamGrade: Column<String> = .text("班子等次")
  static let confirmedGrade: Column<String> = .text("审定等次")
  static let confirmationBasis: Column<String> = .text("审定依据")

  static let schema = TableSchema(
    .units, key: [id.spec],
    columns: [
      id.spec, name.spec, shortName.spec, category.spec, series.spec, order.spec, groupNumber.spec,
      participation.spec, leaderCount.spec, nonLeaderCount.spec, institutionStaffCount.spec, quotaGroup.spec,
      exemptComponents.spec, exemptionBasis.spec, teamGrade.spec, confirmedGrade.spec, confirmationBasis.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Unit? {
    guard let id = row[id], let name = row[name], let shortName = row[shortName],
      let category = row[category], let series = row[series], let order = row[order],
      let participation = row[participation]
    else { return nil }
    return Unit(
      id: id, name: name, shortName: shortName, category: category, series: series, order: order,
      groupNumber: row[groupNumber], participation: participation, leaderCount: row[leaderCount],
      nonLeaderCount: row[nonLeaderCount], institutionStaffCount: row[institutionStaffCount],
      quotaGroup: row[quotaGroup], exemptComponents: row[exemptComponents] ?? [],
      exemptionBasis: row[exemptionBasis], teamGrade: row[teamGrade], confirmedGrade: row[confirmedGrade],
      confirmationBasis: row[confirmationBasis], row: row.address)
  }
}

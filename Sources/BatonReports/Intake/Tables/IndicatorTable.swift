// The columns of 「指标」, and how a row becomes a record.

import BatonAssessment

/// Table 「指标」.
enum IndicatorTable {
  static let id: Column<String> = .identifier("指标编号").required
  static let appliesTo: Column<[String]> = .list("适用").required
  static let section: Column<Indicator.Section> = .choice("板块").required
  static let subsection: Column<String> = .text("小类")
  static let name: Column<String> = .text("指标名称").required
  static let direction: Column<Indicator.Direction> = .choice("方向").required
  static let target: Column<String> = .text("目标值")
  static let measure: Column<String> = .text("计量单位")
  static let points: Column<ExactDecimal> = .number("分值", .notNegative).required
  static let criteria: Column<String> = .text("评分标准")
  static let responsibleUnitIDs: Column<[String]> = .references("责任单位", to: .units)
  static let isLivelihood: Column<Bool> = .flag("民生")
  static let isNew: Column<Bool> = .flag("新增")
  static let dimension: Column<CommitmentDimension> = .choice("担当维度")

  static let schema = TableSchema(
    .indicators, key: [id.spec],
    columns: [
      id.spec, appliesTo.spec, section.spec, subsection.spec, name.spec, direction.spec, target.spec,
      measure.spec, points.spec, criteria.spec, responsibleUnitIDs.spec, isLivelihood.spec, isNew.spec,
      dimension.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Indicator? {
    guard let id = row[id], let section = row[section], let name = row[name], let direction = row[direction],
      let points = row[points]
    else { return nil }
    return Indicator(
      id: id, appliesTo: row[appliesTo] ?? [], section: section, subsection: row[subsection], name: name,
      direction: direction, target: row[target], measure: row[measure], points: points,
      criteria: row[criteria], responsibleUnitIDs: row[responsibleUnitIDs] ?? [],
      isLivelihood: row[isLivelihood] ?? false, isNew: row[isNew] ?? false, dimension: row[dimension],
      row: row.address)
  }
}

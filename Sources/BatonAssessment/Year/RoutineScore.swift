// What a responsible unit gave another in a period of the year.

/// A responsible unit's score of another in one period (「平时分数」).
public struct RoutineScore: Sendable, Hashable {
  /// 「单位编号」.
  public let unitID: String
  /// 「评分单位」.
  public let raterID: String
  /// 「期次」.
  public let period: String
  /// 「依据」.
  public let basis: Basis
  /// 「指标编号」.
  public let indicatorID: String?
  /// 「得分」: out of 100.
  public let score: ExactDecimal
  /// 「说明」.
  public let note: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    unitID: String, raterID: String, period: String, basis: Basis, indicatorID: String?, score: ExactDecimal,
    note: String?, row: RowAddress
  ) {
    self.unitID = unitID
    self.raterID = raterID
    self.period = period
    self.basis = basis
    self.indicatorID = indicatorID
    self.score = score
    self.note = note
    self.row = row
  }

  /// 「依据」.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    case dailyWork = "日常工作"
    case regularReview = "平时考核"
    case fieldSurvey = "现场调研"
  }
}

// 奖金: what each person of the roster is due, by unit and in all.

/// The bonuses of a year.
public struct Bonuses: Sendable, Hashable {
  /// One for each person whose identity is paid bonuses, in the order of the roster.
  public let lines: [BonusLine]
  /// 小计 by unit: sums of what was rounded; a unit with a line that is not known has none.
  public let subtotals: [String: Figure]
  /// 合计.
  public let total: Figure?
  /// 预算.
  public let budget: Figure?
  /// 待确认: persons whose bonus somebody has to decide, in the order of the roster.
  public let toConfirm: [String]
}

/// One person's bonus; what can't be known is `nil`.
public struct BonusLine: Sendable, Hashable {
  public let cadreID: String
  public let unitID: String
  /// 基数.
  public let base: Figure?
  /// 单位系数, those of single-item assessments included.
  public let unitCoefficient: Figure?
  /// 个人系数.
  public let personalCoefficient: Figure?
  /// 在岗月数.
  public let months: Int?
  /// 加项, whole, for committed cadres.
  public let addition: Figure?
  /// 应发, rounded once.
  public let due: Figure?
}

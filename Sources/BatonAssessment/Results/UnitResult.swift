// What a year gives a unit: score, place, grade, sections, ballots.

/// The results of a unit that takes part.
///
/// What can't be known, because the data has gaps or a tie is open, is `nil`, and ``YearResults/missing`` lists it.
public struct UnitResult: Sendable, Hashable {
  public let unitID: String
  public let score: UnitScore
  /// 比较值: the total as it is compared.
  public let comparison: Rational?
  /// 位次 within the series; units that are only treated like the assessed have none.
  public let rank: Int?
  /// 建议等次.
  public let suggestedGrade: UnitGrade?
  /// 最终等次: what the meeting decided, else what is suggested; `nil` while a tie is open.
  public let finalGrade: UnitGrade?
  /// Whether the meeting wrote the grade down.
  public let isConfirmed: Bool
  /// The sections that the unit has points in, in the order of the plan.
  public let sections: [SectionResult]
  /// 测评优秀率: all kinds of ballots together; `nil` without ballots that count.
  public let excellentShare: Figure?
  /// Ballots that count, all kinds together (计分票); 0 if there are none.
  public let countedBallots: Int
  /// Whether so few ballots count that no document may show the component (方案「分项最少票」).
  public let hidesStaffComponent: Bool
}

/// How a unit did in one section of its targets.
public struct SectionResult: Sendable, Hashable {
  /// 板块.
  public let section: Indicator.Section
  /// 得分率: points given over points there are; 1 for all of them.
  public let rate: Figure?
  /// 位次 within the series, by the exact rate.
  public let rank: Int?
}

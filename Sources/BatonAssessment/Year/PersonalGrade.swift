// A person's grade of the year, in the words of civil servants or of public institutions.

/// A person's grade of a year (「本年等次」 and those before).
public enum PersonalGrade: String, Sendable, Hashable, CaseIterable {
  case excellent = "优秀"
  case competent = "称职"
  case barelyCompetent = "基本称职"
  case incompetent = "不称职"
  case qualified = "合格"
  case barelyQualified = "基本合格"
  case unqualified = "不合格"
  case undetermined = "不定等次"
  case notAssessed = "不进行考核"

  /// The six grades that the plan has rules for: those of public institutions stand for their twins.
  public var equivalent: PersonalGrade {
    switch self {
    case .qualified: .competent
    case .barelyQualified: .barelyCompetent
    case .unqualified: .incompetent
    default: self
    }
  }

  /// Whether only the staff of public institutions is graded so.
  public var isOfInstitutions: Bool { equivalent != self }
}

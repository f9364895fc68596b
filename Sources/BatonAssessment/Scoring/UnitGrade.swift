// The grade of a unit, suggested or final, and the plan's scale of grades.

/// A unit's grade.
public enum UnitGrade: Sendable, Hashable {
  /// A name of 方案「单位等次」.
  case grade(String)
  /// 「参照」 and the best grade: outside quotas.
  case comparable(String)
  /// 「待定」: tied across the line of the quota.
  case pending

  /// The plan's name of the grade, which coefficients and shares go by; `nil` while it is open.
  public var name: String? {
    switch self {
    case .grade(let name), .comparable(let name): name
    case .pending: nil
    }
  }

  /// How documents call it.
  public var text: String {
    switch self {
    case .grade(let name): name
    case .comparable(let name): "参照\(name)"
    case .pending: "待定"
    }
  }
}

/// The grades of a plan, best first, with their least scores.
public struct GradeScale: Sendable, Hashable {
  public let names: [String]
  private let minimums: [Rational]

  /// `nil` if the plan names fewer than two grades.
  public init?(_ plan: Plan) {
    let grades = plan.rows(of: .unitGrades).compactMap { row in row.number.map { (row.name, $0.rational) } }
    guard grades.count > 1 else { return nil }
    names = grades.map(\.0)
    minimums = grades.map(\.1)
  }

  /// 首等.
  public var best: String { names[0] }

  /// What the best grade asks for at least.
  public var minimum: Rational { minimums[0] }

  /// The grade of a unit that is not among the best: from the second on; below all of them, the last.
  public func gradeBelowBest(for value: Rational) -> String {
    zip(names, minimums).dropFirst().first { $0.1 <= value }?.0 ?? names[names.count - 1]
  }
}

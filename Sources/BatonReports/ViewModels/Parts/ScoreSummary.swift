// 分布、均分: how the scores of some units lie. Only assessed units count.

import BatonAssessment
internal import BatonTemplate

/// Mean, best and worst of some units' totals, and how many have each grade.
struct ScoreSummary: Encodable, Sendable {
  @OrNone var mean: Figure?
  @OrNone var highest: Figure?
  @OrNone var lowest: Figure?
  /// How many have the best grade.
  let best: Int
  let grades: [Count]

  /// How many units have a grade, and what part of all they are.
  struct Count: Encodable, Sendable {
    let grade: String
    let count: Int
    @OrNone var share: Figure?

    static let shape: DataShape = .record(["等次": .text, "单位数": .integer, "比例": .optional(.number)])

    enum CodingKeys: String, CodingKey {
      case grade = "等次"
      case count = "单位数"
      case share = "比例"
    }
  }

  static let shape: DataShape = .record([
    "平均分": .optional(.number), "最高分": .optional(.number), "最低分": .optional(.number), "首等数": .integer,
    "各等次": .list(of: Count.shape),
  ])

  enum CodingKeys: String, CodingKey {
    case mean = "平均分"
    case highest = "最高分"
    case lowest = "最低分"
    case best = "首等数"
    case grades = "各等次"
  }

  init(of outcomes: [UnitOutcome], in snapshot: YearSnapshot) {
    let assessed = outcomes.filter { $0.unit.participation == .assessed }
    let totals = assessed.compactMap(\.score.total?.value)
    mean = totals.mean().map(snapshot.shown)
    highest = totals.max().map(snapshot.shown)
    lowest = totals.min().map(snapshot.shown)
    let plan = snapshot.year.plan
    best = assessed.count { $0.grade == snapshot.bestGrade }
    grades = (plan.names(of: .unitGrades) + ["待定"]).compactMap { grade in
      let count = assessed.count { $0.grade == grade }
      guard count > 0 || grade != "待定" else { return nil }
      let share = assessed.isEmpty ? nil : Rational(count, over: assessed.count)
      return Count(grade: grade, count: count, share: share.map { Figure(percentage: $0, by: plan) })
    }
  }
}

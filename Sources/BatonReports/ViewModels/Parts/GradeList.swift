// The units of one grade, counted and named: 「优秀单位（6个）：甲、乙……」.

import BatonAssessment
internal import BatonTemplate

/// A grade and who has it.
struct GradeList: Encodable, Sendable {
  let grade: String
  let count: Int
  let units: [String]

  static let shape: DataShape = .record(["等次": .text, "单位数": .integer, "单位": .list(of: .text)])

  enum CodingKeys: String, CodingKey {
    case grade = "等次"
    case count = "单位数"
    case units = "单位"
  }

  init(_ grade: String, of units: [String]) {
    self.grade = grade
    self.units = units
    count = units.count
  }

  /// The grades that assessed units have, best first; 「待定」 last.
  static func all(of outcomes: [UnitOutcome], in snapshot: YearSnapshot, leavingOut hidden: String?)
    -> [GradeList]
  {
    let assessed = outcomes.filter { $0.unit.participation == .assessed }
    let grades = snapshot.year.plan.names(of: .unitGrades) + ["待定"]
    return grades.filter { $0 != hidden }.compactMap { grade in
      let units = assessed.filter { $0.grade == grade }.sorted { $0.unit.order < $1.unit.order }
      return units.isEmpty ? nil : GradeList(grade, of: units.map(\.unit.name))
    }
  }
}

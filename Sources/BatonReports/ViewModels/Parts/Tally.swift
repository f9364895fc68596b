// How many tasks there were and how many were done.

import BatonAssessment
internal import BatonTemplate

/// A count of tasks with the share of them that is done.
struct Tally: Encodable, Sendable {
  let tasks: Int
  let done: Int
  /// In percent; none without tasks.
  @OrNone var rate: Figure?

  static let shape: DataShape = .record(["任务数": .integer, "完成数": .integer, "完成率": .optional(.number)])

  enum CodingKeys: String, CodingKey {
    case tasks = "任务数"
    case done = "完成数"
    case rate = "完成率"
  }

  init(of rows: [CompletionRow], by plan: Plan) {
    tasks = rows.count
    done = rows.count { $0.isDone }
    let share = tasks == 0 ? nil : Rational(done) / Rational(tasks)
    rate = share.map { Figure(percentage: $0, by: plan) }
  }
}

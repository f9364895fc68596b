// The columns of 「谈话提纲」, and how a row becomes a record.

import BatonAssessment

/// Table 「谈话提纲」.
enum TalkQuestionTable {
  static let point: Column<TalkPoint> = .choice("要点").required
  static let number: Column<Int> = .integer("序号", in: 1...Int.max).required
  static let question: Column<String> = .text("建议问法").required
  static let followUp: Column<String> = .text("追问")

  static let schema = TableSchema(
    .talkOutline, key: [point.spec, number.spec],
    columns: [
      point.spec, number.spec, question.spec, followUp.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> TalkQuestion? {
    guard let point = row[point], let number = row[number]
    else { return nil }
    return TalkQuestion(
      point: point, number: number, question: row[question], followUp: row[followUp], row: row.address)
  }
}

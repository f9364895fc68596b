// The columns of 「谈话」, and how a row becomes a record.

import BatonAssessment

/// Table 「谈话」.
enum TalkEntryTable {
  static let talkID: Column<String> = .identifier("谈话编号").required
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let interviewee: Column<TalkEntry.Interviewee> = .interviewee("谈话对象").required
  static let point: Column<TalkPoint> = .choice("要点").required
  static let content: Column<String> = .text("内容").required
  static let concernedIDs: Column<[String]> = .references("涉及人员", to: .cadres)
  static let leaning: Column<TalkEntry.Leaning> = .choice("倾向")
  static let recommendedIDs: Column<[String]> = .references("推荐人员", to: .cadres)
  static let talkers: Column<[String]> = .list("谈话人").required
  static let recorder: Column<String> = .text("记录人").required
  static let date: Column<CalendarDate> = .date("日期").required
  static let time: Column<String> = .text("起止时间")
  static let place: Column<String> = .text("地点")

  static let schema = TableSchema(
    .talks, key: [talkID.spec, point.spec],
    columns: [
      talkID.spec, unitID.spec, interviewee.spec, point.spec, content.spec, concernedIDs.spec, leaning.spec,
      recommendedIDs.spec, talkers.spec, recorder.spec, date.spec, time.spec, place.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> TalkEntry? {
    guard let talkID = row[talkID], let unitID = row[unitID], let interviewee = row[interviewee],
      let point = row[point]
    else { return nil }
    return TalkEntry(
      talkID: talkID, unitID: unitID, interviewee: interviewee, point: point, content: row[content],
      concernedIDs: row[concernedIDs] ?? [], leaning: row[leaning], recommendedIDs: row[recommendedIDs] ?? [],
      talkers: row[talkers] ?? [], recorder: row[recorder], date: row[date], time: row[time],
      place: row[place], row: row.address)
  }
}

// The columns of 「研判」, and how a row becomes a record.

import BatonAssessment

/// Table 「研判」.
enum JudgementTable {
  static let subject: Column<Judgement.Subject> = .choice("对象类型").required
  static let subjectID: Column<String> = .identifier("编号").required
  static let verdict: Column<Judgement.Verdict> = .choice("评价").required
  static let posture: Column<Judgement.Posture> = .choice("态势")
  static let performance: Column<String> = .text("表现").required
  static let basis: Column<String> = .text("依据").required
  static let sources: Column<[Judgement.Source]> = .choices("来源").required
  static let advice: Column<Judgement.Advice> = .choice("建议").required

  static let schema = TableSchema(
    .judgements, key: [subject.spec, subjectID.spec],
    columns: [
      subject.spec, subjectID.spec, verdict.spec, posture.spec, performance.spec, basis.spec, sources.spec,
      advice.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Judgement? {
    guard let subject = row[subject], let subjectID = row[subjectID], let verdict = row[verdict]
    else { return nil }
    return Judgement(
      subject: subject, subjectID: subjectID, verdict: verdict, posture: row[posture],
      performance: row[performance], basis: row[basis], sources: row[sources] ?? [], advice: row[advice],
      row: row.address)
  }
}

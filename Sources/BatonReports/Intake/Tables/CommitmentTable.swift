// The columns of 「担当作为」, and how a row becomes a record.

import BatonAssessment

/// Table 「担当作为」.
enum CommitmentTable {
  static let cadreID: Column<String> = .reference("人员编号", to: .cadres).required
  static let ledgerNumber: Column<String> = .identifier("台账号").required
  static let meetsPolitics: Column<Bool> = .flag("政治标准").required
  static let tookUrgentTasks: Column<Bool> = .flag("急难险重").required
  static let solvedComplexProblems: Column<Bool> = .flag("复杂问题").required
  static let servedRuralRevival: Column<Bool> = .flag("乡村振兴").required
  static let deeds: Column<String> = .text("主要事迹").required
  static let disciplineOpinion: Column<String> = .text("纪检意见")
  static let enteredOn: Column<CalendarDate> = .date("入册日期")
  static let movement: Column<Commitment.Movement> = .choice("动态").required

  static let schema = TableSchema(
    .commitments, key: [cadreID.spec],
    columns: [
      cadreID.spec, ledgerNumber.spec, meetsPolitics.spec, tookUrgentTasks.spec, solvedComplexProblems.spec,
      servedRuralRevival.spec, deeds.spec, disciplineOpinion.spec, enteredOn.spec, movement.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Commitment? {
    guard let cadreID = row[cadreID], let ledgerNumber = row[ledgerNumber], let movement = row[movement]
    else { return nil }
    return Commitment(
      cadreID: cadreID, ledgerNumber: ledgerNumber, meetsPolitics: row[meetsPolitics],
      tookUrgentTasks: row[tookUrgentTasks], solvedComplexProblems: row[solvedComplexProblems],
      servedRuralRevival: row[servedRuralRevival], deeds: row[deeds],
      disciplineOpinion: row[disciplineOpinion], enteredOn: row[enteredOn], movement: movement,
      row: row.address)
  }
}

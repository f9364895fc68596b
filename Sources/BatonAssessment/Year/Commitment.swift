// A cadre on the ledger of those who took things upon themselves.

/// An entry of the ledger of committed cadres (「担当作为」).
public struct Commitment: Sendable, Hashable {
  /// 「人员编号」.
  public let cadreID: String
  /// 「台账号」.
  public let ledgerNumber: String
  /// 「政治标准」.
  public let meetsPolitics: Bool?
  /// 「急难险重」.
  public let tookUrgentTasks: Bool?
  /// 「复杂问题」.
  public let solvedComplexProblems: Bool?
  /// 「乡村振兴」.
  public let servedRuralRevival: Bool?
  /// 「主要事迹」.
  public let deeds: String?
  /// 「纪检意见」.
  public let disciplineOpinion: String?
  /// 「入册日期」.
  public let enteredOn: CalendarDate?
  /// 「动态」.
  public let movement: Movement
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    cadreID: String, ledgerNumber: String, meetsPolitics: Bool?, tookUrgentTasks: Bool?,
    solvedComplexProblems: Bool?, servedRuralRevival: Bool?, deeds: String?, disciplineOpinion: String?,
    enteredOn: CalendarDate?, movement: Movement, row: RowAddress
  ) {
    self.cadreID = cadreID
    self.ledgerNumber = ledgerNumber
    self.meetsPolitics = meetsPolitics
    self.tookUrgentTasks = tookUrgentTasks
    self.solvedComplexProblems = solvedComplexProblems
    self.servedRuralRevival = servedRuralRevival
    self.deeds = deeds
    self.disciplineOpinion = disciplineOpinion
    self.enteredOn = enteredOn
    self.movement = movement
    self.row = row
  }

  /// 「动态」.
  public enum Movement: String, Sendable, Hashable, CaseIterable {
    case added = "新增"
    case kept = "保留"
    case left = "退出"
  }
}

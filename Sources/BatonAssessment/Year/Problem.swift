// A serious problem: what it is, who mends it, and by when.

/// A serious problem of a unit (「突出问题」).
public struct Problem: Sendable, Hashable {
  /// 「问题编号」.
  public let id: String
  /// 「单位编号」.
  public let unitID: String
  /// 「类别」.
  public let category: String
  /// 「具体表现」.
  public let manifestation: String?
  /// 「来源」.
  public let sources: [Source]
  /// 「原因」.
  public let cause: String?
  /// 「整改措施」.
  public let measure: String?
  /// 「责任人」.
  public let responsible: String?
  /// 「完成时限」.
  public let deadline: String?
  /// 「整改状态」.
  public let state: State?
  /// 「销号日期」.
  public let closedOn: CalendarDate?
  /// 「上年问题编号」.
  public let lastYearID: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    id: String, unitID: String, category: String, manifestation: String?, sources: [Source], cause: String?,
    measure: String?, responsible: String?, deadline: String?, state: State?, closedOn: CalendarDate?,
    lastYearID: String?, row: RowAddress
  ) {
    self.id = id
    self.unitID = unitID
    self.category = category
    self.manifestation = manifestation
    self.sources = sources
    self.cause = cause
    self.measure = measure
    self.responsible = responsible
    self.deadline = deadline
    self.state = state
    self.closedOn = closedOn
    self.lastYearID = lastYearID
    self.row = row
  }

  /// 「来源」.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    case onSite = "实地查看"
    case talks = "谈话"
    case ballots = "测评"
    case responsibleUnit = "责任单位"
  }

  /// 「整改状态」.
  public enum State: String, Sendable, Hashable, CaseIterable {
    case open = "未销号"
    case closed = "已销号"
  }
}

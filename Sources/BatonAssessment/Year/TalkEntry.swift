// One row of 谈话: what was said on one of the seven points, with the talk it belongs to.

/// What was said on one point of a talk (「谈话」).
public struct TalkEntry: Sendable, Hashable {
  /// 「谈话编号」.
  public let talkID: String
  /// 「单位编号」.
  public let unitID: String
  /// 「谈话对象」.
  public let interviewee: Interviewee
  /// 「要点」.
  public let point: TalkPoint
  /// 「内容」.
  public let content: String?
  /// 「涉及人员」.
  public let concernedIDs: [String]
  /// 「倾向」: neutral if absent.
  public let leaning: Leaning?
  /// 「推荐人员」.
  public let recommendedIDs: [String]
  /// 「谈话人」.
  public let talkers: [String]
  /// 「记录人」.
  public let recorder: String?
  /// 「日期」.
  public let date: CalendarDate?
  /// 「起止时间」.
  public let time: String?
  /// 「地点」.
  public let place: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    talkID: String, unitID: String, interviewee: Interviewee, point: TalkPoint, content: String?,
    concernedIDs: [String], leaning: Leaning?, recommendedIDs: [String], talkers: [String], recorder: String?,
    date: CalendarDate?, time: String?, place: String?, row: RowAddress
  ) {
    self.talkID = talkID
    self.unitID = unitID
    self.interviewee = interviewee
    self.point = point
    self.content = content
    self.concernedIDs = concernedIDs
    self.leaning = leaning
    self.recommendedIDs = recommendedIDs
    self.talkers = talkers
    self.recorder = recorder
    self.date = date
    self.time = time
    self.place = place
    self.row = row
  }

  /// 「谈话对象」.
  public enum Interviewee: Sendable, Hashable {
    case cadre(String)
    /// Somebody of the middle ranks whom the roster does not list.
    case middleRank
  }

  /// 「倾向」.
  public enum Leaning: String, Sendable, Hashable, CaseIterable {
    case positive = "正面"
    case neutral = "中性"
    case negative = "负面"
  }
}

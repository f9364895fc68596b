// A person of the county's roster.

/// A person of the roster (「干部」).
public struct Cadre: Sendable, Hashable {
  /// 「人员编号」: the same in every year; names may coincide.
  public let id: String
  /// 「姓名」: as written, without spaces of layout.
  public let name: String
  /// 「性别」.
  public let gender: String?
  /// 「政治面貌」.
  public let party: String?
  /// 「单位编号」.
  public let unitID: String
  /// 「职务」.
  public let post: String
  /// 「层级」.
  public let level: Level
  /// 「班子成员」.
  public let isTeamMember: Bool
  /// 「主要负责人」.
  public let isPrincipal: Bool
  /// 「身份」.
  public let identity: Identity
  /// 「状态」.
  public let status: Status
  /// 「状态依据」: never shown in a document.
  public let statusBasis: String?
  /// 「兼任单位」.
  public let concurrentUnitIDs: [String]
  /// 「原单位编号」.
  public let formerUnitID: String?
  /// 「本年等次」.
  public let grade: PersonalGrade?
  /// 「上年等次」.
  public let lastGrade: PersonalGrade?
  /// 「前年等次」.
  public let gradeBeforeLast: PersonalGrade?
  /// 「最近三等功年度」.
  public let lastMeritYear: Int?
  /// 「测评有效票」.
  public let validVotes: Int?
  /// 「测评优秀票」.
  public let excellentVotes: Int?
  /// 「在岗月数」.
  public let monthsInPost: Int?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    id: String, name: String, gender: String?, party: String?, unitID: String, post: String, level: Level,
    isTeamMember: Bool, isPrincipal: Bool, identity: Identity, status: Status, statusBasis: String?,
    concurrentUnitIDs: [String], formerUnitID: String?, grade: PersonalGrade?, lastGrade: PersonalGrade?,
    gradeBeforeLast: PersonalGrade?, lastMeritYear: Int?, validVotes: Int?, excellentVotes: Int?,
    monthsInPost: Int?, row: RowAddress
  ) {
    self.id = id
    self.name = name
    self.gender = gender
    self.party = party
    self.unitID = unitID
    self.post = post
    self.level = level
    self.isTeamMember = isTeamMember
    self.isPrincipal = isPrincipal
    self.identity = identity
    self.status = status
    self.statusBasis = statusBasis
    self.concurrentUnitIDs = concurrentUnitIDs
    self.formerUnitID = formerUnitID
    self.grade = grade
    self.lastGrade = lastGrade
    self.gradeBeforeLast = gradeBeforeLast
    self.lastMeritYear = lastMeritYear
    self.validVotes = validVotes
    self.excellentVotes = excellentVotes
    self.monthsInPost = monthsInPost
    self.row = row
  }

  /// 「层级」.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    case sectionChief = "科级正职"
    case sectionDeputy = "科级副职"
    case middle = "中层"
    case other = "其他"
  }

  /// 「身份」.
  public enum Identity: String, Sendable, Hashable, CaseIterable {
    case civilServant = "公务员"
    case managedAsCivilServant = "参公"
    case institutionStaff = "事业"
  }

  /// 「状态」: the nine that 方案「人员规则」 has rules for.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case inPost = "在岗"
    case onProbation = "试用期"
    case onLongLeave = "病事假超半年"
    case underInvestigation = "立案未结"
    case admonished = "警告诫勉"
    case seriouslyWarned = "严重警告或记过"
    case gravelyPunished = "记大过以上"
    case transferred = "调离"
    case retired = "退休"
  }

  /// Whether the rank is of section level, chief or deputy.
  public var isOfSectionLevel: Bool { level == .sectionChief || level == .sectionDeputy }
}

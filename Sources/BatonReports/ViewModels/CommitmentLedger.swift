// 担当作为台账: the cadres who took things upon themselves. Who recommended them is not in it.

import BatonAssessment
public import BatonTemplate

/// The county's ledger, for the county committee and the assessment office.
public struct CommitmentLedger: ViewModel {
  public let title: String
  let host: String
  let date: CalendarDate
  let added: Int
  let kept: Int
  let entries: [Entry]
  let left: [Departure]

  /// Who is on the ledger.
  struct Entry: Encodable, Sendable {
    let number: String
    let name: String
    @OrNone var gender: String?
    let unitShortName: String
    let post: String
    @OrNone var party: String?
    /// In how many talks the cadre was recommended.
    let recommended: Int
    @OrNone var politics: Bool?
    @OrNone var urgentTasks: Bool?
    @OrNone var complexProblems: Bool?
    @OrNone var ruralRevival: Bool?
    @OrNone var deeds: String?
    let grades: [OrNone<String>]
    @OrNone var opinion: String?
    @OrNone var enteredOn: CalendarDate?
    let movement: String

    static let shape: DataShape = .record([
      "台账号": .text, "姓名": .text, "性别": .optional(.text), "单位简称": .text, "职务": .text,
      "政治面貌": .optional(.text), "推荐人次": .integer, "政治标准": .optional(.bool), "急难险重": .optional(.bool),
      "复杂问题": .optional(.bool), "乡村振兴": .optional(.bool), "主要事迹": .optional(.text),
      "近三年等次": .list(of: .optional(.text)), "纪检意见": .optional(.text), "入册日期": .optional(.date),
      "动态": .text,
    ])

    enum CodingKeys: String, CodingKey {
      case number = "台账号"
      case name = "姓名"
      case gender = "性别"
      case unitShortName = "单位简称"
      case post = "职务"
      case party = "政治面貌"
      case recommended = "推荐人次"
      case politics = "政治标准"
      case urgentTasks = "急难险重"
      case complexProblems = "复杂问题"
      case ruralRevival = "乡村振兴"
      case deeds = "主要事迹"
      case grades = "近三年等次"
      case opinion = "纪检意见"
      case enteredOn = "入册日期"
      case movement = "动态"
    }
  }

  /// Who left it: the name and the day, and nothing else.
  struct Departure: Encodable, Sendable {
    let name: String
    @OrNone var date: CalendarDate?

    static let shape: DataShape = .record(["姓名": .text, "日期": .optional(.date)])

    enum CodingKeys: String, CodingKey {
      case name = "姓名"
      case date = "日期"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case host = "主办单位"
    case date = "成文日期"
    case added = "新增人数"
    case kept = "保留人数"
    case entries = "在册"
    case left = "退出"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "主办单位": .text,
    "成文日期": .date,
    "新增人数": .integer,
    "保留人数": .integer,
    "在册": .list(of: Entry.shape),
    "退出": .list(of: Departure.shape),
  ]
}

extension CommitmentLedger {
  init(in year: AssessmentYear) {
    let listed = year.commitments.filter { $0.movement != .left }
    title = "\(year.facts.county)\(year.facts.year)年度担当作为干部台账"
    host = year.facts.host
    date = year.facts.writtenOn
    added = listed.count { $0.movement == .added }
    kept = listed.count { $0.movement == .kept }
    entries = listed.compactMap { commitment in
      year.cadre(commitment.cadreID).map { Entry(commitment, of: $0, in: year) }
    }
    left = year.commitments.filter { $0.movement == .left }.compactMap { commitment in
      year.cadre(commitment.cadreID).map { Departure(name: $0.name, date: commitment.enteredOn) }
    }
  }
}

extension CommitmentLedger.Entry {
  fileprivate init(_ commitment: Commitment, of cadre: Cadre, in year: AssessmentYear) {
    self.init(
      number: commitment.ledgerNumber, name: cadre.name, gender: cadre.gender,
      unitShortName: year.unit(cadre.unitID)?.shortName ?? cadre.unitID, post: cadre.post, party: cadre.party,
      recommended: year.talks.count { $0.recommendedIDs.contains(cadre.id) },
      politics: commitment.meetsPolitics, urgentTasks: commitment.tookUrgentTasks,
      complexProblems: commitment.solvedComplexProblems, ruralRevival: commitment.servedRuralRevival,
      deeds: commitment.deeds,
      grades: [cadre.gradeBeforeLast, cadre.lastGrade, cadre.grade].map {
        OrNone(wrappedValue: $0?.rawValue)
      },
      opinion: commitment.disciplineOpinion, enteredOn: commitment.enteredOn,
      movement: commitment.movement.rawValue)
  }
}

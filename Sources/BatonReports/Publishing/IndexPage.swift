// index.html: the year at a glance for the office that runs it — how units stand, what there is for each of them, and
// what is still missing.

internal import BatonAssessment
internal import BatonDocument
internal import BatonTemplate

/// The contents page of an output folder.
struct IndexPage: ViewModel {
  let title: String
  let count: Int
  let kinds: [Kind]
  /// None as long as the tables that scores need aren't there.
  @OrNone var standings: Standings?
  let county: [Entry]
  let units: [UnitDocuments]
  let missing: [Missing]

  /// All documents of one 文书名.
  struct Kind: Encodable, Sendable {
    let name: String
    let count: Int
    let audiences: [String]

    static let shape: DataShape = .record([
      "文书": .text, "份数": .integer, "知悉范围": .list(of: .text),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "文书"
      case count = "份数"
      case audiences = "知悉范围"
    }
  }

  /// How the units of a year stand.
  struct Standings: Encodable, Sendable {
    let suggestion: String
    let bestGrade: String
    let summary: ScoreSummary
    let seriesList: [Series]

    static let shape: DataShape = .record([
      "建议": .text, "首等": .text, "概况": ScoreSummary.shape, "各序列": .list(of: Series.shape),
    ])

    enum CodingKeys: String, CodingKey {
      case suggestion = "建议"
      case bestGrade = "首等"
      case summary = "概况"
      case seriesList = "各序列"
    }
  }

  struct Series: Encodable, Sendable {
    let name: String
    let participants: Int
    @OrNone var quota: Int?
    let summary: ScoreSummary
    let rows: [Row]

    static let shape: DataShape = .record([
      "名称": .text, "参评数": .integer, "名额": .optional(.integer), "概况": ScoreSummary.shape,
      "各单位": .list(of: Row.shape),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case participants = "参评数"
      case quota = "名额"
      case summary = "概况"
      case rows = "各单位"
    }
  }

  struct Row: Encodable, Sendable {
    @OrNone var rank: Int?
    let unitShortName: String
    /// The unit's part of the page, if it has documents there.
    @OrNone var anchor: String?
    @OrNone var total: Figure?
    /// How the total came about; empty if there is none.
    let source: String
    @OrNone var grade: String?

    static let shape: DataShape = .record([
      "位次": .optional(.integer), "单位简称": .text, "锚": .optional(.text), "综合得分": .optional(.number),
      "出处": .text, "等次": .optional(.text),
    ])

    enum CodingKeys: String, CodingKey {
      case rank = "位次"
      case unitShortName = "单位简称"
      case anchor = "锚"
      case total = "综合得分"
      case source = "出处"
      case grade = "等次"
    }
  }

  /// The documents on a unit and on its cadres.
  struct UnitDocuments: Encodable, Sendable {
    let name: String
    let anchor: String
    let documents: [Entry]

    static let shape: DataShape = .record([
      "单位全称": .text, "锚": .text, "各份": .list(of: Entry.shape),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "单位全称"
      case anchor = "锚"
      case documents = "各份"
    }
  }

  /// One document and its files; a format that wasn't made has no path.
  struct Entry: Encodable, Sendable {
    let name: String
    let audience: String
    @OrNone var page: String?
    @OrNone var word: String?
    @OrNone var xml: String?

    static let shape: DataShape = .record([
      "名称": .text, "知悉范围": .text, "网页": .optional(.text), "Word": .optional(.text), "XML": .optional(.text),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case audience = "知悉范围"
      case page = "网页"
      case word = "Word"
      case xml = "XML"
    }
  }

  /// A kind of document that the data doesn't allow, and what it lacks.
  struct Missing: Encodable, Sendable {
    let name: String
    let count: Int
    let lacks: [String]

    static let shape: DataShape = .record(["文书": .text, "份数": .integer, "缺": .list(of: .text)])

    enum CodingKeys: String, CodingKey {
      case name = "文书"
      case count = "份数"
      case lacks = "缺"
    }
  }

  static let shape: DataShape.Fields = [
    "题名": .text, "份数": .integer, "各类": .list(of: Kind.shape), "成绩": .optional(Standings.shape),
    "全县文书": .list(of: Entry.shape), "各单位": .list(of: UnitDocuments.shape),
    "未生成": .list(of: Missing.shape),
  ]

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case count = "份数"
    case kinds = "各类"
    case standings = "成绩"
    case county = "全县文书"
    case units = "各单位"
    case missing = "未生成"
  }
}

// 考核奖测算表: what each person of the roster is due, unit by unit. Why a bonus is still to be confirmed is not in it.

import BatonAssessment
public import BatonTemplate

/// The county's calculation of bonuses, for the assessment office and those who pay.
public struct BonusTable: ViewModel {
  public let title: String
  let host: String
  let date: CalendarDate
  @OrNone var ruleName: String?
  @OrNone var ruleNumber: String?
  /// Whether the roster is only a part of the county's staff, and the sums are of the roster alone.
  let isOfRosterOnly: Bool
  let units: [UnitSheet]
  let personCount: Int
  @OrNone var total: Figure?
  @OrNone var budget: Figure?
  /// 结余: the budget less the total.
  @OrNone var balance: Figure?
  let toConfirm: [Person]

  struct UnitSheet: Encodable, Sendable {
    let name: String
    @OrNone var grade: String?
    let lines: [Line]
    @OrNone var subtotal: Figure?

    static let shape: DataShape = .record([
      "单位全称": .text, "等次": .optional(.text), "各人": .list(of: Line.shape), "小计": .optional(.number),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "单位全称"
      case grade = "等次"
      case lines = "各人"
      case subtotal = "小计"
    }
  }

  struct Line: Encodable, Sendable {
    let name: String
    @OrNone var grade: String?
    let isCommitted: Bool
    @OrNone var base: Figure?
    @OrNone var unitCoefficient: Figure?
    @OrNone var personalCoefficient: Figure?
    @OrNone var addition: Figure?
    @OrNone var months: Int?
    @OrNone var due: Figure?
    let needsConfirmation: Bool

    static let shape: DataShape = .record([
      "姓名": .text, "本年等次": .optional(.text), "担当作为": .bool, "基数": .optional(.number),
      "单位系数": .optional(.number), "个人系数": .optional(.number), "加项": .optional(.number),
      "在岗月数": .optional(.integer), "应发": .optional(.number), "待确认": .bool,
    ])

    enum CodingKeys: String, CodingKey {
      case name = "姓名"
      case grade = "本年等次"
      case isCommitted = "担当作为"
      case base = "基数"
      case unitCoefficient = "单位系数"
      case personalCoefficient = "个人系数"
      case addition = "加项"
      case months = "在岗月数"
      case due = "应发"
      case needsConfirmation = "待确认"
    }
  }

  struct Person: Encodable, Sendable {
    let unitName: String
    let name: String

    static let shape: DataShape = .record(["单位全称": .text, "姓名": .text])

    enum CodingKeys: String, CodingKey {
      case unitName = "单位全称"
      case name = "姓名"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case host = "主办单位"
    case date = "成文日期"
    case ruleName = "奖金办法名称"
    case ruleNumber = "奖金办法文号"
    case isOfRosterOnly = "名册内"
    case units = "各单位"
    case personCount = "人数"
    case total = "合计"
    case budget = "预算"
    case balance = "结余"
    case toConfirm = "待确认"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "主办单位": .text,
    "成文日期": .date,
    "奖金办法名称": .optional(.text),
    "奖金办法文号": .optional(.text),
    "名册内": .bool,
    "各单位": .list(of: UnitSheet.shape),
    "人数": .integer,
    "合计": .optional(.number),
    "预算": .optional(.number),
    "结余": .optional(.number),
    "待确认": .list(of: Person.shape),
  ]
}

// 个人述职报告: a section-level cadre's own account, with three advances and one thing to improve.

import BatonAssessment
public import BatonTemplate

/// A cadre's debrief, for the cadre, the unit, its assessment group and the assessment office.
public struct CadreDebriefReport: ViewModel {
  public let title: String
  let unitName: String
  let post: String
  let name: String
  let date: CalendarDate
  let politics: [Item]
  let advances: [OrNone<Item>]
  let improvement: [OrNone<Item>]
  let problems: [Item]
  let integrity: [Item]
  let plans: [Item]

  struct Item: Encodable, Sendable {
    @OrNone var title: String?
    @OrNone var content: String?

    static let shape: DataShape = .record(["标题": .optional(.text), "内容": .optional(.text)])

    enum CodingKeys: String, CodingKey {
      case title = "标题"
      case content = "内容"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case unitName = "单位全称"
    case post = "职务"
    case name = "姓名"
    case date = "成文日期"
    case politics = "政治表现"
    case advances = "进步工作"
    case improvement = "改进工作"
    case problems = "存在问题"
    case integrity = "廉洁自律"
    case plans = "下步打算"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "单位全称": .text,
    "职务": .text,
    "姓名": .text,
    "成文日期": .date,
    "政治表现": .list(of: Item.shape),
    "进步工作": .list(of: .optional(Item.shape)),
    "改进工作": .list(of: .optional(Item.shape)),
    "存在问题": .list(of: Item.shape),
    "廉洁自律": .list(of: Item.shape),
    "下步打算": .list(of: Item.shape),
  ]
}

extension CadreDebriefReport {
  /// What 「三加一」 counts.
  private static let advanceCount = 3
  private static let improvementCount = 1

  init(of cadre: Cadre, in year: AssessmentYear) {
    let debrief = year.cadreDebrief(of: cadre)
    func part(_ part: CadreDebriefItem.Part) -> [CadreDebriefItem] { debrief?.items(in: part) ?? [] }
    func plain(_ name: CadreDebriefItem.Part) -> [Item] { part(name).map(Item.init) }

    title = "\(year.facts.year)年度个人述职报告"
    unitName = year.unit(cadre.unitID)?.name ?? cadre.unitID
    post = cadre.post
    name = cadre.name
    date = year.facts.writtenOn
    politics = plain(.politics)
    advances = Self.filled(part(.advances), to: Self.advanceCount)
    improvement = Self.filled(part(.improvement), to: Self.improvementCount)
    problems = plain(.problems)
    integrity = plain(.integrity)
    plans = plain(.plans)
  }

  /// The items by number, with a gap where one of the first `count` is absent.
  private static func filled(_ items: [CadreDebriefItem], to count: Int) -> [OrNone<Item>] {
    guard items.count < count else { return items.map { OrNone(wrappedValue: Item($0)) } }
    let placed = (1...count).map { number in items.first { $0.number == number } }
    let isPlaced = placed.compactMap(\.self).count == items.count
    let slots = isPlaced ? placed : items + Array(repeating: nil, count: count - items.count)
    return slots.map { OrNone(wrappedValue: $0.map(Item.init)) }
  }
}

extension CadreDebriefReport.Item {
  fileprivate init(_ item: CadreDebriefItem) {
    self.init(title: item.title, content: item.content)
  }
}

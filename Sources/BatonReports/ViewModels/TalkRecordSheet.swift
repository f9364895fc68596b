// 谈话记录: what was said in a unit, point by point. Who said it stays with the number of the talk.

import BatonAssessment
public import BatonTemplate

/// The talks in a unit, for its assessment group and the assessment office, by the copy.
public struct TalkRecordSheet: ViewModel {
  public let title: String
  let marking: String
  let unitName: String
  let copy: CopyNote
  let talks: [Record]

  struct Record: Encodable, Sendable {
    let id: String
    let talkers: [String]
    @OrNone var recorder: String?
    @OrNone var date: CalendarDate?
    @OrNone var time: String?
    @OrNone var place: String?
    let points: [Point]
    let recommended: [String]

    enum CodingKeys: String, CodingKey {
      case id = "谈话编号"
      case talkers = "谈话人"
      case recorder = "记录人"
      case date = "日期"
      case time = "起止时间"
      case place = "地点"
      case points = "要点"
      case recommended = "推荐人员"
    }
  }

  struct Point: Encodable, Sendable {
    let dimension: String
    let name: String
    @OrNone var content: String?

    enum CodingKeys: String, CodingKey {
      case dimension = "维度"
      case name = "名称"
      case content = "内容"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case marking = "内部标注"
    case unitName = "单位全称"
    case copy = "份"
    case talks = "谈话"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "内部标注": .text,
    "单位全称": .text,
    "份": CopyNote.shape,
    "谈话": .list(
      of: .record([
        "谈话编号": .text, "谈话人": .list(of: .text), "记录人": .optional(.text), "日期": .optional(.date),
        "起止时间": .optional(.text), "地点": .optional(.text),
        "要点": .list(of: .record(["维度": .text, "名称": .text, "内容": .optional(.text)])),
        "推荐人员": .list(of: .text),
      ])),
  ]
}

extension TalkRecordSheet {
  init(of unit: Unit, copy: CopyNote, in year: AssessmentYear) {
    title = "\(year.facts.year)年度考核谈话记录"
    marking = year.facts.internalMark
    unitName = unit.name
    self.copy = copy
    talks = year.talks(at: unit).map { Record($0, in: year) }
  }
}

extension TalkRecordSheet.Record {
  fileprivate init(_ talk: Talk, in year: AssessmentYear) {
    self.init(
      id: talk.id, talkers: talk.talkers, recorder: talk.recorder, date: talk.date, time: talk.time,
      place: talk.place,
      points: TalkPoint.allCases.map { point in
        TalkRecordSheet.Point(
          dimension: point.dimension.rawValue, name: point.rawValue, content: talk.entry(on: point)?.content)
      },
      recommended: talk.recommendedIDs.map { year.cadre($0)?.name ?? $0 })
  }
}

// The results as programs read them.

import BatonAssessment
import BatonReports
import Foundation
import Testing

@Suite struct ResultsRecordTests {
  private struct Number: Decodable, Equatable {
    let exact, shown: String
  }

  private struct Record: Decodable {
    struct Unit: Decodable {
      let 分项: [String: Number]
      let 基础分, 加分, 扣分, 综合得分, 比较值: Number?
      let 位次: Int?
      let 建议等次, 最终等次: String?
      let 板块: [String: Section]
    }
    struct Section: Decodable {
      let 得分率: Number?
      let 位次: Int?
    }
    struct Pool: Decodable {
      let 适用: String
      let 单位: [String]
      let 基数, 名额: Int?
      let 建议首等, 线上并列, 最终首等: [String]?
    }
    struct Quota: Decodable {
      let 类, 组: String
      let 基数, 名额: Int?
      let 精确: Number?
      let 名册优秀: [String]?
    }
    struct Line: Decodable {
      let 单位编号: String
      let 基数, 在岗月数: Int?
      let 单位系数, 个人系数, 加项, 应发: Number?
    }
    struct Bonuses: Decodable {
      let 行: [String: Line]
      let 小计: [String: Number]
      let 合计, 预算: Number?
    }
    let 单位: [String: Unit]
    let 池: [Pool]
    let 评优名额: [Quota]
    let 嘉奖, 三等功, 待确认, missing: [String]
    let 奖金: Bonuses
  }

  private func record(_ edit: (inout EditableTables) -> Void = { _ in }) throws -> Record {
    var tables = HandmadeYear.tables
    edit(&tables)
    let intake = tables.read()
    let record = ResultsRecord(try #require(intake.results), of: try #require(intake.year))
    return try JSONDecoder().decode(Record.self, from: JSONEncoder().encode(record))
  }

  @Test func `numbers are exact and shown, counts are whole`() throws {
    let record = try record()
    let unit = try #require(record.单位["A01"])
    #expect(unit.分项["目标任务"] == Number(exact: "199/2", shown: "99.50"))
    #expect(unit.板块["新增内容"]?.得分率 == Number(exact: "19/20", shown: "95.00%"))
    #expect(unit.扣分 == Number(exact: "3/2", shown: "1.50"))
    #expect(unit.综合得分 == unit.比较值)
    #expect(unit.位次 == 2)
    #expect(record.单位["A03"]?.位次 == nil)
    #expect(record.单位["A03"]?.分项["互评"] == nil)
    #expect(record.单位["A04"] == nil)
    #expect(record.池.map(\.适用) == ["政府工作部门", "垂管单位", "乡镇"])
    let line = try #require(record.奖金.行["P06"])
    #expect(line.基数 == 12000 && line.在岗月数 == 12)
    #expect(line.单位系数 == Number(exact: "21/20", shown: "1.05"))
    #expect(line.应发 == Number(exact: "12600", shown: "12600.00"))
    #expect(record.missing == [])
  }

  @Test func `what is compared rounded is written rounded`() throws {
    let record = try record { tables in
      tables.decide("口径", "比较口径", as: "修约后")
      tables.decide("口径", "分数小数位", as: "1")
    }
    let unit = try #require(record.单位["A01"])
    #expect(unit.比较值?.shown == unit.综合得分?.shown)
    #expect(unit.比较值?.exact != unit.综合得分?.exact)
  }

  @Test func `keys that can't be known are left out`() throws {
    let record = try record { $0[.peerScores, 3, "得分"] = "九十" }
    #expect(record.单位["A01"]?.综合得分 == nil)
    #expect(record.单位["A02"]?.综合得分 != nil)
    #expect(record.missing.contains("单位.A01.综合得分"))
  }
}

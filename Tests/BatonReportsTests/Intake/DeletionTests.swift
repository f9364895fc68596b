// Nothing goes missing unnoticed: every row and every required cell of debriefs and talks is taken away once.

import BatonAssessment
import BatonReports
import Testing

@Suite struct DeletionTests {
  /// The tables under test, and those that their rules look at.
  ///
  /// Two units take part, so that some thousand readings stay quick.
  private static let tables: EditableTables = {
    let needed: Set<Table> = [
      .year, .units, .cadres, .groups, .teamDebriefs, .cadreDebriefs, .talkOutline, .talks,
    ]
    let left = ["A02", "A03", "T02", "P04", "P05", "P08", "P09", "P10", "N04", "N05", "N08"]
    let kept: Set<Table> = [.units, .groups]
    var tables = EditableTables(
      HandmadeYear.tables.tables.filter { needed.contains($0.key) }.reduce(into: [:]) { tables, table in
        tables[table.key] =
          kept.contains(table.key) ? table.value : table.value.filter { !left.contains($0[0]) }
      })
    for row in 2...7 where left.contains(tables[.units, row, "单位编号"]) { tables[.units, row, "参评方式"] = "不参评" }
    return tables
  }()

  private static let tested: [Table] = [.teamDebriefs, .cadreDebriefs, .talkOutline, .talks]

  private func faults(_ tables: EditableTables) -> [String] {
    tables.read().faults.filter { $0.code != .missingTable }.map(\.brief)
  }

  @Test(arguments: tested) func `every blank required cell is named, and nothing else is`(table: Table) {
    for row in 2...Self.tables.rows(table).count {
      for heading in required(table, row) {
        var tables = Self.tables
        tables[table, row, heading] = ""
        #expect(
          faults(tables) == ["missing-value \(table.rawValue)!\(tables.reference(table, row, heading))"])
      }
    }
  }

  /// The headings that a row must fill: those with *, and what its part asks for.
  private func required(_ table: Table, _ row: Int) -> [String] {
    switch table {
    case .teamDebriefs:
      ["单位编号", "部分", "序号", "内容"]
        + (["成绩位次": ["指标", "范围", "位次", "参评数"], "整改方向": ["责任人", "完成时限"]][
          Self.tables[table, row, "部分"]] ?? [])
    case .cadreDebriefs:
      ["人员编号", "部分", "序号", "内容"]
        + (["政治表现", "进步工作", "改进工作", "存在问题"].contains(Self.tables[table, row, "部分"]) ? ["标题"] : [])
    case .talkOutline: ["要点", "序号", "建议问法"]
    default: ["谈话编号", "单位编号", "谈话对象", "要点", "内容", "谈话人", "记录人", "日期"]
    }
  }

  @Test(arguments: tested) func `every deleted row is missed at its object's first row`(table: Table) {
    for row in 2...Self.tables.rows(table).count {
      var tables = Self.tables
      tables.delete(table, row: row)
      #expect(
        faults(tables) == expected(table, deleting: row, from: tables), "deleting \(table.rawValue)!\(row)")
    }
  }

  /// What a deletion must give. A part of free length whose last row is gone is still whole: nothing can tell.
  private func expected(_ table: Table, deleting row: Int, from rest: EditableTables) -> [String] {
    let before = Self.tables
    let key = before.rows(table)[0][0]
    let object = before[table, row, key]
    guard table != .talkOutline else { return ["missing-part 谈话提纲!A2"] }
    let place = rest.row(table, where: [key: object]).map { "\(table.rawValue)!A\($0)" } ?? ""
    guard table != .talks else { return ["missing-part \(place)"] }
    let part = before[table, row, "部分"]
    let siblings = before.rows(table).count { $0[0] == object && $0[1] == part }
    let isLast = before[table, row, "序号"] == "\(siblings)"
    switch part {
    case "问题不足", "整改方向": return ["unmatched-number \(place)"]
    case "进步工作": return ["wrong-part-count \(place)"]
    case "工作成效" where siblings > 1: return isLast ? [] : ["number-gap \(place)"]
    case "自查总结", "廉洁自律": return []
    default: return ["missing-part \(place)"]
    }
  }

  @Test(arguments: ["A01", "T01"])
  func `a unit without any debrief is named in the table of units`(unit: String) throws {
    var tables = Self.tables
    while let row = tables.row(.teamDebriefs, where: ["单位编号": unit]) {
      tables.delete(.teamDebriefs, row: row)
    }
    let row = try #require(tables.row(.units, where: ["单位编号": unit]))
    #expect(faults(tables) == ["missing-part 单位!A\(row)"])
    #expect(tables.read().faults.contains { $0.blocks == [.teamDebrief] && $0.subject.unitID == unit })
  }

  @Test(arguments: ["P01", "P02", "P07"])
  func `a cadre without any debrief is named in the roster`(cadre: String) throws {
    var tables = Self.tables
    while let row = tables.row(.cadreDebriefs, where: ["人员编号": cadre]) {
      tables.delete(.cadreDebriefs, row: row)
    }
    let row = try #require(tables.row(.cadres, where: ["人员编号": cadre]))
    #expect(faults(tables) == ["missing-part 干部!A\(row)"])
    tables[.cadres, row, "本年等次"] = "不进行考核"
    #expect(faults(tables) == [])
  }
}

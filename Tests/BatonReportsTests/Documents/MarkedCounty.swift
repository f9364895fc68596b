// A county in which every text cell carries a mark of its own, so that a mark in a document says which cell
// got there.

import BatonAssessment
import SampleCounty

@testable import BatonReports

/// The tables of a small county with a mark at the end of every cell that holds free text.
struct MarkedCounty {
  /// One row, with the marks of its cells.
  struct Row {
    let cells: [String: String]
    let marks: [String: String]

    subscript(heading: String) -> String { cells[heading] ?? "" }
  }

  let rows: [Table: [Row]]
  let source: TableSource

  init() throws {
    let county = SampleCounty(
      seed: 7, countyName: "清和县", series: ["部门", "乡镇"], groupCount: 3, unitCount: 20)
    var files: [TableFile] = []
    var rows: [Table: [Row]] = [:]
    var marker = Marker()
    for raw in try county.tables().map({ try RawTable(TableFile(name: $0.name, csv: $0.csv), in: "数据") }) {
      guard let table = Table(rawValue: raw.name) else { continue }
      let texts = raw.texts
      var marked = [texts[0]]
      for cells in texts.dropFirst() {
        let row = Row(
          cells: Dictionary(zip(texts[0], cells)) { first, _ in first }, marks: [:])
        let (text, marks) = marker.mark(row, of: table, headings: texts[0])
        marked.append(text)
        rows[table, default: []].append(Row(cells: row.cells, marks: marks))
      }
      files.append(TableFile(name: raw.name, csv: Array(EditableTables.csv(marked).utf8)))
    }
    self.rows = rows
    source = TableSource(name: "清和县", files: files)
  }

  /// The marks of some columns in those rows of a table that fit.
  func marks(_ table: Table, _ headings: [String], where fits: (Row) -> Bool = { _ in true }) -> Set<String> {
    Set(rows[table, default: []].filter(fits).flatMap { row in headings.compactMap { row.marks[$0] } })
  }

  /// The marks in a text: those that begin where no digit follows.
  static func marks(in text: some StringProtocol) -> Set<String> {
    Set(String(text).matches(of: /Ж\d+Ж/).map { String($0.output) })
  }

  /// Columns of text that other columns, or the plan, are compared with: a mark would break the year.
  static let unmarked: [Table: Set<String>] = [
    .year: [], .plan: ["适用", "名称", "数值"], .units: ["单位编号", "类别", "序列", "核定组", "班子等次", "审定等次"],
    .cadres: ["人员编号", "单位编号", "原单位编号"], .groups: ["来源单位"],
    .indicators: ["指标编号", "目标值"], .completions: ["单位编号", "指标编号"], .visits: ["单位编号"],
    .routineScores: ["单位编号", "评分单位", "期次", "指标编号"], .leaderBallots: ["票号", "票类", "单位编号"],
    .peerScores: ["评分单位", "单位编号"], .staffBallots: ["单位编号", "票类"], .singleItems: ["单位编号", "单项", "等次"],
    .adjustments: ["编号", "单位编号", "事项编号", "等级"], .teamDebriefs: ["单位编号"], .cadreDebriefs: ["人员编号"],
    .talks: ["谈话编号", "单位编号", "谈话对象"], .problems: ["问题编号", "单位编号", "类别", "上年问题编号"],
    .practices: ["编号", "单位编号"], .judgements: ["编号"], .commitments: ["人员编号", "台账号"],
    .writtenMaterials: ["单位编号", "部分"], .issuances: ["单位编号"], .unitHistory: ["原单位编号", "现单位编号"],
  ]

  /// Items of 年度 that are numbers, dates or codes.
  static let unmarkedFacts: Set<YearFact.Item> = [
    .year, .periodStart, .periodEnd, .writtenOn, .reviewedOn, .trainedOn, .leaderBallotsIssued,
    .publicityStart, .publicityEnd, .publicityWorkdays, .remedyPlanDueOn, .remedyResultDueOn, .fondsNumber,
    .categoryCode, .archiveYear, .firstItemNumber,
  ]

  /// Gives out marks, the same one to an assessor wherever the name occurs.
  private struct Marker {
    private var count = 0
    private var assessors: [String: String] = [:]

    mutating func mark(
      _ row: Row, of table: Table, headings: [String]
    ) -> (text: [String], marks: [String: String]) {
      var marks: [String: String] = [:]
      let text = headings.map { heading in
        let cell = row[heading]
        guard !cell.isEmpty else { return cell }
        if table == .talks, heading == "谈话人" {
          return cell.split(separator: "、").map { $0 + (assessors[String($0)] ?? "") }.joined(separator: "、")
        }
        guard isText(heading, row, of: table) else { return cell }
        let mark = next()
        marks[heading] = mark
        if table == .groups, heading == "姓名" { assessors[cell] = mark }
        return cell + mark
      }
      return (text, marks)
    }

    private func isText(_ heading: String, _ row: Row, of table: Table) -> Bool {
      guard let column = table.schema.columns.first(where: { $0.heading == heading }), column.kind == .text,
        MarkedCounty.unmarked[table]?.contains(heading) != true
      else { return false }
      return table != .year
        || YearFact.Item(rawValue: row["项目"]).map { !MarkedCounty.unmarkedFacts.contains($0) } ?? false
    }

    private mutating func next() -> String {
      count += 1
      return "Ж\(count)Ж"
    }
  }
}

// The first sheet of the workbook: how to fill in the others.

internal import BatonAssessment
internal import BatonOffice

/// The sheet of instructions; intake knows it by its name and reads nothing of it.
enum Instructions {
  static let sheet: WorkbookDraft.Sheet = {
    var sheet = WorkbookDraft.Sheet(name: RawTables.instructions)
    let title = WorkbookDraft.Look(isBold: true)
    let text = WorkbookDraft.Look(wraps: true)
    var number = 0
    func add(_ cells: [String], _ look: WorkbookDraft.Look) {
      number += 1
      let cells = cells.enumerated().map { WorkbookDraft.Cell(column: $0, .text($1), look: look) }
      sheet.rows.append(WorkbookDraft.Row(number: number, cells: cells))
    }
    add(["怎样填这本工作簿"], title)
    for rule in rules { add([rule], WorkbookDraft.Look()) }
    number += 1
    add(["工作表", "填什么", "哪些文书要用"], title)
    for table in Table.allCases { add([table.rawValue, table.guide, documents(of: table)], text) }
    sheet.columns = [
      0: WorkbookDraft.Column(width: 14), 1: WorkbookDraft.Column(width: 60),
      2: WorkbookDraft.Column(width: 80),
    ]
    return sheet
  }()

  private static let rules = [
    "一张表一个工作表，第一行是列名，不要改；列的次序可以调，空行会跳过。",
    "列名底色为黄的必填，其余可不填；把鼠标停在列名上看这一列的说明。",
    "空着就是「没有」，不是 0。几个并列的用「、」隔开。",
    "编号按文本填，012 不要成了 12；日期写 2022-12-31 或 2022年12月31日；百分数写 30 或 30%。",
    "数里不带单位、千分位、全角数字。公式可以用，存盘前要算出来。不要合并单元格。",
    "「方案」里列好了要定的项目，数值由考核办按办法填；没有名称的几项（期次、加分标准等）由各县自定，一行一个，可以加行。",
    "填好一部分就可以运行 baton check 看还缺什么、错在哪一格；没用到的表先空着。",
  ]

  private static func documents(of table: Table) -> String {
    if Table.indispensable.contains(table) { return "全部文书" }
    return DocumentName.depending(on: table).map(\.rawValue).joined(separator: "、")
  }
}

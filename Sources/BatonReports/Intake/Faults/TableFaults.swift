// What is wrong with whole tables and files.

import BatonAssessment
import BatonDiagnostics

extension IntakeFault {
  static func unknownTable(_ name: String, at place: CellAddress) -> IntakeFault {
    let nearest = Suggestion.nearest(to: name, among: Table.allCases.map(\.rawValue))
    return IntakeFault(
      .unknownTable, .warning, at: place, found: "多出一张表「\(name)」", expected: "年度数据里没有这张表，未读",
      fix: nearest.map { "是不是想写「\($0)」" } ?? "不需要就移走它", blocks: [])
  }

  static func duplicateTable(_ table: Table, at place: CellAddress, first: CellAddress) -> IntakeFault {
    IntakeFault(
      .duplicateTable, at: place, with: [first],
      found: "「\(table.rawValue)」表有两张，「\(first.file)」和「\(place.file)」里各一张", expected: "一张表只应有一处",
      fix: "留下要用的一张，删去另一张", blocks: DocumentName.depending(on: table))
  }

  static func unreadable(_ table: Table, in file: String, because problem: RawTable.Problem) -> IntakeFault {
    let reference: String
    let (expected, fix): (String, String)
    switch problem {
    case .encoding:
      reference = ""
      (expected, fix) = ("应是 UTF-8 或 GB18030 编码的文本", "用 Excel、WPS 另存为「CSV UTF-8」")
    case .quotation(let row, let column):
      reference = "\(CellAddress.columnLetters(column))\(row)"
      (expected, fix) = ("引号应成对，单元格里的引号应写两个", "改正这一格的引号，或用 Excel、WPS 重新另存为 CSV")
    }
    return IntakeFault(
      .unreadableTable, at: CellAddress(file: file, sheet: table.rawValue, reference: reference),
      found: "读不了「\(table.rawValue)」表", expected: expected, fix: fix,
      blocks: DocumentName.depending(on: table))
  }

  static func missing(_ table: Table, in file: String) -> IntakeFault {
    let isIndispensable = Table.indispensable.contains(table)
    return IntakeFault(
      .missingTable, isIndispensable ? .error : .warning,
      at: CellAddress(file: file, sheet: table.rawValue, reference: ""), found: "没有「\(table.rawValue)」表",
      expected: isIndispensable ? "所有文书都要用它" : "依赖它的文书暂不能出",
      fix: "备齐后放进工作表「\(table.rawValue)」，或存成「\(table.rawValue).csv」",
      blocks: DocumentName.depending(on: table))
  }

  /// A workbook that can't be read: nobody knows what it held, so that nothing can be made.
  init(of diagnostic: Diagnostic, in file: String) {
    self.init(
      FaultCode(rawValue: diagnostic.id) ?? .damagedWorkbook,
      at: CellAddress(file: file, sheet: "", reference: ""), found: diagnostic.message,
      expected: "应是能打开的 .xlsx 工作簿", fix: diagnostic.help ?? "在 Excel 或 WPS 里打开、修复后另存",
      blocks: DocumentName.allCases)
  }

  /// What is hidden is read, and said: one warning each for the sheet, its rows and its columns.
  static func hidden(in raw: RawTable) -> [IntakeFault] {
    func fault(_ what: String, at references: [String]) -> IntakeFault? {
      let cells = references.map { CellAddress(file: raw.file, sheet: raw.name, reference: $0) }
      guard let first = cells.first else { return nil }
      return IntakeFault(
        .hiddenContent, .warning, at: first, with: Array(cells.dropFirst()), found: "\(what)是隐藏的",
        expected: "隐藏的内容也已读入，照常核对和计算", fix: "该算的取消隐藏，不该算的删去", blocks: [])
    }
    let rows = raw.hidden.rows.map { "\($0)" }
    let columns = raw.hidden.columns.map { CellAddress.columnLetters($0) }
    return [
      raw.hidden.sheet ? fault("「\(raw.name)」表", at: [""]) : nil,
      fault("第 \(rows.abridged) 行", at: rows),
      fault("第 \(columns.abridged) 列", at: columns.map { "\($0)1" }),
    ].compactMap(\.self)
  }
}

extension [String] {
  /// Few enough to be named in a message.
  fileprivate var abridged: String {
    prefix(8).joined(separator: "、") + (count > 8 ? " 等 \(count)" : "")
  }
}

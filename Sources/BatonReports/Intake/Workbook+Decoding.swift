// From a source to the workbook: which tables are there, and what their cells hold.

import BatonAssessment
import BatonDiagnostics

extension Workbook {
  /// Decodes all tables of a source.
  static func decoding(_ source: TableSource) -> (workbook: Workbook, faults: [IntakeFault]) {
    var tables = [Table: DecodedTable]()
    var faults = [IntakeFault]()
    for file in source.files {
      guard let table = Table(rawValue: file.name) else {
        faults.append(unknownTable(file.name, in: source))
        continue
      }
      do throws(RawTable.Problem) {
        let decoded = TableDecoder.decode(try RawTable(file), by: table.schema, of: source.name)
        tables[table] = decoded.table
        faults += decoded.faults
      } catch {
        faults.append(unreadable(table, in: source, because: error))
      }
    }
    let present = Set(source.files.map(\.name))
    for table in Table.allCases where !present.contains(table.rawValue) && !Table.optional.contains(table) {
      faults.append(missing(table, in: source))
    }
    return (Workbook(file: source.name, tables: tables), faults)
  }

  private static func whole(_ name: String, in source: TableSource) -> CellAddress {
    CellAddress(file: source.name, sheet: name, reference: "")
  }

  private static func unknownTable(_ name: String, in source: TableSource) -> IntakeFault {
    let nearest = Suggestion.nearest(to: name, among: Table.allCases.map(\.rawValue))
    return IntakeFault(
      .unknownTable, .warning, at: whole(name, in: source), found: "多出一张表「\(name)」",
      expected: "年度数据里没有这张表，未读",
      fix: nearest.map { "是不是想写「\($0)」" } ?? "不需要就移走它", blocks: [])
  }

  private static func unreadable(
    _ table: Table, in source: TableSource, because problem: RawTable.Problem
  ) -> IntakeFault {
    let (expected, fix) =
      switch problem {
      case .encoding: ("应是 UTF-8 或 GB18030 编码的文本", "用 Excel、WPS 另存为「CSV UTF-8」")
      case .quotation: ("引号应成对，单元格里的引号应写两个", "用 Excel、WPS 重新另存为 CSV")
      }
    return IntakeFault(
      .unreadableTable, at: whole(table.rawValue, in: source), found: "读不了「\(table.rawValue)」表",
      expected: expected, fix: fix, blocks: DocumentName.depending(on: table))
  }

  private static func missing(_ table: Table, in source: TableSource) -> IntakeFault {
    let blocks = DocumentName.depending(on: table)
    let isIndispensable = Table.indispensable.contains(table)
    return IntakeFault(
      .missingTable, isIndispensable ? .error : .warning, at: whole(table.rawValue, in: source),
      found: "没有「\(table.rawValue)」表",
      expected: isIndispensable ? "所有文书都要用它" : "依赖它的文书暂不能出",
      fix: "备齐后放进「\(table.rawValue).csv」", blocks: blocks)
  }
}

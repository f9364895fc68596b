// The workbook that a county's year is kept in: empty to fill in, or filled with tables that are there already.

internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonOffice
internal import Foundation

/// A workbook of the year's tables.
public struct YearWorkbook: Sendable {
  private let draft: WorkbookDraft

  /// A workbook to fill in: headings with notes, lists to choose from, the plan's items without their values.
  ///
  /// - Parameter year: The year assessed; its row is left open without it.
  public init(year: Int?) {
    draft = Self.draft(title: year.map { "\($0)年度数据" } ?? "年度数据") { table in
      StartingRows.rows(of: table, year: year)
    }
  }

  /// The workbook of tables that are there as CSV; a table that isn't has no rows.
  ///
  /// - Throws: ``IntakeError`` if a table is no CSV.
  public init(_ files: [TableFile]) throws(IntakeError) {
    let tables = RawTables(TableSource(name: "", files: files))
    if let fault = tables.faults.first { throw IntakeError(fault.diagnostic) }
    let raws = Dictionary(tables.tables.map { ($0.table, $0.raw) }) { first, _ in first }
    draft = Self.draft(title: "年度数据") { table in
      raws[table].map { TableSheet(table: table).values(of: $0) } ?? []
    }
  }

  private static func draft(
    title: String, rows: (Table) -> [[WorkbookDraft.Value]]
  ) -> WorkbookDraft {
    var draft = WorkbookDraft(title: title)
    draft.sheets = [Instructions.sheet] + Table.allCases.map { TableSheet(table: $0).draft(rows: rows($0)) }
    return draft
  }

  /// The workbook as `.xlsx`; the same workbook gives the same bytes.
  public func xlsx() throws(IntakeError) -> [UInt8] { try draft.bytes() }
}

extension WorkbookDraft {
  /// The workbook as `.xlsx`. The library writes to a path only: a file of ours among temporary ones.
  func bytes() throws(IntakeError) -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString).xlsx")
    defer { _ = try? FileManager.default.removeItem(at: file) }
    do throws(OfficeError) {
      try write(to: file.path)
    } catch {
      throw IntakeError(error.diagnostics)
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw IntakeError("unreadable-file", "读不了刚写的临时文件", at: .file(file.path), help: "核对临时文件夹的余量和权限")
    }
    return Array(data)
  }
}

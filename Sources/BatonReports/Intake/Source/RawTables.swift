// All tables of a source, from whichever files they come, and what keeps some from being read.

import BatonAssessment
import BatonOffice

/// The tables of a source side by side, each once.
struct RawTables {
  private(set) var tables: [(table: Table, raw: RawTable)] = []
  private(set) var faults: [IntakeFault] = []
  /// Tables that are there, readable or not.
  private(set) var present: Set<Table> = []
  private var places: [Table: CellAddress] = [:]

  /// The sheet that tells people how to fill in the others; no table, and nothing to warn of.
  static let instructions = "填表说明"

  init(_ source: TableSource) {
    for file in source.files {
      guard let table = admit(file.name, in: source.name) else { continue }
      do throws(RawTable.Problem) {
        keep(try RawTable(file, in: source.name), as: table)
      } catch {
        faults.append(.unreadable(table, in: source.name, because: error))
      }
    }
    for file in source.workbooks {
      do throws(OfficeError) {
        let workbook = try Spreadsheet(reading: file.xlsx, file: file.name)
        for sheet in workbook.sheets { add(sheet, of: workbook, in: file.name) }
      } catch {
        faults += error.diagnostics.map { IntakeFault(of: $0, in: file.name) }
      }
    }
  }

  private mutating func add(_ sheet: Spreadsheet.Sheet, of workbook: Spreadsheet, in file: String) {
    let name = sheet.name.trimmed
    // Nothing is missed of what Excel calls an untouched sheet: `Sheet1`.
    if name == Self.instructions || name == FaultSheet.name { return }
    if sheet.rows.isEmpty && Table(rawValue: name) == nil { return }
    guard let table = admit(name, in: file) else { return }
    keep(RawTable(sheet, of: workbook, in: file), as: table)
  }

  /// The table of a name, unless there is none or it is there already.
  private mutating func admit(_ name: String, in file: String) -> Table? {
    let place = CellAddress(file: file, sheet: name, reference: "")
    guard let table = Table(rawValue: name) else {
      faults.append(.unknownTable(name, at: place))
      return nil
    }
    if let first = places[table] {
      faults.append(.duplicateTable(table, at: place, first: first))
      return nil
    }
    places[table] = place
    present.insert(table)
    return table
  }

  private mutating func keep(_ raw: RawTable, as table: Table) {
    tables.append((table, raw))
    faults += IntakeFault.hidden(in: raw)
  }
}

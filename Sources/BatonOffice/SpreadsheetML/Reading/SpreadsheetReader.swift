// Reading a workbook: its list of sheets, then the formats and texts that sheets share, then each sheet.

import BatonDiagnostics
import BatonXML

extension Spreadsheet {
  /// Reads an `.xlsx` or `.xlsm`, whoever wrote it: Excel, WPS, LibreOffice or a program.
  ///
  /// Sheets of charts and macros are left out. Diagnostics call the workbook `file`.
  ///
  /// - Throws: `OfficeError` with one of `encrypted-workbook`, `legacy-workbook`, `not-a-workbook`,
  ///   `damaged-workbook`, `oversized-workbook`.
  package init(reading bytes: [UInt8], file: String, limits: SpreadsheetLimits = SpreadsheetLimits())
    throws(OfficeError)
  {
    let archive = try WorkbookArchive(bytes, file: file, limits: limits.package)
    self = try SpreadsheetReader(archive: archive, limits: limits).spreadsheet()
  }
}

/// Bounds on a workbook that is read.
package struct SpreadsheetLimits: Sendable, Hashable {
  package var package = ReadingLimits()
  /// Cells that hold something, in all sheets.
  package var cellCount = 5_000_000

  package init() {}
}

/// Reads one workbook.
private struct SpreadsheetReader {
  let archive: WorkbookArchive
  let limits: SpreadsheetLimits

  /// An entry of the list of sheets.
  private struct Tab {
    let name: String
    let id: String
    let isHidden: Bool
  }

  func spreadsheet() throws(OfficeError) -> Spreadsheet {
    let name = try archive.workbook()
    let (tabs, system) = try tabs(in: name)
    let relations = try archive.relations(of: name.text)
    func target(_ kind: String) -> PartName? {
      relations.first { $0.kind == kind && archive.contains($0.target) }?.target
    }
    let formats = try target("styles").map { part throws(OfficeError) in
      CellFormats(try archive.cursor(through: part)).byStyle
    }
    let texts = try target("sharedStrings").map { part throws(OfficeError) in
      SharedTexts(try archive.cursor(through: part)).texts
    }
    var reader = SheetReader(
      archive: archive, values: CellValues(texts: texts ?? [], formats: formats ?? [], system: system),
      cellsLeft: limits.cellCount)
    var sheets: [Spreadsheet.Sheet] = []
    for tab in tabs {
      guard let relation = relations.first(where: { $0.id == tab.id }) else {
        throw archive.damaged("工作表「\(tab.name)」没有内容")
      }
      guard relation.kind == "worksheet" else { continue }
      sheets.append(try reader.sheet(in: relation.target, named: tab.name, isHidden: tab.isHidden))
    }
    return Spreadsheet(sheets: sheets, formats: formats ?? [])
  }

  private func tabs(in part: PartName) throws(OfficeError) -> ([Tab], Moment.System) {
    guard part.text.lowercased().hasSuffix(".xml") || !part.text.lowercased().hasSuffix(".bin") else {
      throw WorkbookArchive.notAWorkbook(archive.file)
    }
    var cursor = try archive.cursor(through: part)
    guard cursor.isElement("workbook") else { throw WorkbookArchive.notAWorkbook(archive.file) }
    var tabs: [Tab] = []
    var system = Moment.System.from1900
    while cursor.nextChild(of: 1) {
      if cursor.isElement("workbookPr"), cursor.isTrue("date1904") { system = .from1904 }
      guard cursor.isElement("sheets") else { continue }
      while cursor.nextChild(of: 2) {
        guard cursor.isElement("sheet"), let name = cursor.value(of: "name"),
          let id = cursor.qualifiedValue(of: "id")
        else { continue }
        let state = cursor.value(of: "state") ?? "visible"
        tabs.append(Tab(name: name, id: id, isHidden: state != "visible"))
      }
    }
    return (tabs, system)
  }
}

extension XMLCursor {
  /// Whether an attribute is an XML Schema `boolean` that is true.
  func isTrue(_ attribute: StaticString) -> Bool {
    guard let value = rawValue(of: attribute) else { return false }
    return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
  }
}

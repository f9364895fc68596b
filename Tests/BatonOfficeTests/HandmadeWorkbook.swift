// Workbooks as their writers leave them: the XML of each part, written by hand.

@testable import BatonOffice

/// A workbook of parts.
struct HandmadeWorkbook {
  /// The rows of the one sheet.
  var rows = ""
  /// What stands around them.
  var before = ""
  var after = ""
  var strings = ""
  var styles = ""
  var properties = ""
  var isStrict = false
  /// `x` makes every element `x:…`.
  var prefix = ""
  var sheetState = ""

  private var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }

  private var relationships: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  private func part(_ root: String, _ content: String) -> [UInt8] {
    let colon = prefix.isEmpty ? "" : "\(prefix):"
    let body = prefix.isEmpty ? content : content.replacing("</", with: "\u{0}").prefixed(colon)
    let declaration = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
    return Array(
      "<\(colon)\(root) \(declaration)=\"\(main)\" xmlns:r=\"\(relationships)\">\(body)</\(colon)\(root)>"
        .utf8)
  }

  func zipped() throws -> [UInt8] {
    // No name or folder is what Excel would choose: relationships lead to the parts.
    let sheet = Part(
      "/data/one.xml", .xml, content: part("worksheet", "\(before)<sheetData>\(rows)</sheetData>\(after)"))
    let strings = Part("/data/texts.xml", .xml, content: part("sst", strings))
    let styles = Part("/data/looks.xml", .xml, content: part("styleSheet", styles))
    func kind(_ name: String) -> Relationship.Kind { Relationship.Kind(type: "\(relationships)/\(name)") }
    let book = Part(
      "/data/book.xml", .xml,
      content: part(
        "workbook",
        "\(properties)<sheets><sheet name=\"表\" sheetId=\"1\" \(sheetState) r:id=\"r7\"/></sheets>"),
      relationships: [
        Relationship(id: "r1", kind("styles"), to: .part(styles.name)),
        Relationship(id: "r2", kind("sharedStrings"), to: .part(strings.name)),
        Relationship(id: "r7", kind("worksheet"), to: .part(sheet.name)),
      ])
    let package = Package(
      parts: [book, sheet, strings, styles],
      relationships: [Relationship(id: "r1", kind("officeDocument"), to: .part(book.name))])
    return try package.zipped(with: Compressor())
  }

  func read() throws -> Spreadsheet { try Spreadsheet(reading: zipped(), file: "表.xlsx") }

  /// The values of the sheet by reference: `B2`.
  func values() throws -> [String: Spreadsheet.Value] {
    var values: [String: Spreadsheet.Value] = [:]
    for row in try read().sheets[0].rows {
      for cell in row.cells {
        let place = CellRange(rows: row.number...row.number, columns: cell.column...cell.column)
        values[place.description] = cell.value
      }
    }
    return values
  }
}

extension String {
  /// With a prefix on every element; ends of elements were marked with U+0000.
  fileprivate func prefixed(_ prefix: String) -> String {
    replacing("<", with: "<\(prefix)").replacing("\u{0}", with: "</\(prefix)")
  }
}

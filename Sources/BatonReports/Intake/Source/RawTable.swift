// A table as rows of text, before anybody asks what the cells mean.

import SwiftCSV

/// The cells of a table: row 0 holds the headings.
struct RawTable: Sendable {
  let name: String
  let rows: [[String]]

  /// Why a file is not a table.
  enum Problem: Error {
    case encoding
    case quotation
  }

  init(name: String, rows: [[String]]) {
    self.name = name
    self.rows = rows
  }

  /// Parses CSV (RFC 4180, comma separated).
  init(_ file: TableFile) throws(Problem) {
    guard let text = TextDecoding.decode(file.csv), !text.unicodeScalars.contains("\0") else {
      throw .encoding
    }
    // SwiftCSV takes a last quote that is never closed for the rest of the file.
    guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else { throw .quotation }
    do {
      let csv = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false)
      self.init(name: file.name, rows: [csv.header] + csv.rows)
    } catch {
      throw .quotation
    }
  }
}

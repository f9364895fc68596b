// Reads generated tables back, by a CSV reader that shares nothing with the generator's writer.
import SampleCounty

/// A generated year, read back: table by table, row by row, cell by heading.
struct Year {
  typealias Row = [String: String]

  private let tables: [String: [Row]]

  init(_ county: SampleCounty) {
    var tables: [String: [Row]] = [:]
    for table in county.tables() {
      var lines = Self.records(table.csv)
      let headings = lines.removeFirst()
      tables[table.name] = lines.map { Row(uniqueKeysWithValues: zip(headings, $0)) }
    }
    self.tables = tables
  }

  subscript(table: String) -> [Row] { tables[table] ?? [] }

  /// Whole stretches are looked for at once: a loop over single bytes takes a minute unoptimized.
  /// Source: RFC 4180 §2.
  private static func records(_ bytes: [UInt8]) -> [[String]] {
    let (quote, comma, lineFeed) = (UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"))
    var records: [[String]] = []
    var record: [String] = []
    var rest = bytes[...]
    while let lineEnd = rest.firstIndex(of: lineFeed) {
      let end = rest[..<lineEnd].firstIndex(of: comma) ?? lineEnd
      var cell = ""
      if rest.first == quote {
        repeat {
          rest = rest.dropFirst()
          guard let closing = rest.firstIndex(of: quote) else { return records }
          cell += String(decoding: rest[..<closing], as: UTF8.self)
          rest = rest[(closing + 1)...]
          if rest.first == quote { cell += "\"" }
        } while rest.first == quote
      } else {
        cell = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[end...]
      }
      record.append(cell)
      if rest.first == lineFeed {
        records.append(record)
        record = []
      }
      rest = rest.dropFirst()
    }
    return records
  }
}

extension Year.Row {
  /// A cell known to hold a number.
  func number(_ heading: String) -> Double { self[heading].flatMap(Double.init) ?? .nan }
}

extension Year {
  static let whole = Year(SampleCounty())
  static let secondCounty = SampleCounty(
    seed: 7, countyName: "清和县", year: 2023, series: ["党群机关", "综合部门", "业务部门", "街镇"], groupCount: 3,
    unitCount: 20,
    referencedUnitCount: 1)
  static let second = Year(secondCounty)
}

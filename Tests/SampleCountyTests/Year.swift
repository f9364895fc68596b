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

  /// Source: RFC 4180 §2.
  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\"") where !isQuoted: isQuoted = true
      case UInt8(ascii: "\""):
        let isDoubled = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
        if isDoubled {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case UInt8(ascii: ",") where !isQuoted:
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\n") where !isQuoted:
        records.append(record + [String(decoding: cell, as: UTF8.self)])
        record = []
        cell = []
      default: cell.append(byte)
      }
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
    seed: 7, countyName: "清和县", year: 2023, series: ["党群机关", "综合部门", "业务部门", "街镇"], groupCount: 3, unitCount: 20,
    referencedUnitCount: 1)
  static let second = Year(secondCounty)
}

// baton-cells: what our reader makes of workbooks, as JSON, for readers that are not ours to be compared with.
import ArgumentParser
import BatonDiagnostics
import BatonOffice
import Foundation

@main
struct BatonCells: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton-cells", abstract: "列出工作簿里的每个单元格（JSON，一个文件一行），供其他程序核对",
    usage: "baton-cells 文件… [--time]")

  @Argument(help: "工作簿")
  var files: [String]

  @Flag(help: "只报告读了多少格、用了多少秒")
  var time = false

  func run() throws {
    let encoder = JSONEncoder()
    for file in files {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
      let start = ContinuousClock.now
      let reading = Reading(of: bytes, named: file)
      let seconds = start.duration(to: .now) / .seconds(1)
      if time {
        print("\(reading.cellCount) cells, \(seconds) s, \(Int(Double(reading.cellCount) / seconds)) cells/s")
      } else {
        print(String(decoding: try encoder.encode(reading), as: UTF8.self))
      }
    }
  }
}

/// A workbook as read, or why it was not.
private struct Reading: Encodable {
  let file: String
  var refused: String?
  var message: String?
  var sheets: [Sheet]?

  struct Sheet: Encodable {
    let name: String
    let isHidden: Bool
    /// By row number and column, counted from 1: kind and value.
    let cells: [[String]]
    let hiddenRows: [Int]
  }

  var cellCount: Int { (sheets ?? []).reduce(0) { $0 + $1.cells.count } }

  init(of bytes: [UInt8], named file: String) {
    self.file = file
    do throws(OfficeError) {
      sheets = try Spreadsheet(reading: bytes, file: file).sheets.map { sheet in
        Sheet(
          name: sheet.name, isHidden: sheet.isHidden,
          cells: sheet.rows.flatMap { row in
            row.cells.map { cell in
              let (kind, value) = Self.described(cell.value)
              return ["\(row.number)", "\(cell.column + 1)", kind, value]
            }
          }, hiddenRows: sheet.rows.filter(\.isHidden).map(\.number))
      }
    } catch {
      refused = error.diagnostics.first?.id
      message = error.diagnostics.first?.message
    }
  }

  private static func described(_ value: Spreadsheet.Value) -> (String, String) {
    switch value {
    case .text(let text): ("text", text)
    case .number(let number): ("number", number)
    case .moment(let moment):
      (
        "moment",
        [
          moment.day.map { "\($0.year)-\($0.month)-\($0.day)" },
          moment.time.map { "\($0.hour):\($0.minute):\($0.second)" },
        ].compactMap(\.self).joined(separator: " ")
      )
    case .boolean(let boolean): ("boolean", boolean ? "true" : "false")
    case .error(let error): ("error", error)
    case .uncomputed: ("uncomputed", "")
    case .picture: ("picture", "")
    }
  }
}

// A finished table: its name in the workbook and its bytes as CSV.

/// One table of the year: UTF-8 without a byte order mark, lines ended by LF, quoted as RFC 4180 says.
public struct SampleTable: Sendable, Hashable {
  /// The table's name, which is the CSV file's name too, without its extension.
  public let name: String
  public let csv: [UInt8]
}

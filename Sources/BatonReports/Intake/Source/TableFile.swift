// The files that tables come in, as bytes.

/// A table as it lies on disk or in memory: its name and undecoded CSV.
public struct TableFile: Sendable, Hashable {
  /// The name of the table: the file's name without `.csv`.
  public let name: String
  public let csv: [UInt8]

  public init(name: String, csv: [UInt8]) {
    self.name = name
    self.csv = csv
  }
}

/// A workbook as it lies on disk or in memory: each sheet a table.
public struct WorkbookFile: Sendable, Hashable {
  /// What the user calls it; the addresses of its cells begin with it.
  public let name: String
  public let xlsx: [UInt8]

  public init(name: String, xlsx: [UInt8]) {
    self.name = name
    self.xlsx = xlsx
  }
}

// One table's file, as bytes.

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

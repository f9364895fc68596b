// The kept copy of the sample county is what the generator makes today, byte for byte.
import Foundation
import SampleCounty
import Testing

struct KeptCopyTests {
  private static let county = SampleCounty()
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Samples/\(county.countyName)\(county.year)")

  @Test func `the kept copy has the generator's tables and no others`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
    #expect(Set(names) == Set(Self.county.tables().map { $0.name + ".csv" }))
  }

  @Test func `the kept copy is what the generator makes, byte for byte`() throws {
    for table in Self.county.tables() {
      let kept = try Data(contentsOf: Self.folder.appending(path: table.name + ".csv"))
      #expect(kept == Data(table.csv), "\(table.name) differs: run baton-sample on the kept folder")
    }
  }

  @Test func `the whole year stays below eight megabytes`() {
    let size = Self.county.tables().map(\.csv.count).reduce(0, +)
    #expect(size < 8_000_000)
  }
}

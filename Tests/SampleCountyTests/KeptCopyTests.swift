// The copy in Samples/ is what the generator makes today, byte for byte.
import Foundation
import SampleCounty
import Testing

struct KeptCopyTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Samples/\(SampleCounty().countyName)\(SampleCounty().year)")

  @Test func `the kept copy has the generator's tables and no others`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
    #expect(Set(names) == Set(SampleCounty().tables().map { $0.name + ".csv" }))
  }

  @Test func `the kept copy is what the generator makes, byte for byte`() throws {
    for table in SampleCounty().tables() {
      let kept = try Data(contentsOf: Self.folder.appending(path: table.name + ".csv"))
      #expect(kept == Data(table.csv), "run baton-sample on the kept folder: \(table.name) differs")
    }
  }
}

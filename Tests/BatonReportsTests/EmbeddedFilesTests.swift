// The program carries Templates/ exactly: a template that was added but not embedded fails here.

import BatonReports
import Foundation
import Testing

@Suite struct `Embedded files` {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Templates")

  /// The files of Templates/ on disk, by name; hidden files are no templates, and the gallery is not the program's.
  private static func filesOnDisk() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { name in
        let isFile = try folder.appending(path: name).resourceValues(forKeys: [.isRegularFileKey])
          .isRegularFile
        return isFile == true && !name.hasPrefix("gallery/")
          && !name.split(separator: "/").contains { $0.hasPrefix(".") }
      }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test func `they are the files of Templates, by the same names and in order`() throws {
    #expect(EmbeddedFiles.names == (try Self.filesOnDisk()), "run scripts/embed-templates")
  }

  @Test func `each has the bytes of its file`() throws {
    for name in EmbeddedFiles.names {
      let file = try Data(contentsOf: Self.folder.appending(path: name))
      let isSame = EmbeddedFiles.bytes(named: name) == [UInt8](file)
      #expect(isSame, "\(name)")
    }
  }

  @Test func `an unknown name has no bytes`() {
    #expect(EmbeddedFiles.bytes(named: "no such file") == nil)
  }
}

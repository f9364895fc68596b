import BatonDiagnostics
import Testing

@testable import BatonOffice

@Suite struct PackageReadingTests {
  static let sample = Package(
    parts: [
      Part(
        "/word/document.xml", .document, content: Array("<w:document xmlns:w=\"urn:w\"/>".utf8),
        relationships: [
          Relationship(id: "rId1", .image, to: .part("/word/media/image1.png")),
          Relationship(id: "rId2", .hyperlink, to: .external("https://example.invalid/")),
        ]),
      Part("/word/media/image1.png", ContentType("image/png"), content: [0x89, 0x50, 0, 1, 2, 3, 255]),
    ],
    relationships: [Relationship(id: "rId1", .officeDocument, to: .part("/word/document.xml"))])

  static func zip(_ package: Package = sample) throws -> [UInt8] { try package.zipped(with: Compressor()) }

  private func faultID(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> String? {
    do {
      _ = try Package(reading: bytes, file: "a.docx", limits: limits)
      return nil
    } catch {
      return error.diagnostics.first?.id
    }
  }

  @Test func `what was written as docx is read with the same parts and relationships`() throws {
    let read = try Package(reading: try Self.zip(), file: "a.docx")
    #expect(read.relationships == Self.sample.relationships)
    #expect(read.parts.map(\.name) == Self.sample.parts.map(\.name))
    #expect(read.parts.map(\.relationships) == Self.sample.parts.map(\.relationships))
    #expect(read.parts.map(\.entryContent) == Self.sample.parts.map(\.entryContent))
  }

  @Test func `a docx that was read is written back byte for byte`() throws {
    let bytes = try Self.zip()
    #expect(try Self.zip(try Package(reading: bytes, file: "a.docx")) == bytes)
  }

  @Test func `Flat OPC holds the same parts as docx`() throws {
    let read = try Package(reading: Self.sample.flattened(), file: "a.xml")
    #expect(read.parts.map(\.content) == Self.sample.parts.map(\.content))
    #expect(read.parts.map(\.relationships) == Self.sample.parts.map(\.relationships))
    let again = try Package(reading: try Package(reading: try Self.zip(), file: "a").flattened(), file: "a")
    #expect(again.parts.map(\.content) == Self.sample.parts.map(\.content))
  }

  private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
  private static let encrypted = ole + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }

  @Test(
    arguments: [
      ("not-a-package", [UInt8]("hello, world".utf8)), ("not-a-package", [UInt8]()),
      ("legacy-document", ole + [0xA1, 0xB1, 0x1A, 0xE1]),
      ("encrypted-document", encrypted),
      ("not-a-package", [UInt8]("<html/>".utf8)), ("damaged-package", [0x50, 0x4B, 3, 4, 0, 0, 0, 0]),
    ] as [(String, [UInt8])])
  func `what is no package is refused for what it is`(id: String, bytes: [UInt8]) {
    #expect(faultID(bytes) == id)
  }

  @Test func `a truncated package is refused, wherever it was cut`() throws {
    let bytes = try Self.zip()
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(faultID(Array(bytes[..<end])) != nil, "cut at \(end)")
    }
  }

  @Test func `no changed byte crashes the reader or changes a part silently`() throws {
    let bytes = try Self.zip()
    for index in bytes.indices {
      for flip: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= flip
        guard let read = try? Package(reading: damaged, file: "a.docx") else { continue }
        // What is read in spite of it holds the same bytes: the change was in a date, a flag or a name.
        for part in read.parts {
          guard let original = Self.sample.part(named: part.name) else { continue }
          #expect(part.entryContent == original.entryContent, "byte \(index) ^ \(flip)")
        }
      }
    }
  }

  @Test func `a part that unpacks two hundred times its size is refused`() throws {
    var package = Self.sample
    package.parts.append(
      Part("/word/media/bomb.bin", ContentType("image/png"), content: [UInt8](repeating: 0, count: 4 << 20)))
    #expect(faultID(try Self.zip(package)) == "compression-bomb")
  }

  @Test func `limits on entries, parts and their sum hold`() throws {
    var limits = ReadingLimits()
    limits.entryCount = 3
    #expect(faultID(try Self.zip(), limits: limits) == "too-many-entries")
    limits = ReadingLimits()
    limits.partByteCount = 6
    #expect(faultID(try Self.zip(), limits: limits) == "document-too-large")
    limits = ReadingLimits()
    limits.totalByteCount = 300
    #expect(faultID(try Self.zip(), limits: limits) == "document-too-large")
  }

  @Test func `entries that share bytes are refused`() throws {
    var bytes = try Self.zip()
    // The second directory entry is pointed at the first entry's place.
    let directory = try #require(bytes.positions(of: [0x50, 0x4B, 1, 2]).dropFirst().first)
    for offset in 42..<46 { bytes[directory + offset] = 0 }
    #expect(faultID(bytes) == "overlapping-entries")
  }

  @Test(arguments: ["/../evil.xml", "/word\\document2.xml", "//a.xml", "/a/./b.xml"])
  func `names that lead elsewhere are refused`(name: String) throws {
    // The name has the length of the one it replaces.
    var bytes = try Self.zip()
    let old = Array("word/media/image1.png".utf8)
    let new = Array((name.dropFirst() + String(repeating: "x", count: old.count)).utf8.prefix(old.count))
    for position in bytes.positions(of: old) {
      bytes.replaceSubrange(position..<(position + old.count), with: new)
    }
    #expect(faultID(bytes) == "bad-part-name")
  }

  @Test func `a document type is refused`() throws {
    var package = Self.sample
    package.parts[0] = Part(
      "/word/document.xml", .document, content: Array("<!DOCTYPE w [<!ENTITY a \"b\">]><w>&a;</w>".utf8))
    #expect(faultID(try Self.zip(package)) != nil)
  }
}

extension [UInt8] {
  fileprivate func positions(of word: [UInt8]) -> [Int] {
    guard count >= word.count else { return [] }
    return (0...(count - word.count)).filter { self[$0..<($0 + word.count)].elementsEqual(word) }
  }
}

// Packages that were damaged on the way or on purpose: read or refused, never a crash, a hang or much memory.
//
//     BATON_MUTATIONS=5000 BATON_CORPUS=FOLDER swift test --filter MutatedPackageTests
//
// runs the full count, over the files of a folder too.

import BatonDiagnostics
import Foundation
import Testing

@testable import BatonOffice

@Suite struct MutatedPackageTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["BATON_MUTATIONS"].flatMap { Int($0) } ?? 60

  /// What is damaged: packages of our own, and a folder's where one is named.
  private static func originals() throws -> [[UInt8]] {
    var files = [try PackageReadingTests.zip(), PackageReadingTests.sample.flattened(), try large()]
    if let folder = environment["BATON_CORPUS"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), data.count < 1 << 20
        else {
          continue
        }
        files.append(Array(data))
      }
    }
    return files
  }

  private static func large() throws -> [UInt8] {
    var package = PackageReadingTests.sample
    let row = "<w:p><w:r><w:t>一行字</w:t></w:r></w:p>"
    let content = "<w:document xmlns:w=\"urn:w\">" + String(repeating: row, count: 20) + "</w:document>"
    package.parts[0] = Part(
      "/word/document.xml", .document, content: Array(content.utf8),
      relationships: package.parts[0].relationships)
    for number in 0..<20 {
      package.parts.append(
        Part(
          PartName(stringLiteral: "/word/p\(number).xml"), .xml, content: Array("<a n=\"\(number)\"/>".utf8)))
    }
    return try PackageReadingTests.zip(package)
  }

  @Test func `damaged packages are read or refused`() throws {
    let originals = try Self.originals()
    var random = SplitMix(state: 2022)
    var limits = ReadingLimits()
    // Small files in the everyday run, so that a bomb shows at once.
    if Self.environment["BATON_MUTATIONS"] == nil { limits.totalByteCount = 8 << 20 }
    let before = Self.memory("VmRSS")
    var refused = 0
    var slowest = Duration.zero
    for number in 0..<Self.count {
      let bytes = try Self.damaged(originals[number % originals.count], &random, originals)
      let start = ContinuousClock.now
      do throws(OfficeError) {
        let package = try Package(reading: bytes, file: "a.docx", limits: limits)
        #expect(package.parts.reduce(0) { $0 + $1.content.count } <= limits.totalByteCount)
      } catch {
        refused += 1
        #expect(!error.diagnostics.isEmpty && error.diagnostics.allSatisfy { !$0.message.isEmpty })
      }
      slowest = max(slowest, ContinuousClock.now - start)
    }
    #expect(refused > 0)
    // In the everyday run other tests share the process and the machine.
    guard Self.environment["BATON_MUTATIONS"] != nil else { return }
    let grown = Self.memory("VmHWM") - before
    print("\(Self.count) read, \(refused) refused, slowest \(slowest), memory grown by \(grown >> 10) MiB")
    #expect(grown < 256 << 10, "KiB")
    #expect(slowest < .seconds(10))
  }

  // MARK: Damage

  private static func damaged(
    _ original: [UInt8], _ random: inout SplitMix, _ originals: [[UInt8]]
  ) throws -> [UInt8] {
    var bytes = original
    guard !bytes.isEmpty else { return bytes }
    switch random.next(below: 6) {
    case 0:
      for _ in 0...random.next(below: 8) {
        bytes[random.next(below: bytes.count)] ^= 1 << UInt8(random.next(below: 8))
      }
    case 1: bytes.removeLast(random.next(below: bytes.count))
    case 2:
      // A piece of it repeated or left out.
      let start = random.next(below: bytes.count)
      let end = min(bytes.count, start + 1 + random.next(below: 400))
      if random.next(below: 2) == 0 {
        bytes.removeSubrange(start..<end)
      } else {
        bytes.insert(contentsOf: bytes[start..<end], at: start)
      }
    case 3:
      // Fields of the directory, where sizes and places stand.
      let start = max(0, bytes.count - 600)
      for _ in 0..<4 {
        bytes[start + random.next(below: bytes.count - start)] = UInt8(random.next(below: 256))
      }
    case 4: return try swapped(original, &random) ?? bytes
    default: return try bomb(original, &random) ?? bytes
    }
    return bytes
  }

  /// The contents of two parts exchanged.
  private static func swapped(_ original: [UInt8], _ random: inout SplitMix) throws -> [UInt8]? {
    guard var package = try? Package(reading: original, file: "a"), package.parts.count > 1 else {
      return nil
    }
    let (one, two) = (random.next(below: package.parts.count), random.next(below: package.parts.count))
    let (first, second) = (package.parts[one], package.parts[two])
    package.parts[one] = Part(first.name, first.contentType, content: second.content)
    package.parts[two] = Part(second.name, second.contentType, content: first.content)
    return try PackageReadingTests.zip(package)
  }

  /// A part that packs well beyond what a document needs, or elements without end.
  private static func bomb(_ original: [UInt8], _ random: inout SplitMix) throws -> [UInt8]? {
    guard var package = try? Package(reading: original, file: "a") else { return nil }
    let isDeep = random.next(below: 2) == 0
    let content =
      isDeep
      ? Array(String(repeating: "<a>", count: 5000).utf8)
      : [UInt8](repeating: UInt8(ascii: " "), count: 2 << 20)
    package.parts.append(Part("/word/bomb.xml", .xml, content: content))
    return try PackageReadingTests.zip(package)
  }

  /// A figure of the process in KiB.
  private static func memory(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
  }
}

/// A generator whose numbers are the same each time.
private struct SplitMix {
  var state: UInt64

  mutating func next(below end: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(end))
  }
}

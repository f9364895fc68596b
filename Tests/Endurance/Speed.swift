// How long the store takes for a year, beside what cannot be saved: reading, hashing and copying the same files.

import ArgumentParser
import BatonArchive
import Foundation
import Synchronization

struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed", abstract: "存一年、验一年，与 sha512sum 加 cp 同样的文件相比")

  @Option(help: "要存的文件夹；不给就造 3,600 个文件，共约 150 MB") var files: String?
  @Option(help: "档案库放在哪里（要与产品同样的盘）") var at: String = NSTemporaryDirectory()
  @Option(help: "做几遍，取中位数") var rounds = 5

  func run() throws {
    let scratch = try Scratch(in: at)
    let source = try files ?? Self.makeFiles(in: scratch)
    let tree = try FileManager.default.subpathsOfDirectory(atPath: source).filter {
      SystemFiles.isFile("\(source)/\($0)")
    }
    let byteCount = try tree.reduce(0) {
      $0 + (try FileManager.default.attributesOfItem(atPath: "\(source)/\($1)")[.size] as? Int ?? 0)
    }
    print("\(tree.count) 个文件，\(byteCount / 1_000_000) MB，\(rounds) 遍的中位数（毫秒）")
    let submission = Submission(
      object: ObjectID(county: "某县", year: 2022),
      files: tree.map { SubmittedFile($0, .file("\(source)/\($0)")) }, message: "m", user: "u",
      time: "2023-03-01T08:00:00Z")
    let key = try SigningKey()
    var times: [String: [Double]] = [:]
    for round in 0..<rounds {
      let base = "\(scratch.path)/\(round)"
      try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: false)
      // What is written is synced in every round before the clock starts again, so that nobody pays for another.
      times["sha512sum", default: []] += [
        try Self.shell("cd '\(source)' && find . -type f -print0 | xargs -0 sha512sum >/dev/null")
      ]
      times["cp", default: []] += [try Self.shell("cp -r '\(source)' '\(base)/copy'")]
      times["cp 之后的 sync", default: []] += [try Self.shell("sync -f '\(base)'")]
      let syncs = SyncTimes()
      let writer = try ArchiveWriter(at: "\(base)/Archive", sealingWith: key, syncs)
      syncs.reset()
      let add = try Self.time { _ = try writer.commit(submission) }
      times["add 存盘", default: []] += [syncs.milliseconds]
      times["add 其余", default: []] += [add - syncs.milliseconds]
      times["verify", default: []] += [
        try Self.time {
          let report = try Verification(of: ArchiveStore(at: "\(base)/Archive")).run()
          guard report.findings.isEmpty else { throw ExitCode.failure }
        }
      ]
      try FileManager.default.removeItem(atPath: base)
    }
    let median = times.mapValues { $0.sorted()[$0.count / 2] }
    for (name, time) in median.sorted(by: { $0.key < $1.key }) { print("  \(name)  \(Int(time))") }
    let floor = (median["sha512sum"] ?? 0) + (median["cp"] ?? 0)
    for name in ["add 其余", "verify"] {
      print("\(name) ÷ (sha512sum + cp) = \(Self.ratio(median[name] ?? 0, floor))")
    }
    print(
      "add 连存盘 ÷ (sha512sum + cp + sync) = "
        + Self.ratio(
          (median["add 其余"] ?? 0) + (median["add 存盘"] ?? 0), floor + (median["cp 之后的 sync"] ?? 0)))
  }

  private static func ratio(_ time: Double, _ floor: Double) -> String {
    (time / floor).formatted(.number.precision(.fractionLength(2)))
  }

  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return duration / .milliseconds(1)
  }

  private static func shell(_ script: String) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    return try time {
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw ExitCode.failure }
    }
  }

  /// As many files as a year of 87 units has, and as large.
  private static func makeFiles(in scratch: Scratch) throws -> String {
    var random = SeededGenerator(seed: 7)
    for index in 0..<3_600 {
      let folder = "\(scratch.path)/files/documents/单位 \(index % 87)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let words = (0..<Int.random(in: 1_000...9_400, using: &random)).map { _ in random.next() }
      try words.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: "\(folder)/\(index).html"))
    }
    return "\(scratch.path)/files"
  }
}

extension SystemFiles {
  fileprivate static func isFile(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType == .typeRegular
  }
}

/// Knows how long its syncs took.
private final class SyncTimes: FileOperations {
  private let files = SystemFiles()
  private let total = Mutex(Duration.zero)

  var milliseconds: Double { total.withLock { $0 / .milliseconds(1) } }

  func reset() { total.withLock { $0 = .zero } }

  func makeFolder(_ path: String) throws(ArchiveError) { try files.makeFolder(path) }
  func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) { try files.write(bytes, to: path) }
  func copy(_ source: String, to path: String) throws(ArchiveError) -> Digest {
    try files.copy(source, to: path)
  }
  func move(_ from: String, to path: String) throws(ArchiveError) { try files.move(from, to: path) }
  func removeFile(_ path: String) throws(ArchiveError) { try files.removeFile(path) }
  func removeFolder(_ path: String) throws(ArchiveError) { try files.removeFolder(path) }

  func writeThrough(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try timed { () throws(ArchiveError) in try files.writeThrough(bytes, to: path) }
  }

  func syncAll(of lock: StoreLock) throws(ArchiveError) {
    try timed { () throws(ArchiveError) in try files.syncAll(of: lock) }
  }

  func syncNames(in folder: String) throws(ArchiveError) {
    try timed { () throws(ArchiveError) in try files.syncNames(in: folder) }
  }

  private func timed(_ sync: () throws(ArchiveError) -> Void) throws(ArchiveError) {
    let start = ContinuousClock.now
    defer { total.withLock { $0 += ContinuousClock.now - start } }
    try sync()
  }
}

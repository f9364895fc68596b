// Ten thousand ways to harm a store, each of which verification must notice and name.

import BatonArchive
import BatonDiagnostics
import BatonFiles
import Foundation

/// Harms a store, looks whether it is noticed, and mends it again.
struct Damage {
  enum Kind: String, CaseIterable {
    case flippedBit = "一个比特翻转"
    case droppedFile = "少一个文件"
    case swappedFiles = "两个文件对调"
    case addedFile = "多一个文件"
    case truncatedFile = "文件截短"
    case droppedVersion = "少一个版本"
    case swappedVersions = "两个版本对调"
    case rewrittenVersion = "改内容并改好全部校验值"
    case cutOffEnd = "末版连同记录去掉"
  }

  struct Result {
    var counts: [Kind: Int] = [:]
    /// Damage that was not noticed, or not named.
    var unnoticed: [String] = []
  }

  private let trial: Trial
  private let scratch: Scratch
  private let store: String
  private let files: [(path: String, byteCount: Int)]
  private let head: Digest?
  private let whole: Tree
  /// The folder of the object with three versions, relative to the store.
  private let object: String

  init(_ trial: Trial) throws {
    self.trial = trial
    scratch = try Scratch()
    store = "\(scratch.path)/Archive"
    try trial.makeStore(at: store, editions: 3)
    var other = trial
    other.object = ObjectID(county: "某县", year: 2021)
    try other.makeStore(at: store, editions: 1)
    head = try SealChain.head(of: ArchiveStore(at: store))?.digest
    let tree = try Tree(at: store)
    whole = tree
    object = "ocfl/urn%3abaton%3a%e6%9f%90%e5%8e%bf%3a2022"
    files = tree.compactMap { path, content in content.map { (path, $0.count) } }.sorted { $0.path < $1.path }
  }

  /// Does so much of a kind of damage, one after the other.
  func run(_ kind: Kind, count: Int, _ random: inout some RandomNumberGenerator, _ result: inout Result)
    throws
  {
    for _ in 0..<count {
      let (place, names) = try harm(kind, &random)
      let findings = notices()
      if findings.isEmpty {
        result.unnoticed.append("\(kind.rawValue)：\(place) 没有发现")
      } else if !findings.contains(where: { finding in names.contains { finding.contains($0) } }) {
        result.unnoticed.append("\(kind.rawValue)：\(place) 没有点名：\(findings)")
      }
      result.counts[kind, default: 0] += 1
      try mend()
    }
    if !notices().isEmpty { result.unnoticed.append("修好之后还报：\(notices())") }
  }

  private func notices() -> [String] {
    do throws(ArchiveError) {
      return try Verification(of: ArchiveStore(at: store), trusting: trial.key.publicKey, head: head).run()
        .findings.map { "\($0.path) \($0.message)" }
    } catch {
      return error.diagnostics.map(\.message)
    }
  }

  /// Returns where the damage is, and what a finding may call it: the file, or the folder or record it belongs to.
  private func harm(
    _ kind: Kind, _ random: inout some RandomNumberGenerator
  ) throws -> (place: String, names: [String]) {
    switch kind {
    case .flippedBit:
      // Uniform over every byte of the store.
      var index = Int.random(in: 0..<files.reduce(0) { $0 + $1.byteCount }, using: &random)
      let file = files.first { file in
        index -= file.byteCount
        return index < 0
      }
      guard let file else { preconditionFailure("no byte \(index)") }
      var bytes = try read(file.path)
      bytes[index + file.byteCount] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try write(bytes, to: file.path)
      return ("\(file.path) +\(index + file.byteCount)", names(of: file.path))
    case .droppedFile:
      let path = files[Int.random(in: files.indices, using: &random)].path
      try FileManager.default.removeItem(atPath: "\(store)/\(path)")
      return (path, names(of: path))
    case .swappedFiles:
      var (left, right) = ("", "")
      repeat {
        left = files[Int.random(in: files.indices, using: &random)].path
        right = files[Int.random(in: files.indices, using: &random)].path
      } while whole[left] == whole[right]
      let bytes = try read(left)
      try write(try read(right), to: left)
      try write(bytes, to: right)
      return ("\(left) ↔ \(right)", names(of: left) + names(of: right))
    case .addedFile:
      let beside = files[Int.random(in: files.indices, using: &random)].path
      let path = "\(beside).\(UInt16.random(in: .min ... .max, using: &random))"
      try write([1], to: path)
      return (path, [path])
    case .truncatedFile:
      var file = files[0]
      repeat { file = files[Int.random(in: files.indices, using: &random)] } while file.byteCount == 0
      try write(
        Array(try read(file.path).prefix(Int.random(in: 0..<file.byteCount, using: &random))), to: file.path)
      return (file.path, names(of: file.path))
    case .droppedVersion:
      let version = "\(object)/v\(Int.random(in: 1...3, using: &random))"
      try FileManager.default.removeItem(atPath: "\(store)/\(version)")
      return (version, [version])
    case .swappedVersions:
      let first = Int.random(in: 1...2, using: &random)
      try swap("\(object)/v\(first)", "\(object)/v\(first + 1)")
      return ("v\(first) ↔ v\(first + 1)", ["\(object)/v\(first)", "\(object)/v\(first + 1)"])
    case .rewrittenVersion: return try rewrite(&random)
    case .cutOffEnd: return try cutOff()
    }
  }

  /// What damage to a file may be called: an inventory goes with its sidecar and version, a seal with its signature.
  private func names(of path: String) -> [String] {
    if path.contains("/inventory.json") {
      let folder = path.components(separatedBy: "/inventory.json")[0]
      return ["\(folder)/inventory.json", folder]
    }
    if path.hasSuffix(".sig") || path.contains("/logs/") { return [String(path.split(separator: ".")[0])] }
    // Without its declaration a folder is no store at all.
    return path == "ocfl/0=ocfl_1.1" ? [path, "不是档案库"] : [path]
  }

  /// Changes a content file and makes every digest in every inventory and sidecar match: only the seals know.
  private func rewrite(_ random: inout some RandomNumberGenerator) throws -> (place: String, names: [String])
  {
    let contents = files.filter {
      $0.path.hasPrefix("\(object)/v") && $0.path.contains("/content/") && $0.byteCount > 0
    }
    let path = contents[Int.random(in: contents.indices, using: &random)].path
    var bytes = try read(path)
    let old = Digest(of: bytes).hex
    // Not the lowest bit: a page of version 2 would become that of version 3, and two members one.
    bytes[Int.random(in: bytes.indices, using: &random)] ^= 0x40
    try write(bytes, to: path)
    let new = Digest(of: bytes).hex
    for file in files where file.path.hasPrefix("\(object)/") && file.path.hasSuffix("inventory.json") {
      let text = String(decoding: try read(file.path), as: UTF8.self)
      // Members stand in the order of their keys, so a digest that is another stands elsewhere.
      let changed = text.replacingOccurrences(of: old, with: new)
      let inventory = CanonicalRecord.canonical(Array(changed.utf8)) ?? []
      try write(inventory, to: file.path)
      try write(Array("\(Digest(of: inventory).hex) inventory.json\n".utf8), to: "\(file.path).sha512")
    }
    return (path, ["\(object)/logs/seal-v"])
  }

  /// Takes the newest version away as if it had never been: a store that was whole once.
  private func cutOff() throws -> (place: String, names: [String]) {
    let before = try Scratch(in: scratch.path)
    let key = trial.key
    _ = try ArchiveWriter(at: "\(before.path)/Archive", sealingWith: key).commit(trial.submission(1))
    try FileManager.default.removeItem(atPath: store)
    try FileManager.default.moveItem(atPath: "\(before.path)/Archive", toPath: store)
    return ("末版", ["链头"])
  }

  private func swap(_ left: String, _ right: String) throws {
    let files = FileManager.default
    try files.moveItem(atPath: "\(store)/\(left)", toPath: "\(store)/aside")
    try files.moveItem(atPath: "\(store)/\(right)", toPath: "\(store)/\(left)")
    try files.moveItem(atPath: "\(store)/aside", toPath: "\(store)/\(right)")
  }

  private func mend() throws {
    // Most damage is to a file or two: only what differs is written again.
    let now = try Tree(at: store)
    if Set(now.keys) == Set(whole.keys) {
      for (path, content) in whole where now[path] != content {
        if let content { try write(content, to: path) }
      }
    } else {
      try FileManager.default.removeItem(atPath: store)
      try whole.write(to: store)
    }
  }

  private func read(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(store)/\(path)")))
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(store)/\(path)"))
  }
}

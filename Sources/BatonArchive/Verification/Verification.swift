// Reading a whole store again: every byte against its digest, every digest against its seal.

internal import BatonFiles

/// Verifies a store.
///
///     let report = try Verification(of: store).run()
///     for finding in report.findings { print(finding.message) }
public struct Verification: Sendable {
  private let store: ArchiveStore
  private let trusted: PublicKey?
  private let expectedHead: Digest?
  private let unreadable: @Sendable (_ path: String, _ bytes: [UInt8]) -> String?

  /// - Parameters:
  ///   - store: what is verified.
  ///   - trusted: the key that every seal must be by; without it the keys that the store holds are believed.
  ///   - head: the digest of the last seal as somebody wrote it down.
  ///   - unreadable: says what is wrong with a file's bytes, by the format that its logical path names.
  public init(
    of store: ArchiveStore, trusting trusted: PublicKey? = nil, head: Digest? = nil,
    unreadable: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> String? = { _, _ in nil }
  ) {
    self.store = store
    self.trusted = trusted
    expectedHead = head
    self.unreadable = unreadable
  }

  /// A longer file is not opened, so that a verification's memory has a bound.
  static let longestOpened = 64 << 20

  /// Reads everything, at rest: waits for a writer at work, and lets none begin.
  ///
  /// - Throws: ``ArchiveError`` only if the disk can't be read; what has changed is a finding.
  public func run() throws(ArchiveError) -> VerificationReport {
    let root = store.root
    var report = VerificationReport()
    var lock: StoreLock?
    if SystemCall.kind(of: root.work) == .folder { lock = try StoreLock(root, for: .looking) }
    defer { withExtendedLifetime(lock) {} }
    try checkFrame(&report)
    var seals = [(seal: Seal, path: String)]()
    let keys = try readKeys(&report)
    let fixed = Set(StorageRoot.fixedFiles.map { $0.path.split(separator: "/")[0] }.map(String.init))
    for name in try FolderListing.names(in: root.root) where !fixed.contains(name) {
      let folder = "\(StorageRoot.rootPath)/\(name)"
      // A link to a folder elsewhere is no object, however good what lies there.
      guard SystemCall.kind(of: "\(root.store)/\(folder)") == .folder else {
        report.add(.foreignFile, folder, "「\(folder)」不属于档案库")
        continue
      }
      let object = try ObjectCheck(folder: folder, store: root.store, unreadable: unreadable).run(&report)
      seals += checkSeals(object, keys, &report)
    }
    checkChain(seals, &report)
    report.findings.sort { ($0.path, $0.message) < ($1.path, $1.message) }
    return report
  }

  /// The folders and files that every store has, and that there is nothing beside them.
  private func checkFrame(_ report: inout VerificationReport) throws(ArchiveError) {
    let root = store.root
    for path in [StorageRoot.rootPath, "keys", "work"] {
      switch SystemCall.kind(of: "\(root.store)/\(path)") {
      case .folder: continue
      case .absent: report.add(.missingFile, path, "「\(path)」文件夹不见了")
      case .file, .other, .unknown: report.add(.foreignFile, path, "「\(path)」不是文件夹")
      }
    }
    for file in StorageRoot.fixedFiles {
      let path = "\(StorageRoot.rootPath)/\(file.path)"
      switch try FileBytes.readIfThere("\(root.store)/\(path)") {
      case file.bytes?: continue
      case nil: report.add(.missingFile, path, "「\(path)」不见了")
      default: report.add(.changedContent, path, "「\(path)」的内容已变")
      }
    }
    for name in try FolderListing.names(in: root.store)
    where !["ocfl", "keys", "work", "catalogue"].contains(name) {
      report.add(.foreignFile, name, "「\(name)」不属于档案库")
    }
    let known = Set(StorageRoot.fixedFiles.map(\.path))
    for path in try everything(in: "ocfl/extensions") where !known.contains(String(path.dropFirst(5))) {
      report.add(.foreignFile, path, "「\(path)」不属于档案库")
    }
    for path in try everything(in: "work") {
      report.add(.unfinishedCommit, path, "有一次提交没有做完，留下「\(path)」；下一次提交会先补完或清除它")
    }
  }

  /// The paths of all that is in a folder of the store, if it is one.
  private func everything(in folder: String) throws(ArchiveError) -> [String] {
    guard SystemCall.kind(of: "\(store.root.store)/\(folder)") == .folder else { return [] }
    let listing = try FolderListing("\(store.root.store)/\(folder)")
    return (listing.files + listing.others + listing.emptyFolders).map { "\(folder)/\($0)" }
  }

  /// The public keys that the store holds, by id.
  private func readKeys(_ report: inout VerificationReport) throws(ArchiveError) -> [String: PublicKey] {
    var keys = [String: PublicKey]()
    for path in try everything(in: "keys") {
      let file = "\(store.root.store)/\(path)"
      guard case .file = SystemCall.kind(of: file) else {
        report.add(.foreignFile, path, "「\(path)」不是公钥")
        continue
      }
      guard let key = PublicKey(pem: try FileBytes.read(file)), "keys/\(key.id).pem" == path else {
        report.add(.unknownKey, path, "「\(path)」不是它的文件名所说的公钥")
        continue
      }
      keys[key.id] = key
    }
    return keys
  }

  /// The seals of an object: their form, their signature, the inventory that they speak of.
  private func checkSeals(
    _ object: CheckedObject, _ keys: [String: PublicKey], _ report: inout VerificationReport
  ) -> [(seal: Seal, path: String)] {
    object.seals.compactMap { sealed in
      guard let seal = Seal(sealed.bytes), seal.object == object.id, seal.version == sealed.version else {
        report.add(.damagedSeal, sealed.path, "「\(sealed.path)」不是这个版本的封存记录")
        return nil
      }
      if seal.inventory != sealed.inventory {
        report.add(.damagedSeal, sealed.path, "「\(sealed.path)」封存的不是现在这份清单")
      }
      guard let key = trusted ?? keys[seal.key], key.id == seal.key else {
        report.add(.unknownKey, sealed.path, "「\(sealed.path)」是用另一把密钥签的（\(seal.key.prefix(16))）")
        return (seal, sealed.path)
      }
      guard key.verifies(sealed.signature, of: sealed.bytes) else {
        report.add(.badSignature, sealed.path, "「\(sealed.path)」的签名不符")
        return (seal, sealed.path)
      }
      report.sealCount += 1
      // A key given by hand verifies all the same, but whoever has only the store could not.
      let stored = "keys/\(key.id).pem"
      if keys[key.id] == nil, !report.findings.contains(where: { $0.path == stored }) {
        report.add(.missingFile, stored, "库里少了公钥「\(stored)」，只凭档案库验不了封存")
      }
      return (seal, sealed.path)
    }
  }

  /// One chain from the first seal to the last.
  private func checkChain(_ seals: [(seal: Seal, path: String)], _ report: inout VerificationReport) {
    var previous: Seal?
    for (seal, path) in seals.sorted(by: { $0.seal.sequence < $1.seal.sequence }) {
      if seal.sequence != (previous?.sequence ?? 0) + 1 || seal.previous != previous?.digest {
        report.add(
          .brokenChain, path,
          "第 \(seal.sequence) 个封存接不上前一个（\(previous.map { "第 \($0.sequence) 个" } ?? "没有前一个")）")
      }
      previous = seal
    }
    report.head = previous?.digest
    if let expectedHead, expectedHead != previous?.digest {
      report.add(
        .otherHead, "ocfl",
        "链头是 \(previous?.digest.hex.prefix(16) ?? "（空）")，不是所给的 \(expectedHead.hex.prefix(16))：末尾的版本被去掉或另加过")
    }
  }
}

extension VerificationReport {
  mutating func add(_ kind: Finding.Kind, _ path: String, _ message: String) {
    findings.append(Finding(kind: kind, path: path, message: message))
  }
}

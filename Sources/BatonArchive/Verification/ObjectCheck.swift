// One object read again: inventories, versions, contents, and nothing besides.

internal import BatonFiles
internal import Dispatch
internal import Synchronization

/// What an object's seals say, still to be judged.
struct CheckedObject {
  struct SealedVersion {
    let version: Int
    /// Of the seal, relative to the store.
    let path: String
    let bytes: [UInt8]
    let signature: [UInt8]
    /// The digest of the version's own inventory.
    let inventory: Digest
  }

  var id: ObjectID?
  var seals: [SealedVersion] = []
}

/// Reads an object's folder.
struct ObjectCheck {
  /// Relative to the store.
  let folder: String
  let store: String
  let unreadable: @Sendable (_ path: String, _ bytes: [UInt8]) -> String?

  /// Adds what it finds; returns the seals.
  func run(_ report: inout VerificationReport) throws(ArchiveError) -> CheckedObject {
    report.objectCount += 1
    var checked = CheckedObject()
    let listing = try FolderListing("\(store)/\(folder)")
    var unaccounted = Set(listing.files)
    for other in listing.others + listing.emptyFolders {
      report.add(.foreignFile, "\(folder)/\(other)", "「\(folder)/\(other)」不属于档案库")
    }
    try checkFixed(&unaccounted, &report)
    guard let inventory = try readInventory(in: "", &unaccounted, &report) else {
      report.add(.damagedInventory, folder, "「\(folder)」的清单读不出来，其中各版本无从核对")
      return checked
    }
    checked.id = inventory.id
    if inventory.id.folder != StorageRoot.name(of: folder) {
      report.add(.damagedInventory, folder, "「\(folder)」里放的是「\(inventory.id)」")
    }
    for number in 1...inventory.head {
      report.versionCount += 1
      checked.seals += try checkVersion(number, of: inventory, &unaccounted, &report)
    }
    try checkContents(of: inventory, &unaccounted, &report)
    for file in unaccounted.sorted() {
      report.add(.foreignFile, "\(folder)/\(file)", "「\(folder)/\(file)」不在清单里")
    }
    return checked
  }

  private func checkFixed(_ unaccounted: inout Set<String>, _ report: inout VerificationReport)
    throws(ArchiveError)
  {
    let declaration = StorageRoot.objectDeclaration
    guard unaccounted.remove(declaration.path) != nil else {
      return report.add(.missingFile, "\(folder)/\(declaration.path)", "「\(folder)/\(declaration.path)」不见了")
    }
    if try read(declaration.path) != declaration.bytes {
      report.add(
        .changedContent, "\(folder)/\(declaration.path)", "「\(folder)/\(declaration.path)」的内容已变")
    }
  }

  /// The inventory in a folder of the object, held to its sidecar. If it says what is expected it need not be parsed.
  private func readInventory(
    in prefix: String, as expected: Inventory? = nil, _ unaccounted: inout Set<String>,
    _ report: inout VerificationReport
  ) throws(ArchiveError) -> Inventory? {
    let names = [Inventory.fileName, Inventory.sidecarName].map { prefix + $0 }
    var isWhole = true
    for name in names where unaccounted.remove(name) == nil {
      report.add(.missingFile, "\(folder)/\(name)", "「\(folder)/\(name)」不见了")
      isWhole = false
    }
    guard isWhole else { return nil }
    let bytes = try read(names[0])
    if try read(names[1]) != Inventory.sidecar(of: bytes) {
      report.add(.damagedInventory, "\(folder)/\(names[1])", "「\(folder)/\(names[0])」与它的校验值不符")
    }
    if let expected, expected.bytes == bytes { return expected }
    let inventory = Inventory(bytes)
    if inventory == nil {
      report.add(.damagedInventory, "\(folder)/\(names[0])", "「\(folder)/\(names[0])」不是本系统写的清单，或已损坏")
    }
    return inventory
  }

  /// A version's own inventory and its seal.
  private func checkVersion(
    _ number: Int, of root: Inventory, _ unaccounted: inout Set<String>, _ report: inout VerificationReport
  ) throws(ArchiveError) -> [CheckedObject.SealedVersion] {
    let prefix = "v\(number)/"
    if let inventory = try readInventory(in: prefix, as: root.asOf(version: number), &unaccounted, &report) {
      let isThatVersion =
        inventory.id == root.id && inventory.head == number
        && inventory.versions == Array(root.versions.prefix(number))
        && (number < root.head || inventory == root)
        && inventory.manifest.allSatisfy { root.manifest[$0.key] == $0.value }
      if !isThatVersion {
        report.add(.damagedInventory, "\(folder)/\(prefix)", "第 \(number) 版的清单与总清单说的不一样")
      }
    } else {
      report.add(.missingVersion, "\(folder)/\(prefix)", "第 \(number) 版不完整")
    }
    let seal = StorageRoot.sealPath(of: number)
    let signature = StorageRoot.signaturePath(of: number)
    var isWhole = true
    for name in [seal, signature] where unaccounted.remove(name) == nil {
      report.add(.missingFile, "\(folder)/\(name)", "「\(folder)/\(name)」不见了")
      isWhole = false
    }
    guard isWhole,
      let inventory = try FileBytes.readIfThere("\(store)/\(folder)/\(prefix)\(Inventory.fileName)")
    else { return [] }
    return [
      CheckedObject.SealedVersion(
        version: number, path: "\(folder)/\(seal)", bytes: try read(seal), signature: try read(signature),
        inventory: Digest(of: inventory))
    ]
  }

  /// Every content file against its digest, on as many cores as there are.
  private func checkContents(
    of inventory: Inventory, _ unaccounted: inout Set<String>, _ report: inout VerificationReport
  ) throws(ArchiveError) {
    let logical = inventory.versions.reduce(into: [Digest: String]()) { names, version in
      for (path, digest) in version.state { names[digest] = path }
    }
    for digest in logical.keys where inventory.manifest[digest] == nil {
      report.add(
        .damagedInventory, folder, "「\(logical[digest] ?? "")」在清单里没有内容")
    }
    var contents = [(path: String, digest: Digest)]()
    for (digest, paths) in inventory.manifest {
      for path in paths {
        guard unaccounted.remove(path) != nil else {
          report.add(.missingFile, "\(folder)/\(path)", "「\(folder)/\(path)」不见了")
          continue
        }
        contents.append((path, digest))
      }
    }
    let found = Mutex<(findings: [Finding], bytes: Int, unopened: Int)>(([], 0, 0))
    let all = contents
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let (path, digest) = all[index]
      let checked = checkContent("\(folder)/\(path)", digest, named: logical[digest] ?? path)
      found.withLock {
        $0.bytes += checked.byteCount
        $0.unopened += checked.isOpened ? 0 : 1
        if let finding = checked.finding { $0.findings.append(finding) }
      }
    }
    report.fileCount += contents.count
    found.withLock {
      report.findings += $0.findings
      report.byteCount += $0.bytes
      report.unopenedCount += $0.unopened
    }
  }

  private struct CheckedContent {
    var finding: Finding?
    var byteCount = 0
    var isOpened = true
  }

  /// A content file against its digest, then opened by its format; a very long one is only held to its digest.
  private func checkContent(_ place: String, _ digest: Digest, named name: String) -> CheckedContent {
    let path = "\(store)/\(place)"
    if case .file(let count) = SystemCall.kind(of: path), count > Verification.longestOpened {
      let found = try? Digest.ofFile(path)
      let finding =
        found == digest ? nil : Finding(kind: .changedContent, path: place, message: "「\(place)」的内容已变")
      return CheckedContent(finding: finding, byteCount: count, isOpened: false)
    }
    let bytes: [UInt8]
    switch SystemCall.read(path) {
    case .success(let read): bytes = read
    case .failure(let failure):
      let why = SystemCall.message(failure.code)
      return CheckedContent(
        finding: Finding(kind: .unreadableDocument, path: place, message: "「\(place)」读不出来：\(why)"))
    }
    var checked = CheckedContent(byteCount: bytes.count)
    if Digest(of: bytes) != digest {
      checked.finding = Finding(kind: .changedContent, path: place, message: "「\(place)」的内容已变")
    } else if let fault = unreadable(name, bytes) {
      checked.finding = Finding(kind: .unreadableDocument, path: place, message: "「\(place)」打不开：\(fault)")
    }
    return checked
  }

  private func read(_ path: String) throws(ArchiveError) -> [UInt8] {
    try FileBytes.read("\(store)/\(folder)/\(path)")
  }
}

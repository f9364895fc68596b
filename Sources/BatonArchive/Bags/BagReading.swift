// The checks of a bag, one after another; none stops the next.

internal import BatonDiagnostics
internal import Foundation

/// Reads a bag's folder and gathers what is wrong with it.
struct BagReading {
  let folder: String
  let listing: FolderListing
  private(set) var faults: [Diagnostic] = []
  private(set) var info: [(label: String, value: String)] = []
  private var byteCount = 0

  init(folder: String, listing: FolderListing) {
    self.folder = folder
    self.listing = listing
  }

  /// Paths below `data/`.
  var payload: [String] { payloadFiles.map { String($0.dropFirst("data/".count)) } }

  private var payloadFiles: [String] { listing.files.filter { $0.hasPrefix("data/") } }

  mutating func run() throws(ArchiveError) {
    for other in listing.others {
      add("link-in-bag", "「\(other)」不是普通文件（链接、设备）", other, help: "包里只能有普通文件")
    }
    if listing.files.contains("fetch.txt") {
      add("fetch-in-bag", "包里有 fetch.txt：内容要另外去取，不收", "fetch.txt", help: "请对方把全部文件装进包里")
    }
    try checkDeclaration()
    try readInfo()
    checkCollisions()
    try checkPayload()
    try checkTags()
    checkOxum()
  }

  private mutating func add(_ id: String, _ message: String, _ path: String, help: String? = nil) {
    faults.append(.bag(id, message, "\(folder)/\(path)", help: help))
  }

  private func read(_ path: String) throws(ArchiveError) -> [UInt8] {
    try FileBytes.read("\(folder)/\(path)")
  }

  private mutating func checkDeclaration() throws(ArchiveError) {
    guard listing.files.contains("bagit.txt") else {
      return add("not-a-bag", "「\(folder)」里没有 bagit.txt，不是档案包", "bagit.txt")
    }
    let labels = Self.labels(try read("bagit.txt"))
    let version = labels.first { $0.label == "BagIt-Version" }?.value
    let encoding = labels.first { $0.label == "Tag-File-Character-Encoding" }?.value
    if version != "1.0", version != "0.97" {
      add("other-bag-version", "包的版本是「\(version ?? "没有写")」", "bagit.txt", help: "收 1.0 和 0.97 版的包")
    }
    if encoding?.uppercased() != "UTF-8" {
      add("other-bag-encoding", "包的说明文件用的是「\(encoding ?? "没有写")」", "bagit.txt", help: "收 UTF-8 的包")
    }
  }

  /// Labels with their values; a line that begins with a blank continues the one before.
  ///
  /// Source: RFC 8493 §2.2.2.
  static func labels(_ bytes: [UInt8]) -> [(label: String, value: String)] {
    var labels: [(label: String, value: String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.first == " " || line.first == "\t", !labels.isEmpty {
        labels[labels.count - 1].value += " " + line.trimmingCharacters(in: .whitespaces)
      } else if let colon = line.firstIndex(of: ":") {
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        labels.append((line[..<colon].trimmingCharacters(in: .whitespaces), value))
      }
    }
    return labels
  }

  private mutating func readInfo() throws(ArchiveError) {
    if listing.files.contains("bag-info.txt") { info = Self.labels(try read("bag-info.txt")) }
  }

  private mutating func checkCollisions() {
    var taken: [String: String] = [:]
    for path in listing.files {
      if let other = taken.updateValue(path, forKey: BagPath.key(path)) {
        add("colliding-names", "「\(other)」和「\(path)」只差大小写或写法，有的系统分不开", path)
      }
    }
    // One folder named in two ways collides too, whatever lies in it.
    var folders: [String: [UInt8]] = [:]
    for path in listing.files {
      var folder = StorageRoot.parent(of: path)
      while !folder.isEmpty {
        let written = Array(folder.utf8)
        if let other = folders.updateValue(written, forKey: BagPath.key(folder)), other != written {
          add("colliding-names", "文件夹「\(folder)」有两种写法，有的系统分不开", folder)
        }
        folder = StorageRoot.parent(of: folder)
      }
    }
  }

  private mutating func manifests(_ prefix: String) throws(ArchiveError) -> [BagManifest] {
    var manifests: [BagManifest] = []
    for name in listing.files where BagManifest.isManifest(name, prefix: prefix) {
      manifests.append(BagManifest(name: name, bytes: try read(name), faults: &faults))
    }
    return manifests
  }

  private mutating func checkPayload() throws(ArchiveError) {
    let manifests = try manifests("manifest-")
    if !manifests.contains(where: { Digest.Algorithm(rawValue: $0.algorithm) != nil }) {
      add(
        "no-manifest", "包里没有 manifest-sha512.txt，也没有 manifest-sha256.txt", "manifest-sha512.txt",
        help: "别的校验值已不足为凭")
    }
    let there = Set(payloadFiles.map { Array($0.utf8) })
    var wanted: [[UInt8]: [(manifest: BagManifest, digest: String)]] = [:]
    for manifest in manifests {
      var listed: Set<[UInt8]> = []
      for entry in manifest.entries {
        let path = Array(entry.path.utf8)
        if !listed.insert(path).inserted {
          add("listed-twice", "「\(manifest.name)」把「\(entry.path)」列了两次", manifest.name)
        } else if !entry.path.hasPrefix("data/") {
          add("unsafe-path", "「\(manifest.name)」里的「\(entry.path)」不在 data/ 里", manifest.name)
        } else if !there.contains(path) {
          add("missing-from-bag", "「\(entry.path)」不见了（\(manifest.name) 里有）", entry.path)
        } else {
          wanted[path, default: []].append((manifest, entry.digest))
        }
      }
      for path in payloadFiles where !listed.contains(Array(path.utf8)) {
        add("unlisted-in-bag", "「\(path)」不在「\(manifest.name)」里", path)
      }
    }
    for path in payloadFiles {
      if let fault = BagPath.fault(path) { add("unsafe-path", "「\(path)」\(fault)", path) }
      let bytes = try read(path)
      byteCount += bytes.count
      check(bytes, of: path, against: wanted[Array(path.utf8)] ?? [])
    }
  }

  private mutating func check(
    _ bytes: [UInt8], of path: String, against wanted: [(manifest: BagManifest, digest: String)]
  ) {
    for (manifest, digest) in wanted {
      guard let found = manifest.digest(of: bytes), found != digest else { continue }
      add("wrong-digest", "「\(path)」的内容与「\(manifest.name)」不符", path)
    }
  }

  private mutating func checkTags() throws(ArchiveError) {
    let there = Set(listing.files.map { Array($0.utf8) })
    for manifest in try manifests("tagmanifest-") {
      for entry in manifest.entries {
        guard there.contains(Array(entry.path.utf8)) else {
          add("missing-from-bag", "「\(entry.path)」不见了（\(manifest.name) 里有）", entry.path)
          continue
        }
        check(try read(entry.path), of: entry.path, against: [(manifest, entry.digest)])
      }
    }
  }

  private mutating func checkOxum() {
    guard let oxum = info.first(where: { $0.label.lowercased() == "payload-oxum" })?.value else { return }
    let found = "\(byteCount).\(payloadFiles.count)"
    if oxum != found {
      add("wrong-oxum", "包里说内容是 \(oxum)（字节.文件数），实有 \(found)", "bag-info.txt")
    }
  }
}

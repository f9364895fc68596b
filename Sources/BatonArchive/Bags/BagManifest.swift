// A manifest: which files a bag holds, with their digests.

internal import BatonDiagnostics

/// `manifest-sha512.txt` and its like.
struct BagManifest {
  struct Entry {
    let path: String
    /// Lower-case hexadecimal.
    let digest: String
  }

  let name: String
  /// `sha512` of `manifest-sha512.txt`.
  let algorithm: String
  private(set) var entries: [Entry] = []

  init(name: String) {
    self.name = name
    algorithm = name.split(separator: "-").last.map { String($0.dropLast(".txt".count)) }?.lowercased() ?? ""
  }

  /// Whether a file's name is a manifest's.
  static func isManifest(_ name: String, prefix: String) -> Bool {
    name.hasPrefix(prefix) && name.hasSuffix(".txt") && !name.contains("/")
  }

  /// Reads the lines of a manifest; what is wrong with them is added to the faults.
  init(name: String, bytes: [UInt8], faults: inout [Diagnostic]) {
    self.init(name: name)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      faults.append(.bag("bad-manifest", "「\(name)」不是 UTF-8", name))
      return
    }
    // Lines end by LF, CR or both; Swift takes CR LF for one character.
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      guard let blank = line.firstIndex(where: { $0 == " " || $0 == "\t" }) else {
        faults.append(.bag("bad-manifest", "「\(name)」第 \(index + 1) 行不是「校验值 路径」", name))
        continue
      }
      let path = line[blank...].drop { $0 == " " || $0 == "\t" }
      add(BagPath.decoded(String(path)), line[..<blank].lowercased(), &faults)
    }
  }

  private mutating func add(_ path: String, _ digest: String, _ faults: inout [Diagnostic]) {
    if let fault = BagPath.fault(path) {
      faults.append(.bag("unsafe-path", "「\(name)」里的「\(path)」\(fault)", name))
    } else {
      entries.append(Entry(path: path, digest: digest))
    }
  }

  /// A manifest's bytes: a line a file, by path.
  static func bytes(_ entries: [(path: String, digest: String)]) -> [UInt8] {
    let lines = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\($0.digest)  \(BagPath.encoded($0.path))\n" }
    return Array(lines.joined().utf8)
  }

  /// The digest of bytes by this manifest's algorithm; `nil` for an algorithm that proves nothing today.
  func digest(of bytes: [UInt8]) -> String? {
    Digest.Algorithm(rawValue: algorithm).map { Digest($0, of: bytes).hex }
  }
}

extension Diagnostic {
  /// A fault of a bag, at one of its files.
  static func bag(_ id: String, _ message: String, _ path: String, help: String? = nil) -> Diagnostic {
    Diagnostic(id, .error, message, at: .file(path), help: help ?? "请对方重新打包再传一次")
  }
}

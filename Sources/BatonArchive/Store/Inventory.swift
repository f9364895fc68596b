// An OCFL inventory: which bytes each version of an object holds, and where they lie.

/// The inventory of an object.
///
/// Source: OCFL 1.1 §3.5. Digests are SHA-512, versions `v1`, `v2`, … without padding.
struct Inventory: Sendable, Hashable {
  struct Version: Sendable, Hashable {
    /// RFC 3339.
    var created: String
    var message: String
    var user: String
    /// Logical path → digest.
    var state: [String: Digest]
  }

  var id: ObjectID
  /// `versions[0]` is `v1`.
  var versions: [Version]
  /// Digest → where its bytes lie, relative to the object.
  var manifest: [Digest: [String]]

  var head: Int { versions.count }

  /// The version that a number names.
  subscript(version number: Int) -> Version? {
    versions.indices.contains(number - 1) ? versions[number - 1] : nil
  }

  /// The inventory as it was when a version was the newest: what lies in later versions was not there.
  func asOf(version number: Int) -> Inventory {
    var earlier = self
    earlier.versions = Array(versions.prefix(number))
    if number == head { return earlier }
    earlier.manifest = manifest.filter { _, paths in
      paths.allSatisfy { path in
        path.hasPrefix("v") && (Int(path.dropFirst().prefix { $0 != "/" }).map { $0 <= number } ?? false)
      }
    }
    return earlier
  }

  static let fileName = "inventory.json"
  static let sidecarName = "inventory.json.sha512"

  /// What the sidecar of these bytes holds.
  static func sidecar(of bytes: [UInt8]) -> [UInt8] { Array("\(Digest(of: bytes)) \(fileName)\n".utf8) }

  /// The canonical bytes.
  var bytes: [UInt8] {
    let versions = self.versions.enumerated().map { index, version in
      ("v\(index + 1)", Self.json(of: version))
    }
    return JSONValue.object([
      "digestAlgorithm": .string("sha512"), "head": .string("v\(head)"), "id": .string(id.description),
      "manifest": .object(
        Dictionary(
          uniqueKeysWithValues: manifest.map { ($0.key.hex, .array($0.value.map(JSONValue.string))) })),
      "type": .string("https://ocfl.io/1.1/spec/#inventory"),
      "versions": .object(Dictionary(uniqueKeysWithValues: versions)),
    ]).bytes
  }

  private static func json(of version: Version) -> JSONValue {
    let paths = Dictionary(grouping: version.state.keys) { version.state[$0]?.hex ?? "" }
      .mapValues { paths in
        JSONValue.array(paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(JSONValue.string))
      }
    return .object([
      "created": .string(version.created), "message": .string(version.message), "state": .object(paths),
      "user": .object(["name": .string(version.user)]),
    ])
  }

  /// Reads what ``bytes`` writes; `nil` if the bytes are no inventory of ours.
  init?(_ bytes: [UInt8]) {
    guard let json = JSONValue.parse(bytes), let id = json["id"]?.string.flatMap(ObjectID.init),
      let manifest = json["manifest"]?.members, let versions = json["versions"]?.members
    else { return nil }
    self.id = id
    self.manifest = [:]
    self.versions = []
    for (hex, paths) in manifest {
      guard let digest = Digest(hex: hex), let paths = paths.elements?.compactMap(\.string) else {
        return nil
      }
      self.manifest[digest] = paths
    }
    for number in 1...max(versions.count, 1) {
      guard let version = versions["v\(number)"].flatMap(Self.version) else { return nil }
      self.versions.append(version)
    }
    // One way to write it: what says the same in other bytes was not written here.
    guard self.bytes == bytes else { return nil }
  }

  init(id: ObjectID) {
    self.id = id
    versions = []
    manifest = [:]
  }

  private static func version(_ json: JSONValue) -> Version? {
    guard let created = json["created"]?.string, let message = json["message"]?.string,
      let user = json["user"]?["name"]?.string, let state = json["state"]?.members
    else { return nil }
    var paths = [String: Digest]()
    for (hex, logical) in state {
      guard let digest = Digest(hex: hex), let logical = logical.elements else { return nil }
      for path in logical.compactMap(\.string) { paths[path] = digest }
    }
    return Version(created: created, message: message, user: user, state: paths)
  }
}

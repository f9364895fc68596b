// The OCFL storage root: what says that a folder is one, and where things lie.

/// The folders and fixed files of a store.
///
///     Archive/
///       ocfl/        the storage root: objects, readable by any OCFL tool
///       keys/        public keys, one file each, named by key id
///       work/        empty at rest: while a commit runs, its staging and journal; the folder itself is the lock
///       catalogue/   derived; can be removed and rebuilt
struct StorageRoot: Sendable, Hashable {
  /// The store's folder, without a slash at its end.
  let store: String

  static let rootPath = "ocfl"
  static let stagingPath = "work/staging"

  var root: String { "\(store)/\(Self.rootPath)" }
  var keys: String { "\(store)/keys" }
  var work: String { "\(store)/work" }
  /// What is renamed into place: laid out as it will stand.
  var staging: String { "\(store)/\(Self.stagingPath)" }
  /// Files on their way in, while their digests and with them their places are not known yet.
  var incoming: String { "\(work)/incoming" }
  var journal: String { "\(work)/journal.json" }
  var catalogue: String { "\(store)/catalogue" }

  func object(_ id: ObjectID) -> String { "\(root)/\(id.folder)" }

  private static let layout = "0003-hash-and-id-n-tuple-storage-layout"

  /// The files that every storage root has, below ``root``; their bytes never vary.
  static let fixedFiles: [(path: String, bytes: [UInt8])] = [
    ("0=ocfl_1.1", Array("ocfl_1.1\n".utf8)),
    (
      "extensions/\(layout)/config.json",
      JSONValue.object([
        "digestAlgorithm": .string("sha512"), "extensionName": .string(layout), "numberOfTuples": .integer(0),
        "tupleSize": .integer(0),
      ]).bytes
    ),
    (
      "ocfl_layout.json",
      JSONValue.object([
        "description": .string("One object a county-year, in a folder named by its encoded id"),
        "extension": .string(layout),
      ]).bytes
    ),
  ]

  /// What says that a folder is an object.
  static let objectDeclaration: (path: String, bytes: [UInt8]) = (
    "0=ocfl_object_1.1", Array("ocfl_object_1.1\n".utf8)
  )

  static func sealPath(of version: Int) -> String { "logs/seal-v\(version).json" }
  static func signaturePath(of version: Int) -> String { "logs/seal-v\(version).sig" }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The folder that holds a file, or `""`.
  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}

// A seal: what a version was when it was handed in, chained to the seal before.

/// The seal of a version. Its bytes are what is signed.
public struct Seal: Sendable, Hashable {
  /// Its place in the chain of the whole store, from 1.
  public let sequence: Int
  public let object: ObjectID
  public let version: Int
  /// The digest of the version's inventory.
  public let inventory: Digest
  /// The digest of the seal before; `nil` for the first.
  public let previous: Digest?
  /// RFC 3339.
  public let time: String
  /// Which key signed it.
  public let key: String

  /// The digest by which the next seal, and whoever writes it down, knows this one.
  public var digest: Digest { Digest(of: bytes) }

  /// The canonical bytes.
  var bytes: [UInt8] {
    JSONValue.object([
      "inventory": .string(inventory.hex), "key": .string(key), "object": .string(object.description),
      "previous": previous.map { .string($0.hex) } ?? .null, "sequence": .integer(sequence),
      "time": .string(time), "version": .string("v\(version)"),
    ]).bytes
  }

  /// Reads what ``bytes`` writes; `nil` if the bytes are no seal.
  init?(_ bytes: [UInt8]) {
    guard let json = JSONValue.parse(bytes), let sequence = json["sequence"]?.integer,
      let object = json["object"]?.string.flatMap(ObjectID.init),
      let version = json["version"]?.string.flatMap({ Int($0.dropFirst()) }),
      let inventory = json["inventory"]?.string.flatMap(Digest.init(hex:)),
      let time = json["time"]?.string, let key = json["key"]?.string
    else { return nil }
    self.init(
      sequence: sequence, object: object, version: version, inventory: inventory,
      previous: json["previous"]?.string.flatMap(Digest.init(hex:)), time: time, key: key)
    guard self.bytes == bytes else { return nil }
  }

  init(
    sequence: Int, object: ObjectID, version: Int, inventory: Digest, previous: Digest?, time: String,
    key: String
  ) {
    self.sequence = sequence
    self.object = object
    self.version = version
    self.inventory = inventory
    self.previous = previous
    self.time = time
    self.key = key
  }

  /// The same seal as the next after another.
  func following(_ head: Seal?) -> Seal {
    Seal(
      sequence: (head?.sequence ?? 0) + 1, object: object, version: version, inventory: inventory,
      previous: head?.digest, time: time, key: key)
  }
}

// Where in a JSON text a value stands: looked for only when a reader has to be told.

import BatonDiagnostics

/// One step into a JSON value.
enum JSONStep: Hashable, Sendable {
  case key(String)
  case index(Int)
}

/// A walk through the bytes of JSON that has been read without fault.
struct JSONPlace {
  private let bytes: [UInt8]
  private var position = 0

  /// The range of the value at the end of a path.
  static func range(of path: [JSONStep], in source: Source) -> SourceRange {
    var place = JSONPlace(bytes: source.bytes)
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place.position = 3 }
    place.skipSpace()
    for step in path {
      guard place.enter(step) else { return SourceRange(0, 0) }
    }
    let start = place.position
    place.skipValue()
    return SourceRange(start, place.position)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Goes to a member or an item of the value here.
  private mutating func enter(_ step: JSONStep) -> Bool {
    guard position < bytes.count else { return false }
    let isObject = bytes[position] == UInt8(ascii: "{")
    position += 1
    var index = 0
    while true {
      skipSpace()
      guard position < bytes.count, !Self.ends.contains(bytes[position]) else { return false }
      var key = ""
      if isObject {
        key = self.key()
        skipSpace()
        position += 1
        skipSpace()
      }
      switch step {
      case .key(let wanted) where isObject && key == wanted: return true
      case .index(let wanted) where !isObject && index == wanted: return true
      default: skipValue()
      }
      index += 1
      skipSpace()
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
    }
  }

  private static let ends: Set<UInt8> = [UInt8(ascii: "}"), UInt8(ascii: "]")]

  /// The key here, as it is meant.
  private mutating func key() -> String {
    let start = position
    skipString()
    let text = Source(name: "", text: String(decoding: bytes[start..<position], as: UTF8.self))
    var reader = JSONReader()
    return (try? reader.document(from: text))?.value.text ?? ""
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private mutating func skipString() {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position + 1, bytes.count)
  }

  private mutating func skipValue() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return }
        depth -= 1
        position += 1
      case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
        guard depth > 0 else { return }
        position += 1
        continue
      default:
        position += 1
        continue
      }
      if depth == 0 { return }
    }
  }
}

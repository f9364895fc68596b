// Reading printed markup: its characters apart from its elements.

import BatonXML

/// Goes through bytes that a structured template printed.
struct MarkupScan {
  enum Piece {
    /// Between tags, escaped.
    case characters(Slice<UnsafeRawBufferPointer>)
    /// A tag begins.
    case tag(Slice<UnsafeRawBufferPointer>)
    /// What a capture recorded, between tags or within one.
    case operation(RecordedOperation)
  }

  private var rest: Slice<UnsafeRawBufferPointer>
  private var isInTag = false

  init(_ bytes: Slice<UnsafeRawBufferPointer>) { rest = bytes }

  mutating func next() -> Piece? {
    while let first = rest.first {
      if first == RecordedOperation.mark, let (operation, end) = RecordedOperation.read(rest) {
        rest = rest[end...]
        return .operation(operation)
      }
      if isInTag {
        // `>` is escaped in text and attributes alike.
        let end = rest.firstIndex { $0 == UInt8(ascii: ">") || $0 == RecordedOperation.mark }
        isInTag = end.map { rest[$0] != UInt8(ascii: ">") } ?? false
        rest = rest[(end.map { isInTag ? $0 : $0 + 1 } ?? rest.endIndex)...]
        continue
      }
      if first == UInt8(ascii: "<") {
        isInTag = true
        return .tag(rest)
      }
      let end =
        rest.dropFirst().firstIndex { $0 == UInt8(ascii: "<") || $0 == RecordedOperation.mark }
        ?? rest.endIndex
      defer { rest = rest[end...] }
      return .characters(rest[..<end])
    }
    return nil
  }

  /// The characters of markup without operations, still escaped.
  static func characters(in bytes: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    var scan = MarkupScan(bytes)
    var characters: [UInt8] = []
    while let piece = scan.next() {
      if case .characters(let run) = piece { characters += run }
    }
    return characters
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// The name of the element whose tag begins here.
  var elementName: String {
    let name = dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    return String(decoding: name, as: UTF8.self)
  }
}

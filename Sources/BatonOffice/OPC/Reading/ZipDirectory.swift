// The directory of a ZIP archive, read before anything is unpacked (APPNOTE 6.3.10 §4.3.12): libzip does not
// tell where entries lie, and entries that share bytes are how small archives unpack to large ones.

/// Where the entries of an archive lie.
struct ZipDirectory {
  struct Entry {
    let nameBytes: ArraySlice<UInt8>
    let offset: Int
    let packedCount: Int
    let isEncrypted: Bool
  }

  let entries: [Entry]

  /// - Returns: `nil` if there is no directory, or it does not fit the bytes.
  init?(of bytes: [UInt8]) {
    guard let end = Self.endRecord(of: bytes) else { return nil }
    let count = Int(bytes.littleEndian16(at: end + 10))
    var position = Int(bytes.littleEndian32(at: end + 16))
    var entries: [Entry] = []
    for _ in 0..<count {
      guard position + 46 <= end, bytes.littleEndian32(at: position) == 0x0201_4B50 else { return nil }
      let nameCount = Int(bytes.littleEndian16(at: position + 28))
      let extraCount = Int(bytes.littleEndian16(at: position + 30))
      let commentCount = Int(bytes.littleEndian16(at: position + 32))
      let next = position + 46 + nameCount + extraCount + commentCount
      guard next <= end else { return nil }
      entries.append(
        Entry(
          nameBytes: bytes[(position + 46)..<(position + 46 + nameCount)],
          offset: Int(bytes.littleEndian32(at: position + 42)),
          packedCount: Int(bytes.littleEndian32(at: position + 20)),
          isEncrypted: bytes.littleEndian16(at: position + 8) & 1 != 0))
      position = next
    }
    self.entries = entries
  }

  /// Whether two entries share bytes.
  var hasOverlap: Bool {
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      if entry.offset < end { return true }
      end = entry.offset + 30 + entry.nameBytes.count + entry.packedCount
    }
    return false
  }

  /// The end-of-directory record: the last one within a comment's reach of the end.
  private static func endRecord(of bytes: [UInt8]) -> Int? {
    var position = bytes.count - 22
    while position >= max(0, bytes.count - 22 - 0xFFFF) {
      if bytes.littleEndian32(at: position) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func littleEndian16(at index: Int) -> UInt16 {
    UInt16(self[index]) | UInt16(self[index + 1]) << 8
  }

  fileprivate func littleEndian32(at index: Int) -> UInt32 {
    UInt32(littleEndian16(at: index)) | UInt32(littleEndian16(at: index + 2)) << 16
  }
}

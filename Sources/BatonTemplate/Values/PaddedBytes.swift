// Immutable bytes with room behind them, so that a copy may read whole machine words past the end of a string.

/// Bytes that never change, followed by zeroes.
///
/// `@unchecked Sendable`: the memory is written before `init` returns and never again.
final class PaddedBytes: @unchecked Sendable {
  /// Zero bytes behind the last one.
  static let padding = 32

  let base: UnsafeRawPointer
  let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + Self.padding, alignment: 16)
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { memory.copyMemory(from: start, byteCount: source.count) }
    }
    (memory + bytes.count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
    base = UnsafeRawPointer(memory)
  }

  deinit { base.deallocate() }

  static let empty = PaddedBytes([])

  /// Whether U+FFFE or U+FFFF stands in the bytes: no XML may hold them.
  var holdsNoncharacters: Bool {
    let bytes = UnsafeRawBufferPointer(start: base, count: count)
    guard count >= 3 else { return false }
    for index in 0..<(count - 2)
    where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE {
      return true
    }
    return false
  }
}

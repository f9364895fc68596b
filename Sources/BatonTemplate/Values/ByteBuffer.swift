// The one place that output bytes are appended to: raw memory of our own, because `Array.append` costs five
// to ten times a plain copy (measured).

/// Growing bytes, owned by one renderer.
package struct ByteBuffer: ~Copyable {
  private(set) var base: UnsafeMutableRawPointer
  package private(set) var count = 0
  private var capacity: Int

  package init(capacity: Int = 256) {
    self.capacity = max(capacity, 64)
    base = .allocate(byteCount: self.capacity + PaddedBytes.padding, alignment: 16)
    (base + self.capacity).initializeMemory(as: UInt8.self, repeating: 0, count: PaddedBytes.padding)
  }

  deinit { base.deallocate() }

  /// Makes room for more bytes, and for a word written past the end.
  @inline(__always)
  mutating func reserve(_ additional: Int) {
    if count + additional + PaddedBytes.padding > capacity { grow(additional) }
  }

  @inline(never)
  private mutating func grow(_ additional: Int) {
    let size = max(capacity * 2, count + additional + PaddedBytes.padding + 64)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size + PaddedBytes.padding, alignment: 16)
    memory.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = memory
    capacity = size
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    (base + count).storeBytes(of: byte, as: UInt8.self)
    count += 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafeRawPointer, _ length: Int) {
    reserve(length)
    (base + count).copyMemory(from: source, byteCount: length)
    count += length
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if let start = bytes.baseAddress { append(start, bytes.count) }
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Takes back what stands behind the last place of some bytes, and the bytes themselves.
  mutating func truncateFromLast(_ wanted: [UInt8]) {
    let start = withBytes { bytes in
      var index = bytes.count - wanted.count
      while index >= 0, !bytes[index..<(index + wanted.count)].elementsEqual(wanted) { index -= 1 }
      return index
    }
    if start >= 0 { truncate(to: start) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeRawPointer(text.utf8Start), text.utf8CodeUnitCount)
  }

  /// Where the next bytes go; they must have been reserved.
  @inline(__always)
  var end: UnsafeMutableRawPointer { base + count }

  /// Counts bytes that were written at ``end``.
  @inline(__always)
  mutating func advance(_ written: Int) { count += written }

  /// Takes back everything after a count.
  mutating func truncate(to newCount: Int) {
    precondition(newCount <= count, "a buffer cannot be truncated to more than it holds")
    count = newCount
  }

  mutating func removeAll() { count = 0 }

  /// The bytes from an offset on.
  package func bytes(from start: Int = 0) -> [UInt8] {
    precondition(start <= count, "a range outside the buffer")
    return Array(UnsafeRawBufferPointer(start: base + start, count: count - start))
  }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: base, count: count))
  }
}

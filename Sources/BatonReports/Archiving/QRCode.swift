// QR symbols by libqrencode, drawn as SVG and, for what shows no SVG, as PNG.

internal import BatonTemplate
internal import CLibQREncode

/// A QR symbol (ISO/IEC 18004, error correction M).
struct QRCode {
  /// Modules in reading order, true for dark; as many rows as columns.
  private let modules: [[Bool]]

  /// `nil` if the text is too long for a symbol.
  init?(_ text: String) {
    guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { unsafe QRcode_free(code) }
    let width = unsafe Int(code.pointee.width)
    modules = (0..<width).map { row in
      (0..<width).map { column in unsafe code.pointee.data[row * width + column] & 1 == 1 }
    }
  }

  /// The quiet zone of four modules that the standard asks for.
  private static let margin = 4

  private var width: Int { modules.count + 2 * Self.margin }

  var picture: Image { Image(bytes: Array(svg.utf8), bitmap: png) }

  /// One path, a run of dark modules a rectangle.
  private var svg: String {
    var path = ""
    for (row, line) in modules.enumerated() {
      var column = 0
      while column < line.count {
        var end = column
        while end < line.count, line[end] { end += 1 }
        if end > column {
          path += "M\(column + Self.margin) \(row + Self.margin)h\(end - column)v1h-\(end - column)z"
        }
        column = end + 1
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width * 8)\" height=\"\(width * 8)\" "
      + "viewBox=\"0 0 \(width) \(width)\" shape-rendering=\"crispEdges\">"
      + "<rect width=\"\(width)\" height=\"\(width)\" fill=\"#fff\"/><path d=\"\(path)\"/></svg>"
  }

  /// Eight pixels a module, one byte a pixel.
  private var png: [UInt8] {
    var pixels = [UInt8]()
    for row in 0..<width {
      let line = (0..<width).flatMap { column in
        [UInt8](repeating: isDark(row - Self.margin, column - Self.margin) ? 0 : 255, count: 8)
      }
      for _ in 0..<8 { pixels += [0] + line }
    }
    let size = Self.bigEndian(UInt32(width * 8))
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", size + size + [8, 0, 0, 0, 0]) + Self.chunk("IDAT", Self.stored(pixels))
      + Self.chunk("IEND", [])
  }

  private func isDark(_ row: Int, _ column: Int) -> Bool {
    modules.indices.contains(row) && modules.indices.contains(column) && modules[row][column]
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }

  /// Source: PNG (third edition) §5.3.
  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(checksum(body))
  }

  /// CRC-32. Source: PNG (third edition) annex D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1 }
    }
  }

  /// A zlib stream of stored blocks. Source: RFC 1950, RFC 1951 §3.2.4.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    while start < bytes.count {
      let end = min(start + 65_535, bytes.count)
      let count = UInt16(end - start)
      stream.append(end == bytes.count ? 1 : 0)
      for word in [count, ~count] {
        stream += [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
      }
      stream += bytes[start..<end]
      start = end
    }
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return stream + bigEndian(high << 16 | low)
  }
}

// Tables come in UTF-8, or in the GB18030 that a Chinese Excel saves.

import Foundation

/// Decodes a table's bytes.
enum TextDecoding {
  /// The text without a byte order mark, or `nil` if it is neither UTF-8 nor GB18030.
  static func decode(_ bytes: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    guard body.count == bytes.count else { return nil }
    return String(data: Data(bytes), encoding: gb18030)
  }

  /// `kCFStringEncodingGB_18030_2000` (0x0632) as Foundation numbers encodings of Core Foundation.
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}

// Characters that XML can't hold are written `_x000D_` in a workbook's texts (ECMA-376-1 §22.9.2.19 ST_Xstring).

/// From the characters of a `<t>` to the text that it means.
enum EscapedText {
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    // Units, since a character beyond the first plane is written as two of them.
    var units: [UInt16] = []
    var wasEscaped = false
    var plain = bytes
    while let start = plain.firstIndex(of: UInt8(ascii: "_")) {
      guard let unit = unit(at: start, in: plain) else {
        units += String(decoding: plain[...start], as: UTF8.self).utf16
        plain = plain[(start + 1)...]
        continue
      }
      units += String(decoding: plain[..<start], as: UTF8.self).utf16
      units.append(unit)
      wasEscaped = true
      plain = plain[(start + 7)...]
    }
    guard wasEscaped else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: units + String(decoding: plain, as: UTF8.self).utf16, as: UTF16.self)
  }

  /// `_xHHHH_`, seven bytes.
  private static func unit(at start: Int, in bytes: ArraySlice<UInt8>) -> UInt16? {
    guard start + 7 <= bytes.endIndex, bytes[start + 1] == UInt8(ascii: "x"),
      bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(start + 2)..<(start + 6)]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

// Numbers lie in a workbook as binary ones, written with up to 17 digits; people typed decimal ones of at most 15.

import CMath

/// From the text of a `<v>` to the decimal number that somebody typed.
enum DecimalText {
  /// Plain decimal notation of 15 significant digits, without needless zeros; `nil` for what is no finite number.
  ///
  ///     DecimalText.read("0.10000000000000001")   // "0.1"
  ///     DecimalText.read("1.2E3")                 // "1200"
  static func read(_ text: ArraySlice<UInt8>) -> String? {
    if isPlain(text) { return String(decoding: text, as: UTF8.self) }
    guard let number = Scientific(text) else { return nil }
    guard number.digits.count > 15 else { return number.plain }
    // Rounded from the binary number that the digits stand for, not from the digits: they are its shadow.
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
    var buffer = [CChar](repeating: 0, count: 40)
    let count = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe baton_significant(value, 15, $0.baseAddress, Int32($0.count))
    }
    return Scientific(buffer[..<Int(count)].map { UInt8(bitPattern: $0) }[...])?.plain
  }

  /// Whether a text is at most 15 bytes of plain decimal notation without needless zeros or signs, as nearly every
  /// number is.
  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 15, let first = text.first, let last = text.last else { return false }
    let zero = UInt8(ascii: "0")
    var point: Int?
    for index in text.indices {
      switch text[index] {
      case zero...UInt8(ascii: "9"): continue
      case UInt8(ascii: ".") where point == nil && index > text.startIndex: point = index
      default: return false
      }
    }
    guard let point else { return first != zero || text.count == 1 }
    return last != zero && last != UInt8(ascii: ".") && (first != zero || point == text.startIndex + 1)
  }
}

/// Digits and where the point belongs.
private struct Scientific {
  private var isNegative = false
  /// Significant digits, without zeros at either end.
  var digits: [UInt8] = []
  /// How many digits stand before the point; may be negative or beyond the digits.
  private var point = 0

  /// What a number may be written as (XML Schema `double`); exponents beyond a `Double`'s are refused.
  init?(_ text: ArraySlice<UInt8>) {
    var hasDigits = false
    var hasPoint = false
    var index = text.startIndex
    if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      index += 1
    }
    scan: while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        let isLeadingZero = digits.isEmpty && text[index] == UInt8(ascii: "0")
        if !isLeadingZero { digits.append(text[index]) }
        if hasPoint == isLeadingZero { point += hasPoint ? -1 : 1 }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)), abs(exponent) < 400
        else { return nil }
        point += exponent
        break scan
      default: return nil
      }
      index += 1
    }
    guard hasDigits else { return nil }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { (isNegative, point) = (false, 0) }
  }

  var plain: String {
    guard !digits.isEmpty else { return "0" }
    let zero = UInt8(ascii: "0")
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    if point <= 0 {
      text += [zero, UInt8(ascii: ".")] + repeatElement(zero, count: -point) + digits
    } else if point >= digits.count {
      text += digits + repeatElement(zero, count: point - digits.count)
    } else {
      text += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
    }
    return String(decoding: text, as: UTF8.self)
  }
}

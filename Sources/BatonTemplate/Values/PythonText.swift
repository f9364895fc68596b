// How Python writes floats and string literals: what lists print their items as.

enum PythonFloat {
  /// The shortest text that reads back as the same double, laid out as Python does it.
  static func repr(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    // Swift's own description has the shortest digits too; only the layout differs.
    var text = Substring(value.description)
    let sign = text.hasPrefix("-") ? "-" : ""
    if !sign.isEmpty { text = text.dropFirst() }
    let parts = text.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = mantissa.joined()
    exponent += mantissa[0].count - 1
    while digits.count > 1, digits.hasPrefix("0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    if value == 0 { return sign + "0.0" }
    return sign + layout(digits, exponent)
  }

  private static func layout(_ digits: String, _ exponent: Int) -> String {
    guard (-4..<16).contains(exponent) else {
      let fraction = digits.dropFirst()
      let magnitude = abs(exponent)
      return digits.prefix(1) + (fraction.isEmpty ? "" : ".\(fraction)") + "e" + (exponent < 0 ? "-" : "+")
        + (magnitude < 10 ? "0\(magnitude)" : "\(magnitude)")
    }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return digits + String(repeating: "0", count: exponent + 1 - digits.count) + ".0"
    }
    return digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }
}

enum PythonText {
  /// A string literal: single quotes unless that needs escapes and double quotes don't.
  static func repr(_ text: String) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      case _ where scalar.value <= 0xFF: result += "\\x" + hex(scalar.value, width: 2)
      case _ where scalar.value <= 0xFFFF: result += "\\u" + hex(scalar.value, width: 4)
      default: result += "\\U" + hex(scalar.value, width: 8)
      }
    }
    return result + String(quote)
  }

  private static func hex(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Python's `str.isprintable` for one character.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      false
    default: true
    }
  }
}

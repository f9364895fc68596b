// Reading numbers from texts as Python's int() and float() do: what the `int` and `float` filters accept.

package import BigInt

package enum NumberReading {
  /// `int(text, base)`: white space around, a sign, single underscores between digits, digits of any script,
  /// and a prefix `0x`, `0o`, `0b` where the base is its own or 0.
  package static func integer(_ text: String, base: Int = 10) -> BigInt? {
    guard base == 0 || (2...36).contains(base) else { return nil }
    var points = TextSplitting.strip(text).points[...]
    guard points.count <= Decimal.digitLimit else { return nil }
    var isNegative = false
    if let sign = points.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      points.removeFirst()
    }
    var radix = base
    if points.first == "0", let letter = points.dropFirst().first, let own = radixes[letter],
      base == own || base == 0
    {
      radix = own
      points = points.dropFirst(2)
      if points.first == "_" { points.removeFirst() }
    } else if base == 0 {
      radix = 10
    }
    guard let digits = digits(points, radix: radix) else { return nil }
    // `int("012", 0)` is refused: it meant octal once.
    if base == 0, radix == 10, digits.count > 1, digits.first == "0", digits.contains(where: { $0 != "0" }) {
      return nil
    }
    guard let value = value(of: digits, radix: radix) else { return nil }
    return isNegative ? -value : value
  }

  /// BigInt reads bases up to 35.
  private static func value(of digits: String, radix: Int) -> BigInt? {
    guard radix == 36 else { return BigInt(digits, radix: radix) }
    return digits.utf8.reduce(0) { $0 * 36 + BigInt($1 > UInt8(ascii: "9") ? $1 - 87 : $1 - 48) }
  }

  private static let radixes: [Unicode.Scalar: Int] = [
    "x": 16, "X": 16, "o": 8, "O": 8, "b": 2, "B": 2,
  ]

  /// ASCII digits, underscores gone; `nil` if there is none, or anything else.
  private static func digits(_ points: CodePoints.SubSequence, radix: Int) -> String? {
    var result = ""
    var mayUnderscore = false
    for point in points {
      if point == "_" {
        guard mayUnderscore else { return nil }
        mayUnderscore = false
        continue
      }
      let value: Int
      if let decimal = point.decimalValue {
        value = decimal
      } else {
        switch point {
        case "a"..."z": value = Int(point.value) - 87
        case "A"..."Z": value = Int(point.value) - 55
        default: return nil
        }
      }
      guard value < radix else { return nil }
      result += String(value, radix: radix)
      mayUnderscore = true
    }
    return mayUnderscore ? result : nil
  }

  /// `float(text)`: also `inf`, `infinity` and `nan` in any case.
  package static func float(_ text: String) -> Double? {
    let points = TextSplitting.strip(text).points
    guard points.count <= Decimal.digitLimit else { return nil }
    var ascii = ""
    var before: Unicode.Scalar?
    for (index, point) in points.enumerated() {
      if point == "_" {
        // Underscores stand between digits only.
        guard before?.decimalValue != nil, index + 1 < points.count, points[index + 1].decimalValue != nil
        else { return nil }
      } else if let digit = point.decimalValue {
        ascii += String(digit)
      } else if point.isASCII {
        ascii.unicodeScalars.append(point)
      } else {
        return nil
      }
      before = point
    }
    return special(ascii.lowercased()) ?? finite(ascii)
  }

  private static func special(_ text: String) -> Double? {
    switch text {
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    case "nan", "+nan", "-nan": .nan
    default: nil
    }
  }

  /// Digits, a point and an exponent; Swift alone would also take hexadecimal ones.
  private static func finite(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
        UInt8(ascii: "+"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isPlain, text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    var text = text
    // Swift wants digits around the point; Python takes `.5` and `5.`.
    if let point = text.firstIndex(of: ".") {
      let after = text.index(after: point)
      if after == text.endIndex || !text[after].isNumber { text.insert("0", at: after) }
      if point == text.startIndex || !text[text.index(before: point)].isNumber { text.insert("0", at: point) }
    }
    return Double(text)
  }
}

// Applying a format specification to texts and numbers.

package import BigInt

extension FormatSpecification {
  /// A text: cut to the precision, then padded, to the right unless told otherwise.
  package func text(_ text: String) throws(Fault) -> String {
    guard type == nil || type == "s" else { throw unknownType(for: "文字") }
    guard sign == nil, !avoidsNegativeZero, !alternate else {
      throw Fault(.value, "文字的格式里不能有符号或「#」")
    }
    guard alignment != "=" else { throw Fault(.value, "文字的格式里不能有「=」") }
    guard grouping == nil else { throw Fault(.value, "文字的格式里不能有分节符") }
    let cut = precision.map { String(text.unicodeScalars.prefix($0)) } ?? text
    return padded(cut, defaultAlignment: "<")
  }

  /// An integer, in the types `b c d o x X n` or, as a float, `e f g %`.
  package func integer(_ value: BigInt) throws(Fault) -> String {
    switch type {
    case nil, "d", "n": return try integer(value, radix: 10, prefix: "")
    case "b": return try integer(value, radix: 2, prefix: "0b")
    case "o": return try integer(value, radix: 8, prefix: "0o")
    case "x": return try integer(value, radix: 16, prefix: "0x")
    case "X": return try integer(value, radix: 16, prefix: "0X")
    case "c": return try character(value)
    case "e", "E", "f", "F", "g", "G", "%":
      let float = FloatText.nearest(to: value)
      guard float.isFinite else { throw Fault(.overflow, "整数太大，不能按小数格式印出") }
      return try self.float(float)
    default: throw unknownType(for: "整数")
    }
  }

  private func integer(_ value: BigInt, radix: Int, prefix: String) throws(Fault) -> String {
    guard precision == nil else { throw Fault(.value, "整数的格式里不能有小数位数", help: "要小数位，类型写 f：{:.2f}") }
    guard !avoidsNegativeZero else { throw Fault(.value, "整数的格式里不能有「z」") }
    guard radix == 10 || grouping != "," else { throw Fault(.value, "「,」分节只用于十进制，其余用「_」") }
    guard type != "n" || grouping == nil else { throw unknownType(for: "带分节符的整数") }
    var number = NumberText(whole: String(value.magnitude, radix: radix, uppercase: type == "X"))
    if alternate { number.prefix = prefix }
    return finished(number, isNegative: value.sign == .minus, groupSize: radix == 10 ? 3 : 4)
  }

  private func character(_ value: BigInt) throws(Fault) -> String {
    guard sign == nil, grouping == nil, !alternate, precision == nil else {
      throw Fault(.value, "格式「c」不能带符号、分节符或位数")
    }
    guard let code = UInt32(exactly: value), let point = Unicode.Scalar(code) else {
      throw Fault(.overflow, "没有编码为「\(value)」的字符")
    }
    return padded(String(Character(point)), defaultAlignment: ">")
  }

  /// A float, in the types `e f g n %`, or without one as `str` has it.
  package func float(_ value: Double) throws(Fault) -> String {
    var text: String
    switch type {
    case nil:
      text =
        precision.map {
          FloatText.general(value, precision: $0, keepsZeros: alternate, pointsAlways: true)
        } ?? FloatText.shortest(value.magnitude)
      if alternate, let mark = text.firstIndex(of: "e"), !text.contains(".") { text.insert(".", at: mark) }
    case "e", "E": text = FloatText.scientific(value, places: precision ?? 6, keepsPoint: alternate)
    case "n" where grouping != nil: throw unknownType(for: "带分节符的小数")
    case "g", "G", "n": text = FloatText.general(value, precision: precision ?? 6, keepsZeros: alternate)
    case "f", "F": text = fixed(value)
    case "%": text = fixed(value * 100) + "%"
    default: throw unknownType(for: "小数")
    }
    var number = NumberText(splitting: text)
    if type == "E" || type == "F" || type == "G" { number.uppercase() }
    var isNegative = value.sign == .minus && !value.isNaN
    if avoidsNegativeZero, Self.isZero(text) { isNegative = false }
    return finished(number, isNegative: isNegative, groupSize: 3)
  }

  private func fixed(_ value: Double) -> String {
    let places = precision ?? 6
    return FloatText.fixed(value, places: places) + (alternate && places == 0 && value.isFinite ? "." : "")
  }

  /// An exact decimal: `f` and `%` half to even on its digits; the other types go by the nearest float.
  package func decimal(_ value: Decimal) throws(Fault) -> String {
    let exact: Decimal
    switch type {
    case nil where precision == nil: exact = value
    case "f", "F": exact = value.rounded(places: precision ?? 6, .halfEven)
    case "%": exact = (value * Decimal(100)).rounded(places: precision ?? 6, .halfEven)
    default: return try float(value.approximation)
    }
    let number = NumberText(splitting: exact.magnitudeText + (type == "%" ? "%" : ""))
    return finished(
      number, isNegative: value.isNegative && !(avoidsNegativeZero && exact.isZero), groupSize: 3)
  }

  private static func isZero(_ text: String) -> Bool {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "1")...UInt8(ascii: "9"), UInt8(ascii: "i"), UInt8(ascii: "n"): return false
      case UInt8(ascii: "e"), UInt8(ascii: "E"): return true
      default: continue
      }
    }
    return true
  }

  private func finished(_ number: NumberText, isNegative: Bool, groupSize: Int) -> String {
    var number = number
    number.sign = isNegative ? "-" : sign == "+" ? "+" : sign == " " ? " " : ""
    let fillsZeros = zero && alignment == nil || alignment == "=" && (fill == "0" || zero && fill == " ")
    let zeroWidth = fillsZeros ? width ?? 0 : 0
    if let grouping {
      number.group(by: groupSize, with: String(Character(grouping)), zeroFilledTo: zeroWidth)
    } else {
      number.zeroFill(to: zeroWidth)
    }
    guard alignment == "=", !fillsZeros else { return padded(number.text, defaultAlignment: ">") }
    let missing = (width ?? 0) - number.text.unicodeScalars.count
    return number.sign + number.prefix + TextPadding.repeated(fill, max(missing, 0)) + number.whole
      + number.rest
  }

  private func padded(_ text: String, defaultAlignment: Unicode.Scalar) -> String {
    guard let width else { return text }
    let missing = width - text.unicodeScalars.count
    guard missing > 0 else { return text }
    // A zero before the width only means the fill where an alignment is written or the value is a text.
    let fill = zero && self.fill == " " ? "0" : self.fill
    let left =
      switch alignment ?? defaultAlignment {
      case "<": 0
      case "^": missing / 2
      default: missing
      }
    return TextPadding.repeated(fill, left) + text + TextPadding.repeated(fill, missing - left)
  }
}

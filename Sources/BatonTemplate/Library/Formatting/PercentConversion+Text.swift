// What one `%…` makes of a value. The caller has read `*` widths and settled what the value is.

package import BigInt

extension PercentConversion {
  private func fixed(_ size: Size?) -> Int? {
    if case .fixed(let value) = size { value } else { nil }
  }

  /// `%s`, `%r`, `%a`, `%c`: cut to the precision, then padded.
  package func text(_ text: String) -> String {
    let cut = fixed(precision).map { String(text.unicodeScalars.prefix($0)) } ?? text
    return padded(type == "c" ? text : cut)
  }

  /// `%d`, `%i`, `%u`, `%o`, `%x`, `%X`
  package func integer(_ value: BigInt) -> String {
    let radix = type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
    return integer(digits: String(value.magnitude, radix: radix), isNegative: value.sign == .minus)
  }

  /// The same of an integer of 64 bits.
  package func integer(_ value: Int) -> String {
    let radix = type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
    return integer(digits: String(value.magnitude, radix: radix), isNegative: value < 0)
  }

  private func integer(digits: String, isNegative: Bool) -> String {
    var number = NumberText(whole: digits)
    if let precision = fixed(precision) { number.zeroFill(to: precision) }
    if alternate, type == "o" || type == "x" || type == "X" { number.prefix = type == "o" ? "0o" : "0x" }
    return finished(number, isNegative: isNegative)
  }

  /// `%e`, `%f`, `%g` and their capitals.
  package func float(_ value: Double) -> String {
    let places = fixed(precision) ?? 6
    let text: String
    switch type {
    case "e", "E": text = FloatText.scientific(value, places: places, keepsPoint: alternate)
    case "g", "G": text = FloatText.general(value, precision: places, keepsZeros: alternate)
    default:
      text = FloatText.fixed(value, places: places) + (alternate && places == 0 && value.isFinite ? "." : "")
    }
    return finished(NumberText(splitting: text), isNegative: value.sign == .minus && !value.isNaN)
  }

  /// `%f` of an exact decimal, half to even on its digits; the other forms go by the nearest float.
  package func decimal(_ value: Decimal) -> String {
    guard type == "f" || type == "F" else { return float(value.approximation) }
    let rounded = value.rounded(places: fixed(precision) ?? 6, .halfEven)
    return finished(NumberText(splitting: rounded.magnitudeText), isNegative: value.isNegative)
  }

  private func finished(_ number: NumberText, isNegative: Bool) -> String {
    var number = number
    number.sign = isNegative ? "-" : plus ? "+" : space ? " " : ""
    if type == "X" || type == "E" || type == "G" || type == "F" { number.uppercase() }
    if zero, !isLeftAligned, let width = fixed(width) { number.zeroFill(to: width) }
    return padded(number.text)
  }

  private func padded(_ text: String) -> String {
    guard let width = fixed(width) else { return text }
    return TextPadding.pad(text, to: width, isLeftAligned ? .left : .right)
  }
}

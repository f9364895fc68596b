// A number about to be formatted: sign, prefix and digits apart, so that zeros and separators go between them.

package struct NumberText: Sendable {
  /// `-`, `+`, a space, or nothing.
  package var sign = ""
  /// `0x`, `0b`, `0o`, or nothing.
  package var prefix = ""
  /// Digits before the point; `inf` and `nan` too.
  package var whole: String
  /// The point and what follows, exponent and percent sign included.
  package var rest = ""

  package init(whole: String, rest: String = "") {
    self.whole = whole
    self.rest = rest
  }

  /// Splits `123.45e+06` before the point or the exponent.
  package init(splitting text: String) {
    let end = text.utf8.firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? text.endIndex
    if end == text.startIndex {
      self.init(whole: text)
    } else {
      self.init(whole: String(text[..<end]), rest: String(text[end...]))
    }
  }

  package var text: String { sign + prefix + whole + rest }

  package mutating func uppercase() {
    prefix = prefix.uppercased()
    whole = whole.uppercased()
    rest = rest.uppercased()
  }

  /// Whether it is made of digits (hexadecimal ones too), not `inf` or `nan`.
  private var hasDigits: Bool { !"inIN".contains(whole.prefix(1)) }

  /// Puts separators between groups of digits, then zeros in front until the whole is `width` wide; the zeros
  /// are grouped too, and the number may become one wider so that it does not begin with a separator.
  package mutating func group(by size: Int, with separator: String, zeroFilledTo width: Int) {
    guard hasDigits else { return zeroFill(to: width) }
    let room = width - (sign + prefix + rest).unicodeScalars.count
    func grouped(_ count: Int) -> Int { count + (count - 1) / size }
    var zeros = 0
    while grouped(zeros + whole.utf8.count) < room { zeros += 1 }
    let digits = Array(repeating: UInt8(ascii: "0"), count: zeros) + whole.utf8
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % size == 0 { result += separator.utf8 }
      result.append(digit)
    }
    whole = String(decoding: result, as: UTF8.self)
  }

  /// Puts zeros between sign and digits until the whole is `width` wide.
  package mutating func zeroFill(to width: Int) {
    let missing = width - text.unicodeScalars.count
    if missing > 0 { whole = String(repeating: "0", count: missing) + whole }
  }
}

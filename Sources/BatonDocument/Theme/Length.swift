// Physical lengths, kept exactly as the theme says them: CSS gets the unit back, Word gets twips.

/// A length in millimetres or points, exact to a thousandth.
package struct Length: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable {
    case millimeters = "mm"
    case points = "pt"
  }

  package var thousandths: Int
  package var unit: Unit

  package init(thousandths: Int, _ unit: Unit) {
    self.thousandths = thousandths
    self.unit = unit
  }

  package static func points(_ count: Int) -> Length { Length(thousandths: count * 1000, .points) }
  package static let zero = Length.points(0)

  /// Twentieths of a point, rounded to the nearest: what WordprocessingML measures in.
  package var twips: Int {
    switch unit {
    case .points: rounded(thousandths, over: 50)
    case .millimeters: rounded(thousandths * 144, over: 2540)
    }
  }

  /// Whole points, rounded to the nearest.
  package var points: Int { rounded(twips, over: 20) }

  /// `28.95pt`
  package var css: String { Decimal.text(thousandths: thousandths) + unit.rawValue }

  private func rounded(_ numerator: Int, over denominator: Int) -> Int {
    let magnitude = (abs(numerator) * 2 + denominator) / (denominator * 2)
    return numerator < 0 ? -magnitude : magnitude
  }
}

/// A width of an indent: a length, or a count of the style's own characters.
package enum Indent: Sendable, Hashable {
  case length(Length)
  /// In hundredths of a character, as `w:firstLineChars` counts.
  case characters(hundredths: Int)

  package static let zero = Indent.length(.zero)

  /// The indent for characters of a size.
  package func twips(at size: Length) -> Int {
    switch self {
    case .length(let length): length.twips
    case .characters(let hundredths): size.twips * hundredths / 100
    }
  }

  package var css: String {
    switch self {
    case .length(let length): length.css
    case .characters(let hundredths): Decimal.text(thousandths: hundredths * 10) + "em"
    }
  }
}

/// Reading and writing decimal numbers as thousandths.
enum Decimal {
  /// `1234` is `1.234`; no trailing zeros.
  static func text(thousandths: Int) -> String {
    let magnitude = abs(thousandths)
    var fraction = String(magnitude % 1000)
    fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = thousandths < 0 ? "-" : ""
    return sign + String(magnitude / 1000) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// At most six digits before the point and three behind it.
  static func thousandths(_ text: Substring) -> Int? {
    let isNegative = text.first == "-"
    let parts = (isNegative ? text.dropFirst() : text)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...6).contains(whole.count), whole.allSatisfy(\.isDecimalDigit)
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard (1...3).contains(fraction.count), fraction.allSatisfy(\.isDecimalDigit) else { return nil }
    let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
    guard let units = Int(whole), let rest = Int(padded) else { return nil }
    return (isNegative ? -1 : 1) * (units * 1000 + rest)
  }
}

extension Character {
  fileprivate var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}

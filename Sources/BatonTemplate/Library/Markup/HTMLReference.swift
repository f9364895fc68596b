// `&amp;`, `&#65;`, `&copy`: references as HTML 5 reads them, invalid ones included.

package enum HTMLReference {
  /// Reads the reference whose `&` stands at an index; `nil` if none begins there.
  static func read(_ points: CodePoints, after ampersand: Int) -> (characters: CodePoints, end: Int)? {
    let start = ampersand + 1
    guard start < points.count else { return nil }
    return points[start] == "#" ? number(points, from: start + 1) : name(points, from: start)
  }

  private static func number(_ points: CodePoints, from start: Int) -> (CodePoints, Int)? {
    var index = start
    var radix: UInt32 = 10
    if index < points.count, points[index] == "x" || points[index] == "X" {
      radix = 16
      index += 1
    }
    let first = index
    var value: UInt32 = 0
    while index < points.count, let digit = digit(points[index]), digit < radix {
      value = min(value * radix + digit, 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    if index < points.count, points[index] == ";" { index += 1 }
    return (character(value), index)
  }

  private static func digit(_ point: Unicode.Scalar) -> UInt32? {
    switch point {
    case "0"..."9": point.value - 48
    case "a"..."f": point.value - 87
    case "A"..."F": point.value - 55
    default: nil
    }
  }

  /// Windows-1252 for the C1 controls; nothing for controls and noncharacters (WHATWG HTML §13.2.5.80).
  private static func character(_ value: UInt32) -> CodePoints {
    switch value {
    case 0: return ["\u{FFFD}"]
    case 0x0D: return ["\r"]
    case 0x80...0x9F:
      let replaced = windows1252[Int(value) - 0x80]
      return Unicode.Scalar(replaced == 0 ? value : replaced).map { [$0] } ?? []
    case 1...8, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: return []
    case _ where value & 0xFFFE == 0xFFFE && value <= 0x10FFFF: return []
    default: return Unicode.Scalar(value).map { [$0] } ?? ["\u{FFFD}"]
    }
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]

  private static func name(_ points: CodePoints, from start: Int) -> (CodePoints, Int)? {
    var end = start
    while end < points.count, end - start < 32, !"\t\n\u{0C} <&#;".unicodeScalars.contains(points[end]) {
      end += 1
    }
    guard end > start else { return nil }
    if end < points.count, points[end] == ";" { end += 1 }
    // The longest name that is known; some are known without their semicolon.
    for candidate in stride(from: end, to: start + 1, by: -1) {
      if let characters = HTMLEntities.named[String(points[start..<candidate])] {
        return (characters.points, candidate)
      }
    }
    return nil
  }
}

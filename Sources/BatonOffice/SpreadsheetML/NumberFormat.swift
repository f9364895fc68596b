// What a number is shown as: numbers, dates and percentages are one type in a workbook, told apart by format only.

/// The format of a cell's number (ECMA-376-1 §18.8.30, §18.8.31).
package struct NumberFormat: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case number
    case percent
    case date
    case time
    case dateAndTime
    /// `[h]:mm`: hours that go on counting past 24.
    case duration
  }

  package let code: String
  package let kind: Kind

  package static let general = NumberFormat(code: "General")

  package init(code: String) {
    self.code = code
    kind = Self.kind(of: code)
  }

  /// A built-in format by its number; 27–36 and 50–58 are the dates of Chinese, Japanese and Korean Excel, whose
  /// codes files never carry.
  init?(builtIn id: Int) {
    guard let code = Self.builtIn[id] else { return nil }
    self.init(code: code)
  }

  // ECMA-376-1 §18.8.30: all languages, then the code that zh-CN gives the East Asian numbers.
  private static let builtIn: [Int: String] = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    27: "yyyy\"年\"m\"月\"", 28: "m\"月\"d\"日\"", 29: "m\"月\"d\"日\"", 30: "m-d-yy",
    31: "yyyy\"年\"m\"月\"d\"日\"", 32: "h\"时\"mm\"分\"", 33: "h\"时\"mm\"分\"ss\"秒\"",
    34: "上午/下午h\"时\"mm\"分\"", 35: "上午/下午h\"时\"mm\"分\"ss\"秒\"", 36: "yyyy\"年\"m\"月\"",
    50: "yyyy\"年\"m\"月\"", 51: "m\"月\"d\"日\"", 52: "yyyy\"年\"m\"月\"", 53: "m\"月\"d\"日\"",
    54: "m\"月\"d\"日\"", 55: "上午/下午h\"时\"mm\"分\"", 56: "上午/下午h\"时\"mm\"分\"ss\"秒\"",
    57: "yyyy\"年\"m\"月\"", 58: "m\"月\"d\"日\"",
  ]

  private static func kind(of code: String) -> Kind {
    guard let letters = letters(of: code) else { return .duration }
    let hasHalves = letters.contains("am/pm") || letters.contains("a/p")
    let rest = letters.replacing("am/pm", with: "").replacing("a/p", with: "")
    if rest.contains("general") { return .number }
    let hasTime = hasHalves || rest.contains { "hs".contains($0) }
    // `m` is a month unless hours or seconds make it a minute; `e` is a year unless a sign makes it an exponent.
    let hasDay =
      rest.contains { "ydgba".contains($0) } || (!hasTime && rest.contains("m"))
      || (rest.contains("e") && !rest.contains("e+") && !rest.contains("e-"))
    switch (hasDay, hasTime) {
    case (true, true): return .dateAndTime
    case (true, false): return .date
    case (false, true): return .time
    case (false, false): return rest.contains("%") ? .percent : .number
    }
  }

  /// The small letters and signs of a code's first section: what is quoted, escaped or in brackets says nothing.
  ///
  /// - Returns: `nil` for hours, minutes or seconds that go on counting: `[h]`.
  private static func letters(of code: String) -> String? {
    var letters = ""
    var characters = code.lowercased().unicodeScalars.makeIterator()
    while let scalar = characters.next(), scalar != ";" {
      switch scalar {
      case "\"": while let next = characters.next(), next != "\"" {}
      case "\\", "_", "*": _ = characters.next()
      case "[":
        var inside = ""
        while let next = characters.next(), next != "]" { inside.unicodeScalars.append(next) }
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { return nil }
      default: letters.unicodeScalars.append(scalar)
      }
    }
    return letters
  }
}

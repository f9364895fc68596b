// How the theme's words become values.

/// A value that the theme states in one word.
protocol ThemeValue {
  init?(themeText: String)
  /// What a word must be, for the reader of a fault.
  static var expectation: String { get }
}

extension Length: ThemeValue {
  init?(themeText: String) {
    for (suffix, unit, factor) in [("mm", Unit.millimeters, 1), ("cm", .millimeters, 10), ("pt", .points, 1)]
    where themeText.hasSuffix(suffix) {
      guard let number = Decimal.thousandths(themeText.dropLast(suffix.count)) else { return nil }
      self.init(thousandths: number * factor, unit)
      return
    }
    return nil
  }

  static var expectation: String { "长度，如 28mm、2.6cm 或 12pt" }
}

extension Indent: ThemeValue {
  init?(themeText: String) {
    if themeText.hasSuffix("字") {
      guard let number = Decimal.thousandths(themeText.dropLast()), number % 10 == 0 else { return nil }
      self = .characters(hundredths: number / 10)
    } else {
      guard let length = Length(themeText: themeText) else { return nil }
      self = .length(length)
    }
  }

  static var expectation: String { "缩进，如 2字、7mm 或 12pt" }
}

/// A size of type: 三号, or in points.
struct TypeSize: ThemeValue {
  var length: Length

  private static let named: [(name: String, thousandths: Int)] = [
    ("初号", 42000), ("小初", 36000), ("一号", 26000), ("小一", 24000), ("二号", 22000), ("小二", 18000),
    ("三号", 16000), ("小三", 15000), ("四号", 14000), ("小四", 12000), ("五号", 10500), ("小五", 9000),
  ]

  init?(themeText: String) {
    if let size = Self.named.first(where: { $0.name == themeText }) {
      length = Length(thousandths: size.thousandths, .points)
      return
    }
    // Word counts half points.
    guard let length = Length(themeText: themeText), length.unit == .points,
      length.thousandths > 0, length.thousandths % 500 == 0
    else { return nil }
    self.length = length
  }

  static var expectation: String { "字号，如 三号、小四 或 10.5pt" }
}

extension Bool: ThemeValue {
  init?(themeText: String) {
    switch themeText {
    case "是": self = true
    case "否": self = false
    default: return nil
    }
  }

  static var expectation: String { "是 或 否" }
}

extension Alignment: ThemeValue {
  init?(themeText: String) {
    switch themeText {
    case "左": self = .left
    case "居中": self = .center
    case "右": self = .right
    case "两端": self = .justified
    default: return nil
    }
  }

  static var expectation: String { "左、居中、右 或 两端" }
}

extension VerticalPosition: ThemeValue {
  init?(themeText: String) {
    switch themeText {
    case "上标": self = .superscript
    case "下标": self = .subscript
    default: return nil
    }
  }

  static var expectation: String { "上标 或 下标" }
}

extension BoxStyle.Position: ThemeValue {
  init?(themeText: String) { self.init(rawValue: themeText) }

  static var expectation: String { allCases.map(\.rawValue).joined(separator: "、") }
}

extension Rule: ThemeValue {
  init?(themeText: String) {
    let words = themeText.split(separator: " ").map(String.init)
    guard words.count == 4, let kind = Kind(rawValue: words[0]), let width = Length(themeText: words[1]),
      width.thousandths > 0, let distance = Length(themeText: words[2]), distance.thousandths >= 0,
      let color = Color(themeText: words[3])
    else { return nil }
    self.init(kind: kind, width: width, distance: distance, color: color.hexadecimal)
  }

  static var expectation: String {
    "线的样式、粗细、与文字的距离和颜色，如 单线 0.35mm 4mm FF0000；样式有" + Kind.allCases.map(\.rawValue).joined(separator: "、")
  }
}

/// Six hexadecimal digits.
struct Color: ThemeValue {
  var hexadecimal: String

  init?(themeText: String) {
    guard themeText.utf8.count == 6, themeText.allSatisfy(\.isHexDigit) else { return nil }
    hexadecimal = themeText.uppercased()
  }

  static var expectation: String { "颜色，六位十六进制数，如 \"C00000\"" }
}

/// What tells a font from others when it is missing.
struct Panose: ThemeValue {
  var hexadecimal: String

  init?(themeText: String) {
    guard themeText.utf8.count == 20, themeText.allSatisfy(\.isHexDigit) else { return nil }
    hexadecimal = themeText.uppercased()
  }

  static var expectation: String { "字形特征（panose），二十位十六进制数" }
}

extension Font.Family: ThemeValue {
  init?(themeText: String) { self.init(rawValue: themeText) }

  static var expectation: String { "字族：" + allCases.map(\.rawValue).joined(separator: "、") }
}

/// A level of a heading.
struct OutlineLevel: ThemeValue {
  var level: Int

  init?(themeText: String) {
    guard let level = Int(themeText), (1...9).contains(level) else { return nil }
    self.level = level
  }

  static var expectation: String { "大纲级别，1 到 9" }
}

extension StyleSelector: ThemeValue {
  init?(themeText: String) {
    let parts = themeText.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let element = parts.first, !element.isEmpty, element.allSatisfy(\.isLetterOrDigit),
      parts.count == 1 || !parts[1].isEmpty, !themeText.contains(where: \.isWhitespace)
    else { return nil }
    self.init(element: String(element), className: parts.count == 2 ? String(parts[1]) : nil)
  }

  static var expectation: String { "元素名，或 元素名.类名，如 p.主送" }
}

extension ListLabel: ThemeValue {
  init?(themeText: String) { self.init(example: themeText) }

  static var expectation: String { "项目编号的样子，如 1.、（一）、① 或 ●" }
}

/// Any word.
struct Word: ThemeValue {
  var text: String

  init?(themeText: String) {
    guard !themeText.isEmpty else { return nil }
    text = themeText
  }

  static var expectation: String { "文字" }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}

// Which characters are white space, letters, digits …: Python's answers, over code points.

/// A text as its code points: what Jinja's strings count and cut by.
package typealias CodePoints = [Unicode.Scalar]

extension String {
  package init(_ points: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: points)
    self.init(view)
  }

  package var points: CodePoints { Array(unicodeScalars) }
}

extension Unicode.Scalar {
  /// `str.isspace`
  package var isPythonSpace: Bool {
    switch value {
    case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Where `str.splitlines` cuts.
  package var isLineBreak: Bool {
    switch value {
    case 10...13, 28...30, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  package var isPythonAlpha: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  package var isPythonDecimal: Bool { properties.numericType == .decimal }

  package var isPythonDigit: Bool {
    properties.numericType == .decimal || properties.numericType == .digit
  }

  package var isPythonNumeric: Bool { properties.numericType != nil }

  package var isPythonAlnum: Bool { isPythonAlpha || isPythonNumeric }

  /// What `\w` matches.
  package var isWord: Bool { self == "_" || isPythonAlnum }

  package var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: self == " "
    default: true
    }
  }

  /// The value of a decimal digit of any script.
  package var decimalValue: Int? {
    guard isPythonDecimal, let value = properties.numericValue else { return nil }
    return Int(value)
  }
}

/// The `is…` methods of strings.
package enum CharacterClass: String, Sendable, CaseIterable {
  case isalnum, isalpha, isascii, isdecimal, isdigit, isidentifier, islower, isnumeric, isprintable, isspace
  case istitle, isupper

  /// Whether a text is of the class; the empty text is only ASCII and printable.
  package func holds(for text: String) -> Bool {
    let points = text.unicodeScalars
    switch self {
    case .isascii: return points.allSatisfy(\.isASCII)
    case .isprintable: return points.allSatisfy(\.isPrintable)
    case .isalnum: return !points.isEmpty && points.allSatisfy(\.isPythonAlnum)
    case .isalpha: return !points.isEmpty && points.allSatisfy(\.isPythonAlpha)
    case .isdecimal: return !points.isEmpty && points.allSatisfy(\.isPythonDecimal)
    case .isdigit: return !points.isEmpty && points.allSatisfy(\.isPythonDigit)
    case .isnumeric: return !points.isEmpty && points.allSatisfy(\.isPythonNumeric)
    case .isspace: return !points.isEmpty && points.allSatisfy(\.isPythonSpace)
    case .isidentifier:
      guard let first = points.first, first == "_" || first.properties.isXIDStart else { return false }
      return points.dropFirst().allSatisfy(\.properties.isXIDContinue)
    case .islower:
      return Self.isCased(points, as: \.isLowercase) { $0.isUppercase }
    case .isupper:
      return Self.isCased(points, as: \.isUppercase) { $0.isLowercase }
    case .istitle: return Self.isTitle(points)
    }
  }

  /// At least one letter of the wanted case, and none of the other.
  private static func isCased(
    _ points: String.UnicodeScalarView, as wanted: KeyPath<Unicode.Scalar.Properties, Bool>,
    not refused: (Unicode.Scalar.Properties) -> Bool
  ) -> Bool {
    var found = false
    for point in points {
      let properties = point.properties
      if refused(properties) || properties.generalCategory == .titlecaseLetter { return false }
      if properties[keyPath: wanted] { found = true }
    }
    return found
  }

  /// Upper case only at the beginning of words, lower case only inside.
  private static func isTitle(_ points: String.UnicodeScalarView) -> Bool {
    var found = false
    var isInside = false
    for point in points {
      let properties = point.properties
      if properties.isUppercase || properties.generalCategory == .titlecaseLetter {
        guard !isInside else { return false }
        isInside = true
        found = true
      } else if properties.isLowercase {
        guard isInside else { return false }
        isInside = true
        found = true
      } else {
        isInside = false
      }
    }
    return found
  }
}

// Upper, lower and title case as Python's string methods and as Jinja's filters have them.

package enum LetterCase {
  package static func upper(_ text: String) -> String {
    var result = ""
    for point in text.unicodeScalars { result += point.properties.uppercaseMapping }
    return result
  }

  package static func lower(_ text: String) -> String {
    let points = text.points
    var result = ""
    for index in points.indices { result += lower(at: index, in: points) }
    return result
  }

  /// `str.title`: every letter after something that is no letter is a title letter.
  package static func title(_ text: String) -> String {
    let points = text.points
    var result = ""
    var isInside = false
    for (index, point) in points.enumerated() {
      result += isInside ? lower(at: index, in: points) : point.properties.titlecaseMapping
      isInside = point.properties.isCased
    }
    return result
  }

  /// `str.capitalize`
  package static func capitalize(_ text: String) -> String {
    let points = text.points
    guard let first = points.first else { return "" }
    var result = first.properties.titlecaseMapping
    for index in points.indices.dropFirst() { result += lower(at: index, in: points) }
    return result
  }

  package static func swapcase(_ text: String) -> String {
    let points = text.points
    var result = ""
    for (index, point) in points.enumerated() {
      if point.properties.isUppercase {
        result += lower(at: index, in: points)
      } else if point.properties.isLowercase {
        result += point.properties.uppercaseMapping
      } else {
        result.unicodeScalars.append(point)
      }
    }
    return result
  }

  /// `str.casefold`: what is equal but for case becomes the same text.
  package static func casefold(_ text: String) -> String {
    var result = ""
    for point in text.unicodeScalars { result += folded(point) }
    return result
  }

  /// Jinja's `title` filter: words begin after white space, a hyphen, or an opening bracket.
  package static func titleWords(_ text: String) -> String {
    var result = ""
    var word = CodePoints()
    func flush() {
      if let first = word.first {
        result += first.properties.uppercaseMapping + lower(String(word.dropFirst()))
      }
      word = []
    }
    for point in text.unicodeScalars {
      if point.isPythonSpace || "-({[<".unicodeScalars.contains(point) {
        flush()
        result.unicodeScalars.append(point)
      } else {
        word.append(point)
      }
    }
    flush()
    return result
  }

  /// A capital sigma at the end of a word becomes ς; every other character has one lower case.
  private static func lower(at index: Int, in points: CodePoints) -> String {
    guard points[index] == "Σ" else { return points[index].properties.lowercaseMapping }
    let before = points[..<index].last { !$0.properties.isCaseIgnorable }
    let after = points[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    let isFinal = before?.properties.isCased == true && after?.properties.isCased != true
    return isFinal ? "ς" : "σ"
  }

  /// Full case folding (Unicode's C and F mappings). The standard library has no table of it; lower, upper and
  /// lower again gives it for all characters but the Cherokee ones, which fold to capitals.
  private static func folded(_ point: Unicode.Scalar) -> String {
    switch point.value {
    case 0x13A0...0x13F5: return String(Character(point))
    case 0x13F8...0x13FD, 0xAB70...0xABBF: return point.properties.uppercaseMapping
    case 0x1FBE: return "ι"
    default: break
    }
    // The property looks at the decomposed form, where ǰ has a base letter that does not change.
    let isSeveral = point.properties.uppercaseMapping.unicodeScalars.count > 1
    guard point.properties.changesWhenCaseFolded || isSeveral else { return String(Character(point)) }
    return simpleLower(upper(simpleLower(point.properties.lowercaseMapping)))
  }

  private static func simpleLower(_ text: String) -> String {
    var result = ""
    for point in text.unicodeScalars { result += point.properties.lowercaseMapping }
    return result
  }
}

// A text as Python quotes it: what lists of texts print, and `%r`.

package enum TextLiteral {
  /// `repr`: in single quotes, or in double ones if the text has single and no double quotes.
  package static func quote(_ text: String) -> String {
    let mark: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String(Character(mark))
    for point in text.unicodeScalars {
      switch point {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case mark: result += "\\" + String(Character(mark))
      default:
        if point.isPrintable {
          result.unicodeScalars.append(point)
        } else {
          result += escaped(point)
        }
      }
    }
    return result + String(Character(mark))
  }

  /// A quoted text with everything beyond ASCII escaped (`%a`).
  package static func ascii(_ quoted: String) -> String {
    var result = ""
    for point in quoted.unicodeScalars {
      if point.isASCII { result.unicodeScalars.append(point) } else { result += escaped(point) }
    }
    return result
  }

  /// Bytes as Python quotes them, without the `b` before.
  package static func quoteBytes(_ bytes: [UInt8]) -> String {
    let mark: Character = bytes.contains(0x27) && !bytes.contains(0x22) ? "\"" : "'"
    var result = String(mark)
    for byte in bytes {
      switch byte {
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case mark.asciiValue: result += "\\" + String(mark)
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result + String(mark)
  }

  private static func escaped(_ point: Unicode.Scalar) -> String {
    let digits = String(point.value, radix: 16)
    let (letter, width) = point.value < 0x100 ? ("x", 2) : point.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}

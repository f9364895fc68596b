// Markup as text: escaping and taking back, `striptags`, `xmlattr`, percent-encoding.

package enum MarkupText {
  /// Escapes as markupsafe does: `&amp; &lt; &gt; &#34; &#39;`.
  package static func escape(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&#34;".utf8
      case UInt8(ascii: "'"): result += "&#39;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `striptags`: comments and tags gone, runs of white space made one space, references resolved.
  package static func stripTags(_ text: String) -> String {
    let withoutComments = removing(text.points, from: "<!--", to: "-->")
    let withoutTags = removing(withoutComments, from: "<", to: ">")
    return unescape(TextSplitting.words(String(withoutTags)).joined(separator: " "))
  }

  /// Removes the first stretch between two marks again and again: what closes up may begin a new one.
  private static func removing(_ points: CodePoints, from open: String, to close: String) -> CodePoints {
    let (open, close) = (open.points, close.points)
    var points = points
    var from = 0
    while let start = TextSearch.first(open, in: points, from: from),
      let end = TextSearch.first(close, in: points, from: start)
    {
      points.removeSubrange(start..<(end + close.count))
      from = max(0, start - open.count + 1)
    }
    return points
  }

  /// Resolves character references as HTML 5 does.
  package static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let points = text.points
    var result = CodePoints()
    var index = 0
    while index < points.count {
      if points[index] == "&", let (characters, end) = HTMLReference.read(points, after: index) {
        result.append(contentsOf: characters)
        index = end
      } else {
        result.append(points[index])
        index += 1
      }
    }
    return String(result)
  }

  /// Percent-encoding of everything but letters, digits, `_ . - ~` and `/`; for a query a space becomes `+`
  /// and `/` is encoded too.
  package static func percentEncode(_ text: String, forQuery: Bool = false) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "~"):
        result.append(byte)
      case UInt8(ascii: "/") where !forQuery: result.append(byte)
      case UInt8(ascii: " ") where forQuery: result.append(UInt8(ascii: "+"))
      default: result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text may be the name of an attribute: no white space, `/`, `>`, `=`.
  package static func isAttributeName(_ name: String) -> Bool {
    !name.unicodeScalars.contains { (9...13).contains($0.value) || " />=".unicodeScalars.contains($0) }
  }
}

// `urlize`: web and mail addresses in a text become links.

package struct Linking: Sendable {
  package var trimLimit: Int?
  package var relation: String?
  package var target: String?
  package var extraSchemes: [String] = []

  package init() {}

  /// The text, escaped unless it is markup, with its addresses as links.
  package func link(_ text: String, isMarkup: Bool = false) -> String {
    let points = (isMarkup ? text : MarkupText.escape(text)).points
    var result = ""
    var index = 0
    while index < points.count {
      let isSpace = points[index].isPythonSpace
      let end = points[index...].firstIndex { $0.isPythonSpace != isSpace } ?? points.count
      let word = String(points[index..<end])
      result += isSpace ? word : linkWord(word)
      index = end
    }
    return result
  }

  private var attributes: String {
    (relation.map { " rel=\"\(MarkupText.escape($0))\"" } ?? "")
      + (target.map { " target=\"\(MarkupText.escape($0))\"" } ?? "")
  }

  private func linkWord(_ word: String) -> String {
    let (head, address, tail) = Self.withoutPunctuation(word)
    return head + anchor(address) + tail
  }

  private func anchor(_ address: String) -> String {
    if WebAddress.matches(address) {
      let hasScheme = address.hasPrefix("https://") || address.hasPrefix("http://")
      return "<a href=\"\(hasScheme ? "" : "https://")\(address)\"\(attributes)>\(trimmed(address))</a>"
    }
    if address.hasPrefix("mailto:"), WebAddress.isMail(String(address.dropFirst(7))) {
      return "<a href=\"\(address)\">\(address.dropFirst(7))</a>"
    }
    if address.contains("@"), !address.hasPrefix("www."), !address.hasPrefix("@"), !address.contains(":"),
      WebAddress.isMail(address)
    {
      return "<a href=\"mailto:\(address)\">\(address)</a>"
    }
    var result = address
    for scheme in extraSchemes where result != scheme && result.hasPrefix(scheme) {
      result = "<a href=\"\(result)\"\(attributes)>\(result)</a>"
    }
    return result
  }

  private func trimmed(_ address: String) -> String {
    guard let trimLimit, address.unicodeScalars.count > trimLimit else { return address }
    let points = address.points
    // A negative limit cuts from the end, as a slice does.
    let end = trimLimit < 0 ? max(0, points.count + trimLimit) : trimLimit
    return String(points[..<end]) + "..."
  }

  /// Parts brackets before and punctuation behind from an address, but keeps brackets that are balanced.
  private static func withoutPunctuation(_ word: String) -> (head: String, address: String, tail: String) {
    var head = ""
    var address = Substring(word)
    while let mark = ["(", "<", "&lt;"].first(where: { address.hasPrefix($0) }) {
      head += mark
      address = address.dropFirst(mark.count)
    }
    var tail = ""
    while let mark = [")", ">", ".", ",", "\n", "&gt;"].first(where: { address.hasSuffix($0) }) {
      tail = mark + tail
      address = address.dropLast(mark.count)
    }
    var middle = String(address)
    for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      let missing = count(open, middle) - count(close, middle)
      guard missing > 0 else { continue }
      for _ in 0..<min(count(open, middle), count(close, tail)) {
        let parts = TextSplitting.partition(tail, at: close)
        middle += parts[0] + close
        tail = parts[2]
      }
    }
    return (head, middle, tail)
  }

  private static func count(_ needle: String, _ text: String) -> Int {
    TextSearch.count(needle.points, in: text.points)
  }
}

// `truncate`, `indent`, `wordcount`: texts made shorter, moved in, counted.

package enum TextShortening {
  /// `truncate`: a text that is longer than `length` and the leeway loses its end for `end`.
  ///
  /// Words are kept whole unless `cutsWords`.
  package static func truncate(
    _ text: String, to length: Int, cutsWords: Bool, end: String, leeway: Int
  ) throws(Fault) -> String {
    let points = text.points
    let room = length - end.unicodeScalars.count
    guard room >= 0 else { throw Fault(.value, "截断的长度「\(length)」短于省略号「\(end)」") }
    guard leeway >= 0 else { throw Fault(.value, "截断的余量「\(leeway)」不能小于零") }
    guard points.count > length.addingReportingOverflow(leeway).partialValue else { return text }
    var kept = points[..<room]
    if !cutsWords, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    return String(kept) + end
  }

  /// `wordcount`: runs of letters, digits and underscores. A Chinese sentence is one.
  package static func wordCount(_ text: String) -> Int {
    var count = 0
    var isInside = false
    for point in text.unicodeScalars {
      if point.isWord, !isInside { count += 1 }
      isInside = point.isWord
    }
    return count
  }

  /// `indent`: every line but the first begins with the indentation; blank ones only if asked for.
  package static func indent(_ text: String, by indentation: String, first: Bool, blank: Bool) -> String {
    let lines = TextSplitting.lines(text + "\n")
    var result = first ? indentation : ""
    for (index, line) in lines.enumerated() {
      if index > 0 {
        result += "\n"
        if blank || !line.isEmpty { result += indentation }
      }
      result += line
    }
    return result
  }

  /// `filesizeformat`: `13 Bytes`, `1.2 MB`, or with powers of 1024 `1.1 MiB`.
  package static func fileSize(_ bytes: Double, isBinary: Bool) throws(Fault) -> String {
    let base: Double = isBinary ? 1024 : 1000
    if bytes == 1 { return "1 Byte" }
    guard !bytes.isNaN else { throw Fault(.value, "「nan」不是文件大小") }
    if bytes < base {
      guard bytes.isFinite else { throw Fault(.overflow, "「-inf」不是文件大小") }
      return "\(FloatText.fixed(bytes.rounded(.towardZero), places: 0).withSign(of: bytes)) Bytes"
    }
    let letters = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
    var unit = base * base
    for (index, letter) in letters.enumerated() {
      if bytes < unit || index == letters.count - 1 {
        let prefix = isBinary ? letter.uppercased() + "i" : letter
        return "\(FloatText.fixed(base * bytes / unit, places: 1)) \(prefix)B"
      }
      unit *= base
    }
    return ""
  }
}

extension String {
  /// The text with a minus sign where the number is below zero and the text is not.
  fileprivate func withSign(of number: Double) -> String { number <= -1 ? "-" + self : self }
}

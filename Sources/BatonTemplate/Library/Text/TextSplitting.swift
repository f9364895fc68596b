// Cutting texts apart: `split`, `rsplit`, `splitlines`, `partition`, `strip`.

package enum TextSplitting {
  /// `str.split()`: at runs of white space, none at the ends; at most `limit` cuts from the left.
  package static func words(_ text: String, limit: Int? = nil) -> [String] {
    var parts: [String] = []
    var rest = text.points[...]
    while let start = rest.firstIndex(where: { !$0.isPythonSpace }) {
      rest = rest[start...]
      if let limit, parts.count >= limit {
        parts.append(String(rest))
        break
      }
      let end = rest.firstIndex(where: \.isPythonSpace) ?? rest.endIndex
      parts.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return parts
  }

  /// `str.rsplit()`: as ``words(_:limit:)`` with the cuts taken from the right.
  package static func wordsFromRight(_ text: String, limit: Int?) -> [String] {
    var parts: [String] = []
    var rest = text.points[...]
    while let last = rest.lastIndex(where: { !$0.isPythonSpace }) {
      rest = rest[...last]
      if let limit, parts.count >= limit {
        parts.append(String(rest))
        break
      }
      let start = rest.lastIndex(where: \.isPythonSpace).map { $0 + 1 } ?? rest.startIndex
      parts.append(String(rest[start...]))
      rest = rest[..<start]
    }
    return parts.reversed()
  }

  /// `str.split(separator)`; the separator is not empty.
  package static func split(_ text: String, by separator: String, limit: Int? = nil) -> [String] {
    let points = text.points
    let separator = separator.points
    var parts: [String] = []
    var start = 0
    while limit.map({ parts.count < $0 }) ?? true,
      let found = TextSearch.first(separator, in: points, from: start)
    {
      parts.append(String(points[start..<found]))
      start = found + separator.count
    }
    parts.append(String(points[start...]))
    return parts
  }

  /// `str.rsplit(separator)`; the separator is not empty.
  package static func splitFromRight(_ text: String, by separator: String, limit: Int? = nil) -> [String] {
    let points = text.points
    let separator = separator.points
    var parts: [String] = []
    var end = points.count
    while limit.map({ parts.count < $0 }) ?? true,
      let found = TextSearch.last(separator, in: points, before: end)
    {
      parts.append(String(points[(found + separator.count)..<end]))
      end = found
    }
    parts.append(String(points[..<end]))
    return parts.reversed()
  }

  /// `str.splitlines`
  package static func lines(_ text: String, keepsEnds: Bool = false) -> [String] {
    let points = text.points
    var lines: [String] = []
    var start = 0
    var index = 0
    while index < points.count {
      guard points[index].isLineBreak else {
        index += 1
        continue
      }
      let end = index
      index += points[index] == "\r" && index + 1 < points.count && points[index + 1] == "\n" ? 2 : 1
      lines.append(String(points[start..<(keepsEnds ? index : end)]))
      start = index
    }
    if start < points.count { lines.append(String(points[start...])) }
    return lines
  }

  /// `str.partition`: before, separator, after; all in the first where the separator is not found.
  package static func partition(_ text: String, at separator: String) -> [String] {
    let points = text.points
    let needle = separator.points
    guard let found = TextSearch.first(needle, in: points) else { return [text, "", ""] }
    return [String(points[..<found]), separator, String(points[(found + needle.count)...])]
  }

  /// `str.rpartition`: all in the last where the separator is not found.
  package static func partitionFromRight(_ text: String, at separator: String) -> [String] {
    let points = text.points
    let needle = separator.points
    guard let found = TextSearch.last(needle, in: points) else { return ["", "", text] }
    return [String(points[..<found]), separator, String(points[(found + needle.count)...])]
  }

  package enum Side: Sendable { case both, left, right }

  /// `str.strip`, `lstrip`, `rstrip`: white space, or any of the given characters.
  package static func strip(_ text: String, of characters: String? = nil, _ side: Side = .both) -> String {
    let unwanted = characters.map { Set($0.unicodeScalars) }
    func isUnwanted(_ point: Unicode.Scalar) -> Bool { unwanted?.contains(point) ?? point.isPythonSpace }
    var points = text.points[...]
    if side != .right { points = stripStart(points, while: isUnwanted) }
    if side != .left { points = stripEnd(points, while: isUnwanted) }
    return String(points)
  }

  private static func stripStart(
    _ points: CodePoints.SubSequence, while isUnwanted: (Unicode.Scalar) -> Bool
  ) -> CodePoints.SubSequence {
    points.drop(while: isUnwanted)
  }

  private static func stripEnd(
    _ points: CodePoints.SubSequence, while isUnwanted: (Unicode.Scalar) -> Bool
  ) -> CodePoints.SubSequence {
    let end = points.lastIndex { !isUnwanted($0) }.map { $0 + 1 } ?? points.startIndex
    return points[..<end]
  }
}

// Finding and replacing in texts, counted in code points.

package enum TextSearch {
  /// Where a text first occurs at or after an index, ending at or before `end`.
  package static func first(
    _ needle: CodePoints, in points: CodePoints, from start: Int = 0, to end: Int? = nil
  ) -> Int? {
    let end = end ?? points.count
    guard needle.count <= end - start else { return nil }
    for index in start...(end - needle.count) where matches(needle, in: points, at: index) { return index }
    return nil
  }

  /// Where a text last occurs, ending at or before an index.
  package static func last(
    _ needle: CodePoints, in points: CodePoints, from start: Int = 0, before end: Int? = nil
  ) -> Int? {
    let end = end ?? points.count
    guard needle.count <= end - start else { return nil }
    for index in (start...(end - needle.count)).reversed() where matches(needle, in: points, at: index) {
      return index
    }
    return nil
  }

  private static func matches(_ needle: CodePoints, in points: CodePoints, at index: Int) -> Bool {
    for (offset, point) in needle.enumerated() where points[index + offset] != point { return false }
    return true
  }

  /// How often a text occurs without overlap; the empty text occurs between all characters.
  package static func count(
    _ needle: CodePoints, in points: CodePoints, from start: Int = 0, to end: Int? = nil
  ) -> Int {
    let end = end ?? points.count
    guard start <= end else { return 0 }
    if needle.isEmpty { return end - start + 1 }
    var count = 0
    var index = start
    while let found = first(needle, in: points, from: index, to: end) {
      count += 1
      index = found + needle.count
    }
    return count
  }

  /// `str.replace`; an empty old text stands between all characters.
  package static func replace(_ old: String, by new: String, in text: String, limit: Int? = nil) -> String {
    let points = text.points
    let old = old.points
    var left = limit ?? .max
    var result = ""
    if old.isEmpty {
      for point in points {
        if left > 0 { result += new }
        left -= left > 0 ? 1 : 0
        result.unicodeScalars.append(point)
      }
      return left > 0 ? result + new : result
    }
    var start = 0
    while left > 0, let found = first(old, in: points, from: start) {
      result.unicodeScalars.append(contentsOf: points[start..<found])
      result += new
      start = found + old.count
      left -= 1
    }
    result.unicodeScalars.append(contentsOf: points[start...])
    return result
  }

  /// Start and end as Python's slices have them: from the end where negative, cut to the text.
  ///
  /// `nil` if the start lies behind the text, where nothing is found, not even the empty text.
  package static func bounds(_ start: Int?, _ end: Int?, count: Int) -> (start: Int, end: Int)? {
    func place(_ index: Int) -> Int { index < 0 ? max(0, index + count) : index }
    let start = place(start ?? 0)
    let end = min(place(end ?? count), count)
    return start > end ? nil : (start, end)
  }
}

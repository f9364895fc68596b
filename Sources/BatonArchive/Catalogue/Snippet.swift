// Where in a text the words were found, with what stands around them.

/// A piece of the original text around the first place where something searched for stands.
public struct Snippet: Sendable, Hashable {
  public let text: String
  /// Where the word stands within ``text``, in characters of Unicode scalars.
  public let marked: Range<Int>

  /// So many characters are shown before and after.
  private static let reach = 24

  /// `nil` if none of the marks is there.
  init?(of text: String, marks: [[Unicode.Scalar]]) {
    let original = Array(text.unicodeScalars)
    let folded = original.map(SearchWords.folded)
    let places = marks.compactMap { mark in
      Self.place(of: mark, in: folded).map { $0..<($0 + mark.count) }
    }
    guard let place = places.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < Self.reach, original[start - 1] != "\n" { start -= 1 }
    var end = place.upperBound
    while end < original.count, end - place.upperBound < Self.reach, original[end] != "\n" { end += 1 }
    let isCutBefore = start > 0 && original[start - 1] != "\n"
    let isCutAfter = end < original.count && original[end] != "\n"
    var view = String.UnicodeScalarView()
    if isCutBefore { view.append("…") }
    view.append(contentsOf: original[start..<end].map { $0 == "\t" ? " " : $0 })
    if isCutAfter { view.append("…") }
    self.text = String(view)
    let offset = place.lowerBound - start + (isCutBefore ? 1 : 0)
    marked = offset..<(offset + place.count)
  }

  private static func place(of mark: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard let first = mark.first, text.count >= mark.count else { return nil }
    var index = 0
    while index <= text.count - mark.count {
      if text[index] == first, text[index..<index + mark.count].elementsEqual(mark) { return index }
      index += 1
    }
    return nil
  }
}

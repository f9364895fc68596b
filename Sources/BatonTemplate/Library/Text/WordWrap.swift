// `wordwrap`: lines of at most a width, cut between words, behind hyphens, or through words that are too long.

/// Wraps one line at a time, as Python's textwrap does.
package struct WordWrap: Sendable {
  package var width: Int
  package var breaksLongWords = true
  package var breaksOnHyphens = true

  package init(width: Int) { self.width = width }

  /// The lines of a text without line breaks; none for the empty text.
  package func lines(of text: String) throws(Fault) -> [String] {
    guard width > 0 else { throw Fault(.value, "折行的宽度「\(width)」应大于零") }
    var chunks = Array(Chunks(of: text.points, breaksOnHyphens: breaksOnHyphens).reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      if !lines.isEmpty, chunks[chunks.count - 1].isBlank { chunks.removeLast() }
      var line: [CodePoints] = []
      var count = 0
      while let next = chunks.last, count + next.count <= width {
        line.append(next)
        count += next.count
        chunks.removeLast()
      }
      if let next = chunks.last, next.count > width { breakWord(&chunks, into: &line, room: width - count) }
      if line.last?.isBlank ?? false { line.removeLast() }
      if !line.isEmpty { lines.append(String(line.joined())) }
    }
    return lines
  }

  /// Takes as much of a word that is longer than a line as there is room for.
  private func breakWord(_ chunks: inout [CodePoints], into line: inout [CodePoints], room: Int) {
    let word = chunks.removeLast()
    guard breaksLongWords else {
      if line.isEmpty { line.append(word) } else { chunks.append(word) }
      return
    }
    var end = room
    if breaksOnHyphens, word.count > room, let hyphen = word[..<room].lastIndex(of: "-"), hyphen > 0,
      word[..<hyphen].contains(where: { $0 != "-" })
    {
      end = hyphen + 1
    }
    line.append(Array(word[..<end]))
    chunks.append(Array(word[end...]))
  }
}

extension CodePoints {
  fileprivate var isBlank: Bool { allSatisfy(\.isPythonSpace) }
}

/// What a line may be cut between: runs of white space, words, parts of hyphenated words, dashes.
private struct Chunks: Sequence, IteratorProtocol {
  private let points: CodePoints
  private let breaksOnHyphens: Bool
  private var start = 0

  init(of points: CodePoints, breaksOnHyphens: Bool) {
    self.points = points
    self.breaksOnHyphens = breaksOnHyphens
  }

  mutating func next() -> CodePoints? {
    guard start < points.count else { return nil }
    let end = chunkEnd
    defer { start = end }
    return Array(points[start..<end])
  }

  private var chunkEnd: Int {
    if isSpace(start) { return points[start...].firstIndex { !Self.isSpace($0) } ?? points.count }
    guard breaksOnHyphens else { return points[start...].firstIndex(where: Self.isSpace) ?? points.count }
    if isDash(at: start) { return points[start...].firstIndex { $0 != "-" } ?? points.count }
    var end = start + 1
    while end < points.count, !isSpace(end) {
      if points[end] == "-", isHyphen(at: end) { return end + 1 }
      if isDash(at: end) { return end }
      end += 1
    }
    return end
  }

  /// Only ASCII white space parts words here.
  private static func isSpace(_ point: Unicode.Scalar) -> Bool {
    (9...13).contains(point.value) || point == " "
  }

  private func isSpace(_ index: Int) -> Bool { Self.isSpace(points[index]) }

  private func isLetter(_ index: Int) -> Bool {
    guard points.indices.contains(index) else { return false }
    return points[index].isPythonAlnum && points[index].numericTypeIsNotDigit
  }

  /// A hyphen inside of a word: letters on both sides.
  private func isHyphen(at index: Int) -> Bool {
    let hasBefore =
      isLetter(index - 1)
      && (isLetter(index - 2) || (index >= 3 && points[index - 2] == "-" && isLetter(index - 3)))
    guard hasBefore, isLetter(index + 1) else { return false }
    return isLetter(index + 2)
      || (index + 2 < points.count && points[index + 2] == "-" && isLetter(index + 3))
  }

  /// Two hyphens or more between words.
  private func isDash(at index: Int) -> Bool {
    guard index > 0, points[index] == "-" else { return false }
    let before = points[index - 1]
    guard before.isWord || "!\"'&.,?".unicodeScalars.contains(before) else { return false }
    let end = points[index...].firstIndex { $0 != "-" } ?? points.count
    return end - index >= 2 && end < points.count && points[end].isWord
  }
}

extension Unicode.Scalar {
  /// What Python's `[^\d\W]` matches beside the underscore: word characters that are no decimal digits.
  fileprivate var numericTypeIsNotDigit: Bool { !isPythonDecimal }
}

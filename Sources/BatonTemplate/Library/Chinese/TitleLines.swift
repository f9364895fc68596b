// The lines of a title: whole in meaning, alike in length (GB/T 9704-2012 §7.3.1).

/// A title broken where words end, its lines as near to each other in length as that allows.
///
///     TitleLines(of: "关于清河镇2022年度目标任务完成情况的考核报告", width: 20).lines
///     // ["关于清河镇2022年度", "目标任务完成情况的考核报告"]
package struct TitleLines {
  package let lines: [String]

  /// - Parameters:
  ///   - title: One line; what has line breaks of its own stays as it is.
  ///   - width: The width of a line, in Chinese characters.
  /// - Complexity: O(*n*²) in the characters of the title, for each line.
  package init(of title: String, width: Int) {
    let width = max(1, width) * 2
    let count = (LineFitting.halves(title) + width - 1) / width
    guard count > 1, !title.contains(where: \.isNewline) else {
      lines = [title]
      return
    }
    // With a break that no line can hold, one line more: a long name may leave no other way.
    lines =
      (count...(count + 1)).lazy.compactMap { Self.broken(Array(title), count: $0, width: width) }.first
      ?? [title]
  }

  /// The best way to a number of lines; `nil` if there is none.
  private static func broken(_ characters: [Character], count: Int, width: Int) -> [String]? {
    let starts = characters.reduce(into: [0]) { $0.append($0[$0.count - 1] + LineFitting.halves(String($1))) }
    let ideal = starts[characters.count] / count
    /// The cost of the best lines up to a character, and where the last of them begins.
    var best: [[(cost: Int, start: Int)?]] = [Array(repeating: nil, count: characters.count + 1)]
    best[0][0] = (0, 0)
    for line in 1...count {
      best.append(Array(repeating: nil, count: characters.count + 1))
      for end in 1...characters.count {
        guard end == characters.count || penalty(before: end, in: characters) != nil else { continue }
        let own = end == characters.count ? 0 : penalty(before: end, in: characters) ?? 0
        for start in 0..<end {
          guard let before = best[line - 1][start] else { continue }
          let length = starts[end] - starts[start]
          let cost = before.cost + own + (length - ideal) * (length - ideal)
          if length <= width, cost < best[line][end]?.cost ?? Int.max { best[line][end] = (cost, start) }
        }
      }
    }
    var end = characters.count
    var lines: [String] = []
    for line in stride(from: count, to: 0, by: -1) {
      guard let (_, start) = best[line][end] else { return nil }
      lines.insert(String(characters[start..<end]), at: 0)
      end = start
    }
    return lines
  }

  /// What a break before a character costs: nothing where a word surely ends; `nil` where none may be.
  private static func penalty(before index: Int, in characters: [Character]) -> Int? {
    let (left, right) = (characters[index - 1], characters[index])
    // A number stays together with its measure, a mark with what it closes or opens.
    if isLatin(left) && (isLatin(right) || "年月日个项届次".contains(right)) { return nil }
    if "（《“‘〔第".contains(left) || "）》”’〕、，：；。的和与".contains(right) { return nil }
    if "的、，》”）".contains(left) || isLatin(right) || right == "《" { return 0 }
    if left == "度", index > 1, characters[index - 2] == "年" { return 0 }
    if right == "关", index + 1 < characters.count, characters[index + 1] == "于" { return 0 }
    // Within what may be a word: as bad as lines that differ by sixteen characters.
    return 512
  }

  private static func isLatin(_ character: Character) -> Bool { character.isASCII && !character.isWhitespace }
}

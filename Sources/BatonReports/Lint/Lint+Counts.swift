// Numbers in brackets against the lists that they count.

package import BatonDiagnostics

extension Lint {
  /// 优秀单位（6个）：甲、乙…… names six; so does a heading 优秀单位（6个） of the names, or the items, below it.
  package static func countedLists(_ text: FinishedText) -> [Diagnostic] {
    let spoken = text.spoken
    return spoken.indices.flatMap { index in
      let paragraph = spoken[index]
      let inline = paragraph.text.matches(of: /（([0-9]+)[个名家人项]）：([^。；：（]+)[。；]?/).compactMap { match in
        mismatch(of: match.output.1, with: names(in: match.output.2), in: paragraph)
      }
      guard !paragraph.isInTable, let match = paragraph.text.firstMatch(of: /（([0-9]+)[个名家人项]）[：:]?$/) else {
        return inline
      }
      let below = list(below: paragraph, in: spoken[(index + 1)...])
      return inline + [mismatch(of: match.output.1, with: below, in: paragraph)].compactMap(\.self)
    }
  }

  private static func mismatch(
    of count: Substring, with names: [Substring]?, in paragraph: FinishedText.Paragraph
  ) -> Diagnostic? {
    guard let count = Int(count), let names, names.count != count else { return nil }
    return Diagnostic(
      "count-mismatch", .error, "括号里写\(count)个，后面列了\(names.count)个", at: paragraph.place,
      help: "核对名单「\(names.first ?? "")……」和括号里的数")
  }

  /// The names of a list; `nil` where it says 等 and so leaves some out, or names nothing.
  private static func names(in list: Substring) -> [Substring]? {
    let names = list.split(separator: "、")
    guard !list.contains("等"), names.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    return names
  }

  /// What a heading counts: a paragraph of names behind it, or its items one level down.
  private static func list(
    below heading: FinishedText.Paragraph, in rest: ArraySlice<FinishedText.Paragraph>
  ) -> [Substring]? {
    guard let next = rest.first, !next.isInTable else { return nil }
    let sentence = next.text.hasSuffix("。") ? next.text.dropLast() : next.text[...]
    guard let label = HeadingLabel(of: next.text) else {
      // A list of names, not a sentence about them.
      guard sentence.contains("、"), !sentence.contains(where: "，。；：".contains) else { return nil }
      return names(in: sentence)
    }
    // Items of the same level as the heading are no part of it.
    guard HeadingLabel(of: heading.text).map({ $0.level < label.level }) ?? true, label.number == 1 else {
      return nil
    }
    var items: [Substring] = []
    for paragraph in rest {
      guard let other = HeadingLabel(of: paragraph.text) else { continue }
      if other.level < label.level || other.level == label.level && other.number != items.count + 1 { break }
      if other.level == label.level { items.append(paragraph.text.prefix(12)) }
    }
    return items
  }
}

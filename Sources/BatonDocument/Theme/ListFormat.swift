// How list items are labelled, level by level.

/// The label of one level: what stands before and behind its number, and how the number is written.
package struct ListLabel: Sendable, Hashable {
  package enum Numeral: Sendable, Hashable {
    /// 1, 2, 3
    case decimal
    /// 一、二、三
    case chinese
    /// ①②③
    case circled
    /// No number: the label is the same for each item.
    case bullet
  }

  package var prefix: String
  package var numeral: Numeral
  package var suffix: String

  /// Reads a label by example: `（1）`, `一、`, `①`, or any sign for a bullet.
  package init?(example: String) {
    guard !example.isEmpty, example.count <= 8 else { return nil }
    for (digit, numeral) in [("1", Numeral.decimal), ("一", .chinese), ("①", .circled)] {
      if let index = example.firstIndex(of: Character(digit)) {
        self.prefix = String(example[..<index])
        self.numeral = numeral
        self.suffix = String(example[example.index(after: index)...])
        return
      }
    }
    self.prefix = example
    self.numeral = .bullet
    self.suffix = ""
  }
}

/// A list's labels from the outermost level inwards; deeper levels use the last one's.
package struct ListFormat: Sendable, Hashable {
  package var labels: [ListLabel]

  package func label(level: Int) -> ListLabel { labels[min(level, labels.count - 1)] }
}

/// The lists of a theme.
package struct ListFormats: Sendable, Hashable {
  package var ordered: ListFormat
  package var chinese: ListFormat
  package var unordered: ListFormat
  /// What each level adds to the left indent.
  package var indent: Length
}

// What somebody searches for, put into the index's own language; nothing of it reaches that language raw.

/// Words parted by blanks, all of which must be found; within one, everything must stand side by side.
struct SearchTerms: Hashable {
  private let terms: [[SearchWords.Run]]

  /// - Throws: ``ArchiveError`` `empty-search` if there is nothing in it that could be found.
  init(_ text: String) throws(ArchiveError) {
    terms = text.split(whereSeparator: \.isWhitespace).map { SearchWords.runs(of: String($0)) }
      .filter { !$0.isEmpty }
    guard !terms.isEmpty else {
      throw ArchiveError("empty-search", "「\(text)」里没有可查的字", help: "写一个词或几个词，词之间空一格")
    }
  }

  /// The expression for FTS5: a phrase a term. Words are letters, digits and Chinese characters only.
  ///
  /// Source: https://www.sqlite.org/fts5.html §3.
  var expression: String { terms.map(Self.phrase).joined(separator: " AND ") }

  private static func phrase(_ runs: [SearchWords.Run]) -> String {
    var words: [String] = []
    var isPrefix = false
    for (index, run) in runs.enumerated() {
      let isLast = index == runs.count - 1
      switch run {
      case .word(let scalars): words.append(text(scalars))
      case .han(let scalars):
        words += zip(scalars, scalars.dropFirst()).map { text([$0, $1]) }
        // A run that ends the term may go on in the text; one before another run ends there too.
        if !isLast || scalars.count == 1 { words.append(text(scalars.suffix(1))) }
        isPrefix = isLast && scalars.count == 1
      }
    }
    return "\"\(words.joined(separator: " "))\"\(isPrefix ? " *" : "")"
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The stretches by which a hit is found again in the text, the most telling of each term.
  var marks: [[Unicode.Scalar]] {
    terms.compactMap { runs in
      runs.map { run in
        switch run {
        case .han(let scalars), .word(let scalars): scalars
        }
      }.max { $0.count < $1.count }
    }
  }
}

// The content of one paragraph as a line of atoms: each run of white space sees its two neighbours across
// the edges of inline elements.

/// A paragraph's texts, and what stands between them.
struct ParagraphLine {
  private let vocabulary: Vocabulary
  private var atoms: [Atom] = [.edge]

  private enum Atom {
    /// The paragraph's own edge, or `<br/>`.
    case edge
    case lineBreak
    /// A `{% … %}`.
    case tag
    /// A value, a picture, a note: counts as a Latin letter.
    case opaque
    /// The characters of one text node.
    case text(String)
  }

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Inline elements are looked through; notes, fields, pictures and line breaks are not.
  static func isTransparent(_ rule: ElementRule) -> Bool { rule.content == .inline || rule.content == .any }

  /// Whether a block's body is part of the line; a macro's or a capture's is not.
  static func isInLine(_ block: TemplateNode.Block) -> Bool {
    switch block.clauses[0].head {
    case .macro, .setBlock, .call: false
    default: true
    }
  }

  mutating func read(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let text): atoms.append(.text(text.characters))
      case .output: atoms.append(.opaque)
      case .tag: atoms.append(.tag)
      case .instruction: atoms.append(.opaque)
      case .element(let element):
        let rule = vocabulary.rule(for: element)
        if Self.isTransparent(rule) {
          read(element.children)
        } else {
          atoms.append(element.localName == "br" ? .lineBreak : .opaque)
        }
      case .block(let block):
        for clause in block.clauses {
          atoms.append(.tag)
          if Self.isInLine(block) { read(clause.body) }
        }
        atoms.append(.tag)
      }
    }
  }

  /// The texts in the order they were read.
  var normalizedTexts: [String] {
    // Most lines hold no white space: then nothing changes.
    let texts = atoms.compactMap { if case .text(let text) = $0 { text } else { nil } }
    if !texts.contains(where: \.holdsWhiteSpace) { return texts }
    return textsBetweenNeighbours
  }

  private var textsBetweenNeighbours: [String] {
    let characters = flattened
    var texts: [String] = []
    var current: String?
    var endsWithSpace = false
    var index = 0
    while index < characters.count {
      switch characters[index] {
      case .startOfText:
        if let current { texts.append(current) }
        current = ""
        index += 1
      case .character(let scalar):
        current?.unicodeScalars.append(scalar)
        endsWithSpace = false
        index += 1
      case .other:
        endsWithSpace = false
        index += 1
      case .space:
        let run = spaces(from: index, in: characters)
        let keeps = keeps(run, endsWithSpace, characters)
        var isWritten = !keeps
        for position in index..<run.end {
          if case .startOfText = characters[position] {
            if let current { texts.append(current) }
            current = ""
          } else if !isWritten {
            current?.append(" ")
            isWritten = true
          }
        }
        endsWithSpace = endsWithSpace || keeps
        index = run.end
      }
    }
    if let current { texts.append(current) }
    return texts
  }

  // MARK: Runs

  private enum Character {
    case startOfText
    case character(Unicode.Scalar)
    case space(isLineBreak: Bool)
    case other(Atom)
  }

  private var flattened: [Character] {
    var result: [Character] = []
    for atom in atoms + [.edge] {
      guard case .text(let text) = atom else {
        result.append(.other(atom))
        continue
      }
      result.append(.startOfText)
      for scalar in text.unicodeScalars {
        switch scalar {
        case " ", "\t": result.append(.space(isLineBreak: false))
        case "\n", "\r": result.append(.space(isLineBreak: true))
        default: result.append(.character(scalar))
        }
      }
    }
    return result
  }

  private struct Run {
    var start: Int
    var end: Int
    var hasLineBreak: Bool
  }

  /// A run goes on over the edges of text nodes that nothing parts but inline element edges.
  private func spaces(from start: Int, in characters: [Character]) -> Run {
    var run = Run(start: start, end: start, hasLineBreak: false)
    var index = start
    while index < characters.count {
      switch characters[index] {
      case .space(let isLineBreak):
        run.hasLineBreak = run.hasLineBreak || isLineBreak
        index += 1
        run.end = index
      case .startOfText: index += 1
      case .character, .other: return run
      }
    }
    return run
  }

  private func keeps(_ run: Run, _ endsWithSpace: Bool, _ characters: [Character]) -> Bool {
    if endsWithSpace { return false }
    let before = neighbour(characters[..<run.start].reversed())
    let after = neighbour(characters[run.end...])
    for side in [before, after] {
      switch side {
      case .edge: return false
      case .lineBreak, .tag, .eastAsian: if run.hasLineBreak { return false }
      case .other: continue
      }
    }
    return true
  }

  private enum Neighbour { case edge, lineBreak, tag, eastAsian, other }

  private func neighbour(_ characters: some Sequence<Character>) -> Neighbour {
    for character in characters {
      switch character {
      case .startOfText, .space: continue
      case .character(let scalar): return scalar.isEastAsian ? .eastAsian : .other
      case .other(let atom):
        switch atom {
        case .edge: return .edge
        case .lineBreak: return .lineBreak
        case .tag: return .tag
        case .opaque, .text: return .other
        }
      }
    }
    return .edge
  }
}

extension String {
  /// Whether any white space of a template stands in it.
  var holdsWhiteSpace: Bool { utf8.contains { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 } }
}

extension Unicode.Scalar {
  /// Han, kana, CJK punctuation and full-width forms: no space is written between them.
  var isEastAsian: Bool {
    switch value {
    case 0x2E80...0x303F, 0x3040...0x30FF, 0x3100...0x312F, 0x31A0...0x31FF, 0x3200...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    // Quotation marks, dashes and the ellipsis that Chinese shares with other scripts are not.
    default: false
    }
  }
}

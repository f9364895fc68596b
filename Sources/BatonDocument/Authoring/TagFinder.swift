// Finds tags in the characters of a paragraph, whatever runs they were typed in. Word changes what is typed: quotes
// become “smart”, hyphens dashes, spaces stick; inside a tag all of these are read as what was meant.

/// A tag in a paragraph's characters.
struct FoundWordTag {
  enum Kind { case output, statement, comment, commentStart, commentEnd }

  var kind: Kind
  /// The characters it takes, delimiters included.
  var range: Range<Int>
  var trimsBefore = false
  var trimsAfter = false
  /// docxtpl's `p`, `tr`, `tc`, `r` behind the delimiter.
  var level = ""
  /// What stands between, as it is meant.
  var content: [Unicode.Scalar] = []
  /// It never ends.
  var isOpen = false
}

/// The state of finding that goes on from paragraph to paragraph of a part.
struct TagFinder {
  private var isRaw = false
  private var isComment = false

  /// All tags of a paragraph, in order.
  mutating func tags(in scalars: [Unicode.Scalar]) -> [FoundWordTag] {
    var tags: [FoundWordTag] = []
    var index = 0
    while index < scalars.count {
      guard let tag = tag(at: index, in: scalars) else {
        index += 1
        continue
      }
      tags.append(tag)
      index = max(tag.range.upperBound, index + 1)
    }
    return tags
  }

  private mutating func tag(at index: Int, in scalars: [Unicode.Scalar]) -> FoundWordTag? {
    guard index + 1 < scalars.count else { return nil }
    if isComment {
      guard scalars[index] == "#", scalars[index + 1] == "}" else { return nil }
      isComment = false
      return FoundWordTag(kind: .commentEnd, range: index..<(index + 2))
    }
    guard scalars[index] == "{" else { return nil }
    switch scalars[index + 1] {
    case "{" where !isRaw: return closed(.output, at: index, in: scalars)
    case "%":
      let tag = closed(.statement, at: index, in: scalars)
      let keyword = tag.content.drop { $0 == " " }.prefix { $0 != " " }
      if isRaw, !keyword.elementsEqual("endraw".unicodeScalars) { return nil }
      if keyword.elementsEqual("raw".unicodeScalars) { isRaw = true }
      if isRaw, keyword.elementsEqual("endraw".unicodeScalars) { isRaw = false }
      return tag
    case "#" where !isRaw:
      var end = index + 2
      while end + 1 < scalars.count {
        if scalars[end] == "#", scalars[end + 1] == "}" {
          return FoundWordTag(kind: .comment, range: index..<(end + 2))
        }
        end += 1
      }
      isComment = true
      return FoundWordTag(kind: .commentStart, range: index..<(index + 2))
    default: return nil
    }
  }

  /// A tag with its end; quotes that do not match are tried again as Word may have changed them.
  private func closed(
    _ kind: FoundWordTag.Kind, at index: Int, in scalars: [Unicode.Scalar]
  ) -> FoundWordTag {
    for isLenient in [false, true] {
      var scan = TagScan(scalars, index: index + 2, isOutput: kind == .output, isLenient: isLenient)
      guard let end = scan.run() else { continue }
      return FoundWordTag(
        kind: kind, range: index..<end, trimsBefore: scan.trimsBefore, trimsAfter: scan.trimsAfter,
        level: scan.level, content: scan.content)
    }
    return FoundWordTag(kind: kind, range: index..<(index + 2), isOpen: true)
  }
}

/// A walk over one tag's inside.
private struct TagScan {
  private let scalars: [Unicode.Scalar]
  private var index: Int
  private let closing: Unicode.Scalar
  /// Quotation marks of every form end any string.
  private let isLenient: Bool
  private(set) var content: [Unicode.Scalar] = []
  private(set) var trimsBefore = false
  private(set) var trimsAfter = false
  private(set) var level = ""

  init(_ scalars: [Unicode.Scalar], index: Int, isOutput: Bool, isLenient: Bool) {
    self.scalars = scalars
    self.index = index
    self.isLenient = isLenient
    closing = isOutput ? "}" : "%"
    takeOpening()
  }

  private mutating func takeOpening() {
    if index < scalars.count, "-+–—".unicodeScalars.contains(scalars[index]) {
      trimsBefore = scalars[index] != "+"
      index += 1
    }
    for name in ["tr", "tc", "p", "r"] {
      let end = index + name.unicodeScalars.count
      guard end < scalars.count, scalars[index..<end].elementsEqual(name.unicodeScalars),
        scalars[end].properties.isWhitespace
      else { continue }
      level = name
      index = end
      return
    }
  }

  /// The place after the closing delimiter, or `nil` where there is none.
  mutating func run() -> Int? {
    var brackets = 0
    while index + 1 < scalars.count {
      let scalar = scalars[index]
      if scalar == closing, scalars[index + 1] == "}", brackets == 0 {
        takeSign()
        return index + 2
      }
      index += 1
      if let quote = Self.quote(scalar) {
        content.append(quote)
        takeString(opening: scalar, quote)
        continue
      }
      switch scalar {
      case "(", "[", "{": brackets += 1
      case ")", "]", "}": brackets = max(0, brackets - 1)
      default: break
      }
      append(scalar)
    }
    return nil
  }

  /// `-%}`: the sign belongs to the delimiter.
  private mutating func takeSign() {
    guard let last = content.last, last == "-" || last == "+" && closing == "%" else { return }
    trimsAfter = last == "-"
    content.removeLast()
  }

  private mutating func takeString(opening: Unicode.Scalar, _ quote: Unicode.Scalar) {
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "\\", index < scalars.count {
        content += [scalar, scalars[index]]
        index += 1
      } else if Self.quote(scalar) == quote, isLenient || opening != quote || scalar == quote {
        content.append(quote)
        return
      } else {
        content.append(scalar)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "–", "—", "−", "‑": content.append("-")
    case "…": content += "...".unicodeScalars
    case "\u{A0}", "\u{3000}", "\u{2002}", "\u{2003}", "\u{2009}": content.append(" ")
    case "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}": break
    default: content.append(scalar)
    }
  }

  private static func quote(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\"", "“", "”", "„", "‟", "＂": "\""
    case "'", "‘", "’", "‚", "‛", "＇": "'"
    default: nil
    }
  }
}

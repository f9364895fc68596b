// One alternative of the grammar, compiled: literal text and what is to be filled in.

/// A clause with places for numbers, names and other rules: 「新建{村}文化广场{2-9}处」.
struct Template {
  enum Piece {
    case literal(String)
    /// A whole number, or with `places` 1 one with a decimal.
    case number(lowest: Int, highest: Int, places: Int)
    /// A rule of the grammar, a slot of the situation, or a field of the item written of.
    case name(String)
  }

  let pieces: [Piece]

  init(parsing text: Substring) {
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        if !part.isEmpty { pieces.append(.literal(String(part))) }
        continue
      }
      let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      precondition(halves.count == 2, "a brace is left open: \(text)")
      pieces.append(Self.piece(halves[0]))
      if !halves[1].isEmpty { pieces.append(.literal(String(halves[1]))) }
    }
    self.pieces = pieces
  }

  private static func piece(_ inside: Substring) -> Piece {
    let bounds = inside.split(separator: "-")
    guard bounds.count == 2 else { return .name(String(inside)) }
    if let lowest = Int(bounds[0]), let highest = Int(bounds[1]) {
      return .number(lowest: lowest, highest: highest, places: 0)
    }
    let tenths = bounds.compactMap { bound in
      let parts = bound.split(separator: ".").compactMap { Int($0) }
      return parts.count == 2 ? parts[0] * 10 + parts[1] : nil
    }
    precondition(tenths.count == 2, "a range is not one: \(inside)")
    return .number(lowest: tenths[0], highest: tenths[1], places: 1)
  }
}

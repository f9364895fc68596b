// How a figure was computed, as a tree whose leaves are cells.

/// The last step of a figure's computation, with what went into it.
public indirect enum Derivation: Sendable, Hashable {
  case cell(CellAddress)
  case constant(Rational)
  case sum([Figure])
  case mean([Figure])
  /// The mean of those kept; the others were the highest and lowest.
  case trimmedMean(kept: [Figure], dropped: [Figure])
  case difference(Figure, Figure)
  case product(Figure, Figure)
  case quotient(Figure, Figure)
  /// The smaller of both: a figure and its cap.
  case least(Figure, Figure)

  /// The figures that the step takes, those it drops last.
  public var inputs: [Figure] {
    switch self {
    case .cell, .constant: []
    case .sum(let terms), .mean(let terms): terms
    case .trimmedMean(let kept, let dropped): kept + dropped
    case .difference(let left, let right), .product(let left, let right), .quotient(let left, let right),
      .least(let left, let right):
      [left, right]
    }
  }

  /// The cells at the leaves.
  public var cells: [CellAddress] {
    if case .cell(let cell) = self { [cell] } else { inputs.flatMap(\.derivation.cells) }
  }

  /// The value computed from the cells alone; `nil` if one can't be read.
  func evaluated(reading cells: (CellAddress) -> Rational?) -> Rational? {
    func value(_ figure: Figure) -> Rational? { figure.derivation.evaluated(reading: cells) }
    func values(_ figures: [Figure]) -> [Rational]? {
      let values = figures.compactMap(value)
      return values.count == figures.count ? values : nil
    }
    switch self {
    case .cell(let cell): return cells(cell)
    case .constant(let constant): return constant
    case .sum(let terms): return values(terms)?.sum()
    case .mean(let terms), .trimmedMean(let terms, _): return values(terms)?.mean()
    case .difference(let left, let right):
      guard let left = value(left), let right = value(right) else { return nil }
      return left - right
    case .product(let left, let right):
      guard let left = value(left), let right = value(right) else { return nil }
      return left * right
    case .quotient(let left, let right):
      guard let left = value(left), let right = value(right), right != .zero else { return nil }
      return left / right
    case .least(let left, let right):
      guard let left = value(left), let right = value(right) else { return nil }
      return min(left, right)
    }
  }
}

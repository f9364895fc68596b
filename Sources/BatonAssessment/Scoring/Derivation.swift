// How a figure was computed, as a tree whose leaves are cells.

/// The last step of a figure's computation, with what went into it.
public indirect enum Derivation: Sendable, Hashable {
  case cell(CellAddress)
  case constant(Rational)
  case sum([Figure])
  case mean([Figure])
  /// The mean of ballots without the highest and the lowest, where there are enough of them.
  case trimmedMean([Figure], Trimming)
  case difference(Figure, Figure)
  case product(Figure, Figure)
  case quotient(Figure, Figure)
  /// The smaller of both: a figure and its cap.
  case least(Figure, Figure)
  /// The largest: of a matter that was praised several times only that counts.
  case greatest([Figure])
  /// How many rows count, each told by a cell of it.
  case count([CellAddress])
  /// Rounded once, where the rules say so.
  case rounded(Figure, places: Int, Rounding)
  /// A figure that cells chose without entering into it: a grade, a status, a convention of the plan.
  case chosen(Figure, by: [CellAddress])
  /// A figure with what it is called.
  case named(FigureName, Figure)

  /// The figures that the step takes, in order.
  public var inputs: [Figure] {
    switch self {
    case .cell, .constant, .count: []
    case .sum(let terms), .mean(let terms), .greatest(let terms): terms
    case .trimmedMean(let ballots, let trimming): ballots + [trimming.count, trimming.threshold]
    case .difference(let left, let right), .product(let left, let right), .quotient(let left, let right),
      .least(let left, let right):
      [left, right]
    case .rounded(let figure, _, _), .chosen(let figure, _), .named(_, let figure): [figure]
    }
  }

  /// The cells at the leaves, and those that chose.
  public var cells: [CellAddress] {
    switch self {
    case .cell(let cell): [cell]
    case .count(let cells): cells
    case .chosen(let figure, let cells): figure.cells + cells
    default: inputs.flatMap(\.derivation.cells)
    }
  }
}

extension Derivation {
  /// The value computed from the cells alone; `nil` if one can't be read.
  func evaluated(reading cells: (CellAddress) -> Rational?) -> Rational? {
    func values(_ figures: [Figure]) -> [Rational]? {
      let values = figures.compactMap { $0.recomputed(reading: cells) }
      return values.count == figures.count ? values : nil
    }
    func both(
      _ left: Figure, _ right: Figure, _ combine: (Rational, Rational) -> Rational?
    ) -> Rational? {
      values([left, right]).flatMap { combine($0[0], $0[1]) }
    }
    switch self {
    case .cell(let cell): return cells(cell)
    case .constant(let constant): return constant
    case .sum(let terms): return values(terms)?.sum()
    case .mean(let terms): return values(terms)?.mean()
    case .greatest(let terms): return values(terms)?.max()
    case .trimmedMean(let ballots, let trimming):
      guard let ends = values([trimming.count, trimming.threshold]), let values = values(ballots) else {
        return nil
      }
      return Trimming.kept(values, dropping: ends[0], from: ends[1]).map { values[$0] }.mean()
    case .difference(let left, let right): return both(left, right, -)
    case .product(let left, let right): return both(left, right, *)
    case .quotient(let left, let right): return both(left, right) { $1 == .zero ? nil : $0 / $1 }
    case .least(let left, let right): return both(left, right, min)
    case .count(let cells): return Rational(cells.count)
    case .rounded(let figure, let places, let rounding):
      return values([figure])?[0].rounded(places: places, rounding).rational
    case .chosen(let figure, _), .named(_, let figure): return figure.recomputed(reading: cells)
    }
  }
}

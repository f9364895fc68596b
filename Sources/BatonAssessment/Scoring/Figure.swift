// A number that knows where it came from: down to the cells, and able to be computed again from them.

/// An exact value with its derivation.
public struct Figure: Sendable, Hashable {
  public let value: Rational
  public let derivation: Derivation

  private init(_ value: Rational, _ derivation: Derivation) {
    self.value = value
    self.derivation = derivation
  }

  /// A number that a cell holds.
  public init(_ number: ExactDecimal, at cell: CellAddress) {
    self.init(number.rational, .cell(cell))
  }

  /// A count that a cell holds.
  public init(_ count: Int, at cell: CellAddress) {
    self.init(Rational(count), .cell(cell))
  }

  /// How many rows there are, each told by a cell of it.
  public init(counting cells: [CellAddress]) {
    self.init(Rational(cells.count), .count(cells))
  }

  /// A number of the rule itself, such as the 100 of a percentage.
  public static func constant(_ value: Rational) -> Figure { Figure(value, .constant(value)) }

  public static func sum(_ terms: [Figure]) -> Figure {
    Figure(terms.map(\.value).sum(), .sum(terms))
  }

  /// The mean, unweighted; `nil` of nothing.
  public static func mean(_ terms: [Figure]) -> Figure? {
    terms.map(\.value).mean().map { Figure($0, .mean(terms)) }
  }

  /// The mean of ballots in the order of the table, without extremes; `nil` of nothing.
  public static func mean(_ ballots: [Figure], _ trimming: Trimming) -> Figure? {
    let kept = trimming.kept(ballots).map { ballots[$0].value }
    return kept.mean().map { Figure($0, .trimmedMean(ballots, trimming)) }
  }

  /// The smaller of a figure and a cap.
  public static func least(_ figure: Figure, _ cap: Figure) -> Figure {
    Figure(min(figure.value, cap.value), .least(figure, cap))
  }

  /// The largest; `nil` of nothing, the figure itself of one.
  public static func greatest(_ figures: [Figure]) -> Figure? {
    guard figures.count > 1, let most = figures.map(\.value).max() else { return figures.first }
    return Figure(most, .greatest(figures))
  }

  public static func - (left: Figure, right: Figure) -> Figure {
    Figure(left.value - right.value, .difference(left, right))
  }

  public static func * (left: Figure, right: Figure) -> Figure {
    Figure(left.value * right.value, .product(left, right))
  }

  /// - Precondition: the divisor is not zero.
  public static func / (left: Figure, right: Figure) -> Figure {
    Figure(left.value / right.value, .quotient(left, right))
  }
}

extension Figure {
  /// The figure rounded once.
  public func rounded(places: Int, _ rounding: Rounding) -> Figure {
    Figure(value.rounded(places: places, rounding).rational, .rounded(self, places: places, rounding))
  }

  /// The figure under a name.
  public func named(_ name: FigureName) -> Figure { Figure(value, .named(name, self)) }

  /// The figure under a term of the rules.
  public func named(_ term: String) -> Figure { named(.term(term)) }

  /// The figure, with the cells that chose it.
  public func chosen(by cells: [CellAddress]) -> Figure {
    cells.isEmpty ? self : Figure(value, .chosen(self, by: cells))
  }

  /// The value computed anew from the cells alone.
  public func recomputed(reading cells: (CellAddress) -> Rational?) -> Rational? {
    derivation.evaluated(reading: cells)
  }

  /// Every cell that takes part, in the order of the derivation, those that were dropped or capped too.
  public var cells: [CellAddress] { derivation.cells }
}

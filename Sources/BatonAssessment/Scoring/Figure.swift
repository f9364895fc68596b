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

  /// A number of the rule itself, such as the 100 of a percentage.
  public static func constant(_ value: Rational) -> Figure { Figure(value, .constant(value)) }

  public static func sum(_ terms: [Figure]) -> Figure {
    Figure(terms.map(\.value).sum(), .sum(terms))
  }

  /// The mean, unweighted; `nil` of nothing.
  public static func mean(_ terms: [Figure]) -> Figure? {
    terms.map(\.value).mean().map { Figure($0, .mean(terms)) }
  }

  /// The mean of what is left when extremes were dropped; `nil` if nothing is left.
  public static func mean(of kept: [Figure], without dropped: [Figure]) -> Figure? {
    guard !dropped.isEmpty else { return mean(kept) }
    return kept.map(\.value).mean().map { Figure($0, .trimmedMean(kept: kept, dropped: dropped)) }
  }

  /// The smaller of a figure and a cap.
  public static func least(_ figure: Figure, _ cap: Figure) -> Figure {
    Figure(min(figure.value, cap.value), .least(figure, cap))
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
  /// The value computed anew from the cells alone.
  public func recomputed(reading cells: (CellAddress) -> Rational?) -> Rational? {
    derivation.evaluated(reading: cells)
  }

  /// Every cell that takes part, in the order of the derivation, those that were dropped or capped too.
  public var cells: [CellAddress] { derivation.cells }
}

// One part of a piece of work that several machines share.

/// The i-th of n parts: `2/8`.
///
/// What belongs to which part depends on the numbers alone, so that machines need not talk to each other.
public struct Shard: Sendable, Hashable {
  /// From 1.
  public let number: Int
  public let count: Int

  /// Reads `2/8`; `nil` for anything else.
  public init?(_ text: String) {
    let fields = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard fields.count == 2, let number = fields[0], let count = fields[1], number >= 1, number <= count
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether the piece of work of an index, counted from 0, is this part's.
  public func takes(_ index: Int) -> Bool { index % count == number - 1 }
}

// What a rendering may cost. Hitting a limit is an ordinary fault, not a crash and not a hang.

/// The limits of one rendering.
public struct Budget: Sendable, Hashable {
  /// Iterations and calls together.
  public var steps = 50_000_000
  /// Bytes of output, all streams together.
  public var outputBytes = 512 << 20
  /// Macros, includes, blocks and recursive loops inside each other.
  public var depth = 200

  /// Limits that no sensible document comes near.
  public init() {}
}

// How much of a package we are ready to unpack.

/// Bounds on a package that is read; exceeding one is an error, never a full disk or a slow machine.
package struct ReadingLimits: Sendable, Hashable {
  package var entryCount = 2000
  /// Bytes of one part, unpacked.
  package var partByteCount = 64 << 20
  /// Bytes of all parts, unpacked.
  package var totalByteCount = 256 << 20
  /// How many times its packed size an entry may have, counted from the first MiB on.
  package var ratio = 200
  package var ratioFreeByteCount = 1 << 20

  package init() {}
}

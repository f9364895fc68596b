// How much XML we are ready to read: bounds of ours, below libxml2's own.

/// Bounds on one XML text; exceeding one is an error with a place, never a slow machine.
public struct Limits: Sendable, Hashable {
  /// Bytes of the whole text.
  public var byteCount: Int
  /// Bytes of one run of character data, as written.
  public var textByteCount: Int
  /// Elements within elements.
  public var depth: Int
  public var attributesPerElement: Int
  /// Bytes of an element's or attribute's name.
  public var nameByteCount: Int

  public init(
    byteCount: Int = 64 << 20, textByteCount: Int = 8 << 20, depth: Int = 200,
    attributesPerElement: Int = 256, nameByteCount: Int = 1024
  ) {
    self.byteCount = byteCount
    self.textByteCount = textByteCount
    self.depth = depth
    self.attributesPerElement = attributesPerElement
    self.nameByteCount = nameByteCount
  }

  /// 64 MiB a part, 8 MiB a text, 200 deep, 256 attributes, names of 1 KiB.
  public static let standard = Limits()
}

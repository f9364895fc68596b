// Swift holds two texts for equal when they look alike; templates compare code points.

/// A text as a key, compared byte for byte.
struct ExactText: Hashable {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }
}

// Pictures among the values of a template.

/// A picture that a host puts into its data: what `src` of an `img` may name beside a file of the loader.
///
///     struct Person: Encodable { var 姓名: String; var 照片: Image }
public struct Image: Sendable, Hashable, Encodable {
  /// A whole PNG, JPEG or SVG file.
  public var bytes: [UInt8]
  /// An SVG drawing once more as PNG, for programs that show no SVG.
  public var bitmap: [UInt8]?

  /// A picture; `bitmap` is wanted only of an SVG drawing.
  public init(bytes: [UInt8], bitmap: [UInt8]? = nil) {
    self.bytes = bytes
    self.bitmap = bitmap
  }
}

/// A value that templates know as a picture.
public protocol EncodedAsImage: Encodable {
  /// The picture.
  var image: Image { get }
}

extension Image: EncodedAsImage {
  /// The picture itself.
  public var image: Image { self }
}

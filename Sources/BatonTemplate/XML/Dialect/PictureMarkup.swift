// What a dialect does with pictures: which it can show, how large they become, how they are referred to.

/// What the bytes of a picture are.
package struct PictureFormat: Sendable, Hashable {
  /// `image/png`
  package let mediaType: String
  package let fileExtension: String
  /// The picture's own size, in the unit of the dialect.
  package let width: Int
  package let height: Int
  /// A drawing, for which some programs want a bitmap too.
  package let isVector: Bool

  package init(mediaType: String, fileExtension: String, width: Int, height: Int, isVector: Bool) {
    self.mediaType = mediaType
    self.fileExtension = fileExtension
    self.width = width
    self.height = height
    self.isVector = isVector
  }
}

/// How large a template wants a picture to be.
package enum PictureLength: Sendable, Hashable {
  /// In the unit of the dialect.
  case absolute(Int)
  /// In thousandths of a percent of what holds the picture.
  case relative(Int)
}

/// The pictures of a dialect.
package struct PictureMarkup: Sendable {
  /// What bytes are; `nil` for what is no picture.
  package var format: @Sendable ([UInt8]) -> PictureFormat?
  /// Reads a width or height.
  package var length: @Sendable (String) -> PictureLength?
  /// The widest that a picture may be in a context, or in a part of it (in thousandths of a percent); `nil` where the
  /// page sees to it itself.
  package var limit: @Sendable (_ context: UInt32, _ share: Int?) -> Int?
  /// Whether a drawing needs a bitmap beside it.
  package var needsBitmap: Bool
  /// The picture itself, as an address.
  package var address: @Sendable ([UInt8], PictureFormat) -> String
  /// The size that a template wants, as a style.
  package var style: @Sendable (_ width: String?, _ height: String?) -> String
  /// What a paragraph says when a picture stands in it.
  package var paragraph: String

  package init(
    format: @escaping @Sendable ([UInt8]) -> PictureFormat?,
    length: @escaping @Sendable (String) -> PictureLength?,
    limit: @escaping @Sendable (_ context: UInt32, _ share: Int?) -> Int?, needsBitmap: Bool,
    address: @escaping @Sendable ([UInt8], PictureFormat) -> String,
    style: @escaping @Sendable (_ width: String?, _ height: String?) -> String, paragraph: String
  ) {
    self.format = format
    self.length = length
    self.limit = limit
    self.needsBitmap = needsBitmap
    self.address = address
    self.style = style
    self.paragraph = paragraph
  }
}

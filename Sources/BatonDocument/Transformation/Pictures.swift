// Pictures in both vocabularies: their size, and what a page or a Word document says of them.

internal import BatonOffice
internal import BatonTemplate

extension PictureMarkup {
  /// Pictures of pages: the page holds the bytes itself, so that it needs no other file.
  static let page = PictureMarkup(
    format: PictureFormat.init(of:), length: { PictureLength($0) }, limit: { _, _ in nil },
    needsBitmap: false, address: { "data:\($1.mediaType);base64,\($0.base64())" },
    style: { width, height in
      [width.map { "width:\($0.cssLength)" }, height.map { "height:\($0.cssLength)" }].compactMap(\.self)
        .joined(separator: ";")
    }, paragraph: "")

  /// Pictures of Word documents, in English Metric Units.
  static func word(_ theme: Theme) -> PictureMarkup {
    let margin = (theme.tableStyle(for: "table")?.cellMargin.twips ?? 0) * 2
    return PictureMarkup(
      format: PictureFormat.init(of:), length: { PictureLength($0) },
      limit: { context, share in
        let total = theme.totalWidth(TableGrid.Place(context))
        return (share.map { max(total * $0 / 100_000 - margin, 1) } ?? total) * emuPerTwip
      }, needsBitmap: true, address: { _, _ in "" }, style: { _, _ in "" },
      paragraph: Markup.singleSpacing.map(\.text).joined())
  }

  private static let emuPerTwip = 635
}

extension Markup {
  /// A line as high as what stands in it: an exact line height would cut a picture off.
  static let singleSpacing = [
    Markup.toggle("w:snapToGrid", false), Markup("w:spacing", ["w:line": "240", "w:lineRule": "auto"]),
  ]
}

extension PictureFormat {
  /// The format of a file's bytes, its size in English Metric Units.
  fileprivate init?(of bytes: [UInt8]) {
    guard let header = ImageHeader(of: bytes) else { return nil }
    self.init(
      mediaType: header.format.mediaType, fileExtension: header.format.fileExtension,
      width: header.width * Self.emuPerPixel, height: header.height * Self.emuPerPixel,
      isVector: header.format == .svg)
  }

  private static let emuPerPixel = 9525
}

extension PictureLength {
  /// `40mm`, `4cm`, `120pt`, `50%`, or pixels of which an inch has 96: `300px`, `300`.
  init?(_ text: String) {
    let units: [(suffix: String, emu: Int)] = [
      ("mm", 36000), ("cm", 360_000), ("pt", 12700), ("px", 9525), ("", 9525),
    ]
    if text.hasSuffix("%") {
      guard let share = Decimal.thousandths(text.dropLast()), (1...100_000).contains(share) else {
        return nil
      }
      self = .relative(share)
      return
    }
    guard let unit = units.first(where: { text.hasSuffix($0.suffix) }),
      let number = Decimal.thousandths(text.dropLast(unit.suffix.count)), number > 0
    else { return nil }
    self = .absolute(max(1, number * unit.emu / 1000))
  }
}

extension String {
  /// A length of a picture as CSS wants it: pixels have a unit.
  fileprivate var cssLength: String { last?.isNumber == true ? self + "px" : self }
}

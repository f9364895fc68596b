// What an image file says of itself: its format and its size.

/// The format and size of an image, read from the first bytes of its file.
package struct ImageHeader: Sendable, Hashable {
  package enum Format: String, Sendable, CaseIterable {
    case png, jpeg, svg

    package var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }
    package var fileExtension: String { rawValue }
  }

  package let format: Format
  /// In pixels, of which an inch has 96.
  package let width: Int
  package let height: Int

  /// - Returns: `nil` for what is no PNG, JPEG or SVG, or has no size.
  package init?(of file: [UInt8]) {
    let size: (width: Int, height: Int)?
    if file.starts(with: Self.pngSignature) {
      format = .png
      size = Self.pngSize(file)
    } else if file.starts(with: [0xFF, 0xD8, 0xFF]) {
      format = .jpeg
      size = Self.jpegSize(file)
    } else {
      format = .svg
      size = Self.svgSize(file)
    }
    guard let size, size.width > 0, size.height > 0 else { return nil }
    width = size.width
    height = size.height
  }

  private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// PNG (ISO/IEC 15948) §11.2.2: the header chunk comes first, behind its length and name.
  private static func pngSize(_ file: [UInt8]) -> (width: Int, height: Int)? {
    guard file.count >= 24, file[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    func number(at index: Int) -> Int { file[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(at: 16), number(at: 20))
    return width < 1 << 31 && height < 1 << 31 ? (width, height) : nil
  }

  /// JPEG (ITU-T T.81) §B.2.2: the frame header, behind any number of other segments.
  private static func jpegSize(_ file: [UInt8]) -> (width: Int, height: Int)? {
    func number(at index: Int) -> Int { Int(file[index]) << 8 | Int(file[index + 1]) }
    var index = 2
    while index + 9 <= file.count, file[index] == 0xFF {
      let marker = file[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      // Start of frame, but not the tables and extensions whose markers lie between.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (number(at: index + 7), number(at: index + 5))
      }
      if marker == 0xDA { return nil }
      index += 2 + number(at: index + 2)
    }
    return nil
  }
}

// Formats and sizes of images from the first bytes of their files.

import BatonOffice
import Testing

@Suite struct ImageHeaderTests {
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 2, 0, 0, 0,
    3,
  ]
  /// A comment segment before the frame.
  private static let jpeg: [UInt8] = [
    0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 0x41, 0x42, 0xFF, 0xC2, 0, 11, 8, 0, 30, 1, 4, 1, 1, 17, 0,
  ]

  @Test func `a PNG says its size in its header chunk`() throws {
    let header = try #require(ImageHeader(of: Self.png))
    #expect((header.format, header.width, header.height) == (.png, 258, 3))
  }

  @Test func `a JPEG says its size in its frame`() throws {
    let header = try #require(ImageHeader(of: Self.jpeg))
    #expect((header.format, header.width, header.height) == (.jpeg, 260, 30))
  }

  @Test(arguments: [
    (#"width="40" height="20""#, 40, 20), (#"width="1in" height="48pt""#, 96, 64),
    (#"viewBox="0 0 12.4 7""#, 12, 7), (#"width="100" viewBox="0 0 4 3""#, 100, 75),
    (#"width="100%""#, 300, 150),
  ])
  func `an SVG has the size that CSS gives it`(attributes: String, width: Int, height: Int) throws {
    let file = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)/>".utf8)
    let header = try #require(ImageHeader(of: file))
    #expect((header.format, header.width, header.height) == (.svg, width, height))
  }

  @Test(arguments: [
    [], Array(png.dropLast()), Array(jpeg.dropLast(8)), Array("<svg/>".utf8), Array("BM".utf8),
    Array("<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
  ])
  func `what is no image has no header`(file: [UInt8]) {
    #expect(ImageHeader(of: file) == nil)
  }
}

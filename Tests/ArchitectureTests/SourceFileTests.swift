// What every source file must be, whatever it says.

import Testing

@Suite struct `Source files` {
  @Test(arguments: ["Sources", "Tests"])
  func `none is longer than 400 lines`(folder: String) throws {
    for file in try Checkout.files(below: folder, endingIn: [".swift"]) {
      #expect(file.lineCount <= 400, "\(file.path) has \(file.lineCount) lines: split it by topic")
    }
  }

  @Test func `each opens with what it is for`() throws {
    for file in try Checkout.files(below: "Sources", endingIn: [".swift", ".c"]) {
      #expect(file.text.hasPrefix("// "), "\(file.path) says nothing on its first line")
      #expect(!file.text.hasPrefix("// placeholder"), "\(file.path) is still to be written")
    }
  }

  /// Everything but the sample county works for any county, so nothing but the generator knows its name.
  @Test(arguments: ["Sources", "Tests", "Templates"])
  func `none outside the generator knows the sample county's name`(folder: String) throws {
    let name = try sampleCountyName()
    for file in try Checkout.files(
      below: folder, endingIn: [".swift", ".c", ".h", ".html", ".yaml", ".json"])
    where !file.path.hasPrefix("Sources/SampleCounty/") {
      #expect(!file.text.contains(name), "\(file.path) names the sample county")
    }
  }

  /// Read from the generator, since this file may not know it either: the name that a county has by default.
  private func sampleCountyName() throws -> String {
    let generator = try Checkout.file("Sources/SampleCounty/SampleCounty.swift").text
    let match = try #require(generator.firstMatch(of: /countyName: String = "(\p{Han}+)[县区市]"/))
    return String(match.1)
  }
}

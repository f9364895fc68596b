// What every source file must be, whatever it says.

import Testing

@Suite struct `Source files` {
  @Test(arguments: ["Sources", "Tests"])
  func `none is longer than 400 lines`(folder: String) throws {
    for file in try Checkout.files(below: folder, endingIn: [".swift"]) {
      #expect(file.lineCount <= 400, "\(file.path) has \(file.lineCount) lines: split it by topic")
    }
  }
}

// The faults that only Word's vocabulary has: each has golden cases, at least three.

import TestSupport
import Testing

@Suite struct WordGoldenCoverageTests {
  @Test(arguments: [
    "class-from-data", "class-without-style", "css-not-in-word", "not-in-word", "ragged-row",
    "svg-without-png",
    "unknown-image",
  ])
  func `a fault of Word has three golden cases`(id: String) {
    let cases = GoldenCase.all(in: "Golden/word").filter { golden in
      (try? golden.text(of: "faults.txt"))?.contains("[\(id)]") == true
    }
    #expect(cases.count >= 3, "\(cases.map(\.name))")
  }
}

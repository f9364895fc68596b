// The golden helper's own comparison: what it calls different, and where.

import TestSupport
import Testing

@Suite struct `Text difference` {
  @Test func `equal texts have none`() {
    #expect(TextDifference(expected: "a\nb\n", actual: "a\nb\n") == nil)
  }

  @Test(arguments: [
    ("a\nb", "a\nc", 2), ("a", "a\n", 2), ("", "x", 1), ("a\r\n", "a\n", 1), ("e\u{301}", "é", 1),
  ])
  func `the first differing line is named, exactly`(expected: String, actual: String, line: Int) {
    #expect(TextDifference(expected: expected, actual: actual)?.line == line)
  }

  @Test func `trailing white space is made visible`() throws {
    let difference = try #require(TextDifference(expected: "a \n", actual: "a\t\n"))
    #expect(difference.description.contains("- a·"))
    #expect(difference.description.contains("+ a⇥"))
  }
}

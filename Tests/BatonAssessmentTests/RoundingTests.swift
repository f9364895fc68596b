// Rounding once from the exact value, and completion rates.

import BatonAssessment
import Testing

@Suite struct `Rounding` {
  @Test(arguments: [
    ("86.125", 2, "86.13", "86.12", "86.12"),
    ("86.135", 2, "86.14", "86.14", "86.13"),
    ("86.1251", 2, "86.13", "86.13", "86.12"),
    ("92.345", 2, "92.35", "92.34", "92.34"),
    ("92.25", 1, "92.3", "92.2", "92.2"),
    ("0.5", 0, "1", "0", "0"),
    ("1.5", 0, "2", "2", "1"),
    ("-86.125", 2, "-86.13", "-86.12", "-86.12"),
    ("7", 2, "7.00", "7.00", "7.00"),
  ])
  func `is by the decimal, negative values by their magnitude`(
    text: String, places: Int, halfUp: String, halfEven: String, truncated: String
  ) throws {
    let value = try #require(ExactDecimal(text)).rational
    #expect(value.rounded(places: places, .halfUp).description == halfUp)
    #expect(value.rounded(places: places, .halfEven).description == halfEven)
    #expect(value.rounded(places: places, .truncate).description == truncated)
  }

  @Test func `takes a fraction that does not terminate`() {
    #expect(Rational(798, over: 9).rounded(places: 2, .halfUp).description == "88.67")
  }
}

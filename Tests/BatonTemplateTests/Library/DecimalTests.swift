// Exact decimals.

import BatonTemplate
import Testing

@Suite struct DecimalTests {
  private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

  @Test(arguments: ["0", "1.50", "-0.05", "123456789012345678901234567890.123", "100"])
  func `a decimal prints the digits it was read from`(text: String) throws {
    #expect(try decimal(text).description == text)
  }

  @Test(arguments: [
    ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("1.5e3", "1500"), ("1.25e1", "12.5"), ("5e-3", "0.005"),
  ])
  func `other spellings are read too`(text: String, printed: String) throws {
    #expect(try decimal(text).description == printed)
  }

  @Test(arguments: ["", "-", ".", "1,000", " 1", "1 ", "１", "0x1", "1e", "1e99999", "1.2.3", "nan", "--1"])
  func `what is not a decimal number is refused`(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func `equality and order look at the value, not at the places`() throws {
    #expect(try decimal("1.5") == decimal("1.500"))
    #expect(try decimal("1.5").hashValue == decimal("1.500").hashValue)
    #expect(try decimal("-1.5") < decimal("-1.49"))
    #expect(try decimal("0.1") + decimal("0.2") == decimal("0.3"))
  }

  @Test(arguments: [
    ("86.125", 2, "86.13", "86.12", "86.12"), ("86.135", 2, "86.14", "86.14", "86.13"),
    ("86.1251", 2, "86.13", "86.13", "86.12"), ("92.345", 2, "92.35", "92.34", "92.34"),
    ("92.34", 1, "92.3", "92.3", "92.3"), ("92.35", 1, "92.4", "92.4", "92.3"),
    ("92.25", 1, "92.3", "92.2", "92.2"), ("0.5", 0, "1", "0", "0"), ("1.5", 0, "2", "2", "1"),
    ("-0.0365", 3, "-0.037", "-0.036", "-0.036"), ("1250", -2, "1300", "1200", "1200"),
    ("3", 2, "3.00", "3.00", "3.00"),
  ])
  func `修约 goes by the decimal digits`(
    text: String, places: Int, halfUp: String, halfEven: String, truncated: String
  ) throws {
    let value = try decimal(text)
    #expect(value.rounded(places: places, .halfUp).description == halfUp)
    #expect(value.rounded(places: places, .halfEven).description == halfEven)
    #expect(value.rounded(places: places, .truncate).description == truncated)
  }

  @Test(arguments: [("-1.5", "-2", "-1"), ("1.5", "1", "2"), ("-2", "-2", "-2"), ("0.0", "0", "0")])
  func `floor and ceil go by the number line`(text: String, floor: String, ceil: String) throws {
    #expect(try decimal(text).rounded(places: 0, .floor).description == floor)
    #expect(try decimal(text).rounded(places: 0, .ceil).description == ceil)
  }

  @Test(arguments: [("1", "8", "0.125"), ("1.5", "-0.5", "-3"), ("10", "4", "2.5"), ("0", "7", "0")])
  func `a quotient that ends is exact`(left: String, right: String, quotient: String) throws {
    #expect(try decimal(left).divided(exactlyBy: decimal(right))?.description == quotient)
  }

  @Test func `a quotient without end is refused unless places are given`() throws {
    #expect(try decimal("1").divided(exactlyBy: decimal("3")) == nil)
    #expect(try decimal("1").divided(exactlyBy: .zero) == nil)
    #expect(try decimal("2").divided(by: decimal("3"), places: 4, rounding: .halfUp)?.description == "0.6667")
  }

  @Test(arguments: [("7", "2", "3", "1"), ("-7", "2", "-4", "1"), ("7.5", "-2", "-4", "-0.5")])
  func `floor division and remainder go together`(
    left: String, right: String, quotient: String, rest: String
  ) throws {
    #expect(try decimal(left).floorDivided(by: decimal(right)) == decimal(quotient))
    #expect(try decimal(left).modulo(decimal(right)) == decimal(rest))
  }

  @Test func `a float becomes the decimal that it prints as`() {
    #expect(Decimal(shortest: 0.1)?.description == "0.1")
    #expect(Decimal(shortest: 1e22)?.description == "10000000000000000000000")
    #expect(Decimal(shortest: .nan) == nil)
  }
}

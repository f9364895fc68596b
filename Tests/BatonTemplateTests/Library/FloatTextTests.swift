// Floats as Python writes and rounds them; every expected text was printed by CPython.

import BatonTemplate
import BigInt
import Testing

@Suite struct FloatTextTests {
  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (0.1, "0.1"), (1e22, "1e+22"), (1e16, "1e+16"),
    (1.2345678901234568e17, "1.2345678901234568e+17"), (1e15, "1000000000000000.0"),
    (9999999999999998.0, "9999999999999998.0"), (0.0001, "0.0001"), (1e-5, "1e-05"),
    (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (1e23, "1e+23"), (-1.5, "-1.5"), (100, "100.0"),
    (123456.789, "123456.789"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
  ])
  func `a float prints as its shortest text that reads back`(value: Double, text: String) {
    #expect(FloatText.shortest(value) == text)
  }

  @Test(arguments: [
    (2.675, 2, "2.67"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (1e22, 2, "10000000000000000000000.00"),
    (.leastNonzeroMagnitude, 3, "0.000"), (1.005, 2, "1.00"), (123.456, 1, "123.5"), (0.045, 2, "0.04"),
    (1e-7, 10, "0.0000001000"), (2.25, 1, "2.2"), (0.125, 2, "0.12"),
    (1.0 / 3, 30, "0.333333333333333314829616256247"),
  ])
  func `the fixed form rounds the exact binary value half to even`(value: Double, places: Int, text: String) {
    #expect(FloatText.fixed(value, places: places) == text)
  }

  @Test(arguments: [0.1, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0])
  func `digits beyond the last one are zeros, however many are asked for`(value: Double) {
    let text = FloatText.fixed(value, places: 200_000)
    #expect(text == FloatText.fixed(value, places: 1_074) + String(repeating: "0", count: 200_000 - 1_074))
  }

  @Test(arguments: [
    (12345.678, 6, "1.234568e+04"), (0, 2, "0.00e+00"), (9.9999999, 2, "1.00e+01"), (1e23, 0, "1e+23"),
    (1e23, 17, "9.99999999999999916e+22"), (.leastNonzeroMagnitude, 5, "4.94066e-324"),
    (1.234e-5, 3, "1.234e-05"),
    (9.5, 0, "1e+01"), (999999.5, 5, "1.00000e+06"),
  ])
  func `the scientific form has one digit before the point`(value: Double, places: Int, text: String) {
    #expect(FloatText.scientific(value, places: places) == text)
  }

  @Test(arguments: [
    (0.1, 10, "0.1"), (0.1, 17, "0.10000000000000001"), (1e20, 6, "1e+20"), (1e6, 6, "1e+06"),
    (1e5, 6, "100000"), (0.0001, 6, "0.0001"), (0.00001, 6, "1e-05"), (1234.5678, 2, "1.2e+03"),
    (0, 6, "0"), (999999.5, 6, "1e+06"), (123456.5, 6, "123456"),
  ])
  func `the general form chooses by the exponent`(value: Double, precision: Int, text: String) {
    #expect(FloatText.general(value, precision: precision) == text)
  }

  @Test(arguments: [
    (2.675, 2, 2.67), (0.5, 0, 0.0), (1.5, 0, 2), (1234.5, -2, 1200), (1250, -2, 1200), (1350, -2, 1400),
    (-2.5, 0, -2), (1e300, 5, 1e300), (.leastNonzeroMagnitude, 323, 0), (1.15, 1, 1.1), (50, -2, 0),
    (51, -2, 100),
  ])
  func `round settles halves of the exact value to even`(value: Double, digits: Int, result: Double) throws {
    #expect(try PythonRounding.round(value, digits: digits) == result)
  }

  @Test(arguments: [
    ("1250", -2, "1200"), ("1350", -2, "1400"), ("-1250", -2, "-1200"), ("7", 2, "7"), ("5", -1, "0"),
    ("15", -1, "20"), ("12345678901234567890123", -5, "12345678901234567900000"), ("4", -3, "0"),
  ])
  func `round of an integer changes it only left of the point`(
    value: String, digits: Int, result: String
  ) throws {
    #expect(PythonRounding.round(try #require(BigInt(value)), digits: digits).description == result)
  }

  @Test func `a float that rounds beyond the range is refused`() {
    #expect(throws: Fault.self) {
      try PythonRounding.round(1.7976931348623157e308, digits: -308)
    }
  }
}

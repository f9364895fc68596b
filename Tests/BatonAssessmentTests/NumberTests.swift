// Numbers and dates are read exactly or not at all.

import BatonAssessment
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("0.1", "1/10"), ("-2.50", "-5/2"), ("+3", "3"), ("007", "7"), ("86.125", "689/8"), ("0", "0"),
  ])
  func `a decimal is its exact fraction`(text: String, fraction: String) throws {
    #expect(try #require(ExactDecimal(text)).rational.description == fraction)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1.2.3", "1,000", "1e3", "９０", "90分", " 90", "+-1"])
  func `what is not a plain decimal is not a number`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: ["12.50", "-0.05", "0", "1200", "-7.0"])
  func `a decimal is written as it was read`(text: String) throws {
    #expect(try #require(ExactDecimal(text)).description == text)
  }

  @Test func `a mean that does not terminate is kept whole`() {
    let scores = [88, 90, 85, 92, 87, 91, 89, 86, 90].map { Rational($0) }
    #expect(scores.mean()?.description == "266/3")
    #expect([Rational]().mean() == nil)
  }

  @Test func `fractions compare by value and are in lowest terms`() {
    #expect(Rational(2, over: 4) == Rational(1, over: 2))
    #expect(Rational(1, over: -3) < .zero)
    #expect(Rational(1, over: 3) < Rational(334, over: 1000))
    #expect(Rational(1, over: 3) - Rational(1, over: 3) == .zero)
    #expect(Rational(-7, over: 2).magnitude / Rational(7) == Rational(1, over: 2))
  }

  @Test(arguments: [
    ("2022-12-31", "2022-12-31"), ("2022年2月3日", "2022-02-03"), ("2022/1/09", "2022-01-09"),
    ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
  ])
  func `a date is read in three notations`(text: String, iso: String) throws {
    #expect(try #require(CalendarDate(text)).description == iso)
  }

  @Test(arguments: [
    "2022-02-29", "1900-02-29", "2022-13-01", "2022-00-10", "2022-4-31", "2022-12", "2022-12-31日",
    "22-12-31", "2022年12月31", "2022/12-31", "", "2022-12-31 08:00", "44926",
  ])
  func `what the calendar does not have is not a date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func `columns are lettered as spreadsheets do`(index: Int, letters: String) {
    #expect(CellAddress.columnLetters(index) == letters)
  }
}

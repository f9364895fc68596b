// Fractions in machine words and beyond them are the same fractions.

import BatonAssessment
import BigInt
import Testing

@Suite struct RationalTests {
  private static let edges = [
    0, 1, -1, 2, 3, 7, 100, -1_000_003, 3_037_000_500, Int.max, Int.max - 1, -Int.max, Int.min, Int.min + 1,
  ]

  /// The same operation by big integers alone.
  private func expect(
    _ result: Rational, is numerator: BigInt, over denominator: BigInt, _ comment: Comment
  ) {
    #expect(result.numerator * denominator == numerator * result.denominator, comment)
    #expect(result.denominator > 0, comment)
    #expect(result.numerator.greatestCommonDivisor(with: result.denominator) == 1, comment)
    #expect(result == Rational(numerator, over: denominator), comment)
  }

  @Test(arguments: edges)
  func `operations agree with big integers where words overflow`(first: Int) {
    for second in Self.edges where second != 0 {
      for third in [1, 3, -5, Int.max, Int.min] {
        let left = Rational(first, over: second)
        let right = Rational(second, over: third)
        let (a, b, c) = (BigInt(first), BigInt(second), BigInt(third))
        let comment: Comment = "\(first) / \(second), \(second) / \(third)"
        expect(left + right, is: a * c + b * b, over: b * c, comment)
        expect(left - right, is: a * c - b * b, over: b * c, comment)
        expect(left * right, is: a * b, over: b * c, comment)
        expect(left / right, is: a * c, over: b * b, comment)
        #expect((left < right) == (left - right).isNegative, comment)
      }
    }
  }

  @Test(arguments: [("6/5", "1.2"), ("-1/20", "-0.05"), ("3", "3"), ("1/1024", "0.0009765625"), ("1/3", nil)])
  func `a fraction that terminates has a shortest decimal`(fraction: String, decimal: String?) throws {
    let parts = fraction.split(separator: "/").compactMap { Int($0) }
    #expect(Rational(parts[0], over: parts.count > 1 ? parts[1] : 1).plainDecimal == decimal)
  }
}

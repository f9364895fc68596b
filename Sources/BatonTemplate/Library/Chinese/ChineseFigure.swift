// Figures with their unit and their direction: 123.46万元, 86.2%, 提高4.7个百分点, 增长3.5%.

package enum ChineseFigure {
  /// A figure in 万 or 亿: divided by the power of ten, rounded once.
  package static func scaled(
    _ value: Decimal, power: Int, places: Int, rounding: Decimal.Rounding, unit: String
  ) -> String {
    Decimal(coefficient: value.coefficient, places: value.places + power).rounded(places: places, rounding)
      .description + unit
  }

  /// Exactly `places` places; without them at most two, trailing zeros dropped.
  package static func rounded(_ value: Decimal, places: Int?, rounding: Decimal.Rounding) -> Decimal {
    guard let places else { return value.rounded(places: 2, rounding).normalized }
    return value.rounded(places: places, rounding)
  }

  /// 百分比: 0.862 is 86.2%.
  package static func percent(_ ratio: Decimal, places: Int?, rounding: Decimal.Rounding) -> String {
    rounded(ratio * Decimal(100), places: places, rounding: rounding).description + "%"
  }

  /// 百分点: the difference of two ratios, with its direction.
  package static func points(_ difference: Decimal, places: Int?, rounding: Decimal.Rounding) -> String {
    let points = rounded(difference * Decimal(100), places: places, rounding: rounding)
    if points.isZero { return "持平" }
    return (points.isNegative ? "下降" : "提高") + points.magnitude.description + "个百分点"
  }

  /// 同比: growth over an earlier figure, with its direction.
  ///
  /// The earlier figure must be above zero: over nothing, or over a loss, there is no growth in per cent.
  package static func growth(
    of value: Decimal, over earlier: Decimal, places: Int?, rounding: Decimal.Rounding
  ) throws(Fault) -> String {
    guard earlier > .zero else {
      throw Fault(.value, "上期数是「\(earlier)」，不能算同比", help: "上期为零或负数时，只写增加或减少多少")
    }
    let kept = places ?? 2
    let growth = (value - earlier) * Decimal(100)
    guard let quotient = growth.divided(by: earlier, places: kept, rounding: rounding) else {
      throw .zeroDivision
    }
    if quotient.isZero { return "持平" }
    let printed = places == nil ? quotient.normalized : quotient
    return (printed.isNegative ? "下降" : "增长") + printed.magnitude.description + "%"
  }

  /// 区间: 10～15人, 63%～68% (the sign repeated), 2020—2022年.
  package static func range(from first: String, to last: String, unit: String) -> String {
    let dash = unit == "年" || unit == "年度" ? "—" : "～"
    return first + (unit == "%" ? unit : "") + dash + last + unit
  }

  /// 名额: a share of a number of people, rounded to whole ones.
  package static func quota(
    of total: Decimal, percent: Decimal, rounding: Decimal.Rounding
  ) throws(Fault) -> Decimal {
    guard !total.isNegative, !percent.isNegative else { throw Fault(.value, "人数和比例不能是负数") }
    let exact = total * percent
    return Decimal(coefficient: exact.coefficient, places: exact.places + 2).rounded(places: 0, rounding)
  }
}

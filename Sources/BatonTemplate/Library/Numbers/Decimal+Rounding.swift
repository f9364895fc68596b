// 修约: rounding decimals, once, on the decimal digits.

public import BigInt

extension Decimal {
  /// How a figure between two neighbours is settled.
  public enum Rounding: String, Sendable, Hashable, CaseIterable {
    /// 四舍五入: a half goes away from zero.
    case halfUp = "half_up"
    /// 四舍六入五成双 (GB/T 8170-2008): a half goes to the even neighbour; signs apart.
    case halfEven = "gb8170"
    /// 去尾: towards zero.
    case truncate
    /// Down, also below zero.
    case floor
    /// Up, also below zero.
    case ceil

    /// An integer quotient rounded this way.
    ///
    /// - Precondition: `denominator` is not zero.
    public func quotient(_ numerator: BigInt, _ denominator: BigInt) -> BigInt {
      let isNegative = (numerator.sign == .minus) != (denominator.sign == .minus)
      let (quotient, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
      let twice = rest << 1
      let isUp =
        switch self {
        case .halfUp: twice >= denominator.magnitude
        case .halfEven:
          twice > denominator.magnitude || (twice == denominator.magnitude && quotient & 1 == 1)
        case .truncate: false
        case .floor: isNegative && !rest.isZero
        case .ceil: !isNegative && !rest.isZero
        }
      let magnitude = BigInt(isUp ? quotient + 1 : quotient)
      return isNegative ? -magnitude : magnitude
    }

    /// The mode named by its Latin or Chinese name.
    public init?(named name: String) {
      switch name {
      case "half_up", "四舍五入": self = .halfUp
      case "gb8170", "half_even", "四舍六入五成双": self = .halfEven
      case "truncate", "去尾": self = .truncate
      case "floor", "向下取整": self = .floor
      case "ceil", "向上取整": self = .ceil
      default: return nil
      }
    }
  }

  /// The value at exactly this many places, rounded if it has more, with zeros added if it has fewer.
  ///
  ///     Decimal("86.125")?.rounded(places: 2, .halfEven)   // 86.12
  ///
  /// Negative places round to tens, hundreds …; the result then has none.
  public func rounded(places: Int, _ rounding: Rounding) -> Decimal {
    guard places < self.places else {
      return Decimal(coefficient: coefficient(at: places), places: places)
    }
    let quotient = rounding.quotient(coefficient, Self.power(self.places - places))
    return places >= 0
      ? Decimal(coefficient: quotient, places: places)
      : Decimal(coefficient: quotient * Self.power(-places), places: 0)
  }
}

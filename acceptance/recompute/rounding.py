"""Rounding once, and the two ways a figure is written: exactly and as shown."""
from fractions import Fraction


def rounded(value, places, rule):
    scaled = abs(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest
    if rule == "四舍五入":
        whole += twice >= scaled.denominator
    elif rule == "四舍六入五成双":
        whole += twice > scaled.denominator or (twice == scaled.denominator and whole % 2 == 1)
    elif rule != "去尾":
        raise ValueError(rule)
    return Fraction(whole if value >= 0 else -whole, 10**places)


def whole(value, rule):
    """A quota: 去尾, 四舍五入 or 进位 of a number that is not negative."""
    down = value.numerator // value.denominator
    if rule == "去尾":
        return down
    if rule == "进位":
        return -((-value.numerator) // value.denominator)
    if rule == "四舍五入":
        return (2 * value.numerator + value.denominator) // (2 * value.denominator)
    raise ValueError(rule)


def shown(value, places, rule):
    digits = rounded(value, places, rule)
    unscaled = abs(digits.numerator * 10**places // digits.denominator)
    text = str(unscaled).rjust(places + 1, "0")
    sign = "-" if digits < 0 else ""
    return sign + (f"{text[:-places]}.{text[-places:]}" if places else text)


def plain(value):
    """The shortest decimal of a coefficient."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
        if places > 40:
            raise ValueError(f"{value} is no decimal")
    return shown(value, places, "四舍五入")


def figure(value, text):
    return {"exact": str(value), "shown": text}

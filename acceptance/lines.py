"""What all readers of canonical text share: how a line is tidied (docs/templates.md, section 14)."""
import re

# White space in the sense of templates: U+3000 and U+00A0 are characters.
_CHINESE_DIGITS = "〇一二三四五六七八九"
_SPACE = re.compile(r"[ \t\r\n]+")


def tidy(lines):
    """Runs of white space become one space, lines are trimmed, empty ones dropped."""
    tidied = (_SPACE.sub(" ", line).strip(" ") for line in lines)
    return [line for line in tidied if line]


def first_difference(left, right, left_name, right_name):
    """None if equal, else a sentence about the first line in which two readings differ."""
    for number, (one, other) in enumerate(zip(left, right), 1):
        if one != other:
            return f"line {number}: {left_name} {one!r}, {right_name} {other!r}"
    if len(left) != len(right):
        number = min(len(left), len(right)) + 1
        longer, name = (left, left_name) if len(left) > len(right) else (right, right_name)
        return f"line {number}: only {name} goes on, with {longer[number - 1]!r}"
    return None


def chinese(value):
    """1…99 in Chinese: 一, 十, 十一, 二十, 九十九."""
    tens, ones = divmod(value, 10)
    text = ("" if tens < 2 else _CHINESE_DIGITS[tens]) + ("十" if tens else "")
    return text + (_CHINESE_DIGITS[ones] if ones or not tens else "")

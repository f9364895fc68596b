#!/usr/bin/env python3
"""Prints python-vectors.jsonl: what CPython makes of texts, numbers and formats, one call a line.

Run it again with another seed to look for differences: python-vectors.py SEED COUNT > python-vectors.jsonl
"""
import json
import random
import sys

seed, count = int(sys.argv[1]) if len(sys.argv) > 1 else 1, int(sys.argv[2]) if len(sys.argv) > 2 else 40
random.seed(seed)
WORDS = ["", " ", "a", "ab", "aab", "aba", "hello World", "Straße", "ŉ", "ΑΣ Σ", "ǆx ǅ", "中文 文字", "　全角　", "\t x\n", "a,b,,c",
         "one\ntwo\r\n\nthree\x0bfour\u2028", "it's", 'say "x"', "'\"", "\\", "é\u0301", "İstanbul", "ﬁne", "-7", "+7", "xxabxx", "Ab1c D",
         "١٢", "²", "½", "一", "\x00\x7f\xa0\u200b\U0001F600\uffff", "__a", "a-b_c (d) [e]", "A\tB\tC", "aaaa"]
SEPS = ["a", "b", ",", " ", "aa", "文", "\n", "x", "--"]
FLOATS = [0.0, -0.0, 1.0, 0.1, 2.5, 0.5, 1.5, -1.5, 2.675, 1e16, 1e15, 1e22, 1e-5, 1e-4, 123456.789, 1 / 3, 1e300, -2.345e-7, 99.995, 0.045,
          float("inf"), float("-inf"), float("nan"), 999999.5, 1234567890.0, 86.125]
INTS = [0, 1, -1, 5, 42, -42, 255, 1234, -1234567, 10**15, 2**63 - 1, -2**63, 2**64, 10**25, -10**30]


def emit(f, *a):
    name, fn = f
    try:
        r = fn(*a)
    except (ValueError, TypeError, OverflowError) as e:
        r = {"error": type(e).__name__}
    a = [{"float": repr(x)} if isinstance(x, float) else {"int": str(x)} if isinstance(x, int) and not isinstance(x, bool) and abs(x) > 2**53 else x for x in a]
    if isinstance(r, float):
        r = repr(r)
    elif isinstance(r, int) and not isinstance(r, bool):
        r = str(r)
    print(json.dumps({"f": name, "a": a, "r": r}))


def word():
    k = random.random()
    if k < 0.6:
        return random.choice(WORDS)
    if k < 0.9:
        return random.choice(WORDS) + random.choice(SEPS) + random.choice(WORDS)
    return "".join(random.choice(["a", "b", " ", "x", "中", ",", "\n", "A", "ß", "'"]) for _ in range(random.randrange(12)))


def number():
    k = random.random()
    if k < 0.4:
        return random.choice(FLOATS)
    if k < 0.6:
        return random.choice(INTS)
    if k < 0.8:
        return round(random.uniform(-1000, 1000), random.randrange(6))
    return random.uniform(-1, 1) * 10 ** random.randrange(-20, 25)


def percent_format(kind):
    flags = "".join(c for c in "-+ #0" if random.random() < 0.2)
    width = random.choice(["", "", "5", "12"])
    prec = random.choice(["", "", ".0", ".1", ".2", ".5", ".", ".15"])
    return "%" + flags + width + prec + kind


def spec(kinds):
    fa = random.choice(["", "", "<", ">", "^", "=", "x<", "中^", "0=", "*>"])
    return (fa + random.choice(["", "", "+", "-", " "]) + random.choice(["", "", "", "z"]) + random.choice(["", "", "", "#"])
            + random.choice(["", "", "0"]) + random.choice(["", "", "6", "15"]) + random.choice(["", "", ",", "_"])
            + random.choice(["", "", ".0", ".2", ".7", ".17"]) + random.choice(kinds))


METHODS = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
           "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "split", "splitlines", "strip",
           "lstrip", "rstrip"]
for m in METHODS:
    for w in WORDS:
        emit((m, getattr(str, m)), w)
for _ in range(count * 3):
    w, s, n = word(), random.choice(SEPS), random.randrange(0, 4)
    emit(("split", str.split), w, s, random.choice([-1, n]))
    emit(("rsplit", str.rsplit), w, s, random.choice([-1, n]))
    emit(("wordsplit", lambda a, b: a.split(None, b)), w, n)
    emit(("rwordsplit", lambda a, b: a.rsplit(None, b)), w, n)
    emit(("strip", str.strip), w, s + "a")
    emit(("partition", str.partition), w, s)
    emit(("rpartition", str.rpartition), w, s)
    emit(("replace", str.replace), w, random.choice([s, ""]), "<>", random.choice([-1, n]))
    emit(("count", str.count), w, random.choice([s, ""]))
    a, b = random.randrange(-5, 9), random.randrange(-5, 9)
    emit(("find", str.find), w, random.choice([s, ""]), a, b)
    emit(("rfind", str.rfind), w, random.choice([s, ""]), a, b)
    emit(("center", str.center), w, random.randrange(14), "*")
    emit(("ljust", str.ljust), w, random.randrange(14), "中")
    emit(("rjust", str.rjust), w, random.randrange(14), " ")
    emit(("zfill", str.zfill), w, random.randrange(14))
    emit(("expandtabs", str.expandtabs), w, random.randrange(9))
    emit(("repr", repr), w)
    emit(("ascii", ascii), w)
for _ in range(count * 10):
    x, n = number(), random.randrange(-4, 12)
    if isinstance(x, float):
        emit(("repr", repr), x)
    emit(("round", round), x, n)
    emit(("percent", lambda f, v: f % v), percent_format(random.choice("eEfFgG")), x)
    i = random.choice(INTS)
    emit(("percent", lambda f, v: f % v), percent_format(random.choice("dioxXu")), i)
    emit(("percent", lambda f, v: f % v), percent_format(random.choice("sra")), word())
    emit(("format", lambda v, f: format(v, f)), x, spec(["", "", "e", "E", "f", "F", "g", "G", "%", "n", "d", "s"]))
    emit(("format", lambda v, f: format(v, f)), i, spec(["", "d", "b", "o", "x", "X", "n", "f", "%", "e", "g", "s"]))
    emit(("format", lambda v, f: format(v, f)), word(), spec(["", "s", "s", "d"]))
for t in ["42", " 42 ", "-7", "+7", "1_000", "1__0", "_1", "1_", "0x1F", "0b101", "0o17", "1F", "12.5", "", "  ", "１２", "٣", "012", "0_0", "00",
          "0x", "x", "1e3", "9" * 30, "-0", "0x_1", "½", "²", "1 2"]:
    for base in (10, 16, 2, 8, 0, 36):
        emit(("int", int), t, base)
for t in ["1", "1.5", " -2.5e3 ", ".5", "5.", ".", "1_0.5", "1_.5", "1._5", "inf", "-Infinity", "nan", "+nan", "1e400", "0x10", "１.５", "", "1e", "e5", "1e5_0",
          "--1", "1.5.2", "infinit", "1,000", "1e-400", "+.5e-3"]:
    emit(("float", float), t)

#!/usr/bin/env python3
"""Prints jinja-filters.jsonl: random uses of filters, tests, methods and functions, and what Jinja2 makes of them.

Run it again with another seed to look for differences: jinja-filters.py SEED COUNT > jinja-filters.jsonl
"""
import copy
import json
import random
import sys

from jinja2.sandbox import SandboxedEnvironment

seed, count = int(sys.argv[1]) if len(sys.argv) > 1 else 1, int(sys.argv[2]) if len(sys.argv) > 2 else 600
random.seed(seed)
pick = random.choice
CONTEXT = {
    "n": 7, "z": 0, "neg": -3, "big": 12345678901234567890, "x": 2.675, "y": -0.5, "f": 1234567.891, "t": True, "nil": None,
    "s": "hello World", "zh": "全县高质量发展，综合绩效", "html": "<b>\"A\" & 'B'</b>", "sp": "  padded\t", "e": "",
    "lines": "one\ntwo\n\nthree four", "para": "The quick-brown fox -- jumps over the lazy dog, well-known in the shade.",
    "num": "42", "dec": " 3.50 ", "emoji": "👍é🇨🇳",
    "nums": [3, 1, 2], "floats": [0.5, 1.5, 2.675, -1.5], "words": ["pear", "Apple", "fig", "apple"], "mixed": [1, "a", None, True, 2.5],
    "el": [], "nested": [[2, 1], [1, 2], []], "m": {"b": 2, "a": 1, "C": 3}, "em": {}, "deep": {"x": {"y": [1, {"z": "w"}]}},
    "units": [{"name": "教育局", "score": 95.5, "level": "优秀", "tags": ["a"]}, {"name": "财政局", "score": 88, "level": "良好", "tags": []},
              {"name": "林业局", "score": 95.5, "level": "优秀", "tags": ["生态", "b"]}],
    "pairs": [["a", 1], ["b", 2]],
    "long": {"描述": "这是一段很长的文字" * 8, "b": list(range(40)), "a": {"k": "word " * 20}},
}
TEXTS = ["s", "zh", "html", "sp", "e", "lines", "para", "num", "dec", "emoji", "'a-b c'", "'%s|%5.1f'", "'it''s'", "(html|safe)", "('<i>x</i> &amp;'|safe)", "'ÀÉß'", "'x,y,,z'"]
NUMBERS = ["n", "z", "neg", "big", "x", "y", "f", "t", "0.1", "1e16", "255", "99.995", "1e-7", "-42.7", "1000000", "12345.678"]
LISTS = ["nums", "floats", "words", "mixed", "el", "nested", "units", "pairs", "range(7)", "(1, 2, 2)", "'abc'", "m", "(words|map('upper'))", "(m.items())"]
ANY = TEXTS + NUMBERS + LISTS[:-2] + ["m", "em", "deep", "nil", "missing", "long", "units[0]"]
LIT = ["0", "1", "2", "3", "5", "10", "-1", "'a'", "'x'", "''", "' '", "'、'", "'<'", "true", "false", "none", "1.5", "'%d'"]
SIMPLE = ["abs", "capitalize", "count", "escape", "e", "first", "float", "forceescape", "int", "items", "last", "length", "list", "lower", "max", "min", "pprint",
          "reverse", "round", "safe", "sort", "string", "striptags", "sum", "title", "tojson", "trim", "unique", "upper", "urlencode", "urlize", "wordcount", "xmlattr", "dictsort", "filesizeformat", "join", "wordwrap", "indent", "center", "truncate", "default"]
TESTS = ["boolean", "callable", "defined", "escaped", "even", "false", "float", "integer", "iterable", "lower", "mapping", "none", "number", "odd", "sequence", "string", "true", "undefined", "upper"]
METHODS = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "isalnum()", "isalpha()", "isdigit()", "islower()", "isupper()", "isspace()", "istitle()", "isnumeric()",
           "split()", "splitlines()", "strip()", "lstrip()", "rstrip()", "split(',')", "split(' ', 1)", "rsplit(None, 1)", "partition('-')", "rpartition(' ')", "replace('a', '<')", "replace('', '-', 2)",
           "find('o')", "rfind('o')", "index('l')", "count('a')", "startswith('h')", "endswith(('d', '>'))", "center(20, '*')", "ljust(12)", "rjust(12, '0')", "zfill(9)", "expandtabs(4)",
           "join(words)", "join([1])", "join(['<', html])", "format(1, 2)", "removeprefix('h')", "removesuffix('d')", "encode('utf-8')", "isidentifier()", "isascii()", "isprintable()"]
FORMATS = ["%s", "%d", "%5d|", "%-5d|", "%05.1f", "%.2f", "%e", "%g", "%x", "%o", "%r", "%c", "%+d", "% d", "%i%%", "%10s|", "%-10s|", "%.3s", "%s %s", "%(a)s", "%(a)05d", "%#x", "%", "%q", "%5.3d", "%G", "%a", "%*d"]
SPECS = ["", ">8", "<8", "^9", "*^9", "08.2f", ",", ",.2f", ".1%", "x", "#x", "b", "o", "e", "g", "+", "+.1f", "s", "d", "n", "_", "010", ".3", "c", "=+8", "z.0f", "5", ".2", "q"]

WRAPS = ["none", "'<br>'"]
ATTRIBUTES = ["0", "1", "'name'", "'score'"]


def arg(names=()):
    return ", ".join([pick(LIT) for _ in range(random.randrange(3))] + [f"{k}={pick(LIT)}" for k in names if random.random() < 0.3])


def filtered(depth=0):
    k = random.random()
    if k < 0.30:
        return f"{pick(ANY)}|{pick(SIMPLE)}"
    if k < 0.40:
        return pick([
            lambda: f"{pick(TEXTS)}|replace({pick(LIT)}, {pick(LIT)})", lambda: f"{pick(TEXTS)}|truncate({random.randrange(0, 40)}, {pick(['true', 'false'])}, {pick(LIT)}, {random.randrange(4)})",
            lambda: f"{pick(TEXTS)}|wordwrap({random.randrange(1, 30)}, {pick(['true', 'false'])}, {pick(WRAPS)}, {pick(['true', 'false'])})",
            lambda: f"{pick(TEXTS)}|indent({pick(LIT)}, {pick(['true', 'false'])}, {pick(['true', 'false'])})", lambda: f"{pick(TEXTS)}|trim({pick(LIT)})",
            lambda: f"{pick(TEXTS)}|center({random.randrange(30)})", lambda: f"{pick(TEXTS + NUMBERS)}|int({arg(['default', 'base'])})", lambda: f"{pick(TEXTS + NUMBERS)}|float({arg()})",
            lambda: f"{pick(NUMBERS)}|round({random.randrange(-3, 6)}, '{pick(['common', 'ceil', 'floor'])}')",
            lambda: f"{pick(NUMBERS)}|filesizeformat({pick(['true', 'false'])})"])()
    if k < 0.55:
        return pick([
            lambda: f"{pick(LISTS)}|join({pick(LIT + ['html|safe'])})", lambda: f"{pick(LISTS)}|batch({random.randrange(1, 5)}, {pick(LIT)})|list", lambda: f"{pick(LISTS)}|slice({random.randrange(1, 5)}, {pick(LIT)})|list",
            lambda: f"{pick(LISTS)}|sort({pick(['true', 'false'])}, {pick(['true', 'false'])})", lambda: f"units|sort(attribute='{pick(['score', 'level,name', '-', 'tags'])}')|map(attribute='name')|list",
            lambda: f"{pick(LISTS)}|unique({pick(['true', 'false'])})|list", lambda: f"{pick(LISTS)}|sum(start={pick(LIT)})", lambda: f"{pick(LISTS)}|min({pick(['true', 'false'])})", lambda: f"{pick(LISTS)}|max",
            lambda: f"units|groupby('level', default={pick(LIT)})", lambda: f"{pick(LISTS)}|map('{pick(SIMPLE)}')|list", lambda: f"{pick(LISTS)}|map(attribute={pick(ATTRIBUTES)})|list",
            lambda: f"{pick(LISTS)}|select('{pick(TESTS)}')|list", lambda: f"{pick(LISTS)}|reject('{pick(TESTS)}')|list", lambda: f"units|selectattr('score', '{pick(['gt', 'lt', 'ge', '==', 'ne', 'in'])}', {pick(['90', '88', '[88]'])})|map(attribute='name')|join('、')",
            lambda: f"{pick(LISTS)}|first|default({pick(LIT)})", lambda: f"{pick(['m', 'em', 'deep'])}|dictsort({pick(['true', 'false'])}, '{pick(['key', 'value'])}', {pick(['true', 'false'])})",
            lambda: f"{pick(LISTS[:-2] + ['m', 'deep'])}|tojson({pick(['', 'indent=1', '2'])})", lambda: f"{pick(LISTS[:-1])}|random is defined"])()
    if k < 0.67:
        value = f"({pick(TEXTS)})" if random.random() < 0.9 else pick(ANY)
        return f"{value}.{pick(METHODS)}"
    if k < 0.77:
        a = [pick(ANY) for _ in range(random.randrange(1, 3))]
        return pick([f"{pick(FORMATS)!r}|format({', '.join(a)})", f"{pick(FORMATS)!r} % ({', '.join(a)},)", f"({pick(FORMATS)!r}|safe)|format({a[0]})", f"{pick(FORMATS)!r}|format(a={a[0]})"])
    if k < 0.87:
        return f"{pick(['{:%s}', '[{0:%s}]', '{a:%s}', '{0!r:%s}', '{0[0]:%s}']) % pick(SPECS)!r}.format({pick(ANY)}, a={pick(ANY)})"
    if k < 0.94:
        return pick([f"{pick(ANY)} is {pick(TESTS)}", f"{pick(ANY)} is {pick(['eq', 'ne', 'lt', 'gt', 'le', 'ge', 'in'])}({pick(ANY)})", f"{pick(NUMBERS)} is divisibleby({pick(['2', '3', '0', '2.5'])})"])
    if depth < 2:
        return f"({filtered(depth + 1)})|{pick(SIMPLE)}"
    return f"{pick(ANY)}|{pick(SIMPLE)}"


# What the deviations say: the data cannot be changed, and Python's own objects have another text.
SKIP = ["generator object", "object at 0x", "dict_", "<built-in", "<bound", "<class", "_reverseiterator", "<function", "namespace"]
cases = 0
while cases < count:
    source = "{{ " + filtered() + " }}"
    autoescape = random.random() < 0.5
    environment = SandboxedEnvironment(autoescape=autoescape)
    try:
        result = {"expected": environment.from_string(source).render(**copy.deepcopy(CONTEXT))}
        if any(word in result["expected"].lower() for word in SKIP):
            continue
    except Exception as error:
        result = {"error": type(error).__name__}
    # Markup lends its numbers to %d and %f only.
    if "error" in result and "|safe)|format" in source:
        continue
    cases += 1
    print(json.dumps({"template": source, "autoescape": autoescape, **result}, ensure_ascii=False))
with open(sys.argv[3] if len(sys.argv) > 3 else "/dev/null", "w") as file:
    json.dump(CONTEXT, file, ensure_ascii=False, indent=1)

#!/usr/bin/env python3
"""Random templates, rendered by Jinja2 3.1.6: cases for the conformance runner.

    differential.py COUNT SEED > cases.jsonl

Writes cases in the form of Tests/BatonTemplateTests/Resources/jinja.jsonl: a template from a grammar, a
context, and what Jinja2 made of it (`expected`, or `error_kind`). The same seed gives the same cases.

    swift run -c release --package-path Benchmarks baton-conformance cases.jsonl
"""
import json
import random
import re
import sys

import jinja2
from jinja2 import sandbox

CONTEXT = {
    "n": 7, "m": -3, "z": 0, "big": 12345678901234567890, "f": 2.5, "g": -0.125, "h": 1e20, "t": True, "o": None,
    "s": "Hello <World> & \"all\"", "zh": "安全生产 责任制", "e": "", "nl": "one\ntwo\r\nthree\n", "pad": "  x y  ",
    "xs": [3, 1, 2], "ys": [], "mix": [1, "b", None, 2.5, [4, 5]], "words": ["pear", "Apple", "fig", "apple"],
    "d": {"a": 1, "b": "two", "c": [1, 2]}, "nested": {"x": {"y": {"z": "deep"}}},
    "rows": [{"k": "甲", "v": 3, "ok": True}, {"k": "乙", "v": 1, "ok": False}, {"k": "甲", "v": 2, "ok": True}],
}

# Objects printed with their address, by filters that change letters too: no two runs agree.
ADDRESS = re.compile(r"gener.tor object|iter.tor object|reversed object|object at| .t 0x", re.IGNORECASE)

INT_NAMES, STR_NAMES, FLOAT_NAMES = ["n", "m", "z", "big"], ["s", "zh", "e", "nl", "pad"], ["f", "g", "h"]
LIST_NAMES = ["xs", "ys", "mix", "words", "rows"]


class Grammar:
    def __init__(self, rng):
        self.r = rng
        self.locals = []
        self.macros = []
        self.in_loop = 0

    def pick(self, *choices):
        return self.r.choice(choices)

    # Expressions

    def integer(self, depth):
        if depth <= 0:
            return self.pick(str(self.r.randrange(0, 12)), str(self.r.randrange(0, 10**6)), *INT_NAMES)
        a, b = self.integer(depth - 1), self.integer(depth - 1)
        return self.pick(
            f"({a} {self.pick('+', '-', '*', '//', '%')} {b})", f"{a} {self.pick('+', '-', '*')} {b}", f"-{a}",
            f"({self.items(depth - 1)})|length", f"({self.string(depth - 1)})|length", f"{a} ** {self.r.randrange(0, 4)}",
            f"({self.string(depth - 1)})|int", f"({self.floating(depth - 1)})|int", f"{a}|abs", "loop.index" if self.in_loop else a,
            f"({self.integers(depth - 1)})|sum", f"({self.string(depth - 1)}).count({self.string(0)})")

    def floating(self, depth):
        if depth <= 0:
            return self.pick(*FLOAT_NAMES, f"{self.r.randrange(0, 1000)}.{self.r.randrange(0, 1000)}")
        a, b = self.number(depth - 1), self.number(depth - 1)
        return self.pick(
            f"({a} / {b})", f"{a}|float", f"({self.floating(depth - 1)})|round({self.r.randrange(0, 4)})",
            f"({self.floating(depth - 1)})|round(1, '{self.pick('floor', 'ceil', 'common')}')", f"({a} * {self.floating(0)})")

    def number(self, depth):
        return self.integer(depth) if self.r.random() < 0.7 else self.floating(depth)

    def literal_string(self):
        return self.pick("'a'", "'b c'", "\"it's\"", "'<i>'", "'&amp;'", "'%s'", "'é'", "'安'", "''", "'x,y,z'", "'12'", "'3.7'", "'\\n'", "'A-b_c'")

    def string(self, depth):
        if depth <= 0:
            return self.pick(self.literal_string(), *STR_NAMES)
        s = f"({self.string(depth - 1)})"
        return self.pick(
            f"({s} ~ {self.any(depth - 1)})", f"{s}|upper", f"{s}|lower", f"{s}|title", f"{s}|capitalize", f"{s}|trim",
            f"{s}|replace({self.literal_string()}, {self.literal_string()})", f"{s}|truncate({self.r.randrange(3, 12)}, {self.pick('true', 'false')})",
            f"{s}|center({self.r.randrange(0, 20)})", f"{s}|indent({self.r.randrange(0, 5)}, {self.pick('true', 'false')})",
            f"{s}|wordwrap({self.r.randrange(3, 15)})", f"{s}|striptags", f"{s}|e", f"{s}|safe", f"{s}|urlencode", f"{s}[{self.slice()}]",
            f"{s}|string", f"{s}|default('dd')", f"{s}|default('dd', true)", f"({self.items(depth - 1)})|join({self.literal_string()})",
            f"'%s|%5d|%-6s|%.2f'|format({s}, {self.integer(0)}, {self.literal_string()}, {self.floating(0)})", f"{s}.strip()", f"{s}.split()|join('/')",
            f"{s}.replace({self.literal_string()}, 'R')", f"{s}|reverse", f"({self.any(depth - 1)})|string", f"{s}|first", f"{s}|last",
            f"({s} if {self.boolean(depth - 1)} else {self.string(depth - 1)})", f"({s} * {self.r.randrange(0, 3)})", f"({s} + {self.string(0)})",
            f"({self.any(depth - 1)})|tojson", f"({self.integer(depth - 1)})|filesizeformat", f"{s}|forceescape", f"'{{:>{self.r.randrange(1, 9)}}}|{{!r}}'.format({s}, {self.any(0)})",
            f"{s}|xmlattr" if self.r.random() < 0.02 else s, f"{s}.zfill(6)", f"{s}.title()", f"{s}.ljust(8, '.')")

    def slice(self):
        part = lambda: self.pick("", "", str(self.r.randrange(-4, 5)))
        return self.pick(f"{part()}:{part()}", f"{part()}:{part()}:{self.pick('1', '2', '-1')}")

    def integers(self, depth):
        return self.pick("xs", "[]", "[1, 2, 3]", "range(5)", f"range({self.r.randrange(0, 4)}, {self.r.randrange(4, 9)}, 2)", "rows|map(attribute='v')",
                         f"[{self.integer(depth - 1)}, {self.integer(0)}]" if depth > 0 else "xs")

    def items(self, depth):
        if depth <= 0:
            return self.pick(*LIST_NAMES, "[1, 'a']", "(1, 2)", "range(3)", "d")
        a = f"({self.items(depth - 1)})"
        return self.pick(
            a, f"{a}|list", f"({self.integers(depth - 1)})|sort", "words|sort", "words|sort(case_sensitive=true)", "words|unique", f"{a}|reverse", f"({a}|list)[{self.slice()}]",
            f"[{self.any(depth - 1)}, {self.any(depth - 1)}]", "rows|map(attribute='k')", "rows|selectattr('ok')|map(attribute='v')", "rows|rejectattr('v', 'gt', 1)|map(attribute='k')",
            f"{a}|select('{self.pick('string', 'number', 'none', 'defined', 'iterable')}')", f"{a}|reject('{self.pick('string', 'number', 'sequence')}')",
            f"{a}|batch({self.r.randrange(1, 4)})", f"{a}|batch({self.r.randrange(1, 4)}, 'x')", f"{a}|slice({self.r.randrange(1, 4)})", "d|dictsort", "d.items()", "d.keys()", "d|items",
            "rows|groupby('k')", f"{a}|map('{self.pick('string', 'upper', 'length')}')", f"({self.string(depth - 1)})|list", f"({self.string(depth - 1)}).split(',')", "rows|sort(attribute='v')",
            "rows|sort(attribute='k,v', reverse=true)|map(attribute='v')", "rows|sum(attribute='v')", f"({a} if {self.boolean(depth - 1)} else [])")

    def boolean(self, depth):
        if depth <= 0:
            return self.pick("true", "false", "t", "o", *INT_NAMES, *STR_NAMES, *LIST_NAMES)
        a, b = self.any(depth - 1), self.any(depth - 1)
        op = self.pick("==", "!=", "==", "<", ">=", ">", "<=", "in", "not in")
        x, y = (self.number(depth - 1), self.number(depth - 1)) if self.r.random() < 0.7 else (a, b)
        if "in" in op:
            y = self.items(depth - 1) if self.r.random() < 0.6 else self.string(depth - 1)
        return self.pick(
            f"({x} {op} {y})", f"not {self.boolean(depth - 1)}", f"({self.boolean(depth - 1)} and {self.boolean(depth - 1)})", f"({self.boolean(depth - 1)} or {self.boolean(depth - 1)})",
            f"{self.pick('n', 's', 'missing', 'd.a', 'd.q', 'o')} is {self.pick('defined', 'undefined', 'none', 'not none', 'string', 'number', 'mapping', 'sequence', 'iterable', 'callable')}",
            f"({self.integer(depth - 1)}) is {self.pick('odd', 'even', 'divisibleby 3', 'gt 2', 'eq 7', 'lt 0', 'ne 1')}", f"({self.number(0)} < {self.number(0)} < {self.number(0)})",
            f"({a}) is {self.pick('integer', 'float', 'boolean', 'true', 'false')}", f"({self.string(0)}) is {self.pick('upper', 'lower')}", f"{self.string(0)}.startswith({self.literal_string()})",
            f"({self.any(0)}) is in {self.items(0)}", f"({a}) is sameas none")

    def any(self, depth):
        roll = self.r.random()
        if self.locals and roll < 0.15:
            return self.r.choice(self.locals)
        if roll < 0.4:
            return self.string(depth)
        if roll < 0.62:
            return self.number(depth)
        if roll < 0.75:
            return self.boolean(depth)
        if roll < 0.88:
            return self.items(depth)
        return self.pick("missing", "d.a", "d['b']", "d.q", "nested.x.y.z", "nested['x'].y", "xs[0]", "xs[-1]", "xs[9]", "s[1]", "rows[0].k", "none", "mix[4][1]", "{'k': 1}.k", "dict(a=1, b=n)", "d.get('a')", "d.get('zz', 5)", "d.values()", "d.copy()", "mix.index('b')", "xs + ys", "d.keys() == d.keys()")

    # Statements

    def change(self):
        value = self.any(1)
        return self.tag("do " + self.pick(
            "xs.append(4)", f"mix.append({value})", f"mix.insert({self.r.randrange(-3, 4)}, {value})", f"ys.extend({self.items(0)})", "words.sort()", "words.reverse()",
            f"d.update(a={value})", f"d.update({{'q': {value}}})", f"d.setdefault('q', {value})", "d.pop('a')", "d.c.append(n)", "rows[0].update(v=9)", "rows.pop()", "nested.x.clear()"))

    def text(self):
        return self.pick("", " ", "\n", "x", "<p>", "&", " 文字 ", "a b\n", "\n\n  ", "{ }", "%")

    def trim(self):
        return self.pick("", "", "", "-", "-", "+")

    def tag(self, content):
        left = self.trim()
        right = self.pick("", "", "", "-")
        return "{%" + left + " " + content + " " + right + "%}"

    def body(self, depth):
        return "".join(self.statement(depth) for _ in range(self.r.randrange(1, 4)))

    def output(self, depth):
        left, right = self.pick("", "", "-"), self.pick("", "", "-")
        return "{{" + left + " " + self.any(depth) + " " + right + "}}"

    def statement(self, depth):
        if depth <= 0:
            return self.text() + self.output(self.r.randrange(0, 3)) + self.text()
        kind = self.r.randrange(16)
        if kind < 4:
            return self.text() + self.output(3)
        if kind < 6:
            parts = self.tag(f"if {self.boolean(2)}") + self.body(depth - 1)
            if self.r.random() < 0.3:
                parts += self.tag(f"elif {self.boolean(1)}") + self.body(depth - 1)
            if self.r.random() < 0.5:
                parts += self.tag("else") + self.body(depth - 1)
            return parts + self.tag("endif")
        if kind < 9:
            name = self.pick("x", "y", "item")
            condition = f" if {name}" if self.r.random() < 0.15 else ""
            head = self.tag(f"for {name} in {self.items(2)}{condition}")
            self.locals.append(name)
            self.in_loop += 1
            inner = self.pick("", "{{ loop.index }}", "{{ loop.first }}{{ loop.last }}", "{{ loop.cycle('a', 'b') }}", "{{ loop.revindex }}/{{ loop.length }}",
                              "{{ loop.previtem }}|{{ loop.nextitem }}", "{{ loop.changed(x) }}") + self.body(depth - 1)
            if self.r.random() < 0.15:
                inner += self.tag(f"if loop.index > {self.r.randrange(1, 4)}") + self.tag(self.pick("break", "continue")) + self.tag("endif")
            self.in_loop -= 1
            self.locals.pop()
            otherwise = self.tag("else") + self.body(0) if self.r.random() < 0.2 else ""
            return head + inner + otherwise + self.tag("endfor")
        if kind < 11:
            name = self.pick("v", "w", "n", "s")
            if self.r.random() < 0.3:
                return self.tag(f"set {name}") + self.body(depth - 1) + self.tag("endset") + "{{ " + name + " }}"
            return self.tag(f"set {name} = {self.any(2)}") + "{{ " + name + " }}"
        if kind == 11:
            name = f"m{len(self.macros)}"
            outer, self.in_loop = self.in_loop, 0
            text = self.tag(f"macro {name}(p, q={self.any(0)})") + "{{ p }}:{{ q }}" + self.body(0) + self.tag("endmacro")
            self.in_loop = outer
            return text + "{{ " + f"{name}({self.any(1)})" + " }}{{ " + f"{name}({self.any(0)}, q={self.any(0)})|length" + " }}"
        if kind == 12:
            return self.tag(f"with v = {self.any(1)}, w = {self.any(1)}") + "{{ v }}" + self.body(depth - 1) + self.tag("endwith")
        if kind == 13:
            name = self.pick("upper", "trim", "title", "length", "e", "replace('a', 'b')", "indent(2)")
            return self.tag(f"filter {name}") + self.body(depth - 1) + self.tag("endfilter")
        if kind == 14:
            return self.tag("set ns = namespace(c=0)") + self.tag(f"for i in {self.integers(0)}") + self.tag("set ns.c = ns.c + i") + self.tag("endfor") + "{{ ns.c }}"
        return self.pick("{# note #}", "{% raw %}{{ x }}{% endraw %}", self.tag(f"autoescape {self.pick('true', 'false')}") + self.body(depth - 1) + self.tag("endautoescape"),
                         self.change() if self.r.random() < 0.6 else "{{ xs }}{{ d }}{{ rows }}")


def error_kind(error):
    if isinstance(error, jinja2.TemplateSyntaxError):
        return "syntax"
    if isinstance(error, jinja2.UndefinedError):
        return "undefined"
    if isinstance(error, sandbox.SecurityError):
        return "security"
    return {"TypeError": "type", "ValueError": "value", "ZeroDivisionError": "zero_division", "OverflowError": "overflow",
            "IndexError": "index", "KeyError": "key", "AttributeError": "attribute"}.get(type(error).__name__, "runtime")


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    undefined = {"default": jinja2.Undefined, "strict": jinja2.StrictUndefined, "chainable": jinja2.ChainableUndefined}
    for number in range(count):
        rng = random.Random(seed * 1_000_003 + number)
        source = Grammar(rng).body(3)
        mode = rng.choice(["default", "default", "strict", "chainable"])
        options = {key: rng.random() < 0.2 for key in ("trim_blocks", "lstrip_blocks", "keep_trailing_newline")}
        escape = rng.random() < 0.7
        environment = sandbox.SandboxedEnvironment(
            autoescape=escape, undefined=undefined[mode], extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], **options)
        case = {"id": f"differential-{seed}-{number}", "group": "differential", "feature": "differential",
                "templates": {"main.html": source}, "main": "main.html", "context": CONTEXT, "autoescape": escape,
                "undefined": mode, "env": {key: True for key, value in options.items() if value}}
        try:
            text = environment.from_string(source).render(json.loads(json.dumps(CONTEXT)))
            if len(text) > 20000 or ADDRESS.search(text):
                continue
            case["expected"] = text
        except RecursionError:
            continue
        except Exception as error:
            case["error_kind"] = error_kind(error)
            case["error_message"] = str(error)[:200]
        print(json.dumps(case, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""A grammar of Jinja templates, random but for its seed: sources by name, `main.html` the first to render."""
import random

CONTEXT = {
    "n": 7, "m": -3, "z": 0, "big": 12345678901234567890, "f": 2.5, "g": -0.125, "h": 1e20, "t": True, "o": None,
    "s": "Hello <World> & \"all\"", "zh": "安全生产 责任制", "e": "", "nl": "one\ntwo\r\nthree\n", "pad": "  x y  ",
    "xs": [3, 1, 2], "ys": [], "mix": [1, "b", None, 2.5, [4, 5]], "words": ["pear", "Apple", "fig", "apple"],
    "d": {"a": 1, "b": "two", "c": [1, 2]}, "nested": {"x": {"y": {"z": "deep"}}},
    "tree": [{"v": 1, "c": [{"v": 2, "c": [{"v": 3, "c": []}]}, {"v": 4, "c": []}]}, {"v": 5, "c": []}],
    "pairs": [["a", 1], ["b", 2]], "rows": [{"k": "甲", "v": 3, "ok": True}, {"k": "乙", "v": 1, "ok": False}, {"k": "甲", "v": 2, "ok": True}],
}

INT_NAMES, STR_NAMES, FLOAT_NAMES = ["n", "m", "z", "big"], ["s", "zh", "e", "nl", "pad"], ["f", "g", "h"]
LIST_NAMES = ["xs", "ys", "mix", "words", "rows"]


class Grammar:
    def __init__(self, rng):
        self.r = rng
        self.locals = []
        self.macros = 0
        self.in_loop = 0
        self.in_macro = False
        self.blocks = 0

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
        kind = self.r.randrange(20)
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
            return self.macro(depth)
        if kind == 12:
            return self.tag(f"with v = {self.any(1)}, w = {self.any(1)}") + "{{ v }}" + self.body(depth - 1) + self.tag("endwith")
        if kind == 13:
            name = self.pick("upper", "trim", "title", "length", "e", "replace('a', 'b')", "indent(2)")
            return self.tag(f"filter {name}") + self.body(depth - 1) + self.tag("endfilter")
        if kind == 14:
            return self.pick(
                self.tag("set ns = namespace(c=0)") + self.tag(f"for i in {self.integers(0)}") + self.tag("set ns.c = ns.c + i") + self.tag("endfor") + "{{ ns.c }}",
                self.tag(f"set ns = namespace({{'a': {self.any(0)}}}, b={self.any(0)})") + self.tag(f"set ns.a = {self.any(1)}") + "{{ ns.a }}{{ ns.b }}{{ ns.zz }}",
                self.tag(f"set c = cycler({self.any(0)}, {self.any(0)})") + "{{ c.next() }}{{ c.current }}{{ c.next() }}{% do c.reset() %}{{ c.next() }}",
                self.tag("set j = joiner('|')") + self.tag(f"for i in {self.items(0)}") + "{{ j() }}{{ i }}" + self.tag("endfor"))
        if kind == 15:
            return self.recursive()
        if kind == 16:
            name = self.pick("a, b", "(a, b)", "a, *b") if self.r.random() < 0.05 else "a, b"
            self.locals += ["a", "b"]
            text = self.tag(f"for {name} in {self.pick('pairs', 'd.items()', 'd|items', 'd|dictsort', 'pairs|reverse', 'rows|groupby(%r)' % 'k', '[(1, 2), [3, 4]]', self.items(1))}") + "{{ a }}={{ b }}" + self.body(depth - 1) + self.tag("endfor")
            self.locals = self.locals[:-2]
            return text
        if kind == 17:
            name = self.pick("v", "w")
            return self.pick(
                self.tag(f"set {name} | {self.pick('upper', 'trim', 'title | trim', 'replace(%r, %r)' % ('a', 'b'), 'length', 'e')}") + self.body(depth - 1) + self.tag("endset") + "{{ " + name + " }}",
                self.tag(f"set {name}, x = {self.any(1)}, {self.any(0)}") + "{{ " + name + " }}{{ x }}",
                self.tag(f"set {name}, x = {self.any(1)}") + "{{ " + name + " }}",
                self.tag(f"set outer = {self.any(0)}") + self.tag("for i in xs") + "{{ outer }}" + self.tag("set outer = i") + "{{ outer }}" + self.tag("endfor") + "{{ outer }}",
                self.tag("for i in xs") + self.tag("set up = loop") + self.tag("for k in words") + "{{ up.index }}{{ loop.index0 }}{{ loop.depth }}" + self.tag("endfor") + self.tag("endfor"))
        if kind == 18:
            return self.pick(self.include, self.imports, self.block)(depth)
        return self.pick("{# note #}", "{%- raw -%} {{ x }} {%- endraw %}", "{#- note -#}", "{% raw %}{{ x }}{% endraw %}", self.tag(f"autoescape {self.pick('true', 'false')}") + self.body(depth - 1) + self.tag("endautoescape"),
                         self.change() if self.r.random() < 0.6 else "{{ xs }}{{ d }}{{ rows }}")

    # Pieces of templates

    def parameters(self):
        count = self.r.randrange(0, 4)
        first = self.r.randrange(0, count + 1)
        return ", ".join(name if number < first else f"{name}={self.any(0)}" for number, name in enumerate(("p", "q", "r")[:count]))

    def arguments(self):
        parts = [self.any(1) for _ in range(self.r.randrange(0, 4))]
        parts += [f"{name}={self.any(0)}" for name in ("q", "r", "zz") if self.r.random() < 0.2]
        if self.r.random() < 0.08:
            parts.append(self.pick("*xs", "*pairs", "**d", "**{'q': 1}"))
        return ", ".join(parts)

    def macro(self, depth):
        self.macros += 1
        name = f"m{self.macros}"
        outer, self.in_loop, locals, self.locals = self.in_loop, 0, self.locals, self.locals + ["p", "q", "r"]
        inner = self.pick("{{ p }}:{{ q }}", "{{ varargs }}", "{{ kwargs }}", "{{ varargs|join('+') }}{{ kwargs|dictsort }}", "{{ caller() }}", "{{ caller(1, 2) }}",
                          "{% if caller %}[{{ caller(p) }}]{% endif %}", "{{ q|default('no') }}", "{% if p is defined %}{{ p }}{% endif %}")
        text = self.tag(f"macro {name}({self.parameters()})") + inner + self.body(self.r.randrange(0, 2) if depth > 1 else 0) + self.tag("endmacro")
        self.in_loop, self.locals = outer, locals
        uses = [f"{{{{ {name}({self.arguments()}) }}}}", f"{{{{ {name}({self.arguments()})|length }}}}", f"{{{{ {name}({self.arguments()})|upper }}}}",
                f"{{{{ {name}.name }}}}{{{{ {name}.arguments }}}}{{{{ {name}.catch_kwargs }}}}{{{{ {name}.catch_varargs }}}}{{{{ {name}.caller }}}}",
                f"{{{{ {name}({self.arguments()}) ~ {self.any(0)} }}}}",
                self.tag(f"call {name}({self.arguments()})") + self.body(0) + self.tag("endcall"),
                self.tag(f"call(u, v=2) {name}({self.arguments()})") + "{{ u }}{{ v }}" + self.body(0) + self.tag("endcall")]
        return text + "".join(self.pick(*uses) for _ in range(self.r.randrange(1, 3)))

    def recursive(self):
        inner = self.pick("{{ loop.depth }}", "{{ loop.index }}/{{ loop.length }}", "{{ loop.depth0 }}{{ loop.first }}", "{{ loop.previtem is defined }}", "")
        call = self.pick("{{ loop(i.c) }}", "<{{ loop(i.c)|upper }}>", "{% if i.c %}({{ loop(i.c) }}){% endif %}", "{{ loop(i.c|reverse) }}", "{% set t = loop(i.c) %}{{ t }}")
        otherwise = self.tag("else") + "-" if self.r.random() < 0.3 else ""
        return self.tag(self.pick("for i in tree recursive", "for i in tree if i.v > 1 recursive")) + "{{ i.v }}" + inner + call + otherwise + self.tag("endfor")

    def include(self, depth):
        name = self.pick("'part.html'", "'part.html'", "['nowhere.html', 'part.html']", "'nowhere.html'", "'pa' ~ 'rt.html'", "missing")
        return self.tag(f"include {name}{self.pick('', '', ' ignore missing')}{self.pick('', '', ' with context', ' without context')}")

    def imports(self, depth):
        context = self.pick("", "", " with context", " without context")
        return self.pick(
            self.tag(f"import 'macros.html' as lib{context}") + "{{ lib.one(" + self.arguments() + ") }}{{ lib.value }}{{ lib.nothing }}",
            self.tag(f"from 'macros.html' import one, two as other{context}") + "{{ one(" + self.arguments() + ") }}{{ other(" + self.arguments() + ") }}",
            self.tag(f"from 'macros.html' import value, absent{context}") + "{{ value }}{{ absent is defined }}")

    def block(self, depth):
        self.blocks += 1
        name = f"b{self.blocks}"
        outer, self.in_loop = self.in_loop, 0
        text = self.tag(f"block {name}{self.pick('', '', ' scoped')}") + self.body(min(depth - 1, 1)) + self.tag(f"endblock {self.pick('', name)}")
        self.in_loop = outer
        return text + self.pick("", "", "{{ self." + name + "() }}")

    def sources(self):
        """All templates by name."""
        main = self.body(3)
        result = {"main.html": main}
        if "part.html" in main:
            result["part.html"] = Grammar(self.r).body(1)
        if "macros.html" in main:
            result["macros.html"] = (
                self.tag(f"set value = {self.any(1)}") + self.tag(f"macro one({self.parameters()})") + "{{ p }}{{ n }}{{ varargs }}" + Grammar(self.r).body(0) + self.tag("endmacro")
                + self.tag(f"macro two({self.parameters()})") + "{{ one(p) }}{{ kwargs }}" + self.tag("endmacro") + "{{ value }}")
        if self.r.random() < 0.12:
            result |= self.family()
        return result

    def family(self):
        """A template that extends one, or one that extends one."""
        def page(names):
            parts = [self.text() + self.tag(f"block {name}{self.pick('', '', ' scoped')}") + Grammar(self.r).body(1) + self.tag("endblock") for name in names]
            if self.r.random() < 0.3:
                parts.insert(1, self.tag("for x in xs") + self.tag("block looped scoped") + "{{ x }}" + self.tag("endblock") + self.tag("endfor"))
            return self.tag(f"set top = {self.any(0)}") + "".join(parts) + "{{ top }}" + self.pick("", "{{ self.one() }}")
        def child(parent, names):
            overrides = ["\n" + self.tag(f"block {name}") + self.pick("", "{{ super() }}", "<{{ super()|upper }}>", "{{ super.super() }}" if parent != "'base.html'" else "{{ super() }}")
                         + Grammar(self.r).body(1) + self.tag("endblock") for name in names]
            return self.text() + self.tag(f"extends {parent}") + self.tag(f"set top = {self.any(0)}") + "".join(overrides) + self.text()
        result = {"base.html": page(["one", "two"])}
        names = self.pick(["one"], ["two"], ["one", "two"], ["one", "other"], ["looped"])
        if self.r.random() < 0.5:
            return result | {"main.html": child(self.pick("'base.html'", "'base.html' if n else 'part.html'"), names)}
        return result | {"middle.html": child("'base.html'", self.pick(["one"], ["two"], [])), "main.html": child("'middle.html'", names)}

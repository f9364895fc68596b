#!/usr/bin/env python3
"""Random templates, rendered by Jinja2 3.1.6 and by Baton: what differs, and is not explained.

    differential.py COUNT SEED [--renderer PATH] [--out FILE]

The templates come from grammar.py; the same seed gives the same ones. The renderer is baton-conformance of the
package Benchmarks (`swift build -c release --package-path Benchmarks`), which prints what Baton makes of each.
Every difference is judged a second time, by Jinja2 with the deviations that docs/jinja.md states:

    eager     `map`, `select` … make their items at once, can be run through twice and print as their items
    changing  a mapping that changes while a loop runs over it is no fault
    captured  what `include … without context` prints inside a capture stays in the capture (Jinja2 prints it before)

What is still different is printed, and written to FILE as cases for Tests/BatonTemplateTests/Resources/differential.jsonl.
Ends with 1 if there is one.
"""
import argparse
import collections
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jinja2
from jinja2 import compiler, filters, sandbox

from grammar import CONTEXT, Grammar

# Objects printed with their address, by filters that change letters too: no two runs agree.
ADDRESS = re.compile(
    r"gener.tor object|iter.tor object|reversed object|object at|.t 0x|<[^>]{0,40}(macro|cycler|joiner|loopcontext|namespace)",
    re.IGNORECASE)
UNDEFINED = {"default": jinja2.Undefined, "strict": jinja2.StrictUndefined, "chainable": jinja2.ChainableUndefined}
BATCH = 2000
DEFAULT_RENDERER = Path(__file__).resolve().parent.parent / "Benchmarks/.build/release/baton-conformance"


class Made:
    """What Baton has where Jinja has a generator: made at once, without length or index."""

    def __init__(self, items):
        self.items_of_it = list(items)

    def __iter__(self):
        return iter(self.items_of_it)

    def __repr__(self):
        return repr(self.items_of_it)


def made(function):
    """The filter, its items made at once. Jinja's marks (environment, context …) stay on it."""
    def filter(*arguments, **keywords):
        result = function(*arguments, **keywords)
        if isinstance(result, (str, list, tuple, dict)) or not hasattr(result, "__iter__") or isinstance(result, jinja2.Undefined):
            return result
        return Made(result)
    filter.__dict__.update(getattr(function, "__dict__", {}))
    return filter


def reversed_items(value):
    if isinstance(value, str):
        return value[::-1]
    if isinstance(value, Made):
        return list(value)[::-1]
    try:
        return Made(reversed(value))
    except TypeError:
        return list(value)[::-1]


class CapturingGenerator(compiler.CodeGenerator):
    """Writes an include without context where it stands: Jinja2's goes past the buffer of a capture."""

    def visit_Include(self, node, frame):
        writeline = self.writeline

        def write(line, *arguments):
            prefix = "yield from "
            if frame.buffer is not None and line.startswith(prefix):
                line = f"{frame.buffer}.extend({line.removeprefix(prefix)})"
            writeline(line, *arguments)

        self.writeline = write
        try:
            super().visit_Include(node, frame)
        finally:
            del self.writeline


def environment(case, eager):
    result = sandbox.SandboxedEnvironment(
        loader=jinja2.DictLoader(case["templates"]), autoescape=case["autoescape"], undefined=UNDEFINED[case["undefined"]],
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], **case["env"])
    if eager:
        result.code_generator_class = CapturingGenerator
        sync = {"map": filters.sync_do_map, "select": filters.sync_do_select, "reject": filters.sync_do_reject,
                "selectattr": filters.sync_do_selectattr, "rejectattr": filters.sync_do_rejectattr, "slice": filters.sync_do_slice}
        for name in ("map", "select", "reject", "selectattr", "rejectattr", "batch", "slice", "unique", "items"):
            result.filters[name] = made(sync.get(name, result.filters[name]))
        result.filters["reverse"] = reversed_items
    return result


def error_kind(error):
    if isinstance(error, jinja2.TemplateNotFound):
        return "not_found"
    if isinstance(error, jinja2.TemplateSyntaxError):
        return "syntax"
    if isinstance(error, jinja2.UndefinedError):
        return "undefined"
    if isinstance(error, sandbox.SecurityError):
        return "security"
    return {"TypeError": "type", "ValueError": "value", "ZeroDivisionError": "zero_division", "OverflowError": "overflow",
            "IndexError": "index", "KeyError": "key", "AttributeError": "attribute"}.get(type(error).__name__, "runtime")


def judge(case, eager=False):
    """What Jinja makes of a case: its text or an error; `None` where no two runs agree."""
    try:
        text = environment(case, eager).get_template(case["main"]).render(json.loads(json.dumps(case["context"])))
        return None if len(text) > 20000 or ADDRESS.search(text) else {"expected": text}
    except RecursionError:
        return None
    except Exception as error:
        return {"error_kind": error_kind(error), "error_message": str(error)[:200]}


def cases(count, seed):
    for number in range(count):
        rng = random.Random(seed * 1_000_003 + number)
        sources = Grammar(rng).sources()
        options = {key: True for key in ("trim_blocks", "lstrip_blocks", "keep_trailing_newline") if rng.random() < 0.2}
        yield {"id": f"differential-{seed}-{number}", "group": "differential", "feature": "differential", "templates": sources,
               "main": "main.html", "context": CONTEXT, "autoescape": rng.random() < 0.7,
               "undefined": rng.choice(["default", "default", "strict", "chainable"]), "env": options}


def rendered(renderer, batch):
    """What Baton makes of cases: texts, or `None` for a fault, by id."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for case in batch:
            file.write(json.dumps(case, ensure_ascii=False) + "\n")
        file.flush()
        output = subprocess.run([renderer, "--render", file.name], capture_output=True, check=True).stdout
    return {item["id"]: item for item in map(json.loads, output.decode().splitlines())}


def agrees(verdict, result):
    return result.get("text") == verdict["expected"] if "expected" in verdict else "fault" in result


def explanation(case, verdict, result):
    if "changed s" in verdict.get("error_message", "") and "during iteration" in verdict["error_message"]:
        return "changing"
    second = judge(case, eager=True)
    if second is not None and agrees(second, result):
        return "captured" if "without context" in json.dumps(case["templates"]) else "eager"
    # The stated deviation may show an address, or both deviations may be met at once.
    if second is None or "during iteration" in second.get("error_message", ""):
        return "eager"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--renderer", default=DEFAULT_RENDERER)
    parser.add_argument("--out", type=argparse.FileType("w", encoding="utf-8"))
    options = parser.parse_args()
    tally = collections.Counter()
    remaining = cases(options.count, options.seed)
    while batch := [case for case, _ in zip(remaining, range(BATCH))]:
        verdicts = {case["id"]: verdict for case in batch if (verdict := judge(case)) is not None}
        tally["not comparable"] += len(batch) - len(verdicts)
        results = rendered(options.renderer, [case for case in batch if case["id"] in verdicts])
        for case in batch:
            verdict, result = verdicts.get(case["id"]), results.get(case["id"])
            if verdict is None:
                continue
            tally["compared"] += 1
            tally["of these, errors"] += "expected" not in verdict
            if agrees(verdict, result):
                continue
            if reason := explanation(case, verdict, result):
                tally[f"explained: {reason}"] += 1
                continue
            tally["unexplained"] += 1
            print(f"=== {case['id']} {json.dumps(case['templates'], ensure_ascii=False)}\n--- Jinja2: {verdict}\n--- Baton:  {result}\n", flush=True)
            if options.out:
                options.out.write(json.dumps(case | verdict, ensure_ascii=False) + "\n")
    print(", ".join(f"{key}: {value}" for key, value in tally.items()))
    sys.exit(1 if tally["unexplained"] else 0)


if __name__ == "__main__":
    main()

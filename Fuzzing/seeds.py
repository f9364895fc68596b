#!/usr/bin/env python3
"""Seeds for the fuzzer.   seeds.py TARGET FOLDER

Templates of the conformance cases, of the golden folders and of the project itself, in the form the target
reads (see Sources/BatonFuzzing); for `format`, formats and texts of the conformance cases.
"""
import hashlib
import json
import re
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 2000


def cases():
    for name in ("jinja.jsonl", "differential.jsonl"):
        for line in (ROOT / "Tests/BatonTemplateTests/Resources" / name).open(encoding="utf-8"):
            yield json.loads(line)


def text_templates():
    for case in cases():
        yield from case["templates"].values()


def xml_templates():
    for pattern in ("Tests/*/Golden/**/*.html", "Templates/**/*.html"):
        for path in ROOT.glob(pattern):
            yield path.read_text(encoding="utf-8")


def format_seeds():
    literal = re.compile(r"'([^'{}]*)'|\"([^\"{}]*)\"")
    texts = sorted({a or b for source in text_templates() for a, b in literal.findall(source)})
    for number, text in enumerate(texts):
        head = struct.pack("<Bqdbb", number % 100, number * 7 - 300, number / 7, number % 9 - 2, number % 30)
        yield head + text.encode() + b"\xff" + texts[number * 31 % len(texts)].encode()


def seeds(target):
    if target in ("xml", "word"):
        for number, text in enumerate(xml_templates()):
            yield bytes([number % 32]) + text.encode()
    elif target == "text":
        for number, text in enumerate(text_templates()):
            yield bytes([number % 32]) + text.encode()
    elif target == "render":
        for number, text in enumerate(text_templates()):
            yield bytes([number % 8 * 2]) + text.encode()
        for case in list(cases())[::4]:
            data = json.dumps(case["context"], ensure_ascii=False)
            yield b"\x08" + case["templates"][case["main"]].encode() + b"\0" + data.encode()
        for text in xml_templates():
            yield b"\x01" + text.encode()
    elif target == "format":
        yield from format_seeds()
    else:
        sys.exit(__doc__)


def main():
    folder = Path(sys.argv[2])
    for seed in seeds(sys.argv[1]):
        if len(seed) <= LONGEST:
            (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


if __name__ == "__main__":
    main()

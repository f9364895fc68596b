"""Computes counties a second time and compares with `baton results --json`.

    python -m recompute.run --baton BATON DATA...            these counties
    python -m recompute.run --baton BATON --random 500 --sample BATON_SAMPLE
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

from . import random_county, tables
from .results import results

SHAPES = [("14", "2", "党群序列、政府序列、乡镇"), ("20", "3", "党群序列、政府序列、乡镇序列"), ("32", "4", "甲类、乙类、丙类、乡镇"),
          ("26", "3", "县直序列、乡镇")]


def differences(expected, found, path=""):
    """Every place where two trees differ; the order of a list of ids counts only where it is an order of merit."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted({*expected, *found}):
            if key not in found:
                yield f"{path}.{key}: missing, expected {expected[key]}"
            elif key not in expected:
                yield f"{path}.{key}: not expected, found {found[key]}"
            else:
                yield from differences(expected[key], found[key], f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list):
        if expected and isinstance(expected[0], dict):
            key = "适用" if "适用" in expected[0] else "类"
            index = lambda items: {(item[key], item.get("组")): item for item in items}
            yield from differences(
                {"/".join(map(str, k)): v for k, v in index(expected).items()},
                {"/".join(map(str, k)): v for k, v in index(found).items()}, path)
        elif sorted(expected) != sorted(found):
            yield f"{path}: expected {expected}, found {found}"
    elif expected != _plain(found, expected):
        yield f"{path}: expected {expected}, found {found}"


def _plain(found, expected):
    """A whole number may be written as a figure where the norm leaves it open (the base of a bonus, an exact quota)."""
    return found["exact"] if isinstance(found, dict) and isinstance(expected, str) else found


def compare(baton, folder):
    process = subprocess.run([baton, "results", folder, "--json"], capture_output=True, check=False)
    try:
        found = json.loads(process.stdout)
    except json.JSONDecodeError:
        return [f"no JSON (exit {process.returncode}): {process.stderr.decode()[:400]}"], {}
    expected = json.loads(json.dumps(results(tables.read(folder)), default=_number, ensure_ascii=False))
    missing = found.pop("missing", [])
    return list(differences(expected, found)), missing


def _number(value):
    return int(value) if value.denominator == 1 else str(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--baton", required=True)
    parser.add_argument("--sample", help="baton-sample, for --random")
    parser.add_argument("--random", type=int, default=0, help="how many random counties")
    parser.add_argument("--first", type=int, default=1, help="the first one's seed")
    parser.add_argument("--keep", help="where a county that differs is kept")
    parser.add_argument("data", nargs="*")
    arguments = parser.parse_args()
    failed, chosen = 0, collections.Counter()
    for folder in arguments.data:
        found, _ = compare(arguments.baton, folder)
        failed += bool(found)
        print(f"{folder}: {len(found)} differences", *found[:10], sep="\n  ")
    with tempfile.TemporaryDirectory() as work:
        for seed in range(arguments.first, arguments.first + arguments.random):
            units, groups, series = SHAPES[seed % len(SHAPES)]
            base, folder = os.path.join(work, f"base{seed}"), os.path.join(work, f"county{seed}")
            subprocess.run([arguments.sample, base, "--units", units, "--groups", groups, "--series", series,
                            "--seed", str(seed)], check=True, stdout=subprocess.DEVNULL)
            county = random_county.County(base, seed)
            county.write(folder)
            for row in county.plan("口径"):
                chosen[f"{row['名称']}={row['数值']}"] += 1
            found, missing = compare(arguments.baton, folder)
            if found:
                failed += 1
                print(f"seed {seed}: {len(found)} differences; missing: {missing[:5]}", *found[:6], sep="\n  ")
                if arguments.keep:
                    county.write(os.path.join(arguments.keep, f"county{seed}"))
    for name, values in random_county.CONVENTIONS.items():
        unseen = [value for value in values if not chosen[f"{name}={value}"]]
        if arguments.random >= 100 and unseen:
            failed += 1
            print(f"never chosen: {name} = {unseen}")
    print(f"{len(arguments.data) + arguments.random} counties, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()

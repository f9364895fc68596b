"""Explanations computed again from the named cells alone, and shown to bear on them: an independent evaluator.

    python3 acceptance/explanations.py --baton .build/release/baton Samples/<county> [--units 6] [--changes 20]
"""
import argparse
import csv
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

FIELDS = ["综合得分", "基础分", "目标任务", "平时分数", "县领导评分", "互评", "人员测评", "加分", "扣分", "比较值", "位次", "单位系数"]
ABSORBING = {"去极值平均", "取小", "取大", "修约", "排名"}


class Cells:
    """The tables of a county, cell by cell."""

    def __init__(self, folder):
        self.folder = folder
        self.tables = {}

    def table(self, name):
        if name not in self.tables:
            with open(os.path.join(self.folder, name + ".csv"), encoding="utf-8-sig", newline="") as file:
                self.tables[name] = list(csv.reader(file))
        return self.tables[name]

    def __getitem__(self, cell):
        row, column, table = self.place(cell)
        return self.table(table)[row][column]

    def place(self, cell):
        table, reference = cell.rsplit("!", 2)[1:]
        letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(digits) - 1, column - 1, table

    def changed(self, cell, text, folder):
        """A copy of the county with one cell changed."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        row, column, name = self.place(cell)
        rows = [list(line) for line in self.table(name)]
        rows[row][column] = text
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return Cells(folder)


def evaluate(step, cells):
    values = [evaluate(each, cells) for each in step.get("各项", [])]
    match step["运算"]:
        case "取数":
            return Fraction(cells[step["格"][0]].strip().removesuffix("%"))
        case "常数" | "不列":
            return Fraction(step["值"])
        case "合计":
            return sum(values, Fraction(0))
        case "平均":
            return sum(values, Fraction(0)) / len(values)
        case "去极值平均":
            *ballots, count, threshold = values
            kept = sorted(ballots)
            if len(ballots) >= threshold and count:
                kept = kept[int(count):len(ballots) - int(count)]
            return sum(kept, Fraction(0)) / len(kept)
        case "相减":
            return values[0] - values[1]
        case "相乘":
            return values[0] * values[1]
        case "相除":
            return values[0] / values[1]
        case "取小":
            return min(values)
        case "取大":
            return max(values)
        case "计数":
            return Fraction(len(step.get("格", [])))
        case "修约":
            return rounded(values[0], step["小数位"], step["修约"])
        case "参排":
            return values[0]
        case "排名":
            return Fraction(rank(step, cells))
    raise ValueError(step["运算"])


def rounded(value, places, rule):
    scaled = abs(value) * 10**places
    digits, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest
    if rule == "四舍五入" and twice >= scaled.denominator:
        digits += 1
    if rule == "四舍六入五成双" and (twice > scaled.denominator or twice == scaled.denominator and digits % 2):
        digits += 1
    return Fraction(digits if value >= 0 else -digits, 10**places)


def rank(step, cells):
    entrants = [{each["名"]: evaluate(each, cells) for each in entrant["各项"]} for entrant in step["各项"]]
    groups = [list(range(len(entrants)))]
    for name in ["比较值", *step.get("并列比较", [])]:
        groups = [part for group in groups for part in split(group, entrants, name)]
    position = next(i for i, group in enumerate(groups) if 0 in group)
    return position + 1 if step["连号"] else 1 + sum(len(group) for group in groups[:position])


def split(group, entrants, name):
    if len(group) == 1 or any(name not in entrants[i] for i in group):
        return [group]
    values = sorted({entrants[i][name] for i in group}, reverse=True)
    return [[i for i in group if entrants[i][name] == value] for value in values]


def number_cells(step):
    own = step["格"] if step["运算"] == "取数" else []
    return own + [cell for each in step.get("各项", []) for cell in number_cells(each)]


def operations_above(step, cell):
    """The operations between the root and a cell."""
    below = [each for each in step.get("各项", []) if cell in number_cells(each)]
    return {step["运算"]}.union(*(operations_above(each, cell) for each in below)) if below else set()


def explain(baton, folder, unit, field):
    process = subprocess.run([baton, "explain", folder, "--unit", unit, "--field", field, "--json"],
                             capture_output=True, check=False)
    return json.loads(process.stdout) if process.stdout else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--baton", required=True)
    parser.add_argument("--units", type=int, default=6)
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("data")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    cells = Cells(arguments.data)
    heading, *rows = cells.table("单位")
    taking_part = [row[heading.index("单位编号")] for row in rows if row[heading.index("参评方式")] != "不参评"]
    failures, explained, changes = [], 0, 0
    for unit in chance.sample(taking_part, min(arguments.units, len(taking_part))):
        for field in FIELDS:
            step = explain(arguments.baton, arguments.data, unit, field)
            if step is None:
                continue
            explained += 1
            if str(evaluate(step, cells)) != step["值"]:
                failures.append(f"{unit} {field}: {evaluate(step, cells)} from the cells, {step['值']} said")
    for _ in range(arguments.changes):
        unit, field = chance.choice(taking_part), chance.choice(FIELDS[:10])
        step = explain(arguments.baton, arguments.data, unit, field)
        if step is None or not number_cells(step):
            continue
        cell = chance.choice(number_cells(step))
        value = Fraction(cells[cell].strip().removesuffix("%"))
        with tempfile.TemporaryDirectory() as work:
            # The folder keeps its name: it is part of every cell's address.
            other = cells.changed(cell, str(float(value - 1 if value > 50 else value + 1)).removesuffix(".0"),
                                  os.path.join(work, os.path.basename(arguments.data.rstrip("/"))))
            again = explain(arguments.baton, other.folder, unit, field)
            expected = evaluate(step, other)
            changes += 1
            if again is not None and str(expected) != again["值"]:
                failures.append(f"{unit} {field}, {cell} changed: {expected} by the tree, {again['值']} said")
            if str(expected) == step["值"] and not operations_above(step, cell) & ABSORBING:
                failures.append(f"{unit} {field}: {cell} is named and changes nothing")
    print(*failures, sep="\n", end="\n" if failures else "")
    print(f"{explained} explanations, {changes} changed cells, {len(failures)} failures")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()

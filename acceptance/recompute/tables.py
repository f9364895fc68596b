"""The year's tables, each a list of rows, read from a folder of CSV files or from a workbook."""
import csv
import decimal
import os
from fractions import Fraction

import openpyxl


class Year:
    """Every table of a year by name; a cell is its text, `None` where it is empty."""

    def __init__(self, tables):
        self._tables = tables
        self.plan = Plan(self["方案"])
        self.facts = {row["项目"]: row["内容"] for row in self["年度"]}

    def __getitem__(self, name):
        return self._tables.get(name, [])

    def of(self, name, column, key):
        """The rows of a table whose column holds a key, in the order of the table."""
        return [row for row in self[name] if row.get(column) == key]


class Plan:
    """方案: a row for the scope goes before one for all, item by item and name by name."""

    def __init__(self, rows):
        self._rows = rows

    def items(self, item, scope=None):
        """Name → value of an item's rows for exactly this scope, in the order of the table."""
        return {row["名称"]: row["数值"] for row in self._rows if row["项目"] == item and row["适用"] == scope}

    def scopes(self, item):
        return list(dict.fromkeys(row["适用"] for row in self._rows if row["项目"] == item))

    def value(self, item, name, scope=None):
        found = self.items(item, scope).get(name) if scope is not None else None
        return found if found is not None else self.items(item).get(name)

    def number(self, item, name, scope=None):
        value = self.value(item, name, scope)
        return None if value is None or value == "不限" else number(value)

    def convention(self, name):
        return self.value("口径", name)


def number(text):
    """An exact number; a percent sign says what the column means already."""
    return None if text is None else Fraction(text.strip().rstrip("%"))


def listed(text):
    return text.split("、") if text else []


def read(path):
    return Year(_workbook(path) if os.path.isfile(path) else _folder(path))


def _folder(path):
    tables = {}
    for name in sorted(os.listdir(path)):
        if not name.endswith(".csv"):
            continue
        with open(os.path.join(path, name), encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        tables[name[:-4]] = _rows(lines)
    return tables


def _workbook(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: _rows([[_text(cell) for cell in row] for row in sheet.iter_rows()])
        for sheet in book.worksheets
    }


def _text(cell):
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return format(decimal.Decimal(format(value, ".15g")), "f")
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%d")
    return str(value)


def _rows(lines):
    if not lines:
        return []
    heading = [cell.strip() for cell in lines[0]]
    rows = []
    for line in lines[1:]:
        cells = [cell.strip() or None for cell in line]
        if any(cells):
            rows.append(dict(zip(heading, cells + [None] * (len(heading) - len(cells)))))
    return rows

#!/usr/bin/env python3
"""Compares what our reader makes of workbooks with openpyxl, cell by cell.

Every file of a folder is read equal, refused by us in words, or a deviation that DEVIATIONS explains.
    workbooks.py --cells .build/release/baton-cells FOLDER
    workbooks.py --cells .build/release/baton-cells --speed 年度数据.xlsx
"""
import argparse
import datetime
import json
import os
import re
import subprocess
import sys
import time
import warnings
import zipfile

import openpyxl
from openpyxl.cell.cell import MergedCell

DEVIATIONS = {
    "escape": "openpyxl leaves _xHHHH_ as it is written (ECMA-376-1 §22.9.2.19)",
    "eastern": "openpyxl knows no date among the built-in formats 27-36 and 50-58 (ECMA-376-1 §18.8.30)",
    "date": "openpyxl takes other letters of a format for a date, or day 0, day 60 and days beyond 9999 for days",
    "uncomputed": "openpyxl gives None for a formula without a value; we say so",
    "blank": "openpyxl gives an empty text, we no cell",
    "digits": "openpyxl gives the binary number, we its 15 significant digits",
    "picture": "WPS keeps a picture as a formula",
    "strict": "openpyxl reads no sheet of a strict workbook",
    "macros": "openpyxl takes sheets of macros for sheets of data",
    "inline": "openpyxl reads no <v> of an inline text (LibreOffice writes it so for a formula)",
    "space": "openpyxl drops blanks that stand without xml:space",
}
EASTERN = set(range(27, 37)) | set(range(50, 59))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", required=True, help="the built baton-cells")
    parser.add_argument("--speed", help="a workbook: cells a second, ours and openpyxl's read-only mode")
    parser.add_argument("folder", nargs="?")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.speed:
        return speed(options.cells, options.speed)
    findings, counts = check(options.cells, options.folder)
    for line in findings:
        print("FOUND", line)
    print(", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    return 1 if findings else 0


def check(cells, folder):
    """The findings, and how many files were equal, deviating, refused."""
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    findings, counts = [], {"equal": 0, "deviating": 0, "refused": 0, "refused by both": 0, "read by us only": 0}
    output = subprocess.run([cells, *files], check=True, capture_output=True, text=True).stdout
    for path, line in zip(files, output.splitlines(), strict=True):
        ours, name = json.loads(line), os.path.basename(path)
        try:
            theirs = openpyxl.load_workbook(path, data_only=True)
        except Exception as error:  # whatever a broken file makes openpyxl raise
            counts["refused by both" if ours.get("refused") else "read by us only"] += 1
            continue
        if ours.get("refused"):
            counts["refused"] += 1
            print(f"refused {name}: {ours['message']} [{ours['refused']}]")
            continue
        found, reasons = compare(ours, theirs, path)
        findings += [f"{name}: {text}" for text in found[:5]]
        if reasons:
            print(f"deviation {name}: {', '.join(sorted(reasons))}")
        counts["deviating" if reasons or found else "equal"] += 1
    return findings, counts


def compare(ours, theirs, path):
    found, reasons = [], set()
    sheets = {sheet.title: sheet for sheet in theirs.worksheets}
    names = {sheet["name"] for sheet in ours["sheets"]}
    if not sheets and names:
        return [], {"strict"}
    if names < set(sheets) and set(sheets) - names <= macro_sheets(path):
        reasons.add("macros")
    elif set(sheets) != names:
        found.append(f"sheets {[s['name'] for s in ours['sheets']]} instead of {list(sheets)}")
    for sheet in ours["sheets"]:
        other = sheets.get(sheet["name"])
        if other is None:
            continue
        if sheet["isHidden"] != (other.sheet_state != "visible"):
            found.append(f"{sheet['name']}: hidden {sheet['isHidden']}")
        values = {(int(row), int(column)): (kind, value) for row, column, kind, value in sheet["cells"]}
        theirs_by_place = {
            (cell.row, cell.column): cell for cell in other._cells.values()
            if not isinstance(cell, MergedCell) and cell.value is not None}
        for place in sorted(set(values) | set(theirs_by_place)):
            verdict = same(values.get(place), theirs_by_place.get(place))
            empty = other._cells.get(place)
            if verdict and empty is not None and empty.value is None and empty.data_type == "inlineStr":
                verdict = "inline"
            if verdict in DEVIATIONS:
                reasons.add(verdict)
            elif verdict is not None:
                found.append(f"{sheet['name']}!{place}: {verdict}")
    return found, reasons


def macro_sheets(path):
    """Names of the sheets whose relationship says that they hold macros."""
    with zipfile.ZipFile(path) as archive:
        relations = archive.read("xl/_rels/workbook.xml.rels").decode()
        book = archive.read("xl/workbook.xml").decode()
    elements = [dict(re.findall(r'([\w:]+)="([^"]*)"', element)) for element in re.findall(r"<Relationship [^>]*>", relations)]
    ids = {element["Id"] for element in elements if element["Type"].lower().endswith("macrosheet")}
    sheets = [dict(re.findall(r'([\w:]+)="([^"]*)"', element)) for element in re.findall(r"<sheet [^>]*>", book)]
    return {sheet["name"] for sheet in sheets if sheet["r:id"] in ids}


def same(ours, cell):
    """None for equal cells, the name of a deviation, or what differs."""
    if cell is None:
        return {"uncomputed": "uncomputed", "picture": "picture"}.get(ours[0], f"only we have {ours}")
    value, kind = cell.value, cell.data_type
    if ours is None:
        return "blank" if value == "" else f"only openpyxl has {value!r}"
    ours_kind, text = ours
    if ours_kind == "picture":
        return "picture"
    if ours_kind == "moment":
        if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
            return None if moment(value) == moment_text(text) else f"{text} instead of {value}"
        return "eastern" if cell._style and cell.style_array[3] in EASTERN else "date"
    if ours_kind == "number":
        if isinstance(value, datetime.timedelta):
            value = value.total_seconds() / 86400
            return None if abs(value - float(text)) < 1e-5 else f"{text} instead of {value}"
        if isinstance(value, (datetime.datetime, datetime.date, datetime.time)) or kind == "e":
            return "date"
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            if float(text) == float(value):
                return None
            return "digits" if float(text) == float(f"{value:.15g}") else f"{text} instead of {value!r}"
        return f"number {text} instead of {value!r}"
    if ours_kind == "boolean":
        return None if value is (text == "true") else f"{text} instead of {value!r}"
    if ours_kind in ("error", "text"):
        if text == value:
            return None
        if isinstance(value, str):
            if unescaped(value) == text or unescaped(value.replace("x005F_", "")) == text or "_x" in value:
                return "escape"
            if value.strip() == text.strip():
                return "space"
            if value.replace("\r\n", "\n") == text.replace("\r\n", "\n"):
                return None
        return f"{text!r} instead of {value!r}"
    return f"{ours} instead of {value!r}"


def unescaped(text):
    units = re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match.group(1), 16)), text)
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def moment(value):
    if isinstance(value, datetime.time):
        value = datetime.datetime.combine(datetime.date(1, 1, 1), value) + datetime.timedelta(microseconds=500_000)
        return (None, (value.hour, value.minute, value.second))
    value = datetime.datetime.combine(value, datetime.time()) if not isinstance(value, datetime.datetime) else value
    value += datetime.timedelta(microseconds=500_000)
    return ((value.year, value.month, value.day), (value.hour, value.minute, value.second))


def moment_text(text):
    day = re.search(r"(\d+)-(\d+)-(\d+)", text)
    clock = re.search(r"(\d+):(\d+):(\d+)", text)
    return (tuple(map(int, day.groups())) if day else None, tuple(map(int, clock.groups())) if clock else (0, 0, 0))


def speed(cells, path):
    started, count = time.process_time(), 0
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            count += sum(value is not None for value in row)
    seconds = time.process_time() - started
    print(f"openpyxl, read-only: {count} cells, {seconds:.3f} s, {count / seconds:.0f} cells/s")
    for _ in range(3):
        print("ours:", subprocess.run([cells, "--time", path], check=True, capture_output=True, text=True).stdout.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())

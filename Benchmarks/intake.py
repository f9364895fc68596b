#!/usr/bin/env python3
"""A workbook read by Baton and by openpyxl in its read-only mode, in turns: cells a second, and the ratio.

    intake.py FILE.xlsx [ROUNDS]     # needs openpyxl; builds nothing: run `swift build -c release --product baton-province`
"""
import json
import os
import statistics
import subprocess
import sys
import time

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))


def peer(path):
    """Cells that hold something, and the seconds it took to see them all."""
    started = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True)
    cells = sum(value is not None for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)
    return cells, time.perf_counter() - started


def main():
    path = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    program = os.path.join(HERE, ".build", "release", "baton-province")
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(json.loads(subprocess.check_output([program, "--workbook", path, "1"])))
        theirs.append(peer(path))
    cells = theirs[0][0]
    openpyxl_seconds = statistics.median(seconds for _, seconds in theirs)
    print(f"{os.path.getsize(path)} bytes, {cells} cells by openpyxl, {ours[0]['cells']} by Baton, {rounds} rounds")
    print(f"openpyxl {openpyxl.__version__}, read-only: {openpyxl_seconds:.2f} s, {cells / openpyxl_seconds:,.0f} cells/s")
    for name, key in [("Baton, cells alone", "readSeconds"), ("Baton, whole intake", "intakeSeconds")]:
        seconds = statistics.median(figures[key] for figures in ours)
        print(f"{name}: {seconds:.3f} s, {cells / seconds:,.0f} cells/s, {openpyxl_seconds / seconds:.1f} x openpyxl")


if __name__ == "__main__":
    main()

"""The workbook that `baton init --sample` makes gives the county's results: as it is, saved again by LibreOffice,
and after somebody edited it (a formula, a hidden row, a percentage)."""
import json
import os
import subprocess

import openpyxl

NAME = "年度数据.xlsx"


def check(baton, work):
    """Findings: errors in a workbook that has none, and results that differ."""
    made = os.path.join(work, "made")
    subprocess.run([baton, "init", made, "--sample"], check=True, capture_output=True)
    edited = os.path.join(work, "edited", NAME)
    edit(os.path.join(made, NAME), edited)
    books = {
        "as made": os.path.join(made, NAME),
        "saved again": converted(os.path.join(made, NAME), os.path.join(work, "again"), work),
        "edited": converted(edited, os.path.join(work, "computed"), work),
    }
    findings, expected = [], None
    for name, path in books.items():
        items = json.loads(run(baton, "check", path, "--json"))["items"]
        errors = [item for item in items if item["severity"] == "error"]
        findings += [f"{name}: {item['code']} {item['sheet']}!{item['cell']}" for item in errors[:5]]
        hidden = [item["cell"] for item in items if item["code"] == "hidden-content"]
        if hidden != (["3"] if name == "edited" else []):
            findings.append(f"{name}: hidden are {hidden}")
        results = json.loads(run(baton, "results", path, "--json"))
        expected = expected or results
        if results != expected:
            findings.append(f"{name}: the results differ")
    if not expected["单位"]:
        findings.append("there are no results")
    return findings


def run(baton, *arguments):
    return subprocess.run([baton, *arguments], capture_output=True, text=True).stdout


def converted(path, folder, work):
    """The workbook as LibreOffice saves it, every formula computed."""
    profile = "-env:UserInstallation=file://" + os.path.join(os.path.abspath(work), "profile")
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, path], check=True,
        capture_output=True, timeout=600)
    return os.path.join(folder, os.path.basename(path))


def edit(path, target):
    book = openpyxl.load_workbook(path)
    scores = book["互评"]
    column = next(cell.column for cell in scores[1] if cell.value == "得分")
    score = scores.cell(2, column)
    score.value = f"={score.value}-40+40"
    book["单位"].row_dimensions[3].hidden = True
    plan = book["方案"]
    heading = {cell.value: cell.column for cell in plan[1]}
    row = next(row for row in range(2, plan.max_row + 1) if plan.cell(row, heading["项目"]).value == "权重")
    weight = plan.cell(row, heading["数值"])
    weight.value, weight.number_format = weight.value / 100, "0%"
    os.makedirs(os.path.dirname(target))
    book.save(target)

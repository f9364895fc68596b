#!/usr/bin/env python3
"""Thousands of damaged years, each with the fault that must be named and the cell it must be named at.

The year of a small county is a folder of CSV; each case damages one table, as CSV or as a workbook, and has
`baton check --json` read the folder. Every class says by itself, from the norm alone, what is to be found.
    damage.py --baton .build/release/baton --sample .build/release/baton-sample [--count 3000]
"""
import argparse
import collections
import concurrent.futures
import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

# * required; i integer from 0, s score 0-100, n number not negative, d date, f 是/否, c closed list, u 单位编号,
# p 人员编号, t indicator; the key's columns come first, their count before the bar.
COLUMNS = {
    "考核组": "2|组号 姓名* 职责*c 来源单位*u 回避单位 业务专长 培训日期d",
    "单位": "1|单位编号 单位全称* 单位简称* 类别* 序列* 机构序*i 考核组i 参评方式*c 领导成员数i 非领导成员数i 事业人数i",
    "干部": "1|人员编号 姓名* 单位编号*u 职务* 层级*c 班子成员*f 主要负责人*f 身份*c 状态*c 测评有效票i 测评优秀票i 在岗月数i",
    "指标": "1|指标编号 适用* 板块*c 指标名称* 方向*c 分值*n 新增f",
    "指标完成": "2|单位编号u 指标编号t 完成值* 考核组评分*n 方式*c 佐证* 日期d",
    "实地考核": "1|单位编号u 进驻日期*d 离开日期d 听取汇报次数*i 查阅资料份数*i 实地查看处数*i",
    "平时分数": "5|单位编号u 评分单位*u 期次* 依据*c 指标编号 得分*s",
    "县领导评分": "2|票号 单位编号*u 得分*s",
    "互评": "2|评分单位u 单位编号*u 得分*s",
    "人员测评": "2|单位编号u 票类 发出票*i 收回票*i 优秀*i 良好*i 一般*i 较差*i 弃权*i 废票*i",
    "加减分": "1|编号 单位编号*u 类型*c 事项编号* 事项* 分值n 依据* 日期*d 认定*c",
    "班子述职": "3|单位编号u 部分*c 序号*i 内容* 得分n 范围c 位次i 参评数i",
    "个人述职": "3|人员编号p 部分*c 序号*i 内容*",
    "谈话提纲": "2|要点c 序号*i 建议问法*",
    "谈话": "2|谈话编号 单位编号*u 要点*c 内容* 谈话人* 记录人* 日期*d",
    "突出问题": "1|问题编号 单位编号*u 类别* 具体表现* 来源*c 整改措施* 责任人* 完成时限* 整改状态*c",
    "经验做法": "1|编号 单位编号*u 标题* 做法* 成效* 可推广*f",
    "研判": "2|对象类型c 编号* 评价*c 表现* 依据* 来源*c 建议*c",
    "担当作为": "1|人员编号p 台账号* 政治标准*f 急难险重*f 复杂问题*f 乡村振兴*f 主要事迹* 动态*c",
    "撰写材料": "4|文书c 单位编号 部分* 序号*i 内容*",
    "分发": "2|文书c 份号*i 领取人* 职务*",
}


class Column:
    def __init__(self, text, is_key):
        self.kind = text[-1] if text[-1] in "isndfcupt" else ""
        name = text[:-1] if self.kind else text
        self.is_required = is_key and name not in ("票类", "指标编号") or name.endswith("*")
        self.name = name.rstrip("*")
        self.is_key = is_key


def schema(table):
    count, columns = COLUMNS[table].split("|")
    return [Column(text, index < int(count)) for index, text in enumerate(columns.split())]


def letters(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Case:
    """One table to damage. What must be found: a code at a cell of a sheet."""

    def __init__(self, year, chance):
        self.year, self.chance = year, chance
        self.table = chance.choice(sorted(COLUMNS))
        self.rows = [list(row) for row in year[self.table]]
        self.heading = self.rows[0]
        self.code = self.cell = None
        self.sheet = self.table
        self.is_workbook = chance.random() < 0.5
        self.raw_cells = {}  # place → XML of a cell, in a workbook
        self.merges = []
        self.others = {}  # further files of the folder
        self.without = set()
        self.bytes = None  # instead of the table

    def column(self, kinds, required=None):
        """A column of one of some kinds that the table has, or None."""
        fits = [
            column for column in schema(self.table)
            if (column.kind or "-") in kinds and column.name in self.heading
            and (required is None or column.is_required == required)]
        return self.chance.choice(fits) if fits else None

    def row(self, filled=None):
        """The number of a row, one in which a column is filled if that is asked for."""
        numbers = range(2, len(self.rows) + 1)
        if filled is not None:
            at = self.heading.index(filled)
            numbers = [number for number in numbers if self.rows[number - 1][at]]
        return self.chance.choice(numbers) if numbers else None

    def expect(self, code, row, name):
        self.code, self.cell = code, f"{letters(self.heading.index(name))}{row}"

    def set(self, row, name, value):
        self.rows[row - 1][self.heading.index(name)] = value


def value_class(kinds, values, code):
    """A class that writes an impossible value into a column of some kind."""
    def damage(case):
        column = case.column(kinds)
        row = column and case.row(filled=column.name)
        if not row:
            return False
        case.set(row, column.name, case.chance.choice(values))
        case.expect(code, row, column.name)
        return True
    return damage


def missing_value(case):
    column = case.column("isndfcupt-", required=True)
    row = column and case.row(filled=column.name)
    if not row:
        return False
    case.set(row, column.name, case.chance.choice(["", " ", "　"]))
    case.expect("missing-value", row, column.name)
    return True


def missing_column(case):
    column = case.column("isndfcupt-", required=True)
    if column is None:
        return False
    at = case.heading.index(column.name)
    case.rows = [row[:at] + row[at + 1:] for row in case.rows]
    case.code, case.cell = "missing-column", "1"
    return True


def unknown_column(case):
    case.rows = [row + [f"多{number}"] for number, row in enumerate(case.rows)]
    case.code, case.cell = "unknown-column", f"{letters(len(case.heading))}1"
    return True


def duplicate_column(case):
    name = case.chance.choice(case.heading)
    at = case.heading.index(name)
    case.rows = [row + [row[at]] for row in case.rows]
    case.code, case.cell = "duplicate-column", f"{letters(len(case.heading))}1"
    return True


def duplicate_key(case):
    row = case.row()
    case.rows.append(list(case.rows[row - 1]))
    case.expect("duplicate-key", len(case.rows), schema(case.table)[0].name)
    return True


def duplicate_value(case):
    case.table = case.sheet = "单位"
    case.rows = [list(row) for row in case.year["单位"]]
    case.heading = case.rows[0]
    name = case.chance.choice(["单位全称", "单位简称", "机构序"])
    first, second = sorted(case.chance.sample(range(2, len(case.rows) + 1), 2))
    case.set(second, name, case.rows[first - 1][case.heading.index(name)])
    case.expect("duplicate-value", second, name)
    return True


def self_score(case):
    case.table = case.sheet = "互评"
    case.rows = [list(row) for row in case.year["互评"]]
    case.heading = case.rows[0]
    row = case.row()
    case.set(row, "单位编号", case.rows[row - 1][case.heading.index("评分单位")])
    # Which of the two is wrong nobody knows; the row is.
    case.code, case.cell = "self-score", f"*{row}"
    return True


def doubtful_percent(case):
    case.table = case.sheet = "方案"
    case.rows = [list(row) for row in case.year["方案"]]
    case.heading = case.rows[0]
    numbers = [n for n, row in enumerate(case.rows, 1) if row[0] == "权重"]
    row = case.chance.choice(numbers)
    case.set(row, "数值", case.chance.choice(["0.3", "0.05", "0.5"]))
    case.expect("doubtful-percent", row, "数值")
    return True


def missing_plan_row(case):
    case.table = case.sheet = "方案"
    case.rows = [list(row) for row in case.year["方案"]]
    case.heading = case.rows[0]
    numbers = [n for n, row in enumerate(case.rows, 1) if row[0] in ("权重", "满分", "口径", "告知")]
    del case.rows[case.chance.choice(numbers) - 1]
    case.code, case.cell = "missing-row", "A1"
    return True


def missing_table(case):
    case.table = case.sheet = case.chance.choice(["年度", "单位"])
    case.without.add(case.table)
    case.code, case.cell = "missing-table", ""
    return True


def duplicate_table(case):
    case.others[f"{case.table}.csv"] = as_csv(case.rows)
    case.is_workbook = True
    case.code, case.cell = "duplicate-table", ""
    return True


def unknown_table(case):
    name = case.table + "表"
    case.others[f"{name}.csv"] = as_csv(case.rows)
    case.sheet, case.code, case.cell = name, "unknown-table", ""
    return True


def broken_quote(case):
    case.is_workbook = False
    row = case.row()
    at = case.chance.randrange(len(case.heading))
    lines = [as_csv([line]) for line in case.rows]
    head, tail = as_csv([case.rows[row - 1][:at]]).rstrip(b"\n"), as_csv([case.rows[row - 1][at + 1:]]).rstrip(b"\n")
    lines[row - 1] = (head + b"," if at else b"") + '"甲"乙'.encode() + (b"," + tail if tail else b"") + b"\n"
    case.bytes = b"".join(lines)
    case.code, case.cell = "unreadable-table", f"{letters(at)}{row}"
    return True


def bad_encoding(case):
    case.is_workbook = False
    case.bytes = as_csv(case.rows) + b"\xff\xff\xff\n"
    case.code, case.cell = "unreadable-table", ""
    return True


def cell_class(kinds, xml, code, required=None):
    """A class that puts into a workbook a cell which CSV can't have."""
    def damage(case):
        column = case.column(kinds, required)
        row = column and case.row(filled=column.name)
        if not row:
            return False
        case.is_workbook = True
        place = f"{letters(case.heading.index(column.name))}{row}"
        case.raw_cells[place] = case.chance.choice(xml).format(place)
        case.expect(code, row, column.name)
        return True
    return damage


def merged_key(case):
    if len(case.rows) < 3:
        return False
    case.is_workbook = True
    row = case.chance.randrange(3, len(case.rows) + 1)
    name = schema(case.table)[0].name
    column = letters(case.heading.index(name))
    case.merges.append(f"{column}{row - 1}:{column}{row}")
    case.expect("missing-value", row, name)
    return True


def file_class(code, make):
    """A class that damages the workbook as a file."""
    def damage(case):
        case.is_workbook = True
        case.bytes = make(case, as_workbook(case))
        case.sheet, case.code, case.cell = "", code, ""
        return True
    return damage


def truncated(case, data):
    return data[:case.chance.randrange(4, len(data) - 1)]


def flipped(case, data):
    """One byte of packed data changed: its checksum is wrong."""
    at = data.index(b"sheet1.xml") + case.chance.randrange(200, 400)
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1:]


def bomb(case, data):
    return with_part(data, "xl/media/zero.bin", b"\0" * (8 << 20))


def doctype(case, data):
    entity = b'<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    return with_part(data, "xl/workbook.xml", entity, replaces=True)


def compound(mark):
    def make(case, data):
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + mark + bytes(512)
    return make


def with_part(data, name, content, replaces=False):
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            if not (replaces and entry.filename == name):
                archive.writestr(entry.filename, source.read(entry))
        archive.writestr(name, content)
    return target.getvalue()


CLASSES = {
    "words for a number": value_class("isn", ["九十", "９０", "1,200", "90分", "1e2", "约90", "9 0", "--5"], "wrong-type"),
    "a fraction for a count": value_class("i", ["1.5", "0.1"], "wrong-type"),
    "below the range": value_class("isn", ["-1", "-7"], "out-of-range"),
    "above the range": value_class("s", ["101", "100.01", "1000"], "out-of-range"),
    "no such day": value_class("d", ["2022-02-30", "去年", "2022-13-01", "20221231", "2022.12.31"], "wrong-type"),
    "not in the list": value_class("c", ["没有的词", "其它的"], "not-in-list"),
    "neither yes nor no": value_class("f", ["对", "有", "2"], "not-in-list"),
    "a unit that nobody is": value_class("u", ["U999", "X01"], "unknown-reference"),
    "a cadre that nobody is": value_class("p", ["P9999999", "R1"], "unknown-reference"),
    "an indicator that is none": value_class("t", ["I9999", "无此指标"], "unknown-reference"),
    "a blank": missing_value, "a column less": missing_column, "a column more": unknown_column,
    "a column twice": duplicate_column, "a key twice": duplicate_key, "a name twice": duplicate_value,
    "a score of oneself": self_score, "a percentage as a fraction": doubtful_percent,
    "a row of the plan less": missing_plan_row, "a table less": missing_table, "a table twice": duplicate_table,
    "a table more": unknown_table, "a quote too many": broken_quote, "no encoding": bad_encoding,
    "an error for a value": cell_class(
        "isndfcupt-", ['<c r="{}" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="{}" t="e"><v>#N/A</v></c>'], "error-value"),
    "a formula without a value": cell_class(
        "isndfcupt-", ['<c r="{}"><f>SUM(A1:A2)</f></c>', '<c r="{}"><f>A1</f><v/></c>'], "uncomputed-formula"),
    "a picture": cell_class(
        "isndfcupt-", ['<c r="{}" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'], "picture-in-cell"),
    "a date for a number": cell_class("isn", ['<c r="{}" s="1"><v>44926</v></c>'], "wrong-type"),
    "a number for a date": cell_class("d", ['<c r="{}"><v>44926</v></c>'], "wrong-type"),
    "a truth for a number": cell_class("isn", ['<c r="{}" t="b"><v>1</v></c>'], "wrong-type"),
    "a merged key": merged_key,
    "a file cut short": file_class("damaged-workbook", truncated), "a byte changed": file_class("damaged-workbook", flipped),
    "a bomb": file_class("oversized-workbook", bomb), "an entity": file_class("damaged-workbook", doctype),
    "a password": file_class("encrypted-workbook", compound("EncryptedPackage".encode("utf-16-le"))),
    "an old format": file_class("legacy-workbook", compound("Workbook".encode("utf-16-le"))),
    "another file": file_class("not-a-workbook", lambda case, data: as_csv(case.rows)),
}


def as_csv(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def as_workbook(case):
    lines = []
    for number, row in enumerate(case.rows, 1):
        cells = []
        for column, text in enumerate(row):
            place = f"{letters(column)}{number}"
            if place in case.raw_cells:
                cells.append(case.raw_cells[place])
            elif text:
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    merges = "".join(f'<mergeCell ref="{range}"/>' for range in case.merges)
    merges = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    parts = {
        "_rels/.rels": f'<Relationships {RELS}><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="{case.table}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships {RELS}><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet {MAIN}><sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>',
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def run(case, base, baton):
    """None if the fault was named at its cell, or what was said instead."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(base)) as folder:
        for name in os.listdir(base):
            if name[:-4] != case.table:
                os.link(os.path.join(base, name), os.path.join(folder, name))
        if case.table not in case.without:
            extension = "xlsx" if case.is_workbook else "csv"
            data = case.bytes or (as_workbook(case) if case.is_workbook else as_csv(case.rows))
            case.others[f"{case.table}.{extension}"] = data
        for name, data in case.others.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        result = subprocess.run([baton, "check", folder, "--json"], capture_output=True, timeout=120)
    if result.returncode not in (0, 1):
        return f"ended with {result.returncode}: {result.stderr[-300:].decode(errors='replace')}"
    items = json.loads(result.stdout)["items"]
    for item in items:
        cell = f"*{item['cell'].lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}" if case.cell.startswith("*") else item["cell"]
        if (item["code"], item["sheet"], cell) == (case.code, case.sheet, case.cell):
            return None
    said = [f"{item['severity']} {item['code']} {item['sheet']}!{item['cell']}" for item in items[:6]]
    silent = "" if any(item["severity"] == "error" for item in items) or result.returncode else " SILENT"
    return f"{case.code} {case.sheet}!{case.cell} not among {said}{silent}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--baton", required=True, type=os.path.abspath)
    parser.add_argument("--sample", required=True, type=os.path.abspath, help="the built baton-sample")
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    findings = check(options.baton, options.sample, options.count, options.seed, options.jobs)
    return 1 if findings else 0


def check(baton, sample, count, seed=1, jobs=2):
    """Every finding; prints how many of each class were exact. At least 99 in 100 must be."""
    work = tempfile.mkdtemp()
    base = os.path.join(work, "base")
    try:
        subprocess.run(
            [sample, base, "--units", "12", "--groups", "2", "--county", "清和县"], check=True, stdout=subprocess.DEVNULL)
        year = {}
        for name in os.listdir(base):
            with open(os.path.join(base, name), encoding="utf-8", newline="") as file:
                year[name[:-4]] = list(csv.reader(file))
        cases = []
        names = sorted(CLASSES)
        for number in range(count):
            chance = random.Random(f"{seed}/{number}")
            name = names[number % len(names)]
            case = Case(year, chance)
            while not CLASSES[name](case):
                case = Case(year, chance)
            cases.append((name, case))
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            answers = list(pool.map(lambda named: run(named[1], base, baton), cases))
    finally:
        shutil.rmtree(work)
    exact, all_cases, findings = collections.Counter(), collections.Counter(), []
    for (name, case), answer in zip(cases, answers):
        all_cases[name] += 1
        exact[name] += answer is None
        if answer:
            findings.append(f"{name} ({'xlsx' if case.is_workbook else 'csv'}): {answer}")
    for name in sorted(all_cases):
        print(f"    {exact[name]:4}/{all_cases[name]:<4} {name}")
    total = sum(exact.values())
    print(f"    {total} of {count} exact ({total / count:.2%})")
    for finding in findings[:40]:
        print("    FOUND", finding)
    return findings


if __name__ == "__main__":
    sys.exit(main())

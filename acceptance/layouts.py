"""The layouts against the figures of GB/T 9704-2012, measured on pages that LibreOffice and Chromium lay out."""
import argparse
import os
import shutil
import subprocess
import sys

import measure

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "layouts")
MM_A_POINT = 25.4 / 72
CHARACTER = 16 * MM_A_POINT  # 三号
SMALL = 14 * MM_A_POINT  # 四号
TABLE_START, TABLE_END = "<!-- measured -->", "<!-- /measured -->"
# What stands in the docs: a name, the sheets and the page.
PICTURES = [
    ("official", "official.pdf", 1), ("official-foot", "official.pdf", -1), ("upward", "upward.pdf", 1),
    ("letter", "letter.pdf", 1), ("minutes", "minutes.pdf", 1), ("table", "table.pdf", 1),
    ("joint", "joint.pdf", 1), ("official-foot-page", "official.page.pdf", -1),
]


def check(baton, work, fonts_conf):
    """Renders every layout, measures the pages, writes measured.md beside them; findings are figures that are off."""
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    environment = dict(os.environ)
    if os.path.exists(fonts_conf):
        environment["FONTCONFIG_FILE"] = os.path.abspath(fonts_conf)
    names = sorted(name[:-5] for name in os.listdir(HERE) if name.endswith(".html"))
    findings, rows = [], {}
    data = os.path.join(work, "data.json")
    with open(data, "w", encoding="utf-8") as file:
        file.write("{}")
    for name in names:
        for kind in ("docx", "html"):
            subprocess.run(
                [baton, "render", os.path.join(HERE, name + ".html"), "--data", data,
                 "--output", os.path.join(work, f"{name}.{kind}")], check=True)
            lint = subprocess.run(
                [baton, "lint", os.path.join(work, f"{name}.{kind}")], capture_output=True, text=True)
            if lint.returncode or lint.stdout or lint.stderr:
                findings.append(f"baton lint {name}.{kind}: {lint.stdout}{lint.stderr}")
    sheets = [("Word", _libreoffice(names, work, environment))]
    if shutil.which("chromium"):
        sheets.append(("page", _chromium(names, work, environment)))
    for medium, pdfs in sheets:
        for name, measured, wanted, tolerance in figures(pdfs, medium):
            rows.setdefault((name, wanted), {})[medium] = measured
            if measured is None or abs(measured - wanted) > tolerance:
                findings.append(f"{medium}: {name}: {measured} where the standard wants {wanted} (± {tolerance})")
    _write(os.path.join(work, "measured.md"), rows, [medium for medium, _ in sheets])
    return findings


def figures(pdfs, medium):
    """(what, measured, the standard's figure, tolerance) for every figure."""
    yield from _grid(measure.Page(pdfs["grid"], 1))
    yield from _head(measure.Page(pdfs["official"], 1), pdfs, medium)
    yield from _numbers(pdfs)
    yield from _foot(pdfs, medium)
    yield from _joint(measure.Page(pdfs["joint"], 1))
    yield from _letter(pdfs, medium)
    yield from _table(pdfs["table"])


def _grid(page):
    lines = [line for line in page.lines() if "—" not in line]
    yield "每面行数", len(lines), 22, 0
    yield "每行字数", len(lines[0]), 28, 0
    words = [word for word in page.words() if "—" not in word[4]]
    yield "订口（左）", round(min(w[0] for w in words), 1), 28, 0.3
    yield "版心右边缘", round(max(w[2] for w in words), 1), 184, 0.5


def _head(page, pdfs, medium):
    mark = page.ink("red", bottom=100)
    yield "发文机关标志上边缘距版心上边缘", round(mark[1] - 37, 1), 35, 1
    rule = page.rules("red")[0]
    number = page.ink("black", top=mark[3], bottom=rule[0])
    yield "红色分隔线在发文字号下", round(rule[0] - number[3], 1), 4, 0.5
    yield "红色分隔线长", round(rule[3] - rule[2], 1), 156, 0.3
    # Of its line of 36 points, the title takes 22: half of the rest stands above it.
    title = page.ink("black", top=rule[1] + 5, bottom=rule[1] + 40)
    yield "标题在分隔线下（空二行）", round(title[1] - rule[1] - 7 * MM_A_POINT, 1), 2 * 225 / 22, 3
    upward = measure.Page(pdfs["upward"], 1)
    rule = upward.rules("red")[0]
    last = upward.ink("black", top=rule[0] - 12, bottom=rule[0], right=100)
    yield "上行文：发文字号居左空一字", round(last[0] - 28, 1), round(CHARACTER, 1), 0.7
    yield "上行文：分隔线在发文字号下", round(rule[0] - last[3], 1), 4, 0.7
    names = [w for w in upward.words() if any(name in w[4] for name in ("王小明", "张三岭"))]
    yield "上行文：签发人上下两行首名对齐", round(
        abs(names[0][2] - names[-1][2]) if len(names) > 1 else 99, 1), 0, 0.5


def _numbers(pdfs):
    odd, even = (measure.Page(pdfs["official"], number) for number in (1, 2))
    dash = odd.ink("black", top=262.5, right=172)
    yield "页码一字线距版心下边缘", round((dash[1] + dash[3]) / 2 - 262, 1), 7, 0.5
    yield "单页码右空一字", round(184 - odd.ink("black", top=262.5)[2], 1), round(SMALL, 1), 0.6
    yield "双页码左空一字", round(even.ink("black", top=262.5)[0] - 26, 1), round(SMALL, 1), 0.6


def _foot(pdfs, medium):
    for name, label in (("official", "版记"), ("minutes", "纪要的版记")):
        last = measure.Page(pdfs[name], measure.page_count(pdfs[name]))
        rules = last.rules("black")
        # LibreOffice puts a box that text makes room for 2 mm higher than it stands without; not tried in Word.
        yield f"{label}末线与版心下边缘重合", round(rules[-1][1], 1), 262, 2.5 if medium == "Word" else 0.5
        yield f"{label}首末线粗", round(rules[0][1] - rules[0][0], 2), 0.35, 0.16
        yield f"{label}中间线粗", round(rules[1][1] - rules[1][0], 2), 0.25, 0.1
        yield f"{label}线长", round(rules[0][3] - rules[0][2], 1), 156, 0.4


def _joint(page):
    """The last of several agencies and the date stand on one axis, the date four characters from the edge."""
    # Below the red rule.
    words = [w for w in page.words() if w[1] > page.rules("red")[0][1]]
    names = [next(w for w in words if name in w[4]) for name in ("县委办", "县政府办", "县财政局")]
    # The date may be read in several words.
    line = [w for w in words if names[2][1] + 5 < w[1] < names[2][1] + 15]
    date = (min(w[0] for w in line), 0, max(w[2] for w in line))
    middles = [(w[0] + w[2]) / 2 for w in [*names, date]]
    yield "联合行文：日期在末一个机关下居中", round(abs(middles[3] - middles[2]), 1), 0, 0.5
    yield "联合行文：日期右空四字", round(184 - date[2], 1), round(4 * CHARACTER, 1), 3
    # A county's seal is 42 mm across.
    yield "联合行文：相邻印章中心的距离（不小于 42）", round(min(middles[1] - middles[0], middles[2] - middles[1]), 1), 45, 3


def _letter(pdfs, medium):
    last = measure.Page(pdfs["letter"], measure.page_count(pdfs["letter"]))
    copies = [w for w in last.words() if "抄送" in w[4]]
    # A line of 22 points holds letters of 14: the rest stands below them.
    yield "信函：抄送在最后一面版心最下方", round(copies[-1][3], 1) if copies else None, 262, 4
    first, second = (measure.Page(pdfs["letter"], number) for number in (1, 2))
    mark = first.ink("red", bottom=60)
    yield "信函：发文机关标志上边缘距上页边", round(mark[1], 1), 30, 1.3
    rules = first.rules("red")
    yield "信函：首线在发文机关标志下", round(rules[0][0] - first.ink("red", bottom=rules[0][0])[3], 1), 4, 1
    yield "信函：首线长", round(rules[0][3] - rules[0][2], 1), 170, 0.4
    yield "信函：末线距下页边", round(297 - rules[-1][1], 1), 20, 0.5
    yield "信函：末线长", round(rules[-1][3] - rules[-1][2], 1), 170, 0.4
    yield "信函：首页不显示页码", int(first.ink("black", top=264, bottom=275) is not None), 0, 0
    yield "信函：第二页显示页码", int(second.ink("black", top=264, bottom=275) is not None), 1, 0


def _table(pdf):
    page = measure.Page(pdf, 1)
    dash = page.ink("black", right=34, left=5)
    yield "横排表：页码一字线距版心边缘", round(35 - (dash[0] + dash[2]) / 2, 1), 7, 1.2
    yield "横排表：单页码右空一字（在横页下方）", round(184 - dash[3], 1), round(SMALL, 1), 0.7
    yield "横排表：表头每页重复", sum(
        any("名次" in line for line in measure.Page(pdf, n).lines()) for n in (1, 2)), 2, 0


def _libreoffice(names, work, environment):
    profile = os.path.abspath(os.path.join(work, "profile"))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf", "--outdir", work,
         *[os.path.join(work, f"{name}.docx") for name in names]],
        check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return {name: os.path.join(work, f"{name}.pdf") for name in names}


def _chromium(names, work, environment):
    pdfs = {}
    for name in names:
        pdfs[name] = os.path.join(work, f"{name}.page.pdf")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/chromium",
             "--no-pdf-header-footer", f"--print-to-pdf={pdfs[name]}",
             "file://" + os.path.abspath(os.path.join(work, f"{name}.html"))],
            check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return pdfs


def _write(path, rows, media):
    with open(path, "w", encoding="utf-8") as file:
        file.write("| | standard | " + " | ".join(media) + " |\n|---|--:|" + "--:|" * len(media) + "\n")
        for (name, wanted), measured in rows.items():
            cells = [str(measured.get(medium, "–")) for medium in media]
            file.write(f"| {name} | {round(wanted, 2)} | " + " | ".join(cells) + " |\n")


def record(work, page, pictures):
    """Puts the table that was measured into a page of the docs, and the layouts' sheets beside it as pictures."""
    with open(os.path.join(work, "measured.md"), encoding="utf-8") as file:
        table = file.read()
    with open(page, encoding="utf-8") as file:
        head, _, rest = file.read().partition(TABLE_START)
    _, _, tail = rest.partition(TABLE_END)
    with open(page, "w", encoding="utf-8") as file:
        file.write(f"{head}{TABLE_START}\n{table}{TABLE_END}{tail}")
    for name, pdf, number in PICTURES:
        picture = measure.picture(os.path.join(work, pdf), number)
        picture.save(os.path.join(pictures, f"layout-{name}.png"), optimize=True)


def main():
    options = argparse.ArgumentParser(description="Measures the layouts and records the figures in docs/pages.md.")
    options.add_argument("--baton", required=True, type=os.path.abspath)
    options.add_argument("--fonts", required=True, help="fonts.conf with the Fandol faces")
    options.add_argument("--work", default=".build/layouts", type=os.path.abspath)
    options = options.parse_args()
    findings = check(options.baton, options.work, options.fonts)
    for finding in findings:
        print(f"FOUND {finding}")
    docs = os.path.join(HERE, "..", "..", "docs")
    record(options.work, os.path.join(docs, "pages.md"), os.path.join(docs, "images"))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

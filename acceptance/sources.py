"""Where a figure comes from: on the county's own pages a click shows it, in a browser; elsewhere there is nothing of it.

The page is copied with a script that gives the focus to each figure, as a click does, and writes down what the browser
then shows beside it; Chromium runs it without a window.
"""
import html
import json
import os
import re
import shutil
import subprocess

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
MARK = "data-source="
SCRIPT = """<script>addEventListener('load', () => {
  const shown = [...document.querySelectorAll('[data-source]')].filter(cell => cell.dataset.source).map(cell => {
    const before = getComputedStyle(cell, '::after').content
    cell.focus()
    return [cell.textContent.trim(), cell.dataset.source, before, getComputedStyle(cell, '::after').content]
  })
  const out = document.createElement('pre')
  out.id = 'shown'
  out.textContent = JSON.stringify(shown)
  document.body.append(out)
})</script>"""
OWN = ("得分明细与排名表", "index")


def check(root, work):
    """What is wrong with the sources that a build's pages show; None without a browser."""
    findings = []
    pages = [os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names if name.endswith(".html")]
    own = [page for page in pages if os.path.splitext(os.path.basename(page))[0] in OWN]
    if len(own) != len(OWN):
        findings.append(f"of {OWN} only {own} are there")
    for page in set(pages) - set(own):
        with open(page, encoding="utf-8") as file:
            # The theme's style sheet names the attribute; an element that has it is what may not be.
            if MARK in file.read():
                findings.append(f"{page} tells where its figures come from")
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("    SKIPPED, NOT CHECKED: no Chromium here")
        return None
    os.makedirs(work, exist_ok=True)
    for page in own:
        found = list(_clicked(browser, page, work))
        findings += found
    return findings


def _text(content):
    """The text of a CSS string (CSS Syntax 3 §4.3.7); what is none, such as `normal`, as it stands."""
    if not content.startswith('"'):
        return content
    return re.sub(
        r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", lambda match: chr(int(match[1], 16)) if match[1] else match[2],
        content[1:-1], flags=re.S)


def _clicked(browser, page, work):
    name = os.path.splitext(os.path.basename(page))[0]
    copy = os.path.join(work, f"{name}.html")
    with open(page, encoding="utf-8") as file:
        text = file.read()
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text.replace("</head>", SCRIPT + "</head>"))
    dom = subprocess.run(
        [browser, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/profile",
         "--virtual-time-budget=20000", "--dump-dom", f"file://{copy}"],
        capture_output=True, text=True, timeout=120).stdout
    match = re.search(r'<pre id="shown">(.*?)</pre>', dom, re.S)
    if not match:
        yield f"{name}: the browser showed nothing"
        return
    shown = json.loads(html.unescape(match.group(1)))
    print(f"    {name}: {len(shown)} figures clicked")
    if not shown:
        yield f"{name}: no figure tells where it comes from"
    for text, source, before, after in shown:
        said = _text(after)
        if before not in ("none", "normal"):
            yield f"{name}: {text} shows its source before it is clicked"
        elif said != source:
            yield f"{name}: {text} shows {said[:60]!r}, not {source[:60]!r}"
        elif text.replace("—", "") and text not in source:
            yield f"{name}: {text} is not the value that its source {source[:40]!r} ends in"

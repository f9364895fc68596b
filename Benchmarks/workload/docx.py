#!/usr/bin/env python3
"""The speed of .docx against the floor and docxtpl, in one run.   docx.py BATON-BENCH [ROUNDS]

Run from the project's root; needs docxtpl 0.20.2, a C compiler, libdeflate and zlib. Everything is interleaved: machines are shared,
and only figures of the same minutes compare. CPU milliseconds a document, medians.
"""
import json, os, statistics, subprocess, sys, tempfile, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH, ROUNDS = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "5"
work = tempfile.mkdtemp()
data = f"{work}/data.json"
subprocess.run([sys.executable, f"{HERE}/gen.py", "87", data], check=True)
subprocess.run(["cc", "-O2", "-o", f"{work}/floor", f"{HERE}/floor.c", "-lz", "-ldeflate"], check=True)


def steady(command):
    line = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
    return statistics.median(line["cpu"]), statistics.median(line["ms"])


def baton(template, tasks="1", folder=work):
    return steady([BENCH, "docx", data, folder, ROUNDS, "--template", f"{HERE}/{template}", "--tasks", tasks])


def floor(template):
    """Deflate of this route's own document.xml at level 6, its checksum, and a new file of the document's size."""
    out = f"{work}/{template}.out"
    os.makedirs(out, exist_ok=True)
    subprocess.run([BENCH, "docx", data, out, "0", "--template", f"{HERE}/{template}"], check=True)
    names = sorted(os.listdir(out), key=lambda n: os.path.getsize(f"{out}/{n}"))
    middle = f"{out}/{names[len(names) // 2]}"
    xml = f"{work}/document.xml"
    with open(xml, "wb") as file:
        file.write(zipfile.ZipFile(middle).read("word/document.xml"))
    lines = subprocess.run([f"{work}/floor", xml, middle, xml, work], check=True, capture_output=True, text=True).stdout
    cost = {l.split()[0].split(":")[0]: float(l.split()[2]) / 1000 for l in lines.splitlines()}
    return cost["deflate_libdeflate_6"] + cost["crc32_libdeflate"] + cost["create_write_docx"]


rows = {}
for _ in range(3):
    for template in ["report.docx", "report.html"]:
        rows.setdefault((template, "floor"), []).append(floor(template))
        rows.setdefault((template, "one task"), []).append(baton(template)[0])
        rows.setdefault((template, "two tasks"), []).append(baton(template, "2")[0])
    rows.setdefault(("report.docx", "docxtpl"), []).append(
        steady([sys.executable, f"{HERE}/peers.py", "docxtpl", data, work, "1"])[0])
median = {key: statistics.median(values) for key, values in rows.items()}
for key, value in median.items():
    print(f"{key[0]:12} {key[1]:10} {value:8.3f} ms")
for template in ["report.docx", "report.html"]:
    one = median[template, "one task"]
    print(f"{template}: {one / median[template, 'floor']:.2f} x the floor, "
          f"docxtpl / {median['report.docx', 'docxtpl'] / one:.0f}, "
          f"two tasks {median[template, 'two tasks'] / one:.2f} x the CPU of one")

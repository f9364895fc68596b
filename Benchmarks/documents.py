#!/usr/bin/env python3
"""Word documents against docxtpl and against the floor, everything in one run.   documents.py [ROUNDS]

Run by `Benchmarks/run`, in its folder. The floor is what no writer of packages goes below: the deflate of this route's
own document.xml by libdeflate at level 6, its checksum, a new file of the document's size. Engines run in turns: only
figures of the same minutes compare. CPU milliseconds a document, medians.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

TURNS = 3
BENCH = os.environ.get("BATON_BENCH", ".build/release/baton-bench")
ROUTES = {"written in Word": "workload/report.docx", "XHTML": "workload/report.html"}
ROWS = 10_000


class Workload:
    """A folder with the data, the compiled floor, and what the engines write."""

    def __init__(self, rounds):
        self.folder = tempfile.mkdtemp(prefix="documents-")
        self.rounds = str(rounds)
        self.data = self.generated("data.json", "87")
        self.long = self.generated("long.json", "1", "--rows", str(ROWS))
        self.floor_program = f"{self.folder}/floor"
        subprocess.run(
            ["cc", "-O2", "-o", self.floor_program, "workload/floor.c", "-lz", "-ldeflate"], check=True)

    def generated(self, name, *arguments):
        path = f"{self.folder}/{name}"
        subprocess.run([sys.executable, "workload/gen.py", arguments[0], path, *arguments[1:]], check=True)
        return path

    def baton(self, template, data=None, tasks=1, rounds=None, parallel=1, in_memory=False):
        """The answers of as many processes, started together."""
        command = [
            BENCH, "docx", data or self.data, "-" if in_memory else self.folder, rounds or self.rounds, "--template", template,
            "--tasks", str(tasks)]
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(parallel)]
        answers = [json.loads(process.communicate()[0]) for process in running]
        if any(process.returncode for process in running):
            sys.exit(f"failed: {' '.join(command)}")
        return answers

    def docxtpl(self, data, rounds):
        command = [sys.executable, "workload/peers.py", "docxtpl", data, self.folder, rounds]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def middle_document(self, template, data=None):
        """One finished document, of middle size, and its main part, as files."""
        out = tempfile.mkdtemp(dir=self.folder)
        subprocess.run([BENCH, "docx", data or self.data, out, "0", "--template", template], check=True)
        files = sorted((f"{out}/{name}" for name in os.listdir(out)), key=os.path.getsize)
        document, main = files[len(files) // 2], f"{out}/document.xml"
        with open(main, "wb") as file:
            file.write(zipfile.ZipFile(document).read("word/document.xml"))
        return document, main

    def floor(self, document, main):
        answer = subprocess.run(
            [self.floor_program, main, document, main, self.folder], check=True, capture_output=True, text=True)
        cost = {line.split(":")[0].split()[0]: float(line.split()[2]) / 1000 for line in answer.stdout.splitlines()}
        return cost["deflate_libdeflate_6"] + cost["crc32_libdeflate"] + cost["create_write_docx"]


def short_documents(work):
    """CPU a document of four pages, against the floor and docxtpl; two tasks against one and against two processes."""
    documents = {route: work.middle_document(template) for route, template in ROUTES.items()}
    times = {}
    for _ in range(TURNS):
        times.setdefault("docxtpl", []).append(statistics.median(work.docxtpl(work.data, "1")["cpu"]))
        for route, template in ROUTES.items():
            def note(what, answers, key):
                times.setdefault((route, what), []).append(
                    statistics.median(statistics.median(answer[key]) for answer in answers))

            times.setdefault((route, "floor"), []).append(work.floor(*documents[route]))
            one, two = work.baton(template), work.baton(template, tasks=2)
            both = work.baton(template, parallel=2)
            note("one task", one, "cpu")
            note("in memory", work.baton(template, in_memory=True), "cpu")
            note("two tasks", two, "cpu")
            note("wall of one task", one, "ms")
            note("wall of two tasks", two, "ms")
            # Two processes finish two documents in the time that each takes for one.
            times.setdefault((route, "wall of two processes"), []).append(
                statistics.median(statistics.median(answer["ms"]) for answer in both) / 2)
    median = {key: statistics.median(values) for key, values in times.items()}
    for route in ROUTES:
        one, floor = median[route, "one task"], median[route, "floor"]
        row(f"{route}: CPU a document", f"{one:.3f} ms", "")
        row(f"{route}: against the floor of {floor:.3f} ms", f"{one / floor:.2f} ×", "≤ 1.3 ×")
        # docxtpl writes no files here, so neither does what it is compared with.
        memory = median[route, "in memory"]
        row(f"{route}: {memory:.3f} ms in memory, docxtpl's {median['docxtpl']:.1f} ms",
            f"1/{median['docxtpl'] / memory:.0f}", "≤ 1/100")
        row(f"{route}: two tasks, CPU", f"{median[route, 'two tasks'] / one:.2f} ×", "≤ 1.1 ×")
        walls = [median[route, f"wall of {what}"] for what in ("one task", "two tasks", "two processes")]
        row(f"{route}: wall of one task, two tasks, two processes", " / ".join(f"{w:.3f}" for w in walls) + " ms", "")


def long_tables(work):
    """One document with a table of 10,000 rows: time against docxtpl, memory against its XML."""
    peer = min(work.docxtpl(work.long, "1")["cpu"])
    for route, template in ROUTES.items():
        _, main = work.middle_document(template, work.long)
        answer = work.baton(template, data=work.long, rounds="3")[0]
        size, took = os.path.getsize(main), statistics.median(answer["cpu"])
        row(f"{route}: {ROWS} rows, {size / 1e6:.1f} MB of XML", f"{took:.0f} ms", "")
        row(f"{route}: docxtpl's {peer:.0f} ms", f"1/{peer / took:.0f}", "≤ 1/10")
        row(f"{route}: most memory, of the XML's size", f"{answer['peak'] / size:.1f} ×", "≤ 4 ×")


def row(what, measured, asked):
    print(f"| {what} | {measured} | {asked} |", flush=True)


def main():
    work = Workload(sys.argv[1] if len(sys.argv) > 1 else 5)
    started = time.strftime("%Y-%m-%d %H:%M")
    print(f"Word documents, {started}, load {os.getloadavg()[0]:.1f}\n\n| What | Measured | Asked for |\n|---|--:|--:|")
    short_documents(work)
    long_tables(work)


if __name__ == "__main__":
    main()

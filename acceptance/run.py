#!/usr/bin/env python3
"""The acceptance checks: builds the sample county and has the finished files read by tools that are not ours.

Ends with 0 if nothing was found, else with 1 and every finding.
"""
import argparse
import os
import shutil
import subprocess
import sys
import time

import archive
import builds
import county
import damage
import layouts
import gallery
import packages
import pages
import parity
import properties
import resaved
import slurm
import sources


def main():
    options = arguments()
    work = os.path.abspath(options.work)
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    output, data = os.path.join(work, "Output"), None
    run = Run()

    with run.step("build the sample county (baton demo)"):
        subprocess.run([options.baton, "demo", "--output", output], check=True)
    root = county.find(output)
    documents = county.read(root)
    data = data_folder(output)
    chosen = documents if options.all else county.samples(documents, options.commit)
    print(f"    {len(documents)} documents, {len(chosen)} of them looked at closely", flush=True)

    other = os.path.join(work, "elsewhere", "Output")
    os.makedirs(os.path.dirname(other))
    here = os.path.dirname(os.path.abspath(__file__))
    shown = []
    run.check("the gallery renders", lambda: rendered_gallery(
        options.baton, os.path.join(here, "..", "Templates", "gallery"), os.path.join(work, "gallery"), shown))
    run.check("the gallery's page and Word say the same lines", lambda: parity.check(
        # Pandoc keeps the entries of a list of contents as if they were text.
        shown, [page for page in shown if page.kind != "contents"]))
    run.check("the gallery's packages obey the standard", lambda: packages.check(
        shown, os.path.join(work, "gallery-packages"), options.ooxml_tools))
    run.check("LibreOffice shows the gallery", lambda: pages.check(
        shown, os.path.join(work, "gallery-pages"), options.fonts))
    run.check("two builds are byte-identical (other time zone, locale and folder)", lambda: identity(
        options.baton, data, root, other))
    run.check("shards spread by Slurm and merged are the build of one run", lambda: slurm.check(options.baton, data))
    run.check("a click shows where a figure comes from, on the county's own pages alone", lambda: sources.check(
        root, os.path.join(work, "sources")))
    run.check("page and Word say the same lines", lambda: parity.check(documents, chosen))
    run.check("packages obey the standard", lambda: packages.check(
        chosen, os.path.join(work, "packages"), options.ooxml_tools))
    run.check("the workbook of init gives the same results as made, saved again and edited", lambda: resaved.check(
        options.baton, os.path.join(work, "workbooks")))
    run.check("damaged years are named at their cell", lambda: damage.check(
        options.baton, os.path.join(os.path.dirname(options.baton), "baton-sample"), options.damaged))
    run.check("OpenSSL and ocfl-py accept the archive", lambda: archive.check(
        options.baton, data, os.path.join(work, "archive")))
    run.check("properties name no person", lambda: properties.check(documents, data))
    run.check("a killed build leaves the one before it", lambda: builds.killed(options.baton, data, other))
    run.check("LibreOffice shows one of each kind", lambda: pages.check(
        county.one_of_each_kind(documents), os.path.join(work, "pages"), options.fonts))
    run.check("layouts have the standard's figures", lambda: layouts.check(
        options.baton, os.path.join(work, "layouts"), options.fonts))
    print(f"pages to look at: {os.path.join(work, 'pages')}")
    return run.status()


def rendered_gallery(baton, templates, output, shown):
    finished, findings = gallery.render(baton, templates, output)
    shown += finished
    return findings + list(gallery.opened(finished))


def identity(baton, data, root, other):
    builds.build(
        baton, data, other, {"TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"},
        folder=os.path.dirname(other))
    return builds.differences(root, county.find(other))


def data_folder(output):
    """The folder of CSV that `baton demo` puts beside its output."""
    found = [folder for folder, _, files in os.walk(output) if "单位.csv" in files]
    if len(found) != 1:
        raise ValueError(f"{len(found)} folders below {output} hold 单位.csv")
    return found[0]


class Run:
    """Says what is checked, how long it took and what was found."""

    def __init__(self):
        self.findings, self.skipped = [], []
        self.started = time.monotonic()

    def step(self, name):
        return _Step(name)

    def check(self, name, body):
        with self.step(name):
            found = body()
        if found is None:
            self.skipped.append(name)
            return
        self.findings += found
        for finding in found[:20]:
            print(f"    FOUND {finding}", flush=True)
        if len(found) > 20:
            print(f"    … and {len(found) - 20} more", flush=True)

    def status(self):
        seconds = time.monotonic() - self.started
        for name in self.skipped:
            print(f"SKIPPED, NOT CHECKED: {name}")
        print(f"acceptance: {len(self.findings)} findings, {len(self.skipped)} checks skipped, {seconds:.0f} s")
        return 1 if self.findings else 0


class _Step:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.started = time.monotonic()
        print(f"==> {self.name}", flush=True)

    def __exit__(self, *_):
        print(f"    {time.monotonic() - self.started:.1f} s", flush=True)


def arguments():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--baton", required=True, type=os.path.abspath, help="the built program")
    parser.add_argument("--work", default=os.path.join(here, "..", ".build", "acceptance", "work"))
    parser.add_argument("--ooxml-tools", type=os.path.abspath, help="folder with xsdcheck.py and wordrules.py")
    parser.add_argument("--fonts", default=os.path.join(here, "..", ".build", "acceptance", "fonts", "fonts.conf"))
    parser.add_argument("--commit", default="", help="decides which two of each kind are looked at by chance")
    parser.add_argument("--damaged", type=int, default=200, help="how many damaged years")
    parser.add_argument("--all", action="store_true", help="every package, not only chosen ones")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

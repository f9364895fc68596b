#!/usr/bin/env python3
"""Bags judged by bagit.py, both ways; and a store of many sample years, made from bags that bagit.py makes.

    python acceptance/bags.py --baton .build/release/baton --work .build/acceptance/bags [--years 20]

Leaves the store in WORK/Archive, for `Benchmarks` (`baton-search WORK/Archive`).
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import time

import bagit


def main():
    options = arguments()
    work = os.path.abspath(options.work)
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    key, store = os.path.join(work, "key.pem"), os.path.join(work, "Archive")
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
    subprocess.run(
        [options.baton, "demo", "--years", str(options.years), "--formats", "html", "--output", os.path.join(work, "Output")],
        check=True, stderr=subprocess.DEVNULL)
    findings = []
    folders = sorted(glob.glob(os.path.join(work, "Output", "*", "[12]*")))
    folders = [folder for folder in folders if os.path.exists(os.path.join(folder, "index.json"))]
    for folder in folders:
        bag = make_bag(options.baton, folder, work)
        started = time.monotonic()
        imported = run(options.baton, "archive", "import", bag, "--store", store, "--key", key)
        print(f"{os.path.basename(folder)}: imported in {time.monotonic() - started:.1f} s", flush=True)
        if imported.returncode:
            findings.append(f"{bag}: {imported.stderr}")
        if folder != folders[-1]:
            shutil.rmtree(bag)
    findings += exported(options.baton, folders[-1], store, key, work)
    for finding in findings:
        print(f"FOUND {finding}")
    print(f"bags: {len(folders)} years, {len(findings)} findings")
    return 1 if findings else 0


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def make_bag(baton, folder, work):
    """A year as a version holds it, bagged by bagit.py."""
    year, county = os.path.basename(folder), os.path.basename(os.path.dirname(folder))
    bag = os.path.join(work, "bags", year)
    data = os.path.join(work, "Output", "样例数据", county + year)
    shutil.copytree(folder, os.path.join(bag, "documents"))
    shutil.copytree(data, os.path.join(bag, "inputs"))
    with open(os.path.join(bag, "results.json"), "wb") as file:
        subprocess.run([baton, "results", data, "--json"], stdout=file, stderr=subprocess.DEVNULL)
    with open(os.path.join(folder, "index.json")) as file:
        index = json.load(file)
    documents = [
        {"paths": {"html": ["documents/" + path]}, "kind": entry["doc"], "title": os.path.splitext(path)[0].split("/")[-1],
         "unit": entry["unit"], "person": entry["person"], "copy": entry["copy"], "audience": entry["audience"],
         "档号": None, "期限": "30年", "文号": None, "责任者": "县委组织部", "日期": f"{int(year) + 1}-02-20", "密级": None, "pages": None}
        for path, entry in index.items()]
    write_json(os.path.join(bag, "documents.json"), documents)
    write_json(os.path.join(bag, "plan.json"), {"方案": plan_rows(os.path.join(data, "方案.csv"))})
    bagit.make_bag(bag, {
        "External-Identifier": f"urn:baton:{county}:{year}", "External-Description": "样例年度", "Contact-Name": "考核办",
    }, checksums=["sha256", "sha512"])
    return bag


def plan_rows(path):
    import csv
    with open(path, encoding="utf-8") as file:
        return [{"项目": row["项目"], "适用": row["适用"] or None, "名称": row["名称"], "数值": row["数值"]} for row in csv.DictReader(file)]


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def exported(baton, folder, store, key, work):
    """The newest year out, judged, damaged, and in again."""
    findings = []
    year = os.path.basename(folder)
    bag = os.path.join(work, "exported")
    written = run(baton, "archive", "export", year, "--bag", bag, "--store", store)
    if written.returncode:
        return [f"export: {written.stderr}"]
    try:
        bagit.Bag(bag).validate()
    except bagit.BagError as error:
        findings.append(f"bagit.py refuses what was exported: {error}")
    again = run(baton, "archive", "import", bag, "--store", store, "--key", key)
    if again.returncode or "没有新成一版" not in again.stderr:
        findings.append(f"the same content again is not told to be the same: {again.stderr}")
    with open(os.path.join(bag, "data", "results.json"), "ab") as file:
        file.write(b" ")
    refused = run(baton, "archive", "import", bag, "--store", store, "--key", key)
    if refused.returncode != 1 or "wrong-digest" not in refused.stderr or "wrong-oxum" not in refused.stderr:
        findings.append(f"a changed file came in: {refused.stderr}")
    return findings


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--baton", required=True, type=os.path.abspath)
    parser.add_argument("--work", required=True)
    parser.add_argument("--years", type=int, default=5)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Runs the engines in turns, so that each has its share of the machine's moods, and prints medians and ratios.

    compare.py DATA.json ROUNDS     (Benchmarks/run builds and calls it)
"""
import json
import statistics
import subprocess
import sys

TURNS = 3
BIN = ".build/release/"
TEMPLATE = "workload/report."


def main():
    data, rounds = sys.argv[1], int(sys.argv[2])
    python = [sys.executable, "workload/peers.py"]
    engines = {
        "Jinja2": python + ["jinja2", data, ".build/out", str(max(rounds // 5, 1))],
        "minijinja (Python binding)": python + ["minijinja", data, ".build/out", str(rounds)],
        "Stencil": [BIN + "baton-peers", "stencil", data, ".build/out", "1", "--template", TEMPLATE + "stencil"],
        "swift-mustache": [BIN + "baton-peers", "mustache", data, ".build/out", str(max(rounds // 5, 1)), "--template", TEMPLATE + "mustache"],
        "Baton, text": [BIN + "baton-bench", "text", data, ".build/out", str(rounds), "--template", TEMPLATE + "html"],
        "Baton, XML": [BIN + "baton-bench", "html", data, ".build/out", str(rounds), "--template", TEMPLATE + "html"],
    }
    times, sizes = {name: [] for name in engines}, {}
    for _ in range(TURNS):
        for name, command in engines.items():
            answer = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
            times[name] += answer["cpu"]
            sizes[name] = answer["bytes"]
    own = statistics.median(times["Baton, XML"])
    print(f"{'CPU a document, medians':30} {'ms':>9} {'Baton XML is':>14} {'bytes':>8}")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:30} {median:9.4f} {own / median:12.4f} × {sizes[name]:8.0f}")
    print(flush=True)
    subprocess.run([BIN + "baton-bench", "figures", data, "--template", TEMPLATE + "html"], check=True)


if __name__ == "__main__":
    main()

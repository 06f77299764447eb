#!/usr/bin/env python3
"""Prints run.sh's table from what /usr/bin/time -v left in its working folder."""

import pathlib
import re
import statistics
import sys


def reading(report, label):
    return re.search(rf"{re.escape(label)}: (.+)", report).group(1)


def seconds(clock):
    """`1:02:03` or `2:03.45`, as time -v writes it."""
    total = 0.0
    for part in clock.split(":"):
        total = total * 60 + float(part)
    return total


def measured(folder, tool, runs):
    reports = [(folder / f"{tool}.{run}.time").read_text() for run in range(1, runs + 1)]
    files, size = map(int, (folder / f"{tool}.written").read_text().split())
    return {
        "wall": statistics.median(seconds(reading(r, "Elapsed (wall clock) time (h:mm:ss or m:ss)")) for r in reports),
        "cpu": statistics.median(
            float(reading(r, "User time (seconds)")) + float(reading(r, "System time (seconds)")) for r in reports),
        "peak": statistics.median(int(reading(r, "Maximum resident set size (kbytes)")) / 1024 for r in reports),
        "files": files,
        "written": size / 1e6,
    }


def main():
    folder, runs, tools = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    rows = {tool: measured(folder, tool, runs) for tool in tools}
    print(f"{'':8}{'wall s':>9}{'user+sys s':>12}{'peak MB':>9}{'files':>9}{'MB written':>12}{'of Hugo':>9}{'of floor':>10}")
    for tool, row in rows.items():
        of_hugo, of_floor = (row["wall"] / max(rows[other]["wall"], 0.01) for other in ("hugo", "floor"))
        print(f"{tool:8}{row['wall']:9.2f}{row['cpu']:12.2f}{row['peak']:9.0f}{row['files']:9}{row['written']:12.1f}"
              f"{of_hugo:9.3f}{of_floor:10.2f}")


if __name__ == "__main__":
    main()

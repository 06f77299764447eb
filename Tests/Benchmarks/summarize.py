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


def timed(folder, tool, runs):
    """The medians of wall time and processor time (seconds) and of peak memory (MB)."""
    reports = [(folder / f"{tool}.{run}.time").read_text() for run in range(1, runs + 1)]
    return {
        "wall": statistics.median(seconds(reading(r, "Elapsed (wall clock) time (h:mm:ss or m:ss)")) for r in reports),
        "cpu": statistics.median(
            float(reading(r, "User time (seconds)")) + float(reading(r, "System time (seconds)")) for r in reports),
        "peak": statistics.median(int(reading(r, "Maximum resident set size (kbytes)")) / 1024 for r in reports),
    }


def written(folder, tool):
    files, size = map(int, (folder / f"{tool}.written").read_text().split())
    return {"files": files, "written": size / 1e6}


def ratio(row, other, measure, digits):
    """How many times the other's time this row took, or a dash where the other was left out."""
    return f"{row[measure] / max(other[measure], 0.01):.{digits}f}" if other else "–"


def main():
    folder, runs, tools = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    rows = {tool: timed(folder, tool, runs) | written(folder, tool) for tool in tools}
    hugo, floor = rows.get("hugo"), rows.get("floor")
    print(f"{'':8}{'wall s':>9}{'user+sys s':>12}{'peak MB':>9}{'files':>9}{'MB written':>12}"
          f"{'wall/Hugo':>11}{'wall/floor':>12}{'cpu/Hugo':>10}{'cpu/floor':>11}")
    for tool, row in rows.items():
        print(f"{tool:8}{row['wall']:9.2f}{row['cpu']:12.2f}{row['peak']:9.0f}{row['files']:9}{row['written']:12.1f}"
              f"{ratio(row, hugo, 'wall', 3):>11}{ratio(row, floor, 'wall', 2):>12}"
              f"{ratio(row, hugo, 'cpu', 3):>10}{ratio(row, floor, 'cpu', 2):>11}")
    if "opyt" in rows:
        again = timed(folder, "unchanged", runs)
        print(f"opyt, nothing changed: {again['wall']:.2f} s wall, {again['cpu']:.2f} s user+sys, {again['peak']:.0f} MB")


if __name__ == "__main__":
    main()

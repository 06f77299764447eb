#!/usr/bin/env python3
"""Counts a network again, from the front matter of its documents alone, and compares the built site with it.

    recount.py SITE PUBLIC --today 2026-11-27 [--reports FOLDER]

SITE has `content/`; PUBLIC is what `opyt build --today` of the same day made of it; FOLDER has what `opyt report` wrote, a folder
`2025-2026` for each academic year. Coverage, correspondence, counts, posts, help, evidence, rounds, topics, calendars, bulletins and the coordinator's tables are computed
here as the domain tells them, by other means than Opyt's: a difference is a mistake of one of the two.
"""

import argparse
import datetime
import json
import pathlib
import sys

import correspondence
import evidence
import help
import rounds
import topics
from compare import Comparison
from expected import Expected
from frontmatter import Network
from pages import Site


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("public", type=pathlib.Path)
    parser.add_argument("--today", type=datetime.date.fromisoformat, required=True)
    parser.add_argument("--reports", type=pathlib.Path)
    arguments = parser.parse_args()
    settings = json.loads((arguments.site / "site-config.json").read_text(encoding="utf-8"))
    network = Network(arguments.site / settings.get("content", "content"))
    comparison = Comparison(Expected(network, arguments.today), Site(arguments.public))
    comparison.home()
    comparison.lists()
    comparison.cards()
    comparison.coverage()
    comparison.years()
    correspondence.compare(comparison)
    help.compare(comparison)
    evidence.compare(comparison)
    rounds.compare(comparison)
    topics.compare(comparison)
    comparison.calendars()
    comparison.bulletins()
    for folder in sorted(arguments.reports.iterdir()) if arguments.reports else ():
        comparison.report(folder, int(folder.name[:4]))
    for problem in comparison.problems:
        print(problem)
    told = ", ".join(f"{what} {count}" for what, count in comparison.checks.items())
    print(f"{arguments.site}: {len(comparison.problems)} differences in {sum(comparison.checks.values())} comparisons ({told})")
    # A comparison that compares nothing would find no difference either.
    missing = {"home", "lists", "cards", "coverage", "years", "staff", "help", "evidence", "media", "rounds", "topics", "choice"} - {what for what, count in comparison.checks.items() if count}
    return bool(comparison.problems or missing)


if __name__ == "__main__":
    sys.exit(main())

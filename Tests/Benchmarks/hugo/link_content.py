#!/usr/bin/env python3
"""Lays out a network's documents for Hugo: hard links to the same files, where a term's page is `id/_index.md`."""

import os
import pathlib
import sys

TERM_FOLDERS = {"directions": "directions", "kindergartens": "kindergartens", "people": "authors"}


def link_content(content, output):
    for source in sorted(content.rglob("*.md")):
        folder, *rest = source.relative_to(content).parts
        term = TERM_FOLDERS.get(folder)
        target = output / term / source.stem / "_index.md" if term else output.joinpath(folder, *rest)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: link_content.py CONTENT OUTPUT")
    link_content(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))

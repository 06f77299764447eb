"""Reads each Atom feed as a feed reader would, and fails on whatever it stumbles over."""

import sys

import feedparser

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        feed = feedparser.parse(file.read())
    if feed.bozo:
        sys.exit(f"{path}: {feed.bozo_exception}")
    entries = feed.entries
    if not entries:
        sys.exit(f"{path}: no entries")
    for entry in entries:
        for name in ("id", "title", "link", "updated", "summary", "author"):
            if not entry.get(name):
                sys.exit(f"{path}: {entry.get('link')}: no {name}")
    print(f"{path}: {len(entries)} entries")

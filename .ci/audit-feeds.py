"""Reads each Atom feed of a built site as a feed reader would, and the JSON Feed beside it, which has to say the same; fails
on whatever it stumbles over.

    audit-feeds.py FOLDER
"""

import json
import sys
from pathlib import Path

import feedparser

feeds = sorted(
    path for path in Path(sys.argv[1]).rglob("*.xml")
    if not path.name.startswith("sitemap") and path.parent.name != "dannye"
)
if len(feeds) < 3:
    sys.exit(f"only {len(feeds)} feeds")
for path in feeds:
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
    twin = json.loads(path.with_suffix(".json").read_text())
    if twin["version"] != "https://jsonfeed.org/version/1.1" or not twin["title"]:
        sys.exit(f"{path}: no JSON Feed beside it")
    for name in ("home_page_url", "feed_url", "language"):
        if not twin.get(name):
            sys.exit(f"{path}: its JSON Feed has no {name}")
    told = [
        (item["id"], item["title"], item["content_text"], item["date_modified"], len(item["authors"]))
        for item in twin["items"]
    ]
    read = [
        (entry.id, entry.title, entry.summary, entry.updated, len(entry.authors))
        for entry in entries
    ]
    if told != read:
        sys.exit(f"{path}: its JSON Feed says something else")
print(f"{len(feeds)} feeds")

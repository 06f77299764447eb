"""Audits the calendars of a built site: each parses, and the network's holds every event that has a page.

    audit-calendars.py FOLDER
"""

import re
import sys
from pathlib import Path

from icalendar import Calendar

folder = Path(sys.argv[1])
problems = []
events = {}
files = sorted(folder.rglob("*.ics"))
for file in files:
    data = file.read_bytes()
    if re.search(rb"(?<!\r)\n", data):
        problems.append(f"{file}: a line ends without CR")
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        problems.append(f"{file}: a line is longer than 75 octets")
    calendar = Calendar.from_ical(data)
    if calendar.errors:
        problems.append(f"{file}: {calendar.errors}")
    found = set()
    for event in calendar.walk("VEVENT"):
        problems += [f"{file}: {error}" for error in event.errors]
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if name not in event:
                problems.append(f"{file}: an event without {name}")
        found.add(str(event["UID"]))
    if not found:
        problems.append(f"{file}: no event")
    events[file.relative_to(folder).as_posix()] = found

lists = re.compile(r"^(index|vse|\d{4}-\d{4})\.html$")
pages = {file.stem for file in (folder / "sobytiya").glob("*.html") if not lists.match(file.name)}
names = {uid.split("@")[0] for uid in events.get("sobytiya/kalendar.ics", set())}
# The name of a session has its programme's before a full stop, an action's its plan's, and a day's its event's before two.
days = {name for name in names if ".." in name}
network = {name for name in names if "." not in name} | {name.split("..")[0] for name in days}
sessions = names - network - days
if pages != network:
    problems.append(f"the network's calendar lacks {sorted(pages - network)} and has {sorted(network - pages)}")

for problem in problems:
    print(problem)
print(f"{len(files)} calendars, {len(network)} events, {len(sessions)} sessions and actions")
sys.exit(1 if problems else 0)

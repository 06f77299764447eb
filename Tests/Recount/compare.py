"""Holds a built site against what its documents come to. Every method is one kind of page or file."""

import csv
import re
from collections import Counter

from expected import academic_year
from frontmatter import KINDS, MATERIALS, as_list, date

LISTED = [*MATERIALS, "community", "kindergarten", "person", "direction", "deficit", "strategy", "plan", "partner", "bulletin"]
ALWAYS = {*MATERIALS, "direction", "kindergarten", "person"}


class Comparison:
    def __init__(self, expected, site):
        self.expected, self.site = expected, site
        self.checks, self.problems = Counter(), []
        self.by_page = {document.page: document for document in expected.network.documents}

    def same(self, what, found, wanted, name):
        """One comparison, counted under its subject."""
        self.checks[what] += 1
        if found != wanted:
            if isinstance(wanted, (set, frozenset)):
                found, wanted = set(found), set(wanted)
                missing, extra = sorted(map(str, wanted - found)), sorted(map(str, found - wanted))
                self.problems.append(f"{what}: {name}: missing {missing}, extra {extra}")
            else:
                self.problems.append(f"{what}: {name}: {found}, not {wanted}")

    def same_list(self, what, path, anchor, wanted, name):
        """A list has each of the documents, and each once."""
        entries = self.site.entries(path, anchor)
        self.same(what, {self.by_page.get(entry, entry) for entry in entries}, set(wanted), f"{name} ({path}#{anchor})")
        self.same(what, len(entries), len(wanted), f"{name} ({path}#{anchor}): entries")

    def number(self, what, path, link, wanted, name):
        """A number that is printed, and the list it leads to."""
        printed = int(re.search(r"\d+", link.text if re.search(r"\d", link.text) else link.parent.text).group())
        self.same(what, printed, len(wanted), name)
        target, anchor = self.site.target(path, link.get("href"))
        self.same_list(what, target, anchor, wanted, name)

    def documents(self, path, element):
        return {self.by_page[page] for page in self.site.links(path, element) if page in self.by_page}

    # Counts

    def home(self):
        page = self.site.page("index.html")
        found = {}
        for item in page.root.first("ul", "numbers").all("li"):
            link = item.first("a")
            target = self.site.target("index.html", link.get("href"))[0]
            found[target.split("/")[0]] = link
        for kind in [*MATERIALS, "community", "event", "kindergarten", "person"]:
            wanted = self.expected.of(kind)
            if wanted or kind in ALWAYS:
                self.number("home", "index.html", found[KINDS[kind][2]], wanted, kind)

    def lists(self):
        for kind in LISTED:
            wanted, path = self.expected.of(kind), f"{KINDS[kind][2]}/index.html"
            if not wanted and kind not in ALWAYS:
                self.same("lists", self.site.has(path), False, path)
                continue
            self.same_list("lists", path, "", wanted, kind)
            for part in self.site.parts(path):
                heading = self.site.page(part).root.first("h2", "count")
                self.same("lists", heading and int(heading.text.split("\xa0")[0]), len(wanted), part)

    def cards(self):
        """The numbers on the cards of directions, kindergartens, people, communities, deficits, strategies."""
        expected, deeds = self.expected, self.expected.deeds()
        named = lambda field, kind: lambda document: {
            m for m in expected.materials if document in expected.network.named(m, field, kind)}
        counted = {
            "direction": {"opyt_materials": lambda d: {m for m in expected.materials if d in expected.names[m]["directions"]}},
            "kindergarten": {"opyt_materials": lambda k: expected.row(k, None)},
            "deficit": {"opyt_materials": lambda d: {m for m in expected.materials if d in expected.names[m]["deficits"]}},
            "community": {"opyt_materials": named("community", "community")},
            "strategy": {"opyt_materials": named("strategy", "strategy")},
            "person": {f"opyt_{role}": people.__getitem__ for role, people in deeds.items()},
        }
        for kind, roles in counted.items():
            if not self.expected.of(kind):
                continue
            for part in self.site.parts(f"{KINDS[kind][2]}/index.html"):
                for card in self.site.page(part).root.all("li", "card"):
                    document = self.by_page[self.site.links(part, card.first("h3"))[0]]
                    links = {self.site.target(part, a.get("href"))[1]: a for a in card.all("a") if a.get("data-count")}
                    for anchor, wanted in roles.items():
                        if wanted(document):
                            if anchor in links:
                                self.number("cards", part, links[anchor], wanted(document), document)
                            else:
                                self.same("cards", None, len(wanted(document)), f"{document} {anchor}")
                    self.same("cards", set(links) - {a for a, wanted in roles.items() if wanted(document)}, set(), document)

    # Coverage

    def coverage(self):
        expected = self.expected
        for year in expected.years():
            path = f"okhvat/{'index' if year is None else f'{year}-{year + 1}'}.html"
            page = self.site.page(path)
            table = page.root.first("table", "heat")
            head, *rows = table.all("tr")
            columns = [self.by_page[link] for link in self.site.links(path, head)]
            self.same("coverage", set(columns), expected.directions, f"{path}: columns")
            found, empty, absent = set(), 0, 0
            for row in rows:
                kindergarten = self.by_page[self.site.links(path, row.first("th"))[0]]
                found.add(kindergarten)
                *cells, total = row.all("td")
                self.same("coverage", len(cells), len(columns), f"{path}: {kindergarten}: cells")
                for direction, cell in zip(columns, cells):
                    wanted, name = expected.cell(kindergarten, direction, year), f"{path}: {kindergarten}, {direction}"
                    if wanted:
                        self.number("coverage", path, cell.first("a"), wanted, name)
                        continue
                    member = expected.is_member(kindergarten, year)
                    empty, absent = empty + member, absent + (not member)
                    self.same("coverage", "absent" in cell.classes, not member, f"{name}: took no part")
                    self.same("coverage", cell.first("a"), None, f"{name}: a link")
                wanted = expected.row(kindergarten, year)
                if wanted:
                    self.number("coverage", path, total.first("a"), wanted, f"{path}: {kindergarten}: total")
                else:
                    self.same("coverage", total.first("a"), None, f"{path}: {kindergarten}: total")
            self.same("coverage", found, expected.kindergartens, f"{path}: rows")
            told = {e.get("data-of"): int(e.get("data-count")) for e in page.root.elements if e.get("data-of")}
            self.same("coverage", told.get("heat-0"), empty, f"{path}: empty cells")
            self.same("coverage", told.get("absent", 0), absent, f"{path}: cells of those who took no part")
            self.number("coverage", path, next(e for e in page.root.first("main").all("p") for e in e.all("a") if e.get("data-count")),
                        expected.of_year(year), f"{path}: the whole")

    def years(self):
        expected = self.expected
        for year in sorted(expected.material_years):
            path, materials = f"gody/{year}-{year + 1}.html", expected.of_year(year)
            named = lambda field, kind: {
                d for m in materials for d in expected.network.named(m, field, kind) if d in expected.published}
            for anchor, wanted in {
                "materials": materials, "events": {e for e in expected.held if academic_year(expected.start[e]) == year},
                "authors": named("authors", "person"), "kindergartens": named("kindergartens", "kindergarten"),
            }.items():
                if wanted:
                    self.same_list("years", path, f"opyt_{anchor}", wanted, anchor)
                else:
                    self.same("years", f"opyt_{anchor}" in self.site.page(path).ids, False, f"{path}: {anchor}")
        self.same_list("years", "materialy/index.html", "opyt_materials", expected.materials, "all materials")
        if self.site.has("otchyot.html"):
            for row in self.site.page("otchyot.html").root.first("tbody").all("tr"):
                year = int(row.first("th").text[:4])
                held = sum(academic_year(expected.start[e]) == year for e in expected.held)
                numbers = [int(cell.text) for cell in row.all("td")]
                self.same("years", numbers[:2], [len(expected.of_year(year)), held], f"report of {year}")

    # Calendars

    def calendars(self):
        expected = self.expected
        if not expected.events:
            return
        upcoming = expected.upcoming()
        page = self.site.page("sobytiya/index.html")
        shown = {d for d in self.documents("sobytiya/index.html", page.root.first("main")) if d.kind == "event"}
        self.same("calendars", shown, upcoming, "events to come")
        sessions = [(seminar, day) for seminar, day, _ in expected.sessions() if day < expected.today]
        days = [expected.start[event] for event in expected.events - upcoming] + [day for _, day in sessions]
        for year in sorted({academic_year(day) for day in days}):
            past = [event for event in expected.events - upcoming if academic_year(expected.start[event]) == year]
            past += [seminar for seminar, day in sessions if academic_year(day) == year]
            self.same_list("calendars", f"sobytiya/{year}-{year + 1}.html", "", past, "past events")
        self.same_list("calendars", "sobytiya/vse.html", "", expected.events, "all events")
        entries = icalendar((self.site.folder / "sobytiya/kalendar.ics").read_bytes().decode("utf-8"))
        for event in sorted(expected.events):
            # Each day whose hours are told has an entry of its own.
            days = [date(day["date"]) for day in as_list(event.fields.get("days"))] or [expected.start[event]]
            for day in days:
                self.same("calendars", any(found[0] == day and plain(event.fields["title"]) in plain(found[1]) for found in entries),
                          True, f"{event} on {day} in the calendar's file")
        for day, title in expected.plan_days():
            self.same("calendars", any(found[0] == day and plain(title) in plain(found[1]) for found in entries), True,
                      f"«{title}» of a plan on {day} in the calendar's file")
            if day >= expected.today:
                self.same("calendars", plain(title) in plain(page.root.first("main").text), True,
                          f"«{title}» of a plan on {day} among what is to come")
        for seminar, day, title in expected.sessions():
            if day < expected.today:
                continue
            name = f"session of {seminar} on {day}, «{title}»"
            self.same("calendars", any(found[0] == day and plain(title) in plain(found[1]) for found in entries), True,
                      f"{name} in the calendar's file")
            self.same("calendars", plain(title) in plain(page.root.first("main").text), True, f"{name} among what is to come")

    # Bulletins

    def bulletins(self):
        for issue in sorted(self.expected.of("bulletin")):
            sections = [s for s in self.site.page(issue.page).root.first("main").all("section")
                        if (s.first("h2") and (s.first("h2").get("id") or "").startswith(("opyt_group", "opyt_rubric")))]
            shown = {document for section in sections for list_ in section.all("ul") if "data-list" in list_.attributes
                     for entry in list_.children if getattr(entry, "name", "") == "li"
                     for document in [self.by_page[self.site.links(issue.page, entry)[0]]]}
            self.same("bulletins", shown, self.expected.bulletin(issue), issue)

    # The coordinator's tables

    def report(self, folder, year):
        expected = self.expected

        def table(name):
            with open(folder / name, encoding="utf-8-sig", newline="") as file:
                return list(csv.reader(file, delimiter=";"))[1:]
        title = lambda document: plain(document.fields["title"])
        self.same("report", Counter(plain(row[0]) for row in table("materialy.csv")),
                  Counter(map(title, expected.of_year(year))), f"{year}: materials")
        events = [event for event in expected.events if academic_year(expected.start[event]) == year]
        self.same("report", Counter(plain(row[0]) for row in table("sobytiya.csv")), Counter(map(title, events)), f"{year}: events")
        people = {plain(row[0]): row[3:7] for row in table("pedagogi.csv")}
        self.same("report", set(people), {title(person) for person in expected.people}, f"{year}: people")
        times = expected.times(year)
        for person in sorted(expected.people):
            wanted = [str(times[name][person]) for name in ("wrote", "led", "presented", "initiated")]
            self.same("report", people.get(title(person)), wanted, f"{year}: {person}")
        self.correspondence_table(table("sootvetstvie.csv"), year)
        plans = [plan for plan in expected.plans if expected.plan_year(plan) == year]
        wanted = Counter(plain(name) for plan in plans for name, _, _, _ in expected.actions(plan))
        self.same("report", Counter(plain(row[5]) for row in table("plany.csv") if row[5]), wanted, f"{year}: plans")

    def correspondence_table(self, rows, year):
        expected = self.expected
        plans = {plan for plan in expected.plans if expected.plan_year(plan) == year}
        split = lambda cell: {plain(part) for part in cell.split("; ") if part}
        found = {plain(row[0]): row for row in rows if row[0]}
        for deficit in sorted(expected.deficits):
            answers = expected.answers(deficit, plans, year)
            worked = answers["topics"] or answers["events"] or answers["materials"]
            name = f"{year}: {deficit}"
            row = found.pop(plain(deficit.fields["title"]), None)
            if not (worked or expected.period(deficit) in (None, year)):
                self.same("report", row, None, name)
                continue
            if row is None:
                self.same("report", row, "a row", name)
                continue
            self.same("report", split(row[1]), {plain(topic) for _, topic in answers["topics"]}, f"{name}: topics")
            for column, what in ((2, "strategies"), (3, "events"), (4, "materials")):
                self.same("report", split(row[column]), {plain(d.fields["title"]) for d in answers[what]}, f"{name}: {what}")
            self.same("report", row[5], "да" if any(answers.values()) else "нет", f"{name}: answered")
            words = {"open": "открыт", "worked": "восполняется", "closed": "восполнен"}
            self.same("report", plain(row[6]), words[expected.state(deficit)], f"{name}: state")
        self.same("report", set(found), set(), f"{year}: other rows")


# What typography may change in a title.
def plain(text):
    """Without what typography does to it."""
    text = re.sub("[\xad\u2060\u200b]", "", str(text))
    text = re.sub("[\xa0\u202f\\s]+", " ", text).replace("—", "–").replace("…", "...")
    return re.sub("[«»„“”\"]", '"', text).strip()


def icalendar(text):
    """Day and summary of each event of a calendar; lines are folded (RFC 5545 §3.1)."""
    found, entry = [], {}
    for line in re.sub("\r\n[ \t]", "", text).split("\r\n"):
        if line == "BEGIN:VEVENT":
            entry = {}
        elif line == "END:VEVENT":
            found.append((entry["DTSTART"], re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], entry["SUMMARY"])))
        elif ":" in line:
            key, value = line.split(":", 1)
            name = key.split(";")[0]
            if name == "DTSTART":
                value = date(f"{value[:4]}-{value[4:6]}-{value[6:8]}")
            entry[name] = value
    return found

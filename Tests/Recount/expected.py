"""What a network comes to, computed from its documents as domain.md tells it."""

import re
from collections import defaultdict

from frontmatter import MATERIALS, academic_year, as_list, date, first_month, single_day, year_named


def moment(text, default):
    """Minutes from midnight of a time, alone or behind a day."""
    found = re.search(r"(\d{1,2})[:.](\d\d)(?!\d|\.)", re.sub(r"\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}", "", str(text)))
    return int(found.group(1)) * 60 + int(found.group(2)) if found else default


class Expected:
    def __init__(self, network, today):
        self.network, self.today = network, today
        self.published = {document for document in network.documents if self.is_published(document)}
        self.materials = {document for document in self.published if document.is_material}
        self.directions, self.kindergartens = self.of("direction"), self.of("kindergarten")
        self.events, self.people, self.deficits = self.of("event"), self.of("person"), self.of("deficit")
        self.plans = self.of("plan")
        self.held = {event for event in self.events if self.state(event) == "held"}
        self.alive = {event for event in self.events if self.state(event) != "cancelled"}
        self.day = {material: material.day("published") for material in self.materials}
        self.start = {event: event.day("start") for event in self.events}
        self.material_years = {academic_year(day) for day in self.day.values()}
        self.names = {
            document: {
                "kindergartens": network.named(document, "kindergartens", "kindergarten"),
                "directions": network.named(document, "directions", "direction"),
                "deficits": network.named(document, "deficits", "deficit"),
                "community": network.named(document, "community", "community"),
            }
            for document in self.materials | self.events
        }

    def of(self, kind):
        return {document for document in self.published if document.kind == kind}

    def is_published(self, document):
        fields = document.fields
        if fields.get("status") in ("draft", "черновик") or fields.get("visibility") in ("members", "участникам"):
            return False
        if document.is_material and document.day("published") > self.today:
            return False
        if document.kind != "person":
            return True
        until, withdrawn = document.day("until"), document.day("withdrawn")
        return (bool(fields.get("consent")) and (until is None or self.today <= until)
                and (withdrawn is None or self.today < withdrawn))

    def materials_named(self, entry):
        """The published materials that an entry of `based_on` names."""
        return self.network.named(entry, "material", *MATERIALS) & self.materials

    def is_shown(self, photo):
        until, withdrawn = (date(photo[name]) if photo.get(name) else None for name in ("until", "withdrawn"))
        return (until is None or self.today <= until) and (withdrawn is None or self.today < withdrawn)

    # Coverage: directions × kindergartens × years

    def years(self):
        return [None, *sorted(self.material_years)]

    def of_year(self, year):
        return {material for material in self.materials if year is None or academic_year(self.day[material]) == year}

    def row(self, kindergarten, year):
        return {material for material in self.of_year(year) if kindergarten in self.names[material]["kindergartens"]}

    def cell(self, kindergarten, direction, year):
        return {material for material in self.row(kindergarten, year) if direction in self.names[material]["directions"]}

    def is_member(self, kindergarten, year):
        """For a day of the year at least; of all years, from the first with materials until today's."""
        now = academic_year(self.today)
        first = min(self.material_years, default=now) if year is None else year
        last = max(self.material_years | {now}) if year is None else year
        joined, left = kindergarten.day("joined"), kindergarten.day("left")
        return not (joined and academic_year(joined) > last) and not (left and academic_year(left) < first)

    # People

    def deeds(self):
        """For each person the materials written, helped with, led, presented at, moderated, observed, reviewed."""
        roles = {role: defaultdict(set) for role in ("wrote", "helped", "led", "presented", "moderated", "tookPart", "reviewed")}
        for material in self.materials:
            def add(role, record, field):
                for person in self.network.named(record, field, "person"):
                    roles[role][person].add(material)
            add("wrote", material, "authors")
            for part in as_list(material.fields.get("roles")):
                add("helped", part, "person")
            for review in as_list(material.fields.get("review")):
                add("reviewed", review, "experts")
            if material.kind == "master_class":
                add("led", material, "masters")
            for turn in as_list(material.fields.get("cycle")):
                add("led", turn, "conducted_by")
                add("tookPart", turn, "observers")
            for session in as_list(material.fields.get("sessions")) if material.kind == "seminar" else ():
                add("presented", session, "presenters")
                add("moderated", session, "moderator")
        return roles

    def times(self, year):
        """For each person, in one year: written, led, presented, initiated; what has a day of its own counts on that day."""
        times = {name: defaultdict(int) for name in ("wrote", "led", "presented", "initiated")}

        def add(name, day, record, field):
            if academic_year(day) == year:
                for person in self.network.named(record, field, "person"):
                    times[name][person] += 1
        for material in self.materials:
            add("wrote", self.day[material], material, "authors")
            if material.kind == "master_class":
                add("led", material.day("date"), material, "masters")
            for turn in as_list(material.fields.get("cycle")):
                add("led", date(turn["date"]), turn, "conducted_by")
            for session in as_list(material.fields.get("sessions")) if material.kind == "seminar" else ():
                add("presented", date(session["date"]), session, "presenters")
        for event in self.alive:
            add("initiated", self.start[event], event, "initiators")
        return times

    # Correspondence

    def topics(self, plan):
        """Title, deficits and events of each topic; what was called off answers nothing."""
        for topic in as_list(plan.fields.get("topics")):
            records = [topic, *as_list(topic.get("actions"))]
            named = {event for record in records for field in ("events", "event") for event in self.network.named(record, field, "event")}
            events = {event for event in named if event in self.alive}
            yield topic["title"], self.network.named(topic, "deficits", "deficit"), events

    def owner(self, plan):
        owner = self.network.named(plan, "kindergarten", "kindergarten") | self.network.named(plan, "community", "community")
        return next(iter(owner)) if owner else None

    def actions(self, plan):
        """Title, the month it begins in, the day where that is all of its term, and whether an event tells of it."""
        for topic in as_list(plan.fields.get("topics")):
            for action in as_list(topic.get("actions")):
                yield action["title"], first_month(action["term"]), single_day(action["term"]), bool(action.get("event"))

    def plan_days(self):
        """Day and title of what calendars have of plans."""
        return [(day, title) for plan in sorted(self.plans) for title, _, day, has_event in self.actions(plan) if day and not has_event]

    def is_closed(self, deficit):
        closed = deficit.fields.get("closed")
        return bool(closed) and date(closed["date"]) <= self.today

    def state(self, document):
        """Of an event; of a deficit in the whole network."""
        if document.kind == "deficit":
            return "closed" if self.is_closed(document) else "worked" if any(self.answers(document, self.plans).values()) else "open"
        return {"проведено": "held", "отменено": "cancelled", "запланировано": "planned"}.get(
            document.fields.get("state"), document.fields.get("state") or "planned")

    def plan_year(self, plan):
        return year_named(plan.fields["academic_year"])

    def period(self, deficit):
        return year_named(deficit.fields["period"]) if deficit.fields.get("period") else None

    def answers(self, deficit, plans, year=None, owner=None):
        """What answers a deficit, of a year and an owner: topics, strategies, events, materials."""
        def mine(document, day):
            return (year is None or academic_year(day) == year) and (
                owner is None or owner in self.names[document]["kindergartens"] | self.names[document]["community"])
        # The events of an owner's own topics are the owner's work, whoever is the host.
        topical = {event for plan in plans for _, _, named in self.topics(plan) for event in named}

        def own(event):
            day = self.start[event]
            return mine(event, day) or (year is None or academic_year(day) == year) and event in topical

        topics, events = set(), set()
        # An event answers what it names, and the deficits of all topics that name it.
        for plan in self.plans:
            for title, deficits, named in self.topics(plan):
                if deficit in deficits and plan in plans:
                    topics.add((plan, title))
                    events |= {event for event in named if year is None or academic_year(self.start[event]) == year}
                if deficit in deficits:
                    events |= {event for event in named if own(event)}
        events |= {event for event in self.alive if deficit in self.names[event]["deficits"] and own(event)}
        return {
            "topics": topics, "events": events,
            "strategies": {s for s in self.of("strategy") if deficit in self.network.named(s, "deficits", "deficit")},
            "materials": {m for m in self.materials if deficit in self.names[m]["deficits"] and mine(m, self.day[m])},
        }

    def correspondence(self, plan):
        """Rows by deficit, and the topics that answer none. Nil for the network's table."""
        if plan is None:
            rows = {deficit: self.answers(deficit, self.plans) for deficit in self.deficits}
            plans = self.plans
        else:
            year, plans = self.plan_year(plan), {plan}
            named = {deficit for _, deficits, _ in self.topics(plan) for deficit in deficits}
            rows = {deficit: self.answers(deficit, plans, year, self.owner(plan)) for deficit in self.deficits
                    if deficit in named or self.period(deficit) == year}
        free = {(p, title) for p in plans for title, deficits, _ in self.topics(p) if not deficits}
        return rows, free

    # Calendars and bulletins

    def upcoming(self):
        return {event for event in self.events - self.held if (event.day("end") or self.start[event]) >= self.today}

    def sessions(self):
        """Programme, day and title of each seminar session that no event of the programme stands for."""
        programmes = {}
        for event in self.events:
            for programme in self.network.named(event, "seminar", "seminar"):
                programmes.setdefault(programme, []).append(event)

        def goes_on(day, session, is_alone):
            """The same of a day of an event whose hours are told."""
            if is_alone or not day.get("start"):
                return True
            begin, end = moment(day["start"], 0), moment(day["end"], 0) if day.get("end") else None
            if end is None:
                return moment(session["start"], 0) <= begin < moment(session["end"], 0)
            return moment(session["start"], 0) < end and begin < moment(session["end"], 0)

        def is_pause(session):
            return session.get("part") in ("break", "registration", "перерыв", "регистрация")

        def stands(event, session, is_alone):
            """Whether a reader who sees the event need not be told of the session: they overlap, or nothing else is that day."""
            first, last = self.start[event], event.day("end") or self.start[event]
            day = date(session["date"])
            if not first <= day <= last:
                return False
            told = [d for d in as_list(event.fields.get("days"))]
            if told:
                return any(goes_on(d, session, is_alone) for d in told if date(d["date"]) == day)
            begin = moment(event.fields["start"], 0)
            end = moment(event.fields["end"], 24 * 60) if event.fields.get("end") else (24 * 60 if begin == 0 else None)
            begin = begin if day == first else 0
            end = end if day == last else 24 * 60
            if is_alone or end is None and moment(session["start"], 0) <= begin < moment(session["end"], 0):
                return True
            return end is not None and moment(session["start"], 0) < end and begin < moment(session["end"], 0)

        def own(seminar, session):
            day = date(session["date"])
            is_alone = sum(date(other["date"]) == day and not is_pause(other)
                           for other in as_list(seminar.fields.get("sessions"))) == 1
            return not any(stands(event, session, is_alone) for event in programmes.get(seminar, []))

        return [
            (seminar, date(session["date"]), session["title"]) for seminar in sorted(self.materials) if seminar.kind == "seminar"
            for session in as_list(seminar.fields.get("sessions"))
            if not is_pause(session) and own(seminar, session)]

    def bulletin(self, issue):
        """Its items: those it names, or all materials published and events held in its time."""
        if issue.fields.get("items"):
            every = [*MATERIALS, "event", "person", "kindergarten", "community", "deficit", "strategy", "plan", "partner", "direction"]
            return {item for item in self.network.named(issue, "items", *every) if item in self.published}
        first, last = issue.day("start"), issue.day("end")
        return {m for m in self.materials if first <= self.day[m] <= last} | {
            e for e in self.held if first <= self.start[e] <= last}

"""What a network does besides writing: deficits and who answers them, plans, communities, events, bulletins, kindergartens that
came and left. For counting everything again (Tests/Recount), not for measuring: `generate.py --life`."""

import datetime
import random

from yaml_writer import Folded, Ids

DAY = datetime.timedelta(days=1)
YEARS = range(2020, 2027)
FORMS = ["семинар", "круглый стол", "открытый показ", "практикум", "консультация", "вебинар"]


class Life:
    """Settled before the documents are written, from its own random numbers: the rest of the network stays as it is."""

    def __init__(self, network):
        self.network = network
        self.random = random.Random(f"{network.seed}/life")
        size = max(6, network.count // 10)
        self.deficits = [f"d-{number:03}" for number in range(1, size + 1)]
        # An answer is never older than its deficit; the first and the last belong to no year.
        self.periods = {name: self.random.choice([None, *YEARS, *YEARS]) for name in self.deficits[1:-1]}
        self.strategies = [f"st-{number:03}" for number in range(1, size // 2 + 1)]
        self.communities = [f"co-{number:03}" for number in range(1, size // 2 + 1)]
        self.events = [self.event(number) for number in range(1, size * 3 + 1)]

    def event(self, number):
        rng = self.random
        start = datetime.date(2020, 9, 10) + DAY * rng.randrange(2380)
        # The last day of the content is told by `--today`: what lies before it was held or called off.
        past = start < datetime.date(2026, 11, 1)
        state = rng.choice(["held", "held", "held", "cancelled"]) if past else rng.choice(["planned", None, "cancelled"])
        return {"name": f"e-{number:04}", "start": start, "state": state, "deficits": self.some(self.known(self.deficits[:-2], start), 2)}

    def known(self, deficits, day):
        """Those that were seen in the academic year of a day, or before."""
        year = day.year if day.month >= 9 else day.year - 1
        return [name for name in deficits if (self.periods.get(name) or year) <= year]

    @staticmethod
    def is_closed(material):
        """For members only: nothing open may refer to it."""
        return material.index % 13 == 5

    def some(self, names, most, least=0):
        return self.random.sample(names, self.random.randint(least, min(most, len(names))))

    def material_fields(self, material):
        """What a material says of the network's work: for members only, in draft, an answer to a deficit."""
        rng = self.random
        fields = {
            "deficits": Ids(self.some(self.known(self.deficits[:-1], material.published), 2)) if rng.random() < 0.5 else None,
            "strategy": rng.choice(self.strategies) if rng.random() < 0.2 else None,
            "community": rng.choice(self.communities) if rng.random() < 0.3 else None,
        }
        if rng.random() < 0.05:
            fields["status"] = "draft"
        # The last deficit is answered by what is for members only.
        if self.is_closed(material):
            fields |= {"visibility": "members", "deficits": Ids(self.deficits[-1:])}
        return fields

    def documents(self, directions):
        """Folder, name and fields of each document besides the materials."""
        rng, network = self.random, self.network
        people, gardens, directions = network.people, network.gardens, list(directions)
        text = lambda: rng.choice(network.prose.plain)
        for number, dates in enumerate([{"joined": datetime.date(2020, 9, 1), "left": datetime.date(2022, 5, 31)},
                                        {"joined": datetime.date(2023, 9, 1), "left": datetime.date(2025, 9, 1)},
                                        {"joined": datetime.date(2025, 8, 31)}, {"joined": datetime.date(2026, 9, 1)}], 901):
            yield "kindergartens", f"sad-{number}", {"title": f"Детский сад № {number}", "number": number, "municipality": "Заречный"} | dates
        for number, name in enumerate(self.deficits, 1):
            year = self.periods.get(name)
            yield "deficits", name, {
                "title": f"Дефицит {number}: {rng.choice(network.prose.phrases)}", "description": Folded(text()), "revealed_by": text(),
                "directions": Ids(self.some(directions, 2)), "period": f"{year}/{year + 1}" if year else None}
        for number, name in enumerate(self.strategies, 1):
            yield "strategies", name, {
                "title": f"Стратегия {number}", "goal": text(), "result": text(), "tactics": [text()],
                "deficits": Ids(self.some(self.deficits[:-2], 2, 1))}
        for number, name in enumerate(self.communities, 1):
            members = self.some(people, 4, 3)
            yield "communities", name, {
                "title": f"Сообщество {number}", "idea": text(), "goal": text(), "coordinator": Ids(members[:1]), "members": Ids(members),
                "directions": Ids(self.some(directions, 3, 1)), "deficits": Ids(self.some(self.deficits, 1))}
        for event in self.events:
            yield "events", event["name"], {
                "title": f"Событие {event['name']}", "form": rng.choice(FORMS), "start": event["start"], "task": text(),
                "initiators": Ids(self.some(people, 2, 1)), "directions": Ids(self.some(directions, 2)),
                "kindergartens": Ids(self.some(gardens, 2)), "community": rng.choice(self.communities) if rng.random() < 0.3 else None,
                "deficits": Ids(event["deficits"]), "state": event["state"],
                "outcomes": [text()] if event["state"] == "held" else None}
        for year in YEARS:
            for garden in [None, *self.some(gardens, 2, 1)]:
                yield "plans", f"plan-{year}-{garden or 'set'}", self.plan(year, garden)
        yield "seminars", "s-life", self.seminar(directions)
        for number, (year, month) in enumerate([(2021, 3), (2022, 9), (2024, 5), (2026, 6)], 1):
            start = datetime.date(year, month, 1)
            yield "bulletins", f"vypusk-{number}", {"number": number, "start": start, "end": start + DAY * 89, "editor": Ids(people[:1])}

    def seminar(self, directions):
        """Half of its sessions are over, half are to come."""
        people, garden = self.network.people, self.network.gardens[0]
        text = self.network.prose.plain[0]
        days = [datetime.date(2026, 10, 15), datetime.date(2026, 11, 26), datetime.date(2026, 11, 27), datetime.date(2026, 12, 10),
                datetime.date(2027, 4, 1)]
        return {
            "title": "Программа, которая идёт", "summary": text, "why": text, "authors": Ids(people[:1]), "kindergartens": Ids([garden]),
            "directions": Ids(directions[:2]), "audience": Ids(["teachers"]), "published": datetime.date(2026, 10, 1), "status": "piloting",
            "host": garden, "academic_year": "2026/2027",
            "sessions": [
                {"date": day, "start": "10:00", "end": "11:30", "title": f"Занятие {number}: {text[:20].strip()}", "form": "практикум",
                 "presenters": Ids([people[number % 4]])}
                for number, day in enumerate(days, 1)]}

    def plan(self, year, garden):
        first, last = datetime.date(year, 9, 1), datetime.date(year + 1, 8, 31)
        names = [event["name"] for event in self.events if first <= event["start"] <= last]
        topics = [
            {"title": f"Тема {number} года {year}", "deficits": Ids(self.some(self.known(self.deficits[:-2], first), 2)), "events": Ids(self.some(names, 2)),
             "done": self.random.choice(self.network.prose.plain)}
            for number in range(1, 5)
        ]
        return {"title": f"План {garden or 'сети'} на {year}/{year + 1}", "academic_year": f"{year}/{year + 1}", "kindergarten": garden,
                "topics": topics}

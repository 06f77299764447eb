"""A network's working documents: lesson plans, guidelines, plans with their lines, rounds of communities, partners, what events tell,
special needs, reviews, links, changes, posts, help asked and offered. For `generate.py --working-documents`: programs older than
these fields can't read them, so what is measured beside such programs has none."""

import datetime
import random

from yaml_writer import Folded, Ids

DAY = datetime.timedelta(days=1)
# Seen before anything answers it.
SEEN = "2019/2020"
NEEDS = ["speech", "delay", "hearing", "vision", "movement", "autism", "intellect", "multiple", "gifted", "bilingual"]
GROUPS = ["general", "compensatory", "combined", "health", "early", "family", "short_stay"]
GUIDELINES = ["recommendations", "programme", "assessment", "memo", "cards", "scenario"]
PARTNERS = ["library", "methodical_service", "institute", "school", "university", "museum", "theatre", "sport", "clinic"]
LINKS = ["video", "presentation", "site"]
FORMS = ["методическое объединение", "педагогический совет", "мастерская", "стажировка", "взаимопосещение", "экскурсия", "конкурс",
         "выставка", "семинар-практикум"]
SPANS = ["2-4", "3-5", "4-6", "5-7"]
AREAS = ["social", "cognitive", "speech", "arts", "physical"]


class Papers:
    """From its own random numbers: the rest of the network stays as it is."""

    def __init__(self, network, is_closed):
        self.network, self.random = network, random.Random(f"{network.seed}/papers")
        self.open_materials = [material for material in network.materials if not is_closed(material)]
        size = max(4, network.count // 40)
        self.partners = [f"pa-{number:03}" for number in range(1, size + 1)]
        self.deficits = [f"wd-{number:03}" for number in range(1, size + 1)]
        # Each answers the deficit of its number.
        self.strategies = [f"ws-{number:03}" for number in range(1, size + 1)]
        self.communities = [f"wc-{number:03}" for number in range(1, size + 1)]
        self.lessons = [f"l-{number:04}" for number in range(1, size * 2 + 1)]
        self.guidelines = [f"g-{number:04}" for number in range(1, size * 2 + 1)]
        self.events = [(f"we-{number:04}", datetime.date(2021, 9, 14) + DAY * self.random.randrange(1700)) for number in range(1, size * 2 + 1)]

    # Words

    def text(self):
        return self.random.choice(self.network.prose.plain)

    def phrase(self):
        return self.random.choice(self.network.prose.phrases)

    def action(self):
        action = self.random.choice(self.network.prose.actions)
        return action[0].upper() + action[1:]

    def some(self, names, most, least=0):
        return Ids(self.random.sample(list(names), self.random.randint(least, min(most, len(names)))))

    def link(self, name):
        return {"title": self.phrase().capitalize(), "url": f"https://bench.example/{name}", "type": self.random.choice(LINKS)}

    def review(self, day):
        level = self.random.choice(["institution", "municipal", "regional", "federal"])
        return {"level": level, "date": day, "experts": self.some(self.network.people, 2, 1), "body": "Методический совет",
                "decision": self.text(), "document": "Протокол № 4" if level in ("regional", "federal") else None}

    # What others say besides

    def material_fields(self, material, fields):
        """A modest share of the materials says each of these."""
        rng, extra = self.random, {}
        if rng.random() < 0.1:
            extra |= {"special_needs": self.some(NEEDS, 2, 1), "group_type": self.some(GROUPS, 2, 1)}
        if rng.random() < 0.1:
            extra["review"] = [self.review(material.published + 10 * DAY)]
        if rng.random() < 0.1:
            extra["links"] = [self.link(material.name)]
        if rng.random() < 0.1:
            extra["partners"] = self.some(self.partners, 2, 1)
        if rng.random() < 0.1:
            extra["roles"] = [{"person": rng.choice(self.network.people), "role": "консультант"}]
        if rng.random() < 0.1:
            extra |= {"planned_results": [self.text()], "level": rng.choice(["institution", "municipal", "regional"])}
        if rng.random() < 0.1 and not fields.get("updated"):
            extra["changes"] = [{"date": material.published + 5 * DAY, "what": self.text()}]
        return extra

    def person_fields(self, index):
        """Where somebody worked before, what somebody offers and asks for."""
        rng, extra = self.random, {}
        if index % 10 == 3:
            extra["posts"] = [{"kindergarten": rng.choice(self.network.gardens), "position": "младший воспитатель",
                               "from": datetime.date(2004, 9, 1), "to": datetime.date(2009, 8, 31)}]
        if index % 10 == 4:
            extra["offers"] = [self.phrase()]
        if index % 10 == 5:
            extra["development"] = [{
                "activity": self.action(), "mode": "vertical", "deficits": self.some(self.deficits, 1, 1), "own_resources": [self.phrase()],
                "feasible": self.text(), "needs_help_from": self.some([*self.partners, *self.network.gardens], 2, 1),
                "passes_on_to": rng.choice(self.communities), "visibility": "public"}]
        return extra

    # Documents of their own

    def documents(self, directions):
        """Folder, name and fields of each."""
        directions = list(directions)
        for number, name in enumerate(self.partners, 1):
            yield "partners", name, self.partner(number)
        for number, name in enumerate(self.deficits, 1):
            yield "deficits", name, self.deficit(number, directions)
        for number, name in enumerate(self.strategies, 1):
            yield "strategies", name, {
                "title": f"Рабочая стратегия {number}", "goal": self.text(), "result": self.text(), "tactics": [self.text()],
                "deficits": Ids(self.deficits[number - 1:number])}
        for number, name in enumerate(self.communities, 1):
            yield "communities", name, self.community(number, directions)
        for number, name in enumerate(self.lessons, 1):
            yield "lessons", name, self.lesson(number, directions)
        for number, name in enumerate(self.guidelines, 1):
            yield "guidelines", name, self.guideline(number, directions)
        for name, start in self.events:
            yield "events", name, self.event(name, start, directions)
        for number, community in enumerate(self.communities, 1):
            yield "plans", f"wp-{number:03}", self.plan(number, community)

    def partner(self, number):
        first, count = datetime.date(2022, 10, 3) + DAY * number, self.random.randint(1, 6)
        return {
            "title": f"Партнёр {number}", "type": self.random.choice(PARTNERS), "contacts": [f"partner{number}@bench.example"],
            "kindergartens": self.some(self.network.gardens, 3, 1), "valid_until": datetime.date(2029, 8, 31),
            "steps": [{"step": step, "date": first + 40 * DAY * step, "note": self.text()} for step in range(1, count + 1)]}

    def deficit(self, number, directions):
        closed = {"date": datetime.date(2026, 5, 20), "how": self.text(), "evidence": self.text()} if number % 4 == 0 else None
        return {
            "title": f"Рабочий дефицит {number}: {self.phrase()}", "description": Folded(self.text()), "revealed_by": self.text(),
            "directions": self.some(directions, 2, 1), "period": SEEN, "kindergartens": self.some(self.network.gardens, 2),
            "areas": self.some(AREAS, 2, 1), "ages": Ids([f'"{self.random.choice(SPANS)}"']), "instrument": "Протокол наблюдения",
            "sample": f"{number + 5} групп", "indicators": [self.indicator()], "closed": closed}

    def indicator(self):
        first = self.random.randint(5, 40)
        return {"name": self.phrase().capitalize(), "unit": "раз",
                "points": [{"period": "осень", "value": first}, {"period": "весна", "value": first + 12}]}

    def community(self, number, directions):
        members = self.some(self.network.people, 4, 3)
        answer = {"deficit": self.deficits[number - 1], "strategy": self.strategies[number - 1]}
        rounds = []
        for year in (2024, 2025, 2026):
            days = [datetime.date(year, 9, 10), datetime.date(year, 10, 15), datetime.date(year, 12, 1), datetime.date(year + 1, 5, 12)]
            stages = [
                {"stage": stage, "start": days[stage - 1], "product": [self.phrase().capitalize()]}
                for stage in range(1, 5) if self.random.random() < 0.8]
            rounds.append({"academic_year": f"{year}/{year + 1}", **answer, "stages": stages,
                           "result": self.text() if year < 2026 else None})
        return {
            "title": f"Рабочее сообщество {number}", "type": "творческая группа", "level": self.random.choice(["institution", "municipal"]),
            "idea": self.text(), "goal": self.text(), "coordinator": Ids(members[:1]), "members": members,
            "directions": self.some(directions, 2, 1), "deficits": Ids(self.deficits[number - 1:number]),
            "strategy": self.strategies[number - 1], "rounds": [one if one["stages"] else one | {"stages": None} for one in rounds],
            "expected": [self.text()], "schedule": ["Второй четверг месяца"]}

    def material(self, number, folder, directions):
        """What a lesson plan and a guideline have in common."""
        author = self.random.randrange(len(self.network.people))
        published = datetime.date(2022, 9, 5) + DAY * (number * 7 % 1200)
        return {
            "title": f"{'Занятие' if folder == 'lessons' else 'Разработка'} {number}: {self.phrase()}", "summary": self.text(), "why": self.text(),
            "authors": Ids([self.network.people[author]]),
            "kindergartens": Ids([self.network.gardens[author % len(self.network.gardens)]]), "directions": self.some(directions, 2, 1),
            "community": self.random.choice([None, *self.communities]), "deficits": self.some(self.deficits, 1),
            "audience": Ids(["teachers"]), "ages": Ids([f'"{self.random.choice(SPANS)}"']), "areas": self.some(AREAS, 2, 1),
            "special_needs": self.some(NEEDS, 1), "group_type": self.some(GROUPS, 1), "published": published,
            "goal": self.action(), "tasks": {"teaching": [self.action()], "developing": [self.action()], "nurturing": [self.action()]},
            "expected": {"children": [self.text()], "parents": [self.text()], "teachers": [self.text()]},
            "planned_results": [self.text()], "results": {"children": [self.text()], "teachers": [self.text()]},
            "indicators": [self.indicator()] if number % 2 else None,
            "review": [self.review(published + 20 * DAY)] if number % 3 == 0 else None,
            "links": [self.link(f"{folder}-{number}")] if number % 2 else None, "partners": self.some(self.partners, 1)}

    def lesson(self, number, directions):
        return self.material(number, "lessons", directions) | {
            "minutes": 25, "equipment": [self.phrase()], "vocabulary": [self.phrase()], "preparation": [self.text()],
            "parts": [{"title": self.phrase().capitalize(), "minutes": 8, "teacher": self.text(), "children": self.text(), "result": self.text()}
                      for _ in range(3)],
            "reflection": self.text()}

    def guideline(self, number, directions):
        fields = self.material(number, "guidelines", directions)
        earlier = [material for material in self.open_materials if material.published < fields["published"]]
        based = self.random.choice(earlier) if earlier else None
        return fields | {
            "based_on": [{"material": f"{based.kind}/{based.name}", "changed": self.text(), "outcome": self.text()}] if based else None,
            "type": self.random.choice(GUIDELINES), "problem": self.text(),
            "steps": [{"title": self.action(), "content": self.text()} for _ in range(2)], "mistakes": [self.text()]}

    def event(self, name, start, directions):
        number = self.random.randrange(len(self.deficits))
        return {
            "title": f"Рабочее событие {name}", "form": self.random.choice(FORMS), "start": start, "end": start + DAY,
            "days": [{"date": start, "start": "10:00", "end": "12:00"}, {"date": start + DAY, "start": "9:00", "end": "11:00"}],
            "task": self.text(), "initiators": self.some(self.network.people, 2, 1), "special_needs": self.some(NEEDS, 1),
            "directions": self.some(directions, 2), "kindergartens": self.some(self.network.gardens, 2),
            "partners": self.some(self.partners, 2, 1), "community": self.random.choice(self.communities),
            "deficits": Ids([self.deficits[number]]), "strategy": self.strategies[number], "state": "held", "outcomes": [self.text()],
            "attended": self.random.randint(5, 60), "attended_kindergartens": self.some(self.network.gardens, 3),
            "feedback": [self.text()], "reflection": self.text(), "links": [self.link(name)]}

    def plan(self, number, community):
        year = 2021 + number % 6
        first, last = datetime.date(year, 9, 1), datetime.date(year + 1, 8, 31)
        events = [name for name, start in self.events if first <= start <= last]

        def action(position):
            day = datetime.date(year, 9, 15) + DAY * self.random.randrange(250)
            event = self.random.choice(events) if events and position == 0 else None
            term = self.random.choice([day, f"{day.year}-{day.month:02}"])
            return {"title": f"{self.action()} {position}", "form": self.random.choice([None, *FORMS]), "term": term,
                    "responsible": self.some(self.network.people, 2, 1), "event": event,
                    "mark": self.random.choice([None, "выполнено"])}
        return {
            "title": f"План сообщества {number} на {year}/{year + 1}", "academic_year": f"{year}/{year + 1}", "community": community,
            "approved": {"body": "встреча сообщества", "number": str(number), "date": datetime.date(year, 9, 8)},
            "topics": [
                {"title": f"Рабочая тема {topic}", "deficits": Ids([self.deficits[number - 1]]), "strategy": self.strategies[number - 1],
                 "actions": [action(position) for position in range(4)], "done": self.text(), "worked": self.text(), "next": self.text()}
                for topic in (1, 2)]}

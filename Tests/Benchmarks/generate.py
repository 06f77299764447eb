#!/usr/bin/env python3
"""Writes a network of N materials for measuring: the same arguments give the same bytes."""

import argparse
import datetime
import json
import pathlib
import random
import sys

from body import capital, headings_for, slug, write_body
from life import Life
from papers import Papers
from prose import Prose
from yaml_writer import Folded, Ids, front_matter

DAY = datetime.timedelta(days=1)
FIRST_PUBLISHED = datetime.date(2020, 9, 1)
PUBLISHING_DAYS = 2100
SOURCES = 3
KINDS = ["projects"] * 4 + ["master-classes"] * 3 + ["cases"] * 2 + ["seminars"]
PREFIXES = {"projects": "p", "master-classes": "m", "cases": "c", "seminars": "s"}

DIRECTIONS = {
    "sreda": "Среда – третий учитель", "rech": "Речь и общение", "igra": "Игра как жизнь", "priroda": "Природа рядом",
    "semya": "Семья и сад", "zdorovye": "Здоровье и движение", "muzyka": "Музыка и театр", "iskusstvo": "Изобразительное искусство",
    "kray": "Родной край", "inzhenery": "Юные инженеры", "matematika": "Математика вокруг", "bezopasnost": "Безопасное детство",
    "inklyuziya": "Сад для каждого", "rannee": "Ранний возраст", "shkola": "На пороге школы", "emotsii": "Мир эмоций",
    "chtenie": "Книга и чтение", "muzey": "Детский музей", "nauka": "Опыты и открытия", "trud": "Труд и умения",
    "nastavniki": "Наставничество", "odarennost": "Особые успехи", "tsifra": "Цифровые помощники", "traditsii": "Народные традиции",
}
COLORS = ["#2f6f4e", "#7a3b69", "#1f5f8b", "#8a4b14", "#4b5d1a", "#6b3fa0", "#9b2d3a", "#0f6a6a"]
GARDEN_NAMES = ("Ромашка Колосок Теремок Ручеёк Берёзка Светлячок Журавлик Радуга Солнышко Родничок Василёк Ласточка Сказка Малыш"
                " Золушка Дубок Рябинка Парус Звёздочка Снегирь Калинка Лесовичок Кораблик Жемчужинка").split()
SURNAMES = ("Андре Белос Васил Верши Голуб Григорь Дмитри Егор Журавл Зайц Ильи Калин Королё Кузнец Лебед Макар Морозо Никит Орло"
            " Павл Петр Родио Савель Смирн Тара Фадее Федо Хохл Цвет Черно Шувал Щерба Юрь Яковл").split()
GIVEN_NAMES = ("Анна Вера Галина Дарья Елена Жанна Зоя Инна Клара Лариса Мария Нина Ольга Полина Раиса Светлана Тамара Ульяна"
               " Фаина Юлия").split()
PATRONYMICS = ("Андреевна Борисовна Васильевна Глебовна Денисовна Егоровна Ивановна Кирилловна Львовна Максимовна Николаевна"
               " Олеговна Павловна Романовна Сергеевна Тимофеевна Фёдоровна Юрьевна").split()

AUDIENCE = ["children", "parents", "teachers"]
AGES = ["1-2", "2-3", "3-4", "4-5", "5-6", "6-7", "mixed"]
AREAS = ["social", "cognitive", "speech", "arts", "physical"]
PROJECT_TYPES = ["research", "creative", "play", "practice", "information"]
POSITIONS = ["воспитатель", "воспитатель", "воспитатель", "старший воспитатель", "методист", "педагог-психолог", "учитель-логопед",
             "учитель-дефектолог", "музыкальный руководитель", "инструктор по физической культуре",
             "педагог дополнительного образования", "социальный педагог", "тьютор"]
CATEGORIES = ["без категории", "первая", "высшая", "педагог-методист", "педагог-наставник"]
SESSION_FORMS = ["семинар", "семинар-практикум", "мастер-класс", "круглый стол", "открытый показ", "практикум", "консультация"]
TITLE_SHAPES = ["Проект «{}»", "Мастер-класс «{}»", "Кейс «{}»", "Программа «{}»"]

# Week, start and end; the last two run side by side in different rooms.
SESSION_SLOTS = [(0, "9:00", "10:30"), (0, "10:45", "12:15"), (0, "13:00", "14:30"), (1, "9:30", "11:00"), (1, "11:15", "12:45"),
                 (1, "11:15", "12:45")]


class Network:
    """Everything documents say about one another, settled before the first one is written."""

    def __init__(self, count, size, seed, has_life=False, has_papers=False):
        self.count, self.size, self.seed = count, size, seed
        self.prose = Prose(seed)
        self.random = random.Random(f"network/{seed}")
        self.visits = set()
        self.gardens = [f"sad-{number:03}" for number in range(1, max(2, count // 40) + 1)]
        self.people = [f"t-{number:05}" for number in range(1, max(8, count // 10) + 1)]
        self.person_titles = self.unique_titles(len(self.people), self.person_title)
        self.materials = self.plan_materials()
        self.life = Life(self) if has_life else None
        self.open_materials = [material for material in self.materials if not (has_life and Life.is_closed(material))]
        self.papers = Papers(self, Life.is_closed if has_life else lambda _: False) if has_papers else None

    def unique_titles(self, count, make):
        titles = {}
        while len(titles) < count:
            titles[make()] = None
        return list(titles)

    def person_title(self):
        choose = self.random.choice
        return f"{choose(SURNAMES)}{choose(['ова', 'ева', 'ина'])} {choose(GIVEN_NAMES)} {choose(PATRONYMICS)}"

    def material_title(self):
        return f"{capital(self.random.choice(self.prose.phrases))}: {self.random.choice(self.prose.actions)}"

    def book(self, presenters, first_day):
        """The first day, this one or before it, when none of the presenters is in another programme that day or a week later, with
        both days in one academic year."""
        while True:
            days = [first_day, first_day + 7 * DAY]
            visits = {(person, day) for person in presenters for day in days}
            if academic_year(days[0]) == academic_year(days[1]) and not visits & self.visits:
                self.visits |= visits
                return first_day
            first_day -= DAY

    def plan_materials(self):
        numbers = dict.fromkeys(PREFIXES, 0)
        titles = self.unique_titles(self.count, self.material_title)
        materials = []
        for index, title in enumerate(titles):
            kind = KINDS[index % len(KINDS)]
            numbers[kind] += 1
            name = f"{PREFIXES[kind]}-{numbers[kind]:06}"
            own = random.Random(f"{self.seed}/{name}")
            headings, subheadings = headings_for(own, self.size)
            materials.append(Material(self, index, kind, name, title, own, headings, subheadings))
        return materials


class Material:
    def __init__(self, network, index, kind, name, title, own, headings, subheadings):
        self.network, self.index, self.kind, self.name, self.title = network, index, kind, name, title
        self.random, self.headings, self.subheadings = own, headings, subheadings
        self.published = FIRST_PUBLISHED + DAY * (index * PUBLISHING_DAYS // network.count)
        self.authors = self.pick_authors()
        self.directions = self.pick_directions()

    def pick_authors(self):
        """The first author goes round the whole network, so that nobody is left without a material; colleagues join in."""
        staff, gardens = len(self.network.people), len(self.network.gardens)
        first = self.index % staff
        colleagues = [(first + gardens * step) % staff for step in (1, 2, 3)] + [self.random.randrange(staff)]
        least = 2 if self.kind == "cases" else 1
        others = [person for person in dict.fromkeys(colleagues) if person != first]
        return [first] + self.random.sample(others, min(len(others), self.random.randint(least, 3) - 1))

    def pick_directions(self):
        every = list(DIRECTIONS)
        first = every[self.index] if self.index < len(every) else self.random.choice(every)
        return list(dict.fromkeys([first] + self.random.choices(every, k=self.random.randint(0, 2))))

    # The words

    def texts(self, low, high):
        return self.random.choices(self.network.prose.plain, k=self.random.randint(low, high))

    def text(self):
        return " ".join(self.texts(1, 2))

    def actions(self, low, high):
        return [capital(action) for action in self.random.choices(self.network.prose.actions, k=self.random.randint(low, high))]

    def phrases(self, low, high):
        return self.random.choices(self.network.prose.phrases, k=self.random.randint(low, high))

    def phrase(self):
        return capital(self.random.choice(self.network.prose.phrases))

    def people(self, indices):
        return Ids(self.network.people[index] for index in indices)

    # The front matter

    def front_matter(self):
        fields = self.common_fields()
        fields |= {"projects": self.project, "master-classes": self.master_class, "cases": self.case, "seminars": self.seminar}[self.kind]()
        if self.network.life:
            fields |= self.network.life.material_fields(self)
        if self.network.papers:
            fields |= self.network.papers.material_fields(self, fields)
        return front_matter(fields)

    def common_fields(self):
        rng, gardens = self.random, self.network.gardens
        return {
            "title": self.title,
            "summary": " ".join(self.texts(2, 2)),
            "slug": f"{self.name}-{slug(self.title.split(':')[0])}"[:60].strip("-") if rng.random() < 0.2 else None,
            "why": Folded(self.text()),
            "why_children": self.text(),
            "authors": self.people(self.authors),
            "kindergartens": Ids(dict.fromkeys(gardens[author % len(gardens)] for author in self.authors)),
            "directions": Ids(self.directions),
            "audience": Ids(ordered_sample(rng, AUDIENCE)),
            "ages": Ids(f'"{age}"' for age in ordered_sample(rng, AGES)),
            "areas": Ids(ordered_sample(rng, AREAS)),
            "published": self.published,
            "updated": self.published + DAY * rng.randint(0, 60) if rng.random() < 0.6 else None,
            "status": rng.choice(["adopted"] * 7 + ["piloting", "piloting", "archived"]),
            "visibility": "public" if rng.random() < 0.3 else None,
            "goal": capital(rng.choice(self.network.prose.actions)),
            "tasks": self.actions(3, 5),
            "expected": self.texts(2, 3),
            "results": self.results(),
            "indicators": [self.indicator() for _ in range(rng.randint(1, 2))],
            "evidence": self.texts(1, 2),
            "resources": self.phrases(2, 4),
            "sources": [f"{self.phrase()}: методическое пособие. – М., {rng.randint(2008, 2020)}" for _ in range(SOURCES)],
            "based_on": self.based_on(),
            "keywords": list(dict.fromkeys(self.phrases(3, 5))),
            "aliases": [f"staroe/{self.name}.html"] if rng.random() < 0.1 else None,
            "license": "CC BY-SA 4.0",
        }

    def results(self):
        if self.random.random() < 0.35:
            return {reader: self.texts(1, 2) for reader in AUDIENCE}
        return self.texts(2, 4)

    def indicator(self):
        first = self.random.randint(10, 50)
        years = [academic_year(self.published - 365 * DAY * back) for back in (2, 1, 0)]
        points = [{"period": year, "value": first + self.random.randint(6, 15) * step} for step, year in enumerate(years)]
        return {"name": self.phrase(), "unit": "% детей", "points": points}

    def based_on(self):
        """Only earlier materials are named, so chains have no cycles."""
        if self.index == 0 or self.random.random() > 0.25:
            return None
        earlier = {self.random.randrange(self.index): None for _ in range(self.random.randint(1, 2))}
        sources = [self.network.materials[index] for index in earlier]
        if self.network.life:
            sources = [source for source in sources if not Life.is_closed(source)]
        return Ids(source.name if self.random.random() < 0.5 else f"{source.kind}/{source.name}" for source in sources)

    def project(self):
        length = self.random.randint(20, 300)
        end = self.published - DAY * self.random.randint(1, 40)
        start = end - DAY * length
        first, second = start + DAY * (length // 4), start + DAY * (length * 3 // 4)
        spans = [("Подготовительный этап", start, first), ("Основной этап", first + DAY, second), ("Заключительный этап", second + DAY, end)]
        return {
            "type": self.random.choice(PROJECT_TYPES),
            "start": start,
            "end": end,
            "problem": Folded(self.text()),
            "stages": [
                {"title": title, "start": a, "end": b, "content": self.text(), "result": self.texts(1, 1)[0]} for title, a, b in spans
            ],
            "participants": "дети, родители, воспитатели и специалисты сада",
            "product": self.phrases(1, 3),
        }

    def master_class(self):
        steps = self.random.randint(3, 5)
        minutes = self.random.choice([30, 40, 45, 60, 90])
        return {
            "date": self.published - DAY * self.random.randint(1, 40),
            "masters": self.people(self.authors[:2]),
            "minutes": minutes,
            "materials": self.phrases(3, 6),
            "steps": [
                {"title": self.phrase(), "minutes": minutes // steps if self.random.random() < 0.9 else None, "content": self.text()}
                for _ in range(steps)
            ],
            "capacity": self.random.randint(8, 30),
            "reflection": self.text(),
        }

    def case(self):
        lesson = self.published - DAY * 90
        cycle = []
        for turn in range(self.random.randint(2, 3)):
            leader = self.authors[turn % len(self.authors)]
            cycle.append({
                "planning": self.text(),
                "date": lesson + DAY * (21 * turn + self.random.randint(0, 10)),
                "conducted_by": self.people([leader]),
                "observers": self.people(author for author in self.authors if author != leader),
                "analysis": self.text(),
                "correction": self.text(),
                "next": self.texts(1, 1)[0],
            })
        return {
            "situation": Folded(self.text()),
            "questions": [f"Как {action.lower()}?" for action in self.actions(3, 5)],
            "solution": self.text(),
            "criteria": self.actions(2, 4),
            "guidance": self.text(),
            "cycle": cycle,
        }

    def seminar(self):
        """Three presenters take turns, so nobody holds more than half of the sessions."""
        first_day = self.published - DAY * self.random.randint(10, 60)
        gardens, staff = self.network.gardens, len(self.network.people)
        host = gardens[self.authors[0] % len(gardens)]
        guests = [(self.authors[0] + step) % staff for step in (1, 2, 3, 4)]
        presenters = list(dict.fromkeys(self.authors + guests))[:3]
        first_day = self.network.book(presenters, first_day)
        rooms = ["методический кабинет", "музыкальный зал"]
        slots = SESSION_SLOTS if self.random.random() < 0.5 else SESSION_SLOTS[:4]
        return {
            "host": host,
            "academic_year": academic_year(first_day),
            "place": f"детский сад, {rooms[0]}",
            "mode": self.random.choice(["in_person", "in_person", "mixed"]),
            "sessions": [
                {
                    "date": first_day + 7 * DAY * week, "start": start, "end": end, "title": self.phrase(),
                    "form": self.random.choice(SESSION_FORMS), "presenters": self.people([presenters[turn % 3]]),
                    "room": rooms[turn % 2], "kindergarten": host, "summary": self.texts(1, 1)[0],
                }
                for turn, (week, start, end) in enumerate(slots)
            ],
        }

    # The text

    def body(self):
        return write_body(
            self.random, self.network.prose, self.network.size, self.headings, self.subheadings, self.links(), SOURCES)

    def links(self):
        """Five links in the forms authors use: to files, to a heading in a file, and to `kind/id`."""
        rng, network = self.random, self.network
        one, two, three = (rng.choice(network.open_materials) for _ in range(3))
        heading = slug(rng.choice(two.headings + two.subheadings))
        garden, person, direction = rng.choice(network.gardens), rng.choice(network.people), rng.choice(list(DIRECTIONS))
        fifth = rng.choice([f"kindergartens/{garden}", f"../directions/{direction}.md", "../pages/principles.md", f"directions/{direction}"])
        addresses = [self.path_to(one), f"{self.path_to(two)}#{heading}", f"{three.kind}/{three.name}", f"../people/{person}.md", fifth]
        return [(rng.choice(network.prose.phrases), address) for address in addresses]

    def path_to(self, other):
        return f"{other.name}.md" if other.kind == self.kind else f"../{other.kind}/{other.name}.md"


def ordered_sample(rng, values):
    """One to three of the values, in their own order."""
    chosen = rng.sample(range(len(values)), rng.randint(1, 3))
    return [values[index] for index in sorted(chosen)]


def academic_year(day):
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}/{first + 1}"


def kindergarten_documents(network):
    rng = random.Random(f"{network.seed}/kindergartens")
    for index, name in enumerate(network.gardens):
        number, poetic = index + 1, GARDEN_NAMES[index % len(GARDEN_NAMES)]
        fields = {
            "title": f"Детский сад № {number} «{poetic}»", "number": number, "name": poetic,
            "legal_name": f"Муниципальное бюджетное дошкольное образовательное учреждение «Детский сад № {number} «{poetic}»",
            "type": "детский сад общеразвивающего вида", "municipality": "Заречный городской округ",
            "address": f"ул. Садовая, д. {number}", "website": f"https://{name}.bench.example/", "email": f"{name}@bench.example",
            "head": network.people[index], "joined": datetime.date(2014 + index % 5, 9, 1),
            "summary": rng.choice(network.prose.plain),
        }
        yield "kindergartens", name, fields, paragraphs(rng, network, 3)


def direction_documents(network):
    rng = random.Random(f"{network.seed}/directions")
    for order, (name, title) in enumerate(DIRECTIONS.items(), 1):
        fields = {
            "title": title, "summary": rng.choice(network.prose.plain), "goal": capital(rng.choice(network.prose.actions)),
            "focus": rng.choices(network.prose.phrases, k=3), "order": order, "color": COLORS[order % len(COLORS)],
        }
        yield "directions", name, fields, paragraphs(rng, network, 4)


def people_documents(network):
    rng = random.Random(f"{network.seed}/people")
    for index, name in enumerate(network.people):
        plan = {"activity": capital(rng.choice(network.prose.actions)), "mode": rng.choice(["horizontal", "vertical"]),
                "term": "2025/2026", "needs_help_from": "наставник соседнего сада", "visibility": "public"}
        fields = {
            "title": network.person_titles[index],
            "position": "заведующий" if index < len(network.gardens) else rng.choice(POSITIONS),
            "category": rng.choice(CATEGORIES), "kindergarten": network.gardens[index % len(network.gardens)],
            "level": rng.choice(["young", "specialist", "specialist", "expert"]),
            "expertise": list(dict.fromkeys(rng.choices(network.prose.phrases, k=3))),
            "consent": f"СОГ/{index + 1}", "email": f"{name}@bench.example", "development": [plan] if index % 3 == 0 else None,
        }
        if network.papers:
            fields |= network.papers.person_fields(index)
        yield "people", name, fields, paragraphs(rng, network, 2)


def page_documents(network):
    rng = random.Random(f"{network.seed}/pages")
    for order, (name, title) in enumerate([("about", "О сети"), ("principles", "Принципы работы"), ("guide", "Как поделиться опытом")], 1):
        yield "pages", name, {"title": title, "order": order}, paragraphs(rng, network, 8)


def paragraphs(rng, network, count):
    return "".join(" ".join(rng.choices(network.prose.marked, k=4)) + "\n\n" for _ in range(count)).rstrip("\n") + "\n"


def write_network(network, output):
    content = output / "content"
    folders = [*PREFIXES, "kindergartens", "directions", "people", "pages"]
    for folder in folders:
        (content / folder).mkdir(parents=True)
    others = [part for part in (network.life, network.papers) if part]
    for folder, name, fields in [document for part in others for document in part.documents(DIRECTIONS)]:
        (content / folder).mkdir(exist_ok=True)
        write(content / folder / f"{name}.md", front_matter(fields))
    config = {
        "title": "Сеть детских садов", "description": "Опыт детских садов: проекты, мастер-классы, кейсы и семинары.", "language": "ru",
        "base_url": "https://bench.example/", "municipality": "Заречный городской округ", "content": "content", "output": "public",
    }
    if network.life:
        config["report"] = True
    write(output / "site-config.json", json.dumps(config, ensure_ascii=False, indent=2) + "\n")
    for documents in (kindergarten_documents, direction_documents, people_documents, page_documents):
        for folder, name, fields, text in documents(network):
            write(content / folder / f"{name}.md", front_matter(fields) + "\n" + text)
    for material in network.materials:
        write(content / material.kind / f"{material.name}.md", material.front_matter() + "\n" + material.body())


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", metavar="N", type=int, help="materials, at least 40")
    parser.add_argument("output", type=pathlib.Path, help="a new or empty folder")
    parser.add_argument("--size", type=int, default=20_000, help="bytes of each body, at least 4000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--life", action="store_true", help="with deficits, plans, communities, events and bulletins")
    parser.add_argument(
        "--working-documents", action="store_true",
        help="with lesson plans, guidelines, plans with their lines, rounds, partners, reviews, links, help")
    arguments = parser.parse_args()
    if arguments.count < 40 or arguments.size < 4000:
        parser.error("N must be at least 40, and --size at least 4000")
    if arguments.output.exists() and any(arguments.output.iterdir()):
        sys.exit(f"{arguments.output} is not empty")
    write_network(Network(arguments.count, arguments.size, arguments.seed, arguments.life, arguments.working_documents), arguments.output)


if __name__ == "__main__":
    main()

"""Reads a network's documents from their front matter alone: no line of Opyt's is used."""

import datetime
import re
import unicodedata

import yaml

# Folder, Russian folder, folder of the pages.
KINDS = {
    "project": ("projects", "проекты", "proekty"), "master_class": ("master-classes", "мастер-классы", "master-klassy"),
    "case": ("cases", "кейсы", "keysy"), "seminar": ("seminars", "семинары", "seminary"),
    "lesson": ("lessons", "занятия", "zanyatiya"), "guideline": ("guidelines", "рекомендации", "rekomendatsii"),
    "kindergarten": ("kindergartens", "сады", "sady"), "direction": ("directions", "направления", "napravleniya"),
    "person": ("people", "педагоги", "pedagogi"), "community": ("communities", "сообщества", "soobshchestva"),
    "event": ("events", "события", "sobytiya"), "deficit": ("deficits", "дефициты", "defitsity"),
    "strategy": ("strategies", "стратегии", "strategii"), "plan": ("plans", "планы", "plany"),
    "partner": ("partners", "партнёры", "partnyory"), "bulletin": ("bulletins", "бюллетени", "byulleteni"),
}
MATERIALS = ("project", "master_class", "case", "seminar", "lesson", "guideline")

# Russian keys; where one word is two keys, by kind.
KEYS = {
    "название": "title", "авторы": "authors", "сады": "kindergartens", "направления": "directions", "опубликовано": "published",
    "статус": "status", "доступ": "visibility", "сообщество": "community", "стратегия": "strategy", "дефициты": "deficits",
    "ведущие": "masters", "дата": "date", "цикл": "cycle", "проводит": "conducted_by", "наблюдатели": "observers",
    "организатор": "host", "программа": "seminar", "занятия": "sessions", "начало": "start", "окончание": "end", "согласие": "consent", "вступил": "joined",
    "вышел": "left", "состояние": "state", "по_дням": "days", "материалы": "materials", "инициаторы": "initiators", "учебный_год": "academic_year",
    "темы": "topics", "события": "events", "период": "period", "номер": "number", "сад": "kindergarten", "порядок": "order",
    "фио": "title", "адрес": "slug", "мероприятия": "actions", "срок": "term", "ответственный": "responsible", "событие": "event",
    "восполнен": "closed", "результаты": "results", "показатели": "indicators", "значения": "points", "экспертиза": "review",
    "уровень": "level", "эксперты": "experts", "на_основе": "based_on", "материал": "material", "что_вышло": "outcome",
    "ссылки": "links", "вид": "type", "файлы": "attachments", "фото": "photos", "отозвано": "withdrawn", "действует_до": "until",
    "муниципалитет": "municipality", "должность": "position", "места_работы": "posts",
    "партнер": "partner", "организация": "partner", "могу_помочь": "offers", "компетенции": "expertise",
    "роли": "roles", "педагог": "person", "циклы": "rounds", "этапы": "stages", "этап": "stage", "продукт": "product", "результат": "result", "дефицит": "deficit",
    "ожидаемые_изменения": "expected", "возраст": "ages", "образовательные_области": "areas", "аудитория": "audience",
    "форма": "form", "длительность": "minutes",
    "особые_потребности": "special_needs", "вид_группы": "group_type",
    "план_развития": "development", "нужна_помощь": "needs_help_from", "выполнено": "done", "с": "from", "по": "to",
}
KEYS_OF = {"person": {"действует_до": "until", "отозвано": "withdrawn"}, "session": {"ведущие": "presenters", "вид": "part", "модератор": "moderator"}, "bulletin": {"материалы": "items"}}

MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
LETTERS = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya").split(" ")))


def transliterated(name):
    name = unicodedata.normalize("NFC", name).lower()
    text = "".join(LETTERS[c] if c in LETTERS else c if re.fullmatch("[a-z0-9]", c) else "-" for c in name)
    text = re.sub("-+", "-", text).strip("-")
    if len(text) <= 80:
        return text
    cut = text[:81]
    return cut[:cut.rindex("-")] if "-" in cut else text[:80]


def date(text):
    """A day; of a day with its time, the day."""
    text = str(text).strip()
    if match := re.match(r"(\d{4})-(\d\d)-(\d\d)", text):
        return datetime.date(*map(int, match.groups()))
    if match := re.match(r"(\d\d)\.(\d\d)\.(\d{4})", text):
        return datetime.date(*map(int, match.groups()[::-1]))
    day, month, year = text.split()[:3]
    return datetime.date(int(year[:4]), MONTHS.index(month.lower()) + 1, int(day))


def first_month(term):
    """Year and month in which the term of a plan's action begins; a period may leave the year to its end."""
    text = (" – ".join(term) if isinstance(term, list) else str(term)).lower()
    if match := re.match(r"(\d{4})-(\d\d)", text):
        return int(match[1]), int(match[2])
    if match := re.match(r"\d\d\.(\d\d)\.(\d{4})", text):
        return int(match[2]), int(match[1])
    stems = [month[:3] for month in MONTHS[:4] + ["май"] + MONTHS[5:]]
    names = [word[:3].replace("мая", "май") for word in re.findall("[а-я]{3,}", text)]
    return int(re.search(r"\d{4}", text)[0]), stems.index(next(name for name in names if name in stems)) + 1


def single_day(term):
    """The day, where a term is one."""
    if isinstance(term, list) or not re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}|\d{1,2} [а-я]+ \d{4}( г\.)?", str(term).strip()):
        return None
    return date(term)


def academic_year(day):
    return day.year if day.month >= 9 else day.year - 1


def year_named(text):
    return int(str(text)[:4])


def compared(text):
    """Titles are compared without case, ё as е, without quotes and repeated spaces."""
    text = unicodedata.normalize("NFC", str(text)).lower().replace("ё", "е")
    return " ".join(re.sub("[«»„“”\"']", "", text).split())


def as_list(value):
    if value in (None, ""):
        return []
    return value if isinstance(value, list) else [value]


class Document:
    def __init__(self, kind, name, fields):
        self.kind, self.id, self.fields = kind, name, fields
        slug = fields.get("slug") or transliterated(name)
        self.page = f"{KINDS[kind][2]}/{slug}.html"

    def __repr__(self):
        return f"{self.kind}/{self.id}"

    def __lt__(self, other):
        return self.page < other.page

    @property
    def is_material(self):
        return self.kind in MATERIALS

    def day(self, name):
        return date(self.fields[name]) if self.fields.get(name) else None


def renamed(value, kind):
    if isinstance(value, list):
        return [renamed(item, kind) for item in value]
    if not isinstance(value, dict):
        return value
    result = {}
    for key, item in value.items():
        key = re.sub("[ -]", "_", str(key).lower().replace("ё", "е"))
        key = KEYS_OF.get(kind, {}).get(key) or KEYS.get(key, key)
        result[key] = renamed(item, "session" if key == "sessions" else kind)
    return result


class Network:
    """The documents of a site's folder, and who is named by whom."""

    def __init__(self, content):
        self.documents = []
        for kind, (folder, russian, _) in KINDS.items():
            for top in (content / folder, content / russian):
                for path in sorted(top.rglob("*.md")):
                    name = path.parent.name if path.name == "index.md" else path.stem
                    text = path.read_text(encoding="utf-8-sig")
                    block = re.match(r"---\s*\n(.*?)\n---\s*(\n|$)", text, re.S).group(1)
                    # Every scalar as it is written: no dates, no numbers, no yes and no.
                    fields = yaml.load(block, Loader=yaml.BaseLoader)
                    self.documents.append(Document(kind, unicodedata.normalize("NFC", name), renamed(fields, kind)))
        self.by_id = {(document.kind, document.id): document for document in self.documents}
        self.by_title = {(document.kind, compared(document.fields.get("title", ""))): document for document in self.documents}

    def find(self, reference, *kinds):
        reference = unicodedata.normalize("NFC", str(reference))
        if "/" in reference:
            folder, name = reference.split("/", 1)
            for kind in kinds:
                if folder in KINDS[kind][:2] and (kind, name) in self.by_id:
                    return self.by_id[kind, name]
        for table, key in ((self.by_id, reference), (self.by_title, compared(reference))):
            for kind in kinds:
                if (kind, key) in table:
                    return table[kind, key]
        raise SystemExit(f"no {'/'.join(kinds)} “{reference}”")

    def named(self, record, field, *kinds):
        fields = record.fields if isinstance(record, Document) else record
        return {self.find(reference, *kinds) for reference in as_list(fields.get(field))}

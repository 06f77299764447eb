"""The lists by what materials are chosen by, held against the documents: how many materials, events and deficits have each value,
that its page lists them, and that the catalogue's script chooses among the same materials."""

import calendar
import datetime
import json
import re
from collections import defaultdict

from evidence import STEPS
from evidence import compute as evidence_of
from frontmatter import KINDS, MATERIALS, academic_year, as_list, compared, date, transliterated

# Folder of the pages, field, and the values with their names.
FACETS = {
    "dlya-kogo": ("audience", {"children": "дети", "parents": "родители", "teachers": "педагоги"}),
    "vozrast": ("ages", {"1-2": "", "2-3": "ранний возраст", "3-4": "младшая группа", "4-5": "средняя группа", "5-6": "старшая группа",
                         "6-7": "подготовительная группа", "mixed": "разновозрастная группа"}),
    "oblasti": ("areas", {"social": "социально-коммуникативное развитие", "cognitive": "познавательное развитие", "speech": "речевое развитие",
                          "arts": "художественно-эстетическое развитие", "physical": "физическое развитие"}),
    "osobye-potrebnosti": ("special_needs", {
        "speech": "тяжёлые нарушения речи", "delay": "задержка психического развития", "hearing": "нарушения слуха",
        "vision": "нарушения зрения", "movement": "нарушения опорно-двигательного аппарата",
        "autism": "расстройства аутистического спектра", "intellect": "нарушения интеллекта",
        "multiple": "тяжёлые множественные нарушения", "gifted": "одарённость", "bilingual": "билингвизм"}),
    "vid-gruppy": ("group_type", {
        "general": "общеразвивающая", "compensatory": "компенсирующая", "combined": "комбинированная", "health": "оздоровительная",
        "early": "группа раннего возраста", "family": "семейная", "short-stay": "кратковременного пребывания"}),
    "status": ("status", {"draft": "черновик", "piloting": "апробация", "adopted": "внедрено", "archived": "архив"}),
    "uroven": ("level", {"institution": "ДОО", "municipal": "муниципальный", "regional": "региональный", "federal": "федеральный"}),
}
DEFAULTS = {"status": "adopted"}
# Folder of the pages, and what the catalogue's script calls it.
CHOICES = {
    "dlya-kogo": "audience", "vozrast": "age", "oblasti": "area", "osobye-potrebnosti": "need", "vid-gruppy": "group", "status": "status",
    "uroven": "level", "formy": "form", "dlitelnost": "length", "munitsipalitety": "municipality",
}


def values(document, field, names):
    """The keys of what a document says; a span of years is every group in it."""
    keys = {compared(name): key for key, name in names.items() if name} | {key: key for key in names}
    found = set()
    for value in as_list(document.fields.get(field) or DEFAULTS.get(field)):
        text = compared(value).replace("_", "-")
        years = re.fullmatch(r"(\d) ?[-–] ?(\d)( лет| года)?", text)
        if field == "ages" and years:
            first, last = int(years.group(1)), int(years.group(2))
            found |= {f"{year}-{year + 1}" for year in range(first, last)}
        else:
            found.add(keys[text])
    return found


def later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def length(material):
    """By its minutes, or from its first day to its last."""
    if material.kind in ("master_class", "lesson"):
        minutes = int(material.fields.get("minutes") or 0)
        return minutes and ("do-30-minut" if minutes <= 30 else "do-chasa" if minutes <= 60 else "bolshe-chasa")
    days = {"project": [material.day("start"), material.day("end")]}.get(
        material.kind, [date(session["date"]) for session in as_list(material.fields.get("sessions"))])
    if not days:
        return None
    first, last = min(days), max(days)
    return "do-mesyatsa" if last <= later(first, 1) else "do-polugoda" if last <= later(first, 6) else "bolshe-polugoda"


def derived(expected):
    """Of what has no vocabulary of its own, by folder and list: the documents of each value."""
    forms = {"opyt_materials": defaultdict(set), "opyt_events": defaultdict(set)}
    for event in expected.events:
        form = transliterated(event.fields["form"])
        forms["opyt_events"][form].add(event)
        if event in expected.alive:
            for material in expected.network.named(event, "materials", *MATERIALS) & expected.materials:
                forms["opyt_materials"][form].add(material)
    lengths, places = defaultdict(set), defaultdict(set)
    for material in expected.materials:
        if material.kind == "master_class":
            forms["opyt_materials"]["master-klass"].add(material)
        for session in as_list(material.fields.get("sessions")) if material.kind == "seminar" else ():
            if session.get("form") and session.get("part") not in ("break", "registration", "перерыв", "регистрация"):
                forms["opyt_materials"][transliterated(session["form"])].add(material)
        if length(material):
            lengths[length(material)].add(material)
        for kindergarten in expected.names[material]["kindergartens"]:
            places[transliterated(kindergarten.fields["municipality"])].add(material)
    return {"formy": forms, "dlitelnost": {"opyt_materials": lengths},
            "munitsipalitety": {"opyt_materials": places if len(places) > 1 else {}}}


def compare(comparison):
    expected = comparison.expected
    chosen = {}
    lists = {"opyt_materials": expected.materials, "opyt_events": expected.events, "opyt_deficits": expected.deficits}
    asked = {"opyt_events": {"special_needs"}, "opyt_deficits": {"ages", "areas"}}
    for folder, (field, names) in FACETS.items():
        by_value = {anchor: defaultdict(set) for anchor in lists}
        for anchor, documents in lists.items():
            for document in documents if field in asked.get(anchor, {field}) else ():
                for key in values(document, field, names):
                    by_value[anchor][key].add(document)
        compare_facet(comparison, folder, names, by_value)
        chosen[CHOICES[folder]] = by_value["opyt_materials"]
    for folder, by_value in derived(expected).items():
        names = sorted(set().union(*by_value.values()))
        compare_facet(comparison, folder, names, {anchor: by_value.get(anchor, {}) for anchor in lists})
        chosen[CHOICES[folder]] = by_value["opyt_materials"]
    compare_choice(comparison, chosen)


SIGNS = {chr(code): value for value, code in enumerate(code for code in range(0x21, 0x7F) if chr(code) not in '"\\|')}


def numbers(text):
    """As the index writes them: up to 59 in one sign, what is larger in several."""
    total, unit = 0, 1
    for sign in text:
        value = SIGNS[sign]
        total += value * unit
        if value < 60:
            yield total
            total, unit = 0, 1
        else:
            unit *= 31


def columns(site):
    """What the catalogue's script chooses from: for each facet the pages of the materials of each value."""
    def part(name):
        text = (site.folder / f"poisk/ukazatel/{name}.js").read_text(encoding="utf-8")
        return json.loads(f"[{text[len('opytSearch('):-2]}]")[2]

    entry, places, documents = part("m"), [], []
    runs = list(numbers(entry["documents"]))
    next_one = 0
    for length_of_run, gap in zip(runs[::2], [*runs[1::2], 0]):
        places += range(next_one, next_one + length_of_run)
        next_one += length_of_run + gap
    while site.has(f"poisk/ukazatel/d{len(documents) // 4}.js") and len(documents) % 4 == 0:
        documents += part(f"d{len(documents) // 4}")
    pages = [documents[place][1] for place in places]
    packs = entry["packs"] + [pack for name, _ in entry["more"].values() for pack in part(name)]
    found = {}
    for pack in packs:
        sets = []
        for column in pack["columns"]:
            code, own = numbers(column["sets"]), []
            for count in code:
                own.append([next(code) for _ in range(count)])
            sets.append(own)
            found[column["name"]] = {key: set() for key in column["keys"]}
        for number, page in enumerate(pages):
            signs = pack["of"][number * pack["width"]:(number + 1) * pack["width"]]
            rest = sum(SIGNS[sign] * 91**place for place, sign in enumerate(signs))
            for column, own in zip(pack["columns"], sets):
                rest, value = divmod(rest, len(own))
                for key in own[value]:
                    found[column["name"]][column["keys"][key]].add(page)
    return found


def compare_choice(comparison, chosen):
    """The catalogue offers what at least one has, and only where there is more than one such value."""
    expected = comparison.expected
    chosen["kind"] = {KINDS[kind][2]: expected.of(kind) for kind in MATERIALS}
    chosen["year"] = {f"{year}-{year + 1}": expected.of_year(year) for year in expected.material_years}
    for name, kind in (("direction", "direction"), ("kindergarten", "kindergarten")):
        chosen[name] = defaultdict(set)
        for material in expected.materials:
            for document in expected.names[material][f"{kind}s"]:
                chosen[name][document.page.split("/")[1].removesuffix(".html")].add(material)
    chosen["evidence"] = {STEPS[step]: materials for step, materials in evidence_of(expected).items()}
    wanted = {}
    for name, values in chosen.items():
        values = {key: {material.page for material in materials} for key, materials in values.items() if materials}
        if len(values) > 1:
            wanted[name] = values
    found = columns(comparison.site)
    comparison.same("choice", set(found), set(wanted), "the catalogue's facets")
    for name in sorted(set(found) & set(wanted)):
        comparison.same("choice", set(found[name]), set(wanted[name]), f"{name}: its values")
        for key in sorted(set(found[name]) & set(wanted[name])):
            comparison.same("choice", found[name][key], wanted[name][key], f"{name}: {key}")


def compare_facet(comparison, folder, names, by_value):
    site, path = comparison.site, f"{folder}/index.html"
    wanted = {key for key in names if any(by_value[anchor].get(key) for anchor in by_value)}
    comparison.same("topics", site.has(path), bool(wanted), path)
    if not wanted:
        return
    entries = {}
    for item in site.page(path).root.first("ul", "topics-list").all("li"):
        links = [a for a in item.all("a") if a.get("data-count")]
        entries[site.target(path, links[0].get("href"))[0]] = links
    comparison.same("topics", set(entries), {f"{folder}/{key}.html" for key in wanted}, path)
    for key in sorted(wanted):
        links = {site.target(path, a.get("href"))[1] or "opyt_materials": a for a in entries.get(f"{folder}/{key}.html", [])}
        for anchor, documents in by_value.items():
            if not documents.get(key):
                comparison.same("topics", anchor in links, False, f"{folder}: {key}: {anchor}")
            elif anchor in links:
                # The value may have numbers of its own: the count stands behind it.
                printed = [int(links[anchor].get("data-count")), int(re.findall(r"\d+", links[anchor].text)[-1])]
                comparison.same("topics", printed, [len(documents[key])] * 2, f"{folder}: {key}: {anchor}")
                target = site.target(path, links[anchor].get("href"))
                comparison.same_list("topics", *target, documents[key], f"{folder}: {key}: {anchor}")
            else:
                comparison.same("topics", None, len(documents[key]), f"{folder}: {key}: {anchor}")

"""The lists by audience, age, educational area, special needs and type of group, held against the documents: how many materials,
events and deficits have each value, and that its page lists them."""

import re
from collections import defaultdict

from frontmatter import as_list, compared

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
}


def values(document, field, names):
    """The keys of what a document says; a span of years is every group in it."""
    keys = {compared(name): key for key, name in names.items() if name} | {key: key for key in names}
    found = set()
    for value in as_list(document.fields.get(field)):
        text = compared(value).replace("_", "-")
        years = re.fullmatch(r"(\d) ?[-–] ?(\d)( лет| года)?", text)
        if field == "ages" and years:
            first, last = int(years.group(1)), int(years.group(2))
            found |= {f"{year}-{year + 1}" for year in range(first, last)}
        else:
            found.add(keys[text])
    return found


def compare(comparison):
    expected = comparison.expected
    lists = {"opyt_materials": expected.materials, "opyt_events": expected.events, "opyt_deficits": expected.deficits}
    asked = {"opyt_events": {"special_needs"}, "opyt_deficits": {"ages", "areas"}}
    for folder, (field, names) in FACETS.items():
        by_value = {anchor: defaultdict(set) for anchor in lists}
        for anchor, documents in lists.items():
            for document in documents if field in asked.get(anchor, {field}) else ():
                for key in values(document, field, names):
                    by_value[anchor][key].add(document)
        compare_facet(comparison, folder, names, by_value)


def compare_facet(comparison, folder, names, by_value):
    site, path = comparison.site, f"{folder}/index.html"
    wanted = {key for key in names if any(by_value[anchor][key] for anchor in by_value)}
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
            if not documents[key]:
                comparison.same("topics", anchor in links, False, f"{folder}: {key}: {anchor}")
            elif anchor in links:
                # The value may have numbers of its own: the count stands behind it.
                printed = [int(links[anchor].get("data-count")), int(re.findall(r"\d+", links[anchor].text)[-1])]
                comparison.same("topics", printed, [len(documents[key])] * 2, f"{folder}: {key}: {anchor}")
                target = site.target(path, links[anchor].get("href"))
                comparison.same_list("topics", *target, documents[key], f"{folder}: {key}: {anchor}")
            else:
                comparison.same("topics", None, len(documents[key]), f"{folder}: {key}: {anchor}")

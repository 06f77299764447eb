"""How well each material is proved, and what the media library has, held against the documents."""

from collections import defaultdict

from frontmatter import as_list
from help import posts
from frontmatter import date

STEPS = {"described": "opisan", "measured": "izmeren", "repeated": "povtoryon", "reviewed": "rassmotren"}
# How many pictures of a set stand in the text does not matter: a set is one entry.
SHELVES = {"видео": "video", "video": "video", "презентация": "prezentatsii", "presentation": "prezentatsii"}


def is_described(material):
    results = material.fields.get("results")
    lists = results.values() if isinstance(results, dict) else [results]
    return any(as_list(one) for one in lists)


def is_reviewed(expected, material):
    own = expected.names[material]["kindergartens"]
    for review in as_list(material.fields.get("review")):
        if review["level"] not in ("institution", "ДОО"):
            return True
        day = date(review["date"])
        experts = expected.network.named(review, "experts", "person") & expected.people
        homes = {place for expert in experts for place, first, last in posts(expected, expert)
                 if place and place.kind == "kindergarten" and (first is None or first <= day) and (last is None or day <= last)}
        if len(homes - own) > 1:
            return True
    return False


def repeated(expected):
    """The materials that another kindergarten's material takes up with an outcome."""
    found = set()
    for material in expected.materials:
        for entry in as_list(material.fields.get("based_on")):
            if not isinstance(entry, dict) or not entry.get("outcome"):
                continue
            for original in expected.materials_named(entry):
                if expected.names[material]["kindergartens"] - expected.names[original]["kindergartens"]:
                    found.add(original)
    return found


def compute(expected):
    steps = {step: set() for step in STEPS}
    again = repeated(expected)
    for material in expected.materials:
        if is_described(material):
            steps["described"].add(material)
        if any(len(as_list(indicator.get("points"))) > 1 for indicator in as_list(material.fields.get("indicators"))):
            steps["measured"].add(material)
        if material in again:
            steps["repeated"].add(material)
        if is_reviewed(expected, material):
            steps["reviewed"].add(material)
    return steps


def compare(comparison):
    expected, site = comparison.expected, comparison.site
    steps = compute(expected)
    page = site.page("proverka-opyta.html")
    links = {site.target("proverka-opyta.html", a.get("href"))[0]: a for a in page.root.all("a") if a.get("data-count")}
    for step, name in STEPS.items():
        path, wanted = f"proverka-opyta/{name}.html", steps[step]
        comparison.same("evidence", path in links, bool(wanted), f"{step}: its list")
        if wanted and path in links:
            comparison.number("evidence", "proverka-opyta.html", links[path], wanted, step)
    for material in sorted(expected.materials):
        marks = site.page(material.page).root.first("ul", "evidence").all("li")
        found = {step for step, mark in zip(STEPS, marks) if "reached" in mark.classes}
        comparison.same("evidence", found, {step for step in STEPS if material in steps[step]}, f"{material}: its page")
    compare_media(comparison)


def compare_media(comparison):
    """Links by type, files and sets of photos together: each kindergarten and direction has those of its materials."""
    expected, site = comparison.expected, comparison.site
    shelves, places = defaultdict(int), defaultdict(int)
    for material in expected.materials | expected.events:
        links = as_list(material.fields.get("links"))
        for link in links:
            shelves[SHELVES.get(link.get("type"), "sayty")] += 1
        photos = any(expected.is_shown(photo) for photo in as_list(material.fields.get("photos")))
        count = len(links) + len(as_list(material.fields.get("attachments"))) + photos
        for place in expected.names[material]["kindergartens"] | expected.names[material]["directions"]:
            places[place] += count
    if not any(places.values()):
        comparison.same("media", site.has("mediateka/index.html"), False, "the page")
        return
    page = site.page("mediateka/index.html")
    found = {site.target("mediateka/index.html", a.get("href"))[0]: int(a.get("data-count")) for a in page.root.all("a") if a.get("data-count")}
    for place in sorted(expected.kindergartens | expected.directions):
        comparison.same("media", found.get(f"mediateka/{place.page}", 0), places[place], place)
    comparison.same("media", found.get("mediateka/sayty.html", 0), shelves["sayty"], "sites")

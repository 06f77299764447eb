"""Help asked and offered, held against the documents: whose entry stands on «Нужна помощь / Могу помочь» and on the pages of its
topics, under which municipality. And who works, and worked, in each kindergarten."""

import datetime
from collections import defaultdict

from frontmatter import as_list, compared, date

DAY = datetime.timedelta(days=1)


def posts(expected, person):
    """(place, first day, last day) of all posts; today's, without days, behind the last one that is over."""
    network, fields = expected.network, person.fields
    held = []
    for post in as_list(fields.get("posts")):
        places = network.named(post, "kindergarten", "kindergarten") or network.named(post, "partner", "partner")
        held.append((next(iter(places), None), date(post["from"]) if post.get("from") else None,
                     date(post["to"]) if post.get("to") else None))
    after = max((last for _, _, last in held if last), default=None)
    still = {place for place, _, last in held if last is None}
    today = network.named(fields, "kindergarten", "kindergarten") | network.named(fields, "partner", "partner")
    for place in today or ({None} if fields.get("position") and not still else ()):
        if place is None or place not in still:
            held.append((place, after + DAY if after else None, None))
    return held


def places(expected, person):
    today = expected.today
    return [place for place, first, last in posts(expected, person)
            if (first is None or first <= today) and (last is None or today <= last)]


def municipalities(expected, kindergartens):
    return {compared(k.fields["municipality"]) for k in kindergartens
            if k.kind == "kindergarten" and not (k.day("left") and k.day("left") < expected.today)}


def home(expected, person):
    """The municipalities somebody stands under; None for who works in the network no more."""
    held = places(expected, person)
    if not held:
        return None if posts(expected, person) else set()
    found = municipalities(expected, [place for place in held if place])
    named = [place for place in held if place]
    if not found and any(place.kind == "kindergarten" for place in named) and not any(place.kind == "partner" for place in named):
        return None
    return found


def compute(expected):
    """Offers and needs: (who, municipalities, deficits); a need has its asker once for each."""
    network = expected.network
    offers, needs = {}, []
    for person in expected.people:
        where = home(expected, person)
        if where is None:
            continue
        if as_list(person.fields.get("offers")) + as_list(person.fields.get("expertise")):
            offers[person] = where
        for item in as_list(person.fields.get("development")):
            is_open = item.get("visibility") in ("public", "открыто") and as_list(item.get("needs_help_from"))
            if is_open and not (item.get("done") and date(item["done"]) <= expected.today):
                needs.append((person, where, network.named(item, "deficits", "deficit") & expected.deficits))
    for community in expected.of("community"):
        where = municipalities(expected, network.named(community, "kindergartens", "kindergarten"))
        for deficit in network.named(community, "deficits", "deficit") & expected.deficits:
            needs.append((community, where, {deficit}))
    return offers, needs


def topics(expected, offers, needs):
    """By direction, deficit and strategy: who can help, and how many needs each has there."""
    network = expected.network
    titles = defaultdict(set)
    for kind in ("direction", "deficit", "strategy"):
        for subject in expected.of(kind):
            titles[" ".join(str(subject.fields["title"]).lower().replace("ё", "е").split())].add(subject)
    helpers, askers = defaultdict(set), defaultdict(list)
    deeds = expected.deeds()
    for person in offers:
        for material in deeds["wrote"][person] | deeds["led"][person]:
            for field, kind in (("directions", "direction"), ("deficits", "deficit"), ("strategy", "strategy")):
                for subject in network.named(material, field, kind) & expected.published:
                    helpers[subject].add(person)
        for word in as_list(person.fields.get("offers")) + as_list(person.fields.get("expertise")):
            for subject in titles.get(" ".join(str(word).lower().replace("ё", "е").split()), ()):
                helpers[subject].add(person)
    for asker, where, deficits in needs:
        directions = {d for deficit in deficits for d in network.named(deficit, "directions", "direction")}
        for subject in (deficits | directions) & expected.published:
            askers[subject].append(asker)
    return helpers, askers


def compare(comparison):
    expected, site = comparison.expected, comparison.site
    compare_staff(comparison)
    offers, needs = compute(expected)
    comparison.same("help", site.has("pomosch/index.html"), bool(offers or needs), "the page")
    if not offers and not needs:
        return
    compare_groups(comparison, "pomosch/index.html", "opyt_offers", list(offers.items()), "offers")
    compare_groups(comparison, "pomosch/index.html", "opyt_needs", [need[:2] for need in needs], "needs")
    helpers, askers = topics(expected, offers, needs)
    subjects = {s for kind in ("direction", "deficit", "strategy") for s in expected.of(kind)}
    for subject in sorted(subjects):
        path = f"pomosch/{subject.page}"
        is_there = bool(helpers[subject] or askers[subject])
        comparison.same("help", site.has(path), is_there, f"{subject}: its page")
        if is_there:
            compare_groups(comparison, path, "opyt_offers", [(p, offers[p]) for p in helpers[subject]], f"{subject}: offers")
            wanted = sorted(str(asker) for asker in askers[subject])
            found = [str(asker) for _, entries in groups(comparison, path, "opyt_needs") for asker in entries]
            comparison.same("help", sorted(set(found)), sorted(set(wanted)), f"{subject}: needs")


def groups(comparison, path, anchor):
    """(municipality, whose entries) below a heading, over all pages of the list."""
    site, found = comparison.site, {}
    for part in site.parts(path):
        page = site.page(part)
        section = page.place(anchor) if anchor in page.ids else None
        for inner in section.all("section") if section else ():
            if inner is section or not inner.first("ul", "helpers"):
                continue
            entries = [entry for entry in inner.first("ul", "helpers").children if getattr(entry, "name", "") == "li"]
            found.setdefault(compared(inner.first("h3").text), []).extend(
                comparison.by_page[site.links(part, entry)[0]] for entry in entries)
    return found.items()


def compare_groups(comparison, path, anchor, wanted, name):
    by_place = defaultdict(list)
    for who, where in wanted:
        for place in where or {"другие организации"}:
            by_place[place].append(str(who))
    found = {place: sorted(map(str, entries)) for place, entries in groups(comparison, path, anchor)}
    comparison.same("help", found, {place: sorted(entries) for place, entries in by_place.items()}, name)


def compare_staff(comparison):
    expected, site = comparison.expected, comparison.site
    present, former = defaultdict(set), defaultdict(set)
    for person in expected.people:
        held = set(places(expected, person))
        for place, _, last in posts(expected, person):
            if place in held:
                present[place].add(person)
            elif place and last and last < expected.today:
                former[place].add(person)
    for kindergarten in sorted(expected.kindergartens):
        page = site.page(kindergarten.page)
        for anchor, wanted in (("opyt_people", present), ("opyt_former", former)):
            section = page.place(anchor) if anchor in page.ids else None
            found = {d for d in comparison.documents(kindergarten.page, section) if d.kind == "person"} if section else set()
            comparison.same("staff", found, wanted[kindergarten], f"{kindergarten}: {anchor}")

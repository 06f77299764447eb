"""The rounds of each community held against its page: where it stands today, what each stage gave, what was reached beside what was
expected, and which rounds are behind it or to come. And who lists the community for what its rounds name."""

import datetime

from frontmatter import as_list, date, year_named

STAGES = ("выявление проблем и затруднений", "совместное планирование работы", "совместная работа и взаимообучение",
          "оценка эффективности")


def number(stage):
    text = " ".join(str(stage).lower().split())
    return int(text) if text.isdigit() else STAGES.index(text) + 1


def begun(community_round, today):
    """Numbers of the stages that have begun; one without a day begins with the one before, the first with the academic year."""
    day, numbers = datetime.date(year_named(community_round["academic_year"]), 9, 1), []
    for position, stage in enumerate(as_list(community_round.get("stages"))):
        day = date(stage["start"]) if stage.get("start") else day
        if day <= today:
            numbers = [number(one["stage"]) for one in as_list(community_round["stages"])[:position + 1]]
    return numbers


def has_begun(community_round, today):
    if as_list(community_round.get("stages")):
        return bool(begun(community_round, today))
    return datetime.date(year_named(community_round["academic_year"]), 9, 1) <= today


def present(rounds, today):
    """The position of the round that the community is in."""
    return max((position for position, one in enumerate(rounds) if has_begun(one, today)), default=0)


def words(element):
    return " ".join(element.text.replace("\xa0", " ").replace("\xad", "").split())


def plain(text):
    return " ".join(str(text).replace("\xa0", " ").split())


def compare(comparison):
    expected = comparison.expected
    communities = sorted(expected.of("community"))
    for community in communities:
        compare_community(comparison, community)
    for kind, field, anchor in (("deficit", "deficits", "opyt_steps"), ("strategy", "strategy", "opyt_communities")):
        for subject in sorted(expected.of(kind)):
            wanted = {community for community in communities if subject in named(expected, community, field, kind)}
            page = comparison.site.page(subject.page)
            place = page.place(anchor) if anchor in page.ids else None
            found = {d for d in comparison.documents(subject.page, place) if d.kind == "community"} if place else set()
            comparison.same("rounds", found, wanted, f"{subject}: its communities")


def named(expected, community, field, kind):
    """What the community names itself, and what its rounds name."""
    one = "deficit" if kind == "deficit" else "strategy"
    found = expected.network.named(community, field, kind)
    for community_round in as_list(community.fields.get("rounds")):
        found = found | expected.network.named(community_round, one, kind)
    return found


def compare_community(comparison, community):
    site, today = comparison.site, comparison.expected.today
    page, fields = site.page(community.page), community.fields
    rounds = as_list(fields.get("rounds"))
    section = page.place("opyt_stages") if "opyt_stages" in page.ids else None
    at = present(rounds, today) if rounds else None
    stage = (begun(rounds[at], today) or [None])[-1] if rounds else number(fields["stage"]) if fields.get("stage") else None
    comparison.same("rounds", bool(section), bool(rounds or stage), f"{community}: its stepper")
    if section:
        steps = section.first("ol", "stepper").all("li")
        current = [position for position, step in enumerate(steps, 1) if step.get("aria-current")]
        comparison.same("rounds", current, [stage] if stage else [], f"{community}: its stage")
        done = [position for position, step in enumerate(steps, 1) if "done" in step.classes]
        comparison.same("rounds", done, list(range(1, stage or 1)), f"{community}: stages behind it")
        own = as_list(rounds[at].get("stages")) if rounds else []
        for position, step in enumerate(steps, 1):
            products = [plain(product) for one in own if number(one["stage"]) == position for product in as_list(one.get("product"))]
            found = [words(p) for p in step.all("p") if "meta" not in p.classes]
            comparison.same("rounds", found, products, f"{community}: what stage {position} gave")
            dated = any(one.get("start") or one.get("end") for one in own if number(one["stage"]) == position)
            comparison.same("rounds", any("meta" in p.classes for p in step.all("p")), dated, f"{community}: days of stage {position}")
    for anchor, wanted in (("opyt_rounds", rounds[:at][::-1] if rounds else []), ("opyt_planned_rounds", rounds[at + 1:] if rounds else [])):
        compare_rounds(comparison, community, anchor, wanted)
    compare_reached(comparison, community, rounds[:at + 1] if rounds else [])


def compare_rounds(comparison, community, anchor, wanted):
    page = comparison.site.page(community.page)
    section = page.place(anchor) if anchor in page.ids else None
    years = [int(words(heading)[:4]) for heading in section.all("h3")] if section else []
    comparison.same("rounds", years, [year_named(one["academic_year"]) for one in wanted], f"{community}: {anchor}")
    rows = [[words(row.first("th")), [words(p) for p in row.all("td")[-1].all("p")]]
            for body in (section.all("tbody") if section else ()) for row in body.all("tr")]
    stages = [[STAGES[number(stage["stage"]) - 1], [plain(product) for product in as_list(stage.get("product"))]]
              for one in wanted for stage in as_list(one.get("stages"))]
    comparison.same("rounds", rows, stages, f"{community}: stages of {anchor}")


def compare_reached(comparison, community, begun_rounds):
    page = comparison.site.page(community.page)
    expected = [plain(text) for text in as_list(community.fields.get("expected"))]
    reached = [year_named(one["academic_year"]) for one in begun_rounds if one.get("result")]
    section = page.place("opyt_expected") if "opyt_expected" in page.ids else None
    found = [words(item) for item in section.first("ul").all("li")] if section else []
    comparison.same("rounds", found, expected, f"{community}: what was expected")
    place = section or (page.place("opyt_reached") if "opyt_reached" in page.ids else None)
    years = [int(words(term)[:4]) for term in place.all("dt")] if place else []
    comparison.same("rounds", years, reached, f"{community}: what was reached")

"""S4's table «Выявленные тенденции | Темы методической работы | Соответствие» of each plan, of the network, and the deficits'
pages, held against the documents."""

from collections import Counter

WHAT = {"strategies": "strategy", "events": "event", "materials": "material"}


def compare(comparison):
    expected, site = comparison.expected, comparison.site
    if not expected.deficits and not expected.plans:
        return
    for plan in [None, *sorted(expected.plans)]:
        compare_table(comparison, plan)
    for plan in sorted(expected.plans):
        compare_plan(comparison, plan)
    for deficit in sorted(expected.deficits):
        compare_deficit(comparison, deficit)


def compare_table(comparison, plan):
    expected, site = comparison.expected, comparison.site
    path, name = (plan.page, plan) if plan else ("sootvetstvie.html", "network")
    page = site.page(path)
    rows, free = expected.correspondence(plan)
    found = {}
    for table in page.root.all("table", "correspondence"):
        for row in table.first("tbody").all("tr"):
            found[comparison.by_page[site.links(path, row.first("th"))[0]]] = row
    if plan is None:
        for state in ("open", "worked", "closed"):
            shown = {deficit for deficit, row in found.items() if f"deficit-{state}" in row.classes}
            comparison.same("deficits", shown, {d for d in expected.deficits if expected.state(d) == state}, state)
        told = {e.get("data-of"): int(e.get("data-count")) for e in page.root.elements if e.get("data-of")}
        for state in ("open", "worked", "closed"):
            wanted = sum(expected.state(d) == state for d in expected.deficits)
            comparison.same("deficits", told.get(f"deficit-{state}", 0), wanted, f"{state}: the number")
    comparison.same("correspondence", set(found), set(rows), f"{name}: deficits")
    unanswered = set()
    for deficit, answers in rows.items():
        if deficit not in found:
            continue
        row = found[deficit]
        topics, found_answers = row.all("td")[:2]
        titles = {(comparison.by_page[site.links(path, item)[0]], item.text.strip()) for item in topics.all("li")}
        wanted = {(plan, title) for plan, title in answers["topics"]}
        same_topics(comparison, titles, wanted, f"{name}: {deficit}: topics")
        links = comparison.documents(path, found_answers)
        for what, kind in WHAT.items():
            shown = {d for d in links if (d.is_material if kind == "material" else d.kind == kind)}
            comparison.same("correspondence", shown, answers[what], f"{name}: {deficit}: {what}")
        is_missing = not any(answers.values()) and not expected.is_closed(deficit)
        comparison.same("correspondence", "unanswered" in row.classes, is_missing, f"{name}: {deficit}: nothing answers it")
        if is_missing:
            unanswered.add(deficit)
    # What is told below the table.
    sections = [s for s in page.root.all("section") if any(getattr(child, "name", "") == "h3" for child in s.children)]
    told = [comparison.documents(path, section) for section in sections]
    gaps = {d for documents in told for d in documents if d.kind == "deficit"}
    comparison.same("correspondence", gaps, unanswered, f"{name}: the deficits that nothing answers")
    shown = {(comparison.by_page[site.links(path, item)[0]], item.text.strip())
             for section in sections for item in section.all("li") if site.links(path, item)
             and comparison.by_page.get(site.links(path, item)[0]) in expected.plans}
    same_topics(comparison, shown, free, f"{name}: topics that answer no deficit")


def compare_plan(comparison, plan):
    """The plan by topic and by month has each of its actions once."""
    from compare import plain
    expected, page = comparison.expected, comparison.site.page(plan.page)
    actions = list(expected.actions(plan))
    lines = Counter(plain(row.first("th").text.split("\n")[0]) for row in page.root.all("tr", "plan-action"))
    comparison.same("plans", sum(lines.values()), len(actions), f"{plan}: by topic")
    months = {}
    for body in page.root.all("tbody"):
        if body.get("data-month"):
            months[body.get("data-month")] = len(body.all("tr", "plan-line"))
    wanted = Counter(f"{year:04}-{month:02}" for _, (year, month), _, _ in actions)
    comparison.same("plans", months, dict(wanted), f"{plan}: by month")


def compare_deficit(comparison, deficit):
    """The same answers stand on the deficit's own page. What was called off may be shown there, but answers nothing."""
    expected, site = comparison.expected, comparison.site
    answers = expected.answers(deficit, expected.plans)
    main = site.page(deficit.page).root.first("main")
    # The deficit's own text may lead anywhere.
    own = {d for text in main.all("div", "text") for d in comparison.documents(deficit.page, text)}
    links = comparison.documents(deficit.page, main) - own
    for what, kind in WHAT.items():
        shown = {d for d in links if (d.is_material if kind == "material" else d.kind == kind)} & (
            expected.alive if kind == "event" else expected.published)
        comparison.same("correspondence", shown, answers[what] - own, f"{deficit}: {what}")
    comparison.same("correspondence", {d for d in links if d.kind == "plan"}, {p for p, _ in answers["topics"]}, f"{deficit}: plans")
    stands = any("missing" in child.classes for child in main.children if hasattr(child, "classes"))
    is_missing = not any(answers.values()) and not expected.is_closed(deficit)
    comparison.same("correspondence", stands, is_missing, f"{deficit}: «nothing answers it»")


def same_topics(comparison, found, wanted, name):
    from compare import plain
    comparison.same("correspondence", {(plan, plain(title)) for plan, title in found},
                    {(plan, plain(title)) for plan, title in wanted}, name)

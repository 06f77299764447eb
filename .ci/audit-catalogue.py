"""Chooses materials on the catalogue page of a built site, from its folder and from a server, by mouse, by keys alone and by
touch, and compares what it finds and counts with the static lists of the same values. Fails where one of them differs, where
Back forgets a choice or an address does not bring it back, where the first view loads too much, where a request leaves the
site, where axe complains, where the page is wider than a phone, where something moves, where the lists are not there without
scripts, and where parts of an older build in the browser's cache mislead it.

    audit-catalogue.py FOLDER
"""

import functools
import http.server
import itertools
import re
import sys
import threading
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FIRST_VIEW_BYTES = 200_000
PAGE = "materialy/index.html"
KINDS = "proekty master-klassy keysy seminary zanyatiya rekomendatsii".split()

root = Path(sys.argv[1]).resolve()
problems = 0
checks = 0


def tell(*words):
    global problems
    problems += 1
    print(*words, flush=True)


def same(found, wanted, *words):
    global checks
    checks += 1
    if found != wanted:
        tell(*words, "is", found, "and not", wanted)


# The static lists


class Links(HTMLParser):
    """The links of a page with the ids of the sections they stand in, and whether in a list that is counted."""

    def __init__(self, name):
        super().__init__()
        self.name, self.links, self.stack, self.section, self.next = name, [], [], "", None
        self.feed((root / name).read_text())

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        if tag in ("ul", "ol"):
            self.stack.append((tag, "data-list" in names))
        if tag == "h2":
            self.section = names.get("id", "")
        if tag == "a":
            target = self.resolve(names.get("href", ""))
            self.links.append((target, self.section, any(counted for _, counted in self.stack)))
            if names.get("rel") == "next":
                self.next = target

    def handle_endtag(self, tag):
        if self.stack and self.stack[-1][0] == tag:
            self.stack.pop()

    def resolve(self, link):
        parts = self.name.split("/")[:-1]
        for step in link.split("#")[0].split("/"):
            if step == "..":
                parts = parts[:-1]
            else:
                parts.append(step)
        return "/".join(parts)


def is_material(name):
    folder, _, file = name.partition("/")
    return folder in KINDS and "/" not in file and file != "index.html" and not file.removesuffix(".html").isdigit()


def listed(name):
    """The materials of a list, over all the pages it runs through. Of the page of a place, a year or an event's form those
    that it lists as materials: below a heading of materials or of their kinds."""
    found = []
    while name:
        page = Links(name)
        found += [
            target for target, section, counted in page.links
            if counted and is_material(target) and section not in ("opyt_hosted", "opyt_upcoming", "opyt_past", "opyt_events")
        ]
        name = page.next
    return list(dict.fromkeys(found))


def all_lists():
    """The lists that the block of the catalogue leads to, by what stands before them and by their names."""
    text = (root / PAGE).read_text()
    block = text[text.index('id="opyt_lists"') :]
    lists = {}
    for entry in re.findall(r"<div><dt>(.*?)</dt>(.*?)</div>", block, re.S):
        title = re.sub(r"<[^>]*>", "", entry[0]).strip()
        for target, label in re.findall(r'<a href="([^"]+)">([^<]+)</a>', entry[1]):
            lists.setdefault(title, {})[label] = target.removeprefix("../")
        if "<dd>" not in entry[1]:
            lists[title] = None
    return lists


# The catalogue


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self):
        if self.path == "/favicon.ico":
            self.send_response(204)
            return self.end_headers()
        super().do_GET()


POLICY = re.search(r'Content-Security-Policy" content="([^"]*)"', (root / "index.html").read_text()).group(1)


def watch(page, site):
    """Tells of requests that leave the site, and of what the browser complains of."""
    page.on("request", lambda request: request.url.startswith(site) or tell(page.url, "asks for", request.url))
    page.on("pageerror", lambda error: tell(page.url, error))
    page.on("console", lambda message: message.type in ("error", "warning") and tell(page.url, message.text))


def settled(page):
    """Waits until all that was asked for is shown."""
    page.wait_for_function("document.querySelector('[data-part=status]').textContent.match(/\\d|нет/)")
    page.wait_for_selector("[data-part=results]:not([aria-busy])", state="attached")
    page.wait_for_timeout(120)


def opened(page, name):
    """The values of a facet: key by label, with their counts."""
    facet = page.locator(f"[data-facet={name}]")
    if not facet.evaluate("element => element.open"):
        facet.locator("summary").click()
        page.wait_for_function("name => document.querySelector(`[data-facet=${name}] label`)", arg=name)
        settled(page)
    return {
        label.strip(): (int(count), index)
        for index, (label, count) in enumerate(
            facet.locator("label").evaluate_all("all => all.map(one => [one.childNodes[1].textContent, one.querySelector('small').textContent])")
        )
    }


def facet_titles(page):
    return dict(page.locator("[data-facet]:not([hidden])").evaluate_all(
        "all => all.map(one => [one.dataset.facet, one.querySelector('summary span').textContent])"))


def results(page):
    """All of them."""
    while page.is_visible("[data-part=more]"):
        count = page.locator(".entries li").count()
        page.click("[data-part=more]")
        page.wait_for_function("count => document.querySelectorAll('.entries li').length > count", arg=count)
    return page.eval_on_selector_all(".entries h3 a", "links => links.map(link => link.getAttribute('href').slice(3))")


def number(page):
    return int((re.findall(r"\d+", page.inner_text("#opyt_materials")) or ["0"])[0])


def toggle(page, name, index):
    page.locator(f"[data-facet={name}] input").nth(index).click()
    settled(page)


def tell_facets(browser, site, lists):
    """Every value of every facet, against its list; pairs of values within a facet and across facets."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    watch(page, site)
    page.goto(site + PAGE)
    settled(page)
    titles = facet_titles(page)
    materials = {}
    for name, title in titles.items():
        values = opened(page, name)
        by_label = lists.get(title)
        if by_label is None:
            if title not in lists:
                tell("no lists of", title)
            continue
        same(len(values), len(by_label), site[:5], name, "number of values")
        # Both stand in one order.
        for (label, (count, index)), (_, target) in zip(values.items(), by_label.items()):
            materials[name, index] = set(listed(target))
            same(count, len(materials[name, index]), site[:5], name, label, "count")
    everything = set(listed(PAGE))
    same(number(page), len(everything), site[:5], "all materials")

    names = [name for name in titles if any(key[0] == name for key in materials)]
    for name in names:
        keys = sorted(key for key in materials if key[0] == name)
        for key in (keys[0], keys[-1]):
            toggle(page, *key)
            same(set(results(page)), materials[key], site[:5], key, "results")
            page.go_back()
            settled(page)
            if page.locator(f"[data-facet={name}] input:checked").count():
                tell(site[:5], "Back keeps", key)
    for first, second in itertools.islice(itertools.combinations(names, 2), 0, None, 5):
        one, other = [[key for key in sorted(materials) if key[0] == name] for name in (first, second)]
        two = one[:2]
        opened(page, first)
        for key in two:
            toggle(page, *key)
        either = set().union(*(materials[key] for key in two))
        same(number(page), len(either), site[:5], two, "results of either")
        counts = list(opened(page, second).values())
        for key in other:
            same(counts[key[1]][0], len(either & materials[key]), site[:5], two, key, "count")
        chosen = next((key for key in other if either & materials[key]), None)
        if chosen:
            toggle(page, *chosen)
            wanted = either & materials[chosen]
            same(set(results(page)), wanted, site[:5], two, chosen, "results")
            # Within its own facet a value counts what it would add.
            counts = list(opened(page, first).values())
            for key in one:
                same(counts[key[1]][0], len(materials[key] & materials[chosen]), site[:5], chosen, key, "count")
            url = page.url
            again = context.new_page()
            watch(again, site)
            again.goto(url)
            settled(again)
            same(set(results(again)), wanted, site[:5], url, "an address")
            again.close()
        page.goto(site + PAGE)
        settled(page)
    context.close()


def tell_orders(browser, site):
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    watch(page, site)
    page.goto(site + PAGE)
    settled(page)
    newest = listed(PAGE)
    for order in ("title", "kindergarten", "evidence"):
        page.select_option("[data-part=sort]", order)
        settled(page)
        found = results(page)
        same(sorted(found), sorted(newest), site[:5], order, "holds all")
        if order == "title":
            names = [re.sub(r"[«»\"“”„]", "", name).lower().replace("ё", "е")
                     for name in page.eval_on_selector_all(".entries h3 a", "all => all.map(one => one.textContent)")]
            same(names, sorted(names), site[:5], "the order of titles")
        if order == "kindergarten":
            numbers = [int(found.group(1)) if (found := re.search(r"№\s*(\d+)", text)) else 10**6 for text in
                       page.eval_on_selector_all(".entries li", "all => all.map(one => one.lastElementChild.textContent)")]
            same(numbers, sorted(numbers), site[:5], "the order of kindergartens")
    page.go_back()
    settled(page)
    same(page.input_value("[data-part=sort]"), "kindergarten", site[:5], "Back's order")
    page.go_forward()
    settled(page)
    same(page.input_value("[data-part=sort]"), "evidence", site[:5], "Forward's order")
    page.close()


def tell_keys(browser, site):
    """By keys alone: to a facet, a value of it, a result and back, the chip that takes it back."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    watch(page, site)
    page.goto(site + "index.html")
    page.goto(site + PAGE)
    settled(page)
    focused = "document.activeElement"

    def tab_to(condition, key="Tab", most=80):
        for _ in range(most):
            page.keyboard.press(key)
            if page.evaluate(f"{condition}"):
                return True
        tell(site[:5], "the keyboard does not get to", condition)
        return False

    tab_to(f"{focused}.closest('[data-facet=direction]') !== null && {focused}.matches('summary')")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-facet=direction] label")
    settled(page)
    tab_to(f"{focused}.matches('[data-facet=direction] input')")
    page.keyboard.press("Space")
    settled(page)
    if not page.evaluate(f"{focused}.matches('[data-facet=direction] input:checked')"):
        tell(site[:5], "a choice loses the place of the keyboard")
    told, count = page.text_content("[data-part=status]"), number(page)
    if str(count) not in told:
        tell(site[:5], "what is announced is not what is found:", told)
    tab_to(f"{focused}.matches('.entries h3 a')")
    target = page.evaluate(f"{focused}.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + target.removeprefix("../"))
    page.go_back()
    settled(page)
    same(number(page), count, site[:5], "Back from a material")
    tab_to(f"{focused}.matches('.chosen button')")
    page.keyboard.press("Enter")
    settled(page)
    if page.locator(".chosen button").count() or not page.evaluate(f"{focused} !== document.body"):
        tell(site[:5], "a chip does not take its choice back, or loses the place of the keyboard")
    page.go_back()
    settled(page)
    same(number(page), count, site[:5], "Back to a choice")
    page.reload()
    settled(page)
    same(number(page), count, site[:5], "a reload")
    context.close()


def tell_phone(browser, site):
    """By touch, at 360 and 320 px, on the sheet; what axe finds, in light and dark."""
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, has_touch=True, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        loaded = []
        page.on("response", lambda response: loaded.append(response.url))
        page.goto(site + PAGE)
        page.wait_for_load_state("networkidle")
        if any("ukazatel" in url for url in loaded):
            tell("a phone loads data before the sheet is opened:", loaded)
        page.tap("[data-part=open]")
        page.wait_for_selector("[data-facet=kind]:visible")
        settled(page)
        axe(page, scheme, "sheet")
        page.tap("[data-facet=age] summary")
        page.tap("[data-facet=age] label:not(.none) >> nth=0")
        settled(page)
        text = page.inner_text("[data-part=close]")
        axe(page, scheme, "sheet with a choice")
        page.tap("[data-part=close]")
        page.wait_for_selector("[data-part=sheet]", state="hidden")
        if str(number(page)) not in text or not page.locator(".chosen button").count():
            tell("the sheet says", text, "and the page", number(page))
        page.tap("[data-part=open]")
        page.keyboard.press("Escape")
        page.wait_for_selector("[data-part=sheet]", state="hidden")
        if page.evaluate("document.activeElement.dataset.part") != "open":
            tell("Escape does not lead back from the sheet")
        page.tap(".chosen button")
        settled(page)
        page.set_viewport_size({"width": 320, "height": 740})
        axe(page, scheme, "list")
        page.tap(".entries h3 a >> nth=1")
        page.wait_for_url(lambda url: "materialy" not in url)
        context.close()
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme, bypass_csp=True)
        page.goto(site + PAGE + "?age=5-6&kind=proekty")
        settled(page)
        axe(page, scheme, "wide")
        page.close()


def axe(page, *words):
    excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if excess > 0:
        tell(PAGE, *words, "is too wide by", excess)
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            tell(PAGE, *words, violation["id"], violation["impact"], node["html"][:200])


def tell_weight(browser, site):
    """What the first view loads with an empty cache, and the first choice besides."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    loaded = []
    page.on("response", lambda response: loaded.append(response.url.removeprefix(site)))
    page.goto(site + PAGE)
    page.wait_for_load_state("networkidle")
    settled(page)

    def weigh():
        sizes = {name: (root / name.split("?")[0]).stat().st_size for name in set(loaded) if "favicon" not in name}
        return sum(sizes.values()), Counter(sizes)

    first, sizes = weigh()
    print(f"first view: {first} bytes in {len(sizes)} files:", ", ".join(f"{name.split('/')[-1]} {size}" for name, size in sizes.most_common()))
    if first > FIRST_VIEW_BYTES:
        tell("the first view loads", first, "bytes")
    page.locator("[data-facet=kind] input").first.click()
    settled(page)
    page.wait_for_load_state("networkidle")
    print(f"first choice: {weigh()[0] - first} bytes more")
    context.close()


def tell_shifts(browser, site):
    """Nothing moves when the script comes, or while materials are chosen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(one => window.shift += one.value))"
        ".observe({type: 'layout-shift', buffered: true})")
    page.goto(site + PAGE)
    settled(page)
    if page.evaluate("window.shift") > 0.05:
        tell("the catalogue moves by", page.evaluate("window.shift"))
    page.close()


def tell_without_script(browser, site, lists):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PAGE)
    if not page.is_visible("noscript a") or page.locator("[data-part=tools]:visible, .choices:visible").count():
        tell("without scripts the catalogue shows what does not work, or does not lead to the lists")
    page.click("noscript a")
    for title in list(lists):
        links = lists[title]
        if links:
            page.goto(site + PAGE)
            page.click(f".all-lists a[href='../{next(iter(links.values()))}'] >> nth=0")
            if page.locator("main [data-list] a:visible").count() == 0:
                tell("without scripts there is nothing on", page.url)
    context.close()


def tell_stale(browser, site):
    """The catalogue's file of an older build in the browser's cache: its parts and its documents are others now."""
    for pattern, put in ((r'("direction":\["m\d","|"more":\{"[a-z]+":\["m\d",")...', r"\1!!!"), (r'"docs":"..."', '"docs":"!!!"')):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        old = re.sub(pattern, put, (root / "poisk/ukazatel/m.js").read_text())
        page.route(lambda url: url.endswith("/ukazatel/m.js"), lambda route: route.fulfill(body=old, content_type="text/javascript"))
        page.goto(site + PAGE)
        settled(page)
        opened(page, "direction")
        toggle(page, "direction", 0)
        try:
            page.wait_for_selector(".chosen button", timeout=20_000)
            page.wait_for_function("document.querySelector('[data-part=pages]').hidden", timeout=20_000)
        except Exception:
            tell("an older file is not loaded anew:", page.inner_text("[data-part=status]"))
        context.close()


def main():
    lists = all_lists()
    handler = functools.partial(QuietHandler, directory=str(root))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        folder, site = root.as_uri() + "/", f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for start in (folder, site):
            tell_facets(browser, start, lists)
            tell_orders(browser, start)
            tell_keys(browser, start)
            tell_without_script(browser, start, lists)
        tell_phone(browser, site)
        tell_shifts(browser, site)
        tell_weight(browser, site)
        tell_stale(browser, site)
        browser.close()
        server.shutdown()
    print(f"the catalogue: {checks} comparisons, {problems} problems")
    sys.exit(1 if problems or not checks else 0)


main()

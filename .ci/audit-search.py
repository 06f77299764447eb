"""Asks the search page of a built site what colleagues ask, from its folder and from a server, and compares what it finds
with a scan of all documents by stems of another implementation of Snowball. Fails where a document is missed, where one of
the first ten lacks a word, where a question loads too much, where a request leaves the site, where keys or fingers alone
don't do, where axe complains, where the page is wider than a phone, where it is of no use without scripts, and where parts
of an older index in the browser's cache mislead it.

    audit-search.py FOLDER
"""

import functools
import http.server
import re
import sys
import threading
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import snowballstemmer
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FIRST_QUESTION_BYTES = 300_000
KINDS = """proekty master-klassy keysy seminary zanyatiya rekomendatsii napravleniya sady pedagogi soobshchestva sobytiya
  defitsity strategii plany partnyory byulleteni""".split()

root = Path(sys.argv[1]).resolve()
stemmer = snowballstemmer.stemmer("russian")
problems = 0


def tell(*words):
    global problems
    problems += 1
    print(*words, flush=True)


# What is asked. Behind «→» stands what is meant by a slip or the wrong keyboard; a star is for all words that begin so.
QUESTIONS = """
прогулка
прогулки
прогулку
прогулкой
прогулками
прогулке
воспитатель
воспитателей
воспитателями
детская
детской
детский
детские
ёлка
елка
елкой
ребёнок
ребенка
педагоги
педагогом
родители
родителями
речь
речи
речевое развитие
развитие речи
конструирование
конструированию
исследование
проектная деятельность
проект
проекты
мастер-класс
мастер-классы
мастер-классами
игра
играми
игровая
лэпбук
семинар
среда
средой
пауза
паузы
двор
звуки двора
старшая группа
средней группы
подготовительная группа
тишина
слушание
слушать
мультфильм
мультфильмы
робот
роботы
наблюдение
театр
песок
бумага
семьёй
№ 12
сад № 5
Ильина
Ильиной
Марина Ильина
Юсупова Гульнара
методист
логопед
открытый показ
взаимопосещение
ДЕТСКИЙ САД
Среда, которую меняют дети
прагулка → прогулка
воспитатиль → воспитатель
иследование → исследование
конструирвоание → конструирование
ghjuekrf → прогулка
djcgbnfntkm → воспитатель
gtlfujub → педагоги
ghjekrf → прогулка
воспитательница → воспитатель
прогулочкой → прогулка
прогул*
конструир*
исследо*
"""


# The scan


def fold(text):
    text = unicodedata.normalize("NFC", text).lower()
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Mc", "Me", "Cf")).replace("ё", "е")


def words(text):
    """Runs of letters and digits, and what hyphens join."""
    found = []
    for run in re.findall(r"[^\W_]+(?:[-‐‑][^\W_]+)*", fold(text)):
        parts = re.split("[-‐‑]", run)
        found += parts
        if len(parts) > 1 and not re.fullmatch(r"[\d\W]+", run):
            found.append("-".join(parts))
    return found


def stems(text):
    return set(stemmer.stemWords(words(text)))


def asked_stems(question):
    """A word with hyphens is asked for as a whole."""
    runs = re.findall(r"[^\W_]+(?:[-‐‑][^\W_]+)*", fold(question))
    return set(stemmer.stemWords(runs))


class PageText(HTMLParser):
    """What is seen of a page's main part, and what of it is the document's own beyond doubt: its title, its summary and
    its text."""

    INLINE = {"a", "em", "strong", "del", "span", "b", "i", "small", "time", "wbr"}
    VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "path", "rect", "circle", "use", "line", "polyline"}
    OWN = {"lead", "text"}

    def __init__(self, path):
        super().__init__()
        self.stack = []
        self.seen = []
        self.own = []
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        if tag not in self.INLINE:
            self.space()
        if tag in self.VOID:
            return
        names = dict(attributes)
        classes = set((names.get("class") or "").split())
        is_own = tag == "h1" or bool(classes & self.OWN)
        is_hidden = tag in ("script", "style", "template", "svg", "nav")
        self.stack.append((tag, is_own, is_hidden))

    def handle_startendtag(self, tag, attributes):
        self.space()

    def handle_endtag(self, tag):
        if tag not in self.INLINE:
            self.space()
        while self.stack:
            if self.stack.pop()[0] == tag:
                break

    def space(self):
        self.seen.append(" ")
        self.own.append(" ")

    def handle_data(self, data):
        if not any(tag == "main" for tag, _, _ in self.stack) or any(hidden for *_, hidden in self.stack):
            return
        self.seen.append(data)
        if any(own for _, own, _ in self.stack):
            self.own.append(data)


def documents():
    """The pages of documents, by their addresses: what kinds' folders hold but lists, and free pages."""
    for path in sorted(root.glob("*.html")) + sorted(root.glob("*/*.html")):
        name = path.relative_to(root).as_posix()
        folder = name.split("/")[0] if "/" in name else ""
        if path.name in ("index.html", "404.html") or path.stem.isdigit() or (folder and folder not in KINDS):
            continue
        text = path.read_text()
        # Of what stands at the site's top, a text is a free page's.
        if 'http-equiv="refresh"' in text or not folder and '<div class="text">' not in text:
            continue
        page = PageText(path)
        yield name, stems("".join(page.own)), stems("".join(page.seen)), set(words("".join(page.seen)))


# The search page


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    stale = False

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


def ask(page, question):
    page.fill("#opyt_query", question)
    page.press("#opyt_query", "Enter")
    page.wait_for_function(
        "question => new URLSearchParams(location.search).get('q') === question", arg=question.strip(), timeout=10_000
    )


def answers(page):
    """All results, the first first."""
    while page.is_visible("[data-part=more]"):
        count = page.locator(".hits li").count()
        page.click("[data-part=more]")
        page.wait_for_function("count => document.querySelectorAll('.hits li').length > count", arg=count)
    return page.eval_on_selector_all(".hits h2 a", "links => links.map(link => link.getAttribute('href').slice(3))")


def tell_questions(browser, site, scan):
    context = browser.new_context()
    page = context.new_page()
    watch(page, site)
    page.goto(site + "poisk/index.html")
    asked = 0
    for line in filter(None, map(str.strip, QUESTIONS.split("\n"))):
        asked += 1
        question, _, meant = line.partition(" → ")
        beginning = question.endswith("*")
        question = question.rstrip("*")
        ask(page, question)
        found = answers(page)
        told = int(page.inner_text("[data-part=status]").split(":")[-1]) if found else 0
        if told != len(found) or len(set(found)) != len(found):
            tell(site[:5], line, "tells", told, "and shows", len(found))
        if beginning:
            has = lambda own, seen, words: any(word.startswith(question) for word in words)
            expected = set()
        else:
            wanted = asked_stems(meant or question)
            has = lambda own, seen, words: wanted <= seen
            expected = {name for name, (own, *_) in scan.items() if wanted <= own}
        missed = expected - set(found)
        wrong = [name for name in found[:10] if name not in scan or not has(*scan[name])]
        if missed:
            tell(site[:5], line, "misses", len(missed), "of", len(expected), sorted(missed)[:5])
        if len(wrong) * 10 > len(found[:10]):
            tell(site[:5], line, "finds among the first ten what has not all words:", wrong)
        if not found:
            tell(site[:5], line, "finds nothing")
        elif not expected and not beginning:
            print("  no document of its own beyond doubt:", line)
        if meant and "«" not in page.inner_text("[data-part=note]"):
            tell(site[:5], line, "does not say what it found instead")
    context.close()
    return asked


def watch(page, site):
    """Tells of requests that leave the site, and of what the browser complains of."""
    page.on("request", lambda request: request.url.startswith(site) or tell(page.url, "asks for", request.url))
    page.on("pageerror", lambda error: tell(page.url, error))
    page.on("console", lambda message: message.type in ("error", "warning") and tell(page.url, message.text))


def tell_weights(browser, site):
    """What the first question loads with an empty cache, the page itself included."""
    heaviest = (0, "", [])
    for question in ["прогулка", "развитие речи детей", "сад", "исследо", "прагулка", "ghjuekrf", "в", "дети и родители"]:
        context = browser.new_context()
        page = context.new_page()
        loaded = []
        page.on("response", lambda response: loaded.append(response.url.removeprefix(site)))
        page.goto(site + "poisk/index.html?q=" + question)
        page.wait_for_selector(".hits li")
        page.wait_for_load_state("networkidle")
        weight = sum((root / name.split("?")[0]).stat().st_size for name in set(loaded) if "favicon" not in name)
        heaviest = max(heaviest, (weight, question, loaded))
        context.close()
    print(f"first question: at most {heaviest[0]} bytes in {len(heaviest[2])} files (“{heaviest[1]}”)")
    if heaviest[0] > FIRST_QUESTION_BYTES:
        tell("the first question loads", heaviest[0], "bytes:", heaviest[1])


def tell_keys(browser, site):
    """By keys alone: from the home page to a result, back, through the results, to a narrower choice."""
    context = browser.new_context()
    page = context.new_page()
    watch(page, site)
    page.goto(site + "index.html")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "opyt_query":
            break
    page.keyboard.type("прогулка")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits li")
    page.focus("#opyt_query")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    if not first or first != page.get_attribute(".hits h2 a", "href"):
        tell("arrows do not lead to the first result but to", first)
    page.keyboard.press("Escape")
    if page.evaluate("document.activeElement.id") != "opyt_query":
        tell("Escape does not lead back to the box")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + first.removeprefix("../"))
    page.go_back()
    page.wait_for_selector(".hits li")
    if page.input_value("#opyt_query") != "прогулка":
        tell("Back forgets the question")
    before = page.inner_text("[data-part=status]")
    field = "[data-part=choice] input"
    page.focus(field)
    identifier = page.evaluate("document.activeElement.id")
    page.keyboard.press("Space")
    page.wait_for_function("before => document.querySelector('[data-part=status]').textContent !== before", arg=before)
    if page.evaluate("document.activeElement.id") != identifier:
        tell("a choice loses the place of the keyboard")
    narrowed = page.inner_text("[data-part=status]")
    page.reload()
    page.wait_for_selector(".hits li")
    if page.inner_text("[data-part=status]") != narrowed:
        tell("the address forgets the choice:", page.url)
    context.close()


def tell_phone(browser, site):
    """By touch, at 360 and 320 px; what axe finds, in light and dark."""
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, has_touch=True, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        page.goto(site + "poisk/index.html")
        page.tap("#opyt_query")
        page.keyboard.type("дети")
        page.wait_for_selector(".hits li")
        page.tap(".choices > summary")
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 740})
            excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if excess > 0:
                tell("poisk/ is wider than", width, "px by", excess)
            for violation in Axe().run(page).response["violations"]:
                for node in violation["nodes"]:
                    tell("poisk/", scheme, width, violation["id"], violation["impact"], node["html"][:200])
        page.set_viewport_size({"width": 360, "height": 740})
        page.tap(".hits h2 a")
        page.wait_for_url(lambda url: "poisk" not in url)
        context.close()


def tell_shifts(browser, site):
    """Nothing moves while a question is answered."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(site + "poisk/index.html?q=прогулка")
    page.wait_for_selector(".hits li")
    page.wait_for_timeout(200)
    top = "document.querySelector('.hits').getBoundingClientRect().top"
    before = page.evaluate(top)
    for question in ("прогулка двор", "речь"):
        ask(page, question)
        page.wait_for_timeout(200)
        if page.evaluate(top) != before:
            tell("results move when", question, "is asked")
    page.close()


def tell_without_script(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "proekty/index.html")
    page.fill("#opyt_query", "прогулка")
    page.press("#opyt_query", "Enter")
    page.wait_for_url("**/poisk/index.html?q=*")
    if not page.is_visible("noscript p") or page.locator("#opyt_lists a:visible").count() < 10:
        tell("without scripts the search page is of no use")
    context.close()


def tell_stale(browser, site):
    """The index of an older build in the browser's cache: its parts are others now."""
    context = browser.new_context()
    page = context.new_page()
    text = (root / "poisk/ukazatel.js").read_text()
    old = re.sub(r'"w":"(...)(...)', r'"w":"\1!!!', text)
    page.route(
        lambda url: url.endswith("/ukazatel.js"),
        lambda route: route.fulfill(body=old, content_type="text/javascript"),
    )
    page.goto(site + "poisk/index.html?q=воспитатель")
    try:
        page.wait_for_selector(".hits li", timeout=5_000)
    except Exception:
        tell("an older index is not loaded anew:", page.inner_text("[data-part=status]"))
    context.close()


def main():
    scan = {name: texts for name, *texts in documents()}
    handler = functools.partial(QuietHandler, directory=str(root))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        sync_playwright() as playwright,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        folder, site = root.as_uri() + "/", f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for start in (folder, site):
            asked = tell_questions(browser, start, scan)
            tell_keys(browser, start)
            tell_without_script(browser, start)
        tell_phone(browser, site)
        tell_shifts(browser, site)
        tell_weights(browser, site)
        tell_stale(browser, site)
        browser.close()
        server.shutdown()
    print(f"{asked} questions to {len(scan)} documents, {problems} problems")
    sys.exit(1 if problems else 0)


main()

"""Opens the pages of a built site as readers do, from its folder and from a server. Fails on: what axe finds in light,
dark and forced colours; what is wider than 320 px, in ordinary and in doubled letters; marks that forced colours hide;
pictures that paper stretches; contents that don't mark the place just jumped to; what a closed solution gives away; a 404
without style; what the keyboard can't reach, or not in order, or not visibly; requests that leave the site; what is over
and still told as to come; what the browser complains of; pages and scripts that are too heavy.

    audit-pages.py FOLDER [PAGE...]      (PAGE: a path inside FOLDER; none: all)
"""

import functools
import http.server
import os
import re
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FIRST_VIEW_BYTES = 60_000
SCRIPT_BYTES = 15_000
# The search page and the catalogue have scripts that nothing else loads.
SEARCH_SCRIPT_BYTES = 40_000
# Of pages that differ in their lines only.
LISTS = {"vozrast", "dlya-kogo", "osobye-potrebnosti", "vid-gruppy", "mediateka", "proverka-opyta", "pomosch", "slova"}

root = Path(sys.argv[1]).resolve()
pages = [root / name for name in sys.argv[2:]] or sorted(root.rglob("*.html"))
pages = [path for path in pages if 'http-equiv="refresh"' not in path.read_text()]
problems = 0


def tell(*words):
    global problems
    problems += 1
    print(*words, flush=True)


def samples():
    """The home page, and of every folder its list and one page: one page of every kind."""
    chosen = {}
    for path in pages:
        if path.name != "404.html":
            chosen.setdefault((path.parent, path.name == "index.html"), path)
    return list(chosen.values())


def varied():
    """All pages, but of lists that differ in their lines only, a few."""
    counts = {}
    for path in pages:
        counts[path.parent] = counts.get(path.parent, 0) + 1
        folder = path.relative_to(root).parts[0]
        if folder not in LISTS or counts[path.parent] <= 2:
            yield path


def tell_axe(browser, scheme, chosen, width=1280, **settings):
    # Axe is injected as an inline script, which the pages' own policy forbids.
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900}, **settings
    )
    page = context.new_page()
    for path in chosen:
        page.goto(path.as_uri())
        # What is folded away is read as well; of the groups of the menu, which lie over the page, one.
        page.evaluate(
            """document.querySelectorAll('details:not(.group), li:first-child > .group').forEach(d => d.open = true)"""
        )
        if settings:
            tell_hidden_marks(page, path.relative_to(root))
            excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if excess > 0:
                tell(path.relative_to(root), "is wider than the window by", excess, settings)
        for violation in Axe().run(page).response["violations"]:
            for node in violation["nodes"]:
                tell(path.relative_to(root), scheme, violation["id"], violation["impact"], node["html"][:200])
    context.close()


# What only a colour tells, forced colours may hide: the current entry has to look unlike its neighbours.
LIST_HIDDEN_MARKS = """() => {
  const look = element => {
    const style = getComputedStyle(element);
    const before = getComputedStyle(element, '::before');
    return [style.backgroundColor, style.borderBottomColor, style.borderLeftWidth, style.fontWeight,
      before.backgroundColor, before.borderTopColor].join();
  };
  const hidden = [];
  const lists = { '.menu > ul': 'a, summary', '.chips': 'a', '.pagination ol': 'a', '.stepper': 'li' };
  for (const [list, entry] of Object.entries(lists)) {
    for (const parent of document.querySelectorAll(list)) {
      const entries = [...parent.querySelectorAll(entry)].filter(e => !e.closest('.group > ul'));
      const isMarked = e => e.hasAttribute('aria-current') || e.classList.contains('current');
      for (const marked of entries.filter(isMarked)) {
        if (entries.some(e => !isMarked(e) && look(e) === look(marked))) hidden.push(marked.outerHTML.slice(0, 120));
      }
    }
  }
  return hidden;
}"""


def tell_hidden_marks(page, name):
    for markup in page.evaluate(LIST_HIDDEN_MARKS):
        tell(name, "has a mark that forced colours hide:", markup)


def tell_reading(browser):
    """What pages do while they are read: contents follow, solutions stay closed, paper keeps pictures in shape."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for path in pages:
        text = path.read_text()
        name = path.relative_to(root)
        if not any(sign in text for sign in ('class="contents', "<img", 'class="solution')):
            continue
        page.goto(path.as_uri())
        for markup in page.evaluate(
            """async () => {
              const wrong = [];
              const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              // What unfolds on the way brings entries with it.
              for (let round = 0; round < 2; round++) {
                for (const link of document.querySelectorAll('.contents a')) {
                  if (!link.checkVisibility()) continue;
                  location.hash = link.hash;
                  await new Promise(done => setTimeout(done));
                  await frame();
                  if (!link.hasAttribute('aria-current')) wrong.push(link.outerHTML);
                }
              }
              scrollTo(0, 0);
              return [...new Set(wrong)];
            }"""
        ):
            tell(name, "does not mark the place jumped to:", markup)
        page.goto("about:blank")
        page.goto(path.as_uri())
        for words in page.evaluate(
            """() => {
              const solution = document.querySelector('.solution');
              if (!solution || solution.open) return [];
              const words = element => element.textContent.trim();
              const hidden = [...solution.querySelectorAll('.answer p, .text p')].map(words).filter(w => w.length > 40);
              const seen = document.querySelector('main').innerText.replace(/\\s+/g, ' ');
              return hidden.filter(w => seen.includes(w.replace(/\\s+/g, ' ')));
            }"""
        ):
            tell(name, "shows what its closed solution holds:", words[:80])
        page.emulate_media(media="print")
        for source in page.evaluate(
            """async () => {
              const stretched = [];
              for (const image of document.images) {
                image.loading = 'eager';
                await image.decode().catch(() => 0);
                if (!image.checkVisibility()) continue;
                const ratio = image.clientWidth / image.clientHeight * image.naturalHeight / image.naturalWidth;
                if (Math.abs(ratio - 1) > .02) stretched.push(image.src);
              }
              return stretched;
            }"""
        ):
            tell(name, "is stretched on paper:", source)
        page.emulate_media(media="screen")
    page.close()


def tell_not_found(browser):
    page = browser.new_page()
    page.goto((root / "404.html").as_uri())
    if page.evaluate("getComputedStyle(document.body).margin") != "0px":
        tell("404.html has no style when it is opened from a folder")
    page.close()


def watch(page, site):
    """Tells of requests that leave the site, and of what the browser complains of."""
    page.on("request", lambda request: request.url.startswith(site) or tell(page.url, "asks for", request.url))
    page.on("pageerror", lambda error: tell(page.url, error))
    page.on(
        "console",
        lambda message: message.type in ("error", "warning")
        and "404.html" not in page.url
        and tell(page.url, message.text),
    )


def tell_widths(browser):
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    watch(page, "file:")
    for path in pages:
        name = path.relative_to(root)
        page.goto(path.as_uri())
        broken = page.evaluate(
            """async () => { const broken = [];
            for (const image of document.images) {
              image.loading = 'eager';
              await image.decode().catch(() => broken.push(image.src));
            }
            return broken }"""
        )
        for source in broken:
            tell(name, "does not show", source)
        for view in ({}, {"size": "200"}, {"size": "200", "spacing": "widest"}):
            excess = page.evaluate(
                """view => { Object.assign(document.documentElement.dataset, view);
                return document.documentElement.scrollWidth - innerWidth }""",
                view,
            )
            if excess > 0:
                tell(name, "is wider than 320 px by", excess, view or "")
    context.close()


# What Tab should stop at, in the order of the document; and what each looks like without focus.
LIST_STOPS = """() => {
  window.look = element => [element, ...element.children].map(part => {
    const style = getComputedStyle(part);
    return [style.outline, style.backgroundColor, style.boxShadow, style.borderColor].join();
  }).join(';');
  document.activeElement.blur();
  window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
    // A folder that has nothing to scroll is no stop of its own; of radio buttons one is.
    .filter(element => element.type !== 'radio' || element.checked);
  window.looks = stops.map(look);
  return stops.map(element => element.outerHTML.slice(0, 120));
}"""

DESCRIBE_STOP = """() => {
  const element = document.activeElement;
  const place = stops.indexOf(element);
  const box = element.getBoundingClientRect();
  return {
    place,
    markup: element.outerHTML.slice(0, 120),
    isMarked: place >= 0 && look(element) !== looks[place],
    isInside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def tell_keyboard(page, name):
    expected = page.evaluate(LIST_STOPS)
    for place, markup in enumerate(expected):
        page.keyboard.press("Tab")
        stop = page.evaluate(DESCRIBE_STOP)
        if stop["place"] != place:
            return tell(name, "Tab leads to", stop["markup"], "instead of", markup)
        if not stop["isMarked"]:
            tell(name, "focus can't be seen on", markup)
        if not stop["isInside"]:
            tell(name, "focus is outside the window on", markup)


def tell_keyboards(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for path in samples():
        page.goto(path.as_uri())
        tell_keyboard(page, path.relative_to(root))
    # What is folded away: the panel, and the menu of a narrow window.
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((root / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tell_keyboard(page, "index.html, unfolded")
    context.close()


def tell_panel(page, address):
    """The panel changes the view, the view outlasts the page, and there is a way back."""
    view = "() => ({ ...document.documentElement.dataset })"
    page.goto(address)
    page.click(".panel summary span")
    page.check("input[name=opyt_size][value='150']")
    page.check("input[name=opyt_colors][value=black]")
    page.reload()
    if page.evaluate(view) != {"script": "", "size": "150", "colors": "black"}:
        tell(address, "forgets the view:", page.evaluate(view))
    page.click(".panel summary span")
    page.click(".panel button")
    page.reload()
    if page.evaluate(view) != {"script": ""}:
        tell(address, "keeps the view:", page.evaluate(view))


def tell_requests(browser):
    """From a folder and from a server alike: scripts run, and nothing is asked for outside the site."""
    handler = functools.partial(QuietHandler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for site in (root.as_uri() + "/", f"http://127.0.0.1:{server.server_port}/"):
            context = browser.new_context()
            page = context.new_page()
            watch(page, site)
            for path in samples():
                page.goto(site + path.relative_to(root).as_posix(), wait_until="networkidle")
                if page.evaluate("document.documentElement.dataset.script") != "":
                    tell(page.url, "runs no script")
            tell_panel(page, site + "index.html")
            context.close()
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/favicon.ico":
            # Browsers ask for it unasked.
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()


def tell_late_readers(browser):
    """Years after the build nothing is still to come, with the words of the built pages."""
    context = browser.new_context()
    context.add_init_script("Date.now = () => Date.parse('2999-01-01')")
    page = context.new_page()
    for path in pages:
        if "data-from=" not in path.read_text():
            continue
        page.goto(path.as_uri())
        left = page.evaluate(
            """() => document.querySelectorAll('[data-from][hidden], [data-until]:not([hidden])').length
            + [...document.querySelectorAll('[data-upcoming] .card')].filter(card => card.checkVisibility()
              && !card.innerText.toLowerCase().includes(card.querySelector('.state')?.innerText.toLowerCase())).length"""
        )
        if left:
            tell(path.relative_to(root), "shows", left, "events as still to come to a reader of the year 2999")
    context.close()


def tell_weights(browser):
    page = browser.new_page()
    for path in samples():
        page.goto(path.as_uri())
        sizes = page.evaluate(
            """() => Object.fromEntries([['script', 'script[src]', 'src'], ['style', 'link[rel=stylesheet]:not([media=print])', 'href']]
            .map(([kind, selector, attribute]) =>
              [kind, [...document.querySelectorAll(selector)].map(element => element[attribute])]))"""
        )
        weigh = lambda kind: sum((root / url.removeprefix(root.as_uri() + "/")).stat().st_size for url in sizes[kind])
        if weigh("script") > (SEARCH_SCRIPT_BYTES if path.parent.name in ("poisk", "materialy") else SCRIPT_BYTES):
            tell(path.relative_to(root), "has", weigh("script"), "bytes of scripts")
        if path == root / "index.html":
            # Without pictures, the drawn ones among them.
            drawn = sum(map(len, re.findall(rb'<svg class="(?:cover|shelf|map).*?</svg>', path.read_bytes(), re.DOTALL)))
            weight = path.stat().st_size - drawn + weigh("script") + weigh("style")
            print(f"index.html: {weight} bytes with style and scripts, {weigh('script')} of them scripts", flush=True)
            if weight >= FIRST_VIEW_BYTES:
                tell("index.html is heavier than", FIRST_VIEW_BYTES, "bytes")
    page.close()


def run(job):
    """Does one job in a browser of its own.
    Returns: how many problems it told of."""
    global problems
    problems = 0
    tell_all, arguments, settings = job
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tell_all(browser, *arguments, **settings)
        browser.close()
    return problems


forced = {"width": 320, "forced_colors": "active"}
# The longest first.
jobs = [
    (tell_axe, ("light", list(varied())), {}),
    # What differs in the dark are colours, and these are a kind's, not a page's.
    (tell_axe, ("dark", list(varied())[::2]), {}),
    (tell_reading, (), {}),
    (tell_widths, (), {}),
    (tell_axe, ("light", samples()), forced),
    (tell_axe, ("dark", samples()[::3]), forced),
    (tell_keyboards, (), {}),
    (tell_requests, (), {}),
    (tell_late_readers, (), {}),
    (tell_not_found, (), {}),
    (tell_weights, (), {}),
]
with ProcessPoolExecutor(os.cpu_count()) as pool:
    problems = sum(pool.map(run, jobs))
print(f"{len(pages)} pages, {problems} problems")
sys.exit(1 if problems else 0)

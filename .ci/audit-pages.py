"""Opens the pages of a built site as readers do, from its folder and from a server. Fails on: what axe finds in light
and dark; what is wider than 320 px, in ordinary and in doubled letters; what the keyboard can't reach, or not in order,
or not visibly; requests that leave the site; what is over and still told as to come; what the browser complains of; pages
and scripts that are too heavy.

    audit-pages.py FOLDER [PAGE...]      (PAGE: a path inside FOLDER; none: all)
"""

import functools
import http.server
import re
import sys
import threading
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FIRST_VIEW_BYTES = 60_000
SCRIPT_BYTES = 15_000

root = Path(sys.argv[1]).resolve()
pages = [root / name for name in sys.argv[2:]] or sorted(root.rglob("*.html"))
pages = [path for path in pages if 'http-equiv="refresh"' not in path.read_text()]
problems = 0


def tell(*words):
    global problems
    problems += 1
    print(*words)


def samples():
    """The home page, and of every folder its list and one page: one page of every kind."""
    chosen = {}
    for path in pages:
        if path.name != "404.html":
            chosen.setdefault((path.parent, path.name == "index.html"), path)
    return list(chosen.values())


def tell_axe(browser, scheme):
    # Axe is injected as an inline script, which the pages' own policy forbids.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        if path.name == "404.html":
            # Its links begin with the site's path on a server, which a folder does not have.
            page.add_style_tag(content=next((root / "assets").glob("site-*.css")).read_text())
        # What is folded away is read as well.
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for violation in Axe().run(page).response["violations"]:
            for node in violation["nodes"]:
                tell(path.relative_to(root), scheme, violation["id"], violation["impact"], node["html"][:200])
    context.close()


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
            """() => Object.fromEntries([['script', 'script[src]', 'src'], ['style', 'link[rel=stylesheet]', 'href']]
            .map(([kind, selector, attribute]) =>
              [kind, [...document.querySelectorAll(selector)].map(element => element[attribute])]))"""
        )
        weigh = lambda kind: sum((root / url.removeprefix(root.as_uri() + "/")).stat().st_size for url in sizes[kind])
        if weigh("script") > SCRIPT_BYTES:
            tell(path.relative_to(root), "has", weigh("script"), "bytes of scripts")
        if path == root / "index.html":
            # Without pictures, the drawn ones among them.
            drawn = sum(map(len, re.findall(rb'<svg class="(?:cover|shelf).*?</svg>', path.read_bytes(), re.DOTALL)))
            weight = path.stat().st_size - drawn + weigh("script") + weigh("style")
            print(f"index.html: {weight} bytes with style and scripts, {weigh('script')} of them scripts")
            if weight >= FIRST_VIEW_BYTES:
                tell("index.html is heavier than", FIRST_VIEW_BYTES, "bytes")
    page.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for scheme in ("light", "dark"):
        tell_axe(browser, scheme)
    tell_widths(browser)
    tell_keyboards(browser)
    tell_requests(browser)
    tell_late_readers(browser)
    tell_weights(browser)
    browser.close()
print(f"{len(pages)} pages, {problems} problems")
sys.exit(1 if problems else 0)

"""Opens every page of a built site from its folder, in light and dark: what axe finds, what is wider than 320 px,
what the browser complains of. Fails on any of it.

    audit-pages.py FOLDER [PAGE...]      (PAGE: a path inside FOLDER; none: all)
"""

import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

root = Path(sys.argv[1]).resolve()
pages = [root / name for name in sys.argv[2:]] or sorted(root.rglob("*.html"))
pages = [path for path in pages if 'http-equiv="refresh"' not in path.read_text()]
problems = 0


def tell(*words):
    global problems
    problems += 1
    print(*words)


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


def tell_browser(browser):
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.on("request", lambda request: request.url.startswith("file:") or tell(page.url, "asks for", request.url))
    page.on(
        "console",
        lambda message: message.type in ("error", "warning")
        and "404.html" not in page.url
        and tell(page.url, message.text),
    )
    for path in pages:
        page.goto(path.as_uri())
        excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if excess > 0:
            tell(path.relative_to(root), "is wider than 320 px by", excess)
        broken = page.evaluate(
            """async () => { const broken = [];
            for (const image of document.images) {
              image.loading = 'eager';
              await image.decode().catch(() => broken.push(image.src));
            }
            return broken }"""
        )
        for source in broken:
            tell(path.relative_to(root), "does not show", source)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    for scheme in ("light", "dark"):
        tell_axe(browser, scheme)
    tell_browser(browser)
    browser.close()
print(f"{len(pages)} pages, {problems} problems")
sys.exit(1 if problems else 0)

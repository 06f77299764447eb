"""Writes what strangers write where a page might run it into every field of every kind, into texts, file names, the
configuration and the strings, builds it, takes the pages' Content-Security-Policy off and opens them all in a browser.
Fails when one of them runs, or asks for anything that is not a file of the site. A page with the same vectors as markup
shows that this would be seen.

    audit-xss.py PROGRAM FOLDER      (FOLDER: emptied, for the networks and their sites)
"""

import functools
import http.server
import json
import re
import shutil
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

PROGRAM = str(Path(sys.argv[1]).resolve())
WORK = Path(sys.argv[2]).resolve()
HERE = Path(__file__).parent
LAYOUTS = HERE.parent / "layouts"
# Vectors that stand together in one field: fewer pages.
PACKED = 10
# Networks among which vectors of the configuration are parted.
CONFIGURATIONS = 3
# Of vectors written as markup, so many run or ask for something: the others need an older browser, or are none there.
SEEN_AS_MARKUP = 140
CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
problems = 0


def tell(*words):
    global problems
    problems += 1
    if problems <= 40:
        print(*words)


def read_vectors():
    lines = [line for line in (HERE / "xss-vectors.txt").read_text().split("\n") if line and line[0] != "#"]
    escaped = re.compile(r"\\(u[0-9a-f]{4}|[ntrf\\])")
    found = []
    for number, line in enumerate(lines, 1):
        text = escaped.sub(lambda match: json.loads(f'"{match.group()}"'), line)
        found.append(text.replace("X()", f"opytXSS({number})").replace("XSS(0)", f"XSS({number})"))
    return found


vectors = read_vectors()


def chunk(number, size=PACKED):
    """Some vectors; the numbers from 0 on give all of them."""
    return [vectors[(number * size + place) % len(vectors)] for place in range(size)]


def opyt(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)


# MARK: What can be written: as `opyt fields` tells it


def read_kinds():
    return re.findall(r"^  (\S+(?: \S+)*) +content/\S+ или content/(\S+)$", opyt("fields").stdout, re.MULTILINE)


class Field:
    def __init__(self, name, is_required):
        self.name, self.is_required, self.words, self.parts = name, is_required, "", []

    @property
    def is_list(self):
        return "Список" in self.words

    def value(self, texts):
        """A value with these texts wherever a text may stand."""
        if self.parts and "отдельные списки" in self.words:
            return {part.name: part.value(texts) for part in self.parts}
        if self.parts:
            wanted = [part for part in self.parts if part.is_text or part.is_required]
            return [{part.name: part.value(texts) for part in wanted}]
        if "Адрес сайта" in self.words:
            return "https://opyt.example/" + "".join(texts[0].split())
        if "Адрес почты" in self.words:
            return "".join(texts[0].split()) + "@opyt.example"
        if "Имя файла рядом" in self.words:
            return "okno.png" if ".jpg" in self.example else "plan.pdf"
        if not self.is_text:
            return self.example
        limit = re.search(r"не длиннее (\d+)", self.words)
        while limit and len(texts) > 1 and len(" ".join(texts)) > int(limit.group(1)):
            texts = texts[:-1]
        return texts if self.is_list else " ".join(texts)

    @property
    def is_text(self):
        """Words of an author: not a date, a number, a name of a file or one of given values."""
        if self.name == "согласие":
            return False
        return bool(self.parts) or re.search("[Сс]трок[аи] текста|Текст, можно|Адрес сайта|Адрес почты", self.words)

    @property
    def example(self):
        found = re.search(r"Например: (.*)", self.words)
        if not found:
            return None
        words = found.group(1).strip()
        return [part.strip() for part in words[1:-1].split(",")] if words.startswith("[") else words


def read_fields(kind):
    fields, nested = [], []
    for line in opyt("fields", kind).stdout.split("\n"):
        head = re.match(r"^( +)([а-яё_]+) \(([a-z_]+)\)( – обязательно)?$", line)
        depth = (len(line) - len(line.lstrip())) // 4
        if head:
            field = Field(head.group(2), bool(head.group(4)))
            nested = nested[:depth] + [field]
            (nested[depth - 1].parts if depth else fields).append(field)
        elif nested and line.startswith("      "):
            nested[-1].words += " " + line.strip()
    return fields


def read_sample(kind):
    """The lines of each field, and the name of the file."""
    told = subprocess.run([PROGRAM, "fields", kind, "--sample"], capture_output=True, text=True)
    head = told.stdout.split("---\n")[1]
    blocks = {}
    for line in head.split("\n"):
        if line and not line[0].isspace():
            name = line.split(":")[0]
            blocks[name] = []
        if line:
            blocks[name].append(line)
    saved = re.search(r"content/\S+/(\S+)\.md", opyt("fields", kind).stdout)
    return blocks, saved.group(1)


# MARK: Networks


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content) if isinstance(content, bytes) else path.write_text(content)


def a_picture():
    part = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0\0")) + part(b"IEND", b"")


class Document:
    """A file of which every line, or every few lines, can be taken out or put back as the sample has it."""

    def __init__(self, folder, name, sample, attacks, text):
        self.path = f"content/{folder}/{name}.md"
        # Name of a field, its lines, what stands there instead of them, and how many vectors it has.
        self.parts = [["field", field, lines, None, 0] for field, lines in sample.items() if field not in attacks]
        for field, (value, count) in attacks.items():
            lines = [f"{field}: {json.dumps(value, ensure_ascii=False)}"]
            self.parts.append(["field", field, lines, sample.get(field), count])
        self.parts += [["text", name, lines, [], count] for name, lines, count in text]

    def lines(self):
        """Each with its part."""
        yield "---", None
        for part in self.parts:
            if part[0] == "field":
                yield from ((line, part) for line in part[2] or [])
        yield "---", None
        for part in self.parts:
            if part[0] == "text":
                yield "", None
                yield from ((line, part) for line in part[2])

    def write(self, site):
        write(site / self.path, "".join(line + "\n" for line, _ in self.lines()))

    def drop(self, numbers):
        """Takes out what is refused. False where nothing of ours stands there."""
        rows = [part for _, part in self.lines()]
        parts = [rows[number - 1] for number in numbers if 0 < number <= len(rows)]
        found = [part for part in parts if part and part[4]]
        for part in found:
            part[2], part[4] = part[3], 0
        return bool(found)


def text_with(some):
    """The same vectors in every place of Markdown."""
    for number, vector in enumerate(some):
        line = " ".join(vector.split())
        yield "слова", [line], 1
        yield "заголовок", [f"## Заголовок {line}"], 1
        yield "список", [f"- {line}"], 1
        yield "цитата", [f"> {line}"], 1
        yield "таблица", ["| а | б |", "|---|---|", f"| {line} | **{line}** |"], 1
        yield "код", [f"`{line}`"], 1
        yield "блок кода", [f"~~~{line}", line, "~~~"], 1
        yield "ссылка", [f"[слово]({line})"], 1
        yield "ссылка в скобках", [f"[слово](<{line}>)"], 1
        yield "слова ссылки", [f"[{line}](https://opyt.example/ '{line}')"], 1
        yield "картинка", [f"![{line}](okno.png \"{line}\")"], 1
        yield "адрес картинки", [f"![окно]({line})"], 1
        yield "сноска", [f"Слово[^{number}].", "", f"[^{number}]: {line}"], 1
        yield "как есть", vector.split("\n"), 1


def file_name_with(vector):
    return "".join(sign for sign in vector if sign not in "/\0")[:80]


def make_network(site, kinds, documents_of, names):
    """The samples of all kinds, and beside each of them the same with vectors in every field."""
    documents = []
    for turn, (kind, folder) in enumerate(kinds):
        fields, (sample, own) = read_fields(kind), read_sample(kind)
        last = {"номер": ["номер: 9000"]} if folder == "bulletins" else {}
        documents.append(Document(folder, own, sample | last, {}, []))
        if folder == "people":
            colleague = dict(sample, фио=["фио: Орлова Татьяна Павловна"], согласие=["согласие: С-2025-015"])
            documents.append(Document(folder, "orlova-tatyana", colleague, {}, []))
        for number in range(documents_of(folder)):
            attacks = {}
            for place, field in enumerate(fields):
                some = chunk(number + place * 7)
                value = field.value(some) if field.is_text else None
                if value:
                    attacks[field.name] = (value, PACKED)
            # All kinds print their texts in one way: each vector is in the texts of three.
            text = text_with([vector for place, vector in enumerate(chunk(number)) if (place + turn) % 5 == 0])
            documents.append(Document(folder, f"xss-{number}", other(folder, sample, number), attacks, list(text)))
        write(site / f"content/{folder}/okno.png", a_picture())
        write(site / f"content/{folder}/plan.pdf", b"%PDF-1.4\n")
    if names:
        documents += make_names(site)
    return documents


def other(folder, sample, number):
    """The same document of another name, number and consent, and for another year."""
    of_their_own = {
        "название": f"Имя {number}", "фио": f"Ильина Марина{chr(0x430 + number % 32) * (1 + number // 32)} Сергеевна",
        "номер": number + 100, "согласие": f"С-2026-{number + 100}",
    }
    if folder == "plans":
        of_their_own["учебный_год"] = f"{2030 + number}/{2031 + number}"
    if folder == "seminars":
        # Nobody can lead two sessions at once.
        sample = sample | {"занятия": [line for line in sample["занятия"] if "ведущие" not in line]}
    if folder == "bulletins":
        month = f"{2000 + number // 12}-{number % 12 + 1:02}"
        of_their_own |= {"начало": f"{month}-01", "окончание": f"{month}-28"}
    return sample | {name: [f"{name}: {value}"] for name, value in of_their_own.items() if name in sample}


def make_names(site):
    """Files that are called like vectors, named by documents and beside them."""
    sample = read_sample("кейс")[0]
    names = {}
    for number, vector in enumerate(vectors):
        name = file_name_with(vector)
        try:
            write(site / f"content/cases/{name}.pdf", b"%PDF-1.4\n")
            write(site / f"content/cases/{name}.png", a_picture())
        except OSError:
            continue
        names.setdefault(number // PACKED, []).append((name, vector))
        yield Document("cases", name, dict(sample, название=[f"название: Имя {number}"]), {}, [])
    for number, some in names.items():
        attacks = {
            "файлы": ([{"файл": f"{name}.pdf", "название": vector} for name, vector in some], len(some)),
            "фото": ([{"файл": f"{name}.png", "описание": vector} for name, vector in some], len(some)),
        }
        yield Document("cases", f"names-{number}", other("cases", sample, number), attacks, [])


def settle(site, documents):
    """Writes documents and takes out what is refused, until nothing is. What is left is what pages may show."""
    for document in documents:
        document.write(site)
    by_path = {document.path: document for document in documents}
    refused = Counter()
    for _ in range(12):
        report = json.loads(opyt("check", "--site", str(site), "--format", "json").stdout or "{}")
        errors = [found for found in report.get("diagnostics", []) if found["severity"] == "error"]
        if not errors:
            return by_path.values(), refused
        lines = {}
        for error in errors:
            for place in [error, *(note for note in error["notes"] if note["message"] == "то же самое здесь")]:
                lines.setdefault(place["file"], set()).add(place.get("line", 0))
        for path, numbers in lines.items():
            document = by_path.get(path)
            if document and document.drop(numbers):
                document.write(site)
            else:
                (site / path).unlink()
                refused["documents" if by_path.pop(path, None) else "files"] += 1
    sys.exit(f"{site} is still refused: {errors[:3]}")


def strip_policy(site):
    """- Returns: the pages."""
    pages = sorted((site / "public").rglob("*.html"))
    for page in pages:
        text = page.read_text()
        if not CSP.search(text) and 'http-equiv="refresh"' not in text:
            tell(page, "has no policy to take off")
        page.write_text(CSP.sub("", text))
    return pages


# MARK: Configuration and strings


def make_configuration(site, number):
    """Another part of the vectors in every text of the configuration and in every string."""
    # Control characters are refused everywhere.
    some = [
        " ".join(vector.split())
        for place, vector in enumerate(vectors)
        if place % CONFIGURATIONS == number and not re.search(r"[\x00-\x08\x0b-\x1f\u2028]", vector)
    ]
    words = " ".join(some)
    configuration = {
        "title": "Сеть " + words, "description": words, "municipality": words, "base_url": "https://opyt.example/",
        "vocabularies": {"position": some, "form": some, "community_type": some},
        "menu": [{"title": vector, "link": "projects"} for vector in some[::2]]
        + [{"title": words, "items": [{"title": vector, "link": "cases"} for vector in some[1::2]]}],
    }
    write(site / "site-config.json", json.dumps(configuration, ensure_ascii=False))
    strings = json.loads((LAYOUTS / "strings/ru.json").read_text())
    # Braces and # are MessageFormat's own.
    plain = [vector for vector in some if not set("{}#") & set(vector)]
    for place, key in enumerate(strings):
        strings[key] += " " + plain[place % len(plain)]
    write(site / "layouts/strings/ru.json", json.dumps(strings, ensure_ascii=False))
    # Addresses that the menu might take: of those that are not, the line is told.
    tried = [{"title": "Адрес", "link": vector} for vector in some]
    while True:
        lines = json.dumps(configuration | {"menu": configuration["menu"] + tried}, ensure_ascii=False, indent=0).split("\n")
        write(site / "site-config.json", "\n".join(lines))
        report = json.loads(opyt("check", "--site", str(site), "--format", "json").stdout)
        errors = [found for found in report["diagnostics"] if found["severity"] == "error"]
        if not errors:
            return len(tried)
        refused = {
            json.loads(lines[place["line"] - 1].split(": ", 1)[1].rstrip(","))
            for error in errors
            for place in [error, *error["notes"]]
            if place.get("file") == "site-config.json" and lines[place["line"] - 1].startswith('"link": ')
        }
        if not refused:
            sys.exit(f"{site}: {errors[:3]}")
        tried = [item for item in tried if item["link"] not in refused]


# MARK: The browser


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass


class Handler(http.server.SimpleHTTPRequestHandler):
    """Gives the files of the site and of the trial, and tells what else is asked for."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def send_error(self, code, *arguments, **more):
        if self.path != "/favicon.ico":
            self.server.strays.add(self.path)
        super().send_error(code, *arguments, **more)


# In every frame, before anything of it: all that could be called tells the top.
MARKER = """(() => {
  const call = number => top.postMessage({ ran: number ?? true, page: location.href }, '*');
  for (const name of ['opytXSS', 'alert', 'confirm', 'prompt', 'print']) {
    Object.defineProperty(window, name, { value: call, writable: false, configurable: false });
  }
})()"""

HARNESS = r"""<!doctype html><meta charset=utf-8><title>harness</title><script>
const ran = [], shapes = [];
addEventListener('message', event => event.data?.ran && ran.push(event.data));
const EVENTS = ['mouseover', 'mouseenter', 'pointerover', 'mousedown', 'focus', 'focusin', 'blur', 'keydown', 'input', 'change',
  'submit', 'load', 'error', 'toggle', 'animationstart', 'transitionend', 'wheel', 'contextmenu', 'copy', 'click'];
const FETCHING = 'iframe, frame, object, embed, base, meta[http-equiv=refresh], audio, video, form[action]:not([role=search]), [formaction], '
  + '[srcdoc], [style], foreignObject, animate, set, script:not([src]):not([type="application/ld+json"]), style';
const wait = time => new Promise(resolve => setTimeout(resolve, time));

function poke(page) {
  const { document } = page;
  // What leads elsewhere is not followed; a program as an address is run.
  page.addEventListener('click', event => {
    const link = event.target.closest?.('a, area');
    if (link && !/^(javascript|data|vbscript):/i.test(link.href?.baseVal ?? link.href ?? '')) event.preventDefault();
  });
  page.addEventListener('submit', event => event.preventDefault());
  const owned = new Set();
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) shapes.push([page.location.href, name, value]);
      if (/^(href|src|xlink:href|action|formaction|data|poster|background|srcset)$/i.test(name)
        && /^[\s\0-\x1f]*(javascript|data|vbscript|blob|\/\/|\\\\)/i.test(value)) shapes.push([page.location.href, name, value]);
    }
    // The theme's own button that prints the page.
    if (element.matches('button[data-print]')) continue;
    for (const name of EVENTS) element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    if (element.matches('a, button, summary, input, area')) {
      // Links of drawings have no click().
      if (element.click) element.click();
      else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  }
  for (const element of document.querySelectorAll(FETCHING)) {
    shapes.push([page.location.href, element.outerHTML.slice(0, 200)]);
  }
}

async function visit(address) {
  const frame = document.createElement('iframe');
  frame.width = 1200;
  frame.height = 900;
  const loaded = new Promise(resolve => frame.onload = resolve);
  frame.src = address;
  document.body.append(frame);
  await Promise.race([loaded, wait(10000)]);
  await wait(20);
  try { poke(frame.contentWindow) } catch (error) { shapes.push([address, 'was left: ' + error]) }
  await wait(30);
  frame.remove();
}

async function visitAll(addresses, count) {
  const waiting = [...addresses];
  const work = async () => { while (waiting.length) await visit(waiting.shift()) };
  await Promise.all(Array.from({ length: count }, work));
  await wait(200);
  return { ran, shapes };
}
</script><body>"""


def visit(browser, folder, addresses, tabs=2, frames=6):
    """- Returns: what ran, what has a shape of its own, and what was asked for outside of the site."""
    write(folder / "opyt-harness.html", HARNESS)
    handler = functools.partial(Handler, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    server.strays = set()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    own = f"http://127.0.0.1:{server.server_port}/"
    context = browser.new_context(bypass_csp=True, service_workers="block")
    context.add_init_script(MARKER)
    outside, dialogs = set(), set()

    def route(route, request):
        if request.url.startswith(own):
            return route.continue_()
        outside.add(request.url)
        route.abort()

    context.route(lambda url: not url.startswith(own), route)
    page = context.new_page()
    page.on("dialog", lambda dialog: (dialogs.add(dialog.message), dialog.dismiss()))
    page.on("popup", lambda popup: outside.add(popup.url))
    page.goto(own + "opyt-harness.html")
    result = page.evaluate(
        "([addresses, count]) => visitAll(addresses, count)", [[own + address for address in addresses], tabs * frames]
    )
    context.close()
    server.shutdown()
    ran = {(found["ran"], found["page"].removeprefix(own)) for found in result["ran"]} | {(d, "dialog") for d in dialogs}
    return ran, result["shapes"], outside | server.strays


def try_markup(browser):
    """The same vectors as markup: nothing below could be seen where this is not."""
    folder = WORK / "markup"
    for number, vector in enumerate(vectors, 1):
        for place, page in enumerate([vector, f'<p title="{vector}">x</p>', f"<a href='{vector}'>x</a>"]):
            write(folder / f"{number}-{place}.html", f"<!doctype html><meta charset=utf-8><body>{page}")
    pages = [page.name for page in sorted(folder.glob("*.html"))]
    ran, shapes, asked = visit(browser, folder, pages)
    numbers = {int(re.match(r"(\d+)-", page).group(1)) for _, page in ran if re.match(r"\d+-", page)}
    numbers |= {int(re.search(r"/(\d+)-\d\.html", shape[0]).group(1)) for shape in shapes if re.search(r"/(\d+)-\d\.html", shape[0])}
    print(f"as markup: {len(numbers)} of {len(vectors)} vectors are seen, {len(ran)} run, {len(asked)} requests")
    if len(numbers) < SEEN_AS_MARKUP or not ran or not asked:
        tell("the browser sees too few vectors where they are markup")


def try_search(browser, site, words):
    """What the search page makes of titles and summaries, which it writes itself."""
    handler = functools.partial(Handler, directory=str(site / "public"))
    server = Server(("127.0.0.1", 0), handler)
    server.strays = set()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    own = f"http://127.0.0.1:{server.server_port}/"
    context = browser.new_context(bypass_csp=True, service_workers="block")
    context.add_init_script(MARKER)
    context.add_init_script("addEventListener('message', event => event.data?.ran && (window.opytRan = event.data))")
    page = context.new_page()
    outside = set()
    page.on("request", lambda request: request.url.startswith(own) or outside.add(request.url))
    page.goto(own + "poisk/index.html?q=opytXSS")
    page.wait_for_selector(".hits li")
    shown = 0
    for _ in range(5):
        shown = page.inner_text(".hits").count("opytXSS(")
        if not page.is_visible("[data-part=more]"):
            break
        page.click("[data-part=more]")
        page.wait_for_timeout(200)
    strange = page.evaluate(
        "names => [...document.querySelectorAll('#opyt_search *')].filter(e => !names.includes(e.localName)"
        " || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style')"
        " || e.localName === 'a' && e.origin !== location.origin).map(e => e.outerHTML.slice(0, 200))",
        "p,details,summary,div,ol,li,h2,a,mark,small,span,button,template,fieldset,legend,label,input".split(","),
    )
    if page.evaluate("window.opytRan") or strange or outside or server.strays:
        tell(words, "search runs or asks:", page.evaluate("window.opytRan"), strange[:3], outside, server.strays)
    if shown < 20:
        tell(words, "search shows too few vectors:", shown)
    print(f"{words}: search shows {shown} vectors")
    context.close()
    server.shutdown()


def try_site(browser, site, words):
    pages = strip_policy(site)
    addresses = [page.relative_to(site / "public").as_posix() for page in pages]
    started = time.monotonic()
    ran, shapes, asked = visit(browser, site / "public", addresses)
    for found in sorted(map(str, ran)):
        tell(words, "ran:", found)
    for shape in shapes[:20]:
        tell(words, "has markup of an author:", *shape)
    for address in sorted(asked)[:20]:
        tell(words, "asks for", address)
    shown = sum(page.read_text().count("opytXSS(") for page in pages)
    print(f"{words}: {len(pages)} pages, {shown} times a vector, {time.monotonic() - started:.0f} s")
    if shown < len(pages):
        tell(words, "shows too few vectors")


def build(site):
    result = opyt("build", "--site", str(site), "--quiet")
    if result.returncode:
        sys.exit(f"{site}: {result.stdout[-2000:]}{result.stderr[-2000:]}")


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    kinds = read_kinds()
    each = -(-len(vectors) // PACKED)
    site = WORK / "documents"
    write(site / "site-config.json", json.dumps({"title": "Сеть", "base_url": "https://opyt.example/"}))
    documents, refused = settle(site, make_network(site, kinds, lambda _: each, names=True))
    written = sum(part[4] for document in documents for part in document.parts)
    print(f"{len(kinds)} kinds, {len(documents)} documents with {written} vectors; refused whole: {refused['documents']}")
    build(site)
    sites = [(site, "documents")]
    for number in range(CONFIGURATIONS):
        site = WORK / f"configuration-{number}"
        write(site / "site-config.json", json.dumps({"title": "Сеть"}))
        settle(site, make_network(site, kinds, lambda _: 0, names=False))
        accepted = make_configuration(site, number)
        build(site)
        sites.append((site, f"configuration {number}, {accepted} addresses of the menu"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try_markup(browser)
        for site, words in sites:
            try_site(browser, site, words)
        try_search(browser, *sites[0])
        browser.close()
    print(f"{len(vectors)} vectors, {problems} problems")
    sys.exit(1 if problems else 0)


main()

"""Audits what a built site tells programs: JSON-LD and Open Graph in its pages, the catalogue of materials as data, the
sitemap and the OAI repositories. Each must say what the others and the pages say, lead to what is there, and, where the
schemas of others are at hand, be valid by them.

    audit-data.py FOLDER [SCHEMAS]
"""

import csv
import json
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker
from playwright.sync_api import sync_playwright
from referencing import Registry, Resource

folder = Path(sys.argv[1])
schemas = Path(sys.argv[2]) if len(sys.argv) > 2 else None
problems = []


class Page(HTMLParser):
    """The head of a page as other programs read it, and the words of its body."""

    def __init__(self, path):
        super().__init__()
        self.name = path.relative_to(folder).as_posix()
        self.open_graph = {}
        self.data = []
        self.canonical = None
        self.words = []
        self.script = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta" and (attributes.get("property") or "").startswith("og:"):
            if attributes["property"] in self.open_graph:
                problems.append(f"{self.name}: {attributes['property']} twice")
            self.open_graph[attributes["property"]] = attributes["content"]
        if tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes["href"]
        if tag == "script":
            self.script = attributes.get("type", "")
        if attributes.get("href", "").startswith(("mailto:", "tel:", "https:")):
            self.words.append(attributes["href"])

    def handle_endtag(self, tag):
        if tag == "script":
            self.script = None

    def handle_data(self, text):
        if self.script == "application/ld+json":
            self.data.append(json.loads(text))
        elif self.script is None:
            self.words.append(text)

    def shows(self, text):
        """Whether a reader sees a text, whatever the typography."""
        return plain(text) in plain(" ".join(self.words))


def plain(text):
    return re.sub(r"[\W_]+", "", text.replace("\u00ad", "")).lower().replace("ё", "е")


pages = {page.name: page for page in map(Page, sorted(folder.rglob("*.html")))}
base = pages["index.html"].canonical
if not base:
    sys.exit("the site does not know its address")


def file_of(url):
    """The file that an address of the site stands for; None for what is elsewhere."""
    if not url.startswith(base):
        return None
    path = unquote(url.removeprefix(base).split("#")[0].split("?")[0])
    return path + "index.html" if path == "" or path.endswith("/") else path


def check_addresses(name, value):
    """Each address of the site that is told has a file, and each fragment an id."""
    if isinstance(value, dict):
        for inner in value.values():
            check_addresses(name, inner)
    elif isinstance(value, list):
        for inner in value:
            check_addresses(name, inner)
    elif isinstance(value, str) and (path := file_of(value)) is not None:
        if not (folder / path).is_file():
            problems.append(f"{name}: no file for {value}")
        elif "#" in value and f'id="{value.split("#")[1]}"' not in (folder / path).read_text():
            problems.append(f"{name}: no place for {value}")


# Open Graph: every page that is to be found has a picture, which is there and as large as it says.
pictures = set()
for page in pages.values():
    told = page.open_graph
    if not told:
        # What search engines are not told of tells them nothing.
        if page.data:
            problems.append(f"{page.name}: data, and nothing for a link")
        continue
    for name in ("og:type", "og:title", "og:url", "og:image", "og:site_name", "og:image:width", "og:image:height"):
        if not told.get(name):
            problems.append(f"{page.name}: no {name}")
    if told.get("og:url") != page.canonical:
        problems.append(f"{page.name}: og:url is not its address")
    if told.get("og:type") not in ("website", "article", "profile"):
        problems.append(f"{page.name}: og:type is {told.get('og:type')}")
    path = file_of(told["og:image"])
    pictures.add((path, int(told["og:image:width"]), int(told["og:image:height"])))
for path, width, height in sorted(pictures):
    if path is None or not (folder / path).is_file():
        problems.append(f"no picture {path}")
        continue
    data = (folder / path).read_bytes()
    if path.startswith("kartinki/"):
        if (width, height) != (1200, 630) or len(data) > 100_000:
            problems.append(f"{path}: {width} × {height}, {len(data)} bytes")
        place, pixels = 8, b""
        while place < len(data):
            (length,) = struct.unpack(">I", data[place : place + 4])
            kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
            (sum_,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
            if zlib.crc32(kind + body) != sum_:
                problems.append(f"{path}: a checksum is wrong")
            if kind == b"IHDR" and struct.unpack(">II", body[:8]) != (width, height):
                problems.append(f"{path}: another size inside")
            if kind == b"IDAT":
                pixels += body
            place += length + 12
        if len(zlib.decompress(pixels)) != 601 * 630:
            problems.append(f"{path}: too few pixels")

# JSON-LD.
schema_org = {
    "WebSite", "BreadcrumbList", "EducationEvent", "Preschool", "Person", "DefinedTermSet", "DefinedTerm",
    "PublicationIssue", "Dataset",
}
counts = {}
resources = {}
for page in pages.values():
    for thing in page.data:
        kind = thing.get("@type") or "LearningResource"
        counts[kind] = counts.get(kind, 0) + 1
        check_addresses(page.name, thing)
        if kind == "LearningResource":
            resources[page.name] = thing
            if thing["id"] != page.canonical:
                problems.append(f"{page.name}: another page's resource")
            people = [person["name"] for part in ("creator", "contributor") for person in thing.get(part, [])]
        elif kind not in schema_org or thing["@context"] != "https://schema.org":
            problems.append(f"{page.name}: {kind} is not known here")
            continue
        else:
            people = [thing["name"]] if kind == "Person" else []
        # What is told of a person is what the page shows.
        told = people + [thing[name] for name in ("telephone", "email", "legalName", "jobTitle") if name in thing]
        for text in told:
            if not page.shows(text):
                problems.append(f"{page.name}: tells «{text}», which it does not show")
        for name in ("startDate", "endDate"):
            if name in thing and not re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d)?", thing[name]):
                problems.append(f"{page.name}: {name} {thing[name]}")
        if kind == "BreadcrumbList":
            positions = [item["position"] for item in thing["itemListElement"]]
            if positions != list(range(1, len(positions) + 1)):
                problems.append(f"{page.name}: breadcrumbs {positions}")
for kind in schema_org | {"LearningResource"}:
    if not counts.get(kind):
        problems.append(f"no page tells of a {kind}")

# The catalogue as data, against its own schema and against the pages.
data = folder / "dannye"
schema = json.loads((data / "materialy.schema.json").read_text())
Draft202012Validator.check_schema(schema)
catalogue = json.loads((data / "materialy.json").read_text())
for error in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(catalogue):
    problems.append(f"materialy.json: {list(error.path)}: {error.message[:200]}")
materials = {material["path"]: material for material in catalogue["materials"]}
if set(materials) != set(resources) or len(materials) != len(catalogue["materials"]):
    problems.append(f"materialy.json has not the pages' materials: {set(materials) ^ set(resources)}")
for path, material in materials.items():
    resource = resources.get(path, {})
    authors = [person["name"] for person in resource.get("creator", [])]
    facts = (resource.get("name"), resource.get("description"), resource.get("datePublished"), authors, resource.get("id"))
    told = (material["title"], material["summary"], material["published"], material.get("authors", []), material["url"])
    if facts != told:
        problems.append(f"{path}: the page says {facts}, the catalogue {told}")
metadata = json.loads((data / "materialy.csv-metadata.json").read_text())
columns = metadata["tableSchema"]["columns"]
with open(data / metadata["url"], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.reader(file, delimiter=metadata["dialect"]["delimiter"]))
if rows[0] != [column["titles"] for column in columns]:
    problems.append(f"materialy.csv: its columns are {rows[0]}")
if len(rows) - 1 != len(materials):
    problems.append(f"materialy.csv has {len(rows) - 1} rows")
for row in rows[1:]:
    cells = {}
    for column, text in zip(columns, row, strict=True):
        if text == "":
            continue
        if "separator" in column:
            cells[column["name"]] = [item.replace("¦", "|") for item in text.split(column["separator"])]
        else:
            cells[column["name"]] = int(text) if column["datatype"] == "integer" else text
    if cells != materials.get(cells["path"]):
        problems.append(f"materialy.csv: {cells['path']} is another one in materialy.json")

# The sitemap, or its index and parts.
namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
root = ElementTree.parse(folder / "sitemap.xml").getroot()
parts = [folder / "sitemap.xml"]
if root.tag == namespace + "sitemapindex":
    parts = [folder / file_of(place.text) for place in root.iter(namespace + "loc")]
places = []
for part in parts:
    own = [place.text for place in ElementTree.parse(part).getroot().iter(namespace + "loc")]
    if not 0 < len(own) <= 50_000 or part.stat().st_size > 50_000_000:
        problems.append(f"{part.name}: {len(own)} addresses, {part.stat().st_size} bytes")
    places += own
if len(set(places)) != len(places):
    problems.append("the sitemap names a page twice")
check_addresses("sitemap.xml", places)
found = {page.canonical for page in pages.values() if page.open_graph}
if found != set(places):
    problems.append(f"the sitemap and the pages differ: {sorted(found ^ set(places))[:5]}")

# OAI static repositories.
names = {
    "sr": "http://www.openarchives.org/OAI/2.0/static-repository", "oai": "http://www.openarchives.org/OAI/2.0/",
    "dc": "http://purl.org/dc/elements/1.1/", "oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
}
elements = {
    "title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format", "identifier",
    "source", "language", "relation", "coverage", "rights",
}
repositories = sorted(data.glob("oai*.xml"))
records = {}
for file in repositories:
    root = ElementTree.parse(file).getroot()
    if root.tag != f"{{{names['sr']}}}Repository":
        problems.append(f"{file.name}: {root.tag}")
    order = [child.tag.split("}")[1] for child in root]
    identify = [child.tag.split("}")[1] for child in root.find("sr:Identify", names)]
    if order != ["Identify", "ListMetadataFormats", "ListRecords"] or identify != [
        "repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord", "granularity",
    ]:
        problems.append(f"{file.name}: {order}, {identify}")
    own = root.findall("sr:ListRecords/oai:record", names)
    if not 0 < len(own) <= 5_000:
        problems.append(f"{file.name}: {len(own)} records")
    for record in own:
        identifier = record.findtext("oai:header/oai:identifier", namespaces=names)
        if identifier in records or not re.fullmatch(r"oai:[a-zA-Z][\w.-]+:[\w/.!~*'()%-]+", identifier):
            problems.append(f"{file.name}: the identifier {identifier}")
        dublin = record.find("oai:metadata/oai_dc:dc", names)
        if any(child.tag.removeprefix(f"{{{names['dc']}}}") not in elements for child in dublin):
            problems.append(f"{file.name}: {identifier} has what Dublin Core has not")
        records[identifier] = (
            dublin.findtext("dc:title", namespaces=names), dublin.findtext("dc:identifier", namespaces=names),
            [who.text for who in dublin.findall("dc:creator", names)],
        )
if sorted(records.values()) != sorted(
    (material["title"], material["url"], material.get("authors", [])) for material in materials.values()
):
    problems.append("the OAI repository has not the catalogue's materials")

# By the schemas of others.
if schemas is None or not (schemas / "amb").is_dir():
    print("The AMB profile is not at hand: pages were looked at by our own rules only.")
else:
    profile = [json.loads(file.read_text()) for file in (schemas / "amb").glob("*.json")]
    registry = Registry().with_resources((part["$id"], Resource.from_contents(part)) for part in profile)
    main = json.loads((schemas / "amb" / "schema.json").read_text())
    validator = Draft7Validator(main, registry=registry, format_checker=FormatChecker())
    for name, resource in resources.items():
        for error in validator.iter_errors(resource):
            problems.append(f"{name}: AMB: {list(error.path)}: {error.message[:200]}")
for kind, files in (("sitemap", parts), ("static-repository", repositories)):
    xsd = schemas / f"{kind}.xsd" if schemas else None
    if xsd is None or not xsd.is_file():
        print(f"{kind}.xsd is not at hand: those files were looked at by our own rules only.")
        continue
    for file in files:
        told = subprocess.run(
            ["xmllint", "--noout", "--nonet", "--schema", xsd, file], capture_output=True, text=True, check=False)
        if told.returncode:
            problems.append(f"{file.name}: {told.stderr[:500]}")

# The pages' own policy must let data be: a browser tells what it refuses.
refused = []
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    tab = browser.new_page()
    tab.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    seen = set()
    for page in pages.values():
        kinds = tuple(sorted(thing.get("@type", "LearningResource") for thing in page.data))
        if not kinds or kinds in seen:
            continue
        seen.add(kinds)
        tab.goto((folder / page.name).absolute().as_uri())
        told = tab.evaluate(
            "[...document.querySelectorAll('script[type=\"application/ld+json\"]')].map(script => JSON.parse(script.text))")
        if told != page.data:
            problems.append(f"{page.name}: a browser reads other data")
    browser.close()
problems += [f"a browser refuses: {text}" for text in sorted(set(refused))]

for problem in problems:
    print(problem)
listed = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
print(f"{len(materials)} materials, {len(places)} addresses, {len(records)} records, {len(pictures)} pictures; {listed}")
sys.exit(1 if problems else 0)

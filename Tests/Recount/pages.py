"""Reads built pages with the standard library's parser: elements, their text, the lists behind numbers."""

import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote

VOID = {"meta", "link", "img", "br", "hr", "input", "path", "rect", "circle", "use", "source", "wbr"}


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent, self.children, self.words = name, attributes, parent, [], []

    @property
    def text(self):
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def elements(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements

    def all(self, name, classed=None):
        return [e for e in self.elements if e.name == name and (classed is None or classed in e.classes)]

    def first(self, name, classed=None):
        found = self.all(name, classed)
        return found[0] if found else None

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def get(self, name):
        return self.attributes.get(name)


class Page(HTMLParser):
    def __init__(self, site, path):
        super().__init__()
        self.path, self.root = path, Element("", {}, None)
        self.open, self.ids = [self.root], {}
        self.feed((site / path).read_text(encoding="utf-8"))

    def handle_starttag(self, name, attributes):
        element = Element(name, dict(attributes), self.open[-1])
        self.open[-1].children.append(element)
        if "id" in element.attributes:
            self.ids[element.attributes["id"]] = element
        if name not in VOID:
            self.open.append(element)

    def handle_startendtag(self, name, attributes):
        self.open[-1].children.append(Element(name, dict(attributes), self.open[-1]))

    def handle_endtag(self, name):
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].name == name:
                del self.open[index:]
                break

    def handle_data(self, text):
        self.open[-1].children.append(text)

    def place(self, anchor):
        """The list or section with this id, or the section that the heading with this id opens."""
        element = self.ids.get(anchor) if anchor else self.root.first("main")
        while element and element.name not in ("section", "div", "ul", "ol", "main"):
            element = element.parent
        return element


class Site:
    def __init__(self, folder):
        self.folder, self.pages = folder, {}

    def has(self, path):
        return (self.folder / path).is_file()

    def page(self, path):
        if path not in self.pages:
            self.pages[path] = Page(self.folder, path)
        return self.pages[path]

    def target(self, path, link):
        """The page and the anchor that a link of a page leads to; None for what leads out of the site."""
        if "://" in link or link.startswith("mailto:"):
            return None
        file, _, anchor = link.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
        return target, unquote(anchor)

    def links(self, path, element):
        """The pages that an element of a page leads to, in their order."""
        targets = (self.target(path, a.get("href")) for a in element.all("a") if a.get("href"))
        return [target[0] for target in targets if target]

    def parts(self, path):
        """All pages of a list in parts, from its first."""
        def step(path, relation):
            for a in self.page(path).root.all("a"):
                if a.get("rel") == relation:
                    return self.target(path, a.get("href"))[0]
            return None
        while before := step(path, "prev"):
            path = before
        parts = [path]
        while after := step(parts[-1], "next"):
            parts.append(after)
        return parts

    def entries(self, path, anchor=""):
        """The pages that the entries of a list lead to, over all of its parts."""
        found = []
        for part in self.parts(path):
            place = self.page(part).place(anchor)
            for parent in place.elements if place else ():
                if "data-list" in parent.attributes:
                    for entry in parent.children:
                        if isinstance(entry, Element) and entry.name == "li":
                            links = self.links(part, entry)
                            found.append(links[0] if links else entry.text.strip())
        return found

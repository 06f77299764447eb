"""Bodies of materials: Markdown with every construct Opyt supports, filled with prose to the size asked for."""

import re

from prose import HEADINGS, SUBHEADINGS

LATIN = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщыэюя",
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya".split(),
)) | {"ъ": "", "ь": ""}
TABLE_HEADS = ["Этап", "Дети", "Педагоги", "Родители", "Что меняется", "Как заметить", "Когда", "Кому поможет"]


def slug(text):
    """The address of a heading: transliterated, everything else becomes one hyphen."""
    latin = "".join(LATIN.get(letter, letter) for letter in text.lower())
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")


def headings_for(random, size):
    """A longer text has more sections. No heading occurs twice in a text, so that anchors are unambiguous."""
    count = max(2, min(8, size // 2500))
    return random.sample(HEADINGS, count), random.sample(SUBHEADINGS, count)


def write_body(random, prose, size, headings, subheadings, links, sources):
    """Markdown of `size` bytes, within a few words: the fixed blocks are dealt out to the sections, and paragraphs fill the rest."""
    blocks = fixed_blocks(random, prose, links, sources, short=size < 6000)
    count = len(headings)
    sections = []
    for index, (heading, subheading) in enumerate(zip(headings, subheadings)):
        own = blocks[index::count]
        half = (len(own) + 1) // 2
        sections.append((["## " + heading] + own[:half], ["### " + subheading] + own[half:]))
    note = "[^1]: " + random.choice(prose.plain)
    fixed = sum(byte_length(block) for section in sections for part in section for block in part)
    share = (size - fixed - byte_length(note)) / (2 * count)

    written, due, text = 0, 0.0, []
    for part in (part for section in sections for part in section):
        due += share
        text.append(part[0])
        if written < due:
            paragraphs, used = fill(random, prose, due - written)
            text += paragraphs
            written += used
        text += part[1:]
    text.append(note)
    return "\n\n".join(text) + "\n"


def byte_length(block):
    return len(block.encode()) + 2


def fill(random, prose, wanted):
    """Paragraphs of three to six sentences, the last one cut at a word so that the sum comes close to `wanted` bytes."""
    paragraphs, used = [], 0
    while wanted - used > 60:
        paragraph = " ".join(random.choices(prose.marked, k=random.randint(3, 6)))
        length = byte_length(paragraph)
        if used + length > wanted:
            room = int(wanted - used) - 3
            paragraph = paragraph.encode()[:room].decode(errors="ignore").rpartition(" ")[0].replace("*", "").replace("`", "")
            paragraph = paragraph.rstrip(" ,;–.!") + "."
            return paragraphs + [paragraph], used + byte_length(paragraph)
        paragraphs.append(paragraph)
        used += length
    return paragraphs, used


def fixed_blocks(random, prose, links, sources, short):
    """Everything but paragraphs and headings: two tables, lists, tasks, a quotation, links, a citation, a footnote."""

    def sentence():
        return random.choice(prose.marked)

    def phrase():
        return random.choice(prose.phrases)

    def action():
        return random.choice(prose.actions)

    def opening():
        return capital(phrase()) + "." if short else sentence()

    linked = [f"{opening()} Подробнее: [{text}]({address})." for text, address in links]
    bullets = "\n".join(f"- {capital(action())}" + (f"\n  - {phrase()}\n  - {phrase()}" if n == 1 else "") for n in range(4))
    tasks = "\n".join(f"- [{mark}] {capital(action())}" for mark in "xx  ")
    steps = "\n".join(f"{n}. {capital(action())}." for n in range(1, 6))
    citation = f"{sentence()[:-1]} [{random.randint(1, sources)}: с. {random.randint(3, 90)}]."
    struck = f"Сначала было ~~{phrase()}~~, потом стало **{phrase()}** & {phrase()}.[^1]"
    site = f"Пособие целиком лежит на https://bench.example/posobiya/{random.randint(1, 400)}.html и [в библиотеке](https://bench.example/)."
    return [
        linked[0], table(random, prose, 2 if short else 3), bullets, citation, linked[1], tasks, struck, linked[2],
        table(random, prose, 3 if short else 4), steps, linked[3], f"> {sentence()}\n> {sentence()}", linked[4], site,
    ]


def table(random, prose, columns):
    heads = random.sample(TABLE_HEADS, columns)
    rows = [heads, [random.choice(["---", ":---", "---:"]) for _ in heads]]
    for _ in range(random.randint(3, 5)):
        rows.append([random.choice(prose.phrases) for _ in range(columns - 1)] + [f"{random.randint(1, 60)} мин"])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def capital(text):
    return text[0].upper() + text[1:]

"""The little YAML the benchmark needs, written the way authors write it: plain where it is safe, quoted where it is not."""

import datetime
import re

PLAIN = re.compile(r"[A-Za-zА-Яа-яЁё«][^:#\n\"'\[\]{},]*[^:#\n\"'\[\]{}, ]")
RESERVED = {"yes", "no", "true", "false", "null", "on", "off", "да", "нет"}


class Ids(list):
    """References: written on one line, `[a, b]`."""


class Folded(str):
    """A longer text: written as a folded block, `>-`."""


def front_matter(fields):
    return "---\n" + "".join(pair(key, value, "") for key, value in fields.items() if value is not None) + "---\n"


def pair(key, value, indent):
    if isinstance(value, Ids):
        return f"{indent}{key}: [{', '.join(value)}]\n"
    if isinstance(value, Folded):
        return f"{indent}{key}: >-\n{indent}  {value}\n"
    if isinstance(value, dict):
        return f"{indent}{key}:\n" + "".join(pair(k, v, indent + "  ") for k, v in value.items() if v is not None)
    if isinstance(value, list):
        return f"{indent}{key}:\n" + "".join(item(element, indent + "  ") for element in value)
    return f"{indent}{key}: {scalar(value)}\n"


def item(value, indent):
    if isinstance(value, dict):
        lines = "".join(pair(k, v, indent + "  ") for k, v in value.items() if v is not None)
        return f"{indent}- {lines[len(indent) + 2:]}"
    return f"{indent}- {scalar(value)}\n"


def scalar(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float, datetime.date)):
        return str(value)
    if PLAIN.fullmatch(value) and value.lower() not in RESERVED:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

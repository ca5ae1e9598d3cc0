"""Strings of the pages and their translations, read with the standard library alone."""

from __future__ import annotations

import ast
import re
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

from tests.shared import ROOT

__all__ = ["WEB", "Message", "compiled", "placeholders", "pluralised", "sources", "written"]

WEB = ROOT / "src" / "tecum" / "web"
FOLDER = WEB / "ui" / "locale" / "es" / "LC_MESSAGES"
CALLS = {
    "_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1,
    "ngettext": 2, "ngettext_lazy": 2,
}  # fmt: skip
"""How many texts each call takes."""


class Message(NamedTuple):
    """One string with its plural; empty where it has none."""

    text: str
    plural: str = ""


@cache
def sources() -> dict[Message, str]:
    """Every string of templates and of all modules, and the first file in which it stands."""
    found: dict[Message, str] = {}
    for path in sorted(WEB.parent.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for message in _called(tree):
            found.setdefault(message, str(path.relative_to(ROOT)))
    for path in sorted(WEB.rglob("*.html")):
        for message in _of_template(path):
            found.setdefault(message, str(path.relative_to(ROOT)))
    return found


def _called(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [one.value for one in node.args[: CALLS.get(name, 0)] if _is_text(one)]
        if texts:
            yield Message(*texts)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _of_template(path: Path) -> Iterator[Message]:
    """What Django makes of a template for the extractor: calls between letters to skip."""
    made = templatize(path.read_text("utf-8"), origin=str(path))
    for call in re.finditer(r"\b(?:n?gettext|_)\(", made):
        for end in re.finditer(r"\)", made[call.start() :]):
            try:
                tree = ast.parse(made[call.start() : call.start() + end.end()])
            except SyntaxError:
                continue
            yield from _called(tree)
            break


def written() -> dict[Message, tuple[str, ...]]:
    """The translations as people write them."""
    entries: dict[Message, tuple[str, ...]] = {}
    for block in (FOLDER / "django.po").read_text("utf-8").split("\n\n"):
        parts: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            named = re.match(r"(msg\w+(?:\[\d\])?) (?=\")", line)
            key = named.group(1) if named else key
            text = ast.literal_eval(line[named.end() :] if named else line)
            parts[key] = parts.get(key, "") + text
        message = Message(parts["msgid"], parts.get("msgid_plural", ""))
        assert message not in entries, message
        entries[message] = tuple(text for key, text in parts.items() if key.startswith("msgstr"))
    entries.pop(Message(""))
    return entries


def compiled() -> dict[Message, tuple[str, ...]]:
    """The translations as the product reads them (GNU gettext manual, The Format of GNU MO)."""
    data = (FOLDER / "django.mo").read_bytes()
    magic, _version, count, ids, texts = struct.unpack_from("<5I", data)
    assert magic == 0x950412DE

    def at(table: int, n: int) -> list[str]:
        length, start = struct.unpack_from("<2I", data, table + 8 * n)
        return data[start : start + length].decode().split("\0")

    entries = {Message(*at(ids, n)): tuple(at(texts, n)) for n in range(count)}
    entries.pop(Message(""))
    return entries


def pluralised(entries: dict[Message, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Each text beside its translation, of both numbers."""
    for message, translations in entries.items():
        yield message.text, translations[0]
        if message.plural:
            yield message.plural, translations[1]


def placeholders(text: str) -> list[str]:
    """What is filled into a text, in the order of the alphabet."""
    return sorted(re.findall(r"%\(\w+\)[sd]|%%|%s|\{\w*\}|\\\d", text))

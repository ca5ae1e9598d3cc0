"""The numbers that Word draws before paragraphs but does not store in their text.

Items of a demand are labelled by them: a DOCX read without its numbering has lost "1.", "(a)".

Authority: ISO/IEC 29500-1, 17.9 (numbering).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field

from tecum.reading.files.xml_parts import local

__all__ = ["Numbering", "shown_number"]

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass
class Numbering:
    """Counts a document's numbered paragraphs as Word does."""

    _lists: dict[str, tuple[str, Mapping[int, _Level]]] = field(default_factory=dict)
    _styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: ET.Element | None, styles: ET.Element | None) -> Numbering:
        """Read the numbering and style parts; a document may have neither."""
        made = cls()
        if numbering is not None:
            made._read_lists(numbering)
        if styles is not None:
            made._read_styles(styles)
        return made

    def _read_lists(self, root: ET.Element) -> None:
        kinds: dict[str, dict[int, _Level]] = {}
        for kind in root.iter("w_abstractNum"):
            levels = {}
            for level in kind.iter("w_lvl"):
                levels[_number(local(level, "ilvl"), 0)] = _level(level)
            kinds[local(kind, "abstractNumId") or ""] = levels
        for listed in root.iter("w_num"):
            name = local(listed, "numId") or ""
            reference = listed.find("w_abstractNumId")
            kind_id = "" if reference is None else local(reference, "val") or ""
            levels = dict(kinds.get(kind_id, {}))
            counter = kind_id
            for override in listed.iter("w_lvlOverride"):
                at = _number(local(override, "ilvl"), 0)
                own = override.find("w_lvl")
                if own is not None:
                    levels[at] = _level(own)
                start = override.find("w_startOverride")
                if start is not None and at in levels:
                    old = levels[at]
                    levels[at] = _Level(old.form, old.text, _number(local(start, "val"), 1))
                counter = f"{kind_id}/{name}"
            self._lists[name] = (counter, levels)

    def _read_styles(self, root: ET.Element) -> None:
        parents: dict[str, str] = {}
        for style in root.iter("w_style"):
            name = local(style, "styleId") or ""
            based = style.find("w_basedOn")
            if based is not None:
                parents[name] = local(based, "val") or ""
            found = _reference(style.find("w_pPr"))
            if found is not None and found[0] is not None:
                self._styles[name] = (found[0], found[1] or 0)
        for name in parents:
            at, steps = name, 0
            while at not in self._styles and at in parents and steps < 20:
                at, steps = parents[at], steps + 1
            if at in self._styles:
                self._styles.setdefault(name, self._styles[at])

    def label(self, paragraph: ET.Element) -> str:
        """The number of the next paragraph with a space after it; empty where it has none."""
        properties = paragraph.find("w_pPr")
        if properties is None:
            return ""
        style = properties.find("w_pStyle")
        by_style = self._styles.get("" if style is None else local(style, "val") or "")
        own = _reference(properties)
        name = own[0] if own and own[0] is not None else by_style[0] if by_style else None
        if name is None or name not in self._lists:
            return ""
        at = own[1] if own and own[1] is not None else by_style[1] if by_style else 0
        return self._next(name, at)

    def _next(self, name: str, at: int) -> str:
        counter, levels = self._lists[name]
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(counter, {})
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [n for n in counts if n > at]:
            del counts[deeper]
        if level.form == "bullet":
            return "• "
        text = level.text
        for n in range(9):
            if f"%{n + 1}" in text:
                shown = levels.get(n, level)
                number = shown_number(counts.get(n, shown.start), shown.form)
                text = text.replace(f"%{n + 1}", number)
        return f"{text} " if text.strip() else ""


def _number(text: str | None, default: int) -> int:
    try:
        return max(-1000, min(int(text or ""), 100_000))
    except ValueError:
        return default


def _level(element: ET.Element) -> _Level:
    def value(name: str) -> str | None:
        child = element.find(name)
        return None if child is None else local(child, "val")

    return _Level(
        value("w_numFmt") or "decimal",
        (value("w_lvlText") or "")[:100],
        _number(value("w_start"), 1),
    )


def _reference(properties: ET.Element | None) -> tuple[str | None, int | None] | None:
    numbered = None if properties is None else properties.find("w_numPr")
    if numbered is None:
        return None
    name, at = numbered.find("w_numId"), numbered.find("w_ilvl")
    return (
        None if name is None else local(name, "val"),
        None if at is None else _number(local(at, "val"), 0),
    )


def shown_number(value: int, form: str) -> str:
    """A count in a number format of Word.

    >>> shown_number(4, "lowerRoman"), shown_number(28, "upperLetter")
    ('iv', 'BB')
    """
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 50)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        text = ""
        for number, sign in _ROMAN:
            count, value = divmod(value, number)
            text += sign * count
        return text.upper() if form == "upperRoman" else text
    if form == "none":
        return ""
    return f"{value:02d}" if form == "decimalZero" else str(value)

"""One difference between two versions of a pack, in the terms of the law's elements.

Authority: LAW 2.1, the lines of a block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import unique
from typing import Any

from tecum.law.pack import Pack
from tecum.law.syntax import KEYS
from tecum.words import Word

__all__ = [
    "EFFECTS",
    "Changed",
    "Difference",
    "Element",
    "PackDifference",
    "change_of",
    "element_of",
]


@unique
class Changed(Word):
    """What became of an element."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@unique
class Element(Word):
    """What of a pack an element is; the first eleven lie in blocks."""

    BLOCK = "block"
    EFFECT = "effect"
    CONDITION = "condition"
    EXCEPTION = "exception"
    SUPERIORITY = "superiority"
    WINDOW = "window"
    ORDER = "order"
    DUTY = "duty"
    CLOCK = "clock"
    SOURCE = "source"
    WORDS = "words"
    PLACE = "place"
    PROSE = "prose"
    FACT = "fact"
    TABLE = "table"
    CASE = "case"
    PACK = "pack"
    FILE = "file"


EFFECTS = ("must", "may", "must not", "counsel", "must not prohibit")
_ELEMENTS: Mapping[str, Element] = {
    **dict.fromkeys(EFFECTS, Element.EFFECT),
    **dict.fromkeys(("when", "only where", "true when", "counts", "on"), Element.CONDITION),
    "unless": Element.EXCEPTION,
    **dict.fromkeys(("yields to", "prevails over", "stands against"), Element.SUPERIORITY),
    **dict.fromkeys(("in force", "from", "to", "recorded", "ended", "judged at"), Element.WINDOW),
    **dict.fromkeys(("stays", "commands", "restrains"), Element.ORDER),
    **dict.fromkeys(("source", "confidence"), Element.SOURCE),
    **dict.fromkeys(("note", "text", "ask"), Element.WORDS),
    **dict.fromkeys(
        ("do", "who", "clock", "content", "nil", "personal data", "done by"), Element.DUTY
    ),
    "fact": Element.CONDITION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One element that was added, removed or changed.

    Attributes:
        block: Id of the block; of the section, fact, table, case or file where it is none.
        kind: Kind of block, or ``section``, ``fact``, ``table``, ``case``, ``pack``, ``file``.
        key: The line's key; empty where the whole of it came or went.
        file: Where it stands now, else where it stood.
        old, new: The element as written, with its citation; None where there is none.
    """

    change: Changed
    element: Element
    block: str
    kind: str
    key: str = ""
    title: str = ""
    file: str = ""
    old: str | None = None
    new: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The difference as an object."""
        return {
            "change": self.change.value,
            "element": self.element.value,
            "block": self.block,
            "kind": self.kind,
            "key": self.key or None,
            "title": self.title or None,
            "file": self.file or None,
            "old": self.old,
            "new": self.new,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDifference:
    """Everything in which two versions differ, blocks first, in the order of the newer text."""

    old: Pack
    new: Pack
    rows: tuple[Difference, ...]

    @property
    def legal(self) -> tuple[Difference, ...]:
        """The rows that lie in blocks: those that can change an outcome, a date or a duty."""
        return tuple(row for row in self.rows if row.kind in KEYS)

    @property
    def beside(self) -> tuple[Difference, ...]:
        """The rows around the blocks: prose, facts, tables, cases, files."""
        return tuple(row for row in self.rows if row.kind not in KEYS)

    @property
    def counts(self) -> dict[Changed, int]:
        """How many blocks came, went, or changed in some element."""
        blocks = {(row.kind, row.block, row.file): row for row in self.legal}
        whole = Counter(row.change if not row.key else Changed.CHANGED for row in blocks.values())
        return {word: whole[word] for word in Changed}


def element_of(kind: str, key: str) -> Element:
    """Which element of a rule, order, duty, definition or clock a line is."""
    if kind == "clock":
        return _ELEMENTS[key] if key in ("in force", "source", "confidence") else Element.CLOCK
    if kind == "duty" and key == "to":
        return Element.DUTY
    return _ELEMENTS.get(key, Element.CLOCK)


def change_of(old: str | None, new: str | None) -> Changed:
    """Whether something came, went or changed."""
    if old is None:
        return Changed.ADDED
    return Changed.REMOVED if new is None else Changed.CHANGED

"""A text seen for its lists: what stands before each, what lies apart, which headings part it.

Authority: READING 12.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from tecum.reading.items.markers import MarkedList
from tecum.reading.speech.operative import (
    leads_on,
)
from tecum.reading.text.layout import Flow
from tecum.reading.text.matching import Unit, unit_at
from tecum.reading.text.paragraphs import Paragraphs

__all__ = ["EMPTY_OR_CHECKED", "ListView", "contents_of"]


EMPTY_OR_CHECKED = re.compile(
    r"^(?:(?P<empty>\[[ _]?\]|[\u2610\u25a1])|\[[xX\u2713]\]|[\u2611\u2612\u25a0])\s{0,3}"
)
"""A drawn box before an item: empty, or checked."""

_SPECK = re.compile(r"[a-z]{1,5}")
"""A scrap of a stamp that a recogniser read between a lead and its list."""


@dataclass(frozen=True, slots=True)
class ListView:
    """A text with what is needed to judge its lists."""

    folded: str
    low: str
    flow: Flow
    apart: tuple[tuple[int, int], ...]
    cut: tuple[Unit, ...]
    starts: tuple[int, ...]
    headings: tuple[tuple[int, str | None], ...]
    paragraphs: Paragraphs
    issued_on: date | None = None
    custodians: tuple[str, ...] = ()
    """The sorts of who is asked, as far as words mean another thing with them."""

    def is_apart(self, position: int) -> bool:
        """Whether a position lies in definitions or instructions."""
        return any(a <= position < b for a, b in self.apart)

    def lead(self, marked: MarkedList) -> str:
        """The plain words before a list: its sentence, with the one before a very short one."""
        at = unit_at(self.cut, max(0, marked.start - 1))
        while at > 0 and self.cut[at].start >= marked.start:
            at -= 1
        if at > 0 and _SPECK.fullmatch(self.low, self.cut[at].start, self.cut[at].end):
            at -= 1
        heading = bisect_right(self.headings, marked.start, key=lambda h: h[0]) - 1
        floor = self.headings[heading][0] if heading >= 0 else 0
        words = self.low[max(floor, self.cut[at].start) : min(self.cut[at].end, marked.start)]
        if len(words) < 30 and at > 0 and floor < self.cut[at].start:
            before = self.low[max(floor, self.cut[at - 1].start) : self.cut[at - 1].end]
            words = f"{before} {words}"
        return words.rstrip()

    def lead_sentence(self, marked: MarkedList) -> str:
        """The sentence before a list that introduces it, or nothing."""
        lead = self.lead(marked)
        if not leads_on(lead):
            return ""
        end = len(self.low[: marked.start].rstrip())
        return " ".join(self.folded[end - len(lead) : end].split())

    def before_foreign(self, own: set[int], position: int, limit: int) -> int:
        """The limit of an item: no further than a marker of another list."""
        at = bisect_right(self.starts, position)
        while at < len(self.starts) and self.starts[at] < limit:
            if self.starts[at] not in own:
                return self.starts[at]
            at += 1
        return limit

    def starts_at(self, position: int) -> bool:
        """Whether the next words behind a position are a marker's."""
        while 0 <= position < len(self.folded) and self.folded[position] in "\n ":
            position += 1
        at = bisect_right(self.starts, position)
        return at > 0 and self.starts[at - 1] == position

    def heading_before(self, position: int) -> str | None:
        """Which sort of heading stands last before a position."""
        at = bisect_right(self.headings, position, key=lambda heading: heading[0])
        return self.headings[at - 1][1] if at else None

    def heading_place(self, position: int) -> int:
        """Which of the headings stands last before a position, by its number."""
        return bisect_right(self.headings, position, key=lambda heading: heading[0])

    def last_inside(self, marked: MarkedList, i: int) -> int | None:
        """Where the last marker nested under a marker begins its words."""
        children = marked.children.get(i)
        if not children:
            return None
        last = children[-1]
        inner = self.last_inside(last, len(last.markers) - 1)
        return inner if inner is not None else last.markers[-1].content


def contents_of(view: ListView, marked: MarkedList) -> list[str]:
    """The words of a list's members, each as far as a few lines."""
    found: list[str] = []
    for i, marker in enumerate(marked.markers):
        end = marked.markers[i + 1].start if i + 1 < len(marked.markers) else marker.content + 300
        words = " ".join(view.folded[marker.content : min(end, marker.content + 400)].split())
        found.append(EMPTY_OR_CHECKED.sub("", words))
    return found

"""Printed labels found on a page, also where recognition slipped a letter (READING 9, 12)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tecum.provenance import Box
from tecum.reading.paper.paper import Paper
from tecum.words import TextFrom

__all__ = ["Found", "LabelSearch", "folded", "is_like"]

_ALIKE = {"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b", "ß": "ss"}
_MOST_PLACES = 8
_MOST_TRIES = 24
_SHORT = 7
_FUZZY_FROM = 9
"""Letters of a label for each slip that is forgiven."""


@dataclass(frozen=True, slots=True)
class Found:
    """A label on a page: characters of the document's running text, and its box."""

    start: int
    end: int
    page: int
    box: Box | None


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Letters and digits alone, small, those that recognition mixes up made one."""
    return _fold(text)[0]


def _fold(text: str) -> tuple[str, list[int]]:
    known = {char: _letters(char) for char in set(text)}
    pieces = [known[char] for char in text]
    at = [i for i, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), at


@lru_cache(maxsize=4096)
def _letters(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char).lower()
    return "".join(c for part in parts for c in _ALIKE.get(part, part) if c.isalnum())


def is_like(label: str, text: str) -> bool:
    """Whether words beside a box are this label, one beginning with the other, slips forgiven."""
    a, b = folded(label), folded(text)
    if not a or not b:
        return False
    size = min(len(a), len(b))
    if size < 6:
        return a == b
    if a in b or (b in a and len(b) >= 0.4 * len(a)):
        return True
    allowed = min(size // _FUZZY_FROM, 6)
    return allowed > 0 and _distance(a[:size], b[:size], allowed) is not None


_OPENS_BEHIND = re.compile(r"(?:\n|\s{2,12}|[.;:])\W{0,12}$")
_CLOSED_BY = re.compile(r"\s?[.]?\s?[:#(]|[ )]*(?:\n|$)|\s{2,}")


class LabelSearch:
    """The running text of a document, prepared for looking labels up page by page."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._seen: dict[tuple[str, int], tuple[Found, ...]] = {}
        self._pages: dict[int, tuple[str, list[int], frozenset[int]]] = {}

    @cached_property
    def _ranges(self) -> dict[int, tuple[int, int]]:
        """Where each page's lines begin and end in the running text."""
        out: dict[int, tuple[int, int]] = {}
        for i, line in enumerate(self.paper.lines):
            start = self.paper.start_of(i)
            low = out.get(line.page, (start, start))[0]
            out[line.page] = (low, start + len(line.text))
        return out

    @cached_property
    def is_recognised(self) -> bool:
        """Whether letters were recognised in a picture, so that some may be wrong."""
        return any(p.text_from is not TextFrom.NATIVE for p in self.paper.text.pages)

    def page(self, nth: int) -> int | None:
        """The number of the document's nth page."""
        pages = self.paper.text.pages
        return pages[nth - 1].n if 0 < nth <= len(pages) else None

    def _folded(self, page: int) -> tuple[str, list[int], frozenset[int]]:
        if page not in self._pages:
            low, high = self._ranges.get(page, (0, 0))
            words = self.paper.words[low:high]
            text, at = _fold(words)
            starts = frozenset(
                k
                for k, i in enumerate(at)
                if (k == 0 or at[k - 1] != i) and (i == 0 or not words[i - 1].isalnum())
            )
            self._pages[page] = text, [low + i for i in at], starts
        return self._pages[page]

    def find(self, label: str, page: int, *, slips: bool = False) -> tuple[Found, ...]:
        """Where a label stands on a page: as printed, else with slips forgiven."""
        key = (label, page if not slips else -page)
        if key not in self._seen:
            exact = tuple(self._exact(folded(label), page))
            if not exact and slips:
                exact = tuple(self._near(folded(label), page))
            self._seen[key] = exact
        return self._seen[key]

    def _exact(self, label: str, page: int) -> Iterator[Found]:
        text, at, starts = self._folded(page)
        if not label:
            return
        k = text.find(label)
        count = 0
        while k >= 0 and count < _MOST_PLACES:
            end = k + len(label)
            whole = end >= len(text) or end in starts
            fits = k in starts and (whole or len(label) >= 12)
            if fits and (len(label) >= _SHORT or self._stands_as_label(at[k], at[end - 1] + 1)):
                count += 1
                yield self._found(at, k, end, page)
            k = text.find(label, k + 1)

    def _stands_as_label(self, start: int, end: int) -> bool:
        """Whether a short word begins a line, or a column, and is closed as a label is."""
        words = self.paper.words
        before, after = words[max(0, start - 12) : start], words[end : end + 4]
        opens = not before.strip(" (0123456789.)") or _OPENS_BEHIND.search(before)
        return bool(opens) and _CLOSED_BY.match(after) is not None

    def _near(self, label: str, page: int) -> Iterator[Found]:
        """Places with a few wrong letters: one of the label's pieces must be right."""
        allowed = min(len(label) // _FUZZY_FROM, 6)
        if not allowed:
            return
        text, at, _ = self._folded(page)
        size = len(label) // (allowed + 1)
        tried: set[int] = set()
        best: tuple[int, int] | None = None
        for i in range(allowed + 1):
            piece = label[i * size : (i + 1) * size]
            k = text.find(piece)
            while k >= 0 and len(tried) < _MOST_TRIES:
                start = max(0, k - i * size)
                if start not in tried:
                    tried.add(start)
                    slips = _distance(label, text[start : start + len(label)], allowed)
                    if slips is not None and (best is None or slips < best[0]):
                        best = slips, start
                k = text.find(piece, k + 1)
        if best is not None:
            yield self._found(at, best[1], min(best[1] + len(label), len(at)), page)

    def _found(self, at: list[int], k: int, end: int, page: int) -> Found:
        start, stop = at[k], at[end - 1] + 1
        spans = self.paper.spans(start, stop)
        boxes = [box for span in spans for box in span.boxes]
        box = None
        if boxes:
            box = (
                min(b[0] for b in boxes), min(b[1] for b in boxes),
                max(b[2] for b in boxes), max(b[3] for b in boxes),
            )  # fmt: skip
        return Found(start, stop, page, box)


def _distance(a: str, b: str, most: int) -> int | None:
    """Wrong, lost and added letters between two texts; None above ``most``."""
    if abs(len(a) - len(b)) > most:
        return None
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        low, high = max(1, i - most), min(len(b), i + most)
        row = [most + 1] * (len(b) + 1)
        row[0] = i
        for j in range(low, high + 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != b[j - 1]))
        if min(row[low - 1 : high + 1]) > most:
            return None
        before = row
    # The end may run on: letters lost in the window's middle shift its end.
    best = min(before[max(0, len(b) - most) :])
    return best if best <= most else None

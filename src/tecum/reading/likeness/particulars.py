"""In what two documents that look alike differ: dates, numbers, names, other words, as spans.

Twin letters to two subjects are no duplicates: they are the same letter with other
particulars, and the particulars are shown in both (READING 14).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tecum.words import Word

__all__ = ["Difference", "Particular", "Place", "are_twins", "differences"]

_TOKEN = re.compile(r"[^\W_]+(?:[-/.,:'’][^\W_]+)*")
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*", re.IGNORECASE
)
_NUMERIC_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}")
_MOST_TOKENS = 20_000


class Particular(Word):
    """What kind of words differ."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start`` up to ``end`` of a page's stored text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the one that the other has otherwise, or not at all (then there is no place)."""

    kind: Particular
    here: Place | None
    there: Place | None


@dataclass(frozen=True, slots=True)
class _Token:
    page: int
    start: int
    end: int
    text: str

    @property
    def plain(self) -> str:
        return self.text.casefold()


def differences(here: Mapping[int, str], there: Mapping[int, str]) -> tuple[Difference, ...]:
    """What differs between two documents, in the order of the first.

    Args:
        here: Page number → stored text.
        there: The same of the other document.
    """
    ours, theirs = _tokens(here), _tokens(there)
    matcher = SequenceMatcher(
        None, [t.plain for t in ours], [t.plain for t in theirs], autojunk=False
    )
    found: list[Difference] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        left, right = ours[i:j], theirs[k:m]
        kind = _kind(left or right, ours if left else theirs, i if left else k)
        found.append(Difference(kind, _place(left), _place(right)))
    return tuple(found)


def are_twins(found: Iterable[Difference]) -> bool:
    """Whether documents differ in particulars alone: one letter, written to two subjects."""
    rows = list(found)
    return bool(rows) and all(row.kind is not Particular.WORDS for row in rows)


def _tokens(pages: Mapping[int, str]) -> list[_Token]:
    return [
        _Token(n, match.start(), match.end(), match.group())
        for n, text in sorted(pages.items())
        for match in _TOKEN.finditer(text)
    ][:_MOST_TOKENS]


def _place(tokens: Sequence[_Token]) -> Place | None:
    """Where the first page's run of these words lies."""
    if not tokens:
        return None
    same = [t for t in tokens if t.page == tokens[0].page]
    return Place(same[0].page, same[0].start, same[-1].end)


def _kind(tokens: Sequence[_Token], all_: Sequence[_Token], at: int) -> Particular:
    texts = [t.text for t in tokens]
    around = [t.text for t in all_[max(0, at - 2) : at + len(tokens) + 2]]
    dated = any(_NUMERIC_DATE.fullmatch(t) or _MONTH.fullmatch(t) for t in texts)
    if dated and all(_MONTH.fullmatch(t) or any(c.isdigit() for c in t) for t in texts):
        return Particular.DATE
    if all(any(c.isdigit() for c in t) for t in texts):
        return Particular.DATE if any(_MONTH.fullmatch(t) for t in around) else Particular.NUMBER
    if len(texts) <= 8 and all(t[0].isupper() or any(c.isdigit() for c in t) for t in texts):
        return Particular.NAME
    return Particular.WORDS

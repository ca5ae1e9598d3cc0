"""The words of an item: without heads that part it, and without what joins it to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["joined", "past_heads"]

_CONTINUED = re.compile(
    r"\n[ ]{0,40}(?:schedule|attachment|exhibit|appendix|annex|rider|addendum)\b[^\n]{0,24}"
    r"\(?(?:continued|cont['\u2019]?d)\)?[^\n]{0,12}(?=\n)",
    re.IGNORECASE,
)


def past_heads(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of an item that a head "Schedule A (continued)" on a new page parts."""
    at = start
    for head in _CONTINUED.finditer(text, start, end):
        yield at, head.start()
        at = head.end()
    yield at, end


_JOINS = re.compile(r"[;,]?\s(?:and|or|y|o)$")
_WIDEST_JOIN = len("; and")


def joined(text: str, stretches: tuple[tuple[int, int], ...]) -> str:
    """The words of an item without what only joins it to the next."""
    words = " ".join(" ".join(text[a:b].split()) for a, b in stretches)
    joins = _JOINS.search(words, max(0, len(words) - _WIDEST_JOIN))
    return (words[: joins.start()] if joins else words).rstrip(" ;,")

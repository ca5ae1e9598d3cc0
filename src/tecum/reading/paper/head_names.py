"""The names at the head of a paper, each over as many lines as it is set in (READING 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tecum.instruments.institutions import load_institutions
from tecum.reading.paper.paper import Paper

__all__ = ["end_of_names", "is_rest_of_name", "is_set_under", "joined_names"]

_BREAKS_OFF = re.compile(r"\b(?:of|the|and|for|de|del|la|y)$", re.IGNORECASE)
_REST_OF_NAME = re.compile(r"(?:and|y|of|for|de|del)\s[A-Z]|general$", re.IGNORECASE)
"""The rest of a name that broke off at the end of a line: "AND HUMAN SERVICES", "GENERAL"."""
_NOUN = (
    r"(?:agency|service|administration|commission|department|board|bureau|authority|corporation"
    r"|office|division|committee|district)"
)
_NOUN_ALONE = re.compile(rf"{_NOUN}s?", re.IGNORECASE)
_HOLDS_NOUN = re.compile(rf"\b{_NOUN}s?\b|\b(?:state|county|city|commonwealth) of\b", re.IGNORECASE)
"""A name that has its noun already, or is a sovereign's: no other noun belongs to it."""
_MOST_NAMES = 4
_ROWS_READ_BETWEEN = 4
_CLOSE = 1.0
_HEIGHTS_VARY = 0.45
"""How far the heights of recognised lines of one size lie apart."""


def is_set_under(paper: Paper, above: int, i: int) -> bool:
    """Whether a line stands just below another, at the same left edge and in the same size."""
    a, b = paper.lines[above], paper.lines[i]
    if a.box is None or b.box is None or a.page != b.page:
        return False
    gap = a.box[1] - b.box[3]
    height = max(a.box[3] - a.box[1], b.box[3] - b.box[1])
    alike = abs((a.box[3] - a.box[1]) - (b.box[3] - b.box[1])) <= _HEIGHTS_VARY * height
    return alike and abs(a.box[0] - b.box[0]) <= 4 and -2 <= gap <= _CLOSE * height


def is_rest_of_name(paper: Paper, above: int, i: int) -> bool:
    """Whether a line goes on the name that broke off at the end of a head's last line."""
    text, name = paper.lines[i].text.strip(), paper.lines[above].text.strip()
    if not text[:1].isalpha() or len(text) > 60 or paper.lines[i].page != paper.lines[above].page:
        return False
    broken = _BREAKS_OFF.search(name) is not None
    goes_on = _REST_OF_NAME.match(text) is not None and name.isupper() == text.isupper()
    bare = _NOUN_ALONE.fullmatch(text) is not None and _HOLDS_NOUN.search(name) is None
    known = load_institutions().named.fullmatch(f"{name} {text}") is not None
    goes_on = (
        goes_on
        or known
        or (bare and name.isupper() == text.isupper() and (name.isupper() or len(name.split()) > 1))
    )
    if not broken and not goes_on:
        return False
    if paper.lines[above].box is None:
        return broken and i == above + 1
    return i - above <= _ROWS_READ_BETWEEN and (
        is_set_under(paper, above, i) or _is_centred(paper, above, i)
    )


def _is_centred(paper: Paper, above: int, i: int) -> bool:
    """Whether two lines next to each other have one middle."""
    a, b = paper.lines[above].box, paper.lines[i].box
    if a is None or b is None or i != above + 1:
        return False
    height = max(a[3] - a[1], b[3] - b[1])
    return abs((a[0] + a[2]) - (b[0] + b[2])) <= 12 and -2 <= a[1] - b[3] <= _CLOSE * height


def joined_names(paper: Paper, lines: Sequence[int]) -> list[tuple[str, tuple[int, ...]]]:
    """The names of a head, each with the lines over which it runs."""
    names: list[tuple[str, tuple[int, ...]]] = []
    for i in lines:
        text = paper.lines[i].text.strip()
        if names and is_rest_of_name(paper, names[-1][1][-1], i):
            before, own = names[-1]
            names[-1] = (f"{before} {text}", (*own, i))
        else:
            names.append((text, (i,)))
    return names


def end_of_names(paper: Paper, head: list[int]) -> int:
    """How many lines of a head its first few names take."""
    return sum(len(lines) for _, lines in joined_names(paper, head)[:_MOST_NAMES])

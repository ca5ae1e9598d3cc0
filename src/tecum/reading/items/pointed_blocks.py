"""The block of a form to which its command sends the reader: "the records indicated in Block 4".

Where no template of the form is known, the command itself says in which numbered block the
records stand. What is written there is asked for; the command only points to it.

Authority: READING 9, 12.
"""

from __future__ import annotations

import re

from tecum.instruments.sought import find_all
from tecum.reading.items.list_view import ListView
from tecum.reading.text.matching import spaced

__all__ = ["pointed_blocks"]

_POINTS = spaced(
    r"\b(?:records|documents|papers|items|things|materials?|information|property)\b[^.;:\n]{0,60}?"
    r"\b(?:indicated|specified|described|listed|shown|stated|identified|named|set\sforth)\s"
    r"(?:in|at|on|under)\s(?:block|box|part|section|item|field|line)\s(?:no\.\s|number\s)?"
    r"(?P<n>[0-9]{1,2})\b(?!\sof\b|[.][0-9])"
)
_FARTHEST = 3000
_CAPTION = re.compile(r"[^\n:]{0,160}[:\n]")


def pointed_blocks(view: ListView) -> tuple[tuple[int, int], ...]:
    """What is written in the blocks to which the words that ask point, under their captions.

    A block begins at a line with its number and ends at the line with the next number; a block
    whose end is not found is left out, since nobody can say how far it goes.
    """
    numbers = dict.fromkeys(int(found["n"]) for found in find_all(_POINTS, view.low))
    places = (_block(view, n) for n in numbers)
    return tuple(place for place in places if place is not None)


def _block(view: ListView, n: int) -> tuple[int, int] | None:
    heads = list(_line(n).finditer(view.low))
    if len(heads) != 1:
        return None
    caption = _CAPTION.match(view.low, heads[0].end())
    start = caption.end() if caption else heads[0].end()
    following = _line(n + 1).search(view.low, start, start + _FARTHEST)
    return (start, following.start()) if following else None


def _line(n: int) -> re.Pattern[str]:
    """A line that begins with the number of a block."""
    return re.compile(rf"(?m)^[ ]{{0,60}}(?:(?:block|box|part|section)[ ])?{n}[.):][ ]{{1,4}}")

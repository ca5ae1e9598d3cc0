"""Whether the lines of a signature block are signed: a conformed mark, ink, or an empty line.

Authority: READING 10.
"""

from __future__ import annotations

import re

from tecum.instruments.region import Region
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import PRESENTS, SIGNED
from tecum.words import TextFrom

__all__ = ["has_empty_line", "is_empty_line", "mark_near"]

_EMPTY = re.compile(r"^[^\w]{0,20}_{5,300}[\W_]{0,40}(?:dated?)?[\W_]{0,40}$", re.IGNORECASE)
_LINE_THEN = re.compile(r"^(?:x|by:?)?\s{0,60}_{5,}\s{0,60}(?P<rest>.*)$", re.IGNORECASE)


def is_empty_line(text: str) -> bool:
    """Whether a line is only a rule on which nobody has written."""
    return _EMPTY.match(text) is not None


_ANOTHERS = re.compile(
    rf"{PRESENTS.pattern}|(?:attest(?:ed)?|by the clerk|copies (?:to|sent)|cc|witness)\b"
    r".{0,40}:?$",
    re.IGNORECASE,
)
"""A line below a place to sign behind which somebody else signs, or is told."""


def mark_near(paper: Paper, i: int, name_line: int | None) -> tuple[bool | None, str | None]:
    """Whether the lines around a block hold a conformed signature, ink, or an empty line."""
    low = min(i, name_line if name_line is not None else i)
    below = range(i + 1, min(len(paper.lines), i + 3))
    anothers = (j for j in below if _ANOTHERS.match(paper.lines[j].text.strip()))
    for j in range(max(0, low - 2), next(anothers, below.stop)):
        if SIGNED.search(paper.lines[j].text):
            return True, "/s/"
    if paper.has_ink_near(low, i):
        # Ink in a picture may be a stamp, a fold or a line of another hand: a person looks.
        return (None, None) if _is_picture(paper, i) else (True, "ink")
    for j in range(max(0, low - 1), low + 1):
        text = paper.lines[j].text
        if is_empty_line(text) or (_LINE_THEN.match(text) and paper.knows_ink):
            return False, None
    return None, None


def _is_picture(paper: Paper, i: int) -> bool:
    """Whether the letters of a line's page were recognised in a picture."""
    kinds = (TextFrom.OCR, TextFrom.MIXED)
    return any(p.n == paper.lines[i].page and p.text_from in kinds for p in paper.text.pages)


def has_empty_line(paper: Paper) -> bool:
    """Whether a rule to sign on is left empty where papers are signed."""
    return any(
        is_empty_line(line.text)
        for i, line in enumerate(paper.lines)
        if Region.SIGNATURE in paper.regions[i]
    )

"""A judge's hand on a picture: strokes right above his own printed name (READING 10).

On a scan ink may be a stamp, a fold, a clerk's initials or a lawyer's signature. It is the judge's
only where nothing else can have put it there: as wide and flat as a signature, in the free space
over the judge's printed name, where the order leaves the place to sign, with no other line of
the paper beside it or between.
"""

from __future__ import annotations

from tecum.provenance import Box
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block
from tecum.reading.text.layout import Line
from tecum.words import TextFrom

__all__ = ["ink_above_name"]

_WIDE = (45.0, 260.0)
_TALL = (6.0, 46.0)
_FLAT = 2.2
"""How much wider than high a signature is at least; seals and received stamps are rounder."""
_UNDER = 26.0
"""Points between a signature and the name printed under it, at most."""
_ASIDE = 60.0
_APART = 10.0
_MOST = 200
_LETTERS = 4
"""Letters in a recognised line that are print; a signature may be recognised as a few."""


def ink_above_name(paper: Paper, block: Block) -> Box | None:
    """The strokes over the printed name of a block on a recognised page; None where unsure."""
    if not block.lines or block.name_line is None:
        return None
    line = paper.lines[min(block.lines)]
    if line.box is None or not _is_picture(paper, line.page):
        return None
    strokes = _joined([box for page, box in paper.text.ink or () if page == line.page])
    over = [box for box in strokes if _is_over(box, line)]
    if len(over) != 1 or any(_is_print(other, over[0], line) for other in paper.lines):
        return None
    return over[0]


def _joined(boxes: list[Box]) -> list[Box]:
    """Strokes of one hand put together: they stand on one height and nearly touch."""
    out: list[Box] = []
    for box in sorted(boxes)[:_MOST]:
        last = out[-1] if out else None
        if last is not None and box[0] - last[2] <= _APART and _are_level(box, last):
            low, high = min(last[1], box[1]), max(last[3], box[3])
            out[-1] = (last[0], low, max(last[2], box[2]), high)
        else:
            out.append(box)
    return out


def _are_level(a: Box, b: Box) -> bool:
    return min(a[3], b[3]) - max(a[1], b[1]) >= 0.5 * min(a[3] - a[1], b[3] - b[1])


def _is_picture(paper: Paper, page: int) -> bool:
    kinds = (TextFrom.OCR, TextFrom.MIXED)
    return any(p.n == page and p.text_from in kinds for p in paper.text.pages)


def _is_over(ink: Box, line: Line) -> bool:
    """Whether ink has a signature's shape and stands over a line, beginning where it begins."""
    assert line.box is not None
    wide, tall = ink[2] - ink[0], ink[3] - ink[1]
    shaped = _WIDE[0] <= wide <= _WIDE[1] and _TALL[0] <= tall <= _TALL[1] and wide >= _FLAT * tall
    level = -4.0 <= ink[1] - line.box[3] <= _UNDER
    return shaped and level and abs(ink[0] - line.box[0]) <= _ASIDE


def _is_print(other: Line, ink: Box, line: Line) -> bool:
    """Whether a printed line stands beside or within the ink, or between it and the name."""
    box = other.box
    if other is line or box is None or other.page != line.page:
        return False
    assert line.box is not None
    if sum(c.isalpha() for c in other.text) < _LETTERS:
        return False
    level = box[1] < ink[3] - 0.25 * (ink[3] - ink[1]) and box[3] > line.box[3] + 1
    return level and box[0] < ink[2] + 30 and box[2] > ink[0] - 150

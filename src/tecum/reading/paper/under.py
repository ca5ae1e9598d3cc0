"""The line that stands below another in its own column, whatever is read between them."""

from __future__ import annotations

from tecum.reading.paper.paper import Paper

__all__ = ["line_under"]

_LEFT = 40.0
_HANGING = 110.0
_GAP = 1.6
"""Heights of a line by which the next one of a column stands lower at the most."""


def line_under(paper: Paper, i: int) -> int | None:
    """The line just below another; where places are known, in the column in which it begins.

    What is set beside a label is read between it and its value; a value that hangs under the
    first word behind a label begins to the right of the label's own edge.
    """
    here = paper.lines[i].box
    if here is None:
        below = i + 1 < len(paper.lines) and paper.lines[i + 1].page == paper.lines[i].page
        return i + 1 if below else None
    furthest = here[0] + min(_HANGING, here[2] - here[0])
    near: list[tuple[float, int]] = []
    for j, line in enumerate(paper.lines):
        if j == i or line.page != paper.lines[i].page or line.box is None:
            continue
        gap = here[1] - line.box[3]
        if here[0] - _LEFT <= line.box[0] <= furthest and -3 <= gap <= _GAP * (here[3] - here[1]):
            near.append((gap, j))
    return min(near)[1] if near else None

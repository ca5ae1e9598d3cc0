"""Which lines begin a paragraph, told by the white above them and by their left edge.

The usual step from line to line is taken from lines that surely go on: the next begins with a
small letter. A wider step parts paragraphs. Lines without a place on a page tell nothing.

Authority: READING 6 (lines, blocks), 12.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from tecum.reading.text.layout import Flow, Line

__all__ = ["Paragraphs"]

_WIDER = 1.2
_FEWEST = 2
_EDGE = 6.0
_FEW_LINES = 6
_LEAST_STEP = 6.0


@dataclass(frozen=True)
class Paragraphs:
    """The paragraphs of a text as its lines stand on their pages."""

    flow: Flow

    @cached_property
    def _usual(self) -> float | None:
        """The usual step between lines of one paragraph; None where no line has a place."""
        known = [
            (below.text[:1].islower(), step)
            for above, below in pairwise(self.flow.lines)
            if (step := _step(above, below)) is not None
        ]
        sure = [step for goes_on, step in known if goes_on]
        if len(sure) >= _FEWEST:
            return median(sure)
        steps = sorted(step for _, step in known if step > _LEAST_STEP)
        return steps[len(steps) // 10] if steps else None

    def begins(self, position: int) -> bool:
        """Whether a line stands further below the one above it than lines of one paragraph do."""
        usual = self._usual
        at = max(0, bisect_right(self.flow.starts, position) - 1)
        if usual is None or at == 0:
            return False
        step = _step(self.flow.lines[at - 1], self.flow.lines[at])
        return step is not None and step > _WIDER * usual

    @cached_property
    def _right_edge(self) -> float | None:
        """Where full lines end: the place that the longest few lines reach."""
        ends = sorted(line.box[2] for line in self.flow.lines if line.box is not None)
        return ends[-1 - len(ends) // 25] if len(ends) > _FEW_LINES else None

    def room_behind(self, position: int, letters: int) -> bool | None:
        """Whether so many letters more would have stood on a line; None where no place tells."""
        line = self.flow.line_at(position)
        edge = self._right_edge
        if line.box is None or edge is None or not line.text.strip():
            return None
        letter = (line.box[2] - line.box[0]) / len(line.text.strip())
        return line.box[2] + letters * letter < edge

    def left_of(self, position: int, other: int) -> bool:
        """Whether the line at a position begins left of the line at another."""
        here, there = self.flow.line_at(position).box, self.flow.line_at(other).box
        return here is not None and there is not None and here[0] < there[0] - _EDGE

    def right_of(self, position: int, other: int) -> bool:
        """Whether the line at a position begins right of the line at another."""
        return self.left_of(other, position)


def _step(above: Line, below: Line) -> float | None:
    """How far a line stands below the one before it in the same column, in points."""
    if above.box is None or below.box is None or above.page != below.page:
        return None
    step = above.box[1] - below.box[1]
    beside = above.box[2] < below.box[0] or below.box[2] < above.box[0]
    return step if step > 0 and not beside else None

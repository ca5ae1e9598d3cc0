"""Cells of a form in plain text, where nothing but wide gaps parts its columns (READING 9, 12)."""

from __future__ import annotations

import re

from tecum.reading.paper.paper import Paper

__all__ = ["above", "cell_end", "under"]

_APART = re.compile(r"\s{3,}")
_NEAR = 6
"""Letters by which what was typed may stand off from its label's left edge."""
_FARTHEST_ROW = 3


def cell_end(words: str) -> int:
    """Where the first cell of a stretch of words ends: at three spaces or more.

    >>> cell_end("Example County Jail     Subject A")
    19
    """
    gap = _APART.search(words)
    return gap.start() if gap else len(words)


def _row(paper: Paper, line: int) -> tuple[int, list[tuple[int, int, int]]]:
    """The number of a line's row on its page, and its cells: first letter, last, and column."""
    of = paper.lines[line]
    page = next(p.text for p in paper.text.pages if p.n == of.page)
    begins = page.rfind("\n", 0, of.start) + 1
    start = paper.start_of(line)
    cells: list[tuple[int, int, int]] = []
    at = 0
    for gap in [*_APART.finditer(of.text), None]:
        end = gap.start() if gap else len(of.text)
        if end > at:
            cells.append((start + at, start + end, of.start - begins + at))
        at = gap.end() if gap else end
    return page.count("\n", 0, of.start), cells


def _column(paper: Paper, line: int, at: int) -> int:
    """The column of a letter of a line."""
    _, cells = _row(paper, line)
    return cells[0][2] + at - cells[0][0] if cells else 0


def under(
    paper: Paper, at: int, above: int, *, tight: bool, across: bool = False
) -> tuple[int, int] | None:
    """The cell on the next row that stands under a place, or None.

    Args:
        paper: The document.
        at: The place whose column counts: the first letter of a label, or of its value.
        above: The line below which the next row is looked for.
        tight: Whether no empty row may stand between.
        across: Whether a row without columns that runs on under the place counts too.
    """
    column = _column(paper, paper.index_at(at), at)
    nxt = above + 1
    if nxt >= len(paper.lines) or paper.lines[nxt].page != paper.lines[above].page:
        return None
    number, _ = _row(paper, above)
    below, cells = _row(paper, nxt)
    if below - number > (1 if tight else _FARTHEST_ROW):
        return None
    if (
        across
        and len(cells) == 1
        and cells[0][2] <= column < cells[0][2] + cells[0][1] - cells[0][0]
    ):
        return cells[0][:2]
    return _nearest(cells, column)


def above(paper: Paper, start: int, end: int) -> tuple[int, int] | None:
    """The cell on the row before that a label explains from beneath, or None."""
    line = paper.index_at(start)
    if not line or paper.lines[line - 1].page != paper.lines[line].page:
        return None
    column = _column(paper, line, start)
    number, _ = _row(paper, line)
    before, cells = _row(paper, line - 1)
    if number - before > 1:
        return None
    if len(cells) == 1 and len(_row(paper, line)[1]) == 1:
        return cells[0][:2]
    width = end - start
    over = [c for c in cells if c[2] < column + width and c[2] + c[1] - c[0] > column]
    return over[0][:2] if len(over) == 1 else None


def _nearest(cells: list[tuple[int, int, int]], column: int) -> tuple[int, int] | None:
    near = [c for c in cells if -_NEAR <= c[2] - column <= 2 * _NEAR]
    if not near:
        return None
    return min(near, key=lambda c: abs(c[2] - column))[:2]

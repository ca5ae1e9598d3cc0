"""Items in a table of which only the places of its cells on the page are known.

The cells of a scanned or drawn table reach the text one by one and often out of order. Their
columns are told by the head's cells, their rows by the cells that begin each of them.

Authority: READING 6 (tables keep cells), READING 12.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tecum.provenance import Box
from tecum.reading.items.item_tables import is_head, label_of, wanted_column
from tecum.reading.text.layout import Flow, Line

__all__ = ["GridRow", "GridTable", "grid_tables"]

_SLACK = 6.0
_FEWEST_ROWS = 2
_MOST_LINES = 240


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line of the running text with its place: ``n`` its number, characters and box."""

    n: int
    start: int
    end: int
    text: str
    box: Box
    page: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its printed label, if any, and the stretches of its describing cell."""

    label: str | None
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class GridTable:
    """The rows of a table, where its head begins, and where the last of its lines ends."""

    start: int
    end: int
    rows: tuple[GridRow, ...]


def grid_tables(flow: Flow) -> Iterator[GridTable]:
    """The tables of a flow whose head names what is wanted, in printed order."""
    cells = [_cell(n, start, line) for n, (start, line) in enumerate(_placed(flow))]
    known = [c for c in cells if c is not None]
    at = 0
    while at < len(known):
        head = _level(known, at)
        words = [c.text.strip(" :.") for c in head]
        wanted = wanted_column(words) if len(head) > 1 else None
        if wanted is None or not is_head(words):
            at += 1
            continue
        body = list(_body(known, head))
        rows = tuple(_rows(body, head, wanted))
        if len(rows) >= _FEWEST_ROWS:
            last = max(body, key=lambda c: c.end)
            yield GridTable(min(c.start for c in head), last.end, rows)
        at += len(head)


def _placed(flow: Flow) -> Iterator[tuple[int, Line]]:
    yield from zip(flow.starts, flow.lines, strict=True)


def _cell(n: int, start: int, line: Line) -> _Cell | None:
    if line.box is None or not line.text.strip():
        return None
    return _Cell(n, start, start + len(line.text), line.text, line.box, line.page)


def _level(cells: Sequence[_Cell], at: int) -> list[_Cell]:
    """The cells that stand at the height of one and follow it, from left to right."""
    first = cells[at]
    row = [first]
    for cell in cells[at + 1 : at + 6]:
        same = cell.page == first.page and _overlap(cell.box, first.box) > 0.5
        if not same or cell.box[0] < row[-1].box[2]:
            break
        row.append(cell)
    return row


def _overlap(a: Box, b: Box) -> float:
    low, high = max(a[1], b[1]), min(a[3], b[3])
    return (high - low) / max(0.1, min(a[3] - a[1], b[3] - b[1]))


def _body(cells: Sequence[_Cell], head: Sequence[_Cell]) -> Iterator[_Cell]:
    """The cells below a head, down to the first line that runs over its columns."""
    edges = [c.box[0] for c in head]
    later = [c for c in cells if c.n > head[-1].n and c.page == head[0].page][:_MOST_LINES]
    floor = min(c.box[1] for c in head)
    ends = [c.box[3] for c in later if c.box[3] <= floor and _runs_over(c, edges)]
    stop = max(ends, default=float("-inf"))
    for cell in later:
        inside = cell.box[3] <= floor + _SLACK and cell.box[1] >= stop - _SLACK
        if inside and cell.box[0] >= edges[0] - _SLACK:
            yield cell


def _runs_over(cell: _Cell, edges: Sequence[float]) -> bool:
    """Whether a line begins in the first column and runs on into the second: no cell."""
    over = cell.box[0] < edges[1] - _SLACK and cell.box[2] > edges[1] + _SLACK
    return over and label_of(cell.text)[0] is None


def _column(cell: _Cell, edges: Sequence[float]) -> int:
    """The last column that begins left of a cell's own left edge."""
    return max((i for i, x in enumerate(edges) if cell.box[0] >= x - _SLACK), default=0)


def _rows(body: Sequence[_Cell], head: Sequence[_Cell], wanted: int) -> Iterator[GridRow]:
    edges = [c.box[0] for c in head]
    columns: dict[int, list[_Cell]] = {}
    for cell in body:
        at = _column(cell, edges)
        joined = at < wanted and cell.box[2] > edges[wanted] + _SLACK
        columns.setdefault(wanted if joined else at, []).append(cell)
    described = sorted(columns.get(wanted, ()), key=lambda c: -c.box[3])
    others = [cells for at, cells in columns.items() if at != wanted]
    tops = sorted((c.box[3] for c in max(others, key=len, default=[])), reverse=True)
    if not tops:
        tops = [c.box[3] for n, c in enumerate(described) if not n or _parts(described[n - 1], c)]
    for n, top in enumerate(tops):
        below = tops[n + 1] if n + 1 < len(tops) else float("-inf")
        own = [c for c in described if below + _SLACK < c.box[3] <= top + _SLACK]
        if own:
            yield _row(own, columns.get(0, ()) if wanted else (), top)


_WITHIN_A_CELL = 1.5


def _parts(above: _Cell, below: _Cell) -> bool:
    """Whether more white than between the lines of one cell parts two lines."""
    height = above.box[3] - above.box[1]
    return above.box[3] - below.box[3] > _WITHIN_A_CELL * height


def _row(own: Sequence[_Cell], numbers: Sequence[_Cell], top: float) -> GridRow:
    """A row from the lines of its describing cell; a number joined to the first is its label."""
    label = next((label_of(c.text)[0] for c in numbers if abs(c.box[3] - top) <= 2 * _SLACK), None)
    pieces: list[tuple[int, int]] = []
    for cell in own:
        skip = 0
        if not pieces and label is None:
            label, skip = label_of(cell.text)
        pieces.append((cell.start + skip, cell.end))
    return GridRow(label, tuple(pieces))

"""Two or more columns of running text beside each other, told from a table's cells (READING 6)."""

from __future__ import annotations

import re
from statistics import median

from tecum.reading.order.segments import Segment, visual_rows

__all__ = ["at_columns"]

_LABEL = re.compile(r".{0,40}:$")


def at_columns(segments: list[Segment]) -> list[list[Segment]] | None:
    """Two columns by a white valley through a run of rows; what spans them stands apart."""
    rows = visual_rows(segments)
    refused: list[tuple[int, int, float]] = []
    for i, row in enumerate(rows):
        for j in range(len(row) - 1):
            valley = (row[j].box[2], row[j + 1].box[0])
            if any(a <= i <= b and valley[0] <= x <= valley[1] for a, b, x in refused):
                continue
            first, last, at, are_columns = _valley_run(rows, i, valley)
            if not are_columns:
                refused.append((first, last, at))
                continue
            above = [s for r in rows[:first] for s in r]
            inside = [s for r in rows[first : last + 1] for s in r]
            below = [s for r in rows[last + 1 :] for s in r]
            left = [s for s in inside if s.box[2] <= at]
            right = [s for s in inside if s.box[2] > at]
            return [part for part in (above, left, right, below) if part]
    return None


def _valley_run(
    rows: list[list[Segment]], start: int, valley: tuple[float, float]
) -> tuple[int, int, float, bool]:
    """The rows around ``start`` that share a valley, and whether they are columns."""
    first = last = start
    for step in (-1, 1):
        i = start + step
        while 0 <= i < len(rows):
            narrowed = _narrow(rows[i], valley)
            if narrowed is None:
                break
            valley = narrowed
            first, last = min(first, i), max(last, i)
            i += step
    at = (valley[0] + valley[1]) / 2
    while first < last and not _sides(rows[first], at)[1]:
        first += 1
    while last > first and not _sides(rows[last], at)[1]:
        last -= 1
    wide = valley[1] - valley[0] >= 9
    return first, last, at, _are_columns(rows[first : last + 1], at, wide)


def _narrow(row: list[Segment], valley: tuple[float, float]) -> tuple[float, float] | None:
    low, high = valley
    for segment in row:
        x0, _, x1, _ = segment.box
        if x1 <= low or x0 >= high:
            continue
        if x0 <= low and x1 < high:
            low = x1
        elif x1 >= high and x0 > low:
            high = x0
        else:
            return None
        if high - low < 3:
            return None
    return low, high


def _sides(row: list[Segment], at: float) -> tuple[list[Segment], list[Segment]]:
    return [s for s in row if s.box[2] <= at], [s for s in row if s.box[2] > at]


def _are_columns(rows: list[list[Segment]], at: float, wide: bool) -> bool:
    """Columns run on by themselves; the cells of a table answer each other row by row."""
    if len(rows) < 3:
        return False
    pairs = [_sides(row, at) for row in rows]
    left = [row[-1] for row, _ in pairs if row]
    right = [row[0] for _, row in pairs if row]
    if len(left) < 3 or len(right) < 2:
        return False
    labels = sum(1 for s in left if _LABEL.fullmatch(s.text))
    if labels * 3 >= len(left):
        return False
    if _is_prose(left) and _is_prose(right):
        return True
    if any(len(row) > 1 for row, _ in pairs) or any(len(row) > 1 for _, row in pairs):
        return False
    both = sum(1 for a, b in pairs if a and b)
    return wide and both < len(rows) and len(right) <= len(left)


def _is_prose(column: list[Segment]) -> bool:
    widths = sorted(s.box[2] - s.box[0] for s in column)
    usual = widths[int(0.8 * (len(widths) - 1))]
    full = sum(1 for width in widths if width > 0.7 * usual)
    return full * 2 >= len(column) and median(len(s.text) for s in column) >= 20

"""Lines and cells → blocks and their reading order (READING 6).

A region is cut along drawn rules, a caption's marks, and white valleys, until only paragraphs
and rows of cells are left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tecum.reading.order.columns import at_columns
from tecum.reading.order.segments import RULE_MARKS, Rules, Segment, bounds, visual_rows

__all__ = ["in_order"]

_ITEM = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)] ?\S|[•▪●☐☑☒□] ?\S")


def in_order(segments: Sequence[Segment], rules: Rules) -> list[Segment]:
    """Put segments in reading order and number their blocks from 1."""
    ordered: list[Segment] = []
    for number, block in enumerate(_cut(list(segments), rules, 0), start=1):
        for segment in block:
            segment.block = number
            ordered.append(segment)
    return ordered


def _cut(segments: list[Segment], rules: Rules, depth: int) -> list[list[Segment]]:
    """Cut a region along rules, caption marks and white valleys; blocks in reading order."""
    if not segments:
        return []
    if len(segments) > 1 and depth < 12:
        parts = (
            _at_rules_across(segments, rules)
            or _at_rules_upright(segments, rules)
            or _at_caption(segments)
            or at_columns(segments)
        )
        if parts:
            return [block for part in parts for block in _cut(part, rules, depth + 1)]
    return _paragraphs(segments)


def _at_rules_across(segments: list[Segment], rules: Rules) -> list[list[Segment]] | None:
    if not rules.across:
        return None
    x0, y0, x1, y1 = bounds(s.box for s in segments)
    reach = max(4.0, 0.04 * (x1 - x0))
    cuts = [y for a, b, y in rules.across if y0 < y < y1 and a <= x0 + reach and b >= x1 - reach]
    cuts = [y for y in cuts if not any(_straddles(s.box[1], s.box[3], y) for s in segments)]
    return _bands(segments, sorted(set(cuts), reverse=True)) if cuts else None


def _bands(segments: list[Segment], cuts: list[float]) -> list[list[Segment]] | None:
    bands: list[list[Segment]] = [[] for _ in range(len(cuts) + 1)]
    for segment in segments:
        middle = (segment.box[1] + segment.box[3]) / 2
        bands[sum(1 for y in cuts if y > middle)].append(segment)
    filled = [band for band in bands if band]
    return filled if len(filled) > 1 else None


def _straddles(low: float, high: float, at: float) -> bool:
    slack = 0.3 * (high - low)
    return low + slack < at < high - slack


def _at_rules_upright(segments: list[Segment], rules: Rules) -> list[list[Segment]] | None:
    if not rules.upright:
        return None
    x0, y0, x1, y1 = bounds(s.box for s in segments)
    slack = 0.35 * min(s.height for s in segments) + 2
    cuts = [
        x
        for low, high, x in rules.upright
        if x0 < x < x1
        and low <= y0 + slack
        and high >= y1 - slack
        and not any(s.box[0] + 2 < x < s.box[2] - 2 for s in segments)
    ]
    if not cuts:
        return None
    cells: list[list[Segment]] = [[] for _ in range(len(cuts) + 1)]
    for segment in segments:
        middle = (segment.box[0] + segment.box[2]) / 2
        cells[sum(1 for x in cuts if x < middle)].append(segment)
    filled = [cell for cell in cells if cell]
    return filled if len(filled) > 1 else None


def _at_caption(segments: list[Segment]) -> list[list[Segment]] | None:
    """A court's caption: a rule of ``)`` down the middle parts two cells, not two columns."""
    marks = [s for s in segments if s.text.strip() in RULE_MARKS]
    if len(marks) < 3:
        return None
    x = median(s.box[0] for s in marks)
    marks = [s for s in marks if abs(s.box[0] - x) <= 4]
    if len(marks) < 3:
        return None
    top = max(s.box[3] for s in marks)
    bottom = min(s.box[1] for s in marks)
    inside = [s for s in segments if bottom <= (s.box[1] + s.box[3]) / 2 <= top]
    chosen = {id(s) for s in marks}
    left = [s for s in inside if id(s) not in chosen and s.box[2] <= x + 2]
    right = [s for s in inside if id(s) not in chosen and s.box[0] >= x]
    if len(left) + len(right) + len(marks) != len(inside) or not left or not right:
        return None
    for mark in marks:
        mark.margin = True
    above = [s for s in segments if (s.box[1] + s.box[3]) / 2 > top]
    below = [s for s in segments if (s.box[1] + s.box[3]) / 2 < bottom]
    parts = [above, left, right, below]
    return [part for part in parts if part] + [[mark] for mark in marks]


def _paragraphs(segments: list[Segment]) -> list[list[Segment]]:
    """Blocks of a region: paragraphs by spacing, indent, marker; each cell of a row its own."""
    rows = visual_rows(segments)
    pitches = [a[0].box[1] - b[0].box[1] for a, b in pairwise(rows)]
    usual = median(pitches) if pitches else 0.0
    right_edge = max(s.box[2] for s in segments)
    blocks: list[list[Segment]] = []
    above: Segment | None = None
    for row in rows:
        if len(row) > 1:
            blocks.extend([s] for s in row)
            above = None
            continue
        segment = row[0]
        if above is None or _starts_block(above, segment, usual, right_edge):
            blocks.append([segment])
        else:
            blocks[-1].append(segment)
        above = segment
    return blocks


def _starts_block(above: Segment, segment: Segment, usual: float, right_edge: float) -> bool:
    height = max(above.height, segment.height)
    pitch = above.box[1] - segment.box[1]
    if pitch > 1.3 * height and pitch > 1.25 * usual:
        return True
    if abs(above.height - segment.height) > 0.2 * height or _ITEM.match(segment.text):
        return True
    short = above.box[2] < right_edge - 0.12 * (right_edge - above.box[0])
    indented = segment.box[0] - above.box[0] > 0.8 * height
    return short and (indented or above.bold != segment.bold)

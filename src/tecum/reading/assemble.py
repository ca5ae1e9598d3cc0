"""Words with boxes → lines, cells, blocks and their reading order (READING 6).

Pure functions over values: no file and no library is touched here. Everything is computed on
the displayed page; the boxes that leave are those of the unrotated page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from tecum.reading.glyphs import PageWord

__all__ = ["Rules", "Segment", "in_order", "segments_of"]

Rect = tuple[float, float, float, float]

_MARKER = re.compile(r"\(?[0-9A-Za-z]{1,4}[.)]|[(\[][0-9A-Za-z]{1,4}[)\]]|[•▪●○◦·\-–—☐☑☒✓✔✗✘□■§]|o")
_RULE_MARKS = frozenset({")", "§", ":", "|", "("})
_LABEL = re.compile(r".{0,40}:$")


@dataclass(frozen=True, slots=True)
class Rules:
    """Drawn lines of the displayed page: ``(x0, x1, y)`` across, ``(y0, y1, x)`` upright."""

    across: tuple[tuple[float, float, float], ...] = ()
    upright: tuple[tuple[float, float, float], ...] = ()


@dataclass(slots=True)
class Segment:
    """Words of one visual line that belong together: a line, or one cell of a row."""

    words: list[PageWord]
    box: Rect
    block: int = 0
    margin: bool = False
    text: str = field(default="")

    @property
    def height(self) -> float:
        """Height of the line."""
        return self.box[3] - self.box[1]

    @property
    def bold(self) -> bool:
        """Whether most letters are bold."""
        return sum(len(w.text) for w in self.words if w.bold) * 2 > len(self.text)


def segments_of(words: Iterable[PageWord], rules: Rules) -> list[Segment]:
    """Group words into rows, and rows into segments at wide gaps and at upright rules."""
    found: list[Segment] = []
    rows = _rows(list(words))
    valleys = _valleys(rows)
    marks = _caption_marks(rows)
    for row in rows:
        start = 0
        for i in range(1, len(row)):
            parted = id(row[i]) in marks or id(row[i - 1]) in marks
            parted = parted or _is_cell_border(row[i - 1], row[i], rules, valleys)
            if parted and not _is_marker_gap(row, start, i):
                found.append(_segment(row[start:i]))
                start = i
        found.append(_segment(row[start:]))
    return found


def _rows(words: list[PageWord]) -> list[list[PageWord]]:
    words.sort(key=lambda w: (-(w.box[1] + w.box[3]), w.box[0]))
    rows: list[list[PageWord]] = []
    low = high = 0.0
    for word in words:
        _, y0, _, y1 = word.box
        if rows:
            overlap = min(high, y1) - max(low, y0)
            if overlap > 0.5 * min(high - low, y1 - y0):
                rows[-1].append(word)
                continue
        rows.append([word])
        low, high = y0, y1
    for row in rows:
        row.sort(key=lambda w: w.box[0])
    return rows


_BIN = 2.0


def _valleys(rows: Sequence[list[PageWord]]) -> list[float]:
    """Where a white valley runs down most of the page: the middle of each, from left to right.

    Columns set close together leave gaps no wider than those between justified words; only
    the whole page tells them apart.
    """
    if len(rows) < 20:
        return []
    left = min(row[0].box[0] for row in rows)
    right = max(max(w.box[2] for w in row) for row in rows)
    if not 100 < right - left < 5000:
        return []
    counts = [0] * (int((right - left) / _BIN) + 2)
    for row in rows:
        for start, end in _runs_of(row):
            first, last = int((start - left) / _BIN), int((end - left) / _BIN)
            for i in range(first, last + 1):
                counts[i] += 1
    low = [i for i, n in enumerate(counts) if n <= 0.1 * len(rows)]
    found: list[float] = []
    for start, end in _stretches(low):
        sides = start > 15 and end < len(counts) - 16
        before, after = counts[max(0, start - 20) : start], counts[end + 1 : end + 7]
        full = sides and min(max(before), max(after)) > 0.4 * len(rows)
        if full and end - start >= 2:
            found.append(left + _BIN * (start + end + 1) / 2)
    return found


def _runs_of(row: list[PageWord]) -> list[tuple[float, float]]:
    """The stretches of a row that words cover, gaps between words of one phrase included."""
    runs: list[tuple[float, float]] = []
    for word in row:
        x0, _, x1, _ = word.box
        if runs and x0 - runs[-1][1] < 0.45 * (word.box[3] - word.box[1]):
            runs[-1] = (runs[-1][0], max(runs[-1][1], x1))
        else:
            runs.append((x0, x1))
    return runs


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _caption_marks(rows: Sequence[list[PageWord]]) -> set[int]:
    """The marks of a caption's rule, though the words beside them stand close."""
    marks = [w for row in rows for w in row if w.text in _RULE_MARKS]
    if len(marks) < 3:
        return set()
    x = median(w.box[0] for w in marks)
    near = [w for w in marks if abs(w.box[0] - x) <= 4]
    return {id(w) for w in near} if len(near) >= 3 else set()


def _is_cell_border(
    a: PageWord, b: PageWord, rules: Rules, valleys: Sequence[float]
) -> bool:
    gap = b.box[0] - a.box[2]
    if gap > 3 and any(a.box[2] <= x <= b.box[0] for x in valleys):
        return True
    height = max(a.box[3] - a.box[1], b.box[3] - b.box[1])
    if gap > 1.3 * height:
        return True
    if gap < 1 or not rules.upright:
        return False
    middle = (max(a.box[1], b.box[1]) + min(a.box[3], b.box[3])) / 2
    return any(
        a.box[2] - 1 <= x <= b.box[0] + 1 and y0 <= middle <= y1 for y0, y1, x in rules.upright
    )


def _is_marker_gap(row: list[PageWord], start: int, i: int) -> bool:
    """An item's marker stays with its text, however far the text is indented."""
    if i - start != 1 or not _MARKER.fullmatch(row[start].text):
        return False
    return row[start].text not in _RULE_MARKS and row[i].box[0] - row[start].box[2] < 60


def _segment(words: list[PageWord]) -> Segment:
    return Segment(
        words,
        _bounds(w.box for w in words),
        text=" ".join(w.text for w in words),
    )


def _bounds(boxes: Iterable[Rect]) -> Rect:
    all_ = list(boxes)
    return (
        min([b[0] for b in all_]),
        min([b[1] for b in all_]),
        max([b[2] for b in all_]),
        max([b[3] for b in all_]),
    )


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
            or _at_columns(segments)
        )
        if parts:
            return [block for part in parts for block in _cut(part, rules, depth + 1)]
    return _paragraphs(segments)


def _at_rules_across(segments: list[Segment], rules: Rules) -> list[list[Segment]] | None:
    if not rules.across:
        return None
    x0, y0, x1, y1 = _bounds(s.box for s in segments)
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
    x0, y0, x1, y1 = _bounds(s.box for s in segments)
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
    marks = [s for s in segments if s.text.strip() in _RULE_MARKS]
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


def _visual_rows(segments: list[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    low = high = 0.0
    for segment in sorted(segments, key=lambda s: (-(s.box[1] + s.box[3]), s.box[0])):
        overlap = min(high, segment.box[3]) - max(low, segment.box[1])
        if rows and overlap > 0.5 * min(high - low, segment.height):
            rows[-1].append(segment)
        else:
            rows.append([segment])
            low, high = segment.box[1], segment.box[3]
    for row in rows:
        row.sort(key=lambda s: s.box[0])
    return rows


def _at_columns(segments: list[Segment]) -> list[list[Segment]] | None:
    """Two columns by a white valley through a run of rows; what spans them stands apart."""
    rows = _visual_rows(segments)
    for i, row in enumerate(rows):
        if len(row) < 2:
            continue
        for j in range(len(row) - 1):
            run = _valley_run(rows, i, (row[j].box[2], row[j + 1].box[0]))
            if run is None:
                continue
            first, last, at = run
            above = [s for r in rows[:first] for s in r]
            inside = [s for r in rows[first : last + 1] for s in r]
            below = [s for r in rows[last + 1 :] for s in r]
            left = [s for s in inside if s.box[2] <= at]
            right = [s for s in inside if s.box[2] > at]
            return [part for part in (above, left, right, below) if part]
    return None


def _valley_run(
    rows: list[list[Segment]], start: int, valley: tuple[float, float]
) -> tuple[int, int, float] | None:
    """The rows around ``start`` that share a valley, if they are columns and not a table."""
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
    return (first, last, at) if _are_columns(rows[first : last + 1], at, wide) else None


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
    x0, _, x1, _ = _bounds(s.box for s in column)
    full = sum(1 for s in column if s.box[2] - s.box[0] > 0.7 * (x1 - x0))
    return full * 2 >= len(column) and median(len(s.text) for s in column) >= 20


def _paragraphs(segments: list[Segment]) -> list[list[Segment]]:
    """Blocks of a region: paragraphs by spacing, indent, marker; each cell of a row its own."""
    rows = _visual_rows(segments)
    pitches = [a[0].box[1] - b[0].box[1] for a, b in zip(rows, rows[1:], strict=False) if a and b]
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


_ITEM = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)] ?\S|[•▪●☐☑☒□] ?\S")


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

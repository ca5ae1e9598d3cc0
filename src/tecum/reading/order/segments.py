"""Words with boxes → rows, and rows → the lines and cells that belong together (READING 6).

Everything is computed on the displayed page, over values: no file and no library is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from statistics import median

from tecum.reading.order.marker_columns import listed_markers
from tecum.reading.text.filled_blanks import in_sentences, without_blanks
from tecum.reading.text.glyphs import PageWord

__all__ = ["RULE_MARKS", "Rules", "Segment", "bounds", "segments_of", "visual_rows"]

Rect = tuple[float, float, float, float]

_MARKER = re.compile(r"\(?[0-9A-Za-z]{1,4}[.)]|[(\[][0-9A-Za-z]{1,4}[)\]]|[•▪●○◦·\-–—☐☑☒✓✔✗✘□■§]|o")
RULE_MARKS = frozenset({")", "§", ":", "|", "("})
_BIN = 2.0


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
        return sum([len(w.text) for w in self.words if w.bold]) * 2 > len(self.text)


def segments_of(words: Iterable[PageWord], rules: Rules) -> list[Segment]:
    """Group words into rows, and rows into segments at wide gaps and at upright rules."""
    rows, filled = _filled(_rows(list(words)))
    found = _cut(rows, rules, 0.0, filled)
    if len(found) > _MANY_CELLS * len(rows) and len(rows) > _FEW_ROWS:
        shrunk = _shrunk(rows)
        if shrunk > 0:
            return _cut(rows, rules, shrunk, filled)
    return found


def _filled(rows: list[list[PageWord]]) -> tuple[list[list[PageWord]], frozenset[int]]:
    """The rows with the blanks of their dates closed, and the words behind a filled blank."""
    closed = [without_blanks(row) for row in rows]
    rows = [row for row, _ in closed]
    ids = frozenset().union(*(ids for _, ids in closed))
    return rows, ids.union(id(word) for word in in_sentences(rows))


_MANY_CELLS = 1.7
_FEW_ROWS = 4
_USUAL_GAP = 0.28
_LEAST_SHRUNK = 0.15
_MOST_SHRUNK = 0.7


def _shrunk(rows: Sequence[list[PageWord]]) -> float:
    """How much wider than drawn the words of a page are, as a share of their width; 0 if not.

    A recogniser's hidden layer often sets each word where it stands but in letters too narrow
    for it: the gap behind a word then grows with the word.
    """
    shares: list[float] = []
    for row in rows:
        for a, b in pairwise(row):
            width, height = a.box[2] - a.box[0], a.box[3] - a.box[1]
            if len(a.text) > 3 and width > 0:
                shares.append((b.box[0] - a.box[2] - _USUAL_GAP * height) / width)
    if len(shares) < 2 * _FEW_ROWS:
        return 0.0
    usual = median(shares)
    return min(usual, _MOST_SHRUNK) if usual >= _LEAST_SHRUNK else 0.0


def _cut(
    rows: Sequence[list[PageWord]], rules: Rules, shrunk: float, filled: frozenset[int]
) -> list[Segment]:
    """The segments of rows, each word counted wider by ``shrunk`` than it is drawn."""
    found: list[Segment] = []
    valleys = _valleys(rows) if not shrunk else []
    marks = _caption_marks(rows)
    listed = listed_markers(rows)
    upright = bool(rules.upright)
    for row in rows:
        start = 0
        for i, (a, b) in enumerate(pairwise(row), start=1):
            _, low, edge, high = a.box
            gap = b.box[0] - edge
            close = gap < 1 if upright else gap <= 3
            parted = bool(marks) and (id(b) in marks or id(a) in marks)
            if close and not parted and gap <= 1.3 * (high - low):
                continue
            if (i == 1 and id(a) in listed) or id(b) in filled:
                continue
            wider = 2 * shrunk * (a.box[2] - a.box[0])
            parted = parted or _is_cell_border(a, b, rules, valleys, wider)
            if parted and not _is_marker_gap(row, start, i):
                found.append(_segment(row[start:i]))
                start = i
        found.append(_segment(row[start:]))
    return found


def _rows(words: list[PageWord]) -> list[list[PageWord]]:
    boxes = [word.box for word in words]
    keys = [(-(y0 + y1), x0) for x0, y0, _, y1 in boxes]
    rows: list[list[PageWord]] = []
    low = high = 0.0
    for i in sorted(range(len(words)), key=keys.__getitem__):
        word, (_, y0, _, y1) = words[i], boxes[i]
        if y0 == low and y1 == high and y0 < y1 and rows:
            rows[-1].append(word)
            continue
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


def _valleys(rows: Sequence[list[PageWord]]) -> list[float]:
    """Where a white valley runs down most of the page: the middle of each, from left to right.

    Columns set close together leave gaps no wider than those between justified words; only
    the whole page tells them apart.
    """
    if len(rows) < 20:
        return []
    left = min(row[0].box[0] for row in rows)
    right = max([w.box[2] for row in rows for w in row])
    if not 100 < right - left < 5000:
        return []
    steps = [0] * (int((right - left) / _BIN) + 3)
    for row in rows:
        for start, end in _runs_of(row):
            steps[int((start - left) / _BIN)] += 1
            steps[int((end - left) / _BIN) + 1] -= 1
    counts = list(accumulate(steps))[:-1]
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
    start, _, end, _ = row[0].box
    for word in row[1:]:
        x0, y0, x1, y1 = word.box
        if x0 - end < 0.45 * (y1 - y0):
            end = max(end, x1)
        else:
            runs.append((start, end))
            start, end = x0, x1
    runs.append((start, end))
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
    marks = [w for row in rows for w in row if w.text in RULE_MARKS]
    if len(marks) < 3:
        return set()
    x = median(w.box[0] for w in marks)
    near = [w for w in marks if abs(w.box[0] - x) <= 4]
    return {id(w) for w in near} if len(near) >= 3 else set()


def _is_cell_border(
    a: PageWord, b: PageWord, rules: Rules, valleys: Sequence[float], wider: float = 0.0
) -> bool:
    gap = b.box[0] - a.box[2]
    if gap > 3 and any(a.box[2] <= x <= b.box[0] for x in valleys):
        return True
    height = max(a.box[3] - a.box[1], b.box[3] - b.box[1])
    if gap > 1.3 * height + wider:
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
    return row[start].text not in RULE_MARKS and row[i].box[0] - row[start].box[2] < 60


def _segment(words: list[PageWord]) -> Segment:
    return Segment(
        words,
        bounds([w.box for w in words]),
        text=" ".join([w.text for w in words]),
    )


def bounds(boxes: Iterable[Rect]) -> Rect:
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def visual_rows(segments: list[Segment]) -> list[list[Segment]]:
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

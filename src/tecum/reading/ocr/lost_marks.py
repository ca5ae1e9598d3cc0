"""Marks of a list that a recogniser left out: looked for where the list has its other marks.

A single figure or dot far from its words is often no word to a recogniser. Where two rows or
more begin with a mark and their words at one place, and a row begins with words at that place
but has ink and no word where its mark should be, that ink is looked at by itself (READING 5, 12).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from tecum.reading.ocr.picture import Grey
from tecum.reading.ocr.recognise import Reads, SeenWord

__all__ = ["with_lost_marks"]

_MARK = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|[•*·«¢©®°—–-]|\d")
_SAID = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}")
_FEWEST = 2
_MOST = 40
_MOST_ROWS = 400
_DOUBT = 65
_MARGIN, _TIMES = 8, 2


@dataclass(frozen=True)
class _Column:
    """Where the marks of a list and the words behind them begin, in pixels."""

    mark: float
    words: float


def with_lost_marks(
    words: Sequence[SeenWord], binary: Grey, dpi: int, recogniser: Reads
) -> list[SeenWord]:
    """The words, with the marks that are seen when they are looked at by themselves."""
    high = _usual(words)
    rows = _rows(words, high)
    columns = _columns(rows[:_MOST_ROWS], high)
    found: list[SeenWord] = []
    left = _MOST
    for row in rows if columns else ():
        first = row[0]
        for column in columns:
            if abs(first.box[0] - column.words) > 0.6 * high or left == 0:
                continue
            ink = _ink(binary, column, first, words, high)
            if ink is None:
                continue
            left -= 1
            text = _text_of(binary, ink, high, dpi, recogniser)
            if text:
                box = (float(ink[0]), float(ink[1]), float(ink[2]), float(ink[3]))
                found.append(SeenWord(text, box, first.base, first.line, _DOUBT))
                break
    return [*words, *found] if found else list(words)


def _rows(words: Sequence[SeenWord], high: float) -> list[list[SeenWord]]:
    """Words on one level: a recogniser takes a column of marks for a block of its own."""
    rows: list[list[SeenWord]] = []
    for word in sorted(words, key=lambda w: w.base):
        if rows and word.base - rows[-1][0].base <= 0.4 * high:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.box[0]) for row in rows]


def _usual(words: Sequence[SeenWord]) -> float:
    heights = [w.box[3] - w.box[1] for w in words if any(c.isalnum() for c in w.text)]
    return float(np.median(heights)) if heights else 20.0


def _columns(rows: Sequence[Sequence[SeenWord]], high: float) -> list[_Column]:
    """Places at which rows begin with a mark and go on with words."""
    seen = [
        _Column(row[0].box[0], row[1].box[0])
        for row in rows
        if len(row) > 1
        and _MARK.fullmatch(row[0].text)
        and row[1].box[0] - row[0].box[2] >= 0.5 * high
    ]
    found: list[_Column] = []
    for one in seen:
        alike = [c for c in seen if _same(c, one, high)]
        if len(alike) >= _FEWEST and not any(_same(c, one, high) for c in found):
            found.append(one)
    return found


def _same(a: _Column, b: _Column, high: float) -> bool:
    return abs(a.mark - b.mark) <= 0.6 * high and abs(a.words - b.words) <= 0.6 * high


def _ink(
    binary: Grey, column: _Column, first: SeenWord, words: Sequence[SeenWord], high: float
) -> tuple[int, int, int, int] | None:
    """The bounds of what is drawn where a row's mark should stand, if no word lies there."""
    x0, x1 = int(column.mark - 0.5 * high), int(first.box[0] - 0.3 * high)
    y0, y1 = int(first.base - 1.1 * high), int(first.base + 0.35 * high)
    if x0 < 0 or y0 < 0 or x1 - x0 < 4:
        return None
    for word in words:
        a, b, c, d = word.box
        if a < x1 and c > x0 and b < y1 and d > y0:
            return None
    dark = np.asarray(cv2.bitwise_not(binary[y0:y1, x0:x1]), np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    boxes = [
        tuple(int(v) for v in stats[i, :4])
        for i in range(1, count)
        if stats[i, 4] >= 0.008 * high * high
    ]
    boxes = [b for b in boxes if b[3] >= 0.12 * high and b[2] <= 2 * high]
    if not boxes or max(b[3] for b in boxes) < 0.2 * high:
        return None
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, low = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
    return x0 + left, y0 + top, x0 + right, y0 + low


def _text_of(
    binary: Grey, ink: tuple[int, int, int, int], high: float, dpi: int, recogniser: Reads
) -> str:
    """A dot, or the mark that a recogniser reads from the piece alone; nothing else."""
    x0, y0, x1, y1 = ink
    wide, tall = x1 - x0, y1 - y0
    share = float((binary[y0:y1, x0:x1] == 0).mean())
    if 0.2 * high <= tall <= 0.7 * high and 0.7 <= wide / tall <= 1.4 and share >= 0.6:
        return "•"
    piece = np.pad(binary[y0:y1, x0:x1], _MARGIN, constant_values=255)
    large = cv2.resize(piece, None, fx=_TIMES, fy=_TIMES, interpolation=cv2.INTER_CUBIC)
    said = recogniser.line(np.asarray(large, np.uint8), _TIMES * dpi, "eng").strip()
    return said if _SAID.fullmatch(said) else ""

"""A recognised line, of which only the letters' places are known, becomes words with boxes.

The places that a reader of lines gives are rough: each letter was seen somewhere near its
middle. Where a word ends is told by the ink: the widest white gap between two letters that a
space parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from tecum.reading.ocr.picture import Grey
from tecum.reading.ocr.recognise import SeenWord

__all__ = ["SeenLine", "words_of_line"]

_HANGING = frozenset("gjpqy,;Q()[]{}|/§$@_*\"'“”‘’°^-–—~=+")
_FOOT = 0.2
"""The share of a line's height that lies under its baseline, where no letter shows it."""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """The text of a line; for each letter where it was seen, from the left, and how surely."""

    text: str
    across: tuple[float, ...]
    sure: tuple[float, ...]


def words_of_line(
    line: SeenLine, ink: Grey, corner: tuple[int, int], number: int
) -> list[SeenWord]:
    """The words of a line; each is as sure as its least sure letter.

    Args:
        line: What was read.
        ink: The line's picture, ink other than 0.
        corner: Where its left upper corner stands on the page.
        number: The line's number on the page.
    """
    if not len(line.text) == len(line.across) == len(line.sure):
        return []
    height, width = ink.shape
    inked = np.asarray(ink.any(axis=0), bool)
    cut = list(_cut(line, inked, width))
    boxes = [_hugged(ink, left, right) for _, _, left, right in cut]
    standing = [
        box[3]
        for (first, end, _, _), box in zip(cut, boxes, strict=True)
        if box is not None and not _HANGING.intersection(line.text[first:end])
    ]
    base = median(standing) if standing else (1 - _FOOT) * height
    x, y = corner
    found = []
    for (first, end, left, right), box in zip(cut, boxes, strict=True):
        x0, y0, x1, y1 = box or (left, 0.0, right, float(height))
        foot = base if y0 < base else y1
        sure = round(100 * max(0.0, min(1.0, *line.sure[first:end], 1.0)))
        place = (x + x0, y + y0, x + x1, y + y1)
        found.append(SeenWord(line.text[first:end], place, y + foot, number, sure))
    return found


def _cut(
    line: SeenLine, inked: NDArray[np.bool_], width: int
) -> Iterator[tuple[int, int, float, float]]:
    """Each word's first letter and the one after its last, and the columns that it has."""
    spans = list(_spans(line.text))
    left = 0.0
    for at, (first, end) in enumerate(spans):
        right = float(width)
        if at + 1 < len(spans):
            right = _gap(inked, line.across[end - 1], line.across[spans[at + 1][0]])
        yield first, end, left, max(right, left + 1)
        left = right


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word in text.split():
        first = text.index(word, at)
        at = first + len(word)
        yield first, at


def _gap(inked: NDArray[np.bool_], left: float, right: float) -> float:
    """The middle of the widest white gap between two letters; between them where there is none."""
    first, end = max(int(left), 0), min(int(right) + 1, len(inked))
    white = np.flatnonzero(~inked[first:end])
    if not len(white):
        return (left + right) / 2
    runs = np.split(white, np.flatnonzero(np.diff(white) > 1) + 1)
    widest = max(runs, key=len)
    return first + (int(widest[0]) + int(widest[-1]) + 1) / 2


def _hugged(ink: Grey, left: float, right: float) -> tuple[float, float, float, float] | None:
    """The box of the ink between two columns; None where there is none."""
    first, end = int(left), max(int(np.ceil(right)), int(left) + 1)
    piece = ink[:, first:end]
    rows, columns = np.flatnonzero(piece.any(axis=1)), np.flatnonzero(piece.any(axis=0))
    if not len(rows):
        return None
    return (
        float(first + columns[0]), float(rows[0]),
        float(first + columns[-1] + 1), float(rows[-1] + 1),
    )  # fmt: skip

"""Drawn squares that are no letters, taken off a picture before its letters are recognised.

A recogniser has no square among its letters. It calls a check-box "BX)", "62" or "mi", leaves
out the row behind it, or reads a column of boxes as one word turned on its side. What is in a
square is read from the untouched picture (READING 12).
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from tecum.reading.ocr.picture import Grey

__all__ = ["squares_on", "without_squares"]

Rect = tuple[int, int, int, int]
_LEAST, _MOST = 1.05, 3.4
"""A square's side, in heights of a usual letter."""
_SIDE_DRAWN = 0.9
_EMPTY = 0.05
_WHITE = 0.06
_MOST_SQUARES = 400


def squares_on(binary: Grey, usual: float) -> list[Rect]:
    """The free-standing squares: left, top, width and height.

    An empty one is a square by itself; a marked one only in a column or a row with another of
    its size, because a heavy letter might have four straight sides too.

    Args:
        binary: The page in black and white.
        usual: The height of a usual letter, in pixels.
    """
    dark = (binary == 0).astype(np.uint8)
    seen: list[tuple[Rect, bool]] = []
    for box in _square_pieces(binary, usual):
        if _has_four_sides(dark, box) and _stands_free(dark, box):
            seen.append((box, _is_empty(dark, box)))
    if len(seen) > _MOST_SQUARES:
        return []  # a pattern of paper or a picture, and no form
    return [
        box
        for box, empty in seen
        if empty or any(_peers(box, other) for other, _ in seen if other != box)
    ]


def without_squares(pixels: Grey, squares: list[Rect]) -> Grey:
    """The picture with white paper where the squares stand."""
    if not squares:
        return pixels
    out = pixels.copy()
    for x, y, w, h in squares:
        out[max(y - 2, 0) : y + h + 2, max(x - 2, 0) : x + w + 2] = 255
    return out


def _square_pieces(binary: Grey, usual: float) -> list[Rect]:
    """Pieces of ink about as wide as high, and a little higher than letters."""
    outlines, _ = cv2.findContours(
        cv2.bitwise_not(binary), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    least, most = max(10.0, _LEAST * usual), _MOST * usual
    boxes = (cv2.boundingRect(outline) for outline in outlines)
    return [
        (x, y, w, h)
        for x, y, w, h in boxes
        if least <= min(w, h) and max(w, h) <= most and 0.8 <= w / h <= 1.25
    ]


def _has_four_sides(dark: NDArray[np.uint8], box: Rect) -> bool:
    """Whether straight strokes run along all four sides and meet in all four corners."""
    x, y, w, h = box
    piece = dark[y : y + h, x : x + w]
    deep = max(2, round(min(w, h) / 9))
    sides = (piece[:deep], piece[-deep:], piece[:, :deep].T, piece[:, -deep:].T)
    if any(float(side.any(axis=0).mean()) < _SIDE_DRAWN for side in sides):
        return False
    corners = (
        piece[:deep, :deep], piece[:deep, -deep:], piece[-deep:, :deep], piece[-deep:, -deep:],
    )  # fmt: skip
    return all(float(corner.mean()) >= 0.5 for corner in corners)


def _is_empty(dark: NDArray[np.uint8], box: Rect) -> bool:
    x, y, w, h = box
    inset = max(3, round(min(w, h) / 4))
    inner = dark[y + inset : y + h - inset, x + inset : x + w - inset]
    return inner.size > 0 and float(inner.mean()) < _EMPTY


def _stands_free(dark: NDArray[np.uint8], box: Rect) -> bool:
    """Whether there is paper before and behind it, more than between letters of a word."""
    x, y, w, h = box
    gap = max(3, round(0.28 * w))
    before, behind = dark[y : y + h, max(x - gap, 0) : x - 1], dark[y : y + h, x + w + 1 :][:, :gap]
    return all(side.size == 0 or float(side.mean()) <= _WHITE for side in (before, behind))


def _peers(a: Rect, b: Rect) -> bool:
    alike = abs(a[2] - b[2]) <= 0.15 * a[2] + 1 and abs(a[3] - b[3]) <= 0.15 * a[3] + 1
    return alike and (abs(a[0] - b[0]) <= 0.5 * a[2] or abs(a[1] - b[1]) <= 0.5 * a[3])

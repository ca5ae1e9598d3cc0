"""What stands on a page's picture beside words: drawn rules, bullets, ink (READING 5, 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from tecum.reading.ocr.mapping import Mapping
from tecum.reading.ocr.picture import Grey, halved
from tecum.reading.ocr.recognise import SeenWord
from tecum.reading.order.segments import Rules

__all__ = ["PictureSeen", "freehand_ink", "rules_on", "with_bullets"]

Rect = tuple[float, float, float, float]
_MOST_INK = 50
_UNSURE_WORD = 55
_PLAIN = 75
_CELL = 0.2
"""Inches: the least height of a cell with a label and a row of type, without its corners."""


@dataclass(frozen=True)
class PictureSeen:
    """A recognised page as pixels: grey, black on white, and the words upon it.

    ``words`` are in pixels; ``mapping`` leads from pixels to points of the unrotated page.
    """

    binary: Grey
    words: tuple[SeenWord, ...]
    mapping: Mapping
    dpi: int

    @cached_property
    def freehand(self) -> tuple[Rect, ...]:
        """Strokes that are no letters, as boxes of pixels."""
        return tuple(_freehand(self))


def freehand_ink(seen: PictureSeen) -> list[list[float]]:
    """What is drawn by hand, as boxes of the unrotated page: signatures, circles, strokes."""
    return [[round(v, 2) for v in seen.mapping.to_page(box)] for box in seen.freehand]


def is_plainly_a_word(word: SeenWord) -> bool:
    """Whether letters were recognised so surely that they are no drawn frame."""
    return word.confidence >= _PLAIN and any(c.isalpha() for c in word.text)


def rules_on(binary: Grey, dpi: int) -> Rules:
    """Drawn lines, across and upright, in points of the straightened picture."""
    # Half the size is enough for rules, and a quarter of the work.
    dark = _half_dark(np.asarray(cv2.bitwise_not(binary), np.uint8))
    height, dpi = dark.shape[0], dpi // 2
    scale = 72 / dpi
    across = [
        (x * scale, (x + w) * scale, (height - y - h / 2) * scale)
        for x, y, w, h in _pieces(dark, (int(0.6 * dpi), 1))
        if h <= 0.06 * dpi
    ]
    upright = [
        ((height - y - h) * scale, (height - y) * scale, (x + w / 2) * scale)
        for x, y, w, h in _pieces(dark, (1, int(_CELL * dpi)))
        if w <= 0.06 * dpi
    ]
    upright = [u for u in upright if u[1] - u[0] >= 36 or _ends_on_rules(u, across)]
    return Rules(tuple(across), tuple(upright))


def _ends_on_rules(
    upright: tuple[float, float, float], across: Sequence[tuple[float, float, float]]
) -> bool:
    """Whether a short upright line runs from one level rule to another: the side of a cell."""
    low, high, x = upright
    ends = [y for left, right, y in across if left - 4 <= x <= right + 4]
    return any(abs(y - low) <= 4 for y in ends) and any(abs(y - high) <= 4 for y in ends)


def _half_dark(dark: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Ink at half the size, where a quarter of four pixels is dark."""
    _, small = cv2.threshold(halved(dark), 60, 255, cv2.THRESH_BINARY)
    return np.asarray(small, np.uint8)


def _pieces(dark: NDArray[np.uint8], size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    kernel = np.ones((size[1], size[0]), np.uint8)
    lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
    outlines, _ = cv2.findContours(lines, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = [cv2.boundingRect(outline) for outline in outlines[:400]]
    return sorted((int(x), int(y), int(w), int(h)) for x, y, w, h in found)


_MAY_BE_A_BULLET = frozenset("*e¢«°®©o.-—–~+»=@c·•¥*Qa")


def with_bullets(words: Sequence[SeenWord], binary: Grey) -> list[SeenWord]:
    """Full dots before a line's words, as the marks of a list that they are.

    A model of letters has to call a dot something; what it says varies from item to item.
    """
    found: list[SeenWord] = []
    for word in words:
        odd = len(word.text) == 1 and word.text in _MAY_BE_A_BULLET
        dot = odd and _is_full_dot(word, words, binary)
        found.append(replace(word, text="•") if dot else word)
    return found


def _is_full_dot(word: SeenWord, words: Sequence[SeenWord], binary: Grey) -> bool:
    x0, y0, x1, y1 = (int(v) for v in word.box)
    wide, high = x1 - x0, y1 - y0
    if wide < 4 or high < 4 or not 0.6 <= wide / high <= 1.6:
        return False
    level = [w for w in words if w is not word and w.box[1] < (y0 + y1) / 2 < w.box[3]]
    behind = min((w for w in level if w.box[0] > x1), key=lambda w: w.box[0], default=None)
    if behind is None:
        return False
    tall, gap = behind.box[3] - behind.box[1], behind.box[0] - x1
    starts = not any(0 <= x0 - w.box[2] < 2.5 * tall for w in level)
    floats = y1 < behind.base - 0.06 * tall
    share = float((binary[y0:y1, x0:x1] == 0).mean())
    return share >= 0.6 and high <= 0.62 * tall and gap >= 0.4 * tall and starts and floats


def _freehand(seen: PictureSeen) -> list[Rect]:
    """Strokes wider than high, thin, and not letters: what may be a signature."""
    dark = np.asarray(cv2.bitwise_not(seen.binary), np.uint8)
    covers = [w for w in seen.words if w.confidence >= _UNSURE_WORD]
    for word in covers:
        x0, y0, x1, y1 = (int(v) for v in word.box)
        dark[max(y0 - 2, 0) : y1 + 2, max(x0 - 2, 0) : x1 + 2] = 0
    dark = _half_dark(dark)
    if not dark.any():
        return []
    return [(2 * a, 2 * b, 2 * c, 2 * d) for a, b, c, d in _strokes(dark, seen.dpi // 2)]


def _strokes(dark: NDArray[np.uint8], dpi: int) -> list[Rect]:
    _without_rules(dark, dpi)
    near = max(3, dpi // 40)
    joined = cv2.dilate(dark, np.ones((near, near), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    rows, columns = dark.shape
    found: list[Rect] = []
    for i in range(1, count):
        x, y, w, h = (int(v) for v in stats[i, :4])
        inside = 0.02 * columns < x and x + w < 0.98 * columns
        inside = inside and 0.01 * rows < y and y + h < 0.99 * rows
        sized = w >= 0.35 * dpi and 0.08 * dpi <= h <= 1.6 * dpi and w >= 1.2 * h
        if not inside or not sized:
            continue
        part = dark[y : y + h, x : x + w][labels[y : y + h, x : x + w] == i]
        share = float((part > 0).sum()) / (w * h)
        if 0.015 <= share <= 0.45:
            found.append((float(x), float(y), float(x + w), float(y + h)))
    return found[:_MOST_INK]


def _without_rules(dark: NDArray[np.uint8], dpi: int) -> None:
    for size in ((int(0.5 * dpi), 1), (1, int(0.5 * dpi))):
        kernel = np.ones((size[1], size[0]), np.uint8)
        lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
        dark[cv2.dilate(lines, np.ones((3, 3), np.uint8)) > 0] = 0

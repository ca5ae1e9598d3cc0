"""Ink in a page's picture: what is dark, and what of it no recognised word covers (READING 5).

Handwriting, stamps and signatures are not read; where they stand is told, so that a person
looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

__all__ = ["Pixels", "Word", "dark_pixels", "uncovered_ink", "without_areas"]

Pixels = NDArray[np.uint8]
Rect = tuple[int, int, int, int]
Area = tuple[float, float, float, float]

_MOST_INK = 40


class Word(Protocol):
    """A recognised word: pixels from the left and from the top of the picture."""

    @property
    def text(self) -> str:
        """Its letters."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""


def dark_pixels(grey: Pixels) -> Pixels:
    """Ones where there is ink: the picture calmed, then split at its own threshold."""
    calm = cv2.medianBlur(np.ascontiguousarray(grey), 3)
    both = np.minimum(grey, cv2.GaussianBlur(grey, (3, 3), 0))
    noisy = float(np.mean(cv2.absdiff(grey, calm))) > 6.0
    source = calm if noisy else both.astype(np.uint8)
    size = max(31, (min(grey.shape) // 24) | 1)
    local = cv2.adaptiveThreshold(
        source, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, 18
    )
    return local.astype(np.uint8)


def without_areas(dark: Pixels, areas: Iterable[Area], margin: int = 0) -> Pixels:
    """The ink outside these areas."""
    out = dark.copy()
    for x0, y0, x1, y1 in areas:
        rows = slice(max(int(y0) - margin, 0), int(y1) + margin + 1)
        out[rows, max(int(x0) - margin, 0) : int(x1) + margin + 1] = 0
    return out


def uncovered_ink(grey: Pixels, words: Sequence[Word], frames: Iterable[Area] = ()) -> list[Rect]:
    """Where something is drawn or written by hand: ink under no word, frame or rule.

    Whether such a place matters is told by what stands around it: a line to sign on, a date.
    """
    letters = [w.box for w in words if any(c.isalnum() for c in w.text)]
    if not letters or min(grey.shape) < 40:
        return []
    height = float(np.median([box[3] - box[1] for box in letters]))
    bare = without_areas(without_areas(dark_pixels(grey), letters, 2), frames, 4)
    ink = _without_rules(bare, height)
    reach = max(3, round(0.6 * height) | 1)
    joined = cv2.dilate(ink, np.ones((reach, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    rows, columns = grey.shape
    out: list[tuple[int, Rect]] = []
    for x, y, wide, tall, _ in stats[1:count].tolist():
        if wide - reach < 2.0 * height or tall - reach < 0.8 * height:
            continue
        if x <= 2 or y <= 2 or x + wide >= columns - 2 or y + tall >= rows - 2:
            continue
        amount = int(ink[y : y + tall, x : x + wide].sum())
        if amount < 1.5 * height * max(1.0, height / 10) or amount > 0.6 * wide * tall:
            continue
        half = reach // 2
        out.append((amount, (x + half, y + half, x + wide - half, y + tall - half)))
    return [box for _, box in sorted(out, reverse=True)[:_MOST_INK]]


def _without_rules(dark: Pixels, height: float) -> Pixels:
    """The ink without long level and upright lines."""
    long = max(25, round(3 * height))
    out: Pixels = dark
    for shape in ((1, long), (long, 1)):
        lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        thick = cv2.dilate(lines, np.ones((3, 3), np.uint8))
        out = np.asarray(cv2.subtract(out, thick), dtype=np.uint8)
    return cv2.morphologyEx(out, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)).astype(np.uint8)

"""Ink in a page's picture: what is dark, whatever the light and the noise (READING 5, 12)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

__all__ = ["Pixels", "Word", "dark_pixels", "without_areas"]

Pixels = NDArray[np.uint8]
Area = tuple[float, float, float, float]
_NOISY = 6.0


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
    grey = np.ascontiguousarray(grey)
    # The middle of a page tells its grain as well as the whole of it.
    middle = grey[grey.shape[0] // 3 : grey.shape[0] * 2 // 3]
    grain = cv2.mean(cv2.absdiff(middle, cv2.medianBlur(middle, 3)))[0]
    if grain > _NOISY:
        source = cv2.medianBlur(grey, 3)
    else:
        source = cv2.min(grey, cv2.GaussianBlur(grey, (3, 3), 0))
    size = max(31, (min(grey.shape) // 24) | 1)
    local = cv2.adaptiveThreshold(
        source, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, 18
    )
    return local.astype(np.uint8)


def without_areas(dark: Pixels, areas: Iterable[Area]) -> Pixels:
    """The ink outside these areas."""
    out = dark.copy()
    for x0, y0, x1, y1 in areas:
        rows = slice(max(int(y0), 0), int(y1) + 1)
        out[rows, max(int(x0), 0) : int(x1) + 1] = 0
    return out

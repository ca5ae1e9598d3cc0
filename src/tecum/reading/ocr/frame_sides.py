"""How fully the four sides of a square frame are drawn in a small area of a picture (READING 5)."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from tecum.reading.ocr.ink import Pixels

__all__ = ["FrameSides"]

_SIDE = 0.80
_WORST_SIDE = 0.62
_LARGER = 0.006
"""What a point of size is worth: a filled box has a frame of its own inside."""


class FrameSides:
    """How fully the sides of a frame of any size would be drawn, at every place of an area."""

    def __init__(self, piece: Pixels, slack: int) -> None:
        level = cv2.dilate(piece, np.ones((slack, 1), np.uint8))
        upright = cv2.dilate(piece, np.ones((1, slack), np.uint8))
        self._level = np.pad(np.cumsum(level, axis=1, dtype=np.int32), ((0, 0), (1, 0)))
        self._upright = np.pad(np.cumsum(upright, axis=0, dtype=np.int32), ((1, 0), (0, 0)))
        self._shape = piece.shape
        self._wide = 0
        self._counts = self._level
        self._drawn = np.zeros(0, dtype=bool)

    def sizes(self, least: int) -> tuple[frozenset[int], frozenset[int]]:
        """The distances, across and down, at which strokes of the least length stand apart.

        A side that is drawn well enough at any length is so over one of its shortest parts, so
        that no frame has another width and height than one of these.
        """
        across = (self._level[:, least:] - self._level[:, :-least]).max(axis=1, initial=0)
        down = (self._upright[least:] - self._upright[:-least]).max(axis=0, initial=0)
        return _distances(down, least), _distances(across, least)

    def of_size(self, wide: int, tall: int) -> tuple[float, int, int] | None:
        """The best place, column and row, of a frame of this size with its score."""
        rows, columns = self._shape[0] - tall, self._shape[1] - wide
        if rows <= 0 or columns <= 0:
            return None
        if wide != self._wide:
            self._measure(wide)
        # Most sizes stand nowhere, and there are many to look for.
        if not (self._drawn[:rows] & self._drawn[tall:]).any():
            return None
        across = self._counts / (wide + 1)
        top, bottom = across[:rows, :columns], across[tall:, :columns]
        fits = (top >= _WORST_SIDE) & (bottom >= _WORST_SIDE)
        if not fits.any():
            return None
        down = (self._upright[tall + 1 :] - self._upright[: -tall - 1]) / (tall + 1)
        left, right = down[:rows, :columns], down[:rows, wide:]
        fits &= (left >= _WORST_SIDE) & (right >= _WORST_SIDE)
        if not fits.any():
            return None
        total = (top + bottom + left + right) / 4
        score = np.where(fits & (total >= _SIDE), total + wide * _LARGER, 0.0)
        at = int(np.argmax(score))
        value = float(score.flat[at])
        return (value, at % score.shape[1], at // score.shape[1]) if value > 0 else None

    def _measure(self, wide: int) -> None:
        """Count the ink of every level side of this width; in which rows one is drawn enough."""
        self._wide = wide
        self._counts = self._level[:, wide + 1 :] - self._level[:, : -wide - 1]
        self._drawn = self._counts.max(axis=1, initial=0) >= _enough(wide + 1)


def _distances(inks: npt.NDArray[np.int32], least: int) -> frozenset[int]:
    """How far apart the rows (or columns) are that hold a stroke of the least length."""
    drawn = np.flatnonzero(inks >= 0.75 * _WORST_SIDE * least)
    if not len(drawn) or drawn[-1] - drawn[0] < 0.8 * least:
        return frozenset()
    return frozenset(np.unique(drawn[None, :] - drawn[:, None]).tolist())


@cache
def _enough(length: int) -> int:
    """The fewest dots of ink with which a side of this length is drawn."""
    return next(count for count in range(length + 1) if count / length >= _WORST_SIDE)

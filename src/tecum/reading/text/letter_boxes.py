"""The boxes of a page's letters, kept as numbers (READING 15)."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

from tecum.provenance import Box

__all__ = ["NO_BOX", "LetterBoxes"]

NO_BOX = -32768.0
_ROW = 16
"""Bytes a box. The first bytes of all boxes, then the second, and so on shrink best."""


class LetterBoxes(Sequence[Box | None]):
    """The boxes of a page's characters, four numbers each, in points.

    A file of two thousand pages has millions of letters; a tuple for each would not fit into
    a worker, so a box becomes a tuple only when it is asked for.
    """

    __slots__ = ("_count", "_kept")

    def __init__(self, values: array[float]) -> None:
        if len(values) % 4:
            raise ValueError("four numbers a box")
        self._count = len(values) // 4
        self._kept: array[float] | bytes = values

    def pack(self) -> None:
        """Keep the boxes in a sixth of the room, where they are seldom asked for again."""
        if not isinstance(self._kept, bytes):
            content = self._kept.tobytes()
            planes = [content[k::_ROW] for k in range(_ROW)]
            self._kept = zlib.compress(b"".join(planes), 1)

    @property
    def _values(self) -> array[float]:
        return _unpacked(self._kept) if isinstance(self._kept, bytes) else self._kept

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Box | None: ...
    @overload
    def __getitem__(self, index: slice) -> LetterBoxes: ...
    def __getitem__(self, index: int | slice) -> Box | LetterBoxes | None:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step != 1:
                raise ValueError("boxes are sliced in steps of one")
            return LetterBoxes(self._values[4 * start : 4 * max(start, stop)])
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        x0, y0, x1, y1 = self._values[4 * index : 4 * index + 4]
        if x0 == NO_BOX:
            return None
        return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))

    def __iter__(self) -> Iterator[Box | None]:
        numbers = iter(self._values.tolist())
        for x0, y0, x1, y1 in zip(numbers, numbers, numbers, numbers, strict=True):
            if x0 == NO_BOX:
                yield None
            else:
                yield round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)

    def around(self, start: int, end: int) -> Box | None:
        """The one box of letters that plainly stand on one line; None where that is not plain."""
        values = self._values[4 * start : 4 * end]
        level = _level(values)
        if level is not None:
            return level
        # The letters of a line share their lower and upper edges; a set leaves out what is no box.
        lefts, lows, highs = set(values[0::4]), set(values[1::4]), set(values[3::4])
        lefts.discard(NO_BOX)
        lows.discard(NO_BOX)
        highs.discard(NO_BOX)
        if not lefts or not lows or not highs:
            return None
        left, low, high = min(lefts), min(lows), max(highs)
        # Any two letters share more than this of their heights, roundings included.
        if not min(highs) - max(lows) > 0.4 * (high - low) + 0.05:
            return None
        first = 0
        while values[first] == NO_BOX:
            first += 4
        onward = left >= values[first] - 2 * (values[first + 3] - values[first + 1]) + 0.05
        if len(lefts) > 1 and not onward:
            return None
        return (round(left, 2), round(low, 2), round(max(values[2::4]), 2), round(high, 2))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LetterBoxes) and self._values == other._values

    def __hash__(self) -> int:
        return hash(self._values.tobytes())


_NOWHERE = array("f", (NO_BOX,) * 4).tobytes()
_NO_EDGE = array("f", (NO_BOX,)).tobytes()
_LEAST_HEIGHT = 0.1


def _level(values: array[float]) -> Box | None:
    """The box around letters that stand as print does: on one line, of one height, in order."""
    content = values.tobytes().replace(_NOWHERE, b"")
    placed = array("f", content)
    if not placed or _NO_EDGE in content:
        return None
    letters = len(placed) // 4
    _, low, _, high = placed[:4]
    lows, highs = placed[1::4].tobytes(), placed[3::4].tobytes()
    if lows != lows[:4] * letters or highs != highs[:4] * letters or high - low < _LEAST_HEIGHT:
        return None
    lefts = placed[0::4].tolist()
    left = min(lefts)
    if left < lefts[0] - 2 * (high - low) + 0.05:
        return None
    return (round(left, 2), round(low, 2), round(max(placed[2::4]), 2), round(high, 2))


@lru_cache(maxsize=8)
def _unpacked(packed: bytes) -> array[float]:
    """The numbers of a page whose boxes were packed; pages are asked for one after another."""
    planes = zlib.decompress(packed)
    count = len(planes) // _ROW
    content = bytearray(len(planes))
    for k in range(_ROW):
        content[k::_ROW] = planes[k * count : (k + 1) * count]
    return array("f", bytes(content))

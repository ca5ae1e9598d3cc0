"""Lines of letters that a finder of lines has overlooked, from the ink outside its boxes.

A stamp across a title is enough for a trained finder to pass over the whole title. What it
passes over would be missing from the page without a sign.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from tecum.reading.ocr.picture import Grey

__all__ = ["Box", "overlooked_lines"]

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""

_FEWEST = 4
_LOWEST, _HIGHEST, _WIDEST = 5, 90, 120
_REACH = 1.2
"""How far letters of one line stand apart, in heights of a letter."""
_MARGIN = 4


def overlooked_lines(binary: Grey, boxes: Sequence[Box]) -> list[Box]:
    """Boxes around pieces of ink that look like letters in a row and lie in none of the boxes.

    Args:
        binary: The page, black on white.
        boxes: What the finder of lines has found.
    """
    _, _, stats, middles = cv2.connectedComponentsWithStats(cv2.bitwise_not(binary))
    wide, high = stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT]
    like = (high >= _LOWEST) & (high <= _HIGHEST) & (wide >= 2) & (wide <= _WIDEST)
    like &= high <= 12 * wide
    pieces, centres = stats[1:][like], middles[1:][like].astype(int)
    if not len(pieces):
        return []
    held = np.zeros(binary.shape, np.uint8)
    for x0, y0, x1, y1 in boxes:
        held[y0:y1, x0:x1] = 1
    pieces = pieces[held[centres[:, 1], centres[:, 0]] == 0]
    if len(pieces) < _FEWEST:
        return []
    usual = int(np.median(pieces[:, cv2.CC_STAT_HEIGHT]))
    near = pieces[:, cv2.CC_STAT_HEIGHT] >= 0.5 * usual
    return _in_rows(pieces[near], binary.shape, usual)


def _in_rows(pieces: Grey, shape: tuple[int, ...], usual: int) -> list[Box]:
    """Pieces that stand side by side, as one box where there are enough of them."""
    sheet = np.zeros(shape, np.uint8)
    reach = max(int(_REACH * usual), 1)
    for x, y, wide, high, _ in pieces.tolist():
        # Only the middle of a letter is drawn, so that lines one above the other stay apart.
        sheet[y + high // 3 : y + high - high // 3, x : x + wide + reach] = 1
    _, marks, stats, _ = cv2.connectedComponentsWithStats(sheet)
    row_of = marks[
        pieces[:, cv2.CC_STAT_TOP] + pieces[:, cv2.CC_STAT_HEIGHT] // 2,
        pieces[:, cv2.CC_STAT_LEFT],
    ]
    found = []
    for row in range(1, len(stats)):
        of_row = pieces[row_of == row]
        if len(of_row) < _FEWEST:
            continue
        left, top = of_row[:, 0].min(), of_row[:, 1].min()
        right = (of_row[:, 0] + of_row[:, 2]).max()
        bottom = (of_row[:, 1] + of_row[:, 3]).max()
        if bottom - top <= 3 * usual and right - left >= 2 * (bottom - top):
            height, width = shape
            found.append((
                max(int(left) - _MARGIN, 0), max(int(top) - _MARGIN, 0),
                min(int(right) + _MARGIN, width), min(int(bottom) + _MARGIN, height),
            ))  # fmt: skip
    return found

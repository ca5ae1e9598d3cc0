"""The best place of a frame is the same by counting a width once and by trying every place."""

from __future__ import annotations

import numpy as np
import pytest

from tecum.reading.ocr.frame_sides import _LARGER, _SIDE, _WORST_SIDE, FrameSides, _enough
from tecum.reading.ocr.ink import Pixels


def slowly(piece: Pixels, wide: int, tall: int) -> float:
    """The best score of a frame of this size, side by side."""
    best = 0.0
    rows, columns = piece.shape
    for y in range(rows - tall):
        for x in range(columns - wide):
            sides = (
                piece[y, x : x + wide + 1], piece[y + tall, x : x + wide + 1],
                piece[y : y + tall + 1, x], piece[y : y + tall + 1, x + wide],
            )  # fmt: skip
            shares = [float(side.mean()) for side in sides]
            total = sum(shares) / 4
            if min(shares) >= _WORST_SIDE and total >= _SIDE:
                best = max(best, total + wide * _LARGER)
    return best


@pytest.mark.parametrize("seed", range(6))
def test_the_best_frame_of_a_size_is_that_of_trying_every_place(seed: int) -> None:
    chance = np.random.default_rng(seed)
    piece: Pixels = (chance.random((26, 34)) < 0.25).astype(np.uint8)
    if seed % 2:
        piece[5, 4:20] = piece[19, 4:20] = piece[5:20, 4] = piece[5:20, 19] = 1
        piece[5, 8] = piece[12, 4] = 0
    sides = FrameSides(piece, 1)
    for wide in range(7, 20):
        for tall in (wide, wide - 1, wide + 1):
            found = sides.of_size(wide, tall)
            assert (found[0] if found else 0.0) == pytest.approx(slowly(piece, wide, tall))
    assert not seed % 2 or sides.of_size(15, 14) is not None


def test_the_fewest_dots_of_a_side_are_told_as_their_share_is() -> None:
    for length in range(1, 200):
        enough = _enough(length)
        assert enough / length >= _WORST_SIDE > (enough - 1) / length

"""The boxes of letters: packed or not, they are the same boxes."""

from __future__ import annotations

import random
from array import array

import pytest

from tecum.reading.text.letter_boxes import NO_BOX, LetterBoxes


def _boxes(letters: int) -> LetterBoxes:
    rng = random.Random(letters)
    values = array("f")
    for _ in range(letters):
        x, y = rng.uniform(-50, 600), rng.uniform(0, 800)
        row = (NO_BOX,) * 4 if rng.random() < 0.2 else (x, y, x + 5.5, y + 11.25)
        values.extend(row)
    return LetterBoxes(values)


@pytest.mark.parametrize("letters", [0, 1, 17, 3000])
def test_packed_boxes_are_the_same_boxes(letters: int) -> None:
    loose, packed = _boxes(letters), _boxes(letters)
    packed.pack()
    packed.pack()
    assert len(packed) == letters
    assert list(packed) == list(loose)
    assert packed == loose
    assert hash(packed) == hash(loose)
    for start, end in ((0, letters), (letters // 3, letters // 2), (letters, letters)):
        assert list(packed[start:end]) == list(loose[start:end])
        assert packed.around(start, end) == loose.around(start, end)
    if letters:
        assert packed[letters - 1] == loose[-1]


def test_packing_saves_room_on_letters_that_stand_in_lines() -> None:
    values = array("f")
    for i in range(3000):
        x, y = 72 + 5.3 * (i % 80), 730 - 15 * (i // 80)
        values.extend((x, y, x + 5.3, y + 11))
    boxes = LetterBoxes(values)
    boxes.pack()
    assert isinstance(boxes._kept, bytes)
    assert len(boxes._kept) * 4 < 4 * len(values)


def test_a_box_has_four_numbers() -> None:
    with pytest.raises(ValueError, match="four numbers"):
        LetterBoxes(array("f", [1.0, 2.0, 3.0]))

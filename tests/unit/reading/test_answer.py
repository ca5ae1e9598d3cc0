"""A child's answer: numbers are checked by their bytes as they would be one by one."""

from __future__ import annotations

import base64
import math
import random
import struct
from array import array
from typing import Any

import pytest

from tecum.reading.answer import BadAnswer, Gathered, _are_in_range, _are_near
from tecum.reading.text.letter_boxes import NO_BOX

EDGES = (NO_BOX, 0.0, -0.0, 8191.99, 8192.0, -8192.0, 19_999.0, 20_000.0, -32_769.0, -39_999.0)


def _page(text: str, boxes: str) -> dict[str, Any]:
    line = [0, len(text), "body", [0.0, 0.0, 9.0, 9.0], 9.0, False, 1]
    return {
        "n": 1, "width": 612.0, "height": 792.0, "rotation": 0, "text_from": "native",
        "text": text, "lines": [line], "boxes": boxes, "ink": [],
    }  # fmt: skip


def _packed(*values: float) -> str:
    return base64.b64encode(array("f", values).tobytes()).decode("ascii")


def test_a_look_at_the_bytes_never_passes_what_a_look_at_the_numbers_refuses() -> None:
    rng = random.Random(7)
    near = 0
    for _ in range(20_000):
        row = [
            struct.unpack("f", rng.randbytes(4))[0]
            if rng.random() < 0.1
            else rng.choice((*EDGES, rng.uniform(-600, 900)))
            for _ in range(rng.randint(0, 5))
        ]
        values = array("f", row)
        if _are_near(values.tobytes()):
            near += 1
            assert _are_in_range(values)
    assert near > 1000


def test_a_page_of_usual_numbers_is_told_by_its_bytes() -> None:
    row = [NO_BOX if i % 7 == 0 else 0.37 * i - 900 for i in range(12_000)]
    assert _are_near(array("f", row).tobytes())


@pytest.mark.parametrize("far", [20_000.0, -40_000.0, math.inf, -math.inf, math.nan])
def test_a_box_beyond_any_page_is_refused(far: float) -> None:
    with pytest.raises(BadAnswer):
        Gathered().add({"pages": [_page("a", _packed(1.0, 2.0, far, 4.0))]})


@pytest.mark.parametrize("boxes", ["AAAA", "*" * 24, "AAAAAAAAAAAAAAAAAAAAAA==x", "é", _packed(1)])
def test_boxes_that_are_none_are_refused(boxes: str) -> None:
    with pytest.raises(BadAnswer):
        Gathered().add({"pages": [_page("a", boxes)]})


@pytest.mark.parametrize(
    "box", [[1, 2, 0.5, 4], [1.0, 2.0, 3.0], [0.0, 0.0, math.nan, 1.0], "abcd"]
)
def test_a_line_whose_box_is_none_is_refused(box: Any) -> None:
    raw = _page("a", _packed(1.0, 2.0, 3.0, 4.0))
    raw["lines"][0][3] = box
    with pytest.raises(BadAnswer):
        Gathered().add({"pages": [raw]})


def test_the_boxes_of_a_long_file_are_packed_and_say_the_same() -> None:
    gathered = Gathered()
    rows = [_page(f"p{n:03}", _packed(*range(n, n + 16))) for n in range(1, 251)]
    for n, row in enumerate(rows, start=1):
        row["n"] = n
    gathered.add({"pages": rows})
    text = gathered.text()
    assert text.span(1, 1, 2).boxes == ((5.0, 6.0, 7.0, 8.0),)
    assert text.span(250, 1, 2).boxes == ((254.0, 255.0, 256.0, 257.0),)

"""What a recognised page holds beside its words: check-boxes with their labels (READING 12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tecum.reading.ocr.boxes import boxes_beside, label_of
from tecum.reading.ocr.ink import Pixels, Word
from tecum.reading.pdf.forms import field_row

__all__ = ["Marks", "marks_on"]

Area = tuple[float, float, float, float]
_THIRD = "©"
"""What a model of letters makes of "(c)" with narrow brackets: no frame, where it stands alone."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Rows for the page's ``fields``, and the words that are frames, by number."""

    fields: tuple[dict[str, Any], ...]
    frames: frozenset[int]


def marks_on(grey: Pixels, words: Sequence[Word], to_page: Callable[[Area], Area], n: int) -> Marks:
    """The check-boxes beside words of one upright picture.

    A frame by itself is marked ``alone``: only a form's template may call it a check-box. Words
    that are frames taken for letters should be left out of the page's text.

    Args:
        grey: The picture that was recognised, one byte a pixel.
        words: The recognised words, boxes in its pixels.
        to_page: From such a box to points of the unrotated page.
        n: The page's number.
    """
    found = boxes_beside(grey, words)
    fields = []
    for box in found:
        x0, y0, x1, y1 = box.box
        place = to_page((x0, y0, x1, y1))
        row = field_row("", label_of(box, words, found), n, place, state=box.state)
        fields.append({**row, "alone": box.stands == "alone"})
    frames = frozenset(
        box.read_as
        for box in found
        if box.read_as is not None
        and not (box.stands == "alone" and words[box.read_as].text == _THIRD)
    )
    return Marks(tuple(fields), frames)

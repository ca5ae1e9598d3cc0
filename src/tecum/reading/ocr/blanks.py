"""Empty lines of a form, drawn where words should stand: "on the ____ day of ____" (READING 8).

Typed into a file, a blank is underscores and says that nothing was filled in. On a picture it
is a rule, which a recogniser leaves out, so that the sentence would seem whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from tecum.reading.ocr.ink import dark_pixels
from tecum.reading.ocr.picture import Grey
from tecum.reading.ocr.recognise import SeenWord

__all__ = ["with_blanks"]

Rect = tuple[int, int, int, int]
_SHORTEST, _LONGEST = 0.28, 4.5
"""Inches: from the blank of a day's two figures to that of an address."""
_THICK = 0.03
_EMPTY = 0.012
_MOST_RULES = 300
_SURE = 90
_PLAIN = 75
"""Confidence from which a word is one: a signature is read as words too."""


def with_blanks(words: Sequence[SeenWord], binary: Grey, grey: Grey, dpi: int) -> list[SeenWord]:
    """The words with underscores for each empty rule that goes on a row of words.

    A rule with ink above it was filled in by hand; one with words above it underlines them or
    closes their cell; one with no word beside it is a signature's, or parts two blocks.

    Args:
        words: What was recognised.
        binary: The page in black and white, in which its rules are looked for.
        grey: The page as it was, in which faint handwriting is looked for.
        dpi: Its density.
    """
    said = [w for w in words if any(c.isalnum() for c in w.text)]
    if not said:
        return list(words)
    high = float(np.median([w.box[3] - w.box[1] for w in said]))
    rules = [
        rule
        for rule in _rules(np.asarray(cv2.bitwise_not(binary), np.uint8), dpi)
        if not any(_stands_on(word, rule, high) for word in said)
    ]
    if not rules:
        return list(words)
    dark = dark_pixels(grey)
    made = [
        blank
        for rule in rules
        if _is_empty(dark, rule, high) and (blank := _blank(said, rule, high)) is not None
    ]
    kept = [w for w in words if any(c.isalnum() for c in w.text) or not _is_under(w, made)]
    return [*kept, *made]


def _rules(dark: NDArray[np.uint8], dpi: int) -> list[Rect]:
    """Thin level strokes, as left, top, width and height."""
    kernel = np.ones((1, max(8, int(_SHORTEST * dpi))), np.uint8)
    lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
    outlines, _ = cv2.findContours(lines, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = (cv2.boundingRect(outline) for outline in outlines[:_MOST_RULES])
    thick, longest = max(3.0, _THICK * dpi), _LONGEST * dpi
    return sorted((x, y, w, h) for x, y, w, h in found if h <= thick and w <= longest)


def _stands_on(word: SeenWord, rule: Rect, high: float) -> bool:
    """Whether a word stands over a rule or is struck by it."""
    x0, y0, x1, y1 = word.box
    x, y, w, _ = rule
    common = min(x1, x + w) - max(x0, x)
    return common > 0.3 * high and y - 1.6 * high < (y0 + y1) / 2 < y + 0.4 * high


def _is_empty(dark: NDArray[np.uint8], rule: Rect, high: float) -> bool:
    x, y, w, _ = rule
    gap = max(2, round(0.15 * high))
    over = dark[max(0, y - round(1.2 * high)) : max(0, y - gap), x + 2 : x + w - 2]
    return over.size > 0 and float((over > 0).mean()) <= _EMPTY


def _blank(said: Sequence[SeenWord], rule: Rect, high: float) -> SeenWord | None:
    """The blank as a word of the row that the rule goes on."""
    x, y, w, h = rule
    row = [
        word
        for word in said
        if word.confidence >= _PLAIN and -0.3 * high <= y + h - word.base <= 0.6 * high
    ]
    if not row:
        return None
    near = min(row, key=lambda word: max(x - word.box[2], word.box[0] - x - w))
    if max(x - near.box[2], near.box[0] - x - w) > 2.5 * high:
        return None
    text = "_" * min(60, max(2, round(2 * w / high)))
    box = (float(x), near.base - high, float(x + w), near.base)
    return SeenWord(text, box, near.base, near.line, _SURE)


def _is_under(word: SeenWord, blanks: Sequence[SeenWord]) -> bool:
    """Whether signs without a letter are what the recogniser made of a blank."""
    x0, y0, x1, y1 = word.box
    return any(
        min(x1, b.box[2]) - max(x0, b.box[0]) > 0.5 * (x1 - x0)
        and b.box[1] - 4 <= (y0 + y1) / 2 <= b.box[3] + (b.box[3] - b.box[1])
        for b in blanks
    )

"""Doubtful figures are looked at twice: a deadline may hang on one of them (READING 5, 15).

A recogniser that takes a 5 for a 6 is often half sure of it. The figure is cut out, enlarged,
and recognised again by itself; where the two looks differ, neither is believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, repeat

import cv2
import numpy as np

from tecum.reading.ocr.picture import Grey
from tecum.reading.ocr.recognise import Reads, SeenWord

__all__ = ["figures_looked_at_twice"]

_FIGURE = re.compile(
    r"[(\[]?(?:\d{1,4}(?:[/.:-]\d{1,4}){1,2}(?:[ap]\.?m\.?)?|\d{1,4}(?:st|nd|rd|th)?)[)\],.;:]{0,3}",
    re.IGNORECASE,
)
_MARK = re.compile(r"\d{1,2}[.)]")
_COUNT = re.compile(r"[(\[]?\d{1,4}[)\]]?")
_UNIT = re.compile(
    r"(?:business|calendar|working|court|days?|hours?|weeks?|months?)\b", re.IGNORECASE
)
"""Behind a count it makes a period of it, which moves a deadline however sure it looked."""
_DOUBTFUL = 90
_DISBELIEVED = 40
_MOST = 60
_MARGIN = 6
_TIMES = 2


def figures_looked_at_twice(
    words: Sequence[SeenWord], grey: Grey, dpi: int, recogniser: Reads
) -> tuple[SeenWord, ...]:
    """The words, with those figures made doubtful on which a second look does not agree.

    Args:
        words: What was recognised.
        grey: The picture in which their boxes lie, before it was made black and white.
        dpi: Its dots an inch.
        recogniser: The engine.
    """
    left = _MOST
    found: list[SeenWord] = []
    behind = chain((word.text for word in words[1:]), repeat(""))
    for word, next_ in zip(words, behind, strict=False):
        is_counted = _COUNT.fullmatch(word.text) is not None and _UNIT.match(next_) is not None
        doubted = (is_counted or word.confidence < _DOUBTFUL) and _is_figure(word.text)
        agreed = not doubted or (
            left > 0 and _again(word, grey, dpi, recogniser) == _digits(word.text)
        )
        left -= doubted
        found.append(
            word if agreed else replace(word, confidence=min(word.confidence, _DISBELIEVED))
        )
    return tuple(found)


def _is_figure(text: str) -> bool:
    """Whether a word is a number, a day or a time; the number of an item is its own matter."""
    return _FIGURE.fullmatch(text) is not None and _MARK.fullmatch(text) is None


def _again(word: SeenWord, grey: Grey, dpi: int, recogniser: Reads) -> str:
    x0, y0, x1, y1 = (int(v) for v in word.box)
    rows = slice(max(y0 - _MARGIN, 0), y1 + _MARGIN)
    piece = grey[rows, max(x0 - _MARGIN, 0) : x1 + _MARGIN]
    if min(piece.shape) < 4:
        return ""
    large = cv2.resize(piece, None, fx=_TIMES, fy=_TIMES, interpolation=cv2.INTER_CUBIC)
    return _digits(recogniser.line(np.asarray(large, np.uint8), _TIMES * dpi, "eng"))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())

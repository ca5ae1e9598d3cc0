"""Recognised words as the words of a page, so that they are put in lines like any others."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

import numpy as np

from tecum.reading.ocr.mapping import Mapping
from tecum.reading.ocr.recognise import SeenWord
from tecum.reading.text.glyphs import PageWord

__all__ = [
    "mean_confidence",
    "page_words",
    "placed_natively",
    "without_flourish",
    "without_scrawl",
    "without_shadows",
]

Rect = tuple[float, float, float, float]
_TALL = frozenset("bdfhkltABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ßéíóúáñü()[]{}/|§$&%#")
_SURE = 60
_SMALL = frozenset("acemnorsuvwxzgpqy")


def mean_confidence(words: Iterable[SeenWord]) -> float:
    """The mean confidence of the letters of words; 0 where there are none."""
    total = count = 0
    for word in words:
        total += word.confidence * len(word.text)
        count += len(word.text)
    return total / count if count else 0.0


def page_words(seen: Sequence[SeenWord], mapping: Mapping, dpi: int, height: int) -> list[PageWord]:
    """Words with boxes in points: on the straightened picture for order, on the page for proof.

    A recognised box hugs the ink, so that "were" is lower than "Will"; the box for ordering
    is built from the baseline and the line's letter size, as a font's would be.
    """
    scale = 72 / dpi
    sizes = _sizes(seen)
    found: list[PageWord] = []
    for word in seen:
        size = sizes[word.line] * scale
        base = (height - word.base) * scale
        box = (word.box[0] * scale, base - 0.22 * size, word.box[2] * scale, base + 0.9 * size)
        place = mapping.to_page(word.box)
        found.append(
            PageWord(word.text, box, place, array("f"), round(1.12 * size, 2), conf=word.confidence)
        )
    _with_letters(found, seen, mapping)
    return found


def _sizes(seen: Sequence[SeenWord]) -> dict[int, float]:
    """The size of type of each line, in pixels: from how far letters rise over the baseline."""
    rises: dict[int, list[float]] = defaultdict(list)
    for word in seen:
        rise = word.base - word.box[1]
        if any(c in _TALL for c in word.text):
            rises[word.line].append(rise / 0.71)
        elif any(c in _SMALL for c in word.text):
            rises[word.line].append(rise / 0.48)
    usual = median([v for row in rises.values() for v in row]) if rises else 20.0
    return {w.line: median(rises[w.line]) if rises[w.line] else usual for w in seen}


def _with_letters(found: list[PageWord], seen: Sequence[SeenWord], mapping: Mapping) -> None:
    """Give every letter a box: its word's, cut evenly."""
    rows = []
    for word in seen:
        x0, y0, x1, y1 = word.box
        step = (x1 - x0) / len(word.text)
        rows += [(x0 + i * step, y0, x0 + (i + 1) * step, y1) for i in range(len(word.text))]
    if not rows:
        return
    places = mapping.all_to_page(np.array(rows)).astype(np.float32)
    at = 0
    for made in found:
        made.letters = array("f", places[at : at + len(made.text)].tobytes())
        at += len(made.text)


def without_scrawl(seen: Sequence[SeenWord], ink: Sequence[Rect]) -> list[SeenWord]:
    """The words without those that a signature was taken for: unsure, on strokes, and either
    large or alone on their line."""
    if not ink or not seen:
        return list(seen)
    sizes = _sizes(seen)
    usual = median([sizes[w.line] for w in seen])
    lines: dict[int, list[SeenWord]] = defaultdict(list)
    for word in seen:
        lines[word.line].append(word)
    clear = mean_confidence(seen) >= _CLEAR_PAGE
    scrawled = {n for n, words in lines.items() if clear and _is_scrawl(words, ink)}
    return [
        w
        for w in seen
        if w.line not in scrawled
        and (
            w.confidence >= _SURE
            or sizes[w.line] < 1.5 * usual
            or not any(_on(w.box, stroke) for stroke in ink)
        )
    ]


_CLEAR_PAGE = 80
_MOST_OF_SCRAWL = 6
_HALF_SURE = 70


def _is_scrawl(words: Sequence[SeenWord], ink: Sequence[Rect]) -> bool:
    """Whether a short line of a clear page holds nothing but doubt, most of it upon strokes."""
    if len(words) > _MOST_OF_SCRAWL or any(w.confidence >= _HALF_SURE for w in words):
        return False
    upon = sum(w.confidence < _SURE and any(_on(w.box, s) for s in ink) for w in words)
    return 3 * upon >= 2 * len(words)


def without_flourish(seen: Sequence[SeenWord]) -> list[SeenWord]:
    """The words without lines that tower over the page's type and were read with doubt.

    They are left out before strokes are looked for, so that what is drawn there is reported.
    """
    if not seen or mean_confidence(seen) < _CLEAR_PAGE:
        return list(seen)
    usual = median([w.box[3] - w.box[1] for w in seen])
    lines: dict[int, list[SeenWord]] = defaultdict(list)
    for word in seen:
        lines[word.line].append(word)
    drawn = {
        n
        for n, words in lines.items()
        if len(words) <= _MOST_OF_FLOURISH
        and all(w.confidence < _HALF_SURE and w.box[3] - w.box[1] >= 2.2 * usual for w in words)
    }
    return [w for w in seen if w.line not in drawn]


_MOST_OF_FLOURISH = 3


def _on(box: Rect, stroke: Rect) -> bool:
    """Whether most of a box lies on a stroke's box."""
    wide = min(box[2], stroke[2]) - max(box[0], stroke[0])
    high = min(box[3], stroke[3]) - max(box[1], stroke[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return wide > 0 and high > 0 and wide * high > 0.5 * area


def placed_natively(
    words: Iterable[PageWord], mapping: Mapping, dpi: int, height: int
) -> list[PageWord]:
    """The page's own words, their boxes for ordering moved onto the straightened picture."""
    scale = 72 / dpi
    kept = []
    for word in words:
        x0, y0, x1, y1 = mapping.from_page(word.place)
        word.box = (x0 * scale, (height - y1) * scale, x1 * scale, (height - y0) * scale)
        kept.append(word)
    return kept


def without_shadows(seen: Sequence[PageWord], own: Sequence[PageWord]) -> list[PageWord]:
    """Recognised words that do not lie on words which the page states itself."""
    if not own:
        return list(seen)
    return [word for word in seen if _covered(word.place, own) < 0.4]


def _covered(box: Rect, own: Sequence[PageWord]) -> float:
    area = max((box[2] - box[0]) * (box[3] - box[1]), 0.01)
    total = 0.0
    for word in own:
        place = word.place
        wide = min(box[2], place[2]) - max(box[0], place[0])
        high = min(box[3], place[3]) - max(box[1], place[1])
        if wide > 0 and high > 0:
            total += wide * high
    return total / area

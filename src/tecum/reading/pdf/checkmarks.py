"""Check-boxes that are drawn or typed on a page, each anchored by its label (READING 12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tecum.reading.pdf.forms import CHECKED, UNCHECKED, field_row, label_beside
from tecum.reading.text.glyphs import Frame, PageWord

__all__ = ["boxes_of_glyphs", "drawn_boxes", "is_box_sized", "pictured_boxes"]

Rect = tuple[float, float, float, float]

_TICKS = frozenset("✓✔✗✘✕✖❌")
_OFF = frozenset({"[]", "[_]", "[__]"})
_ON = frozenset({"[X]", "[x]", "[✓]", "[✔]"})
_SIGNS = UNCHECKED | CHECKED | _OFF | _ON | {"]"}
"""What a word must be for there to be a check-box among the letters."""
_TYPED = frozenset({"X", "x", "XX", "4", "8", "n", "l", "■", "●", "✱", "*", "√", "v", "V"})
"""What stands in a frame as its mark; the letters are those of dingbat fonts."""
_EMPTY, _MARKED = 0.03, 0.15
"""Share of a frame that its mark's bounds take; the frame's own stroke is among its bounds."""


def drawn_boxes(
    squares: Sequence[Rect],
    marks: Sequence[Rect],
    words: Sequence[PageWord],
    frame: Frame,
    n: int,
) -> list[dict[str, Any]]:
    """Squares drawn beside a label, with or without a mark inside; a free square is not read."""
    unique: list[Rect] = []
    for square in squares:
        if not any(_overlap(square, other) > 0.6 for other in unique):
            unique.append(square)
    places = [frame.turn(square) for square in unique]
    found: list[dict[str, Any]] = []
    for square, place in zip(unique, places, strict=True):
        label = label_beside(place, words, [p for p in places if p is not place])
        if not any(c.isalpha() for c in label):
            continue
        state = _state(square, place, marks, words)
        found.append(field_row("", label, n, square, state=state))
    return found


def is_box_sized(box: Rect) -> bool:
    """Whether a picture is as small and square as a check-box."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    return 6 <= max(wide, tall) <= 24 and abs(wide - tall) <= 0.25 * max(wide, tall)


def pictured_boxes(
    pictures: Sequence[tuple[Rect, float]], words: Sequence[PageWord], frame: Frame, n: int
) -> list[dict[str, Any]]:
    """Small pictures before labels, with the ink inside each: at least two, or they are bullets."""
    places = [frame.turn(box) for box, _ in pictures]
    found: list[dict[str, Any]] = []
    for (box, ink), place in zip(pictures, places, strict=True):
        label = label_beside(place, words, [p for p in places if p is not place])
        if any(c.isalpha() for c in label):
            state = "unchecked" if ink < 0.06 else "checked" if ink >= 0.16 else None
            found.append(field_row("", label, n, box, state=state))
    alike = {row["state"] for row in found} == {"checked"}
    return [] if len(found) < 2 or alike else found


def _state(
    square: Rect, place: Rect, marks: Sequence[Rect], words: Sequence[PageWord]
) -> str | None:
    typed = [w for w in words if _inside_half(w.box, place) and len(w.text) <= 2]
    if any(w.text in CHECKED or w.text in _TYPED for w in typed):
        return "checked"
    share = max((_overlap(square, mark) for mark in marks), default=0.0)
    if share >= _MARKED:
        return "checked"
    return "unchecked" if share < _EMPTY and not typed else None


def _inside_half(box: Rect, place: Rect) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return place[0] <= x <= place[2] and place[1] <= y <= place[3]


def _overlap(square: Rect, mark: Rect) -> float:
    """The share of a square that a mark's bounds take, for marks of about its size."""
    width = min(square[2], mark[2]) - max(square[0], mark[0])
    height = min(square[3], mark[3]) - max(square[1], mark[1])
    side = square[2] - square[0]
    if width <= 0 or height <= 0 or mark[2] - mark[0] > 3 * side or mark[3] - mark[1] > 3 * side:
        return 0.0
    return width * height / max((square[2] - square[0]) * (square[3] - square[1]), 0.1)


def boxes_of_glyphs(words: Sequence[PageWord], n: int) -> list[dict[str, Any]]:
    """Check-boxes that are letters of the text: ☐ ☒ ✓, and ``[ ]`` or ``[X]``."""
    if _SIGNS.isdisjoint([w.text for w in words]):
        return []
    words = _with_brackets(words)
    signs = [w for w in words if w.upright and _glyph_state(w.text) is not None]
    boxed = any(_glyph_state(w.text) == "unchecked" or w.text in "☑☒🗹🗷" for w in signs)
    places = [w.box for w in signs]
    found: list[dict[str, Any]] = []
    for word in signs:
        if word.text in _TICKS and not boxed:
            continue
        rest = [p for p in places if p is not word.box]
        label = label_beside(word.box, [w for w in words if w is not word], rest)
        if not any(c.isalpha() for c in label):
            continue
        found.append(field_row("", label, n, word.place, state=_glyph_state(word.text)))
    return found


def _with_brackets(words: Sequence[PageWord]) -> list[PageWord]:
    """The words with ``[ ]`` and ``[ X ]``, which stand as two or three, put together."""
    out: list[PageWord] = []
    for word in words:
        out.append(word)
        if word.text != "]" or len(out) < 2:
            continue
        start = next((k for k in (2, 3) if len(out) >= k and out[-k].text == "["), 0)
        inside = out[-2].text if start == 3 else ""
        if start and (inside in ("", "x", "X", "✓", "✔")) and _is_near(out[-start], word):
            first = out[-start]
            sign = replace(
                first,
                text=f"[{inside}]",
                box=(first.box[0], first.box[1], word.box[2], word.box[3]),
                place=(first.place[0], first.place[1], word.place[2], word.place[3]),
            )
            del out[-start:]
            out.append(sign)
    return out


def _is_near(a: PageWord, b: PageWord) -> bool:
    height = a.box[3] - a.box[1]
    return 0 <= b.box[0] - a.box[2] < 3 * height and abs(a.box[1] - b.box[1]) < 0.5 * height


def _glyph_state(text: str) -> str | None:
    if text in UNCHECKED or text in _OFF:
        return "unchecked"
    if text in CHECKED or text in _ON:
        return "checked"
    return None

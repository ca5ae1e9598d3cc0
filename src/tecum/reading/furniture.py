"""What stands on a page beside its body: stamps, gutter numbers, running heads (READING 6)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tecum.reading.glyphs import PageWord
from tecum.reading.layout import Layer, Line

__all__ = ["gutter_words", "is_page_number", "is_stamp", "with_running_lines"]

_DATE = r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|[A-Z][a-z]{2}\.? ?\d{1,2},? ?\d{4}|\d{4}-\d{2}-\d{2}"
_STAMPS = tuple(
    re.compile(pattern)
    for pattern in (
        # The filing line of the federal courts' electronic case files, and its appeals form.
        (
            r"(?i)case:? ?\S{3,30}.{0,40}\b(?:document|doc|dkt|docket|ecf|entry)\b.{0,60}"
            rf"\b(?:filed|entered|page ?id|date filed)\b.{{0,40}}(?:{_DATE}|#)"
        ),
        (
            r"(?i)(?:filed|entered|fsd|docketed)\b[: ].{0,60}"
            rf"(?:{_DATE}).{{0,60}}\b(?:page|pg|document|doc|index|clerk|a\.?m\.?|p\.?m\.?)\b"
        ),
        r"(?i)(?:nyscef|e-?filed|electronically (?:filed|received)|efiled)\b.{0,120}",
        r"(?i)received nyscef.{0,60}",
        r"(?i)index no\. ?\S+ .{0,20}received nyscef.{0,40}",
        rf"(?i)date filed:? .{{0,20}}(?:{_DATE}|\d{{1,2}}).{{0,80}}",
        # A fax machine's line: date or number with a page count.
        (
            rf"(?i)(?:fax|from|to|rx|tx)\b.{{0,80}}(?:{_DATE}|\d\d:\d\d).{{0,60}}"
            r"\b(?:p(?:age|g)?\.? ?\d{1,3}|\d{1,3}/\d{1,3})"
        ),
        (
            r"(?i).{0,40}\b\d{1,2}:\d\d(?: ?[ap]\.? ?m\.?)?.{0,40}\bfax\b.{0,60}"
            r"\bp(?:age|g)?\.? ?\d{1,3}(?: ?(?:/|of) ?\d{1,3})?"
        ),
        (
            rf"(?i)(?:{_DATE})[ ,]+\d{{1,2}}:\d\d.{{0,80}}"
            r"\b(?:p(?:age|g)?\.? ?\d{1,3}(?: ?/ ?\d+)?|\d{1,3}/\d{1,3})"
        ),
    )
)
_RECEIVED = re.compile(rf"(?i)(?:received|filed|copy|docketed)(?: (?:on|by)?.{{0,30}}(?:{_DATE}))?")
_BATES = re.compile(r"[A-Z][A-Z0-9&.]{0,14}(?:[-_ ][A-Z0-9]{1,12}){0,3}[-_ ]?\d{4,10}")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:-? ?)(?:page|pg\.?|p\.)? ?\d{1,4}(?: ?(?:of|/|de) ?\d{1,4})?(?: ?-?)"
)


def is_stamp(text: str, from_top: float, from_bottom: float) -> bool:
    """Whether a line is a filing line, fax line, Bates number or other stamp at a page's edge.

    Args:
        text: The line.
        from_top: Its distance from the displayed page's top as a share of the height.
        from_bottom: The same from the bottom.
    """
    text = text[:300].strip()
    if min(from_top, from_bottom) > 0.12:
        return False
    if any(pattern.fullmatch(text) or pattern.match(text) for pattern in _STAMPS):
        return True
    if min(from_top, from_bottom) > 0.07:
        return False
    return bool(_BATES.fullmatch(text)) or (len(text) < 40 and bool(_RECEIVED.fullmatch(text)))


def is_page_number(text: str, from_top: float, from_bottom: float) -> bool:
    """Whether a line at the page's edge is nothing but its number."""
    return min(from_top, from_bottom) <= 0.09 and bool(_PAGE_NUMBER.fullmatch(text.strip()))


def gutter_words(words: Sequence[PageWord], width: float, height: float) -> list[PageWord]:
    """The line numbers of pleading paper: 1, 2, 3 … down the left edge, evenly spaced."""
    numbers = [w for w in words if w.box[2] < 0.2 * width and w.text.isdecimal() and w.upright]
    if len(numbers) < 15:
        return []
    numbers.sort(key=lambda w: (-w.box[1], w.box[0]))
    chain: list[PageWord] = []
    for word in numbers:
        if int(word.text[:4]) == len(chain) + 1 and _aligned(chain, word):
            chain.append(word)
    if not 15 <= len(chain) <= 40:
        return []
    steps = [a.box[1] - b.box[1] for a, b in pairwise(chain)]
    even = max(steps) <= 1.5 * min(steps) + 2
    return chain if even and chain[0].box[3] - chain[-1].box[1] > 0.5 * height else []


def _aligned(chain: Sequence[PageWord], word: PageWord) -> bool:
    if not chain:
        return True
    first = chain[0].box
    return abs(first[2] - word.box[2]) < 8 or abs(first[0] - word.box[0]) < 8


def with_running_lines(
    lines: Sequence[Line], heights: dict[int, tuple[float, float]]
) -> tuple[Line, ...]:
    """Move running headers and footers to their layers.

    Text that recurs at the same place on at least three pages, or on half of them, is
    furniture; numbers are masked, so that "Page 2" and "Page 3" are the same text.

    Args:
        lines: All lines of the document.
        heights: Page number → lower edge and height of the displayed page, in line boxes' terms.
    """
    places: dict[tuple[str, bool, int], set[int]] = defaultdict(set)
    keys: dict[int, tuple[str, bool, int]] = {}
    for i, line in enumerate(lines):
        zone = _zone(line, heights)
        if zone is None or line.box is None:
            continue
        key = (re.sub(r"\d+", "#", line.text.strip()), zone, round(line.box[1] / 8))
        keys[i] = key
        for near in (-1, 0, 1):
            places[(key[0], key[1], key[2] + near)].add(line.page)
    pages = len(heights)
    need = max(2, min(3, (pages + 1) // 2))
    moved = list(lines)
    for i, key in keys.items():
        if len(places[key]) >= need and moved[i].layer is Layer.BODY:
            moved[i] = replace(moved[i], layer=Layer.HEADER if key[1] else Layer.FOOTER)
    return tuple(moved)


def _zone(line: Line, heights: dict[int, tuple[float, float]]) -> bool | None:
    """True for the top eighth of a page, False for the bottom eighth, else None."""
    if line.box is None or line.page not in heights:
        return None
    low, height = heights[line.page]
    middle = ((line.box[1] + line.box[3]) / 2 - low) / height
    if middle > 0.875:
        return True
    return False if middle < 0.125 else None

"""Which marker begins a list, of which style, and at which number.

Authority: READING 12.
"""

from __future__ import annotations

import re

from tecum.reading.items.mark_signs import HURT, Marker, style_of

__all__ = ["first_value", "style_begun", "style_of_the_rest"]


def style_begun(markers: list[Marker], i: int, *, anew: bool = False) -> str | None:
    """The style of the list that a marker begins, or None where it begins none.

    ``anew``: it is the first behind a heading at which marks that run on begin another list.
    """
    marker = markers[i]
    for style, value in reversed(marker.values):
        if style == HURT:
            near = markers[i + 1 : i + 2]
            return style if near and style_of(near[0]).startswith("bullet") else None
        if style.startswith("bullet"):
            return style
        if value != 1:
            if _is_block(markers, i, style, value) or (
                (style == "request" or anew) and _is_followed(markers, i, style, value)
            ):
                return style
            continue
        careful = marker.inline or style.startswith(("bare", "roman", "words"))
        if not careful or _has_successor(markers, i, style):
            return style
    first = next((style for style, value in marker.worn if value == 1), None)
    return first if first is not None and _has_successor(markers, i, first) else None


_LED = re.compile(r":\s{0,4}$")

_FARTHEST_NEXT = 6


def style_of_the_rest(text: str, markers: list[Marker], i: int) -> str | None:
    """The style of a list of what is left of a longer one ("still missing: (3) …, (6) …")."""
    marker = markers[i]
    if marker.inline or _LED.search(text[max(0, marker.start - 8) : marker.start]) is None:
        return None
    later = markers[i + 1 : i + 3]
    for style, value in marker.values:
        if not style.startswith("number") or value > _MOST_ITEMS:
            continue
        last = value
        for other in later:
            printed = next((v for s, v in other.values if s == style), last)
            if not last < printed <= last + _FARTHEST_NEXT or other.inline:
                break
            last = printed
        else:
            if later:
                return style
    return None


_MOST_ITEMS = 60


def first_value(marker: Marker, style: str) -> int:
    """The place in the sequence at which a list of this style begins with a marker."""
    found = [value for one, value in (*marker.values, *marker.worn) if one == style]
    return 1 if 1 in found else found[0]


def _is_block(markers: list[Marker], i: int, style: str, value: int) -> bool:
    """Whether a number above one begins the later blocks of a form ("3.", "4.", "5.")."""
    if not style.startswith("number .") or markers[i].inline or value > 40:
        return False
    later = [m for m in markers[i + 1 : i + 30] if m.start - markers[i].start < 2500]
    return any((style, value + 1) in m.values for m in later)


def _is_followed(markers: list[Marker], i: int, style: str, value: int) -> bool:
    """Whether a mark that counts on from an earlier set is followed by the next of its own."""
    if markers[i].inline:
        return False
    later = [m for m in markers[i + 1 : i + 30] if m.start - markers[i].start < _FARTHEST_SET]
    return any((style, value + 1) in m.values for m in later)


_FARTHEST_SET = 4000
"""How far the next request of a set may stand; each may say much."""


def _has_successor(markers: list[Marker], i: int, style: str) -> bool:
    for later in markers[i + 1 : i + 40]:
        if later.start - markers[i].start > 2500:
            return False
        if any(s == style and v == 2 for s, v in later.values):
            return True
        if any(s == style and v == 1 for s, v in later.values):
            return False
    return False

"""An item whose marker a recogniser lost: found again where its list lacks exactly one.

Between "2." and "4." stands one line that begins a new item, behind a full stop or semicolon:
it is given apart, under the label in brackets that its list lacks. The list keeps its warning
and is unsure; no printed marker is changed.

Authority: READING 12 (a gap is warned about, never renumbered).
"""

from __future__ import annotations

import re

from tecum.reading.items.item_ends import closes
from tecum.reading.items.markers import MarkedList, Marker

__all__ = ["with_lost_markers"]

_NEW_LINE = re.compile(
    r"[.;](?:\s(?:and|or))?[ ]{0,3}\n[ \n]{0,8}(?P<junk>\W{0,3}\w{0,2}\W{0,2}[ ]{1,4})?"
    r"(?P<words>[A-Za-z\"(][^\n]{7,})"
)
_FAMILIES = ("number", "request", "upper", "lower")
_NUMBERED = ("number", "request")


def with_lost_markers(text: str, lists: list[MarkedList]) -> list[MarkedList]:
    """The same lists, each with the one item given back that a gap of one leaves room for."""
    for top in lists:
        for marked in top.walk():
            if marked.gap and marked.style.split(" ")[0] in _FAMILIES:
                _fill(text, marked)
    return lists


def _fill(text: str, marked: MarkedList) -> None:
    i = 0
    while i + 1 < len(marked.markers):
        lost = _lost(text, marked, i)
        if lost is not None:
            marked.markers.insert(i + 1, lost)
            marked.children = {
                at + 1 if at > i else at: inner for at, inner in marked.children.items()
            }
        i += 1


def _lost(text: str, marked: MarkedList, i: int) -> Marker | None:
    """The marker that stood between two of a list, where exactly one line can begin an item."""
    here, there = marked.markers[i], marked.markers[i + 1]
    value, following = _value(here, marked.style), _value(there, marked.style)
    if value is None or following != value + 2 or i in marked.children:
        return None
    worn = re.compile(
        rf"\n[ ]{{0,8}}\W{{0,3}}[A-Za-z]{{0,6}}\s?{_printed(value + 1, marked.style)}\s?[-.:)]"
        r"[ ]{0,3}(?P<words>[A-Za-z\"(][^\n]{7,})"
    )
    numbered = list(worn.finditer(text, here.content, there.start))
    if len(numbered) == 1 and marked.style.startswith(_NUMBERED):
        return Marker(
            numbered[0].start() + 1,
            numbered[0].start("words"),
            _printed(value + 1, marked.style),
            ((marked.style, value + 1),),
        )
    if marked.style.startswith("request"):
        return None
    found = [
        match
        for match in _NEW_LINE.finditer(text, here.content, there.start)
        if not closes(match["words"])
    ]
    if len(found) != 1:
        return None
    at = found[0].start("words")
    label = f"[{_printed(value + 1, marked.style)}]"
    return Marker(at, at, label, ((marked.style, value + 1),))


def _value(marker: Marker, style: str) -> int | None:
    return next((v for s, v in (*marker.values, *marker.worn) if s == style), None)


def _printed(value: int, style: str) -> str:
    if style.startswith(_NUMBERED):
        return str(value)
    return chr((64 if style.startswith("upper") else 96) + min(value, 26))

"""An item whose marker a recogniser lost: found again where its list lacks exactly one.

Between "2." and "4." stands one line that begins a new item, behind a full stop or semicolon:
it is given apart, under the label in brackets that its list lacks. The same holds of the one
paragraph between the colon that leads to a list and its "(2)". The list keeps its warning and
is unsure; no printed marker is changed.

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


def with_lost_markers(
    text: str, lists: list[MarkedList], *, recognised: bool = False
) -> list[MarkedList]:
    """The same lists, each with the one item given back that a gap of one leaves room for.

    Args:
        text: The folded text.
        lists: What was found in it.
        recognised: Its letters were read from a picture, so that a first mark may be lost too.
    """
    for top in lists:
        for marked in top.walk():
            if marked.gap and marked.style.split(" ")[0] in _FAMILIES:
                _fill(text, marked)
    return _with_first(text, lists) if recognised else lists


_SECOND = re.compile(r"(?m)^[ ]{0,12}(?P<mark>\(2\)|2[.)]|\(b\)|b[.)])(?:[ ]|(?=[A-Z]))")
_LEAD_AND_ONE = re.compile(
    r"(?::|to be produced|produced:)[ ]{0,3}\n[ \n]{0,8}(?:\W{0,3}\w{0,2}\W{0,3}\n{1,3})?"
    r"(?:\W{0,3}[ ]{1,3})?(?P<words>[A-Za-z\"][^\n]{7,}(?:\n[ ]{0,12}[^\s:][^\n:]{2,}){0,5}?"
    r"(?<=[;.,])(?:[ ](?:and|or))?)\s{0,6}\Z"
)
_FARTHEST_LEAD = 700


def _with_first(text: str, lists: list[MarkedList]) -> list[MarkedList]:
    """The same lists and those of which a recogniser lost the first mark.

    In a text that was typed, a list that begins with its second number is meant so.
    """
    own = {m.start: ml for top in lists for ml in top.walk() for m in ml.markers}
    found = list(lists)
    for second in _SECOND.finditer(text):
        start = second.start("mark")
        known = own.get(start)
        if known is not None and known.markers[0].start != start:
            continue
        if known is not None and known not in found:
            continue
        before = _LEAD_AND_ONE.search(text[max(0, start - _FARTHEST_LEAD) : start])
        if before is None or closes(before["words"]):
            continue
        at = start - min(start, _FARTHEST_LEAD) + before.start("words")
        marked = known or _begun(text, second, start)
        first = Marker(at, at, f"[{'1' if '2' in second['mark'] else 'a'}]", ((marked.style, 1),))
        marked.markers.insert(0, first)
        marked.children = {i + 1: inner for i, inner in marked.children.items()}
        marked.first, marked.gap = 1, True
        if known is None:
            found.append(marked)
    return sorted(found, key=lambda ml: ml.start)


def _begun(text: str, second: re.Match[str], start: int) -> MarkedList:
    """A list of the one mark that is left of two."""
    sign = "2" if "2" in second["mark"] else "b"
    style = f"{'number' if sign == '2' else 'lower'} {second['mark'].replace(sign, '')}"
    return MarkedList(style, [Marker(start, second.end(), sign, ((style, 2),))], 2)


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

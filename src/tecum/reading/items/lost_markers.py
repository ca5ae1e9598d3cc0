"""An item whose marker a recogniser lost: found again where its list lacks exactly one.

Between "2." and "4." stands one line that begins a new item, behind a full stop or semicolon:
it is given apart, under the label in brackets that its list lacks. The same holds of the one
paragraph between the colon that leads to a list and its "(2)". The list keeps its warning and
is unsure; no printed marker is changed.

Authority: READING 12 (a gap is warned about, never renumbered).
"""

from __future__ import annotations

import re
from itertools import pairwise

from tecum.reading.items.item_ends import closes
from tecum.reading.items.markers import MarkedList, Marker

__all__ = ["with_lost_markers"]

_NEW_LINE = re.compile(
    r"[.;](?:\s(?:and|or))?[ ]{0,3}\n[ \n]{0,8}(?P<junk>\W{0,3}\w{0,2}\W{0,2}[ ]{1,4})?"
    r"(?P<words>[A-Za-z\"(][^\n]{7,})"
)
_STAINED_LINE = re.compile(
    r"\n[ \n]{0,8}(?!(?:of|to|in|on|or|by|at|an|as|is|if|no|re|up|we|it|de|la|el|en|y|o|a)\b)"
    r"(?P<junk>[a-z]{1,2}[ ]{1,4})(?P<words>[A-Z][^\n]{7,})"
)
"""A line that begins with a letter or two that are no word: what became of a mark."""
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
            if recognised and marked.style.startswith("bullet"):
                _fill_bullets(text, marked)
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
        one = _lost(text, marked, i)
        lost = [one] if one is not None else _bare(text, marked, i)
        marked.markers[i + 1 : i + 1] = lost
        marked.children = {
            at + len(lost) if at > i else at: inner for at, inner in marked.children.items()
        }
        i += 1 + len(lost)


_NEXT_MEMBER = re.compile(r"[;:][ ]{0,3}\n[ \n]{0,8}(?=(?P<words>[A-Z][^\n]{7,}))")
_ENDED = re.compile(r"\.[ ]{0,3}\n")


def _fill_bullets(text: str, marked: MarkedList) -> None:
    """Begin a member at each line behind a semicolon: bullets are lost where numbers are not."""
    if marked.children or len(marked.markers) < 2 or ";" not in text[marked.start : _far(marked)]:
        return
    whole = [*marked.markers, None]
    found: list[Marker] = []
    for here, there in pairwise(whole):
        assert here is not None
        found.append(here)
        end = there.start if there is not None else _far(marked)
        ended = _ENDED.search(text, here.content, end) if there is None else None
        for member in _NEXT_MEMBER.finditer(text, here.content, ended.start() if ended else end):
            if not closes(member["words"]):
                at = member.start("words")
                found.append(Marker(at, at, here.label, here.values))
    marked.markers[:] = found


_FARTHEST_MEMBER = 900


def _far(marked: MarkedList) -> int:
    return marked.markers[-1].content + _FARTHEST_MEMBER


_LONGEST_GAP = 3


def _bare(text: str, marked: MarkedList, i: int) -> list[Marker]:
    """The markers between two of a list whose stops a recogniser lost: "2 The …", "3 Any …"."""
    value, following = (_value(marked.markers[k], marked.style) for k in (i, i + 1))
    if value is None or following is None or i in marked.children:
        return []
    if not 1 < following - value <= _LONGEST_GAP or not marked.style.startswith("number"):
        return []
    at, end = marked.markers[i].content, marked.markers[i + 1].start
    found: list[Marker] = []
    for n in range(value + 1, following):
        line = re.compile(
            rf"[;.,:](?:\s(?:and|or))?[ ]{{0,3}}\n[ \n]{{0,8}}(?P<n>{n})[ ]{{1,4}}(?=[A-Za-z\"(])"
        )
        here = line.search(text, at, end)
        if here is None:
            return []
        at = here.end()
        found.append(Marker(here.start("n"), at, str(n), ((marked.style, n),)))
    return found


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
    if not found:
        found = list(_STAINED_LINE.finditer(text, here.content, there.start))
    if len(found) != 1:
        return None
    at = found[0].start("words")
    start = found[0].start("junk") if found[0]["junk"] else at
    label = f"[{_printed(value + 1, marked.style)}]"
    return Marker(start, at, label, ((marked.style, value + 1),))


def _value(marker: Marker, style: str) -> int | None:
    return next((v for s, v in (*marker.values, *marker.worn) if s == style), None)


def _printed(value: int, style: str) -> str:
    if style.startswith(_NUMBERED):
        return str(value)
    return chr((64 if style.startswith("upper") else 96) + min(value, 26))

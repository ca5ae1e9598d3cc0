"""The numbered paragraphs of an order ("IT IS ORDERED: 1. … 2. …"), of which few ask for things.

A court numbers all that it orders: what the holder of the records gives, what the parties may
do with them, what the clerk sends, when the next hearing is. Only a paragraph that directs the
giving of things asks; the things it parts by semicolons, or lists, are the items.

Authority: READING 12 (recitals and instructions are no items).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tecum.reading.items.asked import asked_in
from tecum.reading.items.list_view import ListView, contents_of
from tecum.reading.items.markers import MarkedList
from tecum.reading.text.matching import plain, spaced

__all__ = ["Directed", "directing", "further_ordered", "is_order"]

_ORDERED = spaced(
    r"\b(?:ordered|adjudged|decreed|directed|orders|directs)(?:,?\s(?:and|that|adjudged|decreed"
    r"|as\sfollows|further)){0,5}\s?[:,]?$"
)
_OF_ORDER = spaced(
    r"\b(?:shall|must|may|(?:is|are)\s(?:\w{4,9}\s)?(?:directed|ordered|required|granted|denied"
    r"|prohibited|authorized|permitted|vacated|set)|remains?|need\snot"
    r"|that\s[^.;]{3,90}?\sbe\s\w{3,14})\b"
)
_NOT_THE_HOLDER = spaced(
    r"\W{0,3}(?:it\sis\s(?:further\s|hereby\s)?ordered\sthat\s)?(?:the\s)?(?:clerk|court"
    r"|(?:all\s)?parties|counsel|attorneys?|movant|sheriff|bailiff|(?:executing\s)?officers?"
    r"|(?:united\sstates|government|petitioner|plaintiff|agents?|marshal)s?)\b"
)
_FURTHER = spaced(
    r"\W{0,3}(?:and\s)?it\sis\s(?:hereby\s)?further\s(?:hereby\s)?(?:ordered|directed)\s?,?\sthat\s"
)
_PAPER_OF_THE_CASE = spaced(
    r"(?:an?\s|the\s)?(?:(?:certified|true)\s)?cop(?:y|ies)\sof\s(?:this|the|said)\s(?:order"
    r"|notice|subpoena|decision|writ)\b"
)


@dataclass(frozen=True, slots=True)
class Directed:
    """One paragraph that directs the giving of things: its place in the list, the things.

    ``things`` is empty where a nested list names them; a single stretch is the paragraph.
    """

    at: int
    things: tuple[tuple[int, int], ...]


def is_order(view: ListView, marked: MarkedList) -> bool:
    """Whether a list numbers the paragraphs of an order, each a sentence of its own."""
    if len(marked.markers) < _FEWEST or not _ORDERED.search(view.lead(marked)[-90:]):
        return False
    told = [_OF_ORDER.search(plain(words)) is not None for words in contents_of(view, marked)]
    return sum(told) * 2 > len(told)


_FEWEST = 2


def directing(view: ListView, marked: MarkedList, ends: list[int]) -> Iterator[Directed]:
    """The paragraphs that direct somebody to give things, in printed order.

    Args:
        view: The text.
        marked: The list of paragraphs.
        ends: Where each of them ends.
    """
    for i, marker in enumerate(marked.markers):
        below = [c.start for c in marked.children.get(i, []) if c.start < ends[i]]
        stop = min([*below, ends[i]])
        if _NOT_THE_HOLDER.match(view.low, marker.content, stop):
            continue
        own = tuple(
            replace(u, start=max(u.start, marker.content), end=min(u.end, stop))
            for u in view.cut
            if u.end > marker.content and u.start < stop
        )
        if below:
            if _leads(view.low[marker.content : stop]):
                yield Directed(i, ())
            continue
        found = [(a.start, a.end) for a in asked_in(view.low, own) if not a.is_testimony]
        things = [(a, b) for a, b in found if not _PAPER_OF_THE_CASE.match(view.low, a, b)]
        if not things:
            continue
        parted = len(things) > 1 and all(
            ";" in view.low[b : later + 1] for (_, b), (later, _) in pairwise(things)
        )
        yield Directed(i, tuple(things) if parted else ((marker.content, ends[i]),))


def further_ordered(view: ListView, behind: int) -> Iterator[tuple[int, int]]:
    """What the sentences behind an order's list further direct the holder to give or file."""
    for unit in view.cut:
        further = _FURTHER.match(view.low, unit.start, unit.end)
        if unit.start < behind or further is None or view.is_apart(unit.start):
            continue
        if _NOT_THE_HOLDER.match(view.low, further.end(), unit.end):
            continue
        if not _TO_GIVE.search(view.low, further.end(), unit.end):
            continue
        for asked in asked_in(view.low, (unit,)):
            if not asked.is_testimony and not _PAPER_OF_THE_CASE.match(
                view.low, asked.start, asked.end
            ):
                yield asked.start, asked.end


_TO_GIVE = spaced(
    r"\b(?:shall|must)\s(?:(?:also|then|forthwith|promptly)\s)?(?:(?:within|by|no\slater\sthan)"
    r"\s[^,;.]{3,60},?\s)?(?:produce|provide|furnish|deliver|disclose|submit|send|give|turn\sover"
    r"|hand\sover|transmit|lodge|file|preserve|make\savailable)\b"
)
_GIVES = spaced(
    r"\b(?:produc|provid|furnish|deliver|disclos|submit|send|give|turn\sover|hand\sover|release"
    r"|transmit|lodge|file|bring|preserv|make\savailable)\w{0,4}\b"
)


def _leads(words: str) -> bool:
    """Whether a paragraph above a list orders that what is listed be given."""
    return _OF_ORDER.search(words) is not None and _GIVES.search(words) is not None

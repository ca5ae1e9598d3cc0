"""Lists without markers: lines or paragraphs under a heading, or behind a lead with a colon.

A schedule is often typed as one request a line with no number. Its lines are told from running
text because each is ended early although the next word would have fitted, or because each
stands as a paragraph of its own.

Authority: READING 12 (unnumbered demands: ``likely`` at best).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.reading.items.categories import names_a_thing
from tecum.reading.items.item_ends import closes, is_title
from tecum.reading.items.list_marks import leads_strongly
from tecum.reading.items.list_view import EMPTY_OR_CHECKED, ListView
from tecum.reading.items.under_heading import is_label
from tecum.reading.speech.operative import POINTING, Lead, asks, is_statement, lead_kind, leads_on
from tecum.reading.text.matching import line_width, plain, unit_at

__all__ = ["Unmarked", "unmarked_list"]

_MOST_LINES = 60
_MOST_WORDS = 70
_LEFT_OPEN = re.compile(
    r"\b(?:send|forward|produce|provide|furnish|bring|submit|supply|deliver|confirm|give|need|want"
    r"|tell us|tell me|send us|send me|give us|give me|for|copies of|copia de|copias de|send over"
    r"|the following|these|with|of|bring along|include|attach|return|state|list|answer),?$"
    r"|\b(?:can|could|will|would) (?:you|u) (?:\w+ )?(?:send|give|get|share|forward|pull|fax"
    r"|mail|text)$"
    r"|\b(?:send|give|receive|have|get|see|provide|produce|furnish|submit|deliver)(?: (?:us|me"
    r"|along))?,"
    r" (?:within|by|before|no later than|not later than|on or before) [^;:]{3,60},$"
    r"|\b(?:por favor|pido|ruego|solicito|necesito|quisiera|envien|manden|den|entreguen),?$"
)
"""The end of a sentence that lacks its object: what is asked for stands in the lines below."""
_REFERS_AWAY = re.compile(r"(?:see|refer to)\b[^\n]{0,60}$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:and not depart\b|[A-Z][A-Za-z /.'&()-]{1,44}(?::|\s{3,})"
    r"|(?:[A-Z]{1,4}\s)?(?:No|Case|Docket|File|Subpoena)\b"
    r"[^a-z\n]{0,4}[^\n]{0,30}[0-9]$)"
)
_TURNS = re.compile(
    r"(?:(?:you|we|i|they|it|he|she)\b(?!r)|please\b|kindly\b|do not\b|if\b|click\b|log (?:in|on)\b"
    r"|(?:to )?(?:open|view|see) (?:the|this|your) (?:request|ticket|portal|message)\b"
    r"|your (?:answers?|response|failure|reply|name|signature)\b"
    r"|(?:the |an? )?(?:attach(?:ed|ment)|enclos(?:ed|ure)|instructions?|appendix|sheet)\b"
    r"[^.;]{0,40}? (?:explains?|says?|tells?|describes?|gives?|sets?|states?)\b"
    r"|this (?:office|subpoena|letter|request|order|matter|is)\b"
    r"|(?:the|a|an) [\w' ]{2,40}? (?:is|are|was|were|shall|must|will|has"
    r"|have) (?:\w+ly )?(?:hereby|not"
    r"|now|be|been)\b|[^.;:?]{0,60}(?:§|\bsection|\blaw|\bact|\bstatute|\bcode"
    r"|\brule)\b[^.;:?]{0,30} (?:says"
    r"|gives|allows|requires|provides|states|sets|lets|grants|means)\b|[^.;:?]{0,80}? (?:is|are"
    r"|was|were|shall|must|will) (?:hereby|not|now|be)\b)",
    re.IGNORECASE,
)
"""A line that speaks on to its reader, where a lead that asks stands before."""
_ORDERS = re.compile(r"(?:it is )?(?:further |hereby |therefore )*ordered\b|upon (?:the|consider)")
_MARKED = re.compile(r"(?:[(\[][0-9A-Za-z]{1,3}[)\]]|[0-9]{1,3}[.)]|[a-zA-Z][)])[ ]")
_TO_DO = re.compile(
    r"(?:(?:first|second|third|fourth|next|lastly|finally)[,:] )to [a-z]+ ", re.IGNORECASE
)
"""A limb of a command ("SECOND, to come before …"), not a thing."""
_HEAD = re.compile(
    r"^(?:all|any|each|every|copies|the|a|an|records?|documents?|names?|files?|lists?|reports?"
    r"|logs?|complete|certified|todos|todas|copias?|los|las|el|la)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:you|your (?:answers?|response|failure|reply|name|signature|compliance|cooperation"
    r"|attention|production|rights?|request)|our|this (?:office|subpoena|letter|request|order"
    r"|matter)|please)\b|(?:^|[.,;:] )(?:i|we)\b"
    r"|\b(?:is|are|was|were|shall|must|will) (?:hereby|not|now|be)\b",
    re.IGNORECASE,
)


_OF_THE_READER = re.compile(
    r"\b(?:between|which|whom|with|by|to|from|of|for|against|about|where)"
    r" (?:you|your \w{2,14}|our|us|this (?:office|matter))\b"
    r"(?! (?:must|shall|are to|may|will|should)\b)",
    re.IGNORECASE,
)
"""Where the name of a thing says whose it is ("agreements between you and the plan")."""
_NAMES_WHO = re.compile(
    r"\b(?:issued|signed|prepared|approved|validated|served|completed|authori[sz]ed) by\s?:?$"
)
"""A lead of a form behind which a person is named, not things."""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """The rows of a list without markers, each from its start to its end, with the lead."""

    rows: tuple[tuple[int, int], ...]
    lead: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where such a list may begin; ``asks`` where its very lead asks, with a colon."""

    start: int
    lead: str
    asks: bool


def unmarked_list(view: ListView) -> Unmarked | None:
    """The first list without markers that asks for something, or None."""
    width = line_width(view.folded)
    for place in _leads(view):
        rows = tuple(_rows(view, place, width))
        if len(rows) > 2 and is_title(view.folded[slice(*rows[-1])]):
            rows = rows[:-1]
        if _is_list(view, rows, place):
            return Unmarked(rows, place.lead)
    return None


def _leads(view: ListView) -> Iterator[_Place]:
    """Where such a list may begin: behind a sentence that asks for what follows, or a heading."""
    found: list[_Place] = []
    for unit in view.cut:
        words = view.low[unit.start : unit.end]
        if view.is_apart(unit.start) or _NAMES_WHO.search(words):
            continue
        printed = " ".join(view.folded[unit.start : unit.end].split())
        if words.endswith(":"):
            kind = lead_kind(words)
            headed = kind is Lead.TOPIC and view.heading_before(unit.start) == "items"
            asked = kind is Lead.ASKS or headed
            if asked or (leads_strongly(words) and kind is not Lead.TELLS):
                found.append(_Place(unit.end, printed, asked))
        elif _LEFT_OPEN.search(words):
            if leads_on(words) and _begins_row(view, unit.end):
                found.append(_Place(unit.end, printed, True))
        elif POINTING.search(words) and (asks(words) or leads_strongly(words)):
            end = _end_of_paragraph(view, unit.end)
            if end > 0:
                found.append(_Place(end, printed, False))
    found += _left_open_lines(view)
    for start, sort in view.headings:
        end = view.folded.find("\n", start + 1)
        if sort == "items" and end > 0:
            found.append(_Place(end, "", False))
    yield from sorted(found, key=lambda place: place.start)


def _left_open_lines(view: ListView) -> Iterator[_Place]:
    """Lines that end a request without its object, though the next word would have fitted."""
    width = line_width(view.folded)
    for line in _LINE.finditer(view.low):
        end = line.end()
        tail = " ".join(view.low[max(0, end - _TAIL) : end].split())
        if not _LEFT_OPEN.search(tail) or view.is_apart(line.start()):
            continue
        following = view.folded[end : end + 60].split(maxsplit=1)
        if not following:
            continue
        room = view.paragraphs.room_behind(end - 1, 1 + len(following[0]))
        if room is None:
            room = len(line[0]) + 1 + len(following[0]) < _EARLY * width
        unit = view.cut[unit_at(view.cut, end - 1)]
        words = view.low[unit.start : end].rstrip()
        parted = view.folded[end : end + 4].count("\n") > 1
        if (parted or (room and unit.end > end)) and leads_on(words):
            yield _Place(end, " ".join(view.folded[unit.start : end].split()), True)


_LINE = re.compile(r"[^\n]+")
_TAIL = 100
_EARLY = 0.92


def _begins_row(view: ListView, at: int) -> bool:
    """Whether a line begins behind a position, as a list's does and not the rest of a sentence."""
    return view.folded[at : at + 4].lstrip(" ").startswith("\n")


def _end_of_paragraph(view: ListView, at: int) -> int:
    """The line end behind a position before the next paragraph, or -1."""
    end = view.folded.find("\n", at)
    while end >= 0:
        following = end + 1
        while following < len(view.folded) and view.folded[following] in "\n ":
            following += 1
        if view.folded.count("\n", end, following) > 1 or view.paragraphs.begins(following):
            return end
        end = view.folded.find("\n", following)
    return -1


def _rows(view: ListView, place: _Place, width: int) -> Iterator[tuple[int, int]]:
    """The rows from a position to the first line that is none."""
    text = view.folded
    start = at = place.start
    speaks = _TURNS.match if place.asks else _speaks
    bids = _BIDS_YOU.search(place.lead) is not None
    row: int | None = None
    first: int | None = None
    start_of_rows = end = start
    listed = plainly = False
    for _ in range(_MOST_LINES):
        while at < len(text) and text[at] in "\n ":
            at += 1
        if at >= len(text):
            break
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at:line_end].rstrip()
        if first is not None and view.paragraphs.left_of(at, first):
            break
        gap = text.count("\n", end, at) > 1 or view.paragraphs.begins(at)
        ended = row is None or gap or _is_early(view, (row, end), at, width)
        ended = ended or (bids and text[end - 1] == "." and _DEED.match(line) is not None)
        if ended and row is not None and speaks(line) and "?" not in line:
            break
        if bids and text[end - 1] == "." and _COLUMNS.search(line):
            break
        if ended and (
            closes(line) or _LABEL.match(line) or view.is_apart(at) or _is_head(view, at)
        ):
            break
        if row is None:
            row = start_of_rows = at
            first = at if view.paragraphs.right_of(at, start) else None
        elif ended:
            if (listed and text[end - 1] == ".") or (plainly and line.endswith(".")):
                break
            plainly = text[end - 1] not in ".;,?" and (plainly or row == start_of_rows)
            listed = listed or text[:end].endswith((";", "; and", "; or"))
            yield row, end
            row = at
        end = at + len(line)
        at = line_end
    if row is not None:
        yield row, end


_BIDS_YOU = re.compile(r"\b(?:that you|you (?:to|must|shall|are to)|to)\W{0,3}:$", re.IGNORECASE)
"""A lead whose rows are deeds, each a sentence ("It is therefore requested that you:")."""
_COLUMNS = re.compile(r"\S {3,60}\S")
"""A hand and its day side by side, as a form sets them below its deeds."""
_DEED = re.compile(
    r"(?:Notify|Maintain|Relay|Serve|Provide|Produce|Furnish|Detain|Hold|Advise|Inform|Send|Deliver"
    r"|Allow|Permit|Transfer|Transport|Preserve|Complete|Return|Submit|Facilitate|Arrange)\b"
)


def _speaks(line: str) -> re.Match[str] | None:
    """Where a line speaks to its reader, beside saying whose a thing is."""
    return _SPEAKS.search(_OF_THE_READER.sub(" ", line))


def _is_head(view: ListView, at: int) -> bool:
    return any(start <= at < start + 4 for start, _ in view.headings)


def _is_early(view: ListView, row: tuple[int, int], at: int, width: int) -> bool:
    """Whether the next word would have fitted on the line that was ended."""
    last = view.folded[row[0] : row[1]].rsplit("\n", 1)[-1].rstrip()
    words = view.folded[at : at + 40].split(maxsplit=1)
    word = words[0] if words else ""
    if last.endswith((";", "; and", "; or")):
        return True
    if last.endswith((",", "-", " of", " the", " and", " or", " for", " to")):
        return False
    room = view.paragraphs.room_behind(row[1] - 1, 1 + len(word))
    return len(last) + 1 + len(word) < 0.92 * width if room is None else room


def _is_list(view: ListView, rows: tuple[tuple[int, int], ...], place: _Place) -> bool:
    if len(rows) < 2:
        return False
    texts = [" ".join(view.folded[a:b].split()) for a, b in rows]
    if any(len(t.split()) > _MOST_WORDS or _REFERS_AWAY.match(t) for t in texts):
        return False
    single = [t for t in texts if len(t.split()) < 2]
    if 2 * len(single) > len(texts) or any(not names_a_thing(t) for t in single):
        return False
    if any(EMPTY_OR_CHECKED.match(t) or _TO_DO.match(t) for t in texts):
        return False
    speaks = _TURNS.match if place.asks else _speaks
    if any(speaks(t) and not t.endswith("?") for t in texts) or any(t.endswith(":") for t in texts):
        return False
    named = sum(names_a_thing(t) for t in texts)
    headed = sum(_HEAD.match(t) is not None for t in texts)
    if any(is_statement(plain(t)) or _ORDERS.match(plain(t)) for t in texts):
        return False
    if any(is_label(plain(t)) for t in texts):
        return False
    if any(_MARKED.match(t) for t in texts):
        return False
    if place.asks and not any(t.endswith((",", "-")) for t in texts):
        return True
    return 2 * named >= len(texts) or (named > 0 and 2 * headed >= len(texts))

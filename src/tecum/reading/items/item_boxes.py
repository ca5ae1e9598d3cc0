"""Items chosen by check-boxes: the checked ones, where boxes choose what is asked.

Authority: READING 12 (check-boxes; items).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tecum.instruments.sought import find_first
from tecum.provenance import Read, Span
from tecum.reading.items.categories import category_under, names_a_thing
from tecum.reading.items.item_periods import period_of
from tecum.reading.items.list_marks import leads_strongly
from tecum.reading.items.list_view import ListView
from tecum.reading.result import CheckBox, ReadItem
from tecum.reading.speech.operative import POINTING, Lead, is_statement, lead_kind
from tecum.reading.text.layout import Text
from tecum.reading.text.matching import plain, spaced
from tecum.words import Band, CheckState

__all__ = ["are_within", "boxed_items", "unticked"]

_BOX_LEAD = re.compile(
    r"(?:check|mark|tick)\s(?:what|the|all|each|any|those)|(?:records?|documents?|information"
    r"|items?)\s(?:requested|needed|required|sought)|(?:requested|needed)\s(?:records?|documents?"
    r"|information|items?)|please\s(?:provide|send|furnish)|please\s?:?$|(?:requested|asked|required"
    r"|directed)\s(?:that\s)?(?:you|to)\s?(?:to)?:"
    r"|(?:datos|documentos|informacion|registros)\s(?:que\s(?:deben|han\sde)\s\w{5,12}|solicitad[oa]s"
    r"|requerid[oa]s)"
    r"|(?:boxes?|squares?|items?)\s(?:below\s)?(?:is|are|that\sis|that\sare)?\s?(?:marked|checked"
    r"|ticked)"
)
_WHAT_IS_MARKED = re.compile(
    r"(?:what(?:ever)?|things|those|items?|records?|documents?|information|lines|boxes)\s"
    r"(?:(?:that|which|you\sfind|we|i)\s)?(?:(?:is|are|have|has)\s)?(?:been\s)?(?:marked|checked"
    r"|ticked|circled"
    r"|crossed|initial(?:l)?ed)\b"
)
"""Words that say outright that the marks choose what is asked."""


_LEADS = re.compile(r"(?i)\b(?:that you|to you|you to|you)\s?:\s*$")
"""Words before a group of boxes, of whose first letter a scan made a box."""


_Row = tuple[str, CheckState | None, tuple[Span, ...]]


def boxed_items(view: ListView, text: Text, boxes: tuple[CheckBox, ...]) -> tuple[ReadItem, ...]:
    """Items chosen by check-boxes: the checked ones, where boxes choose what is asked.

    Either words say that the marks choose, or a group of boxes stands behind words that ask.
    """
    rows: list[_Row] = [(str(box.label.value or ""), box.state, box.label.spans) for box in boxes]
    if not rows:
        rows = [
            (field.label, field.state, _field_spans(text, field.page, field.label))
            for field in text.fields
            if field.is_checkbox
        ]
    if len(rows) < _FEWEST:
        return ()
    rows = [row for row in rows if not _LEADS.search(row[0])]
    outright = find_first(_WHAT_IS_MARKED, view.low)
    if outright is not None:
        return tuple(_chosen(view, rows, outright.start()))
    return tuple(_grouped(view, rows))


def are_within(
    view: ListView, boxes: tuple[CheckBox, ...], stretches: Iterable[tuple[int, int]]
) -> bool:
    """Whether words say that marks choose, and boxes stand within each of some stretches."""
    if find_first(_WHAT_IS_MARKED, view.low) is None:
        return False
    found = [_place(view.low, str(box.label.value or ""), 0) for box in boxes]
    places = [place[0] for place in found if place is not None]
    return all(any(a <= at < b for at in places) for a, b in stretches)


def _grouped(view: ListView, rows: list[_Row]) -> Iterator[ReadItem]:
    """The checked boxes of each group that stands behind words that ask."""
    group: list[tuple[int, _Row]] = []
    end, n = -1, 0
    for row in [*_as_printed(view, rows), None]:
        place = _place(view.low, row[0], max(0, end)) if row is not None else None
        near = place is not None and place[0] - end < _APART and ":" not in view.low[end : place[0]]
        if row is not None and place is not None and group and near:
            group.append((place[0], row))
            end = place[1]
            continue
        for item in _asked_of(view, group):
            n += 1
            yield replace(item, label=str(n))
        group = [(place[0], row)] if row is not None and place is not None else []
        end = place[1] if place is not None else end


def _as_printed(view: ListView, rows: list[_Row]) -> list[_Row]:
    """The boxes in the order of the page: drawn ones are told before those read as letters."""
    found = [_place(view.low, label, 0) for label, _, _ in rows]
    # A label too short to be told from other words of the page says nothing of where it stands.
    if any(place is None for place in found) or any(len(label) < _TOLD for label, _, _ in rows):
        return rows
    starts = [place[0] for place in found if place is not None]
    if len(set(starts)) < len(starts):
        return rows
    return [row for _, row in sorted(zip(starts, rows, strict=True), key=lambda pair: pair[0])]


_TOLD = 6
_FEWEST = 2
_APART = 24
"""How many letters may stand between two boxes of one group: their signs and a mark."""
_LEAD_LENGTH = 300


def _asked_of(view: ListView, group: list[tuple[int, _Row]]) -> Iterator[ReadItem]:
    if len(group) < _FEWEST or view.is_apart(group[0][0]):
        return
    before = view.low[max(0, group[0][0] - _LEAD_LENGTH) : group[0][0]].rstrip(" [_]x\n")
    lead = re.split(r"(?<=[a-z0-9)][.?!])\s{1,4}(?=\S)", before)[-1].strip()
    asked = lead_kind(lead) is Lead.ASKS or leads_strongly(lead) or find_first(_BOX_LEAD, before)
    if not asked or _OTHERWISE.search(lead):
        return
    labels = [label for _, (label, _, _) in group]
    named = [x for x in labels if names_a_thing(x) or _ORDERS.match(plain(x))]
    if 2 * len(named) < len(labels):
        return
    for _, (label, state, spans) in group:
        words = plain(" ".join(label.split()))
        is_thing = not (_NO_THING.match(words) or _points_away(words) or is_statement(words))
        if state is CheckState.CHECKED and is_thing:
            yield _item(label, spans, view.custodians)


def _points_away(words: str) -> bool:
    """Whether a label only points to a list elsewhere, and names no thing of its own."""
    if _LEADS_ON.search(words):
        return True
    return POINTING.search(words) is not None and not names_a_thing(words)


_LEADS_ON = spaced(
    r"\b(?:produce|permit|bring|deliver|provide|furnish|inspect\w{0,3}|copy\w{0,3})\b[^.;]{0,60}?\sthe\s"
    r"following\s(?:items?|things?|documents?|records?|materials?|objects?|books)\b(?![^.;]{0,6}:\s\S)"
)
"""The label of a box that orders the giving of what is written in below."""


_ORDERS = re.compile(
    r"(?:produc|provid|furnish|deliver|send|submit|notif|detain|release|maintain|give|list|state|supply|bring|keep"
    r"|preserv|hold|relay|advis|inform|complet|answer|permit|allow|transfer|serve)[a-z]{0,3}\b"
)
_OTHERWISE = spaced(
    r"\b(?:method|deadlines?|grounds|determined|basis|based\son|choose|deliver(?:ed|y)\sby|served"
    r"|service\b|filed|accused|charged|relationship|type\sof|format|payment|fees?\b|(?:is|are)\s"
    r"(?:a|an|the)\b)[^.;]{0,40}$"
)
_NO_THING = spaced(
    r"(?:[0-9]{1,2}\.\s)?(?:(?:the\s)?(?:state|people|plaintiff|defendant|petitioner|respondent|attorney"
    r"|clerk|judge|magistrate)(?:[/\s](?:plaintiff|petitioner|defendant|respondent|da))?\.?$"
    r"|you\sare|appear|testif|give\stestimony|testimony|as\ssoon|within|yes\b"
    r"|(?:i|we)\s(?:have\s|hereby\s)?(?:gave|given|left|sent|handed|served|mailed|certif\w{1,4}"
    r"|delivered|posted|caused|notified)\b"
    r"|no\b|none\b|other:?$|cancel|by\s(?:mail|fax|e-?mail|hand)|(?:production|inspection):\s)"
)
"""The label of a box that chooses a manner, a time or an appearance, or says what was done."""


_HOW_SOON = spaced(
    r"(?:within\s(?:\w{1,12}\s(?:\([0-9]{1,3}\)\s)?){1,2}(?:\w{5,9}\s)?(?:hours?|days?|weeks?)\b|as\ssoon\sas|by"
    r"\s(?:mail|fax|e-?mail|hand|courier|post)\b|on\spaper\b|(?:in|on)\s(?:electronic|paper)\s"
    r"(?:form|copy)|dentro\sde\s|yes$|no$)"
)
"""The label of a box that chooses when or how, in a form whose other boxes choose what."""
_OF_THESE = spaced(
    r"\b(?:cop(?:y|ies)\sof\sthese|these\s(?:items|records|documents|things|papers))\b"
    r"|\b(?:items|records|documents|things)\s(?:checked|listed|described|named)\s(?:in\s\w{1,3}\.?\s)?below\b"
)
"""A box that chooses how to give what is listed below it."""


def _place(low: str, label: str, floor: int) -> tuple[int, int] | None:
    """Where the words of a label stand, behind a place and else anywhere."""
    words = plain(label).split()
    if not words:
        return None
    sought = re.compile(r"\s{1,12}".join(map(re.escape, words[:_TELLING])))
    found = sought.search(low, floor) or sought.search(low)
    if found is None:
        return None
    rest = sum(len(word) + 1 for word in words[_TELLING:])
    return found.start(), found.end() + rest


_TELLING = 6


def _chosen(view: ListView, rows: list[_Row], lead: int) -> Iterator[ReadItem]:
    """The checked boxes: those behind the words that ask, where any box stands behind them."""
    n = 0
    found = [_place(view.low, label, 0) for label, _, _ in rows]
    places = [place[0] if place is not None else -1 for place in found]
    behind = any(place > lead for place in places)
    for (label, state, spans), place in zip(rows, places, strict=True):
        if state is not CheckState.CHECKED or (behind and 0 <= place < lead):
            continue
        words = plain(" ".join(label.split()))
        if _OF_THESE.search(words) or _HOW_SOON.match(words):
            continue
        n += 1
        yield replace(_item(label, spans, view.custodians), label=str(n))


_MARK = re.compile(r"^(?:[(]?[A-Za-z0-9][.)]\s|other\s?:\s?)", re.IGNORECASE)
"""What stands before the words of a box: its letter, or "Other:" before what is written in."""


def unticked(view: ListView, boxes: tuple[CheckBox, ...], rows: list[tuple[int, int]]) -> set[int]:
    """Which of a list's members are the labels of empty boxes, where others are ticked."""
    keys = [_key(view.folded[a:b]) for a, b in rows]
    states = {_key(str(box.label.value or "")): box.state for box in boxes}
    found = [states.get(key) for key in keys]
    if CheckState.CHECKED not in found:
        return set()
    return {i for i, state in enumerate(found) if state is CheckState.UNCHECKED}


def _key(words: str) -> str:
    """The first words of a label, without its mark."""
    return " ".join(plain(_MARK.sub("", " ".join(words.split()))).split()[:_TELLING])


def _item(label: str, spans: tuple[Span, ...], custodians: tuple[str, ...]) -> ReadItem:
    """The item that the label of a box names."""
    words = _MARK.sub("", " ".join(label.split()))
    asked = category_under(words, (), custodians)
    text = Read(words, Band.LIKELY, spans, "items.box/1", asked.signals)
    return ReadItem(
        label="", text=text, category=asked.category, also=asked.also, period=period_of(words)
    )


def _field_spans(text: Text, page: int, label: str) -> tuple[Span, ...]:
    for one in text.pages:
        if one.n == page:
            start = one.text.find(label)
            if start >= 0:
                return (text.span(page, start, start + len(label)),)
    return ()

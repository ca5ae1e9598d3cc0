"""Items: what a demand asks for, each leaf readable alone with the words that introduce it.

Items are found in a schedule, in the body's list, among check-boxes, or in the sentence that
asks. Definitions, instructions, recitals and the numbers of form blocks are no items.

Authority: READING 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tecum.instruments.sought import find_all
from tecum.provenance import Read, Span
from tecum.reading.items.asked import asked_in
from tecum.reading.items.asked_areas import in_flow, lists_within, rows_of, sends_on
from tecum.reading.items.asked_tables import asked_tables
from tecum.reading.items.categories import as_kept, category_under, names_a_thing
from tecum.reading.items.chosen_lists import demand_lists
from tecum.reading.items.counted_words import counted_rows
from tecum.reading.items.item_boxes import are_within, boxed_items
from tecum.reading.items.item_ends import habit_of, item_end
from tecum.reading.items.item_periods import period_of
from tecum.reading.items.item_words import joined, past_heads
from tecum.reading.items.list_headings import HEADING, sections_of
from tecum.reading.items.list_marks import (
    EMPTY_OR_CHECKED,
    INCLUDING,
    ListView,
    is_of_rules,
)
from tecum.reading.items.lost_markers import with_lost_markers
from tecum.reading.items.markers import MarkedList, find_lists
from tecum.reading.items.no_items import is_given_up, titles_a_part
from tecum.reading.items.order_paragraphs import directing, further_ordered, is_order
from tecum.reading.items.pointed_blocks import pointed_blocks
from tecum.reading.items.schedule_range import Whole, differing, lead_period, whole_period
from tecum.reading.items.ticked import ticked_rows
from tecum.reading.items.turns import is_turned, turns_in
from tecum.reading.items.under_heading import named_under_heading
from tecum.reading.items.unmarked import unmarked_list
from tecum.reading.result import CheckBox, ReadItem
from tecum.reading.speech.operative import Lead, lead_kind
from tecum.reading.text.layout import Flow, Text
from tecum.reading.text.matching import fold, plain, units
from tecum.reading.text.paragraphs import Paragraphs
from tecum.reading.text.straightened import straightened
from tecum.words import Band, Category, CheckState, Conduct, Kind, ReadingWarning, TextFrom

__all__ = ["ItemContext", "ItemList", "read_items"]


@dataclass(frozen=True, slots=True)
class ItemContext:
    """What the steps before have read, as far as it bears on items."""

    conduct: Conduct | None = None
    kind: Kind | None = None
    issued_on: date | None = None
    checkboxes: tuple[CheckBox, ...] = ()
    areas: tuple[tuple[Span, ...], ...] = ()
    """The spaces of a printed form in which what is asked is written."""

    @property
    def may_ask(self) -> bool:
        """Whether the document may ask for anything: it makes a demand, or drafts one."""
        return self.conduct in (None, Conduct.ISSUES, Conduct.TEMPLATES)


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of a document, with the band of the list as a whole."""

    items: tuple[ReadItem, ...]
    band: Band
    definitions: tuple[Span, ...] = ()
    instructions: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Leaf:
    label: str
    start: int
    end: int
    lead_in: tuple[str, ...]
    more: tuple[tuple[int, int], ...] = ()
    """Further stretches of the same item, where a table's other cells stand between."""


_REFERS = re.compile(
    r"\b(?P<what>items?|paragraphs?|requests?|categor(?:y|ies)|line|subparagraphs?"
    r"|nos?\.)\s{1,3}(?P<n>[0-9]{1,3}(?:\.[a-z0-9]{1,2})?(?:\([a-z0-9]{1,4}\)){0,3}"
    r"|\([a-z0-9]{1,4}\))|\b(?P<sheet>(?:schedule|attachment|exhibit"
    r"|appendix)\s{1,3}[a-z0-9]{1,2})\b",
    re.IGNORECASE,
)
_KEEPING = frozenset({Kind.PRESERVATION_REQUEST, Kind.EU_PRESERVATION_ORDER})
"""What such a paper names, it names to be kept, whatever it is."""


def read_items(text: Text, flow: Flow, context: ItemContext | None = None) -> ItemList:
    """The items of a document.

    Args:
        text: The document, for its fillable fields.
        flow: The layers in which items may stand: its body.
        context: What was read before.

    Returns:
        Leaves in printed order; the list is ``unsure`` where a marker is missing or repeated,
        at most ``likely`` where nothing is numbered. A document that asks for nothing has none.
    """
    context = context or ItemContext()
    found = _found(text, flow, context)
    if context.kind not in _KEEPING:
        return found
    return replace(found, items=tuple(map(_as_kept, found.items)))


def _as_kept(item: ReadItem) -> ReadItem:
    category, also = as_kept(item.category, item.also)
    return replace(item, category=category, also=also)


def _found(text: Text, flow: Flow, context: ItemContext) -> ItemList:
    folded = _searched(text, flow)
    heads = list(find_all(HEADING, folded))
    sections = sections_of(folded, heads)
    apart = (_spans(flow, sections[0]), _spans(flow, sections[1]))
    if not context.may_ask:
        return ItemList((), Band.ABSENT, *apart)
    turns = tuple(turns_in(flow, folded, units(folded)))
    marked = find_lists(
        folded,
        (m.start() for m in heads),
        tuple(_borders(heads)),
        lambda last, marker: is_turned(turns, flow, last, marker),
    )
    marked = with_lost_markers(folded, marked, recognised=_is_recognised(text))
    aside = (*sections[0], *sections[1])
    view = _view(flow, folded, aside, marked, heads=heads, issued=context.issued_on)
    lists = demand_lists(view, marked)
    boxed = boxed_items(view, text, context.checkboxes)
    first = min((ml.start for ml in lists), default=len(folded))
    whole = whole_period(view, first)
    written = _written(view, marked, lists, context.areas, len(folded))
    if written:
        items = tuple(_item(view, leaf, whole, Band.LIKELY) for leaf in written)
        return ItemList(items, Band.LIKELY, *apart)
    tabled = (_Leaf(r.label, r.start, r.end, (), r.more) for r in asked_tables(view, lists))
    wanted = list(tabled) or _ordered(view, marked, len(folded))
    if wanted:
        items = tuple(_item(view, leaf, whole, Band.LIKELY) for leaf in wanted)
        return ItemList(items, Band.LIKELY, *apart)
    if boxed and are_within(view, context.checkboxes, map(_stretch, lists)):
        lists = []
    if lists:
        leaves = [
            leaf for ml in lists for leaf in _leaves(view, ml, _lead(view, ml), "", len(folded))
        ]
        leaves += _behind(view, leaves)
        gap = any(inner.gap for ml in lists for inner in ml.walk())
        items = tuple(
            _item(view, leaf, whole, Band.UNSURE if gap else Band.LIKELY) for leaf in leaves
        )
        return ItemList(
            items,
            Band.UNSURE if gap else Band.LIKELY,
            *apart,
            (ReadingWarning.ITEM_GAP,) if gap else (),
        )
    rows = None if boxed else ticked_rows(view) or unmarked_list(view)
    if rows is not None and _has_empty_box(view, rows.rows, context.checkboxes):
        rows = None
    if rows is not None:
        lead = (rows.lead,) if rows.lead else ()
        plainly = (_Leaf(f"u{i}", a, b, lead) for i, (a, b) in enumerate(rows.rows, start=1))
        items = tuple(_item(view, leaf, whole, Band.LIKELY) for leaf in plainly)
        return ItemList(items, Band.LIKELY, *apart)
    if boxed:
        return ItemList(boxed, Band.LIKELY, *apart)
    counted = counted_rows(view)
    if counted:
        last = counted[-1][1]
        behind = tuple(u for u in view.cut if u.start > last and not view.is_apart(u.start))
        further = asked_in(view.low, behind) if behind else ()
        counted = (*counted, *((a.start, a.end) for a in further if not a.is_testimony))
        leaves = [_Leaf(f"u{i}", a, b, ()) for i, (a, b) in enumerate(counted, start=1)]
        items = tuple(_item(view, leaf, whole, Band.LIKELY) for leaf in leaves)
        return ItemList(items, Band.LIKELY, *apart)
    return _unnumbered(flow, view, whole, apart)


def _behind(view: ListView, leaves: list[_Leaf]) -> list[_Leaf]:
    """What an order directs in sentences behind its list."""
    last = max((leaf.end for leaf in leaves), default=len(view.low))
    rows = enumerate(further_ordered(view, last), start=1)
    return [_Leaf(f"u{i}", a, b, ()) for i, (a, b) in rows]


def _written(
    view: ListView,
    marked: list[MarkedList],
    lists: list[MarkedList],
    areas: tuple[tuple[Span, ...], ...],
    limit: int,
) -> list[_Leaf]:
    """What stands in the spaces of a form, unless they send the reader to a list elsewhere."""
    places = [place for spans in areas if (place := in_flow(view.flow, spans)) is not None]
    pointed = () if areas else pointed_blocks(view)
    places.extend(place for place in pointed if not lists or lists_within(lists, place))
    if lists and any(sends_on(view, place) for place in places):
        return []
    leaves: list[_Leaf] = []
    for place in places:
        inside = lists_within(marked, place)
        for ml in inside:
            end = min(place[1], limit)
            rows = _leaves(view, ml, _lead(view, ml), "", end)
            leaves.extend(leaf for leaf in rows if leaf.start < end)
        if not inside:
            loose = enumerate(rows_of(view, place), start=len(leaves) + 1)
            leaves.extend([_Leaf(f"u{n}", a, b, ()) for n, (a, b) in loose])
    return leaves


def _has_empty_box(
    view: ListView, rows: tuple[tuple[int, int], ...], boxes: tuple[CheckBox, ...]
) -> bool:
    """Whether a row is the label of a box that is not checked, and so not asked for."""
    empty = {
        plain(" ".join(str(box.label.value).split()))
        for box in boxes
        if box.state is not CheckState.CHECKED and box.label.value
    }
    return any(plain(" ".join(view.folded[a:b].split())) in empty for a, b in rows)


def _borders(heads: list[re.Match[str]]) -> Iterator[int]:
    """Where what is asked for begins behind definitions or instructions numbered on with it."""
    for before, head in pairwise(heads):
        if head.lastgroup == "items" and before.lastgroup in ("definitions", "instructions"):
            yield head.start()


def _searched(text: Text, flow: Flow) -> str:
    """The text in which parts and items are looked for, as long as the printed one."""
    return straightened(fold(flow.text)) if _is_recognised(text) else fold(flow.text)


def _is_recognised(text: Text) -> bool:
    made = (TextFrom.OCR, TextFrom.MIXED)
    return any(page.text_from in made for page in text.pages)


def _spans(flow: Flow, stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(span for a, b in stretches for span in flow.spans(a, b))


def _view(
    flow: Flow,
    folded: str,
    apart: tuple[tuple[int, int], ...],
    marked: list[MarkedList],
    *,
    heads: list[re.Match[str]],
    issued: date | None,
) -> ListView:
    headings = tuple((m.start(), m.lastgroup) for m in heads)
    starts = tuple(sorted(m.start for top in marked for ml in top.walk() for m in ml.markers))
    cut = units(folded)
    return ListView(
        folded, plain(folded), flow, apart, cut, starts, headings, Paragraphs(flow), issued
    )


def _lead(view: ListView, marked: MarkedList) -> tuple[str, ...]:
    words = view.lead_sentence(marked)
    return (words,) if words else ()


def _leaves(
    view: ListView, marked: MarkedList, lead: tuple[str, ...], path: str, limit: int
) -> Iterator[_Leaf]:
    ends = _ends(view, marked, limit)
    parts = any(not _is_aside(view, ml) for below in marked.children.values() for ml in below)
    for i, marker in enumerate(marked.markers):
        label = _label(marked, i, path)
        children = [c for c in marked.children.get(i, []) if c.start < ends[i]]
        if not children:
            if _is_heading(view, marked, i, ends[i]):
                continue
            box = EMPTY_OR_CHECKED.match(view.folded[marker.content : marker.content + 8])
            if box is None or not box["empty"]:
                start = marker.content + (box.end() if box else 0)
                yield _Leaf(label, start, _before_lead(view.folded, start, ends[i]), lead)
            continue
        own = " ".join(view.folded[marker.content : children[0].start].split())
        if INCLUDING.search(plain(own)) or _in_sentence(children, own):
            yield _Leaf(label, marker.content, ends[i], lead)
            continue
        asked = [child for child in children if not _is_aside(view, child)]
        if not asked and own and not (parts and titles_a_part(own)):
            first = children[0].start
            stop = min(first, view.before_foreign(set(), marker.content, first))
            yield _Leaf(label, marker.content, _own_end(view, marked, i, stop), lead)
        for child in asked:
            yield from _leaves(view, child, (*lead, own) if own else lead, label, ends[i])


def _stretch(marked: MarkedList) -> tuple[int, int]:
    return marked.start, marked.markers[-1].content + _WORDS_BEHIND


_WORDS_BEHIND = 200


def _ordered(view: ListView, marked: list[MarkedList], limit: int) -> list[_Leaf]:
    """What the numbered paragraphs of a paper's orders direct somebody to give."""
    orders = (ml for ml in marked if is_order(view, ml) and not view.is_apart(ml.start))
    return [leaf for ml in orders for leaf in _directed(view, ml, limit)]


def _directed(view: ListView, marked: MarkedList, limit: int) -> Iterator[_Leaf]:
    """What the paragraphs of an order direct somebody to give."""
    ends = _ends(view, marked, limit)
    for found in directing(view, marked, ends):
        label = _label(marked, found.at, "")
        if not found.things:
            content = marked.markers[found.at].content
            for child in marked.children[found.at]:
                own = " ".join(view.folded[content : child.start].split())
                yield from _leaves(view, child, (own,), label, ends[found.at])
            continue
        several = len(found.things) > 1
        for n, (a, b) in enumerate(found.things):
            yield _Leaf(f"{label}({chr(ord('a') + n)})" if several else label, a, b, ())


def _in_sentence(children: list[MarkedList], own: str) -> bool:
    """Whether marks stand inside one sentence of a thing ("the lease, with (a) … and (b) …")."""
    inline = all(child.markers[0].inline for child in children)
    return inline and _RUNS_ON.search(plain(own)) is not None and names_a_thing(own)


_RUNS_ON = re.compile(
    r"[a-z0-9,]\s?(?:including|with|showing|such as|as well as|both|either|about|concerning"
    r"|regarding|relating to|reflecting|between|for|of|from|to|by|in|on|that|whether),?$"
)
"""A name that goes on to its particulars, unlike one that stops before a list with a colon."""


_BORDER = re.compile(r"[.;?!]\"?(?=\s{1,4}(?:[A-Z]|and (?:you|to|that|shall|please)\b))")


def _before_lead(text: str, start: int, end: int) -> int:
    """The end of a member without the sentence behind it that leads on with a colon."""
    if not text[start:end].rstrip().endswith(":"):
        return end
    borders = [found.end() for found in _BORDER.finditer(text, start, end)]
    if borders:
        return borders[-1]
    last = text.rfind("\n", start, end)
    leads = last > 0 and _NEXT_LEAD.match(text, last + 1, end)
    return last if leads else end


_NEXT_LEAD = re.compile(
    r"[ ]{0,30}(?:And|Also|Then|In|By|For|Please|Produce|Provide|Send|We|You)\b"
)
"""A line of its own that leads to the next numbers of a list ("And in the final set:")."""


_NO_ITEM = re.compile(
    r"(?:(?:applicable|relevant)\s)?(?:time\s)?period\s?(?::|covered)"
    r"|(?:definitions?|instructions?)(?:\sand\s\w{4,14})?\s?[.:\n]"
)


def _is_heading(view: ListView, marked: MarkedList, i: int, end: int) -> bool:
    """A member that only heads a part of the schedule: "I. …" beside members with lists."""
    words = view.low[marked.markers[i].content : end]
    if _NO_ITEM.match(words) or is_given_up(words):
        return True
    return marked.style.startswith("roman upper") and bool(marked.children) and len(words) < 90


def _label(marked: MarkedList, i: int, path: str) -> str:
    """Printed labels joined: "2(a)(ii)"; bullets are numbered in order."""
    mark = marked.markers[i].label
    if marked.style.startswith("bullet"):
        return f"{path}({i + 1})" if path else str(i + 1)
    if not path or marked.style.startswith("compound"):
        return mark
    return f"{path}({mark})"


def _ends(view: ListView, marked: MarkedList, outer: int) -> list[int]:
    markers = marked.markers
    ends: list[int] = []
    own = {m.start for inner in marked.walk() for m in inner.markers}
    habit = habit_of(view.folded, marked)
    for i, marker in enumerate(markers):
        following = markers[i + 1].start if i + 1 < len(markers) else None
        limit = following if following is not None else outer
        limit = view.before_foreign(own, marker.content, limit)
        deepest = view.last_inside(marked, i)
        start = deepest if deepest is not None else marker.content
        ends.append(item_end(view, start, limit, marker, habit, is_last=following is None))
    return ends


def _is_aside(view: ListView, child: MarkedList) -> bool:
    """Whether a nested list holds rules or terms, or what its lead says is not asked."""
    told = lead_kind(view.lead(child)) is Lead.TELLS and not view.lead(child).endswith(":")
    return told or is_of_rules(view, child)


def _own_end(view: ListView, marked: MarkedList, i: int, limit: int) -> int:
    """The end of a member under which a list of rules or terms stands, not of things."""
    marker = marked.markers[i]
    habit = habit_of(view.folded, marked)
    return item_end(view, marker.content, limit, marker, habit, is_last=True)


def _item(view: ListView, leaf: _Leaf, whole: Whole | None, band: Band) -> ReadItem:
    whole_words = ((leaf.start, leaf.end), *leaf.more)
    stretches = tuple(row for a, b in whole_words for row in past_heads(view.folded, a, b))
    words = joined(view.flow.text, stretches)
    straight = joined(view.folded, stretches)
    category, also = category_under(straight, leaf.lead_in)
    own = period_of(straight, view.issued_on)
    spans = tuple(span for a, b in stretches for span in view.flow.spans(a, b))
    above = lead_period(leaf.lead_in) or (whole.period if whole is not None else None)
    refers = tuple(
        dict.fromkeys(
            " ".join((m["n"] or m["sheet"]).split()).strip() for m in _REFERS.finditer(words)
        )
    )
    return ReadItem(
        label=leaf.label,
        text=Read(words, band, spans, "items/1"),
        category=category,
        also=also,
        lead_in=leaf.lead_in,
        period=own or above,
        refers_to=refers,
        periods_differ=differing(own, whole),
    )


def _unnumbered(
    flow: Flow,
    view: ListView,
    whole: Whole | None,
    apart: tuple[tuple[Span, ...], tuple[Span, ...]],
) -> ItemList:
    items: list[ReadItem] = []
    free = tuple(unit for unit in view.cut if not view.is_apart(unit.start))
    for asked in asked_in(view.low, free or view.cut):
        leaf = _Leaf(f"u{len(items) + 1}", asked.start, asked.end, ())
        item = _item(view, leaf, whole, Band.UNSURE)
        if asked.is_testimony:
            item = ReadItem(label=item.label, text=item.text, category=Category.TESTIMONY)
        items.append(item)
    if not items:
        rows = enumerate(named_under_heading(view), start=1)
        items = [_item(view, _Leaf(f"u{i}", a, b, ()), whole, Band.UNSURE) for i, (a, b) in rows]
    return ItemList(tuple(items), Band.UNSURE if items else Band.ABSENT, *apart)

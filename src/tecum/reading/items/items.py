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
from tecum.reading.items.categories import as_kept, category_under
from tecum.reading.items.chosen_lists import are_parts, demand_lists, name_little
from tecum.reading.items.counted_words import counted_rows
from tecum.reading.items.custodians import custodians_of
from tecum.reading.items.footnotes import without_footnotes
from tecum.reading.items.item_boxes import are_within, boxed_items, unticked
from tecum.reading.items.item_periods import period_of
from tecum.reading.items.item_words import joined, past_heads
from tecum.reading.items.leaves import Leaf, lead_of, leaves_of, ordered_leaves, stretch_of
from tecum.reading.items.list_headings import HEADING, sections_of
from tecum.reading.items.list_view import ListView
from tecum.reading.items.lost_markers import with_lost_markers
from tecum.reading.items.markers import MarkedList, find_lists
from tecum.reading.items.named_in_commands import named_in_commands
from tecum.reading.items.order_paragraphs import further_ordered
from tecum.reading.items.pointed_blocks import pointed_blocks
from tecum.reading.items.schedule_range import Whole, differing, lead_period, whole_period
from tecum.reading.items.ticked import ticked_rows
from tecum.reading.items.turns import is_turned, turns_in
from tecum.reading.items.under_heading import named_at_label, named_under_heading
from tecum.reading.items.unmarked import unmarked_list
from tecum.reading.result import CheckBox, ReadItem
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
    recipient: str | None = None
    """Who is asked, and so keeps what is asked for."""

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
    marked = without_footnotes(folded, marked)
    aside = (*sections[0], *sections[1])
    view = _view(flow, folded, aside, marked, heads=heads, context=context)
    lists = demand_lists(view, marked)
    boxed = boxed_items(view, text, context.checkboxes)
    first = min((ml.start for ml in lists), default=len(folded))
    whole = whole_period(view, first)
    written = _written(view, marked, lists, context.areas, len(folded))
    if written:
        items = tuple(_item(view, leaf, whole, Band.LIKELY) for leaf in written)
        return ItemList(items, Band.LIKELY, *apart)
    tabled = (Leaf(r.label, r.start, r.end, (), r.more) for r in asked_tables(view, lists))
    wanted = list(tabled) or ordered_leaves(view, marked, len(folded))
    if wanted:
        items = tuple(_item(view, leaf, whole, Band.LIKELY) for leaf in wanted)
        return ItemList(items, Band.LIKELY, *apart)
    if boxed and (
        are_parts(view, lists)
        or name_little(view, lists)
        or are_within(view, context.checkboxes, map(stretch_of, lists))
    ):
        lists = []
    if lists:
        leaves = _listed(view, lists, context.checkboxes, len(folded))
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
        plainly = (Leaf(f"u{i}", a, b, lead) for i, (a, b) in enumerate(rows.rows, start=1))
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
        leaves = [Leaf(f"u{i}", a, b, ()) for i, (a, b) in enumerate(counted, start=1)]
        items = tuple(_item(view, leaf, whole, Band.LIKELY) for leaf in leaves)
        return ItemList(items, Band.LIKELY, *apart)
    return _unnumbered(flow, view, whole, apart)


def _listed(
    view: ListView, lists: list[MarkedList], boxes: tuple[CheckBox, ...], limit: int
) -> list[Leaf]:
    """The leaves of lists without those whose boxes are empty, and what is ordered behind them."""
    rows = [leaf for ml in lists for leaf in leaves_of(view, ml, lead_of(view, ml), "", limit)]
    empty = unticked(view, boxes, [(leaf.start, leaf.end) for leaf in rows])
    leaves = [leaf for i, leaf in enumerate(rows) if i not in empty]
    return leaves + _behind(view, leaves)


def _behind(view: ListView, leaves: list[Leaf]) -> list[Leaf]:
    """What an order directs in sentences behind its list."""
    last = max((leaf.end for leaf in leaves), default=len(view.low))
    rows = enumerate(further_ordered(view, last), start=1)
    return [Leaf(f"u{i}", a, b, ()) for i, (a, b) in rows]


def _written(
    view: ListView,
    marked: list[MarkedList],
    lists: list[MarkedList],
    areas: tuple[tuple[Span, ...], ...],
    limit: int,
) -> list[Leaf]:
    """What stands in the spaces of a form, unless they send the reader to a list elsewhere."""
    places = [place for spans in areas if (place := in_flow(view.flow, spans)) is not None]
    pointed = () if areas else pointed_blocks(view)
    places.extend(place for place in pointed if not lists or lists_within(lists, place))
    if lists and any(sends_on(view, place) for place in places):
        return []
    leaves: list[Leaf] = []
    for place in places:
        inside = lists_within(marked, place)
        for ml in inside:
            end = min(place[1], limit)
            rows = leaves_of(view, ml, lead_of(view, ml), "", end)
            leaves.extend(leaf for leaf in rows if leaf.start < end)
        if not inside:
            leaves.extend(_loose(view, rows_of(view, place), len(leaves)))
    return leaves


def _loose(view: ListView, rows: tuple[tuple[int, int], ...], before: int) -> list[Leaf]:
    """Rows without numbers; one that ends with a colon leads to those behind it."""
    leaves: list[Leaf] = []
    lead: tuple[str, ...] = ()
    for start, end in rows:
        if view.folded[end - 1] == ":" and end < rows[-1][1]:
            lead = (" ".join(view.folded[start:end].split()),)
            continue
        leaves.append(Leaf(f"u{before + len(leaves) + 1}", start, end, lead))
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
    context: ItemContext,
) -> ListView:
    headings = tuple((m.start(), m.lastgroup) for m in heads)
    starts = tuple(sorted(m.start for top in marked for ml in top.walk() for m in ml.markers))
    cut = units(folded)
    return ListView(
        folded,
        plain(folded),
        flow,
        apart,
        cut,
        starts,
        headings,
        Paragraphs(flow),
        context.issued_on,
        custodians_of(context.recipient, context.kind),
    )


def _item(view: ListView, leaf: Leaf, whole: Whole | None, band: Band) -> ReadItem:
    whole_words = ((leaf.start, leaf.end), *leaf.more)
    stretches = tuple(row for a, b in whole_words for row in past_heads(view.folded, a, b))
    words = joined(view.flow.text, stretches)
    straight = joined(view.folded, stretches)
    asked = category_under(straight, leaf.lead_in, view.custodians)
    own = period_of(straight, view.issued_on)
    spans = tuple(span for a, b in stretches for span in view.flow.spans(a, b))
    above = lead_period(leaf.lead_in) or (whole.period if whole is not None else None)
    refers = tuple(
        dict.fromkeys(
            " ".join((m["n"] or m["sheet"]).split()).strip() for m in find_all(_REFERS, words)
        )
    )
    return ReadItem(
        label=leaf.label,
        text=Read(words, band, spans, "items/1", asked.signals),
        category=asked.category,
        also=asked.also,
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
    # A label beats the command, which may only point to the sheet on which the label stands.
    rows = enumerate(named_at_label(view), start=1)
    items = [_item(view, Leaf(f"u{i}", a, b, ()), whole, Band.UNSURE) for i, (a, b) in rows]
    if items:
        return ItemList(tuple(items), Band.UNSURE, *apart)
    free = tuple(unit for unit in view.cut if not view.is_apart(unit.start))
    for asked in asked_in(view.low, free or view.cut):
        leaf = Leaf(f"u{len(items) + 1}", asked.start, asked.end, ())
        item = _item(view, leaf, whole, Band.UNSURE)
        if asked.is_testimony:
            item = ReadItem(label=item.label, text=item.text, category=Category.TESTIMONY)
        items.append(item)
    if not items:
        named = named_under_heading(view) or named_in_commands(view.low, free or view.cut)
        rows = enumerate(named, start=1)
        items = [_item(view, Leaf(f"u{i}", a, b, ()), whole, Band.UNSURE) for i, (a, b) in rows]
    return ItemList(tuple(items), Band.UNSURE if items else Band.ABSENT, *apart)

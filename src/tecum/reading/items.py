"""Items: what a demand asks for, each leaf readable alone with the words that introduce it.

Items are found in a schedule, in the body's list, among check-boxes, or in the sentence that
asks. Definitions, instructions, recitals and the numbers of form blocks are no items.

Authority: READING 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tecum.instruments.sought import find_all, find_first
from tecum.provenance import Read, Span
from tecum.reading.asked import asked_in
from tecum.reading.categories import category_of
from tecum.reading.item_ends import habit_of, item_end
from tecum.reading.item_periods import Period, period_of
from tecum.reading.item_tables import ItemTable, item_tables
from tecum.reading.layout import Flow, Text
from tecum.reading.list_marks import (
    EMPTY_OR_CHECKED,
    HEADING,
    INCLUDING,
    ListView,
    is_demand_list,
    leads_strongly,
    sections_of,
)
from tecum.reading.markers import MarkedList, find_lists
from tecum.reading.matching import fold, plain, units
from tecum.reading.result import CheckBox, ReadItem
from tecum.reading.straightened import straightened
from tecum.reading.ticked import ticked_rows
from tecum.reading.unmarked import unmarked_list
from tecum.words import Band, Category, CheckState, Conduct, Kind, ReadingWarning, TextFrom

__all__ = ["ItemContext", "ItemList", "read_items"]


@dataclass(frozen=True, slots=True)
class ItemContext:
    """What the steps before have read, as far as it bears on items."""

    conduct: Conduct | None = None
    kind: Kind | None = None
    issued_on: date | None = None
    checkboxes: tuple[CheckBox, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of a document, with the band of the list as a whole."""

    items: tuple[ReadItem, ...]
    band: Band
    definitions: tuple[Span, ...] = ()
    instructions: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Whole:
    """The range of a whole schedule; ``yields`` where it says that an item's own comes first."""

    period: Period
    yields: bool


@dataclass(frozen=True, slots=True)
class _Leaf:
    label: str
    start: int
    end: int
    lead_in: tuple[str, ...]


_REFERS = re.compile(
    r"\b(?P<what>items?|paragraphs?|requests?|categor(?:y|ies)|line|subparagraphs?"
    r"|nos?\.)\s{1,3}(?P<n>[0-9]{1,3}(?:\.[a-z0-9]{1,2})?(?:\([a-z0-9]{1,4}\)){0,3}"
    r"|\([a-z0-9]{1,4}\))|\b(?P<sheet>(?:schedule|attachment|exhibit"
    r"|appendix)\s{1,3}[a-z0-9]{1,2})\b",
    re.IGNORECASE,
)
_KEEP = re.compile(r"\bpreserv(?:e|ing|ation)\b|\bconserv(?:e|ar)\b")
_RELEVANT = re.compile(
    r"(?:relevant|applicable|covered|responsive)\s{1,3}(?:time\s{1,3})?period"
    r"|time\s{1,3}(?:period|frame)\s{1,3}(?:covered|of|for|is)"
    r"|unless\s{1,3}otherwise\s{1,3}(?:stated|specified|noted|indicated)"
    r"|for\s{1,3}the\s{1,3}(?:time\s{1,3})?period|period\s{1,3}(?:covered|from|of\s{1,3}time)"
    r"|periodo\s{1,3}(?:comprendido|del?)|\"?period\"?,?\s{1,3}(?:shall\s{1,3})?(?:means?|is)"
    r"|fiscal\s{1,3}years?\s{1,3}covered"
)


def read_items(text: Text, flow: Flow, context: ItemContext | None = None) -> ItemList:
    """The items of a document.

    Args:
        text: The document, for its fillable fields.
        flow: The layers in which items may stand: its body.
        context: What was read before.

    Returns:
        Leaves in printed order; the list is ``unsure`` where a marker is missing or repeated,
        at most ``likely`` where nothing is numbered.
    """
    context = context or ItemContext()
    folded = _searched(text, flow)
    sections = sections_of(folded)
    apart = (_spans(flow, sections[0]), _spans(flow, sections[1]))
    marked = find_lists(folded, (m.start() for m in HEADING.finditer(folded)))
    view = _view(flow, folded, (*sections[0], *sections[1]), marked)
    lists = [ml for top in marked for ml in _demanding(view, top, 3.0)]
    if not lists:
        lists = [ml for top in marked for ml in _demanding(view, top, 2.0) if len(ml.markers) > 1]
    boxed = _boxed(text, context)
    first = min((ml.start for ml in lists), default=len(folded))
    whole = _whole_period(view, first)
    tabled = _tabled(view, lists)
    if tabled:
        items = tuple(_item(flow, leaf, whole, Band.LIKELY) for leaf in tabled)
        return ItemList(items, Band.LIKELY, *apart)
    if lists:
        leaves = [
            leaf for ml in lists for leaf in _leaves(view, ml, _lead(view, ml), "", len(folded))
        ]
        gap = any(inner.gap for ml in lists for inner in ml.walk())
        items = tuple(
            _item(flow, leaf, whole, Band.UNSURE if gap else Band.LIKELY) for leaf in leaves
        )
        return ItemList(
            items,
            Band.UNSURE if gap else Band.LIKELY,
            *apart,
            (ReadingWarning.ITEM_GAP,) if gap else (),
        )
    rows = None if boxed else ticked_rows(view) or unmarked_list(view)
    if rows is not None:
        lead = (rows.lead,) if rows.lead else ()
        plainly = (_Leaf(f"u{i}", a, b, lead) for i, (a, b) in enumerate(rows.rows, start=1))
        items = tuple(_item(flow, leaf, whole, Band.LIKELY) for leaf in plainly)
        return ItemList(items, Band.LIKELY, *apart)
    if boxed:
        return ItemList(boxed, Band.LIKELY, *apart)
    return _unnumbered(flow, view, whole, apart)


def _tabled(view: ListView, lists: list[MarkedList]) -> list[_Leaf]:
    """The rows of the tables that ask for something, where no list stands outside them."""
    tables = [t for t in item_tables(view.folded) if _asks_for_table(view, t)]
    ends = [(t.start, t.rows[-1].row_end) for t in tables]
    if any(not any(a <= ml.start < b for a, b in ends) for ml in lists):
        return []
    leaves: list[_Leaf] = []
    for table in tables:
        for row in table.rows:
            label = row.label or f"u{len(leaves) + 1}"
            leaves.append(_Leaf(label, row.start, row.end, ()))
    return leaves


def _asks_for_table(view: ListView, table: ItemTable) -> bool:
    """Whether the words before a table ask for what stands in it."""
    if view.is_apart(table.start):
        return False
    before = view.low[max(0, table.start - 500) : table.start]
    return view.heading_before(table.start) == "items" or leads_strongly(before)


def _searched(text: Text, flow: Flow) -> str:
    """The text in which parts and items are looked for, as long as the printed one."""
    made = (TextFrom.OCR, TextFrom.MIXED)
    recognised = any(page.text_from in made for page in text.pages)
    return straightened(fold(flow.text)) if recognised else fold(flow.text)


def _spans(flow: Flow, stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(span for a, b in stretches for span in flow.spans(a, b))


def _view(
    flow: Flow, folded: str, apart: tuple[tuple[int, int], ...], marked: list[MarkedList]
) -> ListView:
    headings = tuple((m.start(), m.lastgroup) for m in HEADING.finditer(folded))
    starts = tuple(sorted(m.start for top in marked for ml in top.walk() for m in ml.markers))
    return ListView(folded, plain(folded), flow, apart, units(folded), starts, headings)


def _demanding(view: ListView, marked: MarkedList, needed: float) -> Iterator[MarkedList]:
    """The outermost lists that demand something; a form's blocks are entered, not taken."""
    if view.is_apart(marked.start):
        return
    if is_demand_list(view, marked, needed):
        yield marked
        return
    inner = [
        ml
        for lists in marked.children.values()
        for child in lists
        for ml in _demanding(view, child, needed)
    ]
    if inner and len(marked.markers) > 1 and is_demand_list(view, marked, _PARENT_OF_DEMANDS):
        yield marked
        return
    yield from inner


_PARENT_OF_DEMANDS = 1.5
"""What supports an outer list whose inner lists demand something; a form's blocks have less."""


def _lead(view: ListView, marked: MarkedList) -> tuple[str, ...]:
    words = view.lead_sentence(marked)
    return (words,) if words else ()


def _leaves(
    view: ListView, marked: MarkedList, lead: tuple[str, ...], path: str, limit: int
) -> Iterator[_Leaf]:
    ends = _ends(view, marked, limit)
    for i, marker in enumerate(marked.markers):
        label = _label(marked, i, path)
        children = [c for c in marked.children.get(i, []) if c.start < ends[i]]
        if not children:
            if _is_heading(view, marked, i, ends[i]):
                continue
            box = EMPTY_OR_CHECKED.match(view.folded[marker.content : marker.content + 8])
            if box is None or not box["empty"]:
                yield _Leaf(label, marker.content + (box.end() if box else 0), ends[i], lead)
            continue
        own = " ".join(view.folded[marker.content : children[0].start].split())
        if INCLUDING.search(plain(own)):
            yield _Leaf(label, marker.content, ends[i], lead)
            continue
        for child in children:
            yield from _leaves(view, child, (*lead, own) if own else lead, label, ends[i])


_NO_ITEM = re.compile(
    r"(?:(?:applicable|relevant)\s)?(?:time\s)?period\s?(?::|covered)|definitions?\b"
    r"|instructions?\b"
)


def _is_heading(view: ListView, marked: MarkedList, i: int, end: int) -> bool:
    """A member that only heads a part of the schedule: "I. …" beside members with lists."""
    words = view.low[marked.markers[i].content : end]
    if _NO_ITEM.match(words):
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


def _item(flow: Flow, leaf: _Leaf, whole: _Whole | None, band: Band) -> ReadItem:
    words = " ".join(flow.text[leaf.start : leaf.end].split())
    words = re.sub(r"[;,]?\s+(?:and|or|y|o)$|[;,]+$", "", words).rstrip(" ;,")
    category, also = category_of(words, " ".join(leaf.lead_in))
    if leaf.lead_in and category is not Category.PRESERVE and _KEEP.search(plain(leaf.lead_in[-1])):
        category, also = Category.PRESERVE, (category, *also)
    own = period_of(words)
    above = _lead_period(leaf.lead_in) or (whole.period if whole is not None else None)
    refers = tuple(
        dict.fromkeys(
            " ".join((m["n"] or m["sheet"]).split()).strip() for m in _REFERS.finditer(words)
        )
    )
    return ReadItem(
        label=leaf.label,
        text=Read(words, band, flow.spans(leaf.start, leaf.end), "items/1"),
        category=category,
        also=also,
        lead_in=leaf.lead_in,
        period=own or above,
        refers_to=refers,
        periods_differ=_differing(own, whole),
    )


def _differing(own: Period | None, whole: _Whole | None) -> tuple[dict[str, Any], ...]:
    """Both ranges, where the schedule states one for all and the item another."""
    if own is None or whole is None or whole.yields or own == whole.period:
        return ()
    return ({"of": "item", "period": own}, {"of": "schedule", "period": whole.period})


def _lead_period(lead: tuple[str, ...]) -> Period | None:
    for words in reversed(lead):
        if _RELEVANT.search(plain(words)):
            found = period_of(words)
            if found is not None:
                return found
    return None


def _whole_period(view: ListView, first: int) -> _Whole | None:
    """The range that a schedule states for all its items, and whether it gives way to theirs."""
    for match in find_all(_RELEVANT, view.low):
        early = match.start() <= first or view.is_apart(match.start())
        if not early and not match[0].startswith(("relevant", "applicable")):
            continue
        window = view.folded[match.start() : match.start() + 220]
        sentence = re.split(r"\n\n|[.;]\s", window)[0]
        found = period_of(sentence)
        if found is not None:
            before = view.low[max(0, match.start() - 80) : match.start()]
            said = re.split(r"\n\n|[.;]\s", before)[-1] + plain(sentence)
            return _Whole(found, _GIVES_WAY.search(said) is not None)
    return None


_GIVES_WAY = re.compile(r"\bunless\b|\bexcept\s|\botherwise\b|\bsalvo\b|\ba\s{1,3}menos\b")
"""A range that holds only where an item states none of its own."""


_BOX_LEAD = re.compile(
    r"(?:check|mark|tick)\s(?:what|the|all|each|any|those)|(?:records?|documents?|information"
    r"|items?)\s(?:requested|needed|required|sought)|(?:requested|needed)\s(?:records?|documents?"
    r"|information|items?)|please\s(?:provide|send|furnish)"
)


def _boxed(text: Text, context: ItemContext) -> tuple[ReadItem, ...]:
    """Items chosen by check-boxes: the checked ones, where boxes choose what is asked."""
    body = plain("\n".join(line.text for line in text.lines))
    if not find_first(_BOX_LEAD, body):
        return ()
    rows: list[tuple[str, CheckState | None, tuple[Span, ...]]] = []
    for box in context.checkboxes:
        rows.append((str(box.label.value or ""), box.state, box.label.spans))
    if not rows:
        for field in text.fields:
            if field.is_checkbox:
                rows.append((field.label, field.state, _field_spans(text, field.page, field.label)))
    named = [r for r in rows if category_of(r[0])[0] not in (Category.OTHER, Category.TESTIMONY)]
    if len(rows) < 2 or len(named) * 2 < len(rows):
        return ()
    items: list[ReadItem] = []
    for label, state, spans in rows:
        if state is not CheckState.CHECKED:
            continue
        words = re.sub(r"^\s*other\s*:\s*", "", " ".join(label.split()), flags=re.IGNORECASE)
        category, also = category_of(words)
        items.append(
            ReadItem(
                label=str(len(items) + 1),
                text=Read(words, Band.LIKELY, spans, "items.box/1"),
                category=category,
                also=also,
                period=period_of(words),
            )
        )
    return tuple(items)


def _field_spans(text: Text, page: int, label: str) -> tuple[Span, ...]:
    for one in text.pages:
        if one.n == page:
            start = one.text.find(label)
            if start >= 0:
                return (text.span(page, start, start + len(label)),)
    return ()


def _unnumbered(
    flow: Flow,
    view: ListView,
    whole: _Whole | None,
    apart: tuple[tuple[Span, ...], tuple[Span, ...]],
) -> ItemList:
    items: list[ReadItem] = []
    free = tuple(unit for unit in view.cut if not view.is_apart(unit.start))
    for asked in asked_in(view.low, free or view.cut):
        leaf = _Leaf(f"u{len(items) + 1}", asked.start, asked.end, ())
        item = _item(flow, leaf, whole, Band.UNSURE)
        if asked.is_testimony:
            item = ReadItem(label=item.label, text=item.text, category=Category.TESTIMONY)
        items.append(item)
    return ItemList(tuple(items), Band.UNSURE if items else Band.ABSENT, *apart)

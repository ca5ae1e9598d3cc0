"""The leaves of numbered lists: members with their printed labels and the words that lead them.

Authority: READING 12 (items are leaves; labels as printed, joined).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.reading.items.categories import names_a_thing
from tecum.reading.items.item_ends import habit_of, item_end
from tecum.reading.items.list_marks import INCLUDING, is_of_rules
from tecum.reading.items.list_view import EMPTY_OR_CHECKED, ListView
from tecum.reading.items.markers import MarkedList
from tecum.reading.items.no_items import is_given_up, titles_a_part
from tecum.reading.items.order_paragraphs import directing, is_order
from tecum.reading.speech.operative import Lead, lead_kind
from tecum.reading.text.matching import plain

__all__ = ["Leaf", "lead_of", "leaves_of", "ordered_leaves", "stretch_of"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One thing asked for: characters ``start`` up to ``end``, under its printed label."""

    label: str
    start: int
    end: int
    lead_in: tuple[str, ...]
    more: tuple[tuple[int, int], ...] = ()
    """Further stretches of the same item, where a table's other cells stand between."""


def lead_of(view: ListView, marked: MarkedList) -> tuple[str, ...]:
    """The sentence that leads a list, if it has one."""
    words = view.lead_sentence(marked)
    return (words,) if words else ()


def leaves_of(
    view: ListView, marked: MarkedList, lead: tuple[str, ...], path: str, limit: int
) -> Iterator[Leaf]:
    """The leaves of a list up to ``limit``, those of its members' own lists among them."""
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
                yield Leaf(label, start, _before_lead(view.folded, start, ends[i]), lead)
            continue
        own = " ".join(view.folded[marker.content : children[0].start].split())
        if INCLUDING.search(plain(own)) or _in_sentence(children, own):
            yield Leaf(label, marker.content, ends[i], lead)
            continue
        asked = [child for child in children if not _is_aside(view, child)]
        if not asked and own and not (parts and titles_a_part(own)):
            first = children[0].start
            stop = min(first, view.before_foreign(set(), marker.content, first))
            yield Leaf(label, marker.content, _own_end(view, marked, i, stop), lead)
        for child in asked:
            yield from leaves_of(view, child, (*lead, own) if own else lead, label, ends[i])


def stretch_of(marked: MarkedList) -> tuple[int, int]:
    """About where a list stands."""
    return marked.start, marked.markers[-1].content + _WORDS_BEHIND


_WORDS_BEHIND = 200


def ordered_leaves(view: ListView, marked: list[MarkedList], limit: int) -> list[Leaf]:
    """What the numbered paragraphs of a paper's orders direct somebody to give."""
    orders = (ml for ml in marked if is_order(view, ml) and not view.is_apart(ml.start))
    return [leaf for ml in orders for leaf in _directed(view, ml, limit)]


def _directed(view: ListView, marked: MarkedList, limit: int) -> Iterator[Leaf]:
    """What the paragraphs of an order direct somebody to give."""
    ends = _ends(view, marked, limit)
    for found in directing(view, marked, ends):
        label = _label(marked, found.at, "")
        if not found.things:
            content = marked.markers[found.at].content
            for child in marked.children[found.at]:
                own = " ".join(view.folded[content : child.start].split())
                yield from leaves_of(view, child, (own,), label, ends[found.at])
            continue
        several = len(found.things) > 1
        for n, (a, b) in enumerate(found.things):
            yield Leaf(f"{label}({chr(ord('a') + n)})" if several else label, a, b, ())


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

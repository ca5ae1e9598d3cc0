"""Items chosen by check-boxes: the checked ones, where boxes choose what is asked.

Authority: READING 12 (check-boxes; items).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.sought import find_first
from tecum.provenance import Read, Span
from tecum.reading.categories import category_of
from tecum.reading.item_periods import period_of
from tecum.reading.layout import Text
from tecum.reading.matching import plain
from tecum.reading.result import CheckBox, ReadItem
from tecum.words import Band, Category, CheckState

__all__ = ["boxed_items"]

_BOX_LEAD = re.compile(
    r"(?:check|mark|tick)\s(?:what|the|all|each|any|those)|(?:records?|documents?|information"
    r"|items?)\s(?:requested|needed|required|sought)|(?:requested|needed)\s(?:records?|documents?"
    r"|information|items?)|please\s(?:provide|send|furnish)|(?:requested|asked|required"
    r"|directed)\s(?:that\s)?(?:you|to)\s?(?:to)?:"
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


def boxed_items(text: Text, checkboxes: tuple[CheckBox, ...]) -> tuple[ReadItem, ...]:
    """Items chosen by check-boxes: the checked ones, where boxes choose what is asked."""
    if not checkboxes and not any(field.is_checkbox for field in text.fields):
        return ()
    body = plain("\n".join(line.text for line in text.lines))
    outright = find_first(_WHAT_IS_MARKED, body)
    lead = outright or find_first(_BOX_LEAD, body)
    if not lead:
        return ()
    rows: list[tuple[str, CheckState | None, tuple[Span, ...]]] = []
    for box in checkboxes:
        rows.append((str(box.label.value or ""), box.state, box.label.spans))
    if not rows:
        for field in text.fields:
            if field.is_checkbox:
                rows.append((field.label, field.state, _field_spans(text, field.page, field.label)))
    named = [r for r in rows if category_of(r[0])[0] not in (Category.OTHER, Category.TESTIMONY)]
    if len(rows) < 2 or (not outright and len(named) * 2 < len(rows)):
        return ()
    return tuple(_chosen(rows, lead.start(), body))


def _chosen(
    rows: list[tuple[str, CheckState | None, tuple[Span, ...]]], lead: int, body: str
) -> Iterator[ReadItem]:
    """The checked boxes: those behind the words that ask, where any box stands behind them."""
    n = 0
    places = [body.find(plain(" ".join(label.split()))[:32]) for label, _, _ in rows]
    behind = any(place > lead for place in places)
    for (label, state, spans), place in zip(rows, places, strict=True):
        if state is not CheckState.CHECKED or (behind and 0 <= place < lead):
            continue
        words = re.sub(r"^\s*other\s*:\s*", "", " ".join(label.split()), flags=re.IGNORECASE)
        category, also = category_of(words)
        n += 1
        yield ReadItem(
            label=str(n),
            text=Read(words, Band.LIKELY, spans, "items.box/1"),
            category=category,
            also=also,
            period=period_of(words),
        )


def _field_spans(text: Text, page: int, label: str) -> tuple[Span, ...]:
    for one in text.pages:
        if one.n == page:
            start = one.text.find(label)
            if start >= 0:
                return (text.span(page, start, start + len(label)),)
    return ()

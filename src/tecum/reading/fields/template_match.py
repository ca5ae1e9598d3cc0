"""Whether a document is a known edition of a form: its labels, in their relative places.

Authority: READING 9 (a matching template: enough of the anchors in the right relative places).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tecum.instruments.catalogue import Instrument
from tecum.instruments.templates import Template
from tecum.reading.fields.label_search import Found, LabelSearch
from tecum.reading.settings import settings

__all__ = ["TemplateMatch", "best_match"]

_LEVEL = 9.0
"""Points by which labels of one row may differ in height."""


@dataclass(frozen=True, slots=True)
class TemplateMatch:
    """A template, the share of its anchors that stand where they should, and their places."""

    template: Template
    page: int
    share: float
    anchors: Mapping[str, Found]

    @property
    def is_match(self) -> bool:
        """Whether enough of the anchors are there for the document to be this form."""
        return self.share >= settings().template_share


def best_match(search: LabelSearch, instrument: Instrument) -> TemplateMatch | None:
    """The instrument's template with the most anchors in place; the earlier of equals."""
    best: TemplateMatch | None = None
    for template in instrument.templates:
        found = _match(search, template)
        if found is not None and (best is None or found.share > best.share):
            best = found
    return best


def _match(search: LabelSearch, template: Template) -> TemplateMatch | None:
    page = search.page(template.page)
    if page is None:
        return None
    rows: list[tuple[Found, ...]] = []
    missing = 0
    for anchor in template.anchors:
        rows.append(_places(search, anchor.labels, page, slips=False))
        missing += not rows[-1]
        if missing * 2 > len(template.anchors) and not search.is_recognised:
            return None
    if missing:
        rows = [
            row or _places(search, anchor.labels, page, slips=True)
            for row, anchor in zip(rows, template.anchors, strict=True)
        ]
    if sum(bool(row) for row in rows) * 2 < len(rows):
        return None
    chain = _chain(rows, [anchor.beside for anchor in template.anchors])
    anchors = {template.anchors[i].labels[0]: found for i, found in chain}
    return TemplateMatch(template, page, len(chain) / len(rows), anchors)


def _places(
    search: LabelSearch, labels: Sequence[str], page: int, *, slips: bool
) -> tuple[Found, ...]:
    for label in labels:
        found = search.find(label, page, slips=slips)
        if found:
            return found
    return ()


def _chain(rows: Sequence[tuple[Found, ...]], beside: Sequence[bool]) -> list[tuple[int, Found]]:
    """The longest choice of places, one an anchor, each in its relation to the one before."""
    best: list[tuple[int, list[tuple[int, Found]]]] = []
    for i, row in enumerate(rows):
        for place in row:
            before: list[tuple[int, Found]] = []
            for j, chain in best:
                together = beside[i] if j == i - 1 else False
                if j < i and len(chain) > len(before) and _follows(chain[-1][1], place, together):
                    before = chain
            best.append((i, [*before, (i, place)]))
    return max((chain for _, chain in best), key=len, default=[])


def _follows(a: Found, b: Found, beside: bool) -> bool:
    """Whether ``b`` stands under ``a``, or to its right on its row; ``beside`` asks the latter."""
    if a.box is None or b.box is None:
        return b.start >= a.end
    level = abs((a.box[1] + a.box[3]) - (b.box[1] + b.box[3])) / 2 <= _LEVEL
    if beside:
        return level and b.box[0] >= a.box[2] - 2
    under = b.box[3] <= a.box[3] + 2 and b.start != a.start
    return under or (level and b.box[0] >= a.box[2] - 2)

"""The range of dates that a schedule states for all its items, and an item's against it.

Authority: READING 12 (``period``: the item's, else the schedule's; both where they differ).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tecum.instruments.sought import find_all
from tecum.reading.items.item_periods import Period, period_of
from tecum.reading.items.list_view import ListView
from tecum.reading.text.matching import plain

__all__ = ["Whole", "differing", "lead_period", "whole_period"]

_RELEVANT = re.compile(
    r"(?:relevant|applicable|covered|responsive)\s{1,3}(?:time\s{1,3})?period"
    r"|time\s{1,3}(?:period|frame)\s{1,3}(?:covered|of|for|is)"
    r"|unless\s{1,3}otherwise\s{1,3}(?:stated|specified|noted|indicated)"
    r"|unless\s{1,3}(?:an?|the|any)\s{1,3}\w{4,12}\s{1,3}(?:says|states|provides"
    r"|shows)\s{1,3}otherwise"
    r"|for\s{1,3}the\s{1,3}(?:time\s{1,3})?period|period\s{1,3}(?:covered|from|of\s{1,3}time)"
    r"|periodo\s{1,3}(?:comprendido|del?)|\"?period\"?,?\s{1,3}(?:shall\s{1,3})?(?:means?|is)"
    r"|fiscal\s{1,3}years?\s{1,3}covered"
)


@dataclass(frozen=True, slots=True)
class Whole:
    """The range of a whole schedule; ``yields`` where it says that an item's own comes first."""

    period: Period
    yields: bool


def whole_period(view: ListView, first: int) -> Whole | None:
    """The range that a schedule states for all its items, and whether it gives way to theirs."""
    for match in find_all(_RELEVANT, view.low):
        early = match.start() <= first or view.is_apart(match.start())
        if not early and not match[0].startswith(("relevant", "applicable")):
            continue
        window = view.folded[match.start() : match.start() + 220]
        sentence = re.split(r"\n\n|[.;]\s", window)[0]
        found = period_of(sentence, view.issued_on)
        if found is not None:
            before = view.low[max(0, match.start() - 80) : match.start()]
            said = re.split(r"\n\n|[.;]\s", before)[-1] + plain(sentence)
            return Whole(found, _GIVES_WAY.search(said) is not None)
    return None


_GIVES_WAY = re.compile(r"\bunless\b|\bexcept\s|\botherwise\b|\bsalvo\b|\ba\s{1,3}menos\b")
"""A range that holds only where an item states none of its own."""


def lead_period(lead: tuple[str, ...]) -> Period | None:
    for words in reversed(lead):
        if _RELEVANT.search(plain(words)):
            found = period_of(words)
            if found is not None:
                return found
    return None


def differing(own: Period | None, whole: Whole | None) -> tuple[dict[str, Any], ...]:
    """Both ranges, where the schedule states one for all and the item another."""
    if own is None or whole is None or whole.yields or own == whole.period:
        return ()
    return ({"of": "item", "period": own}, {"of": "schedule", "period": whole.period})

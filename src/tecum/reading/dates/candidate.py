"""A date that may bind, and what the words around it bind to.

Authority: READING 11.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tecum.provenance import Span
from tecum.reading.dates.calendar_words import FoundDate
from tecum.reading.dates.duties import (
    DIRECTIVE,
    Duty,
    duty_of,
    duty_of_the_addressed,
    is_of_another,
)
from tecum.reading.text.matching import Unit, spaced
from tecum.words import Kind

__all__ = ["Candidate", "duty_in_clause"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that limits something, with its time, qualifier and duty."""

    start: int
    end: int
    day: FoundDate
    duty: Duty
    rule: str
    qualifier: str | None = None
    time: str | None = None
    tz: str | None = None
    flag: str | None = None
    is_strong: bool = False
    spans: tuple[Span, ...] = ()
    signals: Mapping[str, Any] = field(default_factory=dict)


_OWN_VERB = spaced(
    r",?\s(?:you\s|it\s|they\s)?(?P<bid>shall|must|(?:is|are)\sto)\s(?!not\b|be\b)\w"
)
_JOINED = spaced(r"[,;]\s(?:and|then|but)\s{0,3}$")
"""A second verb with its own day ("shall preserve, and by May 3 shall produce …")."""


def duty_in_clause(
    low: str, cut: tuple[Unit, ...], at: int, left: str, right: str, *, kind: Kind | None
) -> Duty:
    """What the words around a date in its clause bind to; the clause above where they bind none."""
    own = _OWN_VERB.match(right) if _JOINED.search(left) else None
    if own is not None:
        left = f"you {own['bid']} "
    duty = duty_of(left, right, kind)
    if duty.cue is None and duty.why_not is None and DIRECTIVE.search(left):
        duty = duty_of_the_addressed(left, right, kind) or duty
    if (
        duty.cue is None
        and at > 0
        and cut[at].start - cut[at - 1].end < 6
        and not is_of_another(left)
    ):
        before = low[cut[at - 1].start : cut[at - 1].end]
        duty = duty_of(f"{before} {left}", right, kind)
    return duty

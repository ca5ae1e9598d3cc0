"""What a form says of a period: the label before it, the heading over it, the box beside it.

Authority: READING 11.
"""

from __future__ import annotations

import re

from tecum.reading.dates.periods import FoundPeriod
from tecum.reading.text.matching import Unit, spaced
from tecum.words import Trigger

__all__ = ["is_unticked", "label_of"]


def label_of(
    low: str, cut: tuple[Unit, ...], at: int, period: FoundPeriod, *, has_lead: bool
) -> re.Match[str] | None:
    """The label of a form, or the heading over it, that makes a period the time to answer."""
    label = _PERIOD_LABEL.search(low[max(0, period.start - 70) : period.start])
    if label is None and has_lead:
        label = _heading_over(low, cut, at) or _wanted_over(low, cut, at)
    if label is None and period.direction is not None and period.trigger in _OWN_EVENTS:
        label = _BARE_LABEL.search(low[max(0, period.start - 40) : period.start])
    return label


def _heading_over(low: str, cut: tuple[Unit, ...], at: int) -> re.Match[str] | None:
    """The heading of time limits that a unit begins with, or that its row of boxes stands under."""
    first = at
    while first and at - first < _MOST_BOXES and _BOX.match(low, cut[first].start):
        first -= 1
    return _TIME_HEADING.match(low, cut[first].start, cut[first].end)


_ROW_OF_TIMES = re.compile(
    r"(?:\[\s?x?\s?\]\s{0,3}|[\u2610-\u2612]\s{0,3})?(?:within|no later than)\b"
)
_WANTED_HEADING = re.compile(
    r"(?P<label>(?:return|response|reply|answer|records|information|production)"
    r"\s(?:is |are )?(?:wanted|needed|due|required|requested)(?: by)?)\s{0,2}:\s{0,2}$"
)
"""The heading over rows that each hold a time and nothing else, whose boxes are drawn."""


def _wanted_over(low: str, cut: tuple[Unit, ...], at: int) -> re.Match[str] | None:
    """The heading "Return wanted:" over the row of times in which a unit stands."""
    first = at
    while first and at - first < _MOST_BOXES and _ROW_OF_TIMES.match(low, cut[first].start):
        first -= 1
    return _WANTED_HEADING.match(low, cut[first].start, cut[first].end)


_MOST_BOXES = 8
_BOX = re.compile(r"\[\s?x?\s?\]|[\u2610-\u2612]")
_PERIOD_LABEL = spaced(
    r"(?:^|\n|\s{2}|[;:.)|]\s|\b)(?P<label>(?:response|reply|production|compliance)\s(?:time|period"
    r"|deadline|due|required|requested)(?:\sin|\swithin)?|(?:initial|first|interim|partial|final|full)\s(?:response|reply|production|report|submission|answers?)"
    r"|time\s(?:to\s(?:respond|reply|comply"
    r"|answer"
    r"|produce)|allowed(?:\sfor\s\w{4,12})?|for\s(?:compliance|response|production|reply)|limit)"
    r"|(?:requested\s)?turn-?around(?:\stime)?|deadline(?:\sfor\s\w{4,12})?|due(?:\sdate|\sin"
    r"|\swithin)?|suspense|return|(?:respond|reply|comply|produce)\swithin"
    r"|plazo(?:\sde\s\w{4,12})?|termino)\s{0,3}[:|]\s{0,4}(?:(?:within|no\slater\sthan|not\slater\sthan)\s{1,3})?$"
)
_OWN_EVENTS = frozenset({Trigger.SERVICE, Trigger.RECEIPT, Trigger.ISSUE, Trigger.LETTER_DATE})
_BARE_LABEL = re.compile(r"(?:^|\n|\||\s{2})\s{0,8}(?P<label>time|when|by when)\s{0,3}:\s{0,4}$")
"""A label that names a time to answer only before a period that runs from the paper's own event."""
_TIME_HEADING = re.compile(
    r"(?:(?:section|part|box|seccion|parte)\s)?(?:[a-z0-9]{1,3}[.:)]?\s{1,3})?"
    r"(?P<label>(?:time\slimits?|deadlines?|plazos?)"
    r"(?:\s(?:for|of|de|para)\s[a-z ]{3,50})?)\s{0,2}:?\s{0,2}\n"
)
"""The heading of a form's section under which its time limits stand, each beside its box."""
_UNTICKED = re.compile(r"(?:\[[ _]?\]|[\u2610\u25a1])[^\n\u2610\u2611\u2612\[\u25a1\u25a0]{0,160}$")


def is_unticked(low: str, position: int) -> bool:
    """Whether a phrase belongs to a printed box that is not ticked."""
    line = low[max(0, position - 170) : position].rsplit("\n", 1)[-1]
    return _UNTICKED.search(line) is not None

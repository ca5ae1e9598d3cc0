"""Time limits between which boxes choose: the one whose box is ticked binds, its rivals do not.

Forms print several time limits, each with a box ("within 10 days", "in an emergency within 8
hours"). An empty box takes its limit away only where a ticked one sets another, so that a box
whose mark was not seen can never hide the only deadline of a paper.

Authority: READING 11, READING 12 (check-boxes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tecum.provenance import Span
from tecum.reading.result import CheckBox, DuePhrase
from tecum.words import CheckState, DueForm

__all__ = ["without_unticked"]


def without_unticked(
    due: tuple[DuePhrase, ...], boxes: tuple[CheckBox, ...]
) -> tuple[DuePhrase, ...]:
    """The due phrases without those of empty boxes beside a ticked box that sets a time.

    Args:
        due: What was read of the paper's text.
        boxes: Its boxes, with their labels and states.
    """
    ticked, unticked = (
        [span for box in boxes if box.state is state for span in box.label.spans]
        for state in (CheckState.CHECKED, CheckState.UNCHECKED)
    )
    if not any(_is_within(phrase, ticked) for phrase in due):
        return due
    elsewhere = any(
        box.state is CheckState.UNCHECKED and _SHOWN_ELSEWHERE.search(str(box.label.value))
        for box in boxes
    )
    return tuple(
        phrase
        for phrase in due
        if _is_within(phrase, ticked)
        or not (_is_within(phrase, unticked) or (elsewhere and _is_of_field(phrase)))
    )


_SHOWN_ELSEWHERE = re.compile(
    r"\bon the (?:hearing |return |trial |court )?date(?: and time)?\b.{0,20}"
    r"\b(?:above|below|shown|stated|indicated|set (?:forth|out))\b",
    re.IGNORECASE,
)
"""An empty box that would bind to the day in another field of the form."""


def _is_of_field(phrase: DuePhrase) -> bool:
    """Whether a phrase is the day and hour in a labelled field of the form."""
    return phrase.form is DueForm.DATE and phrase.rule == "due.label/1"


def _is_within(phrase: DuePhrase, labels: Iterable[Span]) -> bool:
    """Whether a phrase stands in the label of one of some boxes."""
    return any(
        span.page == label.page and span.start < label.end and label.start < span.end
        for span in phrase.spans
        for label in labels
    )

"""Due phrases and stated dates: the step of reading that deals with time (READING 11)."""

from __future__ import annotations

from tecum.reading.dates.due import (
    DueContext,
    blank_in_form,
    due_phrases,
    other_phrases,
    read_phrases,
)
from tecum.reading.dates.due_boxes import without_unticked
from tecum.reading.dates.due_subject import with_subject
from tecum.reading.dates.stated import (
    DateKind,
    StatedDate,
    StatedDates,
    apart_from_due,
    mailed_on,
    stated_dates,
)

__all__ = [
    "DateKind",
    "DueContext",
    "StatedDate",
    "StatedDates",
    "apart_from_due",
    "blank_in_form",
    "due_phrases",
    "mailed_on",
    "other_phrases",
    "read_phrases",
    "stated_dates",
    "with_subject",
    "without_unticked",
]

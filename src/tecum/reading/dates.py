"""Due phrases and stated dates: the step of reading that deals with time (READING 11)."""

from __future__ import annotations

from tecum.reading.due import (
    DueContext,
    blank_in_form,
    due_phrases,
    other_phrases,
    read_phrases,
)
from tecum.reading.stated import DateKind, StatedDate, StatedDates, mailed_on, stated_dates

__all__ = [
    "DateKind",
    "DueContext",
    "StatedDate",
    "StatedDates",
    "blank_in_form",
    "due_phrases",
    "mailed_on",
    "other_phrases",
    "read_phrases",
    "stated_dates",
]

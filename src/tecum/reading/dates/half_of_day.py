"""The half of the day that a form leaves to a box: "1:30", and behind it a.m. and p.m. to tick.

Authority: READING 11 (times), READING 12 (check-boxes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tecum.provenance import Box
from tecum.reading.dates.several import PhraseAt
from tecum.reading.text.layout import Flow, FormField
from tecum.reading.text.matching import plain
from tecum.words import CheckState

__all__ = ["with_ticked_half"]

_FIGURES = re.compile(
    r"(?<![0-9/:.])(?P<h>1[0-2]|0?[1-9])(?::(?P<m>[0-5][0-9]))?\s{0,8}[ap]\.?\s?m\b"
)
_LABEL = re.compile(r"\W{0,3}(?P<half>[ap])\.?\s?m\b")
_HALVES = {"a": 0, "p": 12}


def with_ticked_half(flow: Flow, low: str, read: PhraseAt) -> PhraseAt:
    """The phrase with its time, where one alone of the two boxes beside it is ticked.

    Args:
        flow: The document, with its form fields.
        low: Its running text, plain.
        read: A phrase; one whose time is not open is given back as it is.
    """
    if read.phrase.signals.get("time_flag") != "which_half_of_day" or read.phrase.time:
        return read
    half = _ticked(flow, read)
    printed = _FIGURES.search(low, read.start, read.end + 6)
    if half is None or printed is None:
        return read
    hour = int(printed["h"]) % 12 + half
    signals = {k: v for k, v in read.phrase.signals.items() if k != "time_flag"}
    phrase = replace(
        read.phrase,
        time=f"{hour:02d}:{printed['m'] or '00'}",
        signals={**signals, "half_of_day": "ticked"},
    )
    return replace(read, phrase=phrase)


def _ticked(flow: Flow, read: PhraseAt) -> int | None:
    """Noon or midnight, from which the hour counts, by the boxes on the line of a phrase."""
    pages = {span.page for span in read.phrase.spans}
    rows = [box for span in read.phrase.spans for box in span.boxes]
    beside = [
        field
        for field in flow.source.fields
        if field.is_checkbox and field.page in pages and _half(field) is not None
    ]
    level = [field for field in beside if _is_level(field.box, rows)]
    chosen = level if rows else beside
    states = {_half(field): field.state for field in chosen if not field.conflict}
    ticked = [half for half, state in states.items() if state is CheckState.CHECKED]
    if len(chosen) != len(_HALVES) or len(states) != len(_HALVES) or len(ticked) != 1:
        return None
    return ticked[0]


def _half(field: FormField) -> int | None:
    label = _LABEL.match(plain(field.label))
    return _HALVES[label["half"]] if label else None


def _is_level(box: Box | None, rows: Sequence[Box]) -> bool:
    if box is None:
        return False
    return any(min(box[3], row[3]) > max(box[1], row[1]) for row in rows)

"""The day and hour that the cells of a known form give for answering (READING 9, 11, 12).

A form says once, above its cells, that the recipient is to come or to produce at the time set
forth below. The cell holds a date and a time, and nothing else says what they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tecum.provenance import Span
from tecum.reading.dates.calendar_words import FoundDate, find_dates, writes_day_first
from tecum.reading.dates.times_of_day import FoundTime, time_after
from tecum.reading.fields.template_values import Taken
from tecum.reading.paper.paper import Paper
from tecum.reading.result import DuePhrase
from tecum.reading.text.matching import plain
from tecum.words import Band, DueFor, DueForm, OwedBy

__all__ = ["DueCell", "due_cell", "with_cell"]

RULE = "template.due/1"


@dataclass(frozen=True, slots=True)
class DueCell:
    """The day that a form's cell gives, its time if one is given, and where both stand."""

    day: str
    time: str | None
    tz: str | None
    due_for: DueFor
    spans: tuple[Span, ...]


def due_cell(paper: Paper, rows: Iterable[Taken]) -> DueCell | None:
    """What the cells of a form say of day and time; None where they do not give one day."""
    taken = list(rows)
    timed = [row for row in taken if row.field == "due.time"]
    for row in taken:
        if not row.field.startswith("due.") or row in timed:
            continue
        low = plain(row.text)
        days = find_dates(row.text, day_first=writes_day_first(paper.words))
        if len(days) != 1 or days[0].value is None or days[0].is_doubtful:
            continue
        hour = _hour(low, days[0])
        spans = row.spans
        if hour is None and timed:
            hour = time_after(plain(timed[0].text), 0)
            spans = (*spans, *timed[0].spans) if hour is not None else spans
        of = DueFor(row.field.removeprefix("due."))
        value = hour.value if hour is not None else None
        zone = hour.tz if hour is not None and value else None
        return DueCell(days[0].value.isoformat(), value, zone, of, spans)
    return None


def _hour(low: str, day: FoundDate) -> FoundTime | None:
    behind = day.end + len(low[day.end :]) - len(low[day.end :].lstrip(" ,;"))
    return time_after(low, behind) or time_after(low, 0)


def with_cell(
    paper: Paper, found: tuple[DuePhrase, ...], cell: DueCell | None
) -> tuple[DuePhrase, ...]:
    """The due phrases with what a form's cell says: a time to its day, else a phrase of its own.

    Where the words give another date the cell stays silent: two readers that disagree are for
    a person, and the words came first.
    """
    if cell is None:
        return found
    dated = [p for p in found if p.form is DueForm.DATE]
    if not dated:
        phrase = DuePhrase(
            form=DueForm.DATE,
            spans=cell.spans,
            due_for=cell.due_for,
            owed_by=OwedBy.RECIPIENT,
            date=cell.day,
            time=cell.time,
            tz=cell.tz,
            band=(Band.LIKELY if paper.is_readable else Band.UNSURE).value,
            rule=RULE,
            signals={"template_match": True},
        )
        return (phrase, *found)
    return tuple(_timed(p, cell) if p in dated else p for p in found)


def _timed(phrase: DuePhrase, cell: DueCell) -> DuePhrase:
    if phrase.date != cell.day or phrase.time is not None or cell.time is None:
        return phrase
    spans = (*phrase.spans, *(s for s in cell.spans if s not in phrase.spans))
    signals = {k: v for k, v in phrase.signals.items() if k != "time_flag"}
    return replace(
        phrase, time=cell.time, tz=cell.tz, spans=spans, signals={**signals, "template_match": True}
    )

"""Due dates in the fillable fields of a form (READING 11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tecum.provenance import Span
from tecum.reading.dates.calendar_words import find_dates
from tecum.reading.dates.candidate import Candidate
from tecum.reading.dates.date_labels import OTHER_LABEL, due_label, duty_of_label
from tecum.reading.dates.duties import Duty
from tecum.reading.dates.times_of_day import time_after, time_before
from tecum.reading.text.layout import Flow
from tecum.reading.text.matching import plain
from tecum.words import OwedBy

__all__ = ["field_candidates"]


def field_candidates(flow: Flow, issued: date | None, day_first: bool) -> Iterator[Candidate]:
    """Dates in fillable fields whose label or name is a due label."""
    for item in flow.source.fields:
        if item.is_checkbox or not item.value:
            continue
        names = f"{item.label}\n{item.name}".replace("_", " ").replace(".", " ")
        label = next(
            (m for m in (due_label(plain(n).strip() + ":") for n in names.split("\n")) if m), None
        )
        if (
            label is None
            or OTHER_LABEL.search(plain(names.split("\n")[0]).strip() + ":") is not None
        ):
            continue
        for raw in find_dates(item.value, day_first=day_first)[:1]:
            day = raw.with_year_from(issued)
            low = plain(item.value)
            timed = time_after(low, raw.end) or time_before(low, raw.start)
            page = next((p for p in flow.source.pages if p.n == item.page), None)
            start = page.text.find(item.value) if page else -1
            if page is None or start < 0:
                span = Span(item.page, 0, 0, item.value, (item.box,) if item.box else ())
            else:
                span = flow.source.span(item.page, start, start + len(item.value))
            duty = Duty(duty_of_label(label["label"]), OwedBy.RECIPIENT, True, label["label"])
            yield Candidate(
                0,
                0,
                day,
                duty,
                "due.field/1",
                time=timed.value if timed else None,
                tz=timed.tz if timed else None,
                flag=timed.flag if timed else None,
                is_strong=True,
                spans=(span,),
                signals={"form_field": item.name},
            )

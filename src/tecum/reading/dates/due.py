"""Due phrases: what binds the recipient to answer, by when, as the document states it.

Nothing is computed here. Late is the worst error: where the words allow two readings, the
phrase is a conflict and shows the earlier one as unsure.

Authority: READING 11.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tecum.instruments.sought import find_first
from tecum.provenance import Span
from tecum.reading.dates.another_day import before_its_paper, without_other_days
from tecum.reading.dates.appointments import dated_candidates
from tecum.reading.dates.at_once import EventCandidate, event_candidates
from tecum.reading.dates.calendar_words import find_dates, writes_day_first
from tecum.reading.dates.candidate import Candidate
from tecum.reading.dates.due_blocks import block_candidates
from tecum.reading.dates.due_cells import cell_candidates
from tecum.reading.dates.due_columns import column_candidates
from tecum.reading.dates.due_fields import field_candidates
from tecum.reading.dates.due_periods import Spans, period_phrase
from tecum.reading.dates.duties import OFFICER_KINDS
from tecum.reading.dates.half_of_day import with_ticked_half
from tecum.reading.dates.periods import find_periods
from tecum.reading.dates.restated import with_restated
from tecum.reading.dates.service_parts import is_within, service_parts
from tecum.reading.dates.several import (
    PhraseAt,
    combined,
    says_as_much,
    two_dates,
    without_doubles,
    without_lesser,
)
from tecum.reading.result import DuePhrase
from tecum.reading.speech.operative import turns_to_reader
from tecum.reading.text.layout import Flow
from tecum.reading.text.matching import Unit, fold, plain, spaced, unit_at, units
from tecum.reading.text.mended import Mended, mend
from tecum.reading.text.recognised import are_recognised
from tecum.reading.text.straightened import straightened
from tecum.words import Band, Conduct, DueFor, DueForm, Kind, OwedBy, TextFrom

__all__ = [
    "DueContext", "blank_in_form", "due_phrases", "due_phrases_of", "other_phrases", "read_phrases",
]  # fmt: skip

_FAR_YEARS = 10


@dataclass(frozen=True, slots=True)
class DueContext:
    """What the steps before have read, as far as it bears on due phrases.

    ``day_first``: office, issuer or language writes the day before the month, so that a
    numeric date that could be read both ways is a conflict. ``conduct_is_open``: nothing that
    the paper does was found, and that is not sure; what it asks by when is then shown as unsure.
    """

    conduct: Conduct | None = None
    kind: Kind | None = None
    issued_on: date | None = None
    language: str = "eng"
    day_first: bool = False
    conduct_is_open: bool = False


def due_phrases(flow: Flow, context: DueContext) -> tuple[DuePhrase, ...]:
    """The phrases that bind the recipient of a demand to answer; empty for what demands nothing.

    Periods for objecting, an officer's time to execute, keeping and secrecy are read apart
    (:func:`other_phrases`).
    """
    if not _may_demand(context):
        return ()
    return tuple(_as_open(r.phrase, context) for r in _read(flow, context) if r.binds)


def _may_demand(context: DueContext) -> bool:
    if context.conduct in (None, Conduct.ISSUES):
        return True
    return context.conduct is Conduct.NONE and context.conduct_is_open


def _as_open(phrase: DuePhrase, context: DueContext) -> DuePhrase:
    """A phrase of a paper of which it is not sure that it demands anything is unsure itself."""
    if context.conduct is not Conduct.NONE:
        return phrase
    band = phrase.band if phrase.band == Band.CONFLICT.value else Band.UNSURE.value
    return replace(phrase, band=band, signals={**phrase.signals, "conduct": "unsure"})


def due_phrases_of(text: str, spans: Spans, context: DueContext) -> tuple[DuePhrase, ...]:
    """The dates and periods of a line that stands on no page, as a mail's subject does."""
    if not _may_demand(context):
        return ()
    folded = fold(text)
    day_first = context.day_first or context.language.startswith("spa")
    low, cut = plain(folded), units(folded)
    found = _timed(spans, folded, low, cut, context, day_first=day_first) if cut else []
    return tuple(_as_open(r.phrase, context) for r in without_doubles(found) if r.binds)


def other_phrases(flow: Flow, context: DueContext) -> tuple[DuePhrase, ...]:
    """Phrases that limit something else: objecting, appealing, executing, keeping, secrecy."""
    return tuple(r.phrase for r in _read(flow, context) if not r.binds)


def read_phrases(flow: Flow, context: DueContext) -> tuple[DuePhrase, ...]:
    """Every phrase that limits a duty or a right, whoever it binds, in printed order."""
    return tuple(r.phrase for r in _read(flow, context))


def blank_in_form(flow: Flow) -> bool:
    """Whether a due date is left to be filled in ("on or before the ___ day of ____")."""
    return find_first(_BLANK, plain(flow.text)) is not None


_BLANK = spaced(
    r"(?:on or before|no later than|not later than|by|on|before|within)\s{1,3}(?:the\s{1,3})?"
    r"(?:_{2,}|\.{4,}|\[\s{0,3}(?:date|insert|day|number|#)[a-z #]{0,20}\])\s{0,3}"
    r"(?:day|$|\n|,|of|at|\.|:|days|hours)"
)


def _read(flow: Flow, context: DueContext) -> list[PhraseAt]:
    made = (TextFrom.OCR, TextFrom.MIXED)
    recognised = any(page.text_from in made for page in flow.source.pages)
    text = straightened(fold(flow.text)) if recognised else fold(flow.text)
    low = plain(text)
    cut = units(text)
    if not cut:
        return []
    day_first = context.day_first or context.language.startswith("spa") or writes_day_first(text)
    found = _timed(flow.spans, text, low, cut, context, day_first=day_first)
    served = service_parts(flow)
    found = [
        read
        for read in found
        if not _stands_elsewhere(flow, read)
        and not (read.phrase.rule == _LABEL_RULE and is_within(served, read.start))
    ]
    mended = mend(text)
    if mended is not None:
        found = _with_mended(found, mended, flow, context, day_first=day_first)
    found += _of_forms(flow, text, low, found, context, day_first=day_first)
    for candidate in field_candidates(flow, context.issued_on, day_first):
        found.append(_dated(flow.spans, candidate, context.issued_on))
    found.sort(key=lambda r: (r.start, r.end))
    found = without_doubles(found)
    found = combined(low, found)
    found = without_lesser(found, lambda read: _is_told_to_do(low, cut[unit_at(cut, read.start)]))
    found = [before_its_paper(low, read, context.issued_on) for read in found]
    found = without_other_days(low, cut, found)
    timed_units = {unit_at(cut, r.start) for r in found if r.binds}
    for event in event_candidates(low, cut, context.kind, bool(timed_units)):
        timed = [
            r.phrase
            for r in found
            if r.binds and unit_at(cut, r.start) == unit_at(cut, event.start)
        ]
        if not timed or _is_apart_from(event, timed):
            phrase = DuePhrase(
                form=event.form,
                spans=flow.spans(event.start, event.end),
                due_for=event.due_for,
                owed_by=OwedBy.RECIPIENT,
                direction=event.direction,
                trigger=event.trigger,
                trigger_text=event.text,
                band=Band.LIKELY.value,
                rule=f"due.{event.form.value}/1",
                signals={"cue": event.cue},
            )
            found.append(PhraseAt(phrase, event.start, event.end, True))
    found = _without_prepared_visits(found)
    found.sort(key=lambda r: (r.start, r.end))
    found = [with_ticked_half(flow, low, read) for read in combined(low, found)]
    return [_sure(flow, read) for read in two_dates(low, found)]


def _of_forms(
    flow: Flow,
    text: str,
    low: str,
    found: list[PhraseAt],
    context: DueContext,
    *,
    day_first: bool,
) -> list[PhraseAt]:
    """Dates in the cells and blocks of a form, where no sentence gives a due date."""
    if any(r.binds and r.phrase.form is DueForm.DATE for r in found):
        return []
    issued = context.issued_on
    cells = list(cell_candidates(flow, text, low, issued=issued, day_first=day_first))
    if not cells:
        cells = list(column_candidates(text, low, issued=issued, day_first=day_first))
    if not cells and context.kind not in OFFICER_KINDS:
        cells = list(block_candidates(text, low, issued=issued, day_first=day_first))
    return [_dated(flow.spans, cell, issued) for cell in cells]


def _is_apart_from(event: EventCandidate, timed: list[DuePhrase]) -> bool:
    """Whether things are owed at once where the times of a sentence only call to testify."""
    at_once = event.form is DueForm.INSTANTER and event.due_for is DueFor.PRODUCTION
    return at_once and all(phrase.due_for is DueFor.TESTIMONY for phrase in timed)


def _without_prepared_visits(found: list[PhraseAt]) -> list[PhraseAt]:
    """Leave out the day of a visit for which an earlier day to send things is set."""
    days = [
        read.phrase.date or ""
        for read in found
        if read.binds and read.phrase.qualifier and read.phrase.due_for is DueFor.PRODUCTION
    ]
    first = min(filter(None, days), default="")
    return [
        replace(read, binds=False)
        if read.binds and _is_visit(read) and first and first < (read.phrase.date or "")
        else read
        for read in found
    ]


def _is_visit(read: PhraseAt) -> bool:
    """Whether a phrase is the day, without an hour, on which somebody comes to look."""
    looks = read.phrase.signals.get("cue") in ("visit", "begin", "start", "commence")
    return read.phrase.time is None and read.phrase.rule == "due.commanded/1" and looks


_LABEL_RULE = "due.label/1"


def _stands_elsewhere(flow: Flow, read: PhraseAt) -> bool:
    """Whether a date that follows a label in the text stands in another column of the page."""
    label, day = flow.line_at(read.start), flow.line_at(read.end - 1)
    if read.phrase.rule != _LABEL_RULE or label is day or not (label.box and day.box):
        return False
    level = min(label.box[3], day.box[3]) > max(label.box[1], day.box[1])
    below = min(label.box[2], day.box[2]) > max(label.box[0], day.box[0])
    return not level and not below


def _is_told_to_do(low: str, unit: Unit) -> bool:
    """Whether a sentence, or a member of a list, turns to the recipient."""
    said = low[unit.start : unit.end]
    return unit.is_item or turns_to_reader(said) or _ORDERS.search(said) is not None


_ORDERS = spaced(
    r"\b(?:ordered|adjudged|decreed|directed)(?:,\s\w{4,12}){0,2}(?:\sand\s\w{4,12})?,?\sthat\b"
    r"|\b(?:respondents?|recipient|custodian|keeper|witness|deponent|the\s(?:bank|company|provider|hospital|employer"
    r"|agency|department|county|city))\s(?:shall|must)\b"
)
"""Words of a court that lay a duty on who is named, without turning to him."""


_AGREE = frozenset({"weekday_agrees", "word_figure_agree"})


def _sure(flow: Flow, read: PhraseAt) -> PhraseAt:
    """Recognised figures are certain only where words printed beside them agree."""
    phrase = read.phrase
    if phrase.band != Band.CERTAIN.value or _AGREE & set(phrase.signals):
        return read
    if not are_recognised(flow.source, phrase.spans):
        return read
    return replace(read, phrase=replace(phrase, band=Band.LIKELY.value))


def _timed(
    spans: Spans,
    text: str,
    low: str,
    cut: tuple[Unit, ...],
    context: DueContext,
    *,
    day_first: bool,
) -> list[PhraseAt]:
    """The dates and periods of a text that limit something."""
    found: list[PhraseAt] = []
    issued = context.issued_on
    for candidate in dated_candidates(
        text, low, cut, kind=context.kind, issued=issued, day_first=day_first
    ):
        found.append(_dated(spans, candidate, issued))
    for period in find_periods(low):
        read = period_phrase(spans, low, cut, period, context.kind)
        if read is not None:
            found.append(read)
    days = find_dates(text, day_first=day_first, short=True)
    return with_restated(low, found, days, spans, issued)


def _with_mended(
    found: list[PhraseAt], mended: Mended, flow: Flow, context: DueContext, *, day_first: bool
) -> list[PhraseAt]:
    """What only the mended words give, beside what the printed ones give; never certain."""

    def spans(start: int, end: int) -> tuple[Span, ...]:
        return flow.spans(*mended.printed(start, end))

    low = plain(mended.text)
    cut = units(mended.text)
    out = list(found)
    for read in _timed(spans, mended.text, low, cut, context, day_first=day_first):
        start, end = mended.printed(read.start, read.end)
        same = [r for r in found if r.start < end and r.end > start]
        if any(says_as_much(r.phrase, read.phrase) for r in same):
            continue
        if not same and not mended.touches(max(0, read.start - 60), read.end + 60):
            continue
        phrase = read.phrase
        signals = {**phrase.signals, "repaired": flow.text[start:end][:80]}
        band = Band.LIKELY.value if phrase.band == Band.CERTAIN.value else phrase.band
        phrase = replace(phrase, band=band, signals=signals)
        out = [r for r in out if r not in same]
        out.append(PhraseAt(phrase, start, end, read.binds))
    return out


# --- dates ---------------------------------------------------------------------------------


def _dated(spans: Spans, candidate: Candidate, issued: date | None) -> PhraseAt:
    day = candidate.day
    signals: dict[str, Any] = {**day.signals, **candidate.signals}
    value = day.value or day.safe
    conflicts = tuple(day.conflicts)
    band, value_band = _date_band(day.value, signals, candidate, issued)
    if candidate.flag:
        signals["time_flag"] = candidate.flag
    where = candidate.spans or spans(candidate.start, candidate.end)
    phrase = DuePhrase(
        form=DueForm.DATE,
        spans=where,
        due_for=candidate.duty.due_for,
        owed_by=candidate.duty.owed_by,
        date=value.isoformat() if value else None,
        time=candidate.time,
        tz=candidate.tz,
        qualifier=candidate.qualifier,
        band=band.value,
        value_band=value_band.value if value_band else None,
        rule=candidate.rule,
        signals=signals,
        conflicts=conflicts,
    )
    return PhraseAt(phrase, candidate.start, candidate.end, candidate.duty.binds)


def _date_band(
    value: date | None, signals: dict[str, Any], candidate: Candidate, issued: date | None
) -> tuple[Band, Band | None]:
    if value is None:
        return (Band.CONFLICT, Band.UNSURE) if "conflict" in signals else (Band.UNSURE, None)
    if issued is not None and (value < issued or value.year > issued.year + _FAR_YEARS):
        signals["rival"] = "before_issue" if value < issued else "far_from_issue"
        return Band.UNSURE, None
    if {"two_digit_year", "year_from_issue", "month_from_issue"} & set(signals):
        return Band.UNSURE, None
    if "repaired" in signals:
        return Band.LIKELY, None
    sure = sum((candidate.is_strong, "weekday_agrees" in signals, candidate.time is not None))
    return (Band.CERTAIN if sure >= 2 else Band.LIKELY), None

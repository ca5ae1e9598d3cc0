"""Due phrases: what binds the recipient to answer, by when, as the document states it.

Nothing is computed here. Late is the worst error: where the words allow two readings, the
phrase is a conflict and shows the earlier one as unsure.

Authority: READING 11.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tecum.provenance import Span
from tecum.reading.appointments import (
    Candidate,
    dated_candidates,
    field_candidates,
    is_attribute,
)
from tecum.reading.at_once import event_candidates
from tecum.reading.calendar_words import writes_day_first
from tecum.reading.due_cells import cell_candidates
from tecum.reading.duties import Duty, duty_of, duty_of_the_addressed
from tecum.reading.layout import Flow
from tecum.reading.matching import Unit, fold, plain, spaced, unit_at, units
from tecum.reading.mended import Mended, mend
from tecum.reading.periods import FoundPeriod, find_periods
from tecum.reading.recognised import are_recognised
from tecum.reading.result import DuePhrase
from tecum.reading.several import PhraseAt, combined, says_as_much, two_dates, without_doubles
from tecum.reading.straightened import straightened
from tecum.words import Band, Conduct, Direction, DueFor, DueForm, Kind, OwedBy, TextFrom, Trigger

__all__ = ["DueContext", "blank_in_form", "due_phrases", "other_phrases", "read_phrases"]

_FAR_YEARS = 10

Spans = Callable[[int, int], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class DueContext:
    """What the steps before have read, as far as it bears on due phrases.

    ``day_first``: office, issuer or language writes the day before the month, so that a
    numeric date that could be read both ways is a conflict.
    """

    conduct: Conduct | None = None
    kind: Kind | None = None
    issued_on: date | None = None
    language: str = "eng"
    day_first: bool = False


def due_phrases(flow: Flow, context: DueContext) -> tuple[DuePhrase, ...]:
    """The phrases that bind the recipient of a demand to answer; empty for what demands nothing.

    Periods for objecting, an officer's time to execute, keeping and secrecy are read apart
    (:func:`other_phrases`).
    """
    if context.conduct not in (None, Conduct.ISSUES):
        return ()
    return tuple(r.phrase for r in _read(flow, context) if r.binds)


def other_phrases(flow: Flow, context: DueContext) -> tuple[DuePhrase, ...]:
    """Phrases that limit something else: objecting, appealing, executing, keeping, secrecy."""
    return tuple(r.phrase for r in _read(flow, context) if not r.binds)


def read_phrases(flow: Flow, context: DueContext) -> tuple[DuePhrase, ...]:
    """Every phrase that limits a duty or a right, whoever it binds, in printed order."""
    return tuple(r.phrase for r in _read(flow, context))


def blank_in_form(flow: Flow) -> bool:
    """Whether a due date is left to be filled in ("on or before the ___ day of ____")."""
    return _BLANK.search(plain(flow.text)) is not None


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
    mended = mend(text)
    if mended is not None:
        found = _with_mended(found, mended, flow, context, day_first=day_first)
    if not any(r.binds and r.phrase.form is DueForm.DATE for r in found):
        issued = context.issued_on
        for cell in cell_candidates(flow, text, low, issued=issued, day_first=day_first):
            found.append(_dated(flow.spans, cell, issued))
    for candidate in field_candidates(flow, context.issued_on, day_first):
        found.append(_dated(flow.spans, candidate, context.issued_on))
    found.sort(key=lambda r: (r.start, r.end))
    found = without_doubles(found)
    timed_units = {unit_at(cut, r.start) for r in found if r.binds}
    for event in event_candidates(low, cut, context.kind, bool(timed_units)):
        if unit_at(cut, event.start) not in timed_units:
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
    found.sort(key=lambda r: (r.start, r.end))
    return [_sure(flow, read) for read in two_dates(combined(low, found))]


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
        read = _period(spans, low, cut, period, context)
        if read is not None:
            found.append(read)
    return found


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
    if {"two_digit_year", "year_from_issue"} & set(signals):
        return Band.UNSURE, None
    if "repaired" in signals:
        return Band.LIKELY, None
    sure = sum((candidate.is_strong, "weekday_agrees" in signals, candidate.time is not None))
    return (Band.CERTAIN if sure >= 2 else Band.LIKELY), None


# --- periods -------------------------------------------------------------------------------

_DUE_BEFORE = spaced(
    r"(?:within|\bnlt|received\s(?:in|at|by)\s(?:this|our)\s\w{4,12}|(?:before|by)\s(?:the\s)?(?:end|close|expiration|expiry)\sof|inside(?:\sof)?"
    r"|\bin"
    r"|no(?:t)?\slater\sthan|no(?:t)?\smore\sthan|no\s(?:less"
    r"|fewer)\sthan|not\s(?:less|fewer)\sthan"
    r"|at\sleast|minimum\sof|not\sto\sexceed|not\sexceed(?:ing)?|up\sto|maximum\sof|\bby|have|has"
    r"|given|allowed?|allows|afford(?:ed|s)?|upon|\bon"
    r"|tiene(?:n)?(?:\susted(?:es)?)?|next|following|first|exceed|dentro\sde(?:\slos|\slas)?"
    r"|plazo(?:\smaximo)?(?:\sno\smayor)?\s(?:de|a)|termino\sde|a\smas\stardar(?:\sa\slos)?"
    r"|al\smenos|por\slo\smenos|minimo\sde|en\slos|en)\s{1,3}(?:the\s|a\s|your\s"
    r"|los\s)?(?:(?:period|maximum|minimum|total|time\speriod)\sof\s(?:not\s(?:more"
    r"|less)\sthan\s)?|next\s|following\s|first\s|proximos\s|siguientes\s)?(?:\")?$"
)
_DURATION = spaced(
    r"(?:\bfor|during|throughout|por|durante)\s{1,3}(?:an?\s)?(?:further\s|additional\s|initial\s"
    r"|minimum\s|maximum\s|reasonable\s)?(?:period\s)?(?:of\s)?(?:(?:not\s(?:more|less)"
    r"|no\s(?:more|longer|less)|no\s(?:mas|menos))\s(?:than\s|de\s)|at\sleast\s|up\sto\s"
    r"|not\sto\sexceed\s|not\sexceeding\s|un\speriodo\s(?:de\s|no\smayor\sa\s|maximo\sde\s))?$"
)
_PAST = spaced(
    r"(?:last|past|previous|preceding|prior|most\srecent|ultim[oa]s|every|each|older\sthan|aged?"
    r"|over\sthe|trailing|per|cada|for\sthe|of\sthe)\s{1,3}(?:period\sof\s)?$"
)
_BARE_IN = re.compile(r"in\s")


def _is_plain(unit: Unit, lead: re.Match[str] | None, *, duration: bool) -> bool:
    """Whether a period may limit what a plain statement to the recipient asks."""
    return lead is not None and not duration and not unit.is_item and not _BARE_IN.match(lead[0])


_KEEPS = spaced(r"\b(?:retain|preserve|keep|conserv)\w{0,4}\b(?!\s(?:\w{1,12}\s){0,4}custody)")
_THAN = spaced(r"(?<!\bnot )(?<!\bno )(?:more|less|fewer|longer|greater|later)\sthan\s$")
_BY_ITS_END = spaced(r"\b(?:before|by)\s(?:the\s)?(?:end|close|expiration|expiry)\sof\sthe\s$")
_NOT_BEFORE = spaced(r"(?:not|no|nor)\s(?:sooner|earlier|before)\b[^.;)]{0,120}$")
_OFFER = spaced(r"\bunless,?\s(?:within|in|by|no\slater\sthan)\s$")
_DEADLINE_BEHIND = spaced(
    r"\s{0,2}(?:deadline|response\s(?:time|period|requested|required|needed|expected)|time\slimit"
    r"|return\b|turnaround|hence\b|from\snow\b|period\s(?:to"
    r"|for)\s(?:respond|response|compl))"
)


def _period(
    spans: Spans, low: str, cut: tuple[Unit, ...], period: FoundPeriod, context: DueContext
) -> PhraseAt | None:
    at = unit_at(cut, period.start)
    unit = cut[at]
    left = low[unit.start : period.start]
    right = low[period.end : unit.end]
    if (_PAST.search(left[-40:]) and not _BY_ITS_END.search(left[-40:])) or _NOT_BEFORE.search(
        left[-140:]
    ):
        return None
    if _OFFER.search(left[-60:]) or _is_unticked(low, period.start):
        return None
    duration = _DURATION.search(left[-60:]) is not None
    lead = _DUE_BEFORE.search(left[-60:])
    head = _THAN.sub("", left[: len(left) - len(lead[0])] if lead else left)
    happened = period.trigger is Trigger.OTHER and _HAPPENED.search(period.trigger_text or "")
    if is_attribute(head, "", is_item=unit.is_item or bool(happened)):
        return None
    label = _PERIOD_LABEL.search(low[max(0, period.start - 70) : period.start])
    timed = lead is not None or label is not None
    runs = period.direction is not None and period.trigger is not Trigger.UNKNOWN
    backward = period.direction is Direction.BEFORE
    if not (duration or timed or runs or backward or _DEADLINE_BEHIND.match(right)):
        return None
    if backward and period.trigger is Trigger.UNKNOWN and not timed:
        return None
    if low[period.start] == "a" and not (timed or runs):
        return None
    keeps = duration and _KEEPS.search(left[-120:]) is not None
    duration_only = keeps or (duration and not runs)
    duty = _duty(low, cut, at, left, right, kind=context.kind, duration=duration_only)
    if label is not None:
        duty = Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, " ".join(label["label"].split()))
    elif duty.cue is None and duty.why_not is None and _is_plain(unit, lead, duration=duration):
        duty = duty_of_the_addressed(left, right, context.kind) or duty
    if at and period.trigger is Trigger.UNKNOWN:
        introduction = low[cut[at - 1].start : cut[at - 1].end]
        upon = _UPON_RECEIPT.search(introduction) if introduction.endswith(":") else None
        if upon is not None:
            period = replace(period, trigger=Trigger.RECEIPT, trigger_text=upon["what"])
    if duty.cue is None or (duty.why_not == "narrated"):
        return None
    if unit.is_item and duty.due_for is DueFor.RESPONSE and not timed and not backward:
        return None
    return _period_phrase(spans, low, unit, period, duty, timed=timed)


def _period_phrase(
    spans: Spans, low: str, unit: Unit, period: FoundPeriod, duty: Duty, *, timed: bool
) -> PhraseAt:
    signals = dict(period.signals)
    clash = "conflict" in signals
    band = Band.CERTAIN if timed and period.trigger is not Trigger.UNKNOWN else Band.LIKELY
    if "repaired" in signals:
        band = Band.LIKELY
    if "range" in signals:
        band = Band.UNSURE
    if duty.cue:
        signals["cue"] = duty.cue
    if duty.why_not:
        signals["why_not_due"] = duty.why_not
    qualifier = _qualifier(low[unit.start : period.start])
    start = period.start - (len(qualifier[1]) if qualifier else 0)
    direction, trigger, doubt = _direction_of(low, unit, period, duty, qualifier)
    if doubt:
        band = Band.UNSURE
    phrase = DuePhrase(
        form=DueForm.PERIOD,
        spans=spans(start, period.end),
        due_for=duty.due_for,
        owed_by=duty.owed_by,
        amount=period.amount,
        unit=period.unit.value,
        counting=period.counting.value,
        direction=direction.value if direction else None,
        trigger=trigger.value,
        trigger_text=period.trigger_text,
        qualifier=qualifier[0] if qualifier else None,
        band=(Band.CONFLICT if clash else band).value,
        value_band=Band.UNSURE.value if clash else None,
        rule="due.period/1",
        signals=signals,
        conflicts=tuple({"amount": a, "unit": period.unit.value} for a in period.clash),
    )
    return PhraseAt(phrase, start, period.end, duty.binds)


_AT_LEAST = spaced(
    r"(?:at\sleast|(?:no|not)\s(?:less|fewer)\sthan|a?\s?minimum\sof|al\smenos|por\slo\smenos"
    r"|minimo\sde)\s{1,3}$"
)


def _direction_of(
    low: str, unit: Unit, period: FoundPeriod, duty: Duty, qualifier: tuple[str, str] | None
) -> tuple[Direction | None, Trigger, bool]:
    """The direction, the trigger, and whether the words leave the direction in doubt.

    "At least 48 hours" to notify is counted back from the event: read as counting on, it would
    let the deadline fall after the release. Where the words behind are lost, that is in doubt.
    """
    if period.direction is not None:
        return period.direction, period.trigger, False
    if _AT_LEAST.search(low[max(unit.start, period.start - 40) : period.start]) is None:
        return Direction.AFTER, period.trigger, False
    if duty.due_for is not DueFor.NOTIFICATION:
        return None, period.trigger, True
    released = "releas" in low[period.end : min(unit.end, period.end + 120)]
    return Direction.BEFORE, Trigger.RELEASE if released else period.trigger, True


_PERIOD_LABEL = spaced(
    r"(?:^|\n|\s{2}|[;:.)|]\s|\b)(?P<label>(?:response|reply|production|compliance)\s(?:time|period"
    r"|deadline|due|required|requested)(?:\sin|\swithin)?|time\s(?:to\s(?:respond|reply|comply"
    r"|answer"
    r"|produce)|allowed(?:\sfor\s\w{4,12})?|for\s(?:compliance|response|production|reply)|limit)"
    r"|(?:requested\s)?turn-?around(?:\stime)?|deadline(?:\sfor\s\w{4,12})?|due(?:\sdate|\sin"
    r"|\swithin)?|suspense|return|(?:respond|reply|comply|produce)\swithin"
    r"|plazo(?:\sde\s\w{4,12})?|termino)\s{0,3}[:|]\s{0,4}$"
)
_OWN_VERB = spaced(r"\b(?:you|respondent|recipient)\s(?:must|shall|may|will|should|are|have)\b")
"""A clause that says itself what it limits, though in words that no lexicon holds."""
_HAPPENED = re.compile(r"incident|arrest|accident|crash|collision|offen[cs]e|event\b|stop\b|injury")
_UPON_RECEIPT = spaced(r"\bupon\s(?P<what>receipt)\b")
_UNTICKED = re.compile(r"(?:\[[ _]?\]|[\u2610\u25a1])[^\n\u2610\u2611\u2612\[\u25a1\u25a0]{0,160}$")


def _is_unticked(low: str, position: int) -> bool:
    """Whether a phrase belongs to a printed box that is not ticked."""
    line = low[max(0, position - 170) : position].rsplit("\n", 1)[-1]
    return _UNTICKED.search(line) is not None


_QUALIFIER = spaced(
    r"(?P<q>within|no(?:t)?\slater\sthan|no(?:t)?\smore\sthan|no(?:t)?\s(?:less|fewer)\sthan"
    r"|at\sleast"
    r"|not\sto\sexceed|not\sexceeding|up\sto|by|dentro\sde|a\smas\stardar|in)\s{1,3}(?:a\s"
    r"|the\s)?(?:period\sof\s)?$"
)


def _qualifier(left: str) -> tuple[str, str] | None:
    match = _QUALIFIER.search(left[-60:])
    return (" ".join(match["q"].split()), match[0]) if match else None


def _duty(
    low: str,
    cut: tuple[Unit, ...],
    at: int,
    left: str,
    right: str,
    *,
    kind: Kind | None,
    duration: bool,
) -> Duty:
    """The duty of a phrase; a phrase that stands alone takes the words before or behind it."""
    duty = duty_of(left, right, kind, duration=duration)
    if duty.cue is None and at > 0 and cut[at].start - cut[at - 1].end < 6:
        before = low[cut[at - 1].start : cut[at - 1].end]
        duty = duty_of(f"{before} {left}", right, kind, duration=duration)
    if duty.cue is None and at + 1 < len(cut) and _OWN_VERB.search(left) is None:
        behind = low[cut[at + 1].start : cut[at + 1].end]
        duty = duty_of(left, f"{right} {behind}", kind, duration=duration)
    return duty

"""A period whose last day is printed behind it: "within 14 days, i.e., by July 10, 2026".

The day that the sender counted to is what he asks; the period beside it is only how he came to
it. Where the words do not say that one restates the other, the date must lie about as far from
the date of issue as the period reaches; a date that the period runs from does not.

Authority: READING 11.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tecum.reading.dates.calendar_words import FoundDate
from tecum.reading.dates.due_periods import Spans
from tecum.reading.dates.several import PhraseAt
from tecum.reading.result import DuePhrase
from tecum.reading.text.matching import spaced
from tecum.words import Band, Counting, Direction, DueForm, Trigger

__all__ = ["with_restated"]

_SAYS_SO = spaced(
    r"[^.;()]{3,110}?[,(;-]\s{0,3}(?:or\s)?(?:i\.\s?e\.|(?:that\s(?:is|date\s(?:is|being)|day\s(?:is"
    r"|being))|which\sis)(?:\sto\ssay)?|namely|viz\.?|being|in\sother\swords)\W{0,3}\s{0,3}"
    r"(?:(?:by|on|the|before|until|not?\slater\sthan|on\sor\sbefore)\s){0,2}$"
    r"|[^.;(),]{3,60}?\s(?:ending|expiring|which\sends?|that\sends?)\s(?:on\s)?(?:the\s)?$"
)
_BESIDE = spaced(r"[^.;()]{3,90}?(?:\(|,\s|\s-\s)(?:or\s)?(?:(?:by|on|no\slater\sthan)\s)?$")
_FIGURE = re.compile(r"\s?\(\s?[0-9]{1,4}\s?\)")
"""A number said again in figures ("thirty (30)"): no bracket of the sentence."""
_UNIT_DAYS = {"hours": 1 / 24, "days": 1.0, "weeks": 7.0, "months": 30.0, "years": 365.0}
_OWN = frozenset({Trigger.UNKNOWN.value, Trigger.LETTER_DATE.value, Trigger.ISSUE.value})
_FAR = 130


def with_restated(
    low: str,
    found: list[PhraseAt],
    days: Iterable[FoundDate],
    spans: Spans,
    issued: date | None,
) -> list[PhraseAt]:
    """The phrases, a period that is restated by a date giving way to that date."""
    given = [day for day in days if day.value is not None]
    found = _without_explained(low, found, issued, given)
    out = list(found)
    for read in found:
        if not read.binds or read.phrase.form is not DueForm.PERIOD:
            continue
        day, sure = _restating(low, read, given, issued)
        if day is None:
            continue
        if _lies_beyond(read.phrase, day, issued):
            # The later of two that disagree is shown as such, and not believed.
            out = [r for r in out if r is read or not (r.start < day.end and r.end > day.start)]
            out[out.index(read)] = replace(read, phrase=_disputed(read.phrase, day))
            continue
        out.remove(read)
        if not any(r.binds and r.start < day.end and r.end > day.start for r in out):
            out.append(_as_date(read, day, spans, sure=sure))
    return out


_EXPLAINS = spaced(
    r"\s?[,(;-]{0,2}\s{0,2}(?:which|that)\s(?:is|falls|gives?(?:\syou)?|allows?(?:\syou)?|leaves?(?:\syou)?)\s"
    r"(?:\w{2,12}\s){0,2}?$|\s?[,(;-]{1,2}\s{0,2}i\.\s?e\.,?\s(?:within\s)?$"
)
_COMMA = re.compile(r"\s?,\s{0,2}")
_BRACKETED = spaced(r"\s?\(\s?(?:within\s)?$")


def _without_explained(
    low: str, found: list[PhraseAt], issued: date | None, given: Sequence[FoundDate]
) -> list[PhraseAt]:
    """The phrases without a period that only says how far the day printed before it is off.

    "By March 18, which is two weeks from today": the day is what the sender asks.
    """
    due = [r for r in found if r.binds and r.phrase.form is DueForm.DATE]
    ends = {day.end: day for day in given if any(r.start <= day.start < r.end for r in due)}

    def explains(read: PhraseAt) -> bool:
        if read.phrase.form is not DueForm.PERIOD or not read.binds:
            return False
        for end, day in ends.items():
            if not 0 <= read.start - end < _NEAR:
                continue
            between = low[end : read.start]
            bracketed = _BRACKETED.fullmatch(between) and _is_as_far(read.phrase, day, issued)
            back = read.phrase.direction == Direction.BEFORE.value and _COMMA.fullmatch(between)
            if _EXPLAINS.fullmatch(between) or bracketed or back:
                return True
        return False

    return [read for read in found if not explains(read)] if ends else found


_NEAR = 40


def _restating(
    low: str, read: PhraseAt, given: Sequence[FoundDate], issued: date | None
) -> tuple[FoundDate | None, bool]:
    for day in given:
        if not read.start < day.start < read.start + _FAR:
            continue
        between = _FIGURE.sub("", low[read.start : day.start])
        if _SAYS_SO.fullmatch(between):
            return day, True
        if _BESIDE.fullmatch(between) and _is_as_far(read.phrase, day, issued):
            return day, False
        return None, False
    return None, False


_WEEKEND = 4
"""Days by which a last day may lie behind the count, moved over a weekend and a holiday."""
_CALENDAR = frozenset({Counting.CALENDAR.value, Counting.UNSTATED.value, None})


def _lies_beyond(phrase: DuePhrase, day: FoundDate, issued: date | None) -> bool:
    """Whether a printed day lies later than the calendar days from the paper's own date reach."""
    of_letter = phrase.trigger in (Trigger.LETTER_DATE.value, Trigger.ISSUE.value)
    plain_days = phrase.unit in ("days", "weeks") and phrase.counting in _CALENDAR
    if issued is None or day.value is None or not of_letter or not plain_days:
        return False
    reach = (phrase.amount or 0) * _UNIT_DAYS[phrase.unit or "days"]
    return (day.value - issued).days > reach + _WEEKEND


def _disputed(phrase: DuePhrase, day: FoundDate) -> DuePhrase:
    """A period beside which a later day is printed than it reaches."""
    assert day.value is not None
    return replace(
        phrase,
        band=Band.CONFLICT.value,
        value_band=Band.UNSURE.value,
        signals={**phrase.signals, "conflict": "period_and_date"},
        conflicts=(
            {"amount": phrase.amount, "unit": phrase.unit},
            {"date": day.value.isoformat()},
        ),
    )


def _is_as_far(phrase: DuePhrase, day: FoundDate, issued: date | None) -> bool:
    """Whether a date lies about as far from the date of issue as the period reaches."""
    if issued is None or day.value is None or phrase.trigger not in _OWN:
        return False
    reach = (phrase.amount or 0) * _UNIT_DAYS[phrase.unit or "days"]
    far = (day.value - issued) / timedelta(days=1)
    return int(reach) <= far <= 2 * reach + 4


def _as_date(read: PhraseAt, day: FoundDate, spans: Spans, *, sure: bool) -> PhraseAt:
    phrase = read.phrase
    assert day.value is not None
    dated = DuePhrase(
        form=DueForm.DATE,
        spans=spans(day.start, day.end),
        due_for=phrase.due_for,
        owed_by=phrase.owed_by,
        date=day.value.isoformat(),
        band=(Band.LIKELY if sure and not day.is_doubtful else Band.UNSURE).value,
        rule="due.restated/1",
        signals={**day.signals, "restates": " ".join(s.quote for s in phrase.spans)[:80]},
    )
    return replace(read, phrase=dated, start=day.start, end=day.end)

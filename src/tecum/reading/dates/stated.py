"""Dates that a document states and that limit nothing: of issue, of service, and all others.

Authority: READING 11 (other dates are read into their own fields and never into ``due``) and
READING 7 (a certificate of service supplies the date of service).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cached_property

from tecum.instruments.sought import find_first
from tecum.provenance import Read, Span, absent, unreadable
from tecum.reading.dates.calendar_words import FoundDate, find_dates, writes_day_first
from tecum.reading.dates.service_parts import is_within, service_parts
from tecum.reading.dates.stated_kinds import DateKind, kind_of
from tecum.reading.result import DuePhrase
from tecum.reading.text.layout import Flow, Layer, Text
from tecum.reading.text.matching import fold, plain, spaced
from tecum.words import Band, DueForm

__all__ = [
    "DateKind", "StatedDate", "StatedDates", "apart_from_due", "mailed_on", "stated_dates",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date with what it is; ``value`` is None where the words give no one date."""

    kind: DateKind
    value: date | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    day: FoundDate
    kind: DateKind
    score: int
    position: int


@dataclass(frozen=True, kw_only=True)
class StatedDates:
    """The dates of a document apart from its due dates."""

    issued_on: Read[str]
    served_on: Read[str]
    _text: Text = field(repr=False)
    _seen: tuple[_Seen, ...] = field(repr=False)

    @cached_property
    def others(self) -> tuple[StatedDate, ...]:
        """Every other date with what it is; few steps ask for them."""
        flow = self._text.flow()
        return (
            *_layer_dates(self._text),
            *(
                StatedDate(seen.kind, seen.day.value, flow.spans(seen.day.start, seen.day.end))
                for seen in self._seen
                if seen.kind is not DateKind.OTHER or not seen.score
            ),
        )


_SERVICE = spaced(
    r"(?:certificate|proof|affidavit|return|declaration"
    r"|acknowledg?ement)\sof\s(?:personal\s)?(?:service|mailing|delivery|receipt)"
    r"|constancia\sde\snotificacion"
)
_SERVED = spaced(
    r"(?:\b(?:served|delivered|mailed|e-?mailed|sent|deposited|transmitted|faxed|handed|left"
    r"|notificad[oa])\b[^.;]{0,160}?\b(?:on|this|the|el|,)\s?(?:the\s)?$|^\s?on\s?$|\bon\s$)"
)
_DATED = frozenset({DateKind.LETTER, DateKind.SIGNED, DateKind.ISSUED, DateKind.HEARING})
"""What a bare "Date:" may be taken for where nobody says of what."""
_OATH = spaced(r"\b(?:sworn|subscribed|acknowledged)\b[^.;]{0,50}\b(?:before|to)\b[^.;]{0,24}$")
_NEAR_OATH = 90
"""The day of the oath upon a proof of service: the service was told there, not made."""
_LEADS_TO_A_DAY = ("on", "this", "the", "el", ",")
_PAST_SERVICE = spaced(
    r"(?:\bi\s(?:hereby\s)?(?:certify|declare|served|personally|caused|delivered|mailed)"
    r"|was\s(?:personally\s)?(?:served|delivered|mailed|sent)|served\sby|by\s(?:hand|mail|fax"
    r"|e-?mail|certified|personal))"
)


def mailed_on(headers: Iterable[tuple[str, str]]) -> Read[str]:
    """The day that a mail's ``Date`` header states, in the zone in which it was sent.

    It is the issue date of a mail whose body states none. The header stands on no page, so the
    value has no span; the header itself is kept among the signals.
    """
    for name, value in headers:
        if name.lower() != "date":
            continue
        try:
            day = parsedate_to_datetime(value.strip()).date()
        except (ValueError, TypeError, IndexError):
            return Read(None, Band.UNSURE, (), "dates.mailed_on/1", {"header": value})
        return Read(day.isoformat(), Band.LIKELY, (), "dates.mailed_on/1", {"header": value})
    return absent("dates.mailed_on/1")


def stated_dates(
    text: Text, *, apart: Iterable[Span] = (), not_on: Collection[str | None] = ()
) -> StatedDates:
    """The issue date, the service date and every other date with what it is.

    The date of issue is that of signing or dating, handwritten included; never that of a fax
    line, a stamp, a filing or a receipt.

    Args:
        text: The document.
        apart: Words that are known to be a due date, and so no date of issue.
        not_on: Days that are due; another date is taken for the date of issue, if there is one.
    """
    flow = text.flow()
    seen = list(_seen(flow))
    due = tuple(apart)
    free = [s for s in seen if not _is_among(flow, s, due)]
    issued = _issued(flow, [s for s in free if str(s.day.value) not in not_on], text)
    if issued.value is None and not_on:
        issued = _issued(flow, free, text)
    issued = _certified(flow, free) or issued if issued.band is Band.ABSENT else issued
    served = _served(flow, seen, text)
    return StatedDates(issued_on=issued, served_on=served, _text=text, _seen=tuple(seen))


def apart_from_due(stated: StatedDates, due: Iterable[DuePhrase], text: Text) -> StatedDates:
    """The stated dates, read again where the date of issue stands in a due phrase.

    A form prints "Date" over the day of appearance as it does over that of signing.
    """
    dated = [p for p in due if p.form is DueForm.DATE and p.date]
    spans = tuple(s for p in dated for s in p.spans)
    days = {p.date for p in dated}
    inside = any(_overlap(a, b) for a in stated.issued_on.spans for b in spans)
    if not inside and stated.issued_on.value not in days:
        return stated
    again = stated_dates(text, apart=spans, not_on=days)
    return again if inside or again.issued_on.value is not None else stated


def _overlap(a: Span, b: Span) -> bool:
    return a.page == b.page and a.start < b.end and a.end > b.start


def _is_among(flow: Flow, seen: _Seen, due: tuple[Span, ...]) -> bool:
    if not due:
        return False
    spans = flow.spans(seen.day.start, seen.day.end)
    return any(_overlap(a, b) for a in spans for b in due)


def _layer_dates(text: Text) -> Iterator[StatedDate]:
    kinds = {
        Layer.STAMP: DateKind.STAMP,
        Layer.HEADER: DateKind.STAMP,
        Layer.FOOTER: DateKind.EDITION,
        Layer.QUOTED: DateKind.QUOTED,
    }
    for layer, kind in kinds.items():
        flow = text.flow(layer)
        for day in find_dates(flow.text):
            line = plain(flow.line_at(day.start).text)
            fax = kind is DateKind.STAMP and re.search(
                r"\bfax\b|\bp(?:age|\.)?\s?\d+\s?(?:/|of)", line
            )
            yield StatedDate(
                DateKind.FAX if fax else kind, day.value, flow.spans(day.start, day.end)
            )


def _seen(flow: Flow) -> Iterator[_Seen]:
    low = plain(flow.text)
    length = max(1, len(low))
    served = service_parts(flow)
    for day in find_dates(fold(flow.text), day_first=writes_day_first(flow.text)):
        if day.month is not None and day.value is None:
            continue
        kind, score = kind_of(low, day, flow.text)
        if score and _is_appointment(low, day):
            score = 1  # it dates the paper only where nothing else does
        if score and score < 9 and kind is DateKind.LETTER:
            early = day.start < 0.5 * length or day.start < 900
            score = 6 if early else 5
        if kind in _DATED and is_within(served, day.start):
            sworn = _OATH.search(low, max(0, day.start - _NEAR_OATH), day.start) is not None
            kind, score = DateKind.OTHER if sworn else DateKind.SERVED, 0
        yield _Seen(day, kind, score, day.start)


_CELL_OF_DATE = spaced(r"(?:^|\n)\W{0,4}(?:[a-z0-9]{1,2}[.)]\s)?date\s?:?\W{0,6}$")
_CELL_OF_TIME = re.compile(
    r"\W{0,6}(?:\n\W{0,4}(?:[a-z0-9]{1,2}[.)] )?t[a-z]{2,4}e?\s?:?\W{0,6})?"
    r"\d{1,2}(?::\d\d)?\s?(?:[ap]\.?\s?m\b|hours)"
)


def _is_appointment(low: str, day: FoundDate) -> bool:
    """Whether a date stands in a cell "Date" with the cell of its hour behind it."""
    return (
        _CELL_OF_DATE.search(low[max(0, day.start - 40) : day.start]) is not None
        and _CELL_OF_TIME.match(low, day.end) is not None
    )


def _issued(flow: Flow, seen: list[_Seen], text: Text) -> Read[str]:
    ranked = sorted(
        (s for s in seen if s.score and s.day.safe is not None),
        key=lambda s: (-s.score, s.position),
    )
    if not ranked:
        return absent("dates.issued_on/1") if text.is_readable else unreadable("dates.issued_on/1")
    best = ranked[0]
    spans = flow.spans(best.day.start, best.day.end)
    value = best.day.value
    if value is None:
        return Read(None, Band.CONFLICT, spans, "dates.issued_on/1", dict(best.day.signals))
    rival = next((s for s in ranked[1:] if s.day.value != value and s.score >= best.score), None)
    signals = {**best.day.signals, "as": best.kind.value}
    if rival is not None and rival.day.value is not None:
        signals["rival"] = rival.day.value.isoformat()
    if best.day.is_doubtful or best.score < 5 or rival is not None:
        band = Band.UNSURE
    else:
        band = Band.CERTAIN if _is_agreed(best, ranked) else Band.LIKELY
    return Read(value.isoformat(), band, spans, "dates.issued_on/1", signals)


_CERTIFIES = spaced(
    r"\bi\s(?:hereby\s)?certify\b[^.;]{0,60}\b(?:copy|copies|foregoing)\b[^.;]{0,120}"
    r"(?:\bon|,)\s(?:this\s|the\s)?$"
)


def _certified(flow: Flow, seen: list[_Seen]) -> Read[str] | None:
    """The day on which a paper without a date of its own certifies that copies were sent."""
    low = plain(flow.text)
    found = [s for s in seen if _CERTIFIES.search(low[max(0, s.day.start - 240) : s.day.start])]
    days = {s.day.value for s in found}
    if len(days) != 1 or found[0].day.value is None:
        return None
    spans = flow.spans(found[0].day.start, found[0].day.end)
    value = found[0].day.value.isoformat()
    return Read(value, Band.UNSURE, spans, "dates.issued_on/1", {"as": DateKind.SERVED.value})


def _is_agreed(best: _Seen, ranked: list[_Seen]) -> bool:
    """Whether two places of the paper date it alike and nothing else could be its date.

    That a weekday fits its date says that the date was read aright, not that it is the paper's.
    """
    if any(s.day.value != best.day.value for s in ranked if s.score > 4):
        return False
    others = [s for s in ranked if s is not best and s.day.value == best.day.value]
    return any(s.kind is not best.kind or s.score >= 7 for s in others) and best.score >= 7


def _served(flow: Flow, seen: list[_Seen], text: Text) -> Read[str]:
    low = plain(flow.text)
    heading = find_first(_SERVICE, low)
    found: list[tuple[int, _Seen]] = []
    for s in seen:
        before = low[max(0, s.day.start - 240) : s.day.start]
        before = re.split(r"\n\n|[.;]\s", before)[-1]
        inside = heading is not None and s.day.start > heading.start()
        if s.kind is DateKind.SERVED:
            found.append((3, s))
        elif (
            before.rstrip().endswith(_LEADS_TO_A_DAY)
            and _SERVED.search(before)
            and (inside or _PAST_SERVICE.search(before))
        ):
            found.append((2 if inside else 1, s))
    if not found:
        return absent("dates.served_on/1") if text.is_readable else unreadable("dates.served_on/1")
    found.sort(key=lambda pair: (-pair[0], pair[1].position))
    strength, best = found[0]
    spans = flow.spans(best.day.start, best.day.end)
    if best.day.value is None:
        return Read(None, Band.CONFLICT, spans, "dates.served_on/1", dict(best.day.signals))
    sure = strength > 1 and not best.day.is_doubtful
    band = Band.LIKELY if sure else Band.UNSURE
    return Read(
        best.day.value.isoformat(), band, spans, "dates.served_on/1", dict(best.day.signals)
    )

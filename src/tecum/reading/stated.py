"""Dates that a document states and that limit nothing: of issue, of service, and all others.

Authority: READING 11 (other dates are read into their own fields and never into ``due``) and
READING 7 (a certificate of service supplies the date of service).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from enum import unique

from tecum.provenance import Read, Span, absent, unreadable
from tecum.reading.calendar_words import FoundDate, find_dates, writes_day_first
from tecum.reading.layout import Flow, Layer, Text
from tecum.reading.matching import fold, plain, spaced
from tecum.words import Band, Word

__all__ = ["DateKind", "StatedDate", "StatedDates", "mailed_on", "stated_dates"]


@unique
class DateKind(Word):
    """What a stated date is."""

    LETTER = "letter"
    SIGNED = "signed"
    ISSUED = "issued"
    MAILED = "mailed"
    SERVED = "served"
    HEARING = "hearing"
    FILED = "filed"
    RECEIVED = "received"
    FAX = "fax"
    STAMP = "stamp"
    EDITION = "edition"
    BIRTH = "birth"
    RANGE = "range"
    EARLIER_PAPER = "earlier_paper"
    QUOTED = "quoted"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date with what it is; ``value`` is None where the words give no one date."""

    kind: DateKind
    value: date | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDates:
    """The dates of a document apart from its due dates."""

    issued_on: Read[str]
    served_on: Read[str]
    others: tuple[StatedDate, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    day: FoundDate
    kind: DateKind
    score: int
    position: int


_LABELS: tuple[tuple[DateKind, int, re.Pattern[str]], ...] = tuple(
    (
        kind,
        score,
        spaced(
            rf"(?:^|\n|\s{{2}}|[.;:)|]\s?|\b)(?:{words})\s{{0,4}}[:.,-]{{0,2}}\s{{0,6}}(?:the\s"
            rf"|el\s)?$"
        ),
    )
    for kind, score, words in (
        (
            DateKind.BIRTH,
            0,
            (
                r"(?:date\sof\s)?birth(?:\sdate)?|d\.?o\.?b\.?|born(?:\son)?|fecha\sde\snacimiento"
                r"|nacid[oa](?:\sel)?"
            ),
        ),
        (
            DateKind.EDITION,
            0,
            (
                r"(?:rev(?:ised|ision)?|edition|ed|expires?|expiration(?:\sdate)?|approved"
                r"|omb\s[a-z0-9 -]{0,20}|version|effective)\.?"
            ),
        ),
        (
            DateKind.RECEIVED,
            0,
            r"(?:received|rec'd|recd|recibido)(?:\son|\sby(?:\s[a-z]{1,14}){0,4})?",
        ),
        (
            DateKind.FILED,
            0,
            (
                r"(?:e-?)?filed(?:\son|\sin\sopen\scourt)?|filing\sdate"
                r"|entered\son\s(?:the\s)?docket"
                r"|docketed"
            ),
        ),
        (
            DateKind.SERVED,
            0,
            (
                r"(?:date\s(?:of\s)?service|served(?:\s(?:on|by\s[a-z ]{1,30}(?:\son)?))?"
                r"|date\sserved|fecha\sde\snotificacion)"
            ),
        ),
        (
            DateKind.HEARING,
            0,
            (
                r"(?:hearing|trial|deposition|appearance|return|due|response|compliance|production"
                r"|inspection|examination)\s(?:date|on)|date\sand\stime|when|date/time"
            ),
        ),
        (
            DateKind.OTHER,
            0,
            (
                r"(?:date\s(?:of|for)\s(?:arrest|booking|offen[cs]e|entry|hire|incident|death"
                r"|injury"
                r"|release|sentenc\w{2,3}|conviction|removal|admission)|cancell?ed|arrested|booked"
                r"|printed|ran|run\sdate)(?:\son)?"
            ),
        ),
        (DateKind.ISSUED, 5, r"adopted(?:\son)?"),
        (
            DateKind.MAILED,
            7,
            (
                r"(?:date\s)?mail(?:ed|ing)(?:\s(?:date|on))?|date\s(?:of\s)?mail(?:ed|ing)"
                r"|date\ssent"
            ),
        ),
        (
            DateKind.ISSUED,
            9,
            (
                r"(?:date\s(?:of\s)?issu(?:ed|ance|e)|issu(?:ed|ance|e)(?:\s(?:date|on|this"
                r"|at\s[a-z ,.]{1,40}(?:on|this|,)))?|date\s(?:of\s)?(?:request|subpoena|summons"
                r"|notice|order|letter|detainer)|fecha\sde\s(?:emision|expedicion)|request\sdate"
                r"|notice\sdate)"
            ),
        ),
        (
            DateKind.SIGNED,
            9,
            (
                r"(?:dated?(?:\s(?:this|on|at\s[a-z ,.]{1,40}(?:on|this|,)|and\s(?:signed"
                r"|entered)(?:\sthis)?))?|signed(?:\s(?:this|on|at\s[a-z ,.]{1,40}))?|date\ssigned"
                r"|done(?:\sand\sordered)?(?:\s(?:this|on|at\s[a-z ,.]{1,40}))?"
                r"|so\sordered(?:\s(?:this|on))?|it\sis\sso\sordered(?:\s(?:this|on))?"
                r"|witness\smy\shand[a-z ,.]{0,40}|entered(?:\s(?:this|on))?"
                r"|given\sunder\smy\shand[a-z ,.]{0,60}|executed(?:\s(?:this|on)"
                r"|\sat\s[a-z ,.]{1,40})|and\snow,?\sthis|date\s(?:prepared|requested)|fecha"
                r"|fechad[oa](?:\sel)?|dado\s(?:en\s[a-z ]{1,30}\s)?el)"
            ),
        ),
    )
)
_BEFORE_ANY = spaced(
    r"(?:\b(?:since|from|between|through|thru|during|until|after|before|prior\sto|beginning"
    r"|ending|ended|no\slater\sthan|on\sor\sbefore|by|due|returnable|and|to|desde|hasta|entre"
    r"|a\smas\stardar))\s(?:on\s)?(?:the\s)?$"
)
_TIME_BEHIND = spaced(r"[\s,;|]{0,6}(?:\([a-z]\)\s?|[a-z0-9]\.\s)?(?:at\s)?\(?time\b")
_THIS_DAY = spaced(r"(?:this|the|on)\s?$")
_ISSUED_BY = spaced(
    r"(?:issued|signed|dated|ordered|entered|sworn|done|witness|testimony\swhereof|set\smy\shand"
    r"|hereunto|given|attest\w{0,3})\b[^\n.;]{0,90}$"
)
_MID = spaced(r"[a-z,]\s(dated|entered|executed|signed)\s(?:on\s|as\sof\s)?(?:the\s)?$")
_OWN_LINE = re.compile(r"\n\s{0,8}[A-Z][a-z]{4,7}$")
_SERVICE = spaced(
    r"(?:certificate|proof|affidavit|return|declaration"
    r"|acknowledg?ement)\sof\s(?:personal\s)?(?:service|mailing|delivery|receipt)"
    r"|constancia\sde\snotificacion"
)
_SERVED = spaced(
    r"(?:\b(?:served|delivered|mailed|e-?mailed|sent|deposited|transmitted|faxed|handed|left"
    r"|notificad[oa])\b[^.;]{0,160}?\b(?:on|this|the|el|,)\s?(?:the\s)?$|^\s?on\s?$|\bon\s$)"
)
_PAST_SERVICE = spaced(
    r"(?:\bi\s(?:hereby\s)?(?:certify|declare|served|personally|caused|delivered|mailed)"
    r"|was\s(?:personally\s)?(?:served|delivered|mailed|sent)|served\sby|by\s(?:hand|mail|fax"
    r"|e-?mail|certified|personal))"
)
_EARLIER = spaced(
    r"(?:letter|subpoena(?:\sduces\stecum)?|order|request|notice|summons|motion|decision|opinion"
    r"|agreement|memorandum|correspondence|e-?mail|demand|warrant|complaint|indictment|contract"
    r"|judge|policy)\s(?:of|dated|on|issued|from|filed|entered|signed)(?:\son)?\s$"
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


def stated_dates(text: Text) -> StatedDates:
    """The issue date, the service date and every other date with what it is.

    The date of issue is that of signing or dating, handwritten included; never that of a fax
    line, a stamp, a filing or a receipt.
    """
    flow = text.flow()
    others = list(_layer_dates(text))
    seen = list(_seen(flow))
    issued = _issued(flow, seen, text)
    served = _served(flow, seen, text)
    for found in seen:
        if found.kind is not DateKind.OTHER or not found.score:
            spans = flow.spans(found.day.start, found.day.end)
            others.append(StatedDate(found.kind, found.day.value, spans))
    return StatedDates(issued_on=issued, served_on=served, others=tuple(others))


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
    for day in find_dates(fold(flow.text), day_first=writes_day_first(flow.text)):
        if day.month is not None and day.value is None:
            continue
        kind, score = _classify(low, day, flow.text)
        if score and score < 9 and kind is DateKind.LETTER:
            early = day.start < 0.5 * length or day.start < 900
            score = 6 if early else 5
        yield _Seen(day, kind, score, day.start)


def _in_a_sentence(before: str, written: str) -> bool:
    """Whether "dated" goes on with a sentence; a line of its own begins with a capital."""
    mid = _MID.search(before)
    return mid is not None and not _OWN_LINE.search(written[: mid.end(1)])


def _classify(low: str, day: FoundDate, written: str) -> tuple[DateKind, int]:
    line_start = low.rfind("\n", 0, day.start) + 1
    line_end = low.find("\n", day.end)
    line_end = len(low) if line_end < 0 else line_end
    before = low[max(0, day.start - 130) : day.start]
    after = low[day.end : line_end]
    if _TIME_BEHIND.match(low, day.end, day.end + 60):
        return DateKind.HEARING, 0
    for kind, score, pattern in _LABELS:
        if pattern.search(before):
            if kind is DateKind.SIGNED and (
                _EARLIER.search(before)
                or _in_a_sentence(before, written[max(0, day.start - 130) : day.start])
            ):
                return DateKind.EARLIER_PAPER, 0
            return kind, score
    if _BEFORE_ANY.search(before):
        return DateKind.RANGE, 0
    if _EARLIER.search(before):
        return DateKind.EARLIER_PAPER, 0
    return _by_place(low[line_start : day.start], before, after)


def _by_place(same_line: str, before: str, after: str) -> tuple[DateKind, int]:
    """What an unlabelled date is, from the rest of its line."""
    if _THIS_DAY.search(before) and _ISSUED_BY.search(before):
        return DateKind.SIGNED, 8
    if not same_line.strip(" ,.-|") and len(after.strip(" ,.|")) <= 2:
        return DateKind.LETTER, 6
    off = "on" not in same_line[-4:].split()
    if _ISSUED_BY.search(same_line[-100:] if off else same_line[-40:]):
        return DateKind.SIGNED, 7
    if same_line.endswith("   ") and not after.strip():
        return DateKind.LETTER, 6
    words = (same_line + after).split()
    if len(words) <= 6 and re.search(r"^[^a-z0-9]{0,4}$|[,|]\s*$", same_line[-3:] or ""):
        return DateKind.LETTER, 4
    if len(words) <= 8 and re.match(r"\s{0,3}(?:$|[|/,-]|at\s|time)", after) and _signs(same_line):
        return DateKind.SIGNED, 5
    return DateKind.OTHER, 0


def _signs(same_line: str) -> bool:
    return (
        re.search(r"(?:/s/|officer|judge|clerk|attorney|director|agent|sheriff|date)", same_line)
        is not None
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
    same = [s for s in ranked[1:] if s.day.value == value]
    rival = next((s for s in ranked[1:] if s.day.value != value and s.score >= best.score), None)
    signals = {**best.day.signals, "as": best.kind.value}
    if rival is not None and rival.day.value is not None:
        signals["rival"] = rival.day.value.isoformat()
    if best.day.is_doubtful or best.score < 5 or rival is not None:
        band = Band.UNSURE
    else:
        band = Band.CERTAIN if same or "weekday_agrees" in signals else Band.LIKELY
    return Read(value.isoformat(), band, spans, "dates.issued_on/1", signals)


def _served(flow: Flow, seen: list[_Seen], text: Text) -> Read[str]:
    low = plain(flow.text)
    heading = _SERVICE.search(low)
    found: list[tuple[int, _Seen]] = []
    for s in seen:
        before = low[max(0, s.day.start - 240) : s.day.start]
        before = re.split(r"\n\n|[.;]\s", before)[-1]
        inside = heading is not None and s.day.start > heading.start()
        if s.kind is DateKind.SERVED:
            found.append((3, s))
        elif _SERVED.search(before) and (inside or _PAST_SERVICE.search(before)):
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

"""Dates that bind: told from all other dates by a qualifier, a label or a command.

Authority: READING 11. Dates of letters, signing, filing, faxes, the periods of items and
quoted dates never become due dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tecum.reading.dates.appointment_words import (
    DEFINED,
    EITHER,
    EVENT_SET,
    ITSELF,
    NAMED_BEHIND,
    NAMES_DUTY,
    NOT,
    OFFERED,
    PARTICIPLE,
    QUALIFIER,
    RANGE_OF_DAYS,
    RECURS,
    SUPERSEDED,
    TOO_LATE,
    WEAK_CUES,
)
from tecum.reading.dates.beside_the_demand import is_reply_of_other
from tecum.reading.dates.calendar_words import FoundDate, find_dates
from tecum.reading.dates.candidate import Candidate, duty_in_clause
from tecum.reading.dates.commanded import commanded_on
from tecum.reading.dates.date_labels import (
    duty_of_label,
    in_date_box,
    is_own_hour,
    labelled,
    time_field,
)
from tecum.reading.dates.duties import (
    Duty,
    duty_of,
    duty_of_the_addressed,
)
from tecum.reading.dates.not_due import is_another_deadline, is_day_of_a_range, is_not_before
from tecum.reading.dates.other_times import is_asked_about
from tecum.reading.dates.relative_days import with_relative
from tecum.reading.dates.set_times import is_enough, sets_the_time
from tecum.reading.dates.times_of_day import FoundTime, time_after, time_before
from tecum.reading.text.matching import Unit, spaced, unit_at
from tecum.words import DueFor, Kind, OwedBy

__all__ = ["dated_candidates", "is_attribute"]


def dated_candidates(
    text: str,
    low: str,
    cut: tuple[Unit, ...],
    *,
    kind: Kind | None,
    issued: date | None,
    day_first: bool,
) -> Iterator[Candidate]:
    """The dates of a text that limit something, in printed order."""
    days = find_dates(text, day_first=day_first, short=True)
    days = with_relative(days, low, issued)
    strong_units: set[int] = set()
    weak: list[tuple[int, Candidate]] = []
    for i, raw in enumerate(days):
        previous = days[i - 1].end if i else 0
        at = unit_at(cut, raw.start)
        day = raw
        if _in_a_range(low, cut[at], raw) or _holds_no_more(low, raw):
            continue
        timed = time_after(low, day.end) or time_before(low, day.start)
        if timed is not None and timed.start < day.start and _is_taken(low, days, i, timed):
            timed = None
        if timed is None and in_date_box(low, day.start):
            following = days[i + 1].start if i + 1 < len(days) else len(low)
            timed = time_field(low, day.end, min(day.end + 170, following))
        begin = timed.start if timed and timed.start < day.start else day.start
        floor = max(cut[at].start, previous)
        strong = _strong(low, cut, at, floor=floor, begin=begin, day=day, timed=timed, kind=kind)
        if strong is None and timed is not None and begin < day.start:
            strong = _strong(
                low, cut, at, floor=floor, begin=day.start, day=day, timed=timed, kind=kind
            )
        if strong is not None:
            candidate = _finish(strong, day, timed, issued)
            if candidate is None or is_own_hour(low, candidate.duty.cue, candidate.day, issued):
                continue
            if candidate.duty.binds:
                strong_units.add(at)
            yield candidate
            continue
        commanded = commanded_on(low, cut, at, begin=begin, day=day, timed=timed, kind=kind)
        if commanded is None and begin < day.start:
            commanded = commanded_on(low, cut, at, begin=day.start, day=day, timed=timed, kind=kind)
        if commanded is not None:
            candidate = _finish(commanded, day, timed, issued)
            if candidate is not None and not _is_past(candidate.day, issued):
                weak.append((at, candidate))
    for at, candidate in weak:
        if at not in strong_units or candidate.time is not None:
            yield candidate


def _is_taken(low: str, days: list[FoundDate], i: int, timed: FoundTime) -> bool:
    """Whether a time before a date belongs to the date before it or to another paragraph."""
    if "\n\n" in low[timed.end : days[i].start]:
        return True
    earlier = time_after(low, days[i - 1].end) if i else None
    return earlier is not None and earlier.start == timed.start


def _in_a_range(low: str, unit: Unit, day: FoundDate) -> bool:
    """Whether a date begins or ends a range, so that it cannot be a due date."""
    if is_day_of_a_range(low[max(unit.start, day.start - 150) : day.start]):
        return True
    return RANGE_OF_DAYS.match(low, day.end, day.end + 40) is not None


def _holds_no_more(low: str, day: FoundDate) -> bool:
    """Whether a day is said to be moved, or comes again every year."""
    behind = low[day.end : day.end + 60]
    return SUPERSEDED.match(behind) is not None or RECURS.match(behind) is not None


def _is_past(day: FoundDate, issued: date | None) -> bool:
    """Whether a date lies before the paper's own, so that no command can set it.

    A day without a year that the date of issue does not settle stood shortly before it.
    """
    if issued is None:
        return False
    if day.value is not None:
        return day.value < issued
    return day.month is not None and day.weekday is None


def _finish(
    found: Candidate, day: FoundDate, timed: FoundTime | None, issued: date | None
) -> Candidate | None:
    """Set the year from the issue date where none is printed; a bare numeral is no date."""
    if day.month is not None and day.value is None:
        day = day.with_year_from(issued)
    near = timed is not None and timed.start - day.end < 60
    end = max(day.end, timed.end) if timed and near else day.end
    return Candidate(
        found.start, end, day, found.duty, found.rule, found.qualifier,
        timed.value if timed else None, timed.tz if timed else None,
        timed.flag if timed else None, found.is_strong, (), found.signals,
    )  # fmt: skip


def _strong(
    low: str,
    cut: tuple[Unit, ...],
    at: int,
    *,
    floor: int,
    begin: int,
    day: FoundDate,
    timed: FoundTime | None,
    kind: Kind | None,
) -> Candidate | None:
    """A date behind a qualifier or a due label."""
    label = labelled(low, floor, begin, day, timed)
    if label is None:
        left, right = low[cut[at].start : begin], low[max(day.end, begin) : cut[at].end]
        if sets_the_time(left, right) and not cut[at].is_item:
            duty = Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, "the day itself")
            return Candidate(begin, day.end, day, duty, "due.set/1", None)
        if ITSELF.search(low[max(cut[at].start, begin - 60) : begin]) and not _WAS_BEHIND.match(
            right
        ):
            return Candidate(
                begin, day.end, day, _ITS_OWN, "due.named/1", None, is_strong=True,
                signals={"cue": "return date"},
            )  # fmt: skip
        named = NAMED_BEHIND.match(low, day.end, min(cut[at].end, day.end + 90))
        if named is not None and _strictly_due(low, cut, at, day, kind):
            duty = Duty(
                duty_of_label(named[0]), OwedBy.RECIPIENT, True, named["label"] or named["does"]
            )
            return Candidate(begin, day.end, day, duty, "due.named/1", None, is_strong=True)
        return _qualified(low, cut, at, begin=begin, day=day, kind=kind)
    if timed is None and duty_of("", "", kind).why_not == "officers_time":
        return None
    left = low[cut[at].start : max(cut[at].start, label[0])]
    told = label[1] == "returnable" and _ASKED_THEN.match(low, day.end, cut[at].end)
    others = is_another_deadline(left + label[1].removesuffix("due"), "due")
    if told or others or duty_of(left, "", kind).why_not == "narrated":
        return None
    if is_reply_of_other(low[cut[at].start : label[0] + len(label[1])]):
        return None
    duty = Duty(duty_of_label(label[1]), OwedBy.RECIPIENT, True, label[1])
    return Candidate(label[0], day.end, day, duty, "due.label/1", None, is_strong=True)


_ITS_OWN = Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, "return date")


def _strictly_due(
    low: str, cut: tuple[Unit, ...], at: int, day: FoundDate, kind: Kind | None
) -> bool:
    """Whether no word of the clause gives the deadline to another body or to the past."""
    left = low[cut[at].start : day.start]
    duty = duty_of(left, low[day.end : cut[at].end], kind)
    return duty.why_not is None and not is_another_deadline(left, "deadline")


def _qualified(
    low: str, cut: tuple[Unit, ...], at: int, *, begin: int, day: FoundDate, kind: Kind | None
) -> Candidate | None:
    """A date behind "by", "no later than", "on or before", "due"."""
    unit = cut[at]
    window_start = max(unit.start, begin - 70)
    before = low[window_start:begin]
    match, is_second = QUALIFIER.search(before), False
    if match is None:
        window_start = max(unit.start, begin - 240)
        before = low[window_start:begin]
        match = EITHER.search(before)
        is_second = match is not None
    if match is None or OFFERED.match(low, unit.start, unit.end):
        return None
    if EVENT_SET.search(before) or DEFINED.match(low, unit.start, begin):
        return None
    q = " ".join(match["q"].split())
    head = before[: match.start()]
    if q in ("before", "prior to") and (NOT.search(head) or is_not_before(head)):
        return None
    if q in ("before", "prior to") and (
        (_SPAN_BEFORE.search(head) and match[0].count("before") < _TWO)
        or is_asked_about(low[unit.start : unit.end])
    ):
        return None
    if is_another_deadline(low[unit.start : window_start + match.start()], q):
        return None
    if is_attribute(head, q) or (
        q in ("until", "till") and not (_GIVEN_TIME.search(head) or _REPLY_UNTIL.search(head))
    ):
        return None
    left, right = low[unit.start : window_start + match.start()], low[day.end : unit.end]
    told = _WAS_BEHIND if q.startswith("due") else _ASKED_THEN
    if q.startswith(("due", "returnable")) and told.match(right):
        return None
    governing = q.removesuffix("expires") if NAMES_DUTY.search(q) else ""
    duty = duty_in_clause(low, cut, at, f"{left} {governing}", right, kind=kind)
    if duty.cue is None and duty.why_not is None and not unit.is_item and not is_second:
        duty = duty_of_the_addressed(left, right, kind) or duty
    duty = _by_qualifier(duty, q, left, right)
    if duty.cue is None or duty.why_not in ("narrated", "not_a_deadline"):
        return None
    weak = duty.due_for is DueFor.RESPONSE and duty.cue in WEAK_CUES
    if weak and (unit.is_item or q in ("before", "prior to")):
        return None
    signals = {"cue": duty.cue, **({"why_not_due": duty.why_not} if duty.why_not else {})}
    start = begin if is_second else window_start + match.start()
    return Candidate(
        start, day.end, day, duty, "due.qualified/1", q, is_strong=True, signals=signals
    )


def _by_qualifier(duty: Duty, q: str, left: str, right: str) -> Duty:
    """The duty of a date where its own qualifier, or what it opens, says more than the clause."""
    if q.endswith(("later than", "after")) and _TELLS_OF_LATE.match(q):
        late = q.startswith("if ") or TOO_LATE.match(right) is not None
        return Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, "if later") if late else _NOTHING
    if duty.why_not == "another_acts" and _GRANTS.match(q):
        return Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, "extended")
    if duty.cue is not None or duty.why_not is not None:
        return duty
    if is_enough(right):
        return Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, "will do")
    if _COMING.match(q):
        return Duty(DueFor.PRODUCTION, OwedBy.RECIPIENT, True, "visit")
    bids = None if left.strip(_BULLET) else _BIDS.match(right)
    return Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, bids["verb"]) if bids else duty


_BULLET = " .0123456789()-*"
_NOTHING = Duty(DueFor.OTHER, OwedBy.UNKNOWN, False, None)
_TELLS_OF_LATE = re.compile(
    r"if\b|\w+ (?:received|postmarked|filed|arriving|submitted|sent|returned)\b"
)
_GRANTS = spaced(
    r"extend(?:ed|s|ing)?\s(?:the|your|that|this)\s(?!(?:\w{3,12}\s){0,4}?(?:our|its|decision|decide|determin|investigat|review))"
    r"(?:\w{3,12}\s){0,2}?(?:date|time|deadline|period)\b"
)
"""More time that the sender gives the recipient, though it is he who acts."""
_COMING = re.compile(r"(?:visit|audit|review|interview)\b")
_BIDS = spaced(
    r",?\s(?:please\s|kindly\s|and\sto\s)?(?P<verb>identify|name|list|state|describe|designate|explain|prepare"
    r"|arrange|copy|load|post|enter|sign|execute|set\sout|tell|say)\b"
)
"""The verb of a command that a time opens ("By May 1 identify the custodian")."""
_GIVEN_TIME = spaced(
    r"\b(?:have|has|or|(?:gives?|given|gave|allows?|allowed|grants?|granted)(?:\s(?:you|it"
    r"|the\s\w{4,14}|your"
    r"\s\w{4,14}))?|time|extended|moved)\s$"
)
_REPLY_UNTIL = spaced(
    r"\b(?:please|kindly|asked|requested|ask|request)\b[^.;]{0,60}?\b(?:respond|reply|answer|write\sback|response)\b[^.;]{0,50}$"
)
"""Whose own language says "until" for "by" writes "please reply until March 20"."""
_WAS_BEHIND = spaced(
    r"\W{0,3}\s?(?:was|were|had|(?:has|have)\s(?:not|never|passed|gone)|never|did\snot|passed|came)\b"
)
"""What is told of a paper whose day has gone by ("the log due May 1 was never filed")."""
_ASKED_THEN = spaced(
    r"[^;\n]{0,80}?(?:,\s(?:asked|sought|called|required|commanded|directed|demanded)"
    r"|\b(?:asked\sfor|sought|called\sfor))\b"
)
"""An earlier paper of which a later one tells ("The summons, returnable May 1, asked for …")."""
_TWO = 2
_SPAN_BEFORE = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|quarters?)\s{1,3}$")
"""A span that ends with the day ("the five years before June 1"): the day itself binds nobody."""


def is_attribute(head: str, qualifier: str, *, is_item: bool = False) -> bool:
    """Whether the date belongs to the records ("created on or before"), not to the duty."""
    match = PARTICIPLE.search(head)
    if match is None:
        return re.search(r"(?:signed|prepared|written|employed|owned)\s$", head) is not None
    if match["be"] or qualifier.startswith(("due", "return", "a mas", "no mas")):
        return False
    if is_item and match["verb"] in ("sent", "prepared", "requested", "received", "identified"):
        return True
    return match["verb"] not in (
        "need", "needed", "requested", "required", "commanded", "sent", "wanted", "proceed",
        "named", "listed", "described", "requested", "attached", "enclosed", "indicated",
        "above-named", "specified", "identified", "expected", "referenced", "mentioned",
        "undersigned", "postmarked", "uploaded", "returned", "submitted", "hundred",
        "enumerated", "described", "checked", "marked", "stated",
    )  # fmt: skip

"""Due dates in the block to which a command points: place, date and time on lines of their own.

"YOU ARE COMMANDED to produce at the time, date, and place set forth below", and below it
"Place: …", "on: …", "at: …"; or the labels of a row first and its values after them. Read line
by line, for typed papers and for forms whose cells come out as lines.

Authority: READING 11; READING 12 (fields of forms).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tecum.instruments.sought import find_all
from tecum.reading.dates.calendar_words import FoundDate, find_dates
from tecum.reading.dates.candidate import Candidate
from tecum.reading.dates.duties import Duty
from tecum.reading.dates.times_of_day import FoundTime, time_after
from tecum.reading.text.matching import spaced
from tecum.words import DueFor, OwedBy

__all__ = ["block_candidates"]

_POINTS = spaced(
    r"\b(?:place|date|time|day|hour)s?\b[a-z, ]{0,40}\s(?:specified|stated|shown|set\s(?:forth|out)"
    r"|indicated|listed|given|named|noted|described|hereinafter)\b|\bas\sfollows\b"
    r"|\b(?:place|date|time)s?[a-z, ]{0,30}\s(?:here)?(?:below|above|under)\b"
)
_COMMANDS = spaced(
    r"\b(?:commanded|ordered|summoned|required|directed|subpoenaed|cited|must|shall|notified"
    r"|requested|(?:command|order|require|direct|summon|cite|request)s?\s(?:\w{2,12}\s){0,2}?you)\b[^.;]{0,160}?\b(?:appear|produce|testify|attend|bring|deliver|permit|deposit"
    r"|furnish|provide|present|report|answer|make\savailable)"
)
_APPEAR_ON = re.compile(r"^\s{0,20}(?:appear|report)(?:\son)?\s{0,4}:?\s{0,20}$", re.MULTILINE)
_TESTIFIES = re.compile(r"\b(?:appear|testify|attend|report)\b")
_NUMBERED = r"\W{0,4}(?:[0-9]{1,2}\s?[a-z]?|[a-z])?\s?[.):]?\s?\(?[a-z0-9]?[.):]?\s{0,2}"
_DATE_LABEL = re.compile(
    rf"{_NUMBERED}(?:(?:the\s)?(?:date|day)(?:\s(?:to|of|for)\s[a-z/ ]{{4,30}})?|on(?:\sthe)?|when"
    r"|(?:date|day)\W{1,3}(?:and\W)?(?:time|hour)s?|(?:date|time),?\s(?:time|date),?\sand\splace"
    r"|appear(?:\son|ance)?|report\son|(?:hearing|return|appearance|production|deposition)\sdate)\W{0,4}"
)
_TIME_LABEL = re.compile(
    rf"{_NUMBERED}(?:(?:the\s)?(?:time|hour)(?:\s(?:to|of|for)\s[a-z/ ]{{4,30}})?"
    r"|at(?:\s(?:the\s)?(?:hour|time)\sof)?)\W{0,4}"
)
_PLACE_LABEL = re.compile(
    rf"{_NUMBERED}(?:place(?:\s(?:of|for)\s[a-z ]{{4,24}})?|where|location|address|officer|room"
    r"|courtroom|dept\.?|department|at|before|cbp\sofficer|name\sand\slocation\sof\scourt)\b"
)
_OTHER_LABEL = re.compile(
    rf"{_NUMBERED}(?:to|from|records?|no\.?|officer|name|title|signature|phone|fax|re|case|docket"
    r"|description|items?)\W{0,4}"
)
_OF_SOMETHING_ELSE = re.compile(
    r"issu|sign|dated|filed|served|received|birth|born|offen|arrest|incident|loss|mail|sent"
    r"|print|execut|enter|expir|effective|hir|admi|discharg|injur|accident|death|request"
)
_BY = spaced(r"\b(?:no(?:t)?\slater\sthan|on\sor\sbefore|by(?:\sthe\sfollowing\sdate)?)\W{0,3}$")
_EMPTY = r"(?:\[[ _]?\]|[\u2610\u25a1])\s?"
_TICKED = r"(?:\[x\]|[\u2611\u2612\u25a0])\s?"
_TICKED_HALF = re.compile(
    rf"{_EMPTY}[ap]\.?m\.?\s{{1,3}}{_TICKED}(?P<b>[ap])\.?m\.?"
    rf"|{_TICKED}(?P<a>[ap])\.?m\.?\s{{1,3}}{_EMPTY}[ap]\.?m\.?"
)
_FIGURES = re.compile(r"(?<![0-9])(?P<h>[0-9]{1,2}):(?P<m>[0-5][0-9])(?![0-9])")
_REACH = 1500
_NEAR = 4
_RUN = 7
_SCRAP = 8


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def block_candidates(
    text: str, low: str, *, issued: date | None, day_first: bool
) -> Iterator[Candidate]:
    """The due dates that stand on lines of their own in the block of a command.

    Args:
        text: The folded text.
        low: The same, plain.
        issued: The date of issue, from which a missing year is taken.
        day_first: Whether days are written before months.
    """
    commands = [match.start() for match in find_all(_COMMANDS, low)]
    commands += [match.start() for match in find_all(_APPEAR_ON, low)]
    commands.sort()
    if not commands:
        return
    pointers = [match.start() for match in find_all(_POINTS, low)]
    lines = _lines(low)
    starts = [line.start for line in lines]
    found: list[tuple[Candidate, bool]] = []
    for raw in find_dates(text, day_first=day_first):
        command = _nearest(commands, raw.start)
        if command is None or (raw.month is not None and raw.weekday is None):
            continue
        pointed = _nearest(pointers, raw.start) is not None
        at = bisect_right(starts, raw.start) - 1
        timed = _is_in_block(low, lines, at, raw, pointed=pointed)
        if timed is None:
            continue
        day = raw.with_year_from(issued)
        appears = _TESTIFIES.search(low, command, min(len(low), command + 220))
        what = DueFor.TESTIMONY if appears else DueFor.PRODUCTION
        found.append((_candidate(day, timed, what, sure=pointed), timed is not _NO_TIME))
    with_time = [candidate for candidate, timed in found if timed]
    yield from with_time or [candidate for candidate, _ in found]


def _nearest(places: Sequence[int], position: int) -> int | None:
    """The place nearest to a position, within reach; places stand in order."""
    i = bisect_right(places, position)
    near = [p for p in places[max(0, i - 1) : i + 1] if abs(p - position) < _REACH]
    return min(near, key=lambda p: abs(p - position)) if near else None


_NO_TIME = FoundTime(0, 0, None, None)
"""A date that is due by its label alone: no time is printed for it."""


def _candidate(day: FoundDate, timed: FoundTime, what: DueFor, *, sure: bool) -> Candidate:
    duty = Duty(what, OwedBy.RECIPIENT, True, "block")
    near = 0 < timed.start - day.end < 60
    return Candidate(
        day.start, max(day.end, timed.end) if near else day.end, day, duty, "due.block/1", None,
        timed.value, timed.tz, timed.flag, sure and timed.value is not None, (),
        {"label": "date and time"},
    )  # fmt: skip


def _lines(low: str) -> list[_Line]:
    out: list[_Line] = []
    at = 0
    for line in low.split("\n"):
        if line.strip():
            out.append(_Line(at, at + len(line), line.strip()))
        at += len(line) + 1
    return out


def _is_in_block(
    low: str, lines: Sequence[_Line], at: int, day: FoundDate, *, pointed: bool
) -> FoundTime | None:
    """The time of a date that stands in a block, or None where it stands in none."""
    line = lines[at]
    lead = low[line.start : day.start].rsplit("|", 1)[-1].strip()
    timed = time_after(low, day.end)
    if timed is not None and timed.start >= line.end:
        timed = None
    behind = low[(timed.end if timed is not None else day.end) : line.end].strip(" .,|()")
    if len(behind) > 40 or _OF_SOMETHING_ELSE.search(lead):
        return None
    if lead and not _DATE_LABEL.fullmatch(lead):
        return None
    above = lines[at - 1].text if at else ""
    if not lead and at and _BY.search(_without_label(lines, at)):
        return timed or _NO_TIME
    labelled = bool(lead) or _DATE_LABEL.fullmatch(above) is not None
    in_run = not labelled and _heads(lines, at)
    if timed is None:
        timed = _time_near(low, lines, at, in_run=in_run)
    if labelled or in_run:
        if timed is not None:
            return timed
        places = _has_place(lines, at)
        named = pointed or lead.startswith("on")
        return _NO_TIME if named and places and _has_value(lead, above) else None
    if lead or behind:
        return None
    if timed is not None and timed.value is not None and _under_date_label(lines, at):
        return timed
    if timed is None and _has_place(lines, at):
        return _under_lost_label(low, lines, at)
    return timed if timed is not None and pointed and _is_below(low, day) else None


_ENDS_WITH_DATE = re.compile(r"(?:^|[\s(])(?:\(?[a-z0-9][.)]\s?)?date\W{0,3}$")


def _under_date_label(lines: Sequence[_Line], at: int) -> bool:
    """Whether the label "Date" stands above a date, parted from it by its neighbour's cell."""
    above = lines[max(0, at - _NEAR) : at]
    return any(_ENDS_WITH_DATE.search(line.text) for line in above)


def _has_place(lines: Sequence[_Line], at: int) -> bool:
    near = lines[max(0, at - _NEAR) : at + _NEAR]
    return any(_PLACE_LABEL.match(other.text) for other in near if other is not lines[at])


def _under_lost_label(low: str, lines: Sequence[_Line], at: int) -> FoundTime | None:
    """The time in the cell behind a date's, where the label between them was not recognised.

    Only where no other date of the paper has a time.
    """
    between = lines[at + 1].text if at + 2 < len(lines) else ""
    if not 0 < len(between) <= _SCRAP or not _is_scrap(lines[at - 1].text if at else ""):
        return None
    found = _time_at(low, lines[at + 2].start, lines[at + 2].end)
    if found is None or found.end < lines[at + 2].end - 1:
        return None
    return found if not any(time_after(low, d.end) for d in find_dates(low)) else None


def _is_scrap(text: str) -> bool:
    """Whether a line may be a label that recognition spoiled: a short word or two, no figures."""
    return 0 < len(text) <= _SCRAP and not any(c.isdigit() for c in text)


def _has_value(lead: str, above: str) -> bool:
    """Whether the label is one of a block ("on:"), not the "Date" at a signature."""
    return (lead or above).strip(" .:(") not in ("date", "the date")


def _without_label(lines: Sequence[_Line], at: int) -> str:
    """The line above a date, or the one above its bare label ("not later than", "Date")."""
    above = lines[at - 1].text
    return lines[at - 2].text if at > 1 and _DATE_LABEL.fullmatch(above) else above


def _heads(lines: Sequence[_Line], at: int) -> bool:
    """Whether the labels of a row, with date and time among them, stand above a row of values."""
    run: list[str] = []
    for other in reversed(lines[max(0, at - 2 * _RUN) : at]):
        is_label = any(
            pattern.fullmatch(other.text)
            for pattern in (_DATE_LABEL, _TIME_LABEL, _PLACE_LABEL, _OTHER_LABEL)
        )
        if is_label:
            run.append(other.text)
        elif run:
            break
        elif len(other.text) > 70 or _has_date(other.text):
            return False
    dates = [text for text in run if _DATE_LABEL.fullmatch(text)]
    times = [
        text for text in run if _TIME_LABEL.fullmatch(text) or "time" in text or text == "when"
    ]
    return len(run) > 1 and bool(dates) and bool(times)


def _has_date(text: str) -> bool:
    return bool(find_dates(text))


def _time_near(low: str, lines: Sequence[_Line], at: int, *, in_run: bool) -> FoundTime | None:
    """The time on a line of its own beside a date: labelled, or next in a row of values."""
    behind = range(at + 1, min(len(lines), at + 1 + _NEAR))
    for i in (*behind, *range(at - 1, max(-1, at - _NEAR), -1)):
        line = lines[i]
        label = _TIME_LABEL.match(line.text)
        if label is not None:
            if label.end() < len(line.text):
                inside = line.start + low[line.start : line.end].find(line.text) + label.end()
                found = _time_at(low, inside, line.end)
            elif i + 1 < len(lines) and i + 1 != at:
                found = _time_at(low, lines[i + 1].start, lines[i + 1].end)
            else:
                found = None
            if found is not None:
                return found
        elif in_run and i > at:
            found = _time_at(low, line.start, line.end)
            if found is not None:
                return found
    return None


def _time_at(low: str, start: int, end: int) -> FoundTime | None:
    """A time that fills a line, its half of the day also by a ticked box."""
    while start < end and low[start] == " ":
        start += 1
    if "|" in low[start:end]:
        start = low.rindex("|", start, end) + 1
        while start < end and low[start] == " ":
            start += 1
    half = _TICKED_HALF.search(low, start, end)
    figures = _FIGURES.search(low, start, end)
    if half is not None and figures is not None:
        hour = int(figures["h"]) % 12 + (12 if (half["a"] or half["b"]) == "p" else 0)
        return FoundTime(figures.start(), figures.end(), f"{hour:02d}:{figures['m']}", None)
    found = time_after(low, start)
    if found is None or found.start > start + 12 or found.end > end + 1:
        return None
    return found


def _is_below(low: str, day: FoundDate) -> bool:
    """Whether a date with a time is the only one behind the command that points below it."""
    last = None
    for match in _POINTS.finditer(low, max(0, day.start - 420), day.start):
        last = match
    if last is None:
        return False
    window = low[last.end() : last.end() + _REACH]
    timed = [d for d in find_dates(window) if time_after(window, d.end) is not None]
    return len(timed) == 1 and timed[0].start + last.end() <= day.start < timed[0].end + last.end()

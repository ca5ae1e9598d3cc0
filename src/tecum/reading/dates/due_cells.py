"""Due dates in the cells of a form: the label stands above the date, not before it.

A picture's cells are read row by row, so that "Place", "Date and Time" come first and the
place and the date behind them. The label is then told by its place on the page; where it was
not recognised, by the command that points to "the time and date set forth below", if one cell
alone holds a date with a time.

Authority: READING 11; READING 12 (fields of forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tecum.instruments.sought import find_all
from tecum.reading.dates.calendar_words import FoundDate, find_dates
from tecum.reading.dates.candidate import Candidate
from tecum.reading.dates.date_labels import due_label, duty_of_label, is_of_event
from tecum.reading.dates.due_columns import COLUMN_HEAD
from tecum.reading.dates.duties import Duty
from tecum.reading.dates.times_of_day import FoundTime, time_after
from tecum.reading.text.layout import Flow, Line
from tecum.reading.text.matching import plain, spaced
from tecum.reading.text.straightened import straightened
from tecum.words import DueFor, OwedBy

__all__ = ["cell_candidates"]

_POINTS_BELOW = spaced(
    r"\b(?:time|date)\b[a-z, ]{0,40}\s(?:specified|stated|shown|set\sforth|indicated|listed)"
    r"\s(?:here)?below\b"
)
_COMMANDS = spaced(r"\b(?:commanded|ordered|summoned|required|directed|subpoenaed)\b[^.;]{0,60}$")
_DAMAGED_LABEL = re.compile(r"date (?:and|&) t\w{1,4}", re.IGNORECASE)
_TESTIFIES = re.compile(r"\b(?:appear|testify|attend)\b")
_REACH = 34.0
_TABLE = 480.0
_FLUSH = 16.0
_FARTHEST = 1800


def cell_candidates(
    flow: Flow, text: str, low: str, *, issued: date | None, day_first: bool
) -> Iterator[Candidate]:
    """The due dates that stand alone in a cell of a form.

    Args:
        flow: The document, for the places of its lines.
        text: Its folded text.
        low: The same, plain.
        issued: The date of issue, from which a missing year is taken.
        day_first: Whether days are written before months.
    """
    alone = [c for c in _cells(flow, text, low, issued, day_first) if c[0].value is not None]
    labelled = [
        (day, timed, label)
        for day, timed, line in alone
        if (label := _above(flow, line)) and not is_of_event(label, low)
    ]
    for day, timed, label in labelled:
        in_column = COLUMN_HEAD.fullmatch(label) is not None
        what = DueFor.PRODUCTION if in_column else duty_of_label(label)
        yield _candidate(day, timed, what, label)
    if labelled:
        return
    pointer = _pointer(low)
    if pointer is None:
        return
    behind = [
        (day, timed)
        for day, timed, _ in alone
        if timed is not None and pointer.end() <= day.start < pointer.end() + _FARTHEST
    ]
    if len(behind) == 1 and _only_time(low, pointer.end(), behind[0]):
        appears = _TESTIFIES.search(low, max(0, pointer.start() - 120), pointer.end())
        what = DueFor.TESTIMONY if appears else DueFor.PRODUCTION
        yield _candidate(*behind[0], what, "set forth below")


def _pointer(low: str) -> re.Match[str] | None:
    """The command that points to a time and a date below it."""
    for match in find_all(_POINTS_BELOW, low):
        if _COMMANDS.search(low, max(0, match.start() - 90), match.start()):
            return match
    return None


def _only_time(low: str, at: int, cell: tuple[FoundDate, FoundTime | None]) -> bool:
    """Whether no other date behind the command bears a time, in a cell or in a sentence."""
    timed = [
        day
        for day in find_dates(low[at : at + _FARTHEST])
        if time_after(low[at : at + _FARTHEST], day.end) is not None
    ]
    return all(day.start + at == cell[0].start for day in timed)


def _cells(
    flow: Flow, text: str, low: str, issued: date | None, day_first: bool
) -> Iterator[tuple[FoundDate, FoundTime | None, Line]]:
    """The dates that fill their line alone, but for a time, each with its line."""
    for raw in find_dates(text, day_first=day_first):
        line = flow.line_at(raw.start)
        if line.box is None:
            continue
        begin = low.rfind("\n", 0, raw.start) + 1
        end = low.find("\n", raw.end)
        end = len(low) if end < 0 else end
        timed = time_after(low, raw.end)
        stop = timed.end if timed is not None else raw.end
        rest = low[begin : raw.start] + low[min(stop, end) : end]
        if len(re.sub(r"[\W_]", "", rest)) <= 1:
            yield raw.with_year_from(issued), timed, line


def _above(flow: Flow, line: Line) -> str:
    """The due label that stands right above a cell, or nothing."""
    for text in _column(flow, line):
        words = straightened(text).strip(" .:")
        if _DAMAGED_LABEL.fullmatch(words):
            return "date and time"
        head = COLUMN_HEAD.fullmatch(plain(words))
        if head is not None:
            return head[0]
        found = due_label(plain(words) + ":")
        if found is not None and len(words.split()) <= 6:
            return " ".join(found["label"].split())
    return ""


def _column(flow: Flow, line: Line) -> Iterator[str]:
    """What stands above a cell, or above the dates that stand over it in its column."""
    reach = 0.0
    for distance, text in sorted(_over(flow.source.lines, line)):
        if distance > reach + _REACH:
            return
        if not find_dates(text):
            yield text
            return
        reach = distance + (line.box[3] - line.box[1] if line.box else 0.0)


def _over(lines: Sequence[Line], line: Line) -> Iterator[tuple[float, str]]:
    """The lines above one that begin where it begins, with the distance of each."""
    box = line.box
    for other in lines:
        if other is line or other.page != line.page or other.box is None or box is None:
            continue
        distance = other.box[1] - box[3]
        height = box[3] - box[1]
        if -0.4 * height <= distance <= _TABLE and abs(other.box[0] - box[0]) <= _FLUSH:
            yield distance, other.text


def _candidate(day: FoundDate, timed: FoundTime | None, what: DueFor, label: str) -> Candidate:
    rule = "due.column/1" if COLUMN_HEAD.fullmatch(label) else "due.cell/1"
    duty = Duty(what, OwedBy.RECIPIENT, True, label)
    end = max(day.end, timed.end) if timed is not None else day.end
    return Candidate(
        day.start, end, day, duty, rule, None,
        timed.value if timed else None, timed.tz if timed else None,
        timed.flag if timed else None, timed is not None, (), {"label": label},
    )  # fmt: skip

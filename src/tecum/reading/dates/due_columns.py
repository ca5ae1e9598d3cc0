"""Due dates in a column of a table: each row is one thing asked for, with its own day.

The head of the column says what the days are ("Needed by", "On or before", "Due"). Where cells
have no places, as in mails and word processors, they are told by their order: head and rows
have as many lines, and the day stands where the head has its word.

Authority: READING 6 (tables keep cells), READING 11 (several phrases: all are kept).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tecum.instruments.sought import is_absent
from tecum.reading.dates.calendar_words import FoundDate, find_dates
from tecum.reading.dates.candidate import Candidate
from tecum.reading.dates.duties import Duty
from tecum.reading.dates.times_of_day import FoundTime, time_after
from tecum.words import DueFor, OwedBy

__all__ = ["COLUMN_HEAD", "column_candidates"]

COLUMN_HEAD = re.compile(
    r"(?:(?:we |to be )?(?:needed?|wanted|required|requested|due|expected|return(?:ed)?|send|sent"
    r"|submit"
    r"(?:ted)?|provided?|produced?|furnish(?:ed)?|deliver(?:ed)?|file|owed|received"
    r"|upload(?:ed)?) )?"
    r"(?:by|on or before|no later than|not later than|by when|by what date)(?: (?:date|the"
    r"|this day))?"
    r"|due|due date|date due|when due|deadline|return date|response date|production date"
    r"|date needed"
    r"|needed|date required|date wanted|when needed|when wanted|fecha limite|a mas tardar"
    r"|para cuando"
)
"""The whole head of a column, made plain, whose days are when its rows are due."""
_FEWEST_ROWS = 2
_WIDEST = 6
_LONGEST_HEAD = 5


def column_candidates(
    text: str, low: str, *, issued: date | None, day_first: bool
) -> Iterator[Candidate]:
    """The days under a due head where each cell of a table fills a line of its own.

    Args:
        text: The folded text.
        low: The same, plain.
        issued: The date of issue, from which a missing year is taken.
        day_first: Whether days are written before months.
    """
    if is_absent(COLUMN_HEAD, low):
        return
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", low)]
    heads = [i for i, (a, b) in enumerate(lines) if COLUMN_HEAD.fullmatch(low[a:b].strip(" :|"))]
    if not heads:
        return
    alone = _alone(text, low, lines, day_first=day_first)
    for head in heads:
        rows = max((_rows(low, lines, alone, head, n) for n in range(2, _WIDEST + 1)), key=len)
        if len(rows) < _FEWEST_ROWS:
            continue
        label = low[slice(*lines[head])].strip(" :|")
        for i in rows:
            day, timed = alone[i]
            yield _candidate(day.with_year_from(issued), timed, label)
        return


def _alone(
    text: str, low: str, lines: Sequence[tuple[int, int]], *, day_first: bool
) -> dict[int, tuple[FoundDate, FoundTime | None]]:
    """The dates that fill their line, but for a time, each under the number of its line."""
    found: dict[int, tuple[FoundDate, FoundTime | None]] = {}
    numbers = {a: i for i, (a, _) in enumerate(lines)}
    for day in find_dates(text, day_first=day_first):
        begin = low.rfind("\n", 0, day.start) + 1
        i = numbers.get(begin)
        if i is None:
            continue
        timed = time_after(low, day.end)
        stop = timed.end if timed is not None and timed.end <= lines[i][1] else day.end
        rest = low[begin : day.start] + low[stop : lines[i][1]]
        if not any(c.isalnum() for c in rest):
            found[i] = day, timed if stop != day.end else None
    return found


def _rows(
    low: str,
    lines: Sequence[tuple[int, int]],
    alone: dict[int, tuple[FoundDate, FoundTime | None]],
    head: int,
    width: int,
) -> list[int]:
    """The lines of the dates below a head, if the table has this many columns."""
    rows: list[int] = []
    at = head + width
    while at in alone:
        rows.append(at)
        at += width
    if not rows:
        return []
    # A head stands among short lines that are no dates; else the rhythm is chance.
    among = [low[slice(*lines[i])].strip() for i in range(max(0, head - 1), head + 1)]
    short = all(len(words.split()) <= _LONGEST_HEAD for words in among)
    return rows if short and not any(i in alone for i in range(head, head + width)) else []


def _candidate(day: FoundDate, timed: FoundTime | None, label: str) -> Candidate:
    duty = Duty(DueFor.PRODUCTION, OwedBy.RECIPIENT, True, label)
    return Candidate(
        day.start, timed.end if timed else day.end, day, duty, "due.column/1", None,
        timed.value if timed else None, timed.tz if timed else None,
        timed.flag if timed else None, True, (), {"label": label},
    )  # fmt: skip

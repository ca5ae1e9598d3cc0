"""Dates without a qualifier that a command names ("You are required to produce on June 30").

Authority: READING 11.
"""

from __future__ import annotations

import re

from tecum.reading.dates.appointment_words import (
    ABOUT,
    BYGONE,
    COMES,
    COMMAND,
    DEFINED,
    EVENT_SET,
    NOT_THIS_DATE,
    RANGE_BEHIND,
    REVIEW,
    TO_COME,
    VISIT_BEHIND,
    VISIT_OF,
    WEAK_ON,
)
from tecum.reading.dates.calendar_words import FoundDate
from tecum.reading.dates.called_then import duty_then
from tecum.reading.dates.candidate import Candidate, duty_in_clause
from tecum.reading.dates.duties import (
    Duty,
)
from tecum.reading.dates.not_due import (
    is_announced,
)
from tecum.reading.dates.times_of_day import FoundTime
from tecum.reading.speech.named_things import count_things
from tecum.reading.text.matching import Unit, spaced
from tecum.words import DueFor, Kind, OwedBy

__all__ = ["commanded_on"]

_FOR_THAT_DAY = re.compile(
    r"(?<!\bset)(?<!scheduled)(?<!calendared)(?<!noticed)(?<!fixed)(?<!arranged)(?<!planned)"
    r"(?<!appear)(?<!attend)(?<!listed)(?<!called)(?<=[a-z0-9])\sfor\s{1,3}$"
)
"""Behind a record's name: the day that the record is about ("the tower log for April 11")."""
_LIMB = spaced(
    r"\W{0,4}(?:(?:first|second|third|fourth|next|lastly|finally"
    r"|[(\[]?[0-9a-z]{1,3}[.)\]])[,:]?\s)?"
    r"(?:and\s)?to\s(?:come|appear|attend|testify|be|bring|produce|give|answer|deliver|lay"
    r"|submit)\b"
)
_LIMBS = 6
_TO_YOU = re.compile(
    r"\byou\s{1,4}(?:are\s{1,4}(?:\w{2,12}\s{1,4})?(?:ordered|commanded|required|directed"
    r"|summoned)|must|shall)\b"
)
"""A numbered paragraph that itself commands the reader, not one thing of a list."""


def commanded_on(
    low: str,
    cut: tuple[Unit, ...],
    at: int,
    *,
    begin: int,
    day: FoundDate,
    timed: FoundTime | None,
    kind: Kind | None,
) -> Candidate | None:
    """A date without a qualifier: for which words behind it call, or that a command names."""
    then = duty_then(low, cut[at], begin, day, timed)
    if then is not None:
        return Candidate(begin, day.end, day, then, "due.commanded/1", signals={"cue": then.cue})
    return _commanded(low, cut, at, begin=begin, day=day, timed=timed, kind=kind)


def _commanded(
    low: str,
    cut: tuple[Unit, ...],
    at: int,
    *,
    begin: int,
    day: FoundDate,
    timed: FoundTime | None,
    kind: Kind | None,
) -> Candidate | None:
    """A command with its date ("You are required to produce on September 30, 2022")."""
    unit = cut[at]
    before = low[max(unit.start, begin - 60) : begin]
    left = low[unit.start : begin]
    visit = timed is not None and VISIT_BEHIND.match(
        low, max(day.end, timed.end), max(day.end, timed.end) + 160
    )
    if VISIT_OF.search(left):
        visit = VISIT_OF.search(left)
    elif not (visit or _is_commanded(low, cut, at, left)) or not WEAK_ON.search(before):
        return None
    about = _FOR_THAT_DAY.search(before) is not None and count_things(before) > 0
    if about or EVENT_SET.search(before) or DEFINED.match(low, unit.start, begin):
        return None
    exact = timed is not None and (timed.start > day.start or timed.end >= day.start - 12)
    if not visit and NOT_THIS_DATE.search(before) and not TO_COME.search(before):
        return None
    if RANGE_BEHIND.match(low, day.end, day.end + 40):
        return None
    if not visit and is_announced(left, low[day.end : unit.end]):
        return None
    if visit:
        duty = Duty(DueFor.PRODUCTION, OwedBy.RECIPIENT, True, "visit")
        return Candidate(begin, day.end, day, duty, "due.commanded/1", signals={"cue": "visit"})
    in_item = unit.is_item and _TO_YOU.search(left) is None
    if not exact and (in_item or not _directly(left) or BYGONE.search(before)):
        return None
    if unit.is_item and re.search(
        r"(?:relating|regarding|concerning|showing|pertaining|reflecting)\b", left
    ):
        return None
    duty = duty_in_clause(low, cut, at, left, low[day.end : unit.end], kind=kind)
    if duty.cue is None and duty.why_not is None and (COMES.search(left) or REVIEW.search(left)):
        duty = Duty(DueFor.PRODUCTION, OwedBy.RECIPIENT, True, "visit")
    if duty.cue is None or not duty.binds or duty.due_for in (DueFor.PRESERVATION, DueFor.HOLD):
        return None
    return Candidate(begin, day.end, day, duty, "due.commanded/1", signals={"cue": duty.cue})


def _is_commanded(low: str, cut: tuple[Unit, ...], at: int, left: str) -> bool:
    """Whether words before a date command, or go on with a command that stands open above."""
    if COMMAND.search(left):
        return True
    if not _LIMB.match(left):
        return False
    above = low[cut[max(0, at - _LIMBS)].start : cut[at].start].rstrip()
    return above.endswith((":", ";", "and")) and COMMAND.search(above) is not None


def _directly(left: str) -> bool:
    """Whether nothing between the last command and the date makes it a date of the records."""
    last = None
    for match in COMMAND.finditer(left):
        last = match
    return last is not None and not ABOUT.search(left[last.end() :].removesuffix("on or about "))

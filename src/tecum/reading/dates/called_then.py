"""Days on which the recipient is called, or the sender comes, as words behind the day say.

"The grand jury sits on May 1 at 9:30 a.m., when you must appear"; "Fieldwork begins May 1. Please
have the items ready when we arrive."

Authority: READING 11.
"""

from __future__ import annotations

from tecum.reading.dates.appointment_words import WEAK_ON
from tecum.reading.dates.calendar_words import FoundDate
from tecum.reading.dates.duties import Duty
from tecum.reading.dates.times_of_day import FoundTime
from tecum.reading.text.matching import Unit, spaced
from tecum.words import DueFor, OwedBy

__all__ = ["duty_then"]

_CALLED_BEHIND = spaced(
    r",?\s(?:(?:when|at\swhich\s(?:time|hour|place)|on\swhich\s(?:date|day)|and)\s(?:you|the\switness|he|she)\s"
    r"(?:must|shall|are|is|will)\s(?:\w{2,12}\s){0,3}?(?:appear|attend|testify|produce|bring|be\spresent)\b"
    r"|(?:[\w'.]{2,16}\s){1,6}?will\s(?:take|conduct)\sthe\s(?:\w{3,12}\s){0,2}?"
    r"(?:deposition|examination|testimony)\b)"
)
"""Behind a date: that the recipient is to come then, or that he is examined then."""
_FIELDWORK = spaced(
    r"(?:\bfield\s?work|\b(?:the|our|this)\s(?:\w{3,14}\s)?(?:audit|review|inspection|examination|visit|survey))\s"
    r"(?:begins?|starts?|commences?|opens?|will\s(?:begin|start|commence)"
    r"|is\s(?:set|scheduled)(?:\s(?:to\s(?:begin|start)|for))?)\s(?:on\s)?$"
)
_READY_THEN = spaced(
    r"\b(?:ready|available|at\shand|laid\sout|pulled)\b[^.;]{0,60}?\b(?:when\s(?:we|i|our\s\w{3,12}|they|the\s\w{4,12})\s"
    r"(?:arrive|come|get\sthere|begin|start)s?|(?:on|upon|at)\s(?:our|my|their)\sarrival|(?:that|the\sfirst)\sday)\b"
)
"""The sender's work begins on a day, and the sentences behind want the things ready for it."""
_BEHIND = 260


def duty_then(
    low: str, unit: Unit, begin: int, day: FoundDate, timed: FoundTime | None
) -> Duty | None:
    """What words behind a date call the recipient for, or want ready for it; else None.

    Args:
        low: The text, plain.
        unit: The sentence in which the date stands.
        begin: Where the date, or the time before it, begins.
        day: The date.
        timed: Its time, if printed.
    """
    end = max(day.end, timed.end) if timed is not None else day.end
    if _FIELDWORK.search(low, unit.start, begin):
        ready = _READY_THEN.search(low, end, end + _BEHIND)
        return Duty(DueFor.PRODUCTION, OwedBy.RECIPIENT, True, "ready") if ready else None
    if not WEAK_ON.search(low[max(unit.start, begin - 60) : begin]):
        return None
    called = _CALLED_BEHIND.match(low, end, unit.end)
    return Duty(DueFor.TESTIMONY, OwedBy.RECIPIENT, True, "called then") if called else None

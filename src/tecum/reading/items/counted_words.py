"""Things asked for one by one in sentences that count: "First, … Second, …", "One, … Two, …".

Each sentence is an item where the words before the first ask for them, and where the count runs
on without a gap. Reasons and findings are counted in the same way: they follow no asking words.

Authority: READING 12 (items in the sentence that asks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.reading.items.list_marks import leads_strongly
from tecum.reading.items.list_view import ListView
from tecum.reading.text.matching import Unit, spaced

__all__ = ["counted_rows"]

_ORDINALS = (
    ("first", "one", "primero"),
    ("second", "two", "segundo"),
    ("third", "three", "tercero"),
    ("fourth", "four", "cuarto"),
    ("fifth", "five", "quinto"),
    ("sixth", "six", "sexto"),
)
_LAST = ("last", "finally", "lastly")
_BEGINS = re.compile(r"(?:and\s)?(?P<word>[a-z]{3,8}?)(?:ly)?[,:]\s{1,3}")
_BEHIND_COLON = re.compile(r":\s{1,3}(?=(?:first|one)(?:ly)?[,:]\s)")
_ASKS = spaced(
    r"(?:please\s|kindly\s)?(?:(?:we|i)(?:\swould|\sshould|'d)?(?:\salso)?\s(?:ask\sfor|need|request|want"
    r"|like)\s|(?:send|give|furnish|provide|produce|forward|supply|deliver"
    r"|hand\sover)\s"
    r"|let\s(?:us|me|this\soffice)\shave\s(?:a\scopy\sof\s|copies\sof\s)?|(?<=please |kindly ))"
    r"(?:us\s|me\s|this\soffice\s)?(?:with\s)?"
)
_THINGS = spaced(
    r"\b(?:two|three|four|five|six|several|a\sfew|some|following|these)\s(?:\w{3,12}\s)?(?:things"
    r"|items"
    r"|matters|records|documents|questions|points|papers|sets|pieces)\b"
)


def counted_rows(view: ListView) -> tuple[tuple[int, int], ...]:
    """The stretches of the sentences that count what is asked for, or none."""
    for at in range(len(view.cut)):
        rows = [*_opening(view, at)]
        if not rows:
            continue
        for later in view.cut[at + 1 :]:
            place = _place(view.low, later)
            if place == len(rows) or place == -1:
                rows.append(_row(view.low, later))
            if place not in (len(rows) - 1, -1):
                break
        if len(rows) > 1:
            return tuple(rows)
    return ()


def _opening(view: ListView, at: int) -> Iterator[tuple[int, int]]:
    """The first thing counted: a sentence of its own, or behind the colon of the one that asks."""
    unit = view.cut[at]
    if _place(view.low, unit) == 0 and _is_led(view, at):
        yield _row(view.low, unit)
        return
    behind = _BEHIND_COLON.search(view.low, unit.start, unit.end)
    if behind and _THINGS.search(view.low, unit.start, behind.end()):
        yield _row(view.low, Unit(behind.end(), unit.end))


def _place(low: str, unit: Unit) -> int | None:
    """The place that a sentence's first word counts, -1 for the last, None for no such word."""
    begins = _BEGINS.match(low, unit.start, unit.end)
    if begins is None:
        return None
    word = begins["word"]
    if word in _LAST or word + "ly" in _LAST:
        return -1
    return next((n for n, words in enumerate(_ORDINALS) if word in words), None)


def _is_led(view: ListView, at: int) -> bool:
    """Whether the sentence before asks for things, or the counted one itself does."""
    own = view.cut[at]
    begins = _BEGINS.match(view.low, own.start, own.end)
    if begins is not None and _ASKS.match(view.low, begins.end(), own.end):
        return True
    if at == 0:
        return False
    before = view.low[view.cut[at - 1].start : view.cut[at - 1].end]
    return _THINGS.search(before) is not None and leads_strongly(before)


def _row(low: str, unit: Unit) -> tuple[int, int]:
    begins = _BEGINS.match(low, unit.start, unit.end)
    start = begins.end() if begins else unit.start
    asks = _ASKS.match(low, start, unit.end)
    start, end = asks.end() if asks else start, unit.end
    while end > start and low[end - 1] in " \n.;,":
        end -= 1
    return start, end

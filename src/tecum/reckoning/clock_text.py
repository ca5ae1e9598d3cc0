"""The values of a clock block, one key at a time (RECKONING section 4).

Every value is a closed form. What is not of a known form is refused, with the key and the
text; nothing is taken to mean the nearest thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

from tecum.reckoning.clocks import (
    Addition,
    Bound,
    CalendarRef,
    Closures,
    Combination,
    Combine,
    Count,
    CountMode,
    Cutoff,
    Deemed,
    DeemedForm,
    ExtendsFrom,
    Extension,
    Granularity,
    Leap,
    Period,
    PeriodUnit,
    Roll,
    Short,
    Tolling,
    Window,
    YearlySpan,
)
from tecum.reckoning.errors import BadPeriod, UnknownZone
from tecum.reckoning.events import EventKind, in_zone
from tecum.words import Direction

__all__ = ["FIELDS", "METHOD_WORDS", "clock_value", "window"]

METHOD_WORDS = frozenset(
    {"mail", "overnight", "agent", "publication", "clerk", "unknown"}
    | {"email", "portal", "api", "exchange", "post", "certified_post", "courier", "hand"}
    | {"process_server", "fax", "scan", "drop"}
)
"""Ways of service as a clock names them; ``mail`` and ``overnight`` stand for several."""

STATE_OF_COURT = "state of court (forward only)"

_UNITS = {unit.value: unit for unit in PeriodUnit}
_UNITS |= {word.removesuffix("s"): unit for word, unit in _UNITS.items()}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))


def period(text: str) -> Period:
    """``14 days``, ``72 hours``, ``20 business days``.

    >>> period("16 court days").n
    16
    """
    found = re.fullmatch(rf"(-?\d+) ({_UNIT})", text)
    if not found:
        raise ValueError(f'"{text}" is not a period like "14 days"')
    return Period(int(found[1]), _UNITS[found[2]])


def _from(text: str) -> str:
    other = re.fullmatch(r"other\((.+)\)", text)
    if other:
        return other[1]
    if text in ("fixed", "event") or text in set(EventKind):
        return text
    raise ValueError(f'"{text}" is not an event')


def _direction(text: str) -> Direction:
    return Direction(text)


def count(text: str) -> Count:
    """``every day``, ``clear days``, ``short < 7: business days``, or several with commas."""
    mode, clear, short = CountMode.EVERY_DAY, False, None
    for part in text.split(", "):
        found = re.fullmatch(r"short (<|<=) (\d+)( clear)?: (.+)", part)
        if found:
            short = Short(int(found[2]), CountMode(found[4]), found[1] == "<=")
            clear = clear or bool(found[3])
        elif part == "clear days":
            clear = True
        else:
            mode = CountMode(part)
    return Count(mode, clear, short)


def _skip_spans(text: str) -> tuple[YearlySpan, ...]:
    spans = []
    for part in text.split(", "):
        found = re.fullmatch(r"(?:(.+) )?(\d\d)-(\d\d)\.\.(\d\d)-(\d\d)", part)
        if not found:
            raise ValueError(f'"{part}" is not a yearly span like "07-01..08-31"')
        first, last = (int(found[2]), int(found[3])), (int(found[4]), int(found[5]))
        for month, day in (first, last):
            date(2000, month, day)
        spans.append(YearlySpan(first, last, found[1] or ""))
    return tuple(spans)


def _start_day(text: str) -> bool:
    return {"excluded": False, "included": True}[text]


def _month(text: str) -> Leap:
    """``corresponding day``, with ``; leap: mar 1`` where the law says so."""
    found = re.fullmatch(r"corresponding day(?:, clamp to month end)?(?:; leap: (.+))?", text)
    if not found:
        raise ValueError(f'"{text}" is not a rule for months')
    return Leap(found[1] or Leap.FEB_28)


def _yes_no(text: str) -> bool:
    return {"yes": True, "no": False}[text]


def _methods(text: str) -> tuple[str, ...]:
    words = tuple(re.split(r", | or ", text))
    for word in words:
        if word not in METHOD_WORDS:
            raise ValueError(f'"{word}" is not a way of service')
    return words


def _addition(text: str) -> tuple[Addition, ...]:
    """``mail +3 days after roll``, then ``, roll none`` and ``, not for: the mailer``."""
    found = re.fullmatch(
        rf"(?P<methods>.+?) \+(?P<n>\d+) (?P<unit>{_UNIT}) (?P<order>after|before) roll"
        r"(?:, roll (?P<roll>none|forward|backward|same direction))?"
        r"(?:[,;] not for: (?P<party>.+))?",
        text,
    )
    if not found:
        raise ValueError(f'"{text}" is not an addition like "mail +3 days after roll"')
    return (
        Addition(
            methods=_methods(found["methods"]),
            period=period(f"{found['n']} {found['unit']}"),
            after_roll=found["order"] == "after",
            roll=Roll(found["roll"]) if found["roll"] else None,
            not_for=found["party"] or "",
        ),
    )


def _wall(text: str) -> time | None:
    return None if text == "24:00" else time.fromisoformat(text)


def cutoff(text: str) -> Cutoff:
    """``17:30 America/New_York minute inclusive``, ``24:00 court zone``, ``closing``."""
    if text == "closing":
        return Cutoff(closing=True)
    found = re.fullmatch(
        r"(\d\d:\d\d)(?: (court zone|[A-Z]\w+(?:/[\w+-]+)*))?"
        r"(?: (minute inclusive|second exclusive))?",
        text,
    )
    if not found:
        raise ValueError(f'"{text}" is not a cut-off like "17:30 America/New_York"')
    zone = None if found[2] in (None, "court zone") else in_zone(found[2]).key
    grain = Granularity(found[3]) if found[3] else Granularity.SECOND_EXCLUSIVE
    return Cutoff(_wall(found[1]), zone, grain)


def _combine(text: str) -> Combination:
    for how in Combine:
        if text.startswith(how.value + " "):
            parts = tuple(part.strip() for part in text[len(how.value) :].split(","))
            if all(re.fullmatch(r"[\w.-]+", part) for part in parts):
                return Combination(how, parts)
    raise ValueError(f'"{text}" does not combine dates')


def _extends(text: str) -> Extension:
    found = re.fullmatch(
        rf"\+(\d+) ({_UNIT}) from (original end|rolled end|original start)(?:; (.+))?", text
    )
    if not found:
        raise ValueError(f'"{text}" is not an extension like "+14 days from original end"')
    return Extension(
        period(f"{found[1]} {found[2]}"), ExtendsFrom(found[3]), (found[4] or "").strip()
    )


def _tolls(text: str) -> Tolling:
    found = re.fullmatch(r"(\w+) to (\w+) (resume|restart)(, once)?(, ends not stated)?", text)
    if not found:
        raise ValueError(f'"{text}" does not say when the clock stands')
    return Tolling(found[1], found[2], found[3] == "restart", bool(found[4]), not found[5])


def _bound(text: str) -> Bound:
    return Bound(text)


def _calendar(text: str) -> CalendarRef:
    parts = [part.strip() for part in text.split(" + ")]
    ids = tuple(part for part in parts if part != STATE_OF_COURT)
    if not ids or not all(re.fullmatch(r"[a-z0-9]+(?:\.[a-z0-9-]+)+", name) for name in ids):
        raise ValueError(f'"{text}" does not name a calendar like "us.fed.opm"')
    return CalendarRef(ids, STATE_OF_COURT in parts)


def deemed(text: str, method: str | None = None) -> tuple[Deemed, ...]:
    """When an event counts as having happened, for all ways of service or for one."""
    if found := re.fullmatch(r"same business day before (\d\d:\d\d), else next", text):
        at = time.fromisoformat(found[1])
        return (Deemed(DeemedForm.SAME_BUSINESS_DAY, method, before=at),)
    if found := re.fullmatch(r"(\d+) business days? later", text):
        return (Deemed(DeemedForm.BUSINESS_DAYS_LATER, method, int(found[1])),)
    plain = DeemedForm(text)
    if plain in (DeemedForm.SAME_BUSINESS_DAY, DeemedForm.BUSINESS_DAYS_LATER):
        raise ValueError(f'"{text}" says no time or number')
    return (Deemed(plain, method),)


def window(text: str) -> Window:
    """``from 2016-12-01 to 2024-01-01; recorded 2016-04-28``.

    Raises:
        ValueError: the text is of another form.
    """
    found = re.fullmatch(
        r"from (\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?; recorded (\d{4}-\d\d-\d\d)", text
    )
    if not found:
        raise ValueError(f'"{text}" is not "from DATE; recorded DATE"')
    until = date.fromisoformat(found[2]) if found[2] else None
    return Window(date.fromisoformat(found[1]), date.fromisoformat(found[3]), until)


FIELDS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "from": ("start", _from),
    "deemed": ("deemed", deemed),
    "period": ("period", period),
    "direction": ("direction", _direction),
    "count": ("count", count),
    "skip spans": ("skip_spans", _skip_spans),
    "start day": ("start_day_included", _start_day),
    "month": ("leap", _month),
    "leap": ("leap", Leap),
    "roll": ("roll", Roll),
    "fixed date rolls": ("fixed_date_rolls", _yes_no),
    "closures": ("closures", Closures),
    "service adds": ("service_adds", _addition),
    "cutoff": ("cutoff", cutoff),
    "combine": ("combine", _combine),
    "extends": ("extends", _extends),
    "tolls": ("tolls", _tolls),
    "bound": ("bound", _bound),
    "calendar": ("calendar", _calendar),
}
"""Key of a block → field of the clock and reader of its value."""


def clock_value(key: str, text: str) -> tuple[str, Any]:
    """The field of the clock that a key sets, and its value.

    Raises:
        ValueError: the key or the form of its value is not known.
        BadPeriod: a length of zero or less.
    """
    method = None
    if key.startswith("deemed "):
        method = key.removeprefix("deemed ")
        if method not in METHOD_WORDS:
            raise ValueError(f'"{method}" is not a way of service')
        key = "deemed"
    if key not in FIELDS:
        raise ValueError(f'"{key}" is not a key of a clock')
    name, read = FIELDS[key]
    try:
        return name, deemed(text, method) if key == "deemed" else read(text)
    except BadPeriod:
        raise
    except (KeyError, ValueError, UnknownZone) as error:
        raise ValueError(f"{key}: {_plain(error, text)}") from error


def _plain(error: Exception, text: str) -> str:
    return f'"{text}" is not understood' if isinstance(error, KeyError) else str(error)

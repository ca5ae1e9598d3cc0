"""The range of dates that an item covers, as printed; a single day is no range.

Authority: READING 12 (``period``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from tecum.reading.dates.calendar_words import MONTH, FoundDate, find_dates, month_of
from tecum.reading.text.matching import plain

__all__ = ["Period", "period_of"]

Period = tuple[date | None, date | None]

_TO = (
    r"(?:\s{0,3}(?:,\s{0,3})?(?:to|fo|t0|through|thru|until|and|-|a|al|hasta(?:\sel)?|y"
    r"|up\s{1,2}to)\s{1,3}(?:(?:the|el|and|including)\s{1,2}){0,2}|\s{0,2}-\s{0,2})"
)
_PRESENT = (
    r"(?:(?:the\s)?present(?:\sdate|\sday)?|date|today|now|(?:the\s)?date\sof\s(?:this|production"
    r"|service|receipt|compliance)|la\sfecha|el\spresente)"
)
_DAY_RANGE = re.compile(rf"{_TO}$")
_OPEN = re.compile(rf"{_TO}{_PRESENT}")
_SINCE = re.compile(
    r"(?:since|on\sand\safter|from\sand\safter|on\sor\safter|after|beginning|starting"
    r"|desde(?:\sel)?|a\spartir\sdel?)\s{1,3}(?:the\s)?$"
)
_UNTIL = re.compile(
    r"(?:before|prior\sto|until|through|up\sto|on\sor\sbefore|antes\sdel?|hasta\sel)\s{1,3}$"
)
_MONTHS = re.compile(
    rf"(?<![a-z])(?P<m1>{MONTH})(?![a-z])\.?(?:\s{{0,2}},?\s{{0,2}}(?:del?\s)?"
    rf"(?P<y1>[12][0-9]{{3}}))?{_TO}(?:(?P<m2>{MONTH})(?![a-z])\.?\s{{0,2}},?\s{{0,2}}(?:del?\s)?"
    rf"(?P<y2>[12][0-9]{{3}})|(?P<now>{_PRESENT}))"
)
_MONTH = re.compile(
    rf"(?<![a-z0-9])(?P<m>{MONTH})(?![a-z])\.?\s{{1,2}}(?:del?\s)?(?P<y>[12][0-9]{{3}})(?![0-9])"
)
_YEARS = re.compile(
    rf"(?<![0-9/.-])(?P<y1>(?:19|20)[0-9]{{2}})(?:(?:{_TO})(?P<y2>(?:19|20)[0-9]{{2}})(?![0-9])"
    rf"|(?:,\s{{0,2}}(?:19|20)[0-9]{{2}}){{1,6}}(?:,?\s(?:and|y|or)\s(?P<y3>(?:19"
    rf"|20)[0-9]{{2}}))?)?(?P<open>(?:{_TO}|\s)(?:{_PRESENT}))?"
)
_YEAR_CUE = re.compile(
    r"(?:\bin|\bfor|\bduring|\bof|calendar\syears?|fiscal\syears?|\byears?|tax\syears?|\bsince"
    r"|\bfrom|between|en|durante|anos?|de|,|\()\s{0,3}(?:the\s)?(?:years?\s|calendar\syears?\s)?$"
)


_ONWARD = re.compile(r"\s?(?:onwards?|forward|on(?!\s(?:the|an?|or|and|each|every)\b))(?![a-z])")
_FROM = re.compile(r"\b(?:from|desde)\s{1,3}(?:the\s)?$")
_OF_THIS_PAPER = re.compile(
    r"\b(?:to|through|until|up\sto)\s(?:and\sincluding\s)?the\s(?:date|day)\sof\s(?:this"
    r"|the\spresent)\s"
    r"(?:subpoena|letter|request|demand|order|notice|summons|warrant)\b"
)


def period_of(text: str, issued: date | None = None) -> Period | None:
    """The range of dates that words state, either end open, or None.

    Args:
        text: The words.
        issued: The paper's own date, at which "to the date of this letter" ends.

    >>> period_of("wire transfers, June 2020 to June 2024")
    (datetime.date(2020, 6, 1), datetime.date(2024, 6, 30))
    """
    joined = " ".join(text.split())[:2000]
    low = plain(joined)
    days = [d for d in find_dates(joined) if d.value is not None or d.month is not None]
    found = _of_days(low, days) or _of_months(low) or _of_years(low, days)
    if found is None or found[0] is None or found[1] is not None or issued is None:
        return found
    return (found[0], issued) if _OF_THIS_PAPER.search(low) and found[0] <= issued else found


def _of_days(low: str, days: list[FoundDate]) -> Period | None:
    for i, day in enumerate(days):
        if i + 1 < len(days) and _DAY_RANGE.fullmatch(low[day.end : days[i + 1].start]):
            end = days[i + 1].value
            start = day.value or (
                _date(end.year, day.month, day.day) if end and day.month and day.day else None
            )
            if start and end and start <= end:
                return start, end
    for day in days:
        if day.value is None:
            continue
        if _OPEN.match(low, day.end):
            return day.value, None
        before = low[max(0, day.start - 30) : day.start]
        onward = _FROM.search(before) and _ONWARD.match(low, day.end)
        if onward or _SINCE.search(before):
            return day.value, None
        if _UNTIL.search(before):
            return None, day.value
    return None


def _of_months(low: str) -> Period | None:
    match = _MONTHS.search(low)
    if match is not None:
        first = month_of(match["m1"])
        if match["now"]:
            return (date(int(match["y1"]), first, 1), None) if match["y1"] and first else None
        year = int(match["y2"])
        last = month_of(match["m2"])
        start_year = int(match["y1"]) if match["y1"] else year
        if first and last and (start_year, first) <= (year, last):
            return date(start_year, first, 1), _month_end(year, last)
        return None
    for match in _MONTH.finditer(low):
        month = month_of(match["m"])
        before = low[max(0, match.start() - 14) : match.start()]
        if month is None or re.search(r"[0-9](?:st|nd|rd|th)?\s(?:of\s|de\s)?$", before):
            continue
        start = date(int(match["y"]), month, 1)
        onward = _FROM.search(before) and _ONWARD.match(low, match.end())
        if onward or _SINCE.search(before):
            return start, None
        return start, _month_end(int(match["y"]), month)
    return None


def _of_years(low: str, days: list[FoundDate]) -> Period | None:
    inside = [(d.start, d.end) for d in days]
    for match in _YEARS.finditer(low):
        if any(a <= match.start() < b for a, b in inside):
            continue
        before = low[max(0, match.start() - 26) : match.start()]
        if re.match(r"-[0-9]{2}(?![0-9])", low[match.end() : match.end() + 4]):
            continue
        first = int(match["y1"])
        listed = re.findall(r"(?:19|20)[0-9]{2}", match[0])
        last = int(match["y2"] or match["y3"] or listed[-1])
        cued = _YEAR_CUE.search(before) is not None
        if last == first and not cued:
            continue
        start = date(first, 1, 1)
        if match["open"] or (len(listed) == 1 and _SINCE.search(before)):
            return start, None
        if last >= first:
            return start, date(last, 12, 31)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])

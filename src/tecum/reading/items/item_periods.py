"""The range of dates that an item covers, as printed; a single day is no range.

Authority: READING 12 (``period``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from tecum.instruments.sought import find_first
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
    rf"(?P<y1>[12][0-9]{{3}}))?(?:,\s{{1,2}}(?:{MONTH})(?![a-z])){{0,10}}(?:,(?=\sand\s))?{_TO}"
    rf"(?:(?P<m2>{MONTH})(?![a-z])\.?\s{{0,2}},?\s{{0,2}}(?:of\s|del?\s)?"
    rf"(?P<y2>[12][0-9]{{3}})|(?P<now>{_PRESENT}))"
)
_MONTH = re.compile(
    rf"(?<![a-z0-9])(?P<m>{MONTH})(?![a-z])\.?\s{{1,2}}(?:of\s|del?\s)?(?P<y>[12][0-9]{{3}})(?![0-9])"
)
_YEARS = re.compile(
    rf"(?<![0-9/.-])(?P<y1>(?:19|20)[0-9]{{2}})(?:(?:{_TO})(?P<y2>(?:19|20)[0-9]{{2}})(?![0-9])"
    rf"|(?:,\s{{0,2}}(?:19|20)[0-9]{{2}}){{1,6}}(?:,?\s(?:and|y|or)\s(?P<y3>(?:19"
    rf"|20)[0-9]{{2}}))?)?(?P<open>(?:{_TO}|\s)(?:{_PRESENT}))?"
)
_ORDINAL = r"(?:st|nd|rd|th)?"
_TWO_DAYS = (
    rf"(?P<d1>[0-9]{{1,2}}){_ORDINAL}(?:(?P<and>\s(?:and|y|&)\s)|{_TO})"
    rf"(?P<d2>[0-9]{{1,2}}){_ORDINAL}"
)
_DAYS_OF_A_MONTH = (
    re.compile(
        rf"(?<![a-z])(?P<m>{MONTH})(?![a-z])\.?\s{_TWO_DAYS},?\s{{1,2}}(?P<y>[12][0-9]{{3}})(?![0-9])"
    ),
    re.compile(
        rf"(?<![0-9/.-]){_TWO_DAYS}\s(?:of\s|de\s)?(?P<m>{MONTH})(?![a-z])\.?,?\s(?:del?\s)?"
        r"(?P<y>[12][0-9]{3})(?![0-9])"
    ),
)
_PART_OF_A_YEAR = re.compile(
    r"\b(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th|primer|segundo|tercer|cuarto"
    r"|ultimo)\s(?P<what>quarter|half|trimestre|semestre)\s(?:of\s|del?\s)?(?:calendar\s)?"
    r"(?P<y>(?:19|20)[0-9]{2})(?![0-9-])"
    r"|\b(?:q(?P<q>[1-4])|(?P<p>[1-4])q)\s(?:of\s)?(?P<qy>(?:19|20)[0-9]{2})(?![0-9-])"
)
_NTH = {
    "first": 1, "1st": 1, "primer": 1, "second": 2, "2nd": 2, "segundo": 2, "third": 3, "3rd": 3,
    "tercer": 3, "fourth": 4, "4th": 4, "cuarto": 4,
}  # fmt: skip
_ONLY_A_PART = re.compile(
    r"(?:quarters?|half|halves|spring|summer|fall|autumn|winter|semesters?|terms?|seasons?"
    r"|trimestres?|semestres?|primavera|verano|otono|invierno|beginning|end|part|early|late)"
    r"\s(?:of\s|del?\s)?(?:the\s)?(?:calendar\s)?$|[0-9]{1,2}(?:st|nd|rd|th)?,?\s$"
)
"""Words before a year of which only a part is meant, or a day whose month stands further up."""
_NAMED_BY_YEAR = re.compile(
    r"\b(?:acts?|code|law|ley|classe?s?|agreement|order) (?:of|de) (?:the )?$"
)
"""Words that a year only names ("the Tariff Act of 1930", "the class of 2018")."""
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
    found = (
        _of_days(low, days)
        or _of_days_of_a_month(low)
        or _of_part_of_a_year(low)
        or _of_months(low)
        or _of_years(low, days)
    )
    if found is None or found[0] is None or found[1] is not None or issued is None:
        return found
    ends = found[0] <= issued and find_first(_OF_THIS_PAPER, low) is not None
    return (found[0], issued) if ends else found


def _of_days(low: str, days: list[FoundDate]) -> Period | None:
    for i, day in enumerate(days):
        if i + 1 < len(days) and _DAY_RANGE.fullmatch(low[day.end : days[i + 1].start]):
            end = days[i + 1].value
            start = day.value or (
                _date(end.year, day.month, day.day) if end and day.month and day.day else None
            )
            joined = _AND.search(low, day.end, days[i + 1].start) is not None
            apart = joined and not _BETWEEN.search(
                low, max(0, day.start - _NEAR_BETWEEN), day.start
            )
            if start and end and (start <= end if not apart else (end - start).days == 1):
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


_AND = re.compile(r"\b(?:and|y)\b")
_BETWEEN = re.compile(r"\b(?:between|entre)\b")
_NEAR_BETWEEN = 60


def _of_days_of_a_month(low: str) -> Period | None:
    """A range within a month ("November 3 to 7, 2022"); two days only where they adjoin."""
    for pattern in _DAYS_OF_A_MONTH:
        match = pattern.search(low)
        if match is None:
            continue
        year, month = int(match["y"]), month_of(match["m"])
        first, last = int(match["d1"]), int(match["d2"])
        start, end = (_date(year, month, day) if month else None for day in (first, last))
        if start and end and (last == first + 1 if match["and"] else first < last):
            return start, end
    return None


def _of_part_of_a_year(low: str) -> Period | None:
    """The one quarter or half of a calendar year that is named."""
    parts = list(_PART_OF_A_YEAR.finditer(low))
    if len(parts) != 1:
        return None
    match = parts[0]
    months = 6 if match["what"] in ("half", "semestre") else 3
    nth = int(match["q"] or match["p"] or 0) or _NTH.get(match["nth"], 12 // months)
    if nth * months > 12 or len(_YEARS_PRINTED.findall(low)) > 1:
        return None
    year = int(match["y"] or match["qy"])
    return date(year, (nth - 1) * months + 1, 1), _month_end(year, nth * months)


_YEARS_PRINTED = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


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
        if _ONLY_A_PART.search(before):
            return None
        if _NAMED_BY_YEAR.search(before):
            continue
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

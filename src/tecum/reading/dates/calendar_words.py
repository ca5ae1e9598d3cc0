"""Dates as documents print them: every US, ISO and Spanish form, read and never computed.

No general date library is on this path: such a library turns "14 days" into a calendar date
and "5 September" into May. What does not fit (a weekday against its date, a day beyond its
month, a year of three digits, a day that could be the month) is kept as a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tecum.instruments.sought import find_all, find_first
from tecum.reading.dates.found_dates import FoundDate, day_of, numeric_date, settled, year_of
from tecum.reading.text.matching import plain
from tecum.reading.text.month_names import (
    MONTH,
    MONTH_NUMBER,
    WEEKDAY,
    WEEKDAY_NUMBER,
    month_of,
    weekday_of,
)
from tecum.reading.text.numbers_in_words import CARDINAL, ORDINAL, ORDINAL_WORDS

__all__ = [
    "MONTH", "WEEKDAY", "FoundDate", "find_dates", "month_of", "weekday_of", "writes_day_first",
]  # fmt: skip

_WD = (
    rf"(?:\b(?P<wd>{WEEKDAY})\b\.?,?\s{{1,3}}\(?(?:(?:the|el dia|el|dia"
    rf"|on)\s{{1,3}})?)?"
)
_DAY = (
    r"(?P<day>(?=[lios]?[0-9])[0-9lios]{1,2}|s(?=th\b)|[li](?=st\b))"
    r"(?:\s?(?:st|nd|rd|th|o\b|ro|er|a))?"
)
_YEAR = (
    r"(?P<year>(?<![0-9])(?=[olis]?[0-9])[0-9olis]{3,4}(?![0-9])|'[0-9]{2}(?![0-9:])"
    r"|(?<=[,-])\s?[0-9]{2}(?=\s{0,2}(?:[.;)\n]|$)))"
    rf"|(?P<yw>(?:two\s{{1,2}}thousand|nineteen|twenty|dos\s{{1,2}}mil)(?:[\s-]{{1,2}}(?:and\s"
    rf"|y\s)?{CARDINAL})?)"
)
_MONTH_FIRST = re.compile(
    rf"{_WD}(?<![a-z])(?P<month>{MONTH})(?![a-z])\.?\s{{0,3}}{_DAY}(?![0-9a-z])"
    rf"(?:[,.]?\s{{0,3}}(?:of\s|del?\s)?(?:{_YEAR})(?![0-9a-z/]))?"
)
_DAY_FIRST = re.compile(
    rf"{_WD}(?<![0-9a-z.,$-])(?:{_DAY}|(?P<ow>{ORDINAL}))"
    rf"(?:\s{{1,3}}day|\s{{1,3}}dias?(?=\s{{1,3}}del mes))?(?:\s{{1,3}}(?:of|de"
    rf"|del mes de))?"
    rf"[\s-]{{1,3}}(?P<month>{MONTH})(?![a-z])\.?"
    rf"(?:(?:,|-|\sof|\sde|\sdel|,?\sin\sthe\syear(?:\sof\sour\slord)?|,\sa\.d\.)?[\s-]{{0,3}}(?:{_YEAR})"
    rf"(?![0-9a-z/]))?"
)
_WORD_DAY = re.compile(
    rf"{_WD}(?<![0-9a-z])(?P<cw>{CARDINAL})(?:\s\((?P<day>[0-9]{{1,2}})\))?\s{{1,2}}(?:dias?\s{{1,2}}del\s{{1,2}}mes\s{{1,2}})?"
    rf"de\s{{1,2}}(?P<month>{MONTH})(?![a-z])(?:\s{{1,2}}del?\s{{1,2}}(?:{_YEAR}))?"
)
_ISO = re.compile(r"(?<![0-9/.-])(?P<year>[0-9]{4})-(?P<m>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])")
_NUMERIC = re.compile(
    rf"{_WD}(?<![0-9a-z/.-])(?P<a>[0-9ol]{{1,2}})(?P<sep>[/.-]|\s/\s)(?P<b>[0-9ol]{{1,2}})(?P=sep)"
    r"(?P<year>[0-9ol]{4}|[0-9]{2})(?![0-9/-]|\.[0-9])"
)
_NUMERIC_SHORT = re.compile(  # "(12/15)" behind a form's name is its edition
    rf"{_WD}(?<![0-9a-z/.-])(?!(?<=\()[0-9]{{1,2}}/[0-9]{{1,2}}\)\s?(?:\n|$))"
    r"(?!(?:(?<=[0-9] \()|(?<=[0-9][a-z] \())[0-9]{1,2}/[0-9]{1,2}\))"
    r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![0-9/])"
)
_HAS_MONTH = re.compile(rf"{MONTH}(?![a-z])")
_HAS_FIGURES = re.compile(r"[0-9ol](?=(?:[/.-]|\s/\s)[0-9ol])")
_WORD_START = re.compile(r"(?<![0-9a-z])[0-9a-z]")
_WEEKDAY_START = re.compile(
    rf"(?<![0-9a-z])(?:{'|'.join(sorted({name[:3] for name in WEEKDAY_NUMBER}))})"
)
_WORD_BEFORE = re.compile(r"[a-z0-9]+(?=[\s-]{1,3}\Z)")
_BEHIND_A_DAY = frozenset(
    {"of", "de", "day", "st", "nd", "rd", "th", "o", "ro", "er", "a", "sth", "lst", "ist"}
).union(ORDINAL_WORDS)
"""What stands before a month that its day stands before, where it has no figure."""
_LONGEST_BEFORE = 24
_WAYS = (
    (_ISO, _HAS_FIGURES, 3),
    (_MONTH_FIRST, _HAS_MONTH, 32),
    (_DAY_FIRST, _HAS_MONTH, 72),
    (_WORD_DAY, _HAS_MONTH, 140),
    (_NUMERIC, _HAS_FIGURES, 32),
)
"""Each way to write a date, what each such date holds, and so many letters at most behind its
start; tested against the widths of the patterns. All but the first begin where a word does."""
_SHORT_WAY = (_NUMERIC_SHORT, _HAS_FIGURES, 32)
_LONG = 1_000
"""Letters of a text of which fewer are kept: several steps ask for a line's or document's dates."""


def find_dates(text: str, *, day_first: bool = False, short: bool = False) -> list[FoundDate]:
    """Every date of a text in the order in which they stand, none overlapping another.

    Args:
        text: Any text; look-alike characters are folded without moving a position.
        day_first: The office, issuer or language writes the day first, so that a numeric
            date whose day could be the month is a conflict.
        short: Also read month/day without a year ("5/16"), for use behind a due qualifier.
    """
    kept = _dates_of_line if len(text) < _LONG else _dates_of_document
    return list(kept(text, day_first, short))


def _dates(text: str, day_first: bool, short: bool) -> list[FoundDate]:
    low = plain(text)
    cores = {core: _places(core, low) for core in (_HAS_MONTH, _HAS_FIGURES)}
    raw: list[FoundDate] = []
    for pattern, core, reach in (*_WAYS, _SHORT_WAY) if short else _WAYS:
        for match in _written(pattern, low, cores[core], reach) if cores[core] else ():
            found = _read(pattern, match, day_first)
            if found is not None and (found.month is None or _is_name(text, match)):
                raw.append(found)
    raw.sort(key=lambda f: (f.start, f.value is None and f.safe is None, -f.end))
    kept: list[FoundDate] = []
    for found in raw:
        if kept and found.start < kept[-1].end:
            if found.end > kept[-1].end and found.value and not kept[-1].value:
                kept[-1] = found
            continue
        kept.append(found)
    return kept


_dates_of_line = lru_cache(maxsize=64)(_dates)
_dates_of_document = lru_cache(maxsize=4)(_dates)


def _places(core: re.Pattern[str], low: str) -> list[int]:
    """Where something stands that a date must hold."""
    if core is not _HAS_MONTH:
        return [match.start() for match in core.finditer(low)]
    found = [match.start() for match in find_all(core, low)]
    return [at for at in found if not at or not "a" <= low[at - 1] <= "z"]


def _written(
    pattern: re.Pattern[str], low: str, places: list[int], reach: int
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(low)`` gives, tried only shortly before what a date must hold."""
    end = 0
    tried = pattern.match
    for start in _starts(pattern, low, places, reach):
        match = tried(low, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _starts(
    pattern: re.Pattern[str], low: str, places: list[int], reach: int
) -> Iterator[int] | list[int]:
    if pattern is _ISO:  # its year may stand behind a letter
        return [at - reach for at in places if at >= reach]
    if pattern is _DAY_FIRST:
        return _words_before(low, [at for at in places if _is_behind_a_day(low, at)], reach)
    if pattern is _WORD_DAY:
        return _words_before(low, [at for at in places if "de" in low[at - 4 : at]], reach)
    return _at_figures_or_month(low, places, reach)


def _is_behind_a_day(low: str, at: int) -> bool:
    """Whether what stands before a month may be the day, or what joins a day to it."""
    word = _WORD_BEFORE.search(low, max(0, at - _LONGEST_BEFORE), at)
    return word is not None and (word[0] in _BEHIND_A_DAY or not word[0].isalpha())


def _words_before(low: str, places: list[int], reach: int) -> Iterator[int]:
    """Where words begin that stand shortly before a place."""
    done = 0
    for at in places:
        done = max(done, at - reach)
        for word in _WORD_START.finditer(low, done, at + 1):
            yield word.start()
        done = max(done, at + 1)


def _at_figures_or_month(low: str, places: list[int], reach: int) -> list[int]:
    """Where a date begins that has nothing but a weekday before its first figures or its month."""
    found: list[int] = []
    done = 0
    for at in places:
        window = max(done, at - reach)
        near = [start for start in (at - 1, at) if start >= done and _begins_word(low, start)]
        days = [day.start() for day in _WEEKDAY_START.finditer(low, window, at + 1)]
        found += sorted({*days, *near}) if days else near
        done = at + 1
    return found


def _begins_word(low: str, at: int) -> bool:
    return _is_of_words(low[at]) and not (at and _is_of_words(low[at - 1]))


def _is_of_words(letter: str) -> bool:
    return "a" <= letter <= "z" or "0" <= letter <= "9"


_DAY_FIRST_WORDS = (
    r"\(EU\)|European (?:Production|Preservation|Union)|\b(?:EPOC|Consulado|Consulate of)\b"
    r"|\b(?:de la|del|usted|solicita|oficio)\b|\b[Dd][Dd][./-][Mm][Mm][./-][Yy]"
)
"""What a paper of such a place or language, or a form of its own, says itself."""
_DAY_FIRST_COUNTRY = re.compile(
    rf"{_DAY_FIRST_WORDS}"
    r"|\b(?:Data Protection Act (?:1998|2018)|DPA (?:1998|2018)|UK GDPR|Constabulary|Garda"
    r"|Freedom of Information Act (?:1982|1997|2000|2014)|Crown (?:Court|Prosecution)|H[ei][rs]"
    r" Majesty|HM (?:Revenue|Prison|Courts)|Metropolitan Borough|Building Society|Headteacher"
    r"|Yours faithfully|Datum|Betreff|Objet|Pvt\.? Ltd|Pty\.? Ltd|GmbH|Police Service of"
    r"|New South Wales|Queensland|Tasmania|(?<!New )England|Scotland(?! County)|Northern Ireland"
    r"|United Kingdom|British Columbia|New Zealand|(?:South Afric|Australi|Canad|Ontari|Qu[ée]b"
    r"|Newfound)\w{0,8}|(?:Dublin|Belfast|London|Edinburgh|Cardiff|Glasgow|Melbourne|Sydney|Brisbane"
    r"|Auckland|Paris|Berlin|Brussels|Amsterdam|Toronto|Montr[ée]al|Mumbai|Johannesburg|Hong Kong"
    r"|Singapore)"
    r"(?!,? (?:[A-Z]{2}\b|Texas|Ohio|Kentucky|Florida|Georgia|County|Street|Road|Ave)))\b"
    r"|\(Pty\)|\bS[ûu]ret[ée]\b|£\d"
)
"""What tells of a place, a law or a language that may write the day first."""
_OF_THE_STATES = re.compile(r"\b[A-Z]{2}\.?,? {1,3}\d{5}(?:-\d{4})?\b")
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")


@lru_cache(maxsize=4)
def writes_day_first(text: str) -> bool:
    """Whether a text comes from a place or a language that writes the day before the month.

    Its own dates tell it surest: a first figure above 12 is a day, and so is a second. A place of
    the United States with its ZIP code outweighs a foreign name or law that the text speaks of.
    """
    days = {(int(m[1]) > _MONTHS) - (int(m[3]) > _MONTHS) for m in _FIGURES.finditer(text)}
    if days & {1, -1}:
        return -1 not in days
    if _OF_THE_STATES.search(text) is not None:
        return _OWN_WORDS.search(text) is not None
    return find_first(_DAY_FIRST_COUNTRY, text) is not None


_MONTHS = 12
_OWN_WORDS = re.compile(_DAY_FIRST_WORDS)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a month without a year is written as a name ("may 5 items" is none)."""
    if "month" not in match.groupdict():
        return True
    return text[match.start("month")].isupper() or " de " in match[0]


def _read(pattern: re.Pattern[str], match: re.Match[str], day_first: bool) -> FoundDate | None:
    groups = match.groupdict()
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    signals: dict[str, Any] = {}
    year = year_of(groups, signals)
    if year == -1:
        return None
    weekday = WEEKDAY_NUMBER.get(groups.get("wd") or "")
    if pattern in (_NUMERIC, _NUMERIC_SHORT):
        return numeric_date(
            match, start, year, weekday=weekday, signals=signals, day_first=day_first
        )
    month = int(groups["m"]) if pattern is _ISO else MONTH_NUMBER[groups["month"]]
    day = day_of(groups, signals)
    if day is None or not 1 <= month <= 12:
        return None
    if "repaired" in signals and (year is None or "bad_year" in signals):
        return None
    if not 1 <= day <= 31:
        return None
    return settled(start, match.end(), year, month, day, weekday=weekday, signals=signals)

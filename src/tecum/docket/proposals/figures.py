"""Counts with their noun and amounts with their programme and year, as a document states them.

"About", "nearly", "more than" are ranges as DOCKET 1.12 has them; "dozens" stays words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.docket.acts.chronology import ClaimValue
from tecum.reading.text.matching import plain
from tecum.reading.text.numbers_in_words import CARDINAL, cardinal

__all__ = ["Figure", "amounts_in", "counts_in"]

INSTRUMENT = (
    r"(?:subpoenas?|summons(?:es)?|warrants?|detainers?|letters?|requests?|demands?|notices?"
    r"|petitions?|orders?|lawsuits?|suits?|complaints?|motions?)"
)
"""A paper that is issued, sent, served or filed."""

_OF_PEOPLE = (
    r"(?:people|persons?|individuals?|inmates?|detainees?|prisoners?|men|women|immigrants?"
    r"|employees|residents|officers)"
)
_OF_BODIES = (
    r"(?:jurisdictions?|cities|counties|states|towns|recipients|agencies|departments|governments"
    r"|districts|jails)"
)
_OF_PAPERS = (
    r"(?:records?|documents?|files?|pages|items?|responses?|answers?|conditions?|grants?|awards?"
    r"|releases|steps|bulletins|cases|challenges|rulings|photographs|times)"
)
_NOUN = rf"(?:{INSTRUMENT}|{_OF_PEOPLE}|{_OF_BODIES}|{_OF_PAPERS})"
_ABOUT = (
    r"(?P<how>about|around|approximately|roughly|some|nearly|almost|more than|over|at least"
    r"|up to|as many as|fewer than|less than|only|all|each of)"
)
_NUMBER = (
    rf"(?P<n>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}|[0-9]{{1,6}}|(?:two |three )?dozen|{CARDINAL})"
)
_JOINING = r"(?:that|and|or|who|which|was|were|are|had|has|for|from|after|with|the|its|but|because)"
_ADJECTIVES = (
    r"(?:(?:of )?(?:the |these |those |its |their |such )?"
    rf"(?:(?!{_JOINING}\b)[a-z-]{{3,16}} ){{0,2}}?)"
)
_COUNT = re.compile(
    rf"\b(?:{_ABOUT} )?{_NUMBER}(?![0-9/%]|[.,-][0-9]|-[a-z])"
    rf"(?: of (?:the |these |those |its |their )?(?P<of>[0-9]{{1,4}}|{CARDINAL})\b)?"
    rf"(?: (?P<rest>{_ADJECTIVES}(?P<noun>{_NOUN})\b)| (?P<them>of them|of these|of those)\b)?"
)
_YEARLY = re.compile(
    r"\b(?:fiscal|fy|year|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|jan\.|feb\.|mar\.|apr\.|aug\.|sept\.|oct\.|nov\.|dec\.)[ -]?$"
)
_PARTS = re.compile(r"\b(?P<dozens>dozens|scores|hundreds|many|several) of (?P<noun>[a-z]{3,16})")
_AMOUNT = re.compile(
    rf"(?:\b{_ABOUT} )?\$\s?(?P<n>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}"
    rf"|[0-9]{{1,9}}(?:\.[0-9]{{1,3}})?)"
    r"(?:[ -](?P<scale>thousand|million|billion)\b)?"
)
_YEAR = re.compile(r"\b(?:fiscal(?: year)?|fy) ?-?(?P<year>20[0-9]{2}|[0-9]{2})\b")
_PROGRAMME = re.compile(
    r"\b(?:byrne jag|edward byrne memorial justice assistance grants?|byrne memorial[a-z ]{0,30}"
    r"|cops(?: hiring)?(?= (?:grant|award|program))|scaap|state criminal alien assistance program"
    r"|homeland security grants?|urban areas security initiative|disaster grants?|police grants?)"
)
_SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or an amount where it stands, and what it says."""

    start: int
    end: int
    value: ClaimValue


def counts_in(text: str) -> Iterator[Figure]:
    """Every number that counts something named, in the order of the text."""
    low = plain(text)
    for match in _COUNT.finditer(low):
        noun, of = match["noun"], match["of"]
        if noun is None and of is None and match["them"] is None:
            continue
        number = _value(match["n"])
        if _YEARLY.search(low[max(0, match.start() - 14) : match.start()]):
            continue
        if number is None or (match["n"] in ("one", "a") and not (of or match["them"])):
            continue
        start, end = match.span()
        words = text[start:end]
        low_, high = _range(match["how"], number, is_round="dozen" in match["n"])
        whole = _value(of) if of else None
        value = ClaimValue(low=low_, high=high, of=whole, unit=noun or None, words=words)
        yield Figure(start, end, value)
    for match in _PARTS.finditer(low):
        words = text[slice(*match.span())]
        yield Figure(*match.span(), ClaimValue(unit=match["noun"], words=words))


def amounts_in(text: str) -> Iterator[Figure]:
    """Every amount of dollars, with the programme and the fiscal year that stand beside it."""
    low = plain(text)
    years, programmes = list(_YEAR.finditer(low)), list(_PROGRAMME.finditer(low))
    for match in _AMOUNT.finditer(low):
        number = float(match["n"].replace(",", "")) * _SCALE.get(match["scale"] or "", 1)
        if number != int(number):
            continue
        unit = "USD"
        for found in (_nearest(programmes, match), _nearest(years, match)):
            unit += f", {_called(found, text)}" if found else ""
        low_, high = _range(match["how"], int(number), is_round=True)
        words = text[slice(*match.span())]
        value = ClaimValue(low=low_, high=high, unit=unit, words=words)
        yield Figure(*match.span(), value)


def _called(match: re.Match[str], text: str) -> str:
    if "year" not in match.groupdict():
        return text[slice(*match.span())]
    year = match["year"]
    return f"fiscal year {year if len(year) == 4 else '20' + year}"


def _nearest(found: list[re.Match[str]], to: re.Match[str]) -> re.Match[str] | None:
    near = [row for row in found if abs(row.start() - to.start()) < 120]
    return min(near, key=lambda row: abs(row.start() - to.start()), default=None)


def _value(words: str) -> int | None:
    if "dozen" in words:
        return 12 * {"two": 2, "three": 3}.get(words.split(maxsplit=1)[0], 1)
    if words[0].isdigit():
        return int(words.replace(",", ""))
    return cardinal(words)


def _range(how: str | None, n: int, *, is_round: bool = False) -> tuple[int | None, int | None]:
    """The bounds of a count: "about" ±10 %, "nearly" from 80 % up to below, "at least" open."""
    if how in ("about", "around", "approximately", "roughly", "some"):
        part = max(1, n // 10)
        return n - part, n + part
    if how in ("nearly", "almost"):
        return -(-n * 4 // 5), n - 1
    if how in ("more than", "over"):
        return (n, None) if is_round else (n + 1, None)
    if how == "at least":
        return n, None
    if how in ("fewer than", "less than"):
        return None, n - 1
    if how in ("up to", "as many as"):
        return None, n
    return n, n

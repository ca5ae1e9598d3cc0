"""Which words of an item name what is asked for, and which only say whose, when or about what.

A request is built alike in every instrument: words that ask ("produce", "all", "copies of"), a
name of paper that says nothing by itself ("records", "documents sufficient to show"), the thing,
and behind it a preposition or a relative clause with whose it is, from when, or what it is about.
The word that ends the name of a thing tells what it is; a word before it only tells its sort.

Authority: READING 12.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

__all__ = ["Weights", "weights_of"]

_HEAD = 2.0
_NEXT = (1.0, 0.85, 0.75, 0.65, 0.55)
"""What the first, second, … of several things asked for in one breath weigh."""
_WHOLE = 0.62
"""What stands behind "of": the thing of which a part or a fact is asked."""
_ABOUT = 0.4
_WITH = 0.45
"""What is asked beside the thing ("with photographs", "including the notes")."""
_SORT = 0.6
"""What a word weighs that only says of which sort the thing behind it is."""

_OWNS = re.compile(r"s?'s?(?![a-z0-9])|-(?=[a-z0-9])")
"""What follows a word that only says whose the next is, or is the front of a joined word."""

_REST = re.compile(r"[a-z0-9]*")
_PARTICIPLE = 6
"""Letters from which on "-ed" is no part of a noun such as "shed" or "seed"."""
_WORD = re.compile(r"[a-z0-9][a-z0-9'.@/&-]*|[,;:()?\u2013\u2014\n]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ASKING = _words("""
    please kindly also and or to you your we us our me i ask request asks produce provide provided
    send give furnish supply submit bring deliver forward turn over make available state list lists
    describe identify tell let have show explain name specify set out forth attach enclose answer
    upload hand mail sirvase remitir entregar informar proporcionar enviar indique favor de
    the a an all any each every both such said this that these those its his her their my no
    one two three four five six seven eight nine ten first second last latest most recent current
    present complete full entire true certified legible clear unredacted written signed original
    originals copy copies duplicate duplicates exact whole other further additional related
    responsive relevant pertinent various several some same corresponding underlying associated
    todo toda todos todas el la los las un una unos unas cada cualquier cualesquiera copia copias
    fiel completo completa integro lo sus su y o del al
    is are was were be been being will would may shall
    """)
"""What asks, counts or points, but names nothing."""

_SHELL = _words("""
    record records document documents documentation documentary paper papers paperwork material
    materials information info data file files folder folders item items thing things writing
    writings evidence everything anything whatever part parts portion portions page pages section
    sections version versions set sets series form forms entry entries copy copies list lists
    listing listings table tables spreadsheet spreadsheets sheet sheets log logs book books
    inventory inventories register registers index indexes
    report reports summary summaries history histories type types kind kinds description
    descriptions particulars detail details proof materials binder packet packets
    result results answer answers note specimen specimens exemplar exemplars
    documento documentos documentacion registro registros archivo archivos expediente expedientes
    informacion datos lista listado listados relacion informe informes hoja hojas libro libros
    constancias papeles
    """)
"""Names of paper that say nothing of what stands on it."""

_FACING = _words("""
    show shows showing shown sufficient reflect reflects reflecting evidence evidencing evidences
    establish establishing identify identifies identifying list lists listing state states stating
    indicate indicates indicating contain contains containing give gives giving describe describes
    describing document documents documenting set sets setting forth concern concerns constitute
    constitutes constituting comprise comprising support supports supporting que muestre muestren
    acredite acrediten refleje reflejen contenga contengan demuestre demuestren
    """)
"""What leads from a name of paper to what stands on it."""

_OPENS = _words("""
    for from to by in on at during between among since before after until through
    concerning about regarding re relating related respecting pertaining touching involving against
    who whom whose which that where when while as under over into within without upon toward
    towards behind beneath below above beyond around along across near beside despite except
    throughout per via because if whether made sent received held kept maintained issued created
    prepared generated used given posted filed signed submitted taken dated entered paid billed
    charged shipped sold bought opened stored named described listed shown bearing drawn hired
    reported done was were is are has have had will would may can could so than why how what
    para por desde hasta entre sobre bajo contra acerca durante con sin en relativos relativas
    relativo relativa relacionados relacionadas quien quienes cuyo cuya cuyos cuyas donde cuando
    segun tras ante hacia mediante
    """)
"""What leads from a thing to whose it is, from when, or what it is about."""
_ALONGSIDE = _words(
    "with including together showing listing stating giving incluyendo incluidos incluidas"
)
_OF = _words("of de del")
_JOINS = _words(", ; and or y e o u / & ( )")
_DETERMINES = _words("""
    the all any each every its his her their your a an copies such both el la los las todo toda
    todos todas cada cualquier un una sus su
    """)
_STOPS = frozenset(":\u2013\u2014")
_NAMELESS = (
    _ASKING | _SHELL | _FACING | _OPENS | _OF | _ALONGSIDE | _JOINS | frozenset(":?\n\u2013\u2014")
)
_TURNING = _STOPS | _JOINS | _ALONGSIDE | _OF | _OPENS
"""What may lead away from a thing that has been named."""
_ENDING = _OPENS | _OF | _JOINS | _FACING | _SHELL | _ALONGSIDE | _DETERMINES | _ASKING
_LEADING = re.compile(
    r"\s*(?:for|as to|with (?:respect|regard|reference) to|in respect of|regarding|concerning"
    r"|about|within|on or before|no later than|not later than|by|on|from|during|in|between|of"
    r"|respecto (?:a|de)|en cuanto a|sobre|dentro de|para|por)\b[^,:;]{1,120}(?:,[^,:;]{1,30}"
    r"(?=,))?[,:]\s"
)
"""Whose or when, said before the thing ("for each claim since March 2023, give the number")."""


_WHETHER = re.compile(
    r"\s*(?:(?:state|say|tell us|tell me|indicate|indique|diga)\s)?(?:whether|si)\s[^,;:]{1,60}?"
    r"\b(?:is|are|was|were|has|have|had|did|does|ha|han|esta|estan|fue|fueron|tiene)\s"
)
"""Of whom something is asked that may be so or not: what may be so is what is asked."""


@dataclass(slots=True)
class Weights:
    """How much each place of an item's words weighs."""

    low: str = ""
    starts: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    sorts: frozenset[int] = frozenset()
    """Where words end that another word of the same name follows."""

    def at(self, start: int, end: int) -> float:
        """What a word or phrase that stands at a place weighs."""
        # A phrase that reaches into the thing itself from what leads to it belongs to the thing.
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        weight = max(self.weights[max(0, first - 1)], self.weights[max(0, last - 1)])
        end = _REST.match(self.low, end).end()  # type: ignore[union-attr]
        is_sort = end in self.sorts or _OWNS.match(self.low, end) is not None
        return weight * _SORT if is_sort else weight


def weights_of(low: str) -> Weights:
    """The weights of an item's words.

    Args:
        low: The words in small letters without accents.

    >>> weights = weights_of("payroll records for each employee")
    >>> weights.at(0, 7) > weights.at(25, 33)
    True
    """
    found = Weights(low, [0], [_HEAD])
    at = 0
    leading = _LEADING.match(low) or _WHETHER.match(low)
    if leading is not None and leading.end() < len(low) - 3:
        found.weights[0] = _HEAD * _ABOUT
        at = leading.end()
        found.starts.append(at)
        found.weights.append(_HEAD)
    words: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(low, at):
        words.append(match[0].rstrip("."))
        begin, end = match.span()
        begins.append(begin)
        ends.append(end)
    place = _Place()
    before = place.weight
    for nth, word in enumerate(words):
        # Most words leave the place where it is: they belong to the name, or say more of it.
        if place.named and word not in _TURNING:
            continue
        place.past(word, words[nth + 1] if nth + 1 < len(words) else "")
        weight = place.weight
        if weight != before:
            found.starts.append(begins[nth])
            found.weights.append(weight)
            before = weight
    found.sorts = frozenset(
        end
        for own, end, word, following in zip(
            words, ends, words[1:], (*words[2:], ","), strict=False
        )
        if own not in _ENDING
        and word not in _ENDING
        and word[:1].isalpha()
        and not _is_done(word, following)
    )
    return found


def _is_done(word: str, following: str) -> bool:
    """Whether a word says what was done with the thing before it ("insurance offered, …")."""
    return len(word) >= _PARTICIPLE and word.endswith("ed") and following in _ENDING


@dataclass(slots=True)
class _Place:
    """Where in a request the words stand: in which thing asked for, and how near to its head."""

    zone: float = 1.0
    nth: int = 0
    named: bool = False
    """Whether the thing has been named, so that what follows is about it."""

    @property
    def weight(self) -> float:
        return _HEAD * self.zone * _NEXT[min(self.nth, len(_NEXT) - 1)]

    def past(self, word: str, following: str) -> None:
        """Go past a word."""
        if not self.named:
            self.named = word not in _NAMELESS
        elif word in _STOPS or (word in _JOINS and self._ends(word, following)):
            self.zone, self.nth, self.named = 1.0, self.nth + 1, False
        elif word in _ALONGSIDE:
            self.zone = min(self.zone, _WITH)
        elif word in _OF:
            self.zone = min(self.zone, _WHOLE)
        elif word in _OPENS:
            self.zone = min(self.zone, _ABOUT)

    def _ends(self, word: str, following: str) -> bool:
        """Whether a word that joins begins another thing, not another person or time."""
        if following in _DETERMINES or word == ";":
            return True
        if word == "(":
            return False
        return self.zone == 1.0 or (self.zone == _WHOLE and word in ",)")

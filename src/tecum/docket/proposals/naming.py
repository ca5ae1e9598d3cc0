"""Which listed party a document means: by a name of it, or by "the city" and the like.

Parties come from the lists that are handed in; there is no general finding of names. A word
such as "the county" is settled only where the document has named just one county nearby.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tecum.docket.proposals.model import KnownParty
from tecum.docket.proposals.stretches import Stretches
from tecum.instruments.bodies import load_bodies

__all__ = ["GENERIC", "Mention", "Names", "all_parties"]

_PLACE = re.compile(
    r"\b(?:in|near|from|around|across|outside|throughout|of|at)\s{1,4}(?:the )?$", re.IGNORECASE
)
_OFFICE_OF = re.compile(
    r"(?:\b(?:mayor|attorney|sheriff|council|clerk|chief|counsel|manager|city|county|town|state"
    r"|spokes(?:man|woman|person)|office|department|officials?"
    r"|lawyers?)\s{1,2}of\s{1,4}(?:the )?)$",
    re.IGNORECASE,
)
_LONGER = re.compile(r"(?:\s[A-Z][a-z]{2,}|['’]s\s[A-Z][a-z]{3,}\s(?:Office|Department))")
_WHO_IS = re.compile(r"\s{1,2}\([^)]{0,200}\)")
_CITY = re.compile(
    r"^(?:the )?(?P<kind>city and county|city|town|village|county|borough|township|state"
    r"|commonwealth) of (?P<place>.+)$",
    re.IGNORECASE,
)
_SHERIFF = re.compile(r"^(?P<place>.+? County) Sheriff(?:'s|’s)?(?P<rest> Office| Department)?$")
_POLICE = re.compile(r"^(?P<place>.+?) Police (?:Department|Bureau|Division)$")
_AG = re.compile(r"^(?:Office of the )?Attorney General of (?P<place>.+)$")

_PLACE_OF = re.compile(
    r"\b(?:City|Town|Village|County|State|of|and|the|Sheriff(?:'s|’s)?|Police|Department|Office"
    r"|Jail"
    r"|Division|School|District|Authority|Attorney|General)\b|\([^)]*\)"
)

GENERIC: dict[str, re.Pattern[str]] = {
    "sheriff": re.compile(r"\bSheriff"),
    "jail": re.compile(r"\b(?:Jail|Detention)\b"),
    "police": re.compile(r"\bPolice\b"),
    "district": re.compile(r"\bDistrict\b(?!.*\bCourt)"),
    "authority": re.compile(r"\bAuthority\b"),
    "commission": re.compile(r"\bCommission\b"),
    "attorney general": re.compile(r"\bAttorney General\b"),
    "city": re.compile(r"\b(?:City|Town|Village)\b(?!.*\b(?:Police|Department|School))"),
    "town": re.compile(r"\b(?:Town|Village|City)\b"),
    "county": re.compile(r"\bCounty\b(?!.*\b(?:Sheriff|Jail|Police|Attorney|Court|School))"),
    "department": re.compile(r"\bDepartment\b"),
    "division": re.compile(r"\bDivision\b"),
    "bureau": re.compile(r"\bBureau\b"),
    "agency": re.compile(r"\b(?:Agency|Enforcement|Administration|Bureau|Service|Protection"
                         r"|Department|Division|Investigation|Investigations)\b"),
    "office": re.compile(r"\bOffice\b"),
    "state": re.compile(r"^(?:State|Commonwealth) of\b"),
    "court": re.compile(r"\bCourt\b"),
}  # fmt: skip
"""A word for a body, and what the name of a listed party holds that it may stand for."""
_BEFORE_OTHERS = {"agency": ("federal_agency", "state_agency")}


@dataclass(frozen=True, slots=True)
class Mention:
    """A listed party where it is named; ``is_place`` where its name only says where."""

    start: int
    end: int
    party: str
    is_place: bool = False


def all_parties(parties: Iterable[KnownParty]) -> tuple[KnownParty, ...]:
    """The parties handed in, then the institutions of the shipped list that are not among them.

    A party that is an institution of the list also goes by the other names that the list has.
    """
    own = {row.id: row for row in parties}
    by_name = {_bare(name): row.id for row in own.values() for name in (row.name, *row.names)}
    for body in load_bodies():
        names = (body.name, *body.names)
        owner = next((by_name[one] for name in names if (one := _bare(name)) in by_name), None)
        owner = body.id if body.id in own else owner
        if owner is not None:
            held = own[owner]
            own[owner] = replace(held, names=tuple(dict.fromkeys((*held.names, *names))))
        else:
            own[body.id] = KnownParty(
                id=body.id, name=body.name, names=names, party_class=body.issuer_class.value
            )
    return tuple(own.values())


def _bare(name: str) -> str:
    """A name without what stands in brackets and without "U.S." before it."""
    return re.sub(
        r"^(?:the |u\.s\. |united states )+", "", _WHO_IS.sub("", name).strip().casefold()
    )


class Names:
    """The names of parties, and where a text mentions them."""

    def __init__(self, parties: Sequence[KnownParty], text: str) -> None:
        self.parties = {row.id: row for row in parties}
        self._text = text
        pattern, owners, weak = _pattern(tuple(parties))
        self.mentions = tuple(_mentions(text, pattern, owners, weak))
        self._placed = Stretches(self.mentions)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in a stretch of the text."""
        near = self._placed.near(start, end)
        return [row for row in near if start <= row.start and row.end <= end]

    def meant_by(self, word: str, before: int) -> str | None:
        """The party that "the city", "the agency" … means, None where it may be several.

        Args:
            word: A key of :data:`GENERIC`.
            before: Where the word stands; only what was named earlier can be meant.
        """
        fits = GENERIC[word]
        last: dict[str, int] = {}
        for row in self.mentions:
            if row.end <= before and self._fits(row.party, fits, word):
                last[row.party] = row.start
        if not last:
            return self._only_one(fits, word)
        ordered = sorted(last, key=lambda party: -last[party])
        if len(ordered) > 1 and self._as_near(last[ordered[0]], last[ordered[1]], before):
            return None
        return ordered[0]

    def _only_one(self, fits: re.Pattern[str], word: str) -> str | None:
        """The one party of the chronology's own list that fits, if the text names its place."""
        found = [
            row.id
            for row in self.parties.values()
            if row.id not in _shipped() and self._fits(row.id, fits, word)
        ]
        if len(found) != 1:
            return None
        place = _PLACE_OF.sub(" ", self.parties[found[0]].name).split()
        named = place and re.search(rf"(?i)\b{re.escape(' '.join(place))}\b", self._text)
        return found[0] if named else None

    def _fits(self, party: str, fits: re.Pattern[str], word: str) -> bool:
        row = self.parties[party]
        classes = _BEFORE_OTHERS.get(word)
        if classes and row.party_class and row.party_class not in classes:
            return False
        return fits.search(row.name) is not None

    def _as_near(self, first: int, second: int, before: int) -> bool:
        """Whether two parties of the same sort are named so close that either may be meant."""
        between = self._text[second:first]
        return "\n\n" not in between and before - second < 400 and "." not in between


@lru_cache(maxsize=1)
def _shipped() -> frozenset[str]:
    return frozenset(body.id for body in load_bodies())


@lru_cache(maxsize=8)
def _pattern(
    parties: tuple[KnownParty, ...],
) -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    owners: dict[str, str] = {}
    weak: set[str] = set()
    for party in parties:
        for name in (party.name, *party.names):
            for form, is_weak in _forms(name, party):
                if form not in owners:
                    owners[form] = party.id
                    if is_weak:
                        weak.add(form)
                elif not is_weak:
                    weak.discard(form)
    ordered = sorted(owners, key=len, reverse=True)
    text = "|".join(re.escape(name).replace(r"\ ", r"\s{1,4}") for name in ordered)
    return re.compile(rf"(?<![\w-])(?:{text})(?![\w-])"), owners, frozenset(weak)


def _forms(name: str, party: KnownParty) -> Iterator[tuple[str, bool]]:
    """A name as documents print it; a place's bare name is weak, for it may only say where."""
    name = _WHO_IS.sub("", name).replace("’", "'").strip()
    bare = party.party_class in ("state_agency", "") and party.id.startswith("state-")
    yield name, bare and _CITY.match(name) is None
    place = _CITY.match(name)
    if place is not None:
        yield f"{place['kind'].lower()} of {place['place']}", False
        yield f"{place['kind'].title()} of {place['place']}".replace("And", "and"), False
        if place["kind"].lower() == "county":
            yield f"{place['place']} County", False
        else:
            yield place["place"], True
    if sheriff := _SHERIFF.match(name):
        for rest in ("Sheriff's Office", "Sheriff's Department", "Sheriff", "sheriff"):
            yield f"{sheriff['place']} {rest}", False
        yield f"{sheriff['place']} sheriff's office", False
        yield f"{sheriff['place']} sheriff's department", False
    if police := _POLICE.match(name):
        for rest in ("Police", "police", "police department"):
            yield f"{police['place']} {rest}", False
    if general := _AG.match(name):
        yield f"{general['place']} Attorney General", False
        yield f"{general['place']} attorney general", False


def _mentions(
    text: str, pattern: re.Pattern[str], owners: dict[str, str], weak: frozenset[str]
) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        name = " ".join(match[0].split())
        start, end = match.span()
        if name in weak:
            if _LONGER.match(text, end):
                continue
            before = text[max(0, start - 40) : start]
            place = bool(_PLACE.search(before)) and not _OFFICE_OF.search(before)
            yield Mention(start, end, owners[name], place)
        else:
            yield Mention(start, end, owners[name])

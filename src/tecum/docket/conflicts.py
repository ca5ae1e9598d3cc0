"""Differences between accounts: six kinds, found the same way for either side, no verdict.

Contradiction, extent, gap, order, definition, recount (DOCKET 1.12). Positions are never
compared, predictions never, and what cannot be compared is named as such.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import unique
from itertools import combinations, pairwise, product

from tecum.docket.acts import EventNoted
from tecum.docket.acts.chronology import ClaimValue, EventKind, Happened, Slot, Stance
from tecum.docket.declare import Erased
from tecum.docket.state.model import Claim, State
from tecum.docket.when import When
from tecum.words import Word

__all__ = ["Account", "Difference", "DifferenceKind", "accounts_of", "find", "find_in"]


@unique
class DifferenceKind(Word):
    """How accounts differ."""

    CONTRADICTION = "contradiction"
    EXTENT = "extent"
    GAP = "gap"
    ORDER = "order"
    DEFINITION = "definition"
    RECOUNT = "recount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A claim as it is compared: about what, which slot, whose, and its live value."""

    id: str
    about: str
    slot: Slot
    by: str
    value: ClaimValue
    stance: Stance = Stance.STATES
    changed: bool = False
    retracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference: what it is about, its kind, and the claims that make it, in order of id."""

    about: tuple[str, ...]
    slot: Slot
    kind: DifferenceKind
    claims: tuple[str, ...]
    by: tuple[str, ...]


_STEPS = (
    EventKind.PREPARED,
    EventKind.SENT,
    EventKind.RELAYED,
    EventKind.RECEIVED,
    EventKind.OPENED,
    EventKind.ACKNOWLEDGED,
)
_PARTIES = (Slot.BY, Slot.TO, Slot.INSTRUMENT)
_DENIAL = {Happened.YES: Happened.NO, Happened.NO: Happened.YES, Happened.PART: Happened.PART}

Chain = tuple[tuple[str, ...], ...]
"""The steps of one dispatch, earlier first: the ids of the events that are that step."""

Groups = Mapping[tuple[str, Slot], list[Account]]


def accounts_of(state: State) -> tuple[Account, ...]:
    """The claims of a chronology's docket, in the form in which they are compared."""
    return tuple(
        Account(
            id=claim.act.claim,
            about=_about(state, claim),
            slot=claim.act.slot,
            by=claim.act.by,
            value=claim.value,
            stance=claim.act.stance,
            changed=len(claim.versions) > 1,
            retracted=claim.retracted_by is not None,
        )
        for claim in state.claims.values()
    )


def _about(state: State, claim: Claim) -> str:
    event = claim.act.event
    return claim.act.question or "" if event is None else state.joined.get(event, event)


def find_in(state: State) -> tuple[Difference, ...]:
    """The differences on a chronology; fold the docket to a moment to ask as of then."""
    apart = {name: event for name, event in state.events.items() if name not in state.joined}
    return find(accounts_of(state), chains(apart))


def chains(events: Mapping[str, EventNoted]) -> tuple[Chain, ...]:
    """Events that are steps of one dispatch, in order: same dockets, same participants.

    A step that stands twice is two events: what was sent again was not sent later than itself.
    """
    found: dict[tuple[object, object], dict[EventKind, list[str]]] = defaultdict(dict)
    for event in events.values():
        if event.kind in _STEPS and (event.links or event.participants):
            steps = found[frozenset(event.links), frozenset(event.participants)]
            steps.setdefault(event.kind, []).append(event.event)
    return tuple(
        sorted(
            tuple(tuple(sorted(steps[kind])) for kind in _STEPS if kind in steps)
            for steps in found.values()
        )
    )


def find(accounts: Iterable[Account], steps: Iterable[Chain] = ()) -> tuple[Difference, ...]:
    """Every difference between accounts, whatever their order.

    Args:
        accounts: The claims.
        steps: Dispatches, as :func:`chains` gives them.
    """
    rows = sorted(accounts, key=lambda row: row.id)
    live = [row for row in rows if not row.retracted and row.stance is not Stance.PREDICTS]
    groups: dict[tuple[str, Slot], list[Account]] = defaultdict(list)
    for row in live:
        groups[row.about, row.slot].append(row)
    found = [
        *_between(groups),
        *_gaps(groups, steps),
        *_recounts(rows, groups),
    ]
    return tuple(sorted(found, key=lambda row: (row.about, row.slot, row.kind, row.claims)))


def _between(groups: Mapping[tuple[str, Slot], list[Account]]) -> Iterable[Difference]:
    for (about, slot), rows in groups.items():
        pairs: dict[DifferenceKind, set[Account]] = defaultdict(set)
        for first, second in combinations(_distinct(rows), 2):
            kind = None if first.by == second.by else _compare(slot, first, second)
            if kind is not None:
                pairs[kind] |= {first, second}
        for kind, sides in pairs.items():
            yield _difference((about,), slot, kind, _all_equal_to(rows, sides))


def _compare(slot: Slot, first: Account, second: Account) -> DifferenceKind | None:
    if slot is Slot.HAPPENED:
        return _happened(first, second)
    if Stance.UNSURE in (first.stance, second.stance):
        return None
    if slot is Slot.WHEN:
        return _when(first.value.when, second.value.when)
    if slot in (Slot.COUNT, Slot.AMOUNT):
        return _count(first.value, second.value)
    if slot in _PARTIES:
        return _party(first.value, second.value)
    return None


def _happened(first: Account, second: Account) -> DifferenceKind | None:
    one, other = _said(first), _said(second)
    if one is None or other is None:
        return None
    if Happened.PART in (one, other):
        if one is not other:
            return DifferenceKind.EXTENT
        return _parts(first.value, second.value)
    return None if one is other else DifferenceKind.CONTRADICTION


def _said(row: Account) -> Happened | None:
    said = row.value.happened
    if said is None or row.stance is Stance.UNSURE:
        return None
    return _DENIAL[said] if row.stance is Stance.DENIES else said


def _parts(first: ClaimValue, second: ClaimValue) -> DifferenceKind | None:
    if first.of is None or first.of != second.of or not _disjoint(first, second):
        return None
    return DifferenceKind.EXTENT


def _count(first: ClaimValue, second: ClaimValue) -> DifferenceKind | None:
    if not _is_counted(first) or not _is_counted(second):
        return None
    if first.unit != second.unit:
        return DifferenceKind.DEFINITION
    if not _disjoint(first, second):
        return None
    same_whole = first.of is not None and first.of == second.of
    return DifferenceKind.EXTENT if same_whole else DifferenceKind.CONTRADICTION


def _is_counted(value: ClaimValue) -> bool:
    return value.low is not None or value.high is not None


def _disjoint(first: ClaimValue, second: ClaimValue) -> bool:
    return _below(first.high, second.low) or _below(second.high, first.low)


def _below(high: int | None, low: int | None) -> bool:
    return high is not None and low is not None and high < low


def _when(first: When | None, second: When | None) -> DifferenceKind | None:
    if first is None or second is None or not (first.is_known and second.is_known):
        return None
    if first.kind is not second.kind:
        return DifferenceKind.DEFINITION
    apart = _before(first, second) or _before(second, first)
    return DifferenceKind.CONTRADICTION if apart else None


def _before(first: When, second: When) -> bool:
    """Whether the first lies wholly before the second; without zone by date only."""
    one, other = _instant(first), _instant(second)
    if one is not None and other is not None:
        return one < other
    last, earliest = first.interval()[1], second.interval()[0]
    return last is not None and earliest is not None and last < earliest


def _instant(when: When) -> datetime | None:
    value: date | datetime | None = when.value
    exact = when.earliest is None and when.latest is None
    if exact and isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    return None


def _party(first: ClaimValue, second: ClaimValue) -> DifferenceKind | None:
    one, other = _named(first), _named(second)
    if not one.strip() or not other.strip() or one in other or other in one:
        return None
    return DifferenceKind.CONTRADICTION


def _named(value: ClaimValue) -> str:
    """The words of a name between spaces: a name holds another only by whole words."""
    words = "" if value.words is None or isinstance(value.words, Erased) else value.words
    return f" {' '.join(_WORDS.findall((value.party or words).casefold()))} "


_WORDS = re.compile(r"[^\W_]+")


def _gaps(groups: Groups, steps: Iterable[Chain]) -> Iterable[Difference]:
    for chain in steps:
        for befores, afters in pairwise(chain):
            # Of a step that stands twice nobody says which of the two the other belongs to.
            is_one = len(befores) == len(afters) == 1
            for earlier, later in product(befores, afters):
                yield from _gap(groups, earlier, later)
                if is_one:
                    yield from _out_of_order(groups, earlier, later)


def _gap(groups: Groups, earlier: str, later: str) -> Iterable[Difference]:
    did = [row for row in groups.get((earlier, Slot.HAPPENED), ()) if _says(row, "yes")]
    not_ = [row for row in groups.get((later, Slot.HAPPENED), ()) if _says(row, "no")]
    sides = {row for a in did for b in not_ if a.by != b.by for row in (a, b)}
    if sides:
        yield _difference((earlier, later), Slot.HAPPENED, DifferenceKind.GAP, sides)


def _out_of_order(groups: Groups, earlier: str, later: str) -> Iterable[Difference]:
    dated = [
        {a, b}
        for a in groups.get((earlier, Slot.WHEN), ())
        for b in groups.get((later, Slot.WHEN), ())
        if a.value.when and b.value.when and _before(b.value.when, a.value.when)
    ]
    if dated:
        sides = set().union(*dated)
        yield _difference((earlier, later), Slot.WHEN, DifferenceKind.ORDER, sides)


def _says(row: Account, word: str) -> bool:
    said = _said(row)
    return said is not None and said.value == word


def _recounts(
    rows: Iterable[Account], groups: Mapping[tuple[str, Slot], list[Account]]
) -> Iterable[Difference]:
    found: dict[tuple[str, Slot, str], set[Account]] = defaultdict(set)
    for row in rows:
        if row.changed or row.retracted:
            found[row.about, row.slot, row.by].add(row)
    for (about, slot), held in groups.items():
        for first, second in combinations(_distinct(held), 2):
            if first.by == second.by and _compare(slot, first, second) not in (
                None,
                DifferenceKind.DEFINITION,
            ):
                found[about, slot, first.by] |= {first, second}
    for (about, slot, _), sides in found.items():
        yield _difference((about,), slot, DifferenceKind.RECOUNT, sides)


def _distinct(rows: Iterable[Account]) -> list[Account]:
    """One account of each asserter, stance and value: equal claims differ from nothing."""
    return list({(row.by, row.stance, row.value): row for row in rows}.values())


def _all_equal_to(rows: Iterable[Account], sides: set[Account]) -> set[Account]:
    keys = {(row.by, row.stance, row.value) for row in sides}
    return {row for row in rows if (row.by, row.stance, row.value) in keys}


def _difference(
    about: tuple[str, ...], slot: Slot, kind: DifferenceKind, sides: set[Account]
) -> Difference:
    return Difference(
        about=about,
        slot=slot,
        kind=kind,
        claims=tuple(sorted(row.id for row in sides)),
        by=tuple(sorted({row.by for row in sides})),
    )

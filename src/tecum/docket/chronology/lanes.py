"""Whose account a claim is, and how strongly a value is backed; nobody is said to be right.

Two lanes, the issuer's and the recipient's, drawn by the same rule, and one for everybody
else. Swapping the two sides' data swaps the lanes and changes nothing else (DOCKET P13).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import unique

from tecum.docket.acts.chronology import Distance, Slot
from tecum.docket.chronology.model import Thread
from tecum.docket.state.model import Claim, State
from tecum.words import Strength, Word

__all__ = ["Lane", "Standing", "lane_of", "lanes", "strengths"]


@unique
class Lane(Word):
    """Whose side somebody speaks from."""

    ISSUER = "issuer"
    RECIPIENT = "recipient"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one claim's value is backed: its strength, and who else says the same."""

    strength: Strength
    same: tuple[str, ...] = ()


_OPEN = (Distance.OWN_DOCUMENT, Distance.ON_THE_RECORD)


def lanes(thread: Thread) -> Mapping[str, Lane]:
    """Party or recipient id → its lane; who is on neither side, or on both, is of the others.

    A party speaks from the issuer's side where it issued a demand or is of the same class as
    an issuer, from the recipient's where it was asked or is of the same class as one asked.
    """
    classes = {row.id: row.party_class for row in thread.parties}
    issuers = {row.issuer for row in thread.demands}
    asked = {name for row in thread.demands for name in row.recipients}
    asked |= {row.id for row in thread.recipients}
    kinds = _classes(issuers, classes), _classes(asked, classes)
    levels = {row.level for row in thread.recipients}
    if levels:
        kinds[1].update({"local_agency"} if levels - {"state", None} else set())
        kinds[1].update({"state_agency"} if "state" in levels else set())
    return {
        name: _lane(name in issuers, name in asked, classes.get(name), kinds)
        for name in (*classes, *asked)
    }


def _classes(names: Iterable[str], classes: Mapping[str, str]) -> set[str]:
    return {classes[name] for name in names if classes.get(name) not in (None, "court", "none")}


def _lane(
    issued: bool, asked: bool, party_class: str | None, kinds: tuple[set[str], set[str]]
) -> Lane:
    if issued != asked:
        return Lane.ISSUER if issued else Lane.RECIPIENT
    if issued:
        return Lane.OTHERS
    of_issuer, of_asked = party_class in kinds[0], party_class in kinds[1]
    if of_issuer == of_asked:
        return Lane.OTHERS
    return Lane.ISSUER if of_issuer else Lane.RECIPIENT


def lane_of(name: str | None, known: Mapping[str, Lane]) -> Lane:
    """The lane of somebody; a publication, a court and an unknown name are of the others."""
    return known.get(name or "", Lane.OTHERS)


def strengths(state: State, known: Mapping[str, Lane]) -> Mapping[str, Standing]:
    """Claim id → how its value is backed, the best of the live claims that say the same.

    What the other side says too, in its own document or on the record, is acknowledged; a
    source that only repeats one side adds nothing.
    """
    live = [row for row in state.claims.values() if row.retracted_by is None]
    return {
        claim.act.claim: _standing(state, claim, live, known) for claim in state.claims.values()
    }


def _standing(state: State, claim: Claim, live: list[Claim], known: Mapping[str, Lane]) -> Standing:
    alike = [row for row in live if row is not claim and _same(state, row, claim)]
    own = lane_of(claim.act.by, known)
    other = {Lane.ISSUER: Lane.RECIPIENT, Lane.RECIPIENT: Lane.ISSUER}.get(own)
    said = any(lane_of(row.act.by, known) is other and row.act.distance in _OPEN for row in alike)
    backed = said and claim.retracted_by is None
    names = sorted({row.act.by for row in alike} - {claim.act.by})
    return Standing(Strength.ACKNOWLEDGED if backed else Strength.SELF_ASSERTED, tuple(names))


def _same(state: State, first: Claim, second: Claim) -> bool:
    return (
        _about(state, first) == _about(state, second)
        and first.act.slot is second.act.slot
        and first.act.slot is not Slot.POSITION
        and first.act.stance is second.act.stance
        and _plain(first) == _plain(second)
    )


def _about(state: State, claim: Claim) -> str | None:
    event = claim.act.event
    return claim.act.question if event is None else state.joined.get(event, event)


def _plain(claim: Claim) -> tuple[object, ...]:
    """The value without its words: two who say the same seldom use the same ones."""
    value = claim.value
    when = value.when.interval() if value.when is not None else None
    return (value.happened, when, value.low, value.high, value.of, value.unit, value.party)

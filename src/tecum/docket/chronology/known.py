"""A chronology as it was known on a day: what was said later, and what it brought, is left out.

A claim is known from the day on which it was said; where that is not stated, from the day of the
earliest dated source that has it; where a person of the office entered it without either, from the
day of the entry. Where nothing says since when something is known, it is shown on every day, for
nothing shows that it came later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from tecum.docket.acts import ClaimAsserted, ClaimCorrected, ClaimRetracted, EventNoted
from tecum.docket.chronology.model import Thread, ThreadClaim
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.model import Claim, State, replace
from tecum.docket.vocabulary import KnownBy

__all__ = ["Known", "as_known_on", "known"]


@dataclass(frozen=True, slots=True)
class Known:
    """Since when each thing is known; None where nothing says so.

    Attributes:
        versions: The entry of a claim or of its correction → the day.
        retracted: A claim that was taken back → the day of that.
        events: An event of which nothing is claimed → the day.
    """

    versions: Mapping[EntryId, date | None]
    retracted: Mapping[str, date | None]
    events: Mapping[str, date | None]

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something came to be known, earliest first."""
        rows = (*self.versions.values(), *self.retracted.values(), *self.events.values())
        return tuple(sorted({day for day in rows if day is not None}))

    def first(self, claim: Claim) -> date | None:
        """Since when a claim is known in its first words."""
        return self.versions[claim.versions[0]]


def known(state: State, thread: Thread, zone: str) -> Known:
    """Since when each claim, correction, retraction and bare event of a chronology is known.

    Args:
        state: The chronology's docket.
        thread: The file that it came from: its sources have dates.
        zone: The office's zone, in which an entry has its day.
    """
    days = _Days(thread, ZoneInfo(zone))
    versions = {
        ref: days.of(state.entries[ref], claim)
        for claim in state.claims.values()
        for ref in claim.versions
    }
    retracted = {
        name: days.of_retraction(state.entries[claim.retracted_by], name)
        for name, claim in state.claims.items()
        if claim.retracted_by is not None
    }
    spoken = {claim.act.event for claim in state.claims.values()}
    events = {
        entry.act.event: days.of_entry(entry)
        for entry in state.entries.values()
        if isinstance(entry.act, EventNoted) and entry.act.event not in spoken
    }
    return Known(versions, retracted, events)


def as_known_on(state: State, held: Known, day: date) -> State:
    """The chronology without what became known after a day.

    A correction that came later leaves the words before it; a retraction that came later leaves
    the claim standing. An event, or a question, of which everything was said later is left out.
    """
    claims = {name: _then(state, claim, held, day) for name, claim in state.claims.items()}
    kept = {name: claim for name, claim in claims.items() if claim is not None}
    spoken = {claim.act.event for claim in state.claims.values()}
    spoken_then = {claim.act.event for claim in kept.values()}
    events = {
        name: act
        for name, act in state.events.items()
        if (name in spoken_then if name in spoken else _is_by(held.events.get(name), day))
    }
    asked = {claim.act.question for claim in state.claims.values()}
    asked_then = {claim.act.question for claim in kept.values()}
    questions = {
        name: act
        for name, act in state.questions.items()
        if name not in asked or name in asked_then
    }
    return replace(state, claims=kept, events=events, questions=questions)


def _then(state: State, claim: Claim, held: Known, day: date) -> Claim | None:
    versions = tuple(ref for ref in claim.versions if _is_by(held.versions[ref], day))
    if not versions or versions[0] != claim.versions[0]:
        return None
    act = state.entries[versions[-1]].act
    assert isinstance(act, ClaimAsserted | ClaimCorrected)
    back = claim.retracted_by
    if back is not None and not _is_by(held.retracted.get(claim.act.claim), day):
        back = None
    return replace(claim, value=act.value, versions=versions, retracted_by=back)


def _is_by(known_on: date | None, day: date) -> bool:
    return known_on is None or known_on <= day


class _Days:
    """Looks days up: of sources, of what was said, of entries."""

    def __init__(self, thread: Thread, zone: ZoneInfo) -> None:
        self._zone = zone
        self._sources = {row.id: row.dated for row in thread.sources}
        self._claims = {row.id: row for row in thread.claims}
        self._taken_back = {row.retracts: row for row in thread.claims if row.retracts}

    def of(self, entry: Entry, claim: Claim) -> date | None:
        """The day of a claim, or of a correction of it, by the entry that brought it."""
        act = entry.act
        assert isinstance(act, ClaimAsserted | ClaimCorrected)
        said = act.asserted.interval()[0] if act.asserted is not None else None
        if said is not None:
            return said
        names = _names(act.source.cite if act.source is not None else None)
        if isinstance(act, ClaimAsserted):
            names = (*names, *filter(None, (act.via, act.by)))
        return self._earliest(names) or self.of_entry(entry)

    def of_retraction(self, entry: Entry, claim: str) -> date | None:
        """The day on which a claim was taken back: of the claim that did it, where one did."""
        act = entry.act
        names = _names(act.source.cite) if isinstance(act, ClaimRetracted) and act.source else ()
        by = self._taken_back.get(claim)
        row = self._claims.get(claim)
        if by is None and row is not None and row.retracted_by is not None:
            by = self._claims.get(row.retracted_by)
        return self._earliest(names) or (self._said(by) if by else None) or self.of_entry(entry)

    def of_entry(self, entry: Entry) -> date | None:
        """The day of an entry by a person; the day on which a file was taken in says nothing."""
        if entry.known_by is KnownBy.PUBLISHED:
            return None
        return entry.recorded_at.astimezone(self._zone).date()

    def _said(self, row: ThreadClaim) -> date | None:
        return row.said_on or self._earliest(row.sources)

    def _earliest(self, names: Iterable[str]) -> date | None:
        days = [day for name in names if (day := self._sources.get(name)) is not None]
        return min(days, default=None)


def _names(cite: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cite or "").split(","))

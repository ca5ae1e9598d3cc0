"""One event: what is said of it, by slot and by asserter; changed words stay readable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tecum.docket.acts import ClaimAsserted, ClaimCorrected, EventsJoined, EventsParted
from tecum.docket.acts.chronology import Slot
from tecum.docket.chronology.lanes import Lane, Standing, lane_of
from tecum.docket.chronology.marks import together
from tecum.docket.entry import Entry
from tecum.docket.state.model import Claim
from tecum.web.accounts.errors import NotFound
from tecum.web.chronologies.accounts import EventRow, event_rows, event_words
from tecum.web.chronologies.said import said, value_said
from tecum.web.chronologies.selectors import ChronologyPage

__all__ = ["Asserter", "Cell", "EventPage", "Version", "event_page"]


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a claim: the live one, or an earlier one that is struck."""

    words: str
    said_on: date | None
    is_struck: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One claim in its cell: its wordings, newest last; how it is backed; where it stands."""

    claim: Claim
    versions: tuple[Version, ...]
    quote: str
    via: str
    sources: tuple[tuple[str, str], ...]
    standing: Standing | None
    same: tuple[str, ...]
    in_difference: bool

    @property
    def is_taken_back(self) -> bool:
        """Whether its asserter took it back."""
        return self.claim.retracted_by is not None


@dataclass(frozen=True, slots=True)
class Asserter:
    """Who says something of the event, from which side."""

    id: str
    name: str
    lane: Lane


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event with its table.

    Attributes:
        asserters: The columns: issuer's side, recipient's, others; in each by name.
        rows: The slots of which anything is said, each with a cell for each asserter.
        edits: Who joined or parted what, as entries.
        others: Events with which it may be joined.
        claims: Every live claim of it, for the forms.
        questions: The open questions that accounts of it answer.
    """

    row: EventRow
    title: str
    asserters: tuple[Asserter, ...]
    rows: tuple[tuple[Slot, tuple[tuple[Cell, ...], ...]], ...]
    edits: tuple[Entry, ...]
    others: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str], ...]


def event_page(held: ChronologyPage, event: str) -> EventPage:
    """One event.

    Raises:
        NotFound: there is none of this id, or nothing of it was known on the day.
    """
    rows = event_rows(held)
    row = next((one for one in rows if one.event.id == event), None)
    if row is None:
        raise NotFound
    group = together(held.state, event)
    claims = [claim for claim in held.state.claims.values() if claim.act.event in group]
    asserters = _asserters(held, claims)
    different = {name for one in row.differences for name in one.claims}
    cells = {claim.act.claim: _cell(held, claim, different) for claim in claims}
    return EventPage(
        row=row,
        title=event_words(row.event),
        asserters=asserters,
        rows=tuple(
            (slot, tuple(_in(cells.values(), slot, one.id) for one in asserters))
            for slot in Slot
            if any(claim.act.slot is slot for claim in claims)
        ),
        edits=tuple(entry for entry in held.state.entries.values() if _is_about(entry, group)),
        others=tuple((one.event.id, _titled(one)) for one in rows if one.event.id not in group),
        claims=tuple(
            (cell.claim.act.claim, _short(held, cell.claim))
            for one in asserters
            for slot in Slot
            for cell in _in(cells.values(), slot, one.id)
            if not cell.is_taken_back
        ),
        questions=tuple(
            (one.id, one.text)
            for one in held.thread.questions
            if any(row.question == one.id and row.about in group for row in held.thread.claims)
        ),
    )


def _asserters(held: ChronologyPage, claims: Iterable[Claim]) -> tuple[Asserter, ...]:
    order = list(Lane)
    found = {
        by: Asserter(by, held.names.get(by, by), lane_of(by, held.lanes))
        for by in {claim.act.by for claim in claims}
    }
    return tuple(sorted(found.values(), key=lambda one: (order.index(one.lane), one.name, one.id)))


def _in(cells: Iterable[Cell], slot: Slot, by: str) -> tuple[Cell, ...]:
    return tuple(cell for cell in cells if cell.claim.act.slot is slot and cell.claim.act.by == by)


def _cell(held: ChronologyPage, claim: Claim, different: set[str]) -> Cell:
    act = claim.act
    cite = act.source.cite if act.source is not None and act.source.cite else ""
    quote = act.source.quote if act.source is not None else None
    names = [one for part in cite.split(",") if (one := part.strip())]
    standing = held.standing.get(act.claim)
    return Cell(
        claim=claim,
        versions=tuple(_versions(held, claim)),
        quote=quote if isinstance(quote, str) else "",
        via=held.names.get(act.via, act.via) if act.via and act.via != act.by else "",
        sources=tuple((one, held.names.get(one, one)) for one in names),
        standing=standing,
        same=tuple(held.names.get(one, one) for one in standing.same) if standing else (),
        in_difference=act.claim in different,
    )


def _versions(held: ChronologyPage, claim: Claim) -> Iterable[Version]:
    for number, ref in enumerate(claim.versions, 1):
        act = held.state.entries[ref].act
        assert isinstance(act, ClaimAsserted | ClaimCorrected)
        asserted = act.asserted.interval()[0] if act.asserted is not None else None
        is_live = number == len(claim.versions) and claim.retracted_by is None
        words = said(claim.act.slot, act.value, claim.act.stance, held.names)
        yield Version(words, asserted, is_struck=not is_live)


def _short(held: ChronologyPage, claim: Claim) -> str:
    by = held.names.get(claim.act.by, claim.act.by)
    return f"{by}: {value_said(claim.act.slot, claim.value, held.names)}"[:120]


def _titled(row: EventRow) -> str:
    return f"{row.dates[0].said}: {event_words(row.event)}"[:120]


def _is_about(entry: Entry, group: frozenset[str]) -> bool:
    """Whether an entry joined or parted one of these events."""
    act = entry.act
    if isinstance(act, EventsJoined):
        return not group.isdisjoint((act.event, *act.others))
    return isinstance(act, EventsParted) and not group.isdisjoint(act.events)

"""What pages read of chronologies: events, claims side by side, differences without verdict."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from tecum.docket.acts.chronology import Slot
from tecum.docket.chronology.added import as_it_stands
from tecum.docket.chronology.checks import CheckResult, thread_checks
from tecum.docket.chronology.known import as_known_on, known
from tecum.docket.chronology.lanes import Lane, Standing, lanes, strengths
from tecum.docket.chronology.load import load_thread
from tecum.docket.chronology.marks import Mark, marks
from tecum.docket.chronology.model import Thread
from tecum.docket.conflicts import Difference, find_in
from tecum.docket.state import State
from tecum.docket.state.model import Claim
from tecum.instruments.bodies import load_bodies
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may, visible_dockets
from tecum.web.accounts.selectors import profile
from tecum.web.chronologies.models import Chronology, PublicDocument
from tecum.web.docket.hiding import state_as_seen
from tecum.web.docket.selectors import state_for

__all__ = [
    "ChronologyPage",
    "chronologies",
    "chronology",
    "chronology_to_change",
    "may_bring_in",
    "may_change",
    "thread_of_campaign",
]


@dataclass(frozen=True)
class ChronologyPage:
    """One chronology, whole or as it was known on a day.

    Attributes:
        file: What was brought in, as typed.
        thread: The same with what people added, as far as it was then known.
        state: Its docket: events, questions and claims with their versions.
        differences: Where accounts differ, by kind; nobody is said to be right.
        known_on: The day, None for now.
        days: The days on which something came to be known.
        later: How many accounts became known after the day.
    """

    chronology: Chronology
    file: Thread
    thread: Thread
    state: State
    differences: tuple[Difference, ...]
    known_on: date | None
    days: tuple[date, ...]
    later: int

    @cached_property
    def lanes(self) -> Mapping[str, Lane]:
        """Whose side each party speaks from."""
        return lanes(self.file)

    @cached_property
    def standing(self) -> Mapping[str, Standing]:
        """How each claim is backed."""
        return strengths(self.state, self.lanes)

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """How each event stands between the sides."""
        return marks(self.state, self.lanes, self.differences)

    @cached_property
    def by_slot(self) -> Mapping[tuple[str, Slot], list[Claim]]:
        """Event (of those that are the same, the one they were joined into) and slot → claims."""
        found: dict[tuple[str, Slot], list[Claim]] = {}
        for claim in self.state.claims.values():
            event = claim.act.event
            if event is not None:
                into = self.state.joined.get(event, event)
                found.setdefault((into, claim.act.slot), []).append(claim)
        return found

    @cached_property
    def documents(self) -> tuple[PublicDocument, ...]:
        """The public documents that were read for it, without their text."""
        return tuple(self.chronology.documents.defer("content").order_by("read_at", "pk"))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Party, recipient or source id → its name; institutions as far as they are claimed of."""
        rows = (*self.file.parties, *self.file.recipients)
        sources = {row.id: row.outlet for row in self.file.sources}
        sources |= {row.source: row.outlet for row in self.documents}
        claims = self.state.claims.values()
        named = {claim.act.by for claim in claims} | {claim.value.party for claim in claims}
        bodies = {row.id: row.name for row in load_bodies() if row.id in named}
        return bodies | sources | {row.id: row.name for row in rows}

    @cached_property
    def checks(self) -> tuple[CheckResult, ...]:
        """What a replay of the file must show, and whether it does."""
        return thread_checks(self.file)


def chronologies(person: Person) -> list[Chronology]:
    """The chronologies that somebody may know of, by title."""
    dockets = visible_dockets(person).filter(kind="chronology").values("pk")
    return list(Chronology.objects.filter(docket_id__in=dockets).order_by("title"))


def may_bring_in(person: Person) -> bool:
    """Whether somebody may record events and claims; a campaign in the file is asked for apart."""
    return all(may(person, slug) for slug in ("event-noted", "claim-asserted"))


may_change = may_bring_in
"""Whether somebody may add events and claims, and say that two events are the same."""


def chronology(person: Person, thread_id: str, on: date | None = None) -> ChronologyPage:
    """One chronology by the id of its thread.

    Args:
        person: Who looks. What people wrote of their own is for those who may write there.
        thread_id: The thread's id.
        on: As it was known on this day; None for now.

    Raises:
        NotFound: there is none, or none that this person may know of.
    """
    row = next((row for row in chronologies(person) if row.thread == thread_id), None)
    whole = _state(person, row) if row is not None else None
    if row is None or whole is None:
        raise NotFound
    file = thread_of(row)
    since = known(whole, file, profile().zone)
    state = as_known_on(whole, since, on) if on is not None else whole
    return ChronologyPage(
        chronology=row,
        file=file,
        thread=as_it_stands(file, state),
        state=state,
        differences=find_in(state),
        known_on=on,
        days=since.days,
        later=len(whole.claims) - len(state.claims),
    )


def chronology_to_change(person: Person, thread_id: str) -> ChronologyPage:
    """The chronology as it is now, for whoever may write on it.

    Raises:
        NotFound: this person may not, or there is none.
    """
    if not may_change(person):
        raise NotFound
    return chronology(person, thread_id)


def _state(person: Person, row: Chronology) -> State | None:
    if may_change(person):
        return state_for(row.docket_id)
    docket = visible_dockets(person).filter(pk=row.docket_id).first()
    return state_as_seen(person, docket) if docket is not None else None


def thread_of(row: Chronology) -> Thread:
    """The thread file of a chronology, typed."""
    return _typed(row.sha256, bytes(row.content))


def thread_of_campaign(docket_id: str) -> Thread | None:
    """The thread that a campaign was opened from, if it was."""
    row = Chronology.objects.filter(campaign_id=docket_id).first()
    return thread_of(row) if row is not None else None


@lru_cache(maxsize=8)
def _typed(sha256: str, content: bytes) -> Thread:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{sha256[:16]}.toml"
        path.write_bytes(content)
        return load_thread(path)

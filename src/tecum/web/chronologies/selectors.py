"""What pages read of chronologies: events, claims side by side, differences without verdict."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tecum.docket.chronology.checks import CheckResult, thread_checks
from tecum.docket.chronology.load import load_thread
from tecum.docket.chronology.model import Thread
from tecum.docket.conflicts import Difference, find_in
from tecum.docket.state import State
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may, visible_dockets
from tecum.web.chronologies.models import Chronology
from tecum.web.docket.selectors import state_for

__all__ = ["ChronologyPage", "chronologies", "chronology", "may_bring_in", "thread_of_campaign"]


@dataclass(frozen=True, slots=True)
class ChronologyPage:
    """One chronology.

    Attributes:
        thread: The file as typed: sources, parties, demands, events, claims.
        state: Its docket: events, questions and claims with their versions.
        differences: Where accounts differ, by kind; nobody is said to be right.
        checks: What a replay of the file must show, and whether it does.
    """

    chronology: Chronology
    thread: Thread
    state: State
    differences: tuple[Difference, ...]
    checks: tuple[CheckResult, ...]


def chronologies(person: Person) -> list[Chronology]:
    """The chronologies that somebody may know of, by title."""
    dockets = visible_dockets(person).filter(kind="chronology").values("pk")
    return list(Chronology.objects.filter(docket_id__in=dockets).order_by("title"))


def may_bring_in(person: Person) -> bool:
    """Whether somebody may record events and claims; a campaign in the file is asked for apart."""
    return all(may(person, slug) for slug in ("event-noted", "claim-asserted"))


def chronology(person: Person, thread_id: str) -> ChronologyPage:
    """One chronology by the id of its thread.

    Raises:
        NotFound: there is none, or none that this person may know of.
    """
    row = next((row for row in chronologies(person) if row.thread == thread_id), None)
    state = state_for(row.docket_id) if row is not None else None
    if row is None or state is None:
        raise NotFound
    thread = thread_of(row)
    return ChronologyPage(row, thread, state, find_in(state), thread_checks(thread))


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

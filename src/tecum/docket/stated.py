"""What a statement of the log holds, and the parts of an entry that it commits or refers to.

Which of them an act's statement has stands in :mod:`tecum.docket.statements`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tecum.docket.declare import Erased
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.model import State
from tecum.words import Channel, Grade

__all__ = [
    "Made",
    "demand_entry",
    "document_of",
    "files",
    "first_arrival",
    "incoming",
    "moment",
    "texts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a statement says, but for what only the log knows (hashes of other statements).

    Attributes:
        type: A type of LEDGER section 8.
        codes: Its codes.
        refs: The entries to whose statements it refers.
        counts: Label → number.
        values: Label → bytes to commit.
        files: Label → SHA-256 of the file to commit.
    """

    type: str
    codes: tuple[str, ...] = ()
    channel: Channel | None = None
    grade: Grade | None = None
    on: date | None = None
    refs: tuple[EntryId, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, bytes] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def texts(**given: object) -> dict[str, bytes]:
    """Label → the words to commit, of those that are there."""
    return {label: text.encode() for label, text in given.items() if isinstance(text, str)}


def files(**given: object) -> dict[str, str]:
    """Label → the file to commit, of those that are there."""
    return {
        label: str(file)
        for label, file in given.items()
        if file is not None and not isinstance(file, Erased)
    }


def moment(value: date | datetime) -> bytes:
    """A day or an instant as it is committed."""
    return value.isoformat().encode()


def first_arrival(state: State) -> Entry | None:
    """The entry by which the first paper of a docket came in."""
    return next((state.entries[ref] for ref in state.arrivals), None)


def incoming(state: State) -> tuple[EntryId, ...]:
    """What a dispute or refusal is about: the arrival, else the demand as registered."""
    first = first_arrival(state)
    return (first.id,) if first is not None else demand_entry(state)


def demand_entry(state: State) -> tuple[EntryId, ...]:
    """The entry of the demand, where one stands."""
    return () if state.demand is None else (state.demand.entry,)


def document_of(entry: Entry | None) -> object:
    """The file that an entry names."""
    if entry is None:
        return None
    return getattr(entry.act, "sha256", None) or getattr(entry.act, "document", None)

"""One line of a docket: an act, whose it was, when, how we know; and its digest.

The digest of an entry is taken over its public form, in which every personal value is
replaced by a salted commitment, and over the digest before it. So a value can be erased by
destroying its key and salt, and no digest breaks.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

from tecum.docket.acts import Act
from tecum.docket.codec import Json, canonical, from_json, to_json
from tecum.docket.declare import PARTS, PLAIN, field, part
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import (
    DocketId,
    EntryId,
    FileId,
    IdempotencyKey,
    Label,
    ObligationId,
    OfficeId,
    PersonId,
    Source,
    SubjectRef,
)
from tecum.docket.vocabulary import Certainty, DateKind, DocketKind, KnownBy, Precision
from tecum.docket.when import When
from tecum.worded import worded as _
from tecum.words import Role, Side

__all__ = [
    "Actor",
    "Certainty",
    "DateKind",
    "DocketId",
    "DocketKind",
    "Entry",
    "EntryId",
    "FileId",
    "IdempotencyKey",
    "KnownBy",
    "Label",
    "ObligationId",
    "OfficeId",
    "PersonId",
    "Precision",
    "Source",
    "SubjectRef",
    "When",
    "entry_digest",
    "entry_from_json",
    "entry_to_json",
]

_ENTRY_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_DOCKET_ID = re.compile(r"[0-9a-f]{64}", re.ASCII)


@part
class Actor:
    """Who acted: ids and a role, never a name.

    ``second`` is the other person who confirmed the act before it was recorded, where two
    persons are required.
    """

    office: OfficeId = field(PLAIN)
    person: PersonId | None = field(PLAIN)
    role: Role = field(PLAIN)
    on_behalf_of: PersonId | None = field(PLAIN, default=None)
    second: PersonId | None = field(PLAIN, default=None)


@part
class Entry:
    """One line of a docket: an act, whose it was, when, and how we know."""

    id: EntryId = field(PLAIN)
    docket: DocketId = field(PLAIN)
    seq: int = field(PLAIN)
    act: Act = field(PARTS)
    side: Side = field(PLAIN)
    known_by: KnownBy = field(PLAIN)
    happened: When = field(PARTS)
    recorded_at: datetime = field(PLAIN)
    actor: Actor = field(PARTS)
    basis: tuple[Source, ...] = field(PARTS, default=())
    key: IdempotencyKey | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if not _ENTRY_ID.fullmatch(self.id):
            raise ActMalformed(_("An entry's id is 32 hex digits."), field="id")
        if not _DOCKET_ID.fullmatch(self.docket):
            raise ActMalformed(_("A docket's id is 64 hex digits."), field="docket")
        if self.seq < 1:
            raise ActMalformed(_("Entries are numbered from 1."), field="seq")
        if self.recorded_at.utcoffset() != UTC.utcoffset(None):
            raise ActMalformed(_("The time of recording is kept in UTC."), field="recorded_at")


def entry_to_json(entry: Entry) -> dict[str, Json]:
    """An entry as JSON, personal values in clear: for the office's own use only."""
    shown: dict[str, Json] = to_json(entry)
    return shown


def entry_from_json(stored: Json) -> Entry:
    """An entry from JSON.

    Raises:
        ActMalformed: an unknown key or a value of the wrong form.
    """
    entry: Entry = from_json(Entry, stored, "entry")
    return entry


def entry_digest(public: Json, previous: bytes | None) -> bytes:
    """SHA-256 of an entry's public form, chained to the entry before it.

    Args:
        public: The sealed form (:func:`tecum.docket.seal.seal_entry`).
        previous: The digest of the docket's entry before, None for the first.
    """
    return hashlib.sha256(b"tecum.entry/1\n" + (previous or bytes(32)) + canonical(public)).digest()

"""Ids of the docket, and the small values that several acts are made of."""

from __future__ import annotations

from datetime import date, datetime
from typing import NewType

from tecum.docket.declare import (
    FILE,
    PARTS,
    PERSON,
    PLAIN,
    SENSITIVE,
    Hash,
    Text,
    Texts,
    field,
    part,
)
from tecum.docket.vocabulary import BasisKind
from tecum.provenance import Sha256
from tecum.words import Category

__all__ = [
    "DateRead",
    "DocketId",
    "EntryId",
    "FileId",
    "IdempotencyKey",
    "ItemAsked",
    "Label",
    "ObligationId",
    "OfficeId",
    "PackPin",
    "PersonId",
    "Pins",
    "Source",
    "SubjectNamed",
    "SubjectRef",
]

EntryId = NewType("EntryId", str)
"""32 lower-case hex digits: 16 random bytes."""
DocketId = NewType("DocketId", str)
"""64 lower-case hex digits: 32 random bytes; never a matter number."""
FileId = NewType("FileId", str)
"""The store's opaque name of a file; never its hash."""
OfficeId = NewType("OfficeId", str)
PersonId = NewType("PersonId", str)
ObligationId = NewType("ObligationId", str)
"""Unique in a docket, e.g. ``answer.1``."""
IdempotencyKey = NewType("IdempotencyKey", str)
Label = NewType("Label", str)
"""An item's label as printed, or ``u1``, ``u2`` where none is."""
SubjectRef = NewType("SubjectRef", str)
"""A placeholder for a person within one docket: ``s1``, ``s2``."""


@part
class Source:
    """What a value or an entry rests on: words on a page, a provision, an entry, or typing."""

    kind: BasisKind = field(PLAIN)
    document: Hash | None = field(FILE, default=None)
    page: int | None = field(PLAIN, default=None)
    start: int | None = field(PLAIN, default=None)
    end: int | None = field(PLAIN, default=None)
    quote: Text | None = field(PERSON, default=None)
    cite: str | None = field(PLAIN, default=None)
    entry: EntryId | None = field(PLAIN, default=None)
    statement: Sha256 | None = field(PLAIN, default=None)


@part
class SubjectNamed:
    """A person or account that a demand is about, behind a placeholder."""

    subject: SubjectRef = field(PLAIN)
    name: Text = field(SENSITIVE)
    identifiers: Texts = field(SENSITIVE, default=())


@part
class ItemAsked:
    """One thing a demand asks for, decided and answered by itself."""

    label: Label = field(PLAIN)
    text: Text = field(PERSON)
    category: Category = field(PLAIN)
    also: tuple[Category, ...] = field(PLAIN, default=())
    period_from: date | None = field(PLAIN, default=None)
    period_to: date | None = field(PLAIN, default=None)
    subject: SubjectRef | None = field(PLAIN, default=None)


@part
class PackPin:
    """A pack in the version that was used."""

    id: str = field(PLAIN)
    sha256: Sha256 = field(PLAIN)


@part
class DateRead:
    """One defensible reading of a due date, with the provision that gives it."""

    name: str = field(PLAIN)
    due: date | datetime = field(PLAIN)
    cite: str = field(PLAIN)


@part
class Pins:
    """With which versions a date was counted, so that it can be counted again (RECKONING 8)."""

    engine: str = field(PLAIN)
    clock: str = field(PLAIN)
    pack: Sha256 | None = field(PLAIN)
    calendars: tuple[PackPin, ...] = field(PARTS, default=())
    tzdata: str | None = field(PLAIN, default=None)
    inputs: Sha256 | None = field(PLAIN, default=None)
    known_on: date | None = field(PLAIN, default=None)

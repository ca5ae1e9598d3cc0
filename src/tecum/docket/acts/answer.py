"""Records and answer: what was sealed, what was sent, item by item, what stays owed."""

from __future__ import annotations

from datetime import date
from enum import unique

from tecum.docket.declare import (
    CODE,
    FILE_COMMIT,
    PARTS,
    PERSON_COMMIT,
    PLAIN,
    Act,
    Hash,
    Text,
    act,
    field,
    part,
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import EntryId, Label, ObligationId
from tecum.docket.vocabulary import Disposition, Sphere
from tecum.worded import worded as _
from tecum.words import Channel, Word

__all__ = [
    "AnswerReceived",
    "AnswerSent",
    "ItemAnswered",
    "OwedEventHappened",
    "PackageSealed",
    "RunsFrom",
]


@unique
class RunsFrom(Word):
    """The event on which something owed waits."""

    RELEASE = "release"
    OTHERWISE_RELEASE = "otherwise_release"
    HEARING = "hearing"
    ORDER = "order"
    NOTICE_PERIOD_OVER = "notice_period_over"
    OTHER = "other"


@part
class ItemAnswered:
    """How one item is answered, on what ground, and what of it stays owed."""

    item: Label = field(PLAIN)
    disposition: Disposition = field(PLAIN)
    basis: tuple[str, ...] = field(PLAIN, default=())
    package: EntryId | None = field(PLAIN, default=None)
    owed_event: RunsFrom | None = field(PLAIN, default=None)
    owed_on: date | None = field(PLAIN, default=None)
    noticed_by: str | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if (self.disposition is Disposition.OWED_ON_EVENT) != (self.owed_event is not None):
            raise ActMalformed(_("An item owed on an event names the event."), field="owed_event")
        if (self.disposition is Disposition.OWED_ON_DATE) != (self.owed_on is not None):
            raise ActMalformed(_("An item owed on a date names the date."), field="owed_on")


@act(Sphere.OFFICE, "U C L", says="answer.prepared")
class PackageSealed(Act):
    """A package is frozen after the guard and the verifier passed it."""

    production: str = field(PLAIN)
    manifest: Hash = field(FILE_COMMIT)
    items: tuple[Label, ...] = field(PLAIN)
    documents: int = field(CODE)
    pages: int = field(CODE)
    withheld: int = field(CODE)
    guard_report: Hash | None = field(FILE_COMMIT, default=None)
    verifier_report: Hash | None = field(FILE_COMMIT, default=None)


@act(Sphere.OFFICE, "C L", says="answer.submitted")
class AnswerSent(Act):
    """This office answered, item by item, in a document and in sealed packages."""

    document: Hash = field(FILE_COMMIT)
    items: tuple[ItemAnswered, ...] = field(PARTS)
    to: Text = field(PERSON_COMMIT)
    channel: Channel = field(CODE)
    packages: tuple[EntryId, ...] = field(PLAIN, default=())

    def __post_init__(self) -> None:
        _one_line_an_item(self.items)


@act(Sphere.WORLD, "K C L I")
class AnswerReceived(Act):
    """An answer came in, item by item as a person checked it."""

    document: Hash | None = field(FILE_COMMIT)
    items: tuple[ItemAnswered, ...] = field(PARTS)
    arrival: EntryId | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        _one_line_an_item(self.items)


@act(Sphere.WORLD, "S K U C L I")
class OwedEventHappened(Act):
    """The event on which an owed item or an armed obligation waited has happened."""

    event: RunsFrom = field(PLAIN)
    items: tuple[Label, ...] = field(PLAIN, default=())
    obligation: ObligationId | None = field(PLAIN, default=None)


def _one_line_an_item(items: tuple[ItemAnswered, ...]) -> None:
    labels = [line.item for line in items]
    if not labels or len(labels) != len(set(labels)):
        raise ActMalformed(_("An answer has one line for each item that it covers."), field="items")

"""Clocks and duties: what is owed, by whom, by when, and what ends it (DOCKET 1.5, 1.8)."""

from __future__ import annotations

from datetime import date, datetime
from enum import unique

from tecum.docket.declare import (
    FILE_COMMIT,
    PARTS,
    PERSON,
    PLAIN,
    PLAIN_COMMIT,
    Act,
    Hash,
    Text,
    act,
    field,
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import DateRead, EntryId, Label, ObligationId, Pins, Source
from tecum.docket.vocabulary import DateKind, ObligationObject, Sphere
from tecum.provenance import Sha256
from tecum.worded import worded as _
from tecum.words import Side, Word

__all__ = [
    "ClockResumed",
    "ClockStarted",
    "ClockStopped",
    "ClockTolled",
    "DeadlineRecomputed",
    "DueDateSet",
    "DueReason",
    "DutyDischarged",
    "DutyOpened",
    "DutyWaived",
    "ExtensionGranted",
    "ExtensionRefused",
    "ExtensionSought",
    "ExtensionTaken",
    "RecomputeCause",
    "StopCause",
    "TollReason",
    "WorkingDateChosen",
]


@unique
class RecomputeCause(Word):
    """Why a date was counted anew."""

    TRIGGER = "trigger"
    CALENDAR = "calendar"
    PACK = "pack"
    TZDATA = "tzdata"
    CORRECTION = "correction"
    ORDER = "order"


@unique
class TollReason(Word):
    """Why a clock stands still."""

    OBJECTION = "objection"
    CLARIFICATION_ASKED = "clarification_asked"
    FEE_NOTICE = "fee_notice"
    ORDER = "order"
    AGREEMENT = "agreement"
    STATUTE = "statute"
    OTHER = "other"


@unique
class StopCause(Word):
    """Why a clock ended."""

    DISCHARGED = "discharged"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    QUASHED = "quashed"
    COURT_ORDER = "court_order"
    NOT_APPLICABLE = "not_applicable"


@unique
class DueReason(Word):
    """Why a date stands that no rule counted."""

    STATED_IN_DOCUMENT = "stated_in_document"
    AGREED = "agreed"
    COURT_ORDERED = "court_ordered"
    OFFICE_TARGET = "office_target"
    PUBLISHED = "published"
    OTHER = "other"


@act(Sphere.OFFICE, "S K C L I", says="clock.set")
class ClockStarted(Act):
    """A clock of a pack runs from a dated event; every defensible reading is kept."""

    obligation: ObligationId = field(PLAIN)
    object: ObligationObject = field(PLAIN)
    clock: str = field(PLAIN_COMMIT)
    pack: Sha256 = field(PLAIN_COMMIT)
    trigger: EntryId = field(PLAIN)
    readings: tuple[DateRead, ...] = field(PARTS)
    safe: date | datetime = field(PLAIN_COMMIT)
    latest: date | datetime = field(PLAIN)
    owed_by: Side = field(PLAIN)
    pins: Pins | None = field(PARTS, default=None)
    items: tuple[Label, ...] = field(PLAIN, default=())

    def __post_init__(self) -> None:
        if not self.readings:
            raise ActMalformed(_("A clock that runs has at least one reading."), field="readings")


@act(Sphere.OFFICE, "K C L I", says="clock.set")
class DeadlineRecomputed(Act):
    """A person accepted a newly counted date; the old one is kept beside it."""

    obligation: ObligationId = field(PLAIN)
    cause: RecomputeCause = field(PLAIN)
    before: date | datetime | None = field(PLAIN)
    readings: tuple[DateRead, ...] = field(PARTS)
    safe: date | datetime = field(PLAIN_COMMIT)
    latest: date | datetime = field(PLAIN)
    clock: str = field(PLAIN_COMMIT)
    pack: Sha256 | None = field(PLAIN_COMMIT, default=None)
    parts_on: date | None = field(PLAIN, default=None)
    pins: Pins | None = field(PARTS, default=None)


@act(Sphere.OFFICE, "C L I", says="clock.set")
class ClockTolled(Act):
    """A running clock stands still, for a stated reason."""

    obligation: ObligationId = field(PLAIN)
    reason: TollReason = field(PLAIN)
    cite: str | None = field(PLAIN_COMMIT, default=None)


@act(Sphere.OFFICE, "C L I", says="clock.set")
class ClockResumed(Act):
    """A clock that stood still runs again, with the date that follows."""

    obligation: ObligationId = field(PLAIN)
    reason: TollReason = field(PLAIN)
    safe: date | datetime | None = field(PLAIN_COMMIT, default=None)
    latest: date | datetime | None = field(PLAIN, default=None)
    cite: str | None = field(PLAIN_COMMIT, default=None)


@act(Sphere.OFFICE, "S C L I", says="clock.set")
class ClockStopped(Act):
    """An obligation ended, for a stated cause."""

    obligation: ObligationId = field(PLAIN)
    cause: StopCause = field(PLAIN)
    by: EntryId | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "K C L I", says="clock.set")
class DueDateSet(Act):
    """A date that no rule counted stands as due, and is shown as such."""

    obligation: ObligationId = field(PLAIN)
    object: ObligationObject = field(PLAIN)
    due: date | datetime = field(PLAIN_COMMIT)
    reason: DueReason = field(PLAIN)
    owed_by: Side = field(PLAIN, default=Side.OURS)
    source: Source | None = field(PARTS, default=None)
    items: tuple[Label, ...] = field(PLAIN, default=())


@act(Sphere.OFFICE, "C L I")
class WorkingDateChosen(Act):
    """Work is planned by one account of a disputed event; nothing is said on which is true."""

    event: DateKind = field(PLAIN)
    account: EntryId = field(PLAIN)
    reason: Text = field(PERSON)


@act(Sphere.OFFICE, "S K C L I")
class DutyOpened(Act):
    """A duty of a pack arose; ``done_by`` is the act that ends it.

    ``safe`` is None where the law states no date. ``awaits`` is the event from which its law
    counts; its date comes with a ``ClockStarted`` of the same obligation.
    """

    duty: str = field(PLAIN)
    pack: Sha256 = field(PLAIN)
    obligation: ObligationId = field(PLAIN)
    object: ObligationObject = field(PLAIN)
    owed_by: Side = field(PLAIN, default=Side.OURS)
    owed_to: Text | None = field(PERSON, default=None)
    trigger: EntryId | None = field(PLAIN, default=None)
    items: tuple[Label, ...] = field(PLAIN, default=())
    period_from: date | None = field(PLAIN, default=None)
    period_to: date | None = field(PLAIN, default=None)
    readings: tuple[DateRead, ...] = field(PARTS, default=())
    safe: date | datetime | None = field(PLAIN, default=None)
    latest: date | datetime | None = field(PLAIN, default=None)
    done_by: str | None = field(PLAIN, default=None)
    awaits: str | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "any", schema=2)
class DutyDischarged(Act):
    """What a duty asks for was done; ``by`` is the entry that did it, if there is one.

    It ends the duty that it names and no other. ``every_duty`` is said of entries of an earlier
    shape, which ended every duty that asks to be discharged so.
    """

    obligation: ObligationId = field(PLAIN)
    by: EntryId | None = field(PLAIN, default=None)
    document: Hash | None = field(FILE_COMMIT, default=None)
    every_duty: bool | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "C L I")
class DutyWaived(Act):
    """A duty is not done, for a stated reason; always confirmed by a second person."""

    obligation: ObligationId = field(PLAIN)
    reason: Text = field(PERSON)
    cite: str | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "C L I X", says="extension.requested")
class ExtensionSought(Act):
    """More time was asked for; the date stands until it is given."""

    obligation: ObligationId = field(PLAIN)
    asked_for: date | datetime | None = field(PLAIN, default=None)
    document: Hash | None = field(FILE_COMMIT, default=None)


@act(Sphere.WORLD, "C L I X", says="extension.granted")
class ExtensionGranted(Act):
    """More time was given, by agreement or by whoever may give it; the first date stays shown."""

    obligation: ObligationId = field(PLAIN)
    due: date | datetime = field(PLAIN)
    document: Hash | None = field(FILE_COMMIT, default=None)


@act(Sphere.WORLD, "C L I X", says="extension.denied")
class ExtensionRefused(Act):
    """More time was refused."""

    obligation: ObligationId = field(PLAIN)
    document: Hash | None = field(FILE_COMMIT, default=None)


@act(Sphere.OFFICE, "C L I", says="extension.granted")
class ExtensionTaken(Act):
    """This office takes the time that the law itself allows it, by a notice sent in time.

    ``notice`` is the letter by which it did; ``notice_by`` the last day for it, where the
    provision names one.
    """

    obligation: ObligationId = field(PLAIN)
    cite: str = field(PLAIN_COMMIT)
    due: date | datetime = field(PLAIN)
    notice: EntryId = field(PLAIN)
    notice_by: date | datetime | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if not self.cite.strip():
            raise ActMalformed(_("Time taken by law names the provision."), field="cite")

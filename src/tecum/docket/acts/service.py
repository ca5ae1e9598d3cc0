"""Service and delivery of any dispatch: demand, answer, objection, notice or letter."""

from __future__ import annotations

from datetime import date, datetime
from enum import unique

from tecum.docket.declare import (
    CODE,
    FILE_COMMIT,
    OFFICIAL,
    PARTS,
    PERSON,
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
from tecum.docket.parts import DocketId, EntryId, Label, ObligationId
from tecum.docket.vocabulary import AnswerDisputeCode, DisputeCode, Sphere
from tecum.worded import worded as _
from tecum.words import Channel, Grade, Word

__all__ = [
    "CODES_OF_EVENT",
    "AcknowledgedWith",
    "ChannelSearched",
    "DeliveryCode",
    "DeliveryEvent",
    "DeliveryRecorded",
    "DemandSent",
    "LetterPurpose",
    "LetterSent",
    "NonReceiptStated",
    "ReceiptAcknowledged",
    "ReceiptDisputed",
    "SearchResult",
    "ServedBy",
    "ServiceDisputed",
    "ServiceRecorded",
]


@unique
class ServedBy(Word):
    """How something was served: a channel, or a way that is none."""

    EMAIL = "email"
    PORTAL = "portal"
    API = "api"
    EXCHANGE = "exchange"
    POST = "post"
    CERTIFIED_POST = "certified_post"
    COURIER = "courier"
    HAND = "hand"
    PROCESS_SERVER = "process_server"
    FAX = "fax"
    SCAN = "scan"
    DROP = "drop"
    AGENT = "agent"
    PUBLICATION = "publication"
    CLERK = "clerk"
    UNKNOWN = "unknown"


@unique
class LetterPurpose(Word):
    """What a letter is for that is neither a demand nor an answer."""

    ACKNOWLEDGEMENT = "acknowledgement"
    QUESTION = "question"
    NOTICE = "notice"
    REMINDER = "reminder"
    EXTENSION = "extension"
    COPY_TO_SUBJECT = "copy_to_subject"
    REPORT = "report"
    OTHER = "other"


@unique
class DeliveryEvent(Word):
    """A step of a dispatch on its way."""

    RELAYED = "relayed"
    RELAY_FAILED = "relay_failed"
    DELIVERED = "delivered"
    OPENED = "opened"
    FAILED = "failed"
    EXPIRED = "expired"

    @property
    def is_failure(self) -> bool:
        """Whether the dispatch did not go on at this step."""
        return self in (DeliveryEvent.RELAY_FAILED, DeliveryEvent.FAILED, DeliveryEvent.EXPIRED)


@unique
class DeliveryCode(Word):
    """What exactly is known of a step (LEDGER 8)."""

    ACCEPTED_BY_SYSTEM = "accepted_by_system"
    HANDED_TO_CARRIER = "handed_to_carrier"
    SERVED_IN_PERSON = "served_in_person"
    SERVED_BY_OTHER_MEANS = "served_by_other_means"
    SAME_BYTES = "same_bytes"
    DIFFERS = "differs"
    UNREADABLE = "unreadable"
    ADDRESS_UNKNOWN = "address_unknown"
    MAILBOX_FULL = "mailbox_full"
    REFUSED_BY_SYSTEM = "refused_by_system"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    MALFORMED = "malformed"
    BAD_SIGNATURE = "bad_signature"
    HASH_MISMATCH = "hash_mismatch"
    UNKNOWN_SENDER = "unknown_sender"
    ENCRYPTED_UNREADABLE = "encrypted_unreadable"
    VIRUS_BLOCKED = "virus_blocked"
    UNCLAIMED = "unclaimed"
    RETURNED = "returned"
    MOVED = "moved"
    NOT_COLLECTED = "not_collected"
    NO_RESPONSE = "no_response"


_ORDER = tuple(DeliveryCode)
_FAILURES = frozenset(_ORDER[7:21])
CODES_OF_EVENT: dict[DeliveryEvent, frozenset[DeliveryCode]] = {
    DeliveryEvent.RELAYED: frozenset(_ORDER[:4]),
    DeliveryEvent.RELAY_FAILED: _FAILURES,
    DeliveryEvent.DELIVERED: frozenset(),
    DeliveryEvent.OPENED: frozenset(_ORDER[4:7]),
    DeliveryEvent.FAILED: _FAILURES,
    DeliveryEvent.EXPIRED: frozenset(_ORDER[21:]),
}
"""Which codes a step may carry; every step but delivery needs one."""


@unique
class AcknowledgedWith(Word):
    """Under what reservation receipt is admitted."""

    WITHOUT_WAIVER = "without_waiver"
    WITH_RESERVATION = "with_reservation"
    SERVICE_ACCEPTED = "service_accepted"


@unique
class SearchResult(Word):
    """What a search for an arrival found."""

    NONE_FOUND = "none_found"
    NONE_IN_PART = "none_in_part"


@part
class ChannelSearched:
    """A channel that was searched, and how many arrivals of it were looked at."""

    channel: Channel = field(PLAIN)
    checked: int = field(PLAIN)


@act(Sphere.WORLD, "S K U C L I")
class ServiceRecorded(Act):
    """One account of how and when something was served; several may stand side by side."""

    channel: ServedBy = field(PLAIN)
    of: EntryId | None = field(PLAIN, default=None)
    server: Text | None = field(OFFICIAL, default=None)
    proof: Hash | None = field(FILE_COMMIT, default=None)
    place: Text | None = field(PERSON, default=None)


@act(Sphere.WORLD, "C L I X", says="service.disputed")
class ServiceDisputed(Act):
    """Somebody says that a service was not good, and in what."""

    codes: tuple[DisputeCode, ...] = field(CODE)
    text: Text | None = field(PERSON_COMMIT, default=None)
    document: Hash | None = field(FILE_COMMIT, default=None)

    def __post_init__(self) -> None:
        _one_to_eight(self.codes)


@act(Sphere.OFFICE, "S K U C L I", schema=2)
class LetterSent(Act):
    """This office sent a letter that is neither a demand nor an answer.

    ``duties`` are those that it ends; empty is none. Left out, it ends the one that such a
    letter can end, and is refused where there are several. ``every_duty`` is said of letters
    recorded before they named any: those ended every duty of their kind.
    """

    purpose: LetterPurpose = field(PLAIN)
    document: Hash = field(FILE_COMMIT)
    to: Text = field(PERSON)
    channel: Channel = field(PLAIN)
    duties: tuple[ObligationId, ...] | None = field(PLAIN, default=None)
    every_duty: bool | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "I L C", says="demand.submitted")
class DemandSent(Act):
    """This office handed its demand to a channel."""

    document: Hash = field(FILE_COMMIT)
    to: Text = field(PERSON_COMMIT)
    channel: Channel = field(CODE)
    campaign: DocketId | None = field(PLAIN, default=None)


@act(
    Sphere.WORLD,
    "S K U C L I X",
    says="demand.relayed answer.relayed relay.failed demand.delivered answer.delivered "
    "demand.opened answer.opened delivery.failed delivery.expired entry.recorded",
)
class DeliveryRecorded(Act):
    """What became known of a dispatch on its way; a failure always with its code."""

    of: EntryId = field(PLAIN)
    event: DeliveryEvent = field(PLAIN)
    code: DeliveryCode | None = field(CODE, default=None)
    channel: Channel | None = field(CODE, default=None)
    grade: Grade | None = field(CODE, default=None)
    reply: Text | None = field(PERSON_COMMIT, default=None)
    tracking: Text | None = field(PERSON_COMMIT, default=None)
    document: Hash | None = field(FILE_COMMIT, default=None)

    def __post_init__(self) -> None:
        codes = CODES_OF_EVENT[self.event]
        if (self.code is None and codes) or (self.code is not None and self.code not in codes):
            raise _wrong_code(self.event, sorted(codes))
        if self.grade not in (None, Grade.AVAILABLE, Grade.HANDED_OVER):
            raise ActMalformed(_("A delivery is available or handed over."), field="grade")


def _wrong_code(event: DeliveryEvent, codes: list[DeliveryCode]) -> ActMalformed:
    if not codes:
        return ActMalformed(
            _("A dispatch that is {event} bears no code.", event=event),
            do=_("Leave the code empty."),
            field="code",
        )
    return ActMalformed(
        _("A dispatch that is {event} needs the code that says how.", event=event),
        why=_(
            "Knowing that something did not arrive has legal effect (Fed. R. Civ. P. 5(b)(2)(E))."
        ),
        do=_("Use one of: {codes}.", codes=tuple(codes)),
        field="code",
    )


@act(Sphere.WORLD, "C L I X", says="demand.acknowledged answer.acknowledged entry.recorded")
class ReceiptAcknowledged(Act):
    """A side admits receipt, in a grade, as of a day, and under what reservation."""

    of: EntryId | None = field(PLAIN)
    grade: Grade = field(CODE)
    served_on: date = field(CODE)
    code: AcknowledgedWith = field(CODE)


@act(Sphere.WORLD, "C L I X", says="answer.disputed")
class ReceiptDisputed(Act):
    """A side says that what it got is not what the other says it sent."""

    of: EntryId | None = field(PLAIN)
    codes: tuple[AnswerDisputeCode, ...] = field(CODE)
    items: tuple[Label, ...] = field(PLAIN, default=())
    text: Text | None = field(PERSON_COMMIT, default=None)

    def __post_init__(self) -> None:
        _one_to_eight(self.codes)


@act(Sphere.WORLD, "K C L I X", says="search.none")
class NonReceiptStated(Act):
    """A side states that it looked and has nothing received by this time.

    ``checked`` is how many arrivals were looked at over all channels, where a statement of the
    other side tells no more; otherwise each channel has its own figure.
    """

    as_of: datetime = field(PLAIN)
    code: SearchResult = field(CODE)
    channels: tuple[ChannelSearched, ...] = field(PARTS)
    scope: Text = field(PERSON_COMMIT)
    checked: int | None = field(PLAIN, default=None)

    @property
    def looked_at(self) -> int | None:
        """How many arrivals were looked at in all; None where nobody said."""
        return sum(row.checked for row in self.channels) if self.channels else self.checked


def _one_to_eight(codes: tuple[Word, ...]) -> None:
    if not 1 <= len(codes) <= 8 or len(set(codes)) != len(codes):
        raise ActMalformed(_("A dispute carries one to eight different codes."), field="codes")

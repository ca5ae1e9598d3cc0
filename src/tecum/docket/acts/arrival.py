"""Arrival: a document comes in, is read, confirmed, and filed or dismissed (DOCKET 1.5)."""

from __future__ import annotations

from enum import unique

from tecum.docket.declare import (
    CODE,
    FILE,
    FILE_COMMIT,
    PARTS,
    PERSON,
    PERSON_COMMIT,
    PLAIN,
    PLAIN_COMMIT,
    Act,
    Erased,
    Hash,
    Text,
    act,
    field,
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import DocketId, EntryId, FileId, Source
from tecum.docket.vocabulary import DisputeCode, Sphere
from tecum.worded import worded as _
from tecum.words import Channel, Conduct, Grade, IntakeOutcome, Kind, Word

__all__ = [
    "AttachedAs",
    "CallMethod",
    "CallResult",
    "CorrectionReason",
    "Dismissal",
    "DocumentAttached",
    "DocumentDismissed",
    "DocumentQuarantined",
    "DocumentRead",
    "DocumentReceived",
    "DocumentReleased",
    "EnteredBy",
    "FieldConfirmed",
    "FieldCorrected",
    "NumberFrom",
    "QuarantineReason",
    "ReleaseReason",
    "SenderCalledBack",
    "SenderStanding",
    "SpokeTo",
    "ValueStanding",
]


@unique
class EnteredBy(Word):
    """How a document came into the system."""

    MAILBOX = "mailbox"
    DROP = "drop"
    SCAN = "scan"
    UPLOAD = "upload"
    MESSAGE = "message"


@unique
class QuarantineReason(Word):
    """Why an arrival is set apart."""

    MALWARE_SUSPECTED = "malware_suspected"
    UNKNOWN_SENDER = "unknown_sender"
    LOOP = "loop"
    OVER_LIMIT = "over_limit"
    NO_SENDER = "no_sender"
    NOT_AS_SIGNED = "not_as_signed"


@unique
class ReleaseReason(Word):
    """Why an arrival set apart or dismissed is taken up again."""

    CHECKED_CLEAN = "checked_clean"
    SENDER_KNOWN = "sender_known"
    WITHIN_LIMIT = "within_limit"
    DISMISSED_IN_ERROR = "dismissed_in_error"
    OTHER = "other"


@unique
class SenderStanding(Word):
    """What the mail's own signals say of its sender; never a verdict (READING 14)."""

    AUTHENTICATED_DOMAIN = "authenticated_domain"
    UNAUTHENTICATED = "unauthenticated"
    MISMATCH = "mismatch"
    UNKNOWN = "unknown"


@unique
class ValueStanding(Word):
    """What a person entered for a field: a value, or that there is none."""

    VALUE = "value"
    ABSENT = "absent"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"


@unique
class CorrectionReason(Word):
    """Why a person's value differs from the machine's."""

    MISREAD = "misread"
    MISSED = "missed"
    WRONG_FIELD = "wrong_field"
    NOT_IN_DOCUMENT = "not_in_document"
    KNOWN_OTHERWISE = "known_otherwise"
    OTHER = "other"


@unique
class Dismissal(Word):
    """Why an arrival is not taken up as a demand."""

    NOT_A_DEMAND = "not_a_demand"
    WRONG_ADDRESSEE = "wrong_addressee"
    DUPLICATE_OF = "duplicate_of"
    BLANK_FORM = "blank_form"
    NEWS = "news"
    DELIVERY_NOTICE = "delivery_notice"
    UNREADABLE = "unreadable"


@unique
class AttachedAs(Word):
    """As what a document is filed on another docket."""

    DEMAND = "demand"
    ANSWER = "answer"
    ORDER = "order"
    PROOF_OF_SERVICE = "proof_of_service"
    DELIVERY_NOTICE = "delivery_notice"
    ENCLOSURE = "enclosure"
    CORRESPONDENCE = "correspondence"
    PUBLIC_SOURCE = "public_source"


@unique
class CallMethod(Word):
    """How it was checked who asks."""

    CALL_BACK = "call_back"
    IN_PERSON = "in_person"
    PORTAL_LOGIN = "portal_login"
    SIGNATURE = "signature"


@unique
class NumberFrom(Word):
    """Where the number called was found; the message itself is never a source."""

    DIRECTORY = "directory"
    OFFICIAL_SITE = "official_site"
    EARLIER_MATTER = "earlier_matter"
    KNOWN_CONTACT = "known_contact"
    OTHER = "other"


@unique
class SpokeTo(Word):
    """In what office somebody answered."""

    SIGNATORY = "signatory"
    SUPERVISOR = "supervisor"
    DUTY_DESK = "duty_desk"
    COUNSEL = "counsel"
    OTHER = "other"


@unique
class CallResult(Word):
    """What the check of the sender gave."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    CONTRADICTED = "contradicted"


@act(Sphere.WORLD, "S K C L X", says="demand.delivered answer.delivered entry.recorded")
class DocumentReceived(Act):
    """A document lies in this office's system, byte for byte as it came."""

    file: FileId | Erased = field(FILE)
    sha256: Hash = field(FILE_COMMIT)
    media_type: str = field(PLAIN)
    bytes: int = field(PLAIN)
    channel: Channel = field(CODE)
    entered_by: EnteredBy = field(PLAIN)
    grade: Grade = field(CODE)
    channel_ref: Text | None = field(PERSON_COMMIT, default=None)
    sender_stated: Text | None = field(PERSON_COMMIT, default=None)
    addressed_to: str | None = field(PLAIN_COMMIT, default=None)

    def __post_init__(self) -> None:
        if self.grade not in (Grade.AVAILABLE, Grade.HANDED_OVER):
            raise ActMalformed(
                _("An arrival is available or handed over; opening and accepting are later acts."),
                field="grade",
            )


@act(Sphere.WORLD, "S K")
class DocumentQuarantined(Act):
    """An arrival was set apart, with its reason; it stays in the inbox."""

    arrival: EntryId = field(PLAIN)
    reason: QuarantineReason = field(PLAIN)


@act(Sphere.OFFICE, "K C L I")
class DocumentReleased(Act):
    """An arrival set apart or dismissed was taken up again."""

    arrival: EntryId = field(PLAIN)
    reason: ReleaseReason = field(PLAIN)


@act(Sphere.WORLD, "S")
class DocumentRead(Act):
    """The machine read an arrival; what it could not read is said, and is a task.

    ``fields`` are the paths that hold a value, ``confirm`` those that a person must confirm
    before anything rests on them.
    """

    arrival: EntryId = field(PLAIN)
    reading_sha256: Hash = field(FILE)
    reader_version: str = field(PLAIN)
    outcome: IntakeOutcome = field(PLAIN)
    conduct: Conduct | None = field(PLAIN, default=None)
    kind: Kind | None = field(PLAIN, default=None)
    fields: tuple[str, ...] = field(PLAIN, default=())
    confirm: tuple[str, ...] = field(PLAIN, default=())
    certain: int = field(PLAIN, default=0)
    likely: int = field(PLAIN, default=0)
    unsure: int = field(PLAIN, default=0)
    sender_standing: SenderStanding | None = field(PLAIN, default=None)
    documents_found: int = field(PLAIN, default=1)
    failed_redactions: int = field(PLAIN, default=0)


@act(Sphere.OFFICE, "K C L I")
class FieldConfirmed(Act):
    """A person saw that a read value is what the page says."""

    reading: EntryId = field(PLAIN)
    path: str = field(PLAIN)


@act(Sphere.WORLD, "K C L I")
class FieldCorrected(Act):
    """A person entered what the page says, or that it does not say; the machine's value stays."""

    reading: EntryId = field(PLAIN)
    path: str = field(PLAIN)
    standing: ValueStanding = field(PLAIN)
    reason: CorrectionReason = field(PLAIN)
    value: Text | None = field(PERSON, default=None)
    source: Source | None = field(PARTS, default=None)

    def __post_init__(self) -> None:
        if (self.standing is ValueStanding.VALUE) != (self.value is not None):
            raise ActMalformed(
                _("A corrected field has a value, or says why it has none."), field="value"
            )


@act(Sphere.OFFICE, "K C L I", says="service.disputed entry.recorded")
class DocumentDismissed(Act):
    """An arrival is no demand on this office, for a stated reason."""

    arrival: EntryId = field(PLAIN)
    outcome: Dismissal = field(PLAIN)
    target: DocketId | None = field(PLAIN, default=None)
    notified: bool = field(PLAIN, default=False)
    code: DisputeCode | None = field(CODE, default=None)

    def __post_init__(self) -> None:
        codes = (DisputeCode.WRONG_BODY, DisputeCode.SAME_NAME_MIXUP)
        tells = self.outcome is Dismissal.WRONG_ADDRESSEE and self.notified
        if tells and self.code not in codes:
            raise ActMalformed(
                _("Telling a sender that it wrote to the wrong office needs the reason code."),
                do=_("Choose wrong_body or same_name_mixup."),
                field="code",
            )
        if self.outcome is Dismissal.DUPLICATE_OF and self.target is None:
            raise ActMalformed(_("A duplicate names the docket of its twin."), field="target")


@act(Sphere.OFFICE, "any")
class DocumentAttached(Act):
    """An arrival was filed on another docket, in a stated role."""

    arrival: EntryId = field(PLAIN)
    docket: DocketId = field(PLAIN)
    role: AttachedAs = field(PLAIN)


@act(Sphere.WORLD, "K C L I")
class SenderCalledBack(Act):
    """It was checked, by a way not taken from the message, who asks."""

    method: CallMethod = field(PLAIN)
    result: CallResult = field(PLAIN)
    number: Text | None = field(PERSON, default=None)
    number_from: NumberFrom | None = field(PLAIN, default=None)
    spoke_to_role: SpokeTo | None = field(PLAIN, default=None)

"""The words of the docket that belong to an entry, to several groups of acts, or to states.

Words of one group of acts stand beside those acts; words of the whole field in
:mod:`tecum.words`.
"""

from __future__ import annotations

from enum import unique

from tecum.words import Word

__all__ = [
    "AnswerDisputeCode",
    "BasisKind",
    "Certainty",
    "DateKind",
    "Direction",
    "Disposition",
    "DisputeCode",
    "DocketKind",
    "Erasure",
    "KnownBy",
    "LogAs",
    "ObligationObject",
    "Personal",
    "Precision",
    "Sphere",
    "TwoPersons",
]


# --- what a field declares (DOCKET 1.3) -----------------------------------------------------


@unique
class Personal(Word):
    """Whose data a field holds."""

    NONE = "none"
    OFFICIAL = "official"
    PERSON = "person"
    SENSITIVE = "sensitive"
    FILE = "file"


@unique
class Erasure(Word):
    """What destroys a field's value and leaves its commitment."""

    KEEP = "keep"
    SHRED_DOCKET = "shred_docket"
    SHRED_SUBJECT = "shred_subject"
    SHRED_FILE = "shred_file"


@unique
class LogAs(Word):
    """What of a field goes into the signed statement."""

    CODE = "code"
    COMMIT = "commit"
    OFF = "off"


@unique
class Sphere(Word):
    """Whether an act reports the world or makes this office act (DOCKET 1.1)."""

    WORLD = "world"
    OFFICE = "office"


# --- the entry (DOCKET 1.2) -----------------------------------------------------------------


@unique
class DocketKind(Word):
    """What a docket belongs to; an arrival's docket is a demand's from its first entry."""

    DEMAND = "demand"
    MATTER = "matter"
    CAMPAIGN = "campaign"
    CHRONOLOGY = "chronology"
    OFFICE = "office"


@unique
class KnownBy(Word):
    """How this office knows what an entry says."""

    OWN_ACT = "own_act"
    OWN_SYSTEM = "own_system"
    THEIR_STATEMENT = "their_statement"
    DOCUMENT = "document"
    TOLD = "told"
    PUBLISHED = "published"


@unique
class DateKind(Word):
    """Which event of the world a date is the date of."""

    ISSUED = "issued"
    SIGNED = "signed"
    DATED = "dated"
    SENT = "sent"
    RELAYED = "relayed"
    DELIVERED = "delivered"
    OPENED = "opened"
    SERVED = "served"
    FILED = "filed"
    ENTERED = "entered"
    DECIDED = "decided"
    EFFECTIVE = "effective"
    ENACTED = "enacted"
    ANNOUNCED = "announced"
    PUBLISHED = "published"
    UPDATED = "updated"
    REPORTED = "reported"
    SAID = "said"
    OCCURRED = "occurred"
    RELEASED = "released"
    DUE = "due"
    OTHER = "other"


@unique
class Precision(Word):
    """How narrow a date is."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


@unique
class Certainty(Word):
    """How a date or a claim is held to be so."""

    CERTAIN = "certain"
    REPORTED = "reported"
    DISPUTED = "disputed"
    INFERRED = "inferred"
    COMPUTED = "computed"
    TO_CONFIRM = "to_confirm"


@unique
class BasisKind(Word):
    """What an entry or a value rests on."""

    SPAN = "span"
    PROVISION = "provision"
    STATEMENT = "statement"
    ENTRY = "entry"
    PUBLICATION = "publication"
    TYPED = "typed"


# --- words that several groups of acts share ------------------------------------------------


@unique
class Direction(Word):
    """Whether a demand came to this office or goes out from it."""

    INWARD = "inward"
    OUTWARD = "outward"


@unique
class Disposition(Word):
    """How one item was answered."""

    PRODUCED = "produced"
    PRODUCED_IN_PART = "produced_in_part"
    WITHHELD = "withheld"
    NONE_HELD = "none_held"
    OBJECTED = "objected"
    REFERRED = "referred"
    OWED_ON_EVENT = "owed_on_event"
    OWED_ON_DATE = "owed_on_date"

    @property
    def is_final(self) -> bool:
        """Whether nothing more is promised on the item."""
        return self not in (Disposition.OWED_ON_EVENT, Disposition.OWED_ON_DATE)


@unique
class DisputeCode(Word):
    """What is said to be wrong with a service (LEDGER 8, ``service.disputed``)."""

    WRONG_BODY = "wrong_body"
    WRONG_PLACE = "wrong_place"
    SAME_NAME_MIXUP = "same_name_mixup"
    NOT_RECEIVED = "not_received"
    DEFECTIVE = "defective"
    UNSIGNED = "unsigned"
    NOT_JUDICIAL = "not_judicial"
    SIGNER_NOT_AUTHORISED = "signer_not_authorised"
    WRONG_INSTRUMENT = "wrong_instrument"
    ILLEGIBLE = "illegible"
    INCOMPLETE = "incomplete"
    DUPLICATE = "duplicate"
    UNKNOWN_SENDER = "unknown_sender"
    LATE = "late"
    OTHER = "other"


@unique
class AnswerDisputeCode(Word):
    """What is said to be wrong with an answer (LEDGER 8, ``answer.disputed``)."""

    NOT_RECEIVED = "not_received"
    OTHER_CONTENT = "other_content"
    INCOMPLETE = "incomplete"
    UNREADABLE = "unreadable"
    LATE = "late"
    WRONG_ITEMS = "wrong_items"
    WRONG_MATTER = "wrong_matter"
    NOT_CERTIFIED = "not_certified"


@unique
class ObligationObject(Word):
    """What an obligation is an obligation to do (DOCKET 1.8)."""

    ANSWER = "answer"
    OBJECTION = "objection"
    ACKNOWLEDGMENT = "acknowledgment"
    NOTICE = "notice"
    REPORT = "report"
    PRODUCTION = "production"
    RECORD = "record"
    HOLD = "hold"


@unique
class TwoPersons(Word):
    """A group of acts that needs a second person (DOCKET 2.1, marked there).

    ``reports`` is not marked there: an office that wants two persons for it says so.
    """

    DETERMINATIONS = "determinations"
    SENDING = "sending"
    PACKS = "packs"
    REPORTS = "reports"
    OVERRIDE = "override"
    WAIVER = "waiver"
    ERASURE = "erasure"

    @property
    def may_be_lifted(self) -> bool:
        """Whether an office with one lawyer may do without the second person."""
        return self not in (TwoPersons.OVERRIDE, TwoPersons.WAIVER, TwoPersons.ERASURE)

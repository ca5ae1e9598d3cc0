"""The words of the field, as closed lists. Adding one is fine; renaming one is a new schema.

Each list is a vocabulary of CONTRACTS or of the pillar named beside it. ``GLOSSARY.md``
defines every word in one line and a test holds the two together.
"""

from __future__ import annotations

from enum import StrEnum, unique


class Word(StrEnum):
    """A word of a closed vocabulary; equal to its text, so it serialises as text."""


# --- what a document is -------------------------------------------------------------------


@unique
class Conduct(Word):
    """What the document itself does (READING 8)."""

    ISSUES = "issues"
    ANSWERS = "answers"
    CONTESTS = "contests"
    REPORTS = "reports"
    FORWARDS = "forwards"
    TEMPLATES = "templates"
    NONE = "none"


@unique
class Kind(Word):
    """The kind of instrument, demands first, then what is not a demand."""

    ADMINISTRATIVE_SUBPOENA = "administrative_subpoena"
    ADMINISTRATIVE_SUMMONS = "administrative_summons"
    DETAINER = "detainer"
    NOTIFICATION_REQUEST = "notification_request"
    ADMINISTRATIVE_WARRANT = "administrative_warrant"
    NOTICE_OF_INSPECTION = "notice_of_inspection"
    GRANT_COMPLIANCE_LETTER = "grant_compliance_letter"
    INFORMATION_REQUEST = "information_request"
    CIVIL_SUBPOENA = "civil_subpoena"
    CRIMINAL_SUBPOENA = "criminal_subpoena"
    GRAND_JURY_SUBPOENA = "grand_jury_subpoena"
    PROSECUTOR_SUBPOENA = "prosecutor_subpoena"
    LEGISLATIVE_DEMAND = "legislative_demand"
    NATIONAL_SECURITY_LETTER = "national_security_letter"
    STORED_COMMUNICATIONS_ORDER = "stored_communications_order"
    SEARCH_WARRANT = "search_warrant"
    ARREST_WARRANT = "arrest_warrant"
    COURT_ORDER = "court_order"
    RECORDS_REQUEST = "records_request"
    PRESERVATION_REQUEST = "preservation_request"
    TAKEDOWN_REQUEST = "takedown_request"
    EU_PRODUCTION_ORDER = "eu_production_order"
    EU_PRESERVATION_ORDER = "eu_preservation_order"
    RESPONSE_LETTER = "response_letter"
    ENFORCEMENT_PETITION = "enforcement_petition"
    MOTION = "motion"
    OPINION = "opinion"
    NEWS_ARTICLE = "news_article"
    DELIVERY_NOTICE = "delivery_notice"
    OTHER = "other"

    @property
    def is_demand(self) -> bool:
        """Whether an instrument of this kind asks or commands something."""
        return self not in _NOT_A_DEMAND


_NOT_A_DEMAND = frozenset(
    {
        Kind.RESPONSE_LETTER,
        Kind.ENFORCEMENT_PETITION,
        Kind.MOTION,
        Kind.OPINION,
        Kind.NEWS_ARTICLE,
        Kind.DELIVERY_NOTICE,
        Kind.OTHER,
    }
)


@unique
class Category(Word):
    """What an item asks for."""

    IDENTITY = "identity"
    HOME_ADDRESS = "home_address"
    WORK_ADDRESS = "work_address"
    CONTACT = "contact"
    FAMILY_OR_EMERGENCY_CONTACT = "family_or_emergency_contact"
    PHOTOGRAPH = "photograph"
    BIOMETRICS = "biometrics"
    CRIMINAL_HISTORY = "criminal_history"
    ARREST_OR_BOOKING = "arrest_or_booking"
    RELEASE_DATE = "release_date"
    CUSTODY_STATUS = "custody_status"
    DISCIPLINE = "discipline"
    GANG_AFFILIATION = "gang_affiliation"
    IMMIGRATION_STATUS = "immigration_status"
    COMMUNICATIONS = "communications"
    ACCOUNT_RECORDS = "account_records"
    FINANCIAL = "financial"
    EMPLOYMENT = "employment"
    VEHICLE_OR_LICENCE = "vehicle_or_licence"
    MEDICAL = "medical"
    EDUCATION = "education"
    VIDEO = "video"
    POLICIES_AND_DIRECTIVES = "policies_and_directives"
    TRAINING = "training"
    STATISTICS = "statistics"
    CONTRACTS = "contracts"
    CERTIFICATION = "certification"
    TESTIMONY = "testimony"
    ACCESS_OR_INTERVIEW = "access_or_interview"
    HOLD = "hold"
    TRANSFER = "transfer"
    PRESERVE = "preserve"
    OTHER = "other"


@unique
class IssuerClass(Word):
    """What sort of body or person made the document."""

    FEDERAL_AGENCY = "federal_agency"
    STATE_AGENCY = "state_agency"
    LOCAL_AGENCY = "local_agency"
    COURT = "court"
    GRAND_JURY = "grand_jury"
    PROSECUTOR = "prosecutor"
    LEGISLATURE = "legislature"
    ATTORNEY = "attorney"
    PRIVATE_PARTY = "private_party"


@unique
class SignatoryRole(Word):
    """The office in which somebody signed."""

    JUDGE = "judge"
    CLERK = "clerk"
    PROSECUTOR = "prosecutor"
    ATTORNEY = "attorney"
    AGENCY_OFFICER = "agency_officer"
    LEGISLATOR = "legislator"
    PRIVATE = "private"
    NONE = "none"
    UNKNOWN = "unknown"


@unique
class JudgeKind(Word):
    """Which sort of judge a signature block names (READING 10)."""

    ARTICLE_III = "article_iii"
    MAGISTRATE = "magistrate"
    STATE = "state"
    TRIBAL = "tribal"
    IMMIGRATION = "immigration"
    ADMINISTRATIVE_LAW = "administrative_law"
    MILITARY = "military"
    UNKNOWN = "unknown"


@unique
class Force(Word):
    """What an instrument of a kind does by itself (READING 9)."""

    REQUEST = "request"
    AGENCY_COMMAND = "agency_command"
    COURT_COMMAND = "court_command"
    COURT_ORDER = "court_order"
    EXECUTES_ITSELF = "executes_itself"


@unique
class DocumentRole(Word):
    """What a document is inside its file (READING 7)."""

    COVER_LETTER = "cover_letter"
    INSTRUMENT = "instrument"
    SCHEDULE = "schedule"
    DEFINITIONS = "definitions"
    NOTICE_TO_SUBJECT = "notice_to_subject"
    PROOF_OF_SERVICE = "proof_of_service"
    FAX_COVER = "fax_cover"
    EXHIBIT = "exhibit"
    RULE_TEXT = "rule_text"
    ENVELOPE = "envelope"
    BLANK = "blank"


@unique
class Nondisclosure(Word):
    """Whether a document asks or orders that it be kept quiet."""

    NONE = "none"
    REQUESTED = "requested"
    ORDERED = "ordered"


# --- how sure, and from where -------------------------------------------------------------


@unique
class Band(Word):
    """How well a read value is supported (READING 15)."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"
    ABSENT = "absent"
    UNREADABLE = "unreadable"
    CONFLICT = "conflict"


@unique
class TextFrom(Word):
    """Where a page's text comes from."""

    NATIVE = "native"
    OCR = "ocr"
    MIXED = "mixed"
    NONE = "none"


@unique
class IntakeOutcome(Word):
    """How the opening of a file ended (READING 2)."""

    READ = "read"
    READ_WITH_WARNINGS = "read_with_warnings"
    UNREADABLE = "unreadable"
    PASSWORD_NEEDED = "password_needed"  # noqa: S105 - a word, not a secret
    DYNAMIC_FORM = "dynamic_form"
    DAMAGED = "damaged"
    NOT_A_DOCUMENT = "not_a_document"
    UNSUPPORTED_TYPE = "unsupported_type"
    EMPTY_FILE = "empty_file"
    NO_PAGES = "no_pages"
    TOO_LARGE = "too_large"
    TOOK_TOO_LONG = "took_too_long"

    @property
    def is_read(self) -> bool:
        """Whether a Reading exists whose silence may be taken as the document's."""
        return self in (IntakeOutcome.READ, IntakeOutcome.READ_WITH_WARNINGS)


@unique
class ReadingWarning(Word):
    """What a clerk should look at before relying on a Reading (READING 2, 3, 7, 8, 12)."""

    ALTERNATIVES_DIFFER = "alternatives_differ"
    CHANGED_AFTER_CREATION = "changed_after_creation"
    CHANGED_AFTER_SIGNATURE = "changed_after_signature"
    CHARSET = "charset"
    EMBEDDED_NOT_OPENED = "embedded_not_opened"
    FAILED_REDACTION = "failed_redaction"
    FIELD_CONFLICT = "field_conflict"
    HIDDEN_TEXT = "hidden_text"
    PAGE_COUNT_DIFFERS = "page_count_differs"
    PAGES_LOST = "pages_lost"
    PAGES_NOT_READ = "pages_not_read"
    PART_DAMAGED = "part_damaged"
    PART_NOT_READ = "part_not_read"
    PROGRAM_INSIDE = "program_inside"
    PROTECTED = "protected"
    REPAIRED = "repaired"
    OLD_FORMAT = "old_format"
    SECOND_READER = "second_reader"
    TRACKED_CHANGES = "tracked_changes"
    TYPE_DIFFERS = "type_differs"
    BLANK_IN_FORM = "blank_in_form"
    BOX_NOT_TOLD = "box_not_told"
    ENCLOSURE_MISSING = "enclosure_missing"
    ITEM_GAP = "item_gap"
    LANGUAGE = "language"
    LETTER_BEFORE_INSTRUMENT = "letter_before_instrument"
    MAY_HOLD_SEVERAL = "may_hold_several"
    NOT_A_JUDGE_OF_A_COURT = "not_a_judge_of_a_court"
    PROOF_BEFORE_SERVICE = "proof_before_service"
    SIGNATURE_NOT_SEEN = "signature_not_seen"
    THREATENS = "threatens"


@unique
class CheckState(Word):
    """The state of a check-box that is on the page."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"


# --- when ---------------------------------------------------------------------------------


@unique
class DueForm(Word):
    """The form of a due phrase."""

    DATE = "date"
    PERIOD = "period"
    EVENT = "event"
    INSTANTER = "instanter"
    NONE = "none"


@unique
class Unit(Word):
    """The unit of a period, as printed."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@unique
class Counting(Word):
    """Which days a due phrase says are counted; ``unstated`` unless printed."""

    CALENDAR = "calendar"
    BUSINESS = "business"
    COURT = "court"
    UNSTATED = "unstated"


@unique
class Direction(Word):
    """Whether a period runs after or before its trigger."""

    AFTER = "after"
    BEFORE = "before"


@unique
class Trigger(Word):
    """The event from which a due phrase says it runs."""

    SERVICE = "service"
    RECEIPT = "receipt"
    ISSUE = "issue"
    LETTER_DATE = "letter_date"
    RELEASE = "release"
    HEARING = "hearing"
    DECISION = "decision"
    DISCLOSURE = "disclosure"
    ACKNOWLEDGEMENT = "acknowledgement"
    OTHER = "other"
    UNKNOWN = "unknown"


@unique
class DueFor(Word):
    """What a due phrase limits (READING 11)."""

    RESPONSE = "response"
    PRODUCTION = "production"
    TESTIMONY = "testimony"
    OBJECTION = "objection"
    NOTIFICATION = "notification"
    HOLD = "hold"
    EXECUTION = "execution"
    PRESERVATION = "preservation"
    OTHER = "other"


@unique
class OwedBy(Word):
    """Whom a due phrase binds."""

    RECIPIENT = "recipient"
    ISSUER = "issuer"
    REQUESTER = "requester"
    SUBJECT = "subject"
    OTHER = "other"
    UNKNOWN = "unknown"


@unique
class ServiceMethod(Word):
    """How a document says it was served (READING 7)."""

    HAND = "hand"
    MAIL = "mail"
    CERTIFIED_MAIL = "certified_mail"
    OVERNIGHT = "overnight"
    COURIER = "courier"
    EMAIL = "e-mail"
    PORTAL = "portal"
    FAX = "fax"
    CLERK = "clerk"
    AGENT = "agent"
    PUBLICATION = "publication"
    OTHER = "other"


@unique
class Channel(Word):
    """The way by which something reached or left an office (LEDGER 7)."""

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


# --- what the rules say -------------------------------------------------------------------


@unique
class Outcome(Word):
    """What the configured rules say on one action (LAW 5.8)."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"
    COUNSEL = "counsel"
    UNKNOWN = "unknown"
    SILENT = "silent"


@unique
class Effect(Word):
    """What a rule does when it is live (LAW 5.4)."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"
    COUNSEL = "counsel"
    MUST_NOT_PROHIBIT = "must_not_prohibit"


@unique
class Confidence(Word):
    """How well a provision's encoding is sourced (facts, section 2)."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    COMPUTED = "computed"
    UNCONFIRMED = "unconfirmed"


@unique
class Review(Word):
    """Whether a named person of the office has reviewed a block."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"


# --- people and sides ---------------------------------------------------------------------


@unique
class Role(Word):
    """What somebody may do in an office (DOCKET 2.1)."""

    CLERK = "clerk"
    CUSTODIAN = "custodian"
    COUNSEL = "counsel"
    LEAD = "lead"
    ISSUING_OFFICER = "issuing_officer"
    POLICY_AUTHOR = "policy_author"
    AUDITOR = "auditor"
    OPERATOR = "operator"
    COUNTERPART = "counterpart"
    SYSTEM = "system"


@unique
class Side(Word):
    """Whose act an entry records."""

    OURS = "ours"
    THEIRS = "theirs"
    THIRD = "third"


@unique
class Strength(Word):
    """How a claim is backed (LEDGER 19), weakest first."""

    SELF_ASSERTED = "self-asserted"
    LOGGED = "logged"
    WITNESSED = "witnessed"
    ACKNOWLEDGED = "acknowledged by the other side"


@unique
class Grade(Word):
    """What kind of receipt is meant (LEDGER 19)."""

    AVAILABLE = "available"
    HANDED_OVER = "handed_over"
    OPENED = "opened"
    ACCEPTED = "accepted"

"""Events, questions and claims: what is said to have happened, by whom (DOCKET 1.12)."""

from __future__ import annotations

from enum import unique

from tecum.docket.declare import PARTS, PERSON, PLAIN, Act, Text, act, field, part
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import DocketId, EntryId, Source
from tecum.docket.vocabulary import Certainty, Sphere
from tecum.docket.when import When
from tecum.provenance import Sha256
from tecum.worded import worded as _
from tecum.words import Word

__all__ = [
    "ClaimAsserted",
    "ClaimCorrected",
    "ClaimRetracted",
    "ClaimValue",
    "Distance",
    "EventKind",
    "EventNoted",
    "EventsJoined",
    "EventsParted",
    "Happened",
    "ProposalAccepted",
    "ProposalRejected",
    "QuestionFramed",
    "RejectionReason",
    "Slot",
    "Stance",
]


@unique
class EventKind(Word):
    """What sort of thing happened; an event has no date of its own."""

    PREPARED = "prepared"
    ISSUED = "issued"
    SENT = "sent"
    RELAYED = "relayed"
    RECEIVED = "received"
    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    REFUSED = "refused"
    OBJECTED = "objected"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    RELEASED = "released"
    TRANSFERRED = "transferred"
    NOTIFIED = "notified"
    FILED = "filed"
    HEARD = "heard"
    ORDERED = "ordered"
    STAYED = "stayed"
    APPEALED = "appealed"
    REVERSED = "reversed"
    DISMISSED = "dismissed"
    SETTLED = "settled"
    ENACTED = "enacted"
    IN_FORCE = "in_force"
    ENDED = "ended"
    THREATENED = "threatened"
    IMPOSED = "imposed"
    LIFTED = "lifted"
    PAID = "paid"
    ANNOUNCED = "announced"
    PUBLISHED = "published"
    MET = "met"
    OTHER = "other"


@unique
class Slot(Word):
    """Which side of an event a claim is about."""

    HAPPENED = "happened"
    WHEN = "when"
    COUNT = "count"
    AMOUNT = "amount"
    BY = "by"
    TO = "to"
    CHANNEL = "channel"
    INSTRUMENT = "instrument"
    CONTENT = "content"
    PLACE = "place"
    REASON = "reason"
    SCOPE = "scope"
    POSITION = "position"


@unique
class Stance(Word):
    """How an asserter stands to what is said."""

    STATES = "states"
    DENIES = "denies"
    UNSURE = "unsure"
    PREDICTS = "predicts"


@unique
class Distance(Word):
    """How far a claim is from whoever is said to make it."""

    OWN_DOCUMENT = "own_document"
    ON_THE_RECORD = "on_the_record"
    QUOTED = "quoted"
    PARAPHRASED = "paraphrased"
    UNNAMED_SOURCE = "unnamed_source"


@unique
class Happened(Word):
    """Whether an event happened."""

    YES = "yes"
    NO = "no"
    PART = "part"


@unique
class RejectionReason(Word):
    """Why something proposed by the machine does not enter a chronology."""

    NOT_SAID = "not_said"
    WRONG_ASSERTER = "wrong_asserter"
    NOT_AN_EVENT = "not_an_event"
    NOT_RELEVANT = "not_relevant"
    NAMES_A_PERSON = "names_a_person"
    DUPLICATE = "duplicate"
    OTHER = "other"


@part
class ClaimValue:
    """The value of a claim, in the form of its slot; everything else is left out.

    ``low`` and ``high`` bound a count or an amount, None being open; ``of`` is the whole of
    which it is a part, ``unit`` what is counted. ``words`` keeps the text as stated.
    """

    happened: Happened | None = field(PLAIN, default=None)
    when: When | None = field(PARTS, default=None)
    low: int | None = field(PLAIN, default=None)
    high: int | None = field(PLAIN, default=None)
    of: int | None = field(PLAIN, default=None)
    unit: str | None = field(PLAIN, default=None)
    party: str | None = field(PLAIN, default=None)
    words: Text | None = field(PERSON, default=None)


@act(Sphere.OFFICE, "any")
class EventNoted(Act):
    """An event stands on a chronology; what is said about it are claims."""

    event: str = field(PLAIN)
    kind: EventKind = field(PLAIN)
    label: Text = field(PERSON)
    participants: tuple[str, ...] = field(PLAIN, default=())
    links: tuple[DocketId, ...] = field(PLAIN, default=())


@act(Sphere.OFFICE, "any")
class QuestionFramed(Act):
    """A disagreement that a person has put into words; the product never decides it."""

    question: str = field(PLAIN)
    text: Text = field(PERSON)


@act(Sphere.WORLD, "any")
class ClaimAsserted(Act):
    """Somebody says something about an event or a question, as a source has it."""

    claim: str = field(PLAIN)
    slot: Slot = field(PLAIN)
    value: ClaimValue = field(PARTS)
    by: str = field(PLAIN)
    distance: Distance = field(PLAIN)
    event: str | None = field(PLAIN, default=None)
    question: str | None = field(PLAIN, default=None)
    speaking_for: str | None = field(PLAIN, default=None)
    via: str | None = field(PLAIN, default=None)
    asserted: When | None = field(PARTS, default=None)
    certainty: Certainty = field(PLAIN, default=Certainty.REPORTED)
    stance: Stance = field(PLAIN, default=Stance.STATES)
    source: Source | None = field(PARTS, default=None)

    def __post_init__(self) -> None:
        if (self.event is None) == (self.question is None):
            raise ActMalformed(_("A claim is about one event or one question."), field="event")


@act(Sphere.WORLD, "any")
class ClaimCorrected(Act):
    """An asserter changed its claim; the old text stays beside the new."""

    claim: str = field(PLAIN)
    value: ClaimValue = field(PARTS)
    asserted: When | None = field(PARTS, default=None)
    source: Source | None = field(PARTS, default=None)
    by_entry: EntryId | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "any")
class ClaimRetracted(Act):
    """An asserter took its claim back; the old text stays."""

    claim: str = field(PLAIN)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.OFFICE, "any")
class EventsJoined(Act):
    """Two events are one and the same; their claims stand side by side."""

    event: str = field(PLAIN)
    others: tuple[str, ...] = field(PLAIN)

    def __post_init__(self) -> None:
        if not self.others or self.event in self.others:
            raise ActMalformed(_("An event is joined with others than itself."), field="others")


@act(Sphere.OFFICE, "any")
class EventsParted(Act):
    """Events that were joined stand apart again."""

    events: tuple[str, ...] = field(PLAIN)

    def __post_init__(self) -> None:
        if not self.events:
            raise ActMalformed(_("Events that stand apart again are named."), field="events")


@act(Sphere.OFFICE, "any")
class ProposalAccepted(Act):
    """A person saw what the machine proposed from a public document and let it stand.

    ``proposal`` is the proposal's SHA-256, ``made`` the claims that were entered for it,
    ``edited`` the fields that the person changed first.
    """

    proposal: Sha256 = field(PLAIN)
    rule: str = field(PLAIN)
    event: str | None = field(PLAIN, default=None)
    claims: tuple[str, ...] = field(PLAIN, default=())
    edited: tuple[str, ...] = field(PLAIN, default=())


@act(Sphere.OFFICE, "any")
class ProposalRejected(Act):
    """A person saw what the machine proposed and it does not stand; it is not offered again."""

    proposal: Sha256 = field(PLAIN)
    rule: str = field(PLAIN)
    reason: RejectionReason = field(PLAIN)

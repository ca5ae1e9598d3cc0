"""Records: what is kept from destruction, who looks for what, and what they found.

Authority: DOCKET 1.5 and PRODUCTION 1-2. Silence of a custodian is not an answer.
"""

from __future__ import annotations

from datetime import date
from enum import unique

from tecum.docket.declare import (
    FILE_COMMIT,
    OFFICIAL,
    PERSON,
    PLAIN,
    Act,
    Hash,
    Text,
    Texts,
    act,
    field,
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import EntryId, Label, PersonId
from tecum.docket.vocabulary import Sphere
from tecum.worded import worded as _
from tecum.words import Word

__all__ = [
    "GatheringAnswer",
    "GatheringAnswered",
    "GatheringAssigned",
    "PreservationCause",
    "PreservationEnded",
    "PreservationStarted",
    "ProductionOpened",
    "RecordsCertified",
]


@unique
class PreservationCause(Word):
    """Why records must be kept, or need no longer be."""

    DEMAND = "demand"
    PRESERVATION_REQUEST = "preservation_request"
    LITIGATION_EXPECTED = "litigation_expected"
    COURT_ORDER = "court_order"
    MATTER_ENDED = "matter_ended"
    PERIOD_OVER = "period_over"
    OTHER = "other"


@unique
class GatheringAnswer(Word):
    """What a custodian answers to a task: exactly one of these."""

    FOUND = "found"
    NONE_FOUND = "none_found"
    NOT_OURS = "not_ours"
    NEEDS_TIME = "needs_time"
    REFERS_TO_COUNSEL = "refers_to_counsel"


@act(Sphere.OFFICE, "C U")
class PreservationStarted(Act):
    """Records of a scope are kept whatever the retention rule says."""

    scope: Text = field(PERSON)
    cause: PreservationCause = field(PLAIN)
    custodians: tuple[PersonId, ...] = field(PLAIN, default=())
    until: date | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "C U")
class PreservationEnded(Act):
    """A preservation ends; the ordinary retention rule applies again."""

    preservation: EntryId = field(PLAIN)
    cause: PreservationCause = field(PLAIN)


@act(Sphere.OFFICE, "C U")
class ProductionOpened(Act):
    """Records for these items are to be gathered, reviewed and sealed."""

    production: str = field(PLAIN)
    items: tuple[Label, ...] = field(PLAIN)
    due: date | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "C U")
class GatheringAssigned(Act):
    """A custodian is asked to look for the records of one item, by an internal date."""

    task: str = field(PLAIN)
    item: Label = field(PLAIN)
    custodian: PersonId = field(PLAIN)
    where: Texts = field(PERSON, default=())
    until: date | None = field(PLAIN, default=None)
    production: str | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "C U")
class GatheringAnswered(Act):
    """A custodian answered a task, and says where was looked."""

    task: str = field(PLAIN)
    answer: GatheringAnswer = field(PLAIN)
    places: Texts = field(PERSON, default=())
    count: int | None = field(PLAIN, default=None)
    needs_until: date | None = field(PLAIN, default=None)
    text: Text | None = field(PERSON, default=None)

    def __post_init__(self) -> None:
        if (self.answer is GatheringAnswer.FOUND) != bool(self.count):
            raise ActMalformed(_("Records that were found are counted, others not."), field="count")
        if self.answer is GatheringAnswer.NONE_FOUND and not self.places:
            raise ActMalformed(
                _("A search that found nothing says where it looked."), field="places"
            )


@act(Sphere.OFFICE, "C U")
class RecordsCertified(Act):
    """A custodian certifies the records and the search, in the office's own words."""

    items: tuple[Label, ...] = field(PLAIN)
    certification: Hash = field(FILE_COMMIT)
    certified_by: Text = field(OFFICIAL)
    production: str | None = field(PLAIN, default=None)

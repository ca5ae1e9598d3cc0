"""The office docket: who works here, in what role, by which profile; reports that law asks for."""

from __future__ import annotations

from datetime import date, datetime

from tecum.docket.declare import (
    FILE_COMMIT,
    OFFICIAL,
    PERSON,
    PERSON_COMMIT,
    PLAIN,
    SENSITIVE,
    Act,
    Hash,
    Text,
    act,
    field,
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import EntryId, ObligationId, PersonId
from tecum.docket.vocabulary import Sphere
from tecum.provenance import Sha256
from tecum.worded import worded as _
from tecum.words import Channel, Grade, Role

__all__ = [
    "FactorsTakenAway",
    "LinkMade",
    "NameSearched",
    "PersonAdded",
    "ProfileChanged",
    "ReportCertified",
    "ReportFiled",
    "RoleChanged",
    "ServiceTermsSet",
]


@act(Sphere.OFFICE, "O L")
class ProfileChanged(Act):
    """A setting of the office's profile was changed, from what to what."""

    key: str = field(PLAIN)
    before: Text | None = field(PERSON)
    after: Text | None = field(PERSON)


@act(Sphere.OFFICE, "O L")
class PersonAdded(Act):
    """Somebody can sign in, in the roles that are named."""

    person: PersonId = field(PLAIN)
    name: Text = field(OFFICIAL)
    roles: tuple[Role, ...] = field(PLAIN)


@act(Sphere.OFFICE, "O L")
class RoleChanged(Act):
    """Somebody's roles were changed, from what to what."""

    person: PersonId = field(PLAIN)
    before: tuple[Role, ...] = field(PLAIN)
    after: tuple[Role, ...] = field(PLAIN)


@act(Sphere.OFFICE, "O L")
class LinkMade(Act):
    """A link that lets somebody in once was made for them, by whoever recorded this."""

    person: PersonId = field(PLAIN)


@act(Sphere.OFFICE, "O L")
class FactorsTakenAway(Act):
    """Somebody's passkeys and codes were taken away, since they were lost; a link lets them in."""

    person: PersonId = field(PLAIN)


@act(Sphere.OFFICE, "L")
class ServiceTermsSet(Act):
    """From a day on, at which address and from which grade this office treats a paper as received.

    ``grade`` None ends what was said of the address. ``joins`` is the entry of another person that
    this one seconds, word for word the same; where the office asks for two persons, only then do
    the terms stand.

    Authority: LEDGER 19, four grades of delivery.
    """

    channel: Channel = field(PLAIN)
    address: Text = field(PERSON_COMMIT)
    grade: Grade | None = field(PLAIN)
    since: date = field(PLAIN)
    terms: Text | None = field(PERSON_COMMIT, default=None)
    joins: EntryId | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "C L")
class ReportCertified(Act):
    """A person stands for the figures of a report, as counted from the entries of that time.

    ``rests_on`` is a digest over the last entry of every docket that was looked at; ``joins`` is
    the certification of another person that this one seconds, word for word the same;
    ``corrects`` is the filed report in whose place this one is to stand.
    """

    obligation: ObligationId = field(PLAIN)
    template: str = field(PLAIN)
    template_sha256: Sha256 = field(PLAIN)
    period_from: date = field(PLAIN)
    period_to: date = field(PLAIN)
    nil: bool = field(PLAIN)
    counted_at: datetime = field(PLAIN)
    rests_on: Sha256 = field(PLAIN)
    document: Hash = field(FILE_COMMIT)
    joins: EntryId | None = field(PLAIN, default=None)
    corrects: EntryId | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if self.period_from > self.period_to:
            raise ActMalformed(_("A period ends no earlier than it begins."), field="period_to")
        if self.counted_at.tzinfo is None:
            raise ActMalformed(_("Figures are counted at an instant."), field="counted_at")


@act(Sphere.OFFICE, "C L")
class ReportFiled(Act):
    """A report that a law asks for went to whom it is for; ``nil`` where nothing happened.

    It ends the one obligation that it names, whatever others wait for a report; ``certified`` is
    the certification of what was sent, ``corrects`` the filed report in whose place it stands.
    """

    obligation: ObligationId = field(PLAIN)
    nil: bool = field(PLAIN)
    document: Hash | None = field(FILE_COMMIT, default=None)
    to: Text | None = field(PERSON_COMMIT, default=None)
    channel: Channel | None = field(PLAIN, default=None)
    certified: EntryId | None = field(PLAIN, default=None)
    corrects: EntryId | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "any")
class NameSearched(Act):
    """Somebody looked for a person by name among the demands that the searcher may read."""

    name: Text = field(SENSITIVE)

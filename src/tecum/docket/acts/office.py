"""The office docket: who works here, in what role, by which profile; reports that law asks for."""

from __future__ import annotations

from tecum.docket.declare import (
    FILE_COMMIT,
    OFFICIAL,
    PERSON,
    PERSON_COMMIT,
    PLAIN,
    Act,
    Hash,
    Text,
    act,
    field,
)
from tecum.docket.parts import ObligationId, PersonId
from tecum.docket.vocabulary import Sphere
from tecum.words import Channel, Role

__all__ = ["PersonAdded", "ProfileChanged", "ReportFiled", "RoleChanged"]


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


@act(Sphere.OFFICE, "C L")
class ReportFiled(Act):
    """A report that a law asks for went to whom it is for; ``nil`` where nothing happened.

    It ends the one obligation that it names, whatever others wait for a report.
    """

    obligation: ObligationId = field(PLAIN)
    nil: bool = field(PLAIN)
    document: Hash | None = field(FILE_COMMIT, default=None)
    to: Text | None = field(PERSON_COMMIT, default=None)
    channel: Channel | None = field(PLAIN, default=None)

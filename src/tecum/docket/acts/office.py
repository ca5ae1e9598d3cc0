"""The office docket: who works here, in what role, by which profile and packs."""

from __future__ import annotations

from datetime import date

from tecum.docket.declare import OFFICIAL, PERSON, PLAIN, Act, Text, act, field
from tecum.docket.parts import PersonId
from tecum.docket.vocabulary import Sphere
from tecum.provenance import Sha256
from tecum.words import Role

__all__ = [
    "PackActivated",
    "PersonAdded",
    "ProfileChanged",
    "RoleChanged",
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
class PackActivated(Act):
    """A law or policy pack is in force at this office from a day, in this version."""

    pack: str = field(PLAIN)
    sha256: Sha256 = field(PLAIN)
    before: Sha256 | None = field(PLAIN)
    in_force_from: date = field(PLAIN)

"""Packs on the office's docket: proposed, reviewed, approved by two roles, put in force.

Findings keep the digest that they used; a version once in force stays readable for ever.

Authority: DOCKET 1.5, 2.1; LAW section 13.
"""

from __future__ import annotations

from datetime import date

from tecum.docket.declare import OFFICIAL, PERSON, PLAIN, Act, Text, act, field
from tecum.docket.parts import EntryId
from tecum.docket.vocabulary import Sphere
from tecum.provenance import Sha256
from tecum.words import Role

__all__ = ["PackActivated", "PackApproved", "PackBlockReviewed", "PackProposed", "PackReturned"]


@act(Sphere.OFFICE, "A")
class PackProposed(Act):
    """A version of a pack is proposed to take the place of the one in force, if there is one."""

    pack: str = field(PLAIN)
    sha256: Sha256 = field(PLAIN)
    before: Sha256 | None = field(PLAIN)
    reason: Text | None = field(PERSON, default=None)


@act(Sphere.OFFICE, "A C L")
class PackBlockReviewed(Act):
    """Somebody in office read one text of one block beside its source and stands for it."""

    pack: str = field(PLAIN)
    block: str = field(PLAIN)
    sha256: Sha256 = field(PLAIN)
    capacity: Text = field(OFFICIAL)
    note: Text | None = field(PERSON, default=None)


@act(Sphere.OFFICE, "A C L")
class PackApproved(Act):
    """A proposed version may be put in force, says somebody in one of their roles."""

    proposal: EntryId = field(PLAIN)
    as_role: Role = field(PLAIN)


@act(Sphere.OFFICE, "A C L")
class PackReturned(Act):
    """A proposed version goes back to its author, with the reason."""

    proposal: EntryId = field(PLAIN)
    reason: Text = field(PERSON)


@act(Sphere.OFFICE, "O L")
class PackActivated(Act):
    """A law or policy pack is in force at this office from a day, in this version."""

    pack: str = field(PLAIN)
    sha256: Sha256 = field(PLAIN)
    before: Sha256 | None = field(PLAIN)
    in_force_from: date = field(PLAIN)

"""The office docket: other offices whose keys a person trusts, and where exchange rests."""

from __future__ import annotations

from enum import unique

from tecum.docket.declare import PLAIN, Act, act, field
from tecum.docket.vocabulary import Sphere
from tecum.provenance import Sha256
from tecum.words import Word

__all__ = ["ComparedBy", "ConnectionStopped", "ConnectionTrusted", "StoppedFor"]


@unique
class ComparedBy(Word):
    """By which way, other than the one it came by, a fingerprint was compared."""

    IN_PERSON = "in_person"
    KNOWN_NUMBER = "known_number"
    PAPER = "paper"
    COURT_FILING = "court_filing"
    EARLIER_MATTER = "earlier_matter"


@unique
class StoppedFor(Word):
    """Why exchange with an office rests."""

    KEY_CHANGED = "key_changed"
    BY_A_PERSON = "by_a_person"


@act(Sphere.OFFICE, "O L")
class ConnectionTrusted(Act):
    """A person compared another office's keys by another way and trusts them from here on.

    ``trust`` is that office's trust file, public keys and the office's own name;
    ``fingerprint`` is its SHA-256.
    """

    office: str = field(PLAIN)
    name: str = field(PLAIN)
    trust: str = field(PLAIN)
    fingerprint: Sha256 = field(PLAIN)
    compared: ComparedBy = field(PLAIN)
    before: Sha256 | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "S O L")
class ConnectionStopped(Act):
    """Exchange with an office rests until a person trusts its keys anew."""

    office: str = field(PLAIN)
    reason: StoppedFor = field(PLAIN)

"""What a pack's signature says: the text that is signed, and how a signature stands.

``pack.sig`` beside ``pack.toml`` is a signed note over the pack's id and digest. Checking it
needs keys and the log's machinery, which law does not know; see :mod:`tecum.pack_notes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import unique
from typing import TYPE_CHECKING

from tecum.words import Word

if TYPE_CHECKING:
    from tecum.law.pack import Pack

__all__ = ["SIGNATURE_FILE", "Signature", "SignatureStanding", "signed_text"]

SIGNATURE_FILE = "pack.sig"
_FORM = "tecum-pack-signature/1"


@unique
class SignatureStanding(Word):
    """How the signature of a pack stands with the keys that the office knows."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    UNKNOWN_KEY = "unknown key"
    BAD = "bad signature"


@dataclass(frozen=True, slots=True)
class Signature:
    """A standing, the names of the keys that it rests on, and what is wrong if it is bad."""

    standing: SignatureStanding
    by: tuple[str, ...] = ()
    wrong: str = ""

    def __str__(self) -> str:
        """In words: ``signed by example.org/counsel``."""
        names = ", ".join(self.by)
        if self.standing is SignatureStanding.SIGNED:
            return f"signed by {names}"
        if self.standing is SignatureStanding.BAD:
            return f"{self.standing}: {self.wrong}"
        return f"{self.standing}: {names}" if names else self.standing.value


def signed_text(pack: Pack) -> str:
    """The text that a key signs for a pack; it names the pack, so no signature can be moved.

    ```
    tecum-pack-signature/1
    us-ca
    <64 hex digits of the digest>
    ```
    """
    return f"{_FORM}\n{pack.id}\n{pack.sha256}\n"

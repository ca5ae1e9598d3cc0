"""Signed notes: a text, and under it lines that say who signed it.

    text, ending in a line feed
    (empty line)
    — <key name> <base64 of 4 bytes key id ‖ signature>

Authority: C2SP signed-note v1.0.0.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tecum.ledger import ed25519
from tecum.ledger.encodings import from_base64, plain_text, to_base64
from tecum.ledger.refused import refuse_if

__all__ = ["ED25519", "WITNESS", "Key", "Note", "SignatureLine", "is_key_name", "split_key"]

ED25519 = 0x01
WITNESS = 0x04
_DASH = "\u2014 "
_MAX_LINES = 32
_NAME = re.compile(r"[^\s+\x00-\x20\x7f]+")


def is_key_name(name: str) -> bool:
    """Whether a key may be called so: not empty, no space, no plus sign, nothing unprintable."""
    return _NAME.fullmatch(name) is not None


@dataclass(frozen=True)
class Key:
    """A public key with its name: ``name+hex(key id)+base64(type ‖ public key)``."""

    name: str
    type: int
    public: bytes

    @cached_property
    def id(self) -> bytes:
        """The four bytes that stand for name, type and key in a signature line."""
        material = self.name.encode() + b"\n" + bytes([self.type]) + self.public
        return hashlib.sha256(material).digest()[:4]

    @cached_property
    def hash(self) -> bytes:
        """SHA-256 of the 32-byte public key."""
        return hashlib.sha256(self.public).digest()

    @property
    def vkey(self) -> str:
        """The key as one word, as trust files hold it."""
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.type]) + self.public)}"

    @classmethod
    def parse(cls, vkey: str, *types: int) -> Key:
        """Read a vkey of one of the given types; its key id must be right, its point sound.

        Raises:
            Malformed: codes ``key.form``, ``key.type``, ``key.point``, ``key.id``.
        """
        name, key_id, raw = split_key(vkey)
        refuse_if(raw[0] not in types or len(raw) != 33, "key.type")
        refuse_if(not ed25519.is_sound_point(raw[1:]), "key.point")
        key = cls(name, raw[0], raw[1:])
        refuse_if(key.id.hex() != key_id, "key.id")
        return key


class SignatureLine(NamedTuple):
    """Who signed, by name and key id, and the signature."""

    name: str
    id: bytes
    signature: bytes

    @property
    def text(self) -> str:
        """The line as it stands in the note."""
        return f"{_DASH}{self.name} {to_base64(self.id + self.signature)}\n"

    def is_by(self, key: Key) -> bool:
        """Whether the line names this key."""
        return (self.name, self.id) == (key.name, key.id)


@dataclass(frozen=True)
class Note:
    """A text and its signature lines; nothing is verified yet."""

    text: str
    lines: tuple[SignatureLine, ...]

    @classmethod
    def parse(cls, raw: bytes) -> Note:
        """Take a note apart.

        Raises:
            Malformed: codes ``malformed.note``, ``malformed.control``, ``malformed.base64``.
        """
        whole = plain_text(raw, "malformed.note")
        text, blank, block = whole.rpartition("\n\n")
        refuse_if(not blank or not text or not block.endswith("\n"), "malformed.note")
        rows = block[:-1].split("\n")
        refuse_if(len(rows) > _MAX_LINES, "malformed.note")
        return cls(text + "\n", tuple(_read_line(row) for row in rows))

    @property
    def raw(self) -> bytes:
        """The note as bytes, as it was read."""
        return (self.text + "\n" + "".join(line.text for line in self.lines)).encode()


def _read_line(row: str) -> SignatureLine:
    name, space, encoded = row.removeprefix(_DASH).partition(" ")
    refuse_if(not row.startswith(_DASH) or not space or not is_key_name(name), "malformed.note")
    raw = from_base64(encoded)
    refuse_if(len(raw) < 5, "malformed.note")
    return SignatureLine(name, raw[:4], raw[4:])


def split_key(text: str) -> tuple[str, str, bytes]:
    """Name, key id and raw bytes of a key that is written as one word."""
    # Base64 may hold plus signs of its own; the name and the key id may not.
    name, _, rest = text.partition("+")
    key_id, plus, encoded = rest.partition("+")
    refuse_if(not plus or not is_key_name(name), "key.form")
    raw = from_base64(encoded, "key.form")
    refuse_if(not raw, "key.form")
    return name, key_id, raw

"""Statements: what a body says it did, in a closed vocabulary, signed, without personal data.

    tecum.statement/1
    type demand.delivered
    log <base64 SHA-256 of the log's public key>
    …
    (empty line)
    — <office domain>/<role> <signature>

The leaf that goes into the log holds a hash of the whole note, the signer's signature over
that hash and the hash of the signer's key: no text, no name, no time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tecum.ledger import ed25519
from tecum.ledger.encodings import hash_from_base64, read_decimal, read_instant
from tecum.ledger.note import ED25519, WITNESS, Key, Note, SignatureLine
from tecum.ledger.refused import BadSignature, Malformed, refuse_if
from tecum.ledger.vocabulary import CHANNELS, CLOCKS, COMMIT_LABELS, COUNT_LABELS, KEYS, TYPES

__all__ = ["LEAF_BYTES", "Statement", "check_leaf", "leaf_message", "read_lines", "statement_hash"]

HEADER = "tecum.statement/1"
MAX_BYTES = 8192
LEAF_BYTES = 128
_MANY = {"ref": 8, "code": 8, "head": 4, "key": 8, "count": 8, "commit": 16}
_BY_TYPE = {"channel", "grade", "code", "on", "head", "key"}
_PLACE = {name: n for n, name in enumerate(KEYS)}
_UNPRINTABLE = re.compile(rb"[^\n\x20-\x7e]")
_SLUG = re.compile(r"[a-z]+(-[a-z]+)*", re.ASCII)
_CONTENT = re.compile(r"content\.([2-9]|[1-9][0-9]{1,2})", re.ASCII)


def statement_hash(raw: bytes) -> bytes:
    """SHA-256 of the whole note, signatures included: the statement's name everywhere."""
    return hashlib.sha256(raw).digest()


@dataclass(frozen=True)
class Statement:
    """A statement as it was signed; parsed and found well-formed, signatures not yet checked.

    Attributes:
        lines: Every key with its values, in order.
    """

    raw: bytes
    note: Note
    lines: Mapping[str, tuple[str, ...]]

    @classmethod
    def parse(cls, raw: bytes) -> Statement:
        """Read a statement and refuse whatever is not exactly of the form.

        Raises:
            Malformed: a code ``statement.…`` of its own for each refusal.
        """
        refuse_if(len(raw) > MAX_BYTES, "statement.length")
        refuse_if(b"\r" in raw, "statement.cr")
        text = raw.partition(b"\n\n")[0] + b"\n"
        refuse_if(_UNPRINTABLE.search(text), "statement.ascii")
        if not raw.rpartition(b"\n\n")[2].strip(b"\n") or b"\n\n" not in raw:
            raise Malformed("statement.unsigned")
        try:
            note = Note.parse(raw)
        except Malformed as error:
            code = {"malformed.base64": "statement.base64"}.get(error.code, "statement.note")
            raise Malformed(code) from None
        if not 1 <= len(note.lines) <= 8 or any(len(row.signature) != 64 for row in note.lines):
            raise Malformed("statement.signatures")
        return cls(raw, note, read_lines(note.text))

    @property
    def hash(self) -> bytes:
        """The statement hash."""
        return statement_hash(self.raw)

    def value(self, key: str) -> str | None:
        """The value of a key that stands once, or the first of several."""
        return (self.lines.get(key) or (None,))[0]

    @property
    def type(self) -> str:
        """The statement's type."""
        return self.lines["type"][0]

    @property
    def log(self) -> bytes:
        """The hash of the key of the one log that this statement belongs to."""
        return hash_from_base64(self.lines["log"][0], "statement.log")

    @property
    def docket(self) -> str | None:
        """The docket's random name in base64; none for governance."""
        return self.value("docket")

    @property
    def seq(self) -> int | None:
        """Its number on the docket."""
        text = self.value("seq")
        return int(text) if text else None

    @property
    def prev(self) -> bytes | None:
        """The hash of the docket's statement before it."""
        text = self.value("prev")
        return hash_from_base64(text, "statement.base64") if text else None

    @property
    def at(self) -> datetime:
        """The author's time: a claim."""
        return read_instant(self.lines["at"][0], "statement.instant")

    @property
    def clock_error_ms(self) -> int:
        """The clock error that the author states, in milliseconds; 0 where it is unknown."""
        return int(self.lines["clock"][0].partition(" ")[2] or "0")

    @property
    def commits(self) -> dict[str, bytes]:
        """Label → commitment."""
        pairs = (line.split(" ") for line in self.lines.get("commit", ()))
        return {label: hash_from_base64(text, "statement.base64") for label, text in pairs}

    @property
    def first(self) -> SignatureLine:
        """The signature line of the body whose fact it is."""
        return self.note.lines[0]

    def check_signature(self, line: SignatureLine, key: Key) -> None:
        """Refuse unless the key made this line's signature.

        Raises:
            BadSignature: code ``statement.signature``.
        """
        if not ed25519.check(key.public, line.signature, self.note.text.encode()):
            raise BadSignature("statement.signature")


def check_leaf(raw: bytes, leaf: bytes, key: Key | None) -> None:
    """Refuse unless the entry is this statement's, made by the key (as far as it is known).

    Raises:
        BadSignature: codes ``leaf.checksum``, ``leaf.keyhash``, ``leaf.signature``.
    """
    checksum, signature, key_hash = leaf[:32], leaf[32:96], leaf[96:]
    if len(leaf) != LEAF_BYTES or checksum != hashlib.sha256(statement_hash(raw)).digest():
        raise BadSignature("leaf.checksum")
    if key is None:
        return
    refuse_if(key_hash != key.hash, "leaf.keyhash", BadSignature)
    if not ed25519.check(key.public, signature, leaf_message(checksum)):
        raise BadSignature("leaf.signature")


def leaf_message(checksum: bytes) -> bytes:
    """What the leaf's signature is over."""
    return b"sigsum.org/v1/tree-leaf\x00" + checksum


def read_lines(text: str) -> dict[str, tuple[str, ...]]:
    """The lines of a statement by key; whatever is not exactly of the form is refused."""
    refuse_if(not text.endswith("\n"), "statement.note")
    header, *rows = text[:-1].split("\n")
    refuse_if(header != HEADER, "statement.header")
    lines: dict[str, list[str]] = {}
    before = ""
    for row in rows:
        name, space, value = row.partition(" ")
        refuse_if(row != row.strip(" ") or "  " in row or not row, "statement.space")
        refuse_if(name not in _PLACE, "statement.key")
        refuse_if(not space, "statement.value")
        _check_order(before, row)
        _check_value(name, value)
        lines.setdefault(name, []).append(value)
        before = row
    found = {name: tuple(values) for name, values in lines.items()}
    _check_type(found)
    return found


def _check_order(before: str, row: str) -> None:
    if not before:
        return
    refuse_if(row == before, "statement.duplicate")
    old, new = before.partition(" ")[0], row.partition(" ")[0]
    backwards = _PLACE[old] > _PLACE[new] or (old == new and old in _MANY and row < before)
    refuse_if(backwards, "statement.order")
    refuse_if(old == new and old not in _MANY, "statement.duplicate")


def _check_value(name: str, value: str) -> None:
    """Refuse a value that is not of its key's form."""
    words = value.split(" ")
    if name in ("log", "docket", "prev", "ref"):
        hash_from_base64(value, "statement.hash", "statement.base64")
    elif name == "seq":
        refuse_if(read_decimal(value, "statement.decimal") == 0, "statement.decimal")
    elif name == "at":
        read_instant(value, "statement.instant")
    elif name == "on":
        read_instant(f"{value}T00:00:00Z", "statement.date")
    elif name == "clock" and words != ["unknown"]:
        refuse_if(len(words) != 2 or words[0] not in CLOCKS, "statement.clock")
        read_decimal(words[1], "statement.decimal")
    elif name == "channel" and value not in CHANNELS:
        raise Malformed("statement.channel")
    elif name == "head":
        _check_head(words)
    elif name == "key":
        try:
            Key.parse(value, ED25519, WITNESS)
        except Malformed:
            raise Malformed("statement.vkey") from None
    elif name in ("count", "commit"):
        _check_labelled(name, words)


def _check_head(words: Sequence[str]) -> None:
    refuse_if(len(words) != 3, "statement.head")
    read_decimal(words[1], "statement.decimal")
    hash_from_base64(words[2], "statement.hash", "statement.base64")


def _check_labelled(name: str, words: Sequence[str]) -> None:
    refuse_if(len(words) != 2, "statement.value")
    known = COUNT_LABELS if name == "count" else COMMIT_LABELS
    if words[0] not in known and (name == "count" or not _CONTENT.fullmatch(words[0])):
        raise Malformed("statement.label")
    if name == "count":
        read_decimal(words[1], "statement.decimal")
    else:
        hash_from_base64(words[1], "statement.hash", "statement.base64")


def _check_type(lines: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse what the type does not allow, and the absence of what it needs."""
    refuse_if("type" not in lines, "statement.missing")
    kind = TYPES.get(lines["type"][0])
    if kind is None:
        raise Malformed("statement.type")
    number = lines.get("seq", ("0",))[0]
    docket = set() if kind.governance else {"docket", "seq"}
    if number not in ("0", "1"):
        docket |= {"prev"}
    needed = {"type", "log", "at", "clock"} | docket | kind.needs
    may_not = (_BY_TYPE - kind.needs - kind.may) | ({"docket", "seq", "prev"} - docket)
    refuse_if(may_not & lines.keys(), "statement.not_allowed")
    refuse_if(needed - lines.keys(), "statement.missing")
    limits = _MANY | {"code": 8 if kind.many_codes else 1}
    if lines["type"][0] == "erased":
        limits["ref"] = 64
    if any(len(lines.get(name, ())) > most for name, most in limits.items()):
        raise Malformed("statement.times")
    _check_words(lines, kind.codes, kind.grades)
    counted, committed = (
        [line.split(" ")[0] for line in lines.get(name, ())] for name in ("count", "commit")
    )
    if len({*counted}) < len(counted) or len({*committed}) < len(committed):
        raise Malformed("statement.duplicate")
    if (
        any(not {*label.split("|")} & {*committed} for label in kind.commits)
        or {*kind.counts} - {*counted}
        or len(lines.get("head", ())) < kind.heads
    ):
        raise Malformed("statement.missing")


def _check_words(
    lines: Mapping[str, tuple[str, ...]], codes: frozenset[str], grades: frozenset[str]
) -> None:
    for code in lines.get("code", ()):
        if code not in codes and not (not codes and _SLUG.fullmatch(code) and len(code) <= 64):
            raise Malformed("statement.code")
    for grade in lines.get("grade", ()):
        refuse_if(grade not in grades, "statement.grade")

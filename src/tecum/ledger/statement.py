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
from binascii import a2b_base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

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
"""How often a key may stand that may stand again."""
_ALWAYS = frozenset(("type", "log", "at", "clock"))
_ON_DOCKET = frozenset(("docket", "seq", "prev"))
_BY_TYPE = frozenset(("channel", "grade", "code", "on", "head", "key"))
_PLACE = {name: n for n, name in enumerate(KEYS)}
_Check = Callable[[str], object]
"""Refuses a value that is not of the form."""
_CLOCK, _PAIR = ("statement.clock",) * 2, ("statement.value", "statement.label")
_PRINTABLE = bytes([10, *range(0x20, 0x7F)])
_ODD = re.compile(r"\n[ \n]| [ \n]")
"""Spaces or empty lines where a row begins, ends or goes on."""
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
        refuse_if(text.translate(None, _PRINTABLE), "statement.ascii")
        _, blank, signed = raw.rpartition(b"\n\n")
        refuse_if(not blank or not signed.strip(b"\n"), "statement.unsigned")
        try:
            note = Note.parse(raw)
        except Malformed as error:
            code = {"malformed.base64": "statement.base64"}.get(error.code, "statement.note")
            raise Malformed(code) from None
        is_odd = len(note.lines) > 8 or {len(row.signature) for row in note.lines} != {64}
        refuse_if(is_odd, "statement.signatures")
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
        return a2b_base64(self.lines["log"][0])

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
        return a2b_base64(text) if text else None

    @property
    def at(self) -> datetime:
        """The author's time: a claim."""
        return datetime.fromisoformat(self.lines["at"][0])

    @property
    def clock_error_ms(self) -> int:
        """The clock error that the author states, in milliseconds; 0 where it is unknown."""
        return int(self.lines["clock"][0].partition(" ")[2] or "0")

    @property
    def commits(self) -> dict[str, bytes]:
        """Label → commitment."""
        pairs = (line.split(" ") for line in self.lines.get("commit", ()))
        return {label: a2b_base64(text) for label, text in pairs}

    @property
    def first(self) -> SignatureLine:
        """The signature line of the body whose fact it is."""
        return self.note.lines[0]

    def check_signature(self, line: SignatureLine, key: Key) -> None:
        """Refuse unless the key made this line's signature.

        Raises:
            BadSignature: code ``statement.signature``.
        """
        made = ed25519.check(key.public, line.signature, self.note.text.encode())
        refuse_if(not made, "statement.signature", BadSignature)


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
    made = ed25519.check(key.public, signature, leaf_message(checksum))
    refuse_if(not made, "leaf.signature", BadSignature)


def leaf_message(checksum: bytes) -> bytes:
    """What the leaf's signature is over."""
    return b"sigsum.org/v1/tree-leaf\x00" + checksum


def read_lines(text: str) -> dict[str, tuple[str, ...]]:
    """The lines of a statement by key; whatever is not exactly of the form is refused."""
    refuse_if(not text.endswith("\n"), "statement.note")
    header, *rows = text[:-1].split("\n")
    refuse_if(header != HEADER, "statement.header")
    lines: dict[str, list[str]] = {}
    before, at = "", -1
    is_odd = "  " in text or " \n" in text or "\n " in text or "\n\n" in text
    for row in rows:
        name, space, value = row.partition(" ")
        refuse_if(is_odd and _ODD.search(f"\n{row}\n"), "statement.space")
        place = _PLACE.get(name)
        if place is None or not space:
            raise Malformed("statement.key" if place is None else "statement.value")
        if place > at:
            lines[name] = [value]
        else:
            backwards = place < at or (name in _MANY and row < before)
            refuse_if(backwards, "statement.order")
            refuse_if(name not in _MANY or row == before, "statement.duplicate")
            lines[name].append(value)
        if check := _FORMS.get(name):
            check(value)
        before, at = row, place
    found = {name: tuple(values) for name, values in lines.items()}
    _check_type(found)
    return found


def _check_key(text: str) -> None:
    try:
        Key.parse(text, ED25519, WITNESS)
    except Malformed:
        raise Malformed("statement.vkey") from None


def _check_head(text: str) -> None:
    words = text.split(" ")
    refuse_if(len(words) != 3, "statement.head")
    _number(words[1])
    _check_hash(words[2])


def _check_pair(text: str, labels: frozenset[str], check: _Check, *codes: str) -> object:
    label, *rest = text.split(" ")
    refuse_if(len(rest) != 1, codes[0])
    is_file = labels is COMMIT_LABELS and _CONTENT.fullmatch(label)
    refuse_if(label not in labels and not is_file, codes[1])
    return check(rest[0])


def _number(text: str) -> int:
    return read_decimal(text, "statement.decimal")


def _check_hash(text: str) -> None:
    hash_from_base64(text, "statement.hash", "statement.base64")


_FORMS: dict[str, _Check] = {
    **dict.fromkeys(("log", "docket", "prev", "ref"), _check_hash),
    "seq": lambda text: refuse_if(_number(text) == 0, "statement.decimal"),
    "at": lambda text: read_instant(text, "statement.instant"),
    "clock": lambda text: text == "unknown" or _check_pair(text, CLOCKS, _number, *_CLOCK),
    "channel": lambda text: refuse_if(text not in CHANNELS, "statement.channel"),
    "on": lambda text: read_instant(f"{text}T00:00:00Z", "statement.date"),
    "head": _check_head,
    "key": _check_key,
    "count": lambda text: _check_pair(text, COUNT_LABELS, _number, *_PAIR),
    "commit": lambda text: _check_pair(text, COMMIT_LABELS, _check_hash, *_PAIR),
}
"""What refuses a value that is not of its key's form; the other words are the type's."""


@cache
def _rules(name: str, later: bool) -> tuple[frozenset[str], frozenset[str], dict[str, int]]:
    """What a type needs and may not have in a first statement or a later one, and how often."""
    kind, place = TYPES[name], frozenset(["prev"] if later else [])
    place |= frozenset() if kind.governance else {"docket", "seq"}
    may_not = (_BY_TYPE - kind.needs - kind.may) | (_ON_DOCKET - place)
    most = {**_MANY, "code": 8 if kind.many_codes else 1, "ref": 64 if name == "erased" else 8}
    return _ALWAYS | place | kind.needs, may_not, most


def _check_type(lines: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse what the type does not allow, and the absence of what it needs."""
    refuse_if("type" not in lines, "statement.missing")
    kind = TYPES.get(lines["type"][0])
    if kind is None:
        raise Malformed("statement.type")
    needs, may_not, most = _rules(lines["type"][0], lines.get("seq") not in (None, ("1",)))
    refuse_if(not may_not.isdisjoint(lines), "statement.not_allowed")
    refuse_if(not needs <= lines.keys(), "statement.missing")
    too_many = [name for name, values in lines.items() if len(values) > most.get(name, 1)]
    refuse_if(too_many, "statement.times")
    for code in lines.get("code", ()):
        is_slug = not kind.codes and _SLUG.fullmatch(code) and len(code) <= 64
        refuse_if(code not in kind.codes and not is_slug, "statement.code")
    refuse_if(not kind.grades.issuperset(lines.get("grade", ())), "statement.grade")
    counted, committed = (
        [line.partition(" ")[0] for line in lines.get(name, ())] for name in ("count", "commit")
    )
    is_double = len({*counted}) < len(counted) or len({*committed}) < len(committed)
    refuse_if(is_double, "statement.duplicate")
    absent = [one for one in kind.commits if not {*one.split("|")} & {*committed}]
    absent += {*kind.counts} - {*counted}
    refuse_if(absent or len(lines.get("head", ())) < kind.heads, "statement.missing")

"""Receipts: one file that proves an entry to whoever holds a trust file, without a server.

    c2sp.org/tlog-proof@v1
    extra <base64 of JSON tecum.receipt/1>
    index <n>
    <base64 path hash> …
    (empty line)
    <checkpoint with its signature lines, verbatim>

Authority: C2SP tlog-proof. Everything in ``extra`` is unauthenticated and recomputed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import from_base64, has_control, hash_from_base64, read_decimal
from tecum.ledger.note import Note
from tecum.ledger.refused import Malformed, refuse_if
from tecum.ledger.statement import LEAF_BYTES, Statement

__all__ = ["HEADER", "Earlier", "Receipt", "Token"]

HEADER = "c2sp.org/tlog-proof@v1"
_MAX_EXTRA = 1024 * 1024
_MAX_BYTES = 2 * _MAX_EXTRA
_MAX_DEPTH = 6
_MEMBERS = ("schema", "statement", "leaf", "disclosures", "earlier", "timestamps")


@dataclass(frozen=True)
class Earlier:
    """A head from before the entry, and the proof that the receipt's head extends it."""

    note: Note
    consistency: tuple[bytes, ...]


@dataclass(frozen=True)
class Token:
    """A time token over the head, and the name under which its authority is pinned."""

    tsa: str
    der: bytes


@dataclass(frozen=True)
class Receipt:
    """A receipt taken apart; nothing in it has been verified."""

    statement: Statement
    leaf: bytes
    index: int
    path: tuple[bytes, ...]
    note: Note
    openings: tuple[Opening, ...] = ()
    earlier: Earlier | None = None
    tokens: tuple[Token, ...] = ()
    unknown: tuple[str, ...] = ()

    @classmethod
    def parse(cls, raw: bytes) -> Receipt:
        """Read a receipt.

        Raises:
            Malformed: codes ``malformed.control``, ``.header``, ``.extra``, ``.index``,
                ``.proof``, ``.note``, ``.base64``, ``.statement``.
        """
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Malformed("malformed.control") from None
        refuse_if(has_control(text), "malformed.control")
        refuse_if(len(raw) > _MAX_BYTES, "malformed.extra")
        header, _, rest = text.partition("\n")
        refuse_if(header != HEADER, "malformed.header")
        extra, _, rest = rest.partition("\n")
        refuse_if(not extra.startswith("extra "), "malformed.extra")
        members = _read_json(from_base64(extra.removeprefix("extra ")))
        index, _, rest = rest.partition("\n")
        refuse_if(not index.startswith("index "), "malformed.index")
        number = read_decimal(index.removeprefix("index "), "malformed.index")
        path, rest = _read_path(rest)
        return _assemble(members, number, path, Note.parse(rest.encode()))


def _read_path(rest: str) -> tuple[tuple[bytes, ...], str]:
    hashes: list[bytes] = []
    while rest and not rest.startswith("\n"):
        row, end, rest = rest.partition("\n")
        refuse_if(not end, "malformed.proof")
        hashes.append(hash_from_base64(row, "malformed.proof"))
        refuse_if(len(hashes) > 63, "malformed.proof")
    refuse_if(not rest, "malformed.note")
    return tuple(hashes), rest[1:]


def _read_json(raw: bytes) -> dict[str, object]:
    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("a member stands twice")
        return found

    def refuse(_: str) -> object:
        raise ValueError("not a number of JSON")

    try:
        if len(raw) > _MAX_EXTRA:
            raise ValueError("too long")
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=members, parse_constant=refuse)
        if not isinstance(value, dict) or _depth(value) > _MAX_DEPTH:
            raise ValueError("not an object, or too deep")
    except (ValueError, RecursionError):
        raise Malformed("malformed.extra") from None
    return value


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0


def _assemble(
    members: dict[str, object], index: int, path: tuple[bytes, ...], note: Note
) -> Receipt:
    refuse_if(members.get("schema") != "tecum.receipt/1", "malformed.extra")
    leaf = from_base64(_text(members, "leaf"))
    refuse_if(len(leaf) != LEAF_BYTES, "malformed.extra")
    openings = tuple(Opening.read(one) for one in _list(members, "disclosures"))
    tokens = tuple(
        Token(_text(one, "tsa"), from_base64(_text(one, "token")))
        for one in _list(members, "timestamps")
    )
    earlier = None
    if "earlier" in members:
        inner = members["earlier"]
        hashes = [one for one in _list(inner, "consistency") if isinstance(one, str)]
        if len(hashes) != len(_list(inner, "consistency")) or len(hashes) > 64:
            raise Malformed("malformed.extra")
        head = _bytes(_text(inner, "checkpoint"))
        earlier = Earlier(
            Note.parse(head), tuple(hash_from_base64(one, "malformed.extra") for one in hashes)
        )
    try:
        statement = Statement.parse(_bytes(_text(members, "statement")))
    except Malformed as error:
        if error.code == "malformed.extra":
            raise
        raise Malformed("malformed.statement", detail=error.code) from None
    unknown = tuple(ascii(name)[1:-1][:64] for name in members if name not in _MEMBERS)
    return Receipt(statement, leaf, index, path, note, openings, earlier, tokens, unknown)


def _text(members: object, name: str) -> str:
    value = members.get(name) if isinstance(members, dict) else None
    if not isinstance(value, str):
        raise Malformed("malformed.extra")
    return value


def _list(members: object, name: str) -> list[object]:
    value = members.get(name, []) if isinstance(members, dict) else None
    if not isinstance(value, list):
        raise Malformed("malformed.extra")
    return value


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise Malformed("malformed.extra") from None

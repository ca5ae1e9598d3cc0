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
from functools import lru_cache
from typing import NamedTuple

from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import from_base64, hash_from_base64, member, plain_text, read_decimal
from tecum.ledger.note import Note
from tecum.ledger.refused import Malformed, refuse_if
from tecum.ledger.statement import LEAF_BYTES, Statement

__all__ = ["HEADER", "Earlier", "Receipt", "Token"]

HEADER = "c2sp.org/tlog-proof@v1"
_MAX_EXTRA = 1024 * 1024
_MAX_BYTES = 2 * _MAX_EXTRA
_MAX_DEPTH = 6
_MEMBERS = ("schema", "statement", "leaf", "disclosures", "earlier", "timestamps")


class Earlier(NamedTuple):
    """A head from before the entry, and the proof that the receipt's head extends it."""

    note: Note
    consistency: tuple[bytes, ...]


class Token(NamedTuple):
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
        text = plain_text(raw, "malformed.control")
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
        return _assemble(members, number, path, _head(rest.encode()))


_head = lru_cache(maxsize=8)(Note.parse)
"""Many receipts stand under one head: it is taken apart once for all of them."""


def _read_path(rest: str) -> tuple[tuple[bytes, ...], str]:
    block, blank, note = f"\n{rest}".partition("\n\n")
    rows = block.split("\n")[1:]
    unended = "" if blank else rows.pop()
    # The first that is wrong, from the top, is the reason that is given.
    hashes = tuple([hash_from_base64(row, "malformed.proof") for row in rows[:64]])
    refuse_if(len(rows) > 63 or unended, "malformed.proof")
    refuse_if(not blank, "malformed.note")
    return hashes, note


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a member stands twice")
    return found


def _refuse(_: str) -> object:
    raise ValueError("not a number of JSON")


_JSON = json.JSONDecoder(object_pairs_hook=_members, parse_constant=_refuse)


def _read_json(raw: bytes) -> dict[str, object]:
    try:
        value = _JSON.decode(raw.decode("utf-8")) if len(raw) <= _MAX_EXTRA else None
        if isinstance(value, dict) and _depth(value) <= _MAX_DEPTH:
            return value
    except (ValueError, RecursionError):
        pass
    raise Malformed("malformed.extra")


def _depth(value: dict[str, object] | list[object]) -> int:
    inside = value.values() if isinstance(value, dict) else value
    return 1 + max([_depth(one) for one in inside if isinstance(one, (dict, list))], default=0)


def _assemble(
    members: dict[str, object], index: int, path: tuple[bytes, ...], note: Note
) -> Receipt:
    refuse_if(members.get("schema") != "tecum.receipt/1", "malformed.extra")
    leaf = from_base64(member(str, members, "leaf"))
    refuse_if(len(leaf) != LEAF_BYTES, "malformed.extra")
    openings = tuple(Opening.read(one) for one in member(list, members, "disclosures"))
    tokens = tuple(
        Token(member(str, one, "tsa"), from_base64(member(str, one, "token")))
        for one in member(list, members, "timestamps")
    )
    earlier = _earlier(members["earlier"]) if "earlier" in members else None
    try:
        statement = Statement.parse(_bytes(member(str, members, "statement")))
    except Malformed as error:
        if error.code == "malformed.extra":
            raise
        raise Malformed("malformed.statement", detail=error.code) from None
    unknown = tuple(ascii(name)[1:-1][:64] for name in members if name not in _MEMBERS)
    return Receipt(statement, leaf, index, path, note, openings, earlier, tokens, unknown)


def _earlier(inner: object) -> Earlier:
    hashes = member(list, inner, "consistency")
    refuse_if(
        len(hashes) > 64 or any(not isinstance(one, str) for one in hashes), "malformed.extra"
    )
    note = Note.parse(_bytes(member(str, inner, "checkpoint")))
    return Earlier(note, tuple(hash_from_base64(one, "malformed.extra") for one in hashes))


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise Malformed("malformed.extra") from None

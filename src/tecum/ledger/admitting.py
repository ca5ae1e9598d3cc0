"""What a log asks of a statement before it becomes an entry: its log, its signers, its leaf."""

from __future__ import annotations

from collections.abc import Mapping

from tecum.ledger.errors import BadSignature, Malformed, UnknownKey
from tecum.ledger.note import ED25519, WITNESS, Key
from tecum.ledger.signing import SigningKey, make_leaf
from tecum.ledger.statement import Statement, check_leaf
from tecum.ledger.store import Row

__all__ = ["row_of"]

Which = tuple[str, bytes]
"""Name and id of a key, as a signature line has them."""


def row_of(
    raw: bytes,
    leaf: bytes | None,
    log: Key,
    signers: Mapping[Which, Key],
    keys: Mapping[Which, SigningKey],
) -> Row:
    """The row of a statement that this log takes, its leaf made where none came with it.

    Args:
        signers: Who may speak here. ``keys``: the private keys with which leaves can be made.

    Raises:
        Malformed: it is not of the form, or belongs to another log.
        UnknownKey: its signer does not speak here, or cannot make its leaf.
        BadSignature: a signature does not hold.
    """
    statement = Statement.parse(raw)
    if statement.log != log.hash:
        raise Malformed("statement.log", "The statement belongs to another log.")
    line = statement.first
    which = (line.name, line.id)
    key = signers.get(which)
    if key is None:
        raise UnknownKey(
            "The statement's signer is not one of this log's signers.",
            why="The log states in entry 0 which keys speak in it.",
            do="Sign with an enrolled key.",
        )
    statement.check_signature(line, key)
    if statement.type == "key.rotated":
        _check_rotation(statement, key)
    if leaf is not None:
        check_leaf(raw, leaf, key)
        return Row.of(statement, leaf)
    signer = keys.get(which)
    if signer is None:
        raise UnknownKey(
            "The log does not hold this signer's private key.",
            do="Hand in the leaf together with the statement.",
        )
    return Row.of(statement, make_leaf(raw, signer))


def _check_rotation(statement: Statement, old: Key) -> None:
    """A rotation counts only if the new key has signed it too."""
    for vkey in statement.lines["key"]:
        new = Key.parse(vkey, ED25519, WITNESS)
        for line in statement.note.lines[1:]:
            if line.is_by(new) and new.public != old.public:
                statement.check_signature(line, new)
                return
    raise BadSignature("statement.signature")

"""Receipts made, and written as files to hand out; the verifier only reads them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import BadProof, BadSignature, NotInLog, StorageFailed
from tecum.ledger.heads import Heads
from tecum.ledger.merkle import check_inclusion, leaf_hash
from tecum.ledger.nodes import kept_nodes
from tecum.ledger.proofs import consistency, inclusion
from tecum.ledger.receipt import HEADER, Earlier, Receipt
from tecum.ledger.statement import Statement
from tecum.ledger.store import Row
from tecum.ledger.tiles import Fetch, node_reader

__all__ = ["Tree", "opening_json", "receipt_name", "receipt_of", "write_receipt"]


class Tree(NamedTuple):
    """The size of the head that a receipt is under, and a tree that is as large: files, size."""

    size: int
    files: Fetch
    whole: int


def receipt_of(
    row: Row,
    index: int,
    tree: Tree,
    heads: Heads,
    openings: Sequence[Opening],
) -> bytes:
    """The receipt of an entry under one head, beside the last cosigned head before it.

    Raises:
        NotInLog: no such head is kept, or it does not hold the entry.
        StorageFailed: the tiles do not lead from the entry to that head.
        BadSignature: code ``disclosure.…``: an opening that would sink the receipt.
    """
    size = tree.size
    before = max((one for one in heads.cosigned_sizes() if 0 < one <= index), default=None)
    try:
        earlier = before and Earlier(
            heads.note(before, newest=True),
            tuple(consistency(before, size, node_reader(tree.files, tree.whole))),
        )
        note = heads.note(size, newest=False)
        root = Checkpoint.parse(note.text).root
        receipt = Receipt(
            Statement.parse(row.statement),
            row.leaf,
            index,
            _path(leaf_hash(row.leaf), index, root, tree),
            note,
            tuple(openings),
            earlier or None,
            heads.tokens(size),
        )
    except (LookupError, ValueError) as error:
        raise NotInLog(f"No proof to a head of size {size}: {error}.") from None
    commits = receipt.statement.commits
    for opening in receipt.openings:
        if commits.get(opening.label) != opening.commitment:
            raise BadSignature(f"disclosure.{opening.label}")
    return write_receipt(receipt)


def _path(leaf: bytes, index: int, root: bytes, tree: Tree) -> tuple[bytes, ...]:
    """The path to the head, checked: from what is kept of the tiles, else from the tiles."""
    for reader in (kept_nodes, node_reader):
        path = inclusion(index, tree.size, reader(tree.files, tree.whole))
        with suppress(BadProof):
            check_inclusion(leaf, index, tree.size, path, root)
            return tuple(path)
    raise StorageFailed("prove an entry", "the tiles do not lead to the head")


def opening_json(opening: Opening) -> dict[str, str]:
    """The opening as receipts and the vault hold it."""
    shown = (
        {"sha256": to_base64(opening.sha256)}
        if opening.value is None
        else {"value": to_base64(opening.value)}
    )
    return {"label": opening.label, "salt": to_base64(opening.salt), **shown}


def write_receipt(receipt: Receipt) -> bytes:
    """The receipt as a file."""
    members: dict[str, object] = {
        "schema": "tecum.receipt/1",
        "statement": receipt.statement.raw.decode(),
        "leaf": to_base64(receipt.leaf),
    }
    if receipt.openings:
        members["disclosures"] = [opening_json(opening) for opening in receipt.openings]
    if receipt.earlier:
        members["earlier"] = {
            "checkpoint": receipt.earlier.note.raw.decode(),
            "consistency": [to_base64(one) for one in receipt.earlier.consistency],
        }
    if receipt.tokens:
        members["timestamps"] = [
            {"tsa": token.tsa, "token": to_base64(token.der)} for token in receipt.tokens
        ]
    extra = json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()
    rows = [HEADER, f"extra {to_base64(extra)}", f"index {receipt.index}"]
    rows += [to_base64(one) for one in receipt.path]
    return ("\n".join(rows) + "\n\n").encode() + receipt.note.raw


def receipt_name(receipt: Receipt) -> str:
    """The first 16 hex digits of the statement hash, and nothing that tells of a matter."""
    return f"{receipt.statement.hash.hex()[:16]}.tlog-proof"

"""Receipts made, and written as files to hand out; the verifier only reads them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import BadSignature, NotInLog
from tecum.ledger.heads import Heads
from tecum.ledger.merkle import NodeReader
from tecum.ledger.proofs import consistency, inclusion
from tecum.ledger.receipt import HEADER, Earlier, Receipt
from tecum.ledger.statement import Statement
from tecum.ledger.store import Row

__all__ = ["opening_json", "receipt_name", "receipt_of", "write_receipt"]


def receipt_of(
    row: Row,
    index: int,
    tree: tuple[int, NodeReader],
    heads: Heads,
    openings: Sequence[Opening],
) -> bytes:
    """The receipt of an entry under one head, beside the last cosigned head before it.

    Args:
        tree: The size of that head, and what reads the hashes of a tree that is as large.

    Raises:
        NotInLog: no such head is kept, or it does not hold the entry.
        BadSignature: code ``disclosure.…``: an opening that would sink the receipt.
    """
    size, node = tree
    before = max((one for one in heads.cosigned_sizes() if 0 < one <= index), default=None)
    try:
        earlier = before and Earlier(
            heads.note(before, newest=True), tuple(consistency(before, size, node))
        )
        receipt = Receipt(
            Statement.parse(row.statement),
            row.leaf,
            index,
            tuple(inclusion(index, size, node)),
            heads.note(size, newest=False),
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

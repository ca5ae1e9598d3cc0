"""Receipts as files to hand out; the verifier only reads them."""

from __future__ import annotations

import json

from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import to_base64
from tecum.ledger.receipt import HEADER, Receipt

__all__ = ["opening_json", "receipt_name", "write_receipt"]


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

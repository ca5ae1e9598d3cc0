"""A dispute as one file: the table, the page, every receipt that counts, and the trust file.

receipts/ours, receipts/theirs   each proves itself to whoever holds a trust file
statements/                      what was presented without a receipt: one side's word
dispute.json, dispute.html       what they establish, what not
trust.policy                     whose keys counted here; compare it with the bodies themselves
MANIFEST                         SHA-256 of every file

No document is in it: receipts hold commitments, and what their side chose to open.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from tecum.exchange.dispute.page import as_html
from tecum.exchange.dispute.papers import Paper
from tecum.exchange.errors import NotAMessage
from tecum.exchange.message import parse
from tecum.ledger.archive import zipped
from tecum.ledger.errors import Malformed
from tecum.ledger.handing import receipt_name
from tecum.ledger.receipt import HEADER as RECEIPT
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import HEADER, Statement

__all__ = ["evidence"]

_README = """This file holds what two offices presented about a demand, and what it establishes.

receipts/ours, receipts/theirs   receipts by the side that signed them
statements/                      statements that were presented without a receipt
dispute.html, dispute.json       what is established, by what strength, and what is not
trust.policy                     the trust file that was used; SHA-256 {policy}
MANIFEST                         SHA-256 of every file here

To check: tecum verify receipts/*/* --policy trust.policy, or open verify.html and drop the
receipts and the trust file in. The trust file here says whose keys counted for whoever made this
file. Take the keys from the bodies themselves by another way before you rely on it.

A receipt shows when a statement was fixed, by whom, and that nothing was altered, removed or
slipped in since. It does not show that the statement is true, or who is right.
"""


def evidence(
    found: Mapping[str, Any],
    ours: Iterable[Paper],
    theirs: Iterable[Paper],
    policy: bytes,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """One deterministic zip file of a dispute.

    Args:
        found: The dispute as ``tecum.dispute/1``.
        more: Further files, e.g. contradictions that were kept.
    """
    members = dict(more or {})
    for side, papers in (("ours", ours), ("theirs", theirs)):
        for paper in papers:
            members.update(_proof(side, paper))
    members["dispute.json"] = json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"
    members["dispute.html"] = as_html(found).encode()
    members["trust.policy"] = policy
    members["README.txt"] = _README.format(policy=hashlib.sha256(policy).hexdigest()).encode()
    rows = [f"{hashlib.sha256(raw).hexdigest()}  {name}\n" for name, raw in sorted(members.items())]
    members["MANIFEST"] = "".join(rows).encode()
    return zipped(members)


def _proof(side: str, paper: Paper) -> dict[str, bytes]:
    """The receipt in a paper, else the bare statement; nothing of what can be neither."""
    raw = paper.raw
    with suppress(NotAMessage, Malformed):
        if raw.startswith(b"statement.note\0"):
            message = parse(raw)
            raw = message.receipt or message.statement.raw
        if raw.startswith(HEADER.encode() + b"\n"):
            return {f"statements/{side}/{Statement.parse(raw).hash.hex()[:16]}.note": raw}
        if raw.startswith(RECEIPT.encode()):
            return {f"receipts/{side}/{receipt_name(Receipt.parse(raw))}": raw}
    return {}

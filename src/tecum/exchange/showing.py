"""The receipts of one docket as files: ours as they are now, others' as they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tecum.errors import UsageError
from tecum.exchange.desk import Desk
from tecum.ledger.commitment import Opening
from tecum.ledger.handing import receipt_name
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import Statement

__all__ = ["write_receipts"]

_CHUNK = 1000


def write_receipts(desk: Desk, docket: str, out: Path, labels: Sequence[str]) -> tuple[int, int]:
    """Write ``ours/`` and ``theirs/`` and give how many of each.

    Args:
        labels: What is opened of our own statements, where they hold it.

    Raises:
        UsageError: the log holds no such docket, or the folder cannot be written.
        Erased: what is to be opened was erased.
    """
    own = list(_statements(desk, docket))
    if not own:
        raise UsageError("The log holds no statement of this docket.", code="exchange.docket")
    theirs = list(_their_names(desk, docket))
    try:
        for folder in ("ours", "theirs"):
            (out / folder).mkdir(parents=True, exist_ok=True)
        for statement in own:
            wanted = [label for label in labels if label in statement.commits]
            raw = _proof(desk, statement, desk.openings(statement, wanted))
            (out / "ours" / receipt_name(Receipt.parse(raw))).write_bytes(raw)
        for name in theirs:
            raw = desk.files.read(f"taken/{name}.tecum") or b""
            (out / "theirs" / f"{name[:16]}.tecum").write_bytes(raw)
    except OSError as error:
        raise UsageError(
            f'"{out.name}" cannot be written: {error.strerror}.', code="file.unwritable"
        ) from error
    return len(own), len(theirs)


def _proof(desk: Desk, statement: Statement, openings: Sequence[Opening]) -> bytes:
    """A receipt under the first head that witnesses saw: it bounds the time most closely."""
    head = desk.log.head
    least = desk.log.find(statement.hash) + 1
    size = None if head is None else desk.log.heads.first(least, head.size)
    return desk.log.prove(statement.hash, openings, size=size)


def _statements(desk: Desk, docket: str) -> Iterator[Statement]:
    size = desk.log.store.size()
    for start in range(0, size, _CHUNK):
        for row in desk.log.store.rows(start, min(start + _CHUNK, size)):
            statement = Statement.parse(row.statement)
            if statement.docket == docket:
                yield statement


def _their_names(desk: Desk, docket: str) -> Iterator[str]:
    for name in desk.files.names("dockets"):
        kept = (desk.files.read(f"dockets/{name}") or b"").decode("ascii").strip()
        if kept == docket and desk.files.read(f"taken/{name}.tecum") is not None:
            yield name

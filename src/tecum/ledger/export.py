"""What leaves a log as files: its public folder for a mirror, and a docket's evidence in one file.

A mirror is never ahead of what it holds: the head comes last. The evidence bundle needs no
server: receipts, statements, the heads they stand under, and how to check them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from tecum.errors import UsageError
from tecum.ledger.archive import zipped
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import from_base64, to_base64
from tecum.ledger.errors import Malformed, NotInLog, Quarantined
from tecum.ledger.folder import Folder
from tecum.ledger.handing import receipt_name
from tecum.ledger.log import Log
from tecum.ledger.note import Note
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import Statement

__all__ = ["docket_name", "evidence_bundle", "export_tiles"]

_NEWER = ("checkpoint",)
_GROWING = ".cosignatures"
_README = """This file shows what one log holds about one docket.

receipts/     one receipt for each statement; each proves itself to whoever holds a trust file
statements/   the same statements as text, by their number on the docket
heads/        the heads of the log that the receipts stand under, with their cosignatures
evidence/     what this office has kept about contradictions, where there is anything
MANIFEST      SHA-256 of every file here

To check: tecum verify receipts/* --policy TRUST-FILE, or open verify.html and drop the receipts
in. The trust file must come from the body itself by another way, never together with this file.

A receipt shows when a statement was fixed, by whom, and that nothing was altered, removed or
slipped in since. It does not show that the statement is true. "No statement found" means: none
up to the head of size {size}, which is the newest here.
"""


def export_tiles(log: Log, public: Path, out: Path, *, entries: bool = True) -> Checkpoint:
    """Copy a log's public folder; what is there already must be the same.

    Args:
        entries: Whether the bundles of entries go too; without them a mirror serves hashes.

    Returns:
        The head that the copy ends with.

    Raises:
        Quarantined: code ``rollback.journal`` where the copy holds a larger head than the log,
            ``tile.mismatch`` where a file of the copy has other bytes.
        NotInLog: no head was published yet.
    """
    newest = (public / "checkpoint").read_bytes() if (public / "checkpoint").exists() else None
    if newest is None:
        raise NotInLog("No head was published yet.", do="Append a statement first.")
    head = Checkpoint.parse(Note.parse(newest).text)
    target = Folder(out)
    _require_no_larger(target, head)
    for path in sorted(path for path in public.rglob("*") if path.is_file()):
        name = path.relative_to(public).as_posix()
        is_ours = name in _NEWER or path.name[0] == "." or name.startswith("nodes/")
        if is_ours or not (entries or "/entries/" not in name):
            continue
        data = path.read_bytes()
        if name.endswith(_GROWING):
            if target.read(name) != data:
                target.replace(name, data)
        else:
            target.create(name, data)
    target.replace("checkpoint", newest)
    return head


def _require_no_larger(target: Folder, head: Checkpoint) -> None:
    there = target.read("checkpoint")
    if there is None:
        return
    with suppress(Malformed):
        held = Checkpoint.parse(Note.parse(there).text)
        if held.origin != head.origin:
            raise UsageError("The folder holds another log.", code="log.not-empty")
        if held.size > head.size:
            raise Quarantined(
                "rollback.journal", f"the copy holds a head of size {held.size}, we {head.size}"
            )


def docket_name(text: str) -> str:
    """A docket's random name as statements hold it, from base64 or hex.

    Raises:
        UsageError: it is neither.
    """
    with suppress(ValueError):
        if len(text) == 64:
            return to_base64(bytes.fromhex(text))
    try:
        if len(from_base64(text)) == 32:
            return text
    except Malformed:
        pass
    raise UsageError("A docket is named by 64 hex digits or in base64.", code="log.docket")


def evidence_bundle(
    log: Log,
    docket: str,
    *,
    openings: Callable[[bytes], Sequence[Opening]] = lambda _: (),
    evidence: Path | None = None,
) -> bytes:
    """Everything the log holds about a docket, as one deterministic zip file.

    Args:
        docket: Its name in base64.
        openings: Statement hash → the openings that go into its receipt.
        evidence: The folder of contradictions that goes too.

    Raises:
        NotInLog: the log holds no statement of this docket.
    """
    found: dict[str, bytes] = {}
    size = log.head.size if log.head else 0
    for row in log.store.rows(0, size):
        statement = Statement.parse(row.statement)
        if statement.docket != docket:
            continue
        raw = log.prove(row.statement_hash, openings(row.statement_hash))
        receipt = Receipt.parse(raw)
        found[f"receipts/{receipt_name(receipt)}"] = raw
        found[f"statements/{statement.seq:06d}.statement"] = row.statement
        earlier = [receipt.earlier.note] if receipt.earlier is not None else []
        for note in (receipt.note, *earlier):
            name = f"heads/{Checkpoint.parse(note.text).size}"
            if len(note.raw) > len(found.get(name, b"")):
                found[name] = note.raw
    if not found:
        raise NotInLog(
            f"No statement of this docket was found up to the head of size {size}.",
            do="Check the docket's name.",
        )
    found["heads/newest"] = log.files.read("checkpoint") or log.newest()
    if evidence is not None and evidence.is_dir():
        for path in sorted(evidence.glob("*.txt")):
            found[f"evidence/{path.name}"] = path.read_bytes()
    found["README.txt"] = _README.format(size=size).encode()
    rows = [f"{hashlib.sha256(raw).hexdigest()}  {name}\n" for name, raw in sorted(found.items())]
    found["MANIFEST"] = "".join(rows).encode()
    return zipped(found)

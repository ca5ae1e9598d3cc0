"""The way back for a log that may not sign: put back what is missing, prove it against every head.

Nothing is signed here. Entries come from a newer backup; tiles are written again from entries;
the journal is made again from the largest head that anybody holds, once the entries hash to it.
Where they do not, the only way is a new log (:mod:`tecum.ledger.succession`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

from tecum.ledger.checkpoint import SignedCheckpoint
from tecum.ledger.errors import BadSignature, Malformed, Quarantined, StorageFailed
from tecum.ledger.folder import Files, Folder, Part, replace_durably
from tecum.ledger.heads import Heads
from tecum.ledger.journal import FileJournal, Head, locked
from tecum.ledger.log import Log
from tecum.ledger.merkle import root_of
from tecum.ledger.note import Key, Note
from tecum.ledger.proofs import Range
from tecum.ledger.sequencer import rehash
from tecum.ledger.store import SqliteStore, Store
from tecum.ledger.tiles import node_reader
from tecum.ledger.witness.claims import SeenBy
from tecum.ledger.writer import Writer

__all__ = ["recover"]

_AT_ONCE = 256 * 256
"""Entries written in one go: a whole number of tiles, so that no partial ones arise on the way."""


def recover(
    directory: Path, *, entries: Path | None = None, heads: Mapping[str, bytes] | None = None
) -> Head:
    """Bring entries, tiles and journal up to the largest head of this log that anybody holds.

    Args:
        entries: A newer copy of ``entries.sqlite``.
        heads: Name → heads of this log that witnesses, mirrors or receipts hold.

    Returns:
        The head that the journal holds now.

    Raises:
        Quarantined: ``rollback.entries`` where entries are still missing, ``fork.root`` where
            they do not hash to a head, ``leaf.mismatch`` where one is damaged.
        Malformed, BadSignature: a head that was handed in is not this log's.
    """
    log = Log.open(directory)
    with locked(directory / "private" / "lock"):
        before = _shown(log, directory)
        if entries is not None:
            with closing(SqliteStore(entries)) as source:
                _fetch(log.store, source)
        known = _known_heads(log, directory, heads or {})
        if not known:
            raise Quarantined("journal.lost", "no head of this log is known")
        _require_roots(log.store, known)
        largest = max(known.values(), key=lambda one: one.head.size)
        sizes = {one.head.size for one in known.values()}
        written = _write_tiles(log.store, Folder(directory / "public"), sizes)
        node = node_reader(log.files.read, largest.head.size)
        if root_of(largest.head.size, node) != largest.head.root:
            raise Quarantined("tile.mismatch", "the tiles do not hash to the head")
        head = _put_journal(directory, log, largest)
        after = _shown(log, directory)
        if written or before != after:
            _keep_told(directory, f"Before: {before}.\nNow: {after}.\nMade again: {written}.\n")
        return head


def _shown(log: Log, directory: Path) -> str:
    """What the log holds, in words for the evidence."""
    head = None
    with suppress(Quarantined):
        head = FileJournal(directory / "private" / "head.journal").read()
    size = f"a head of size {head.size}" if head is not None else "no head"
    return f"{log.store.size()} entries, {size} in the journal"


def _keep_told(directory: Path, text: str) -> None:
    """Keep what was put back as evidence; ``tecum.ledger.notices`` states it in the log."""
    folder = directory / "evidence"
    raw = f"Entries, tiles or journal were put back.\n{text}".encode()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StorageFailed("keep the evidence", error.strerror or "unknown") from error
    replace_durably(folder / f"restore-{sha256(raw).hexdigest()[:16]}.txt", raw)


def _fetch(store: Store, source: Store) -> None:
    """Take over the entries that are missing, each hashed again."""
    start, end = store.size(), source.size()
    last = next(store.rows(start - 1, start), None) if start else None
    if start and end >= start and next(source.rows(start - 1, start)) != last:
        raise Quarantined("fork.root", f"the copy holds another entry {start - 1}")
    at = start
    while at < end:
        rows = list(source.rows(at, min(at + 1000, end)))
        for index, row in enumerate(rows, at):
            rehash(row, index)
        if not rows:
            raise Quarantined("leaf.mismatch", f"entry {at} is missing in the copy")
        store.insert(rows)
        at += len(rows)


def _known_heads(
    log: Log, directory: Path, handed: Mapping[str, bytes]
) -> dict[str, SignedCheckpoint]:
    """Every head of this log that is kept here, was shown by a witness, or was handed in."""
    found = {name: _ours(raw, log.key) for name, raw in handed.items()}
    mine = Heads(log.files)
    raws = {f"checkpoints/{size}": mine.as_signed(size) for size in mine.sizes()}
    raws["checkpoint"] = log.files.read("checkpoint") or b""
    for name, seen in SeenBy(directory / "private" / "witnesses").claims():
        raws[name] = seen.head.encode()
    with suppress(Quarantined):
        head = FileJournal(directory / "private" / "head.journal").read()
        raws["journal"] = head.as_signed if head is not None else b""
    for name, raw in raws.items():
        with suppress(Malformed, BadSignature):
            found[name] = _ours(raw, log.key)
    return found


def _ours(raw: bytes, key: Key) -> SignedCheckpoint:
    signed = SignedCheckpoint.verify(Note.parse(raw), key)
    if signed.head.origin != key.name:
        raise Malformed("malformed.note")
    return signed


def _require_roots(store: Store, known: Mapping[str, SignedCheckpoint]) -> None:
    """Every known head must be a root of the entries that are here now."""
    wanted = {one.head.size for one in known.values()}
    edge = Range()
    roots = {0: edge.root()}
    for index, row in enumerate(store.rows(0, max(wanted))):
        rehash(row, index)
        edge.append(row.leaf_hash)
        if edge.size in wanted:
            roots[edge.size] = edge.root()
    if edge.size < max(wanted):
        raise Quarantined(
            "rollback.entries", f"{edge.size} entries, a head of size {max(wanted)} is known"
        )
    for name, one in known.items():
        if roots[one.head.size] != one.head.root:
            raise Quarantined("fork.root", f"the entries do not hash to the head of {name}")


class _Again:
    """The public files, of which those made again from checked entries replace damaged ones."""

    def __init__(self, files: Files) -> None:
        self._files, self.written = files, 0
        self.read, self.replace, self.names = files.read, files.replace, files.names
        self.settle = files.settle

    def put(self, parts: Iterable[Part]) -> None:
        """Write the right bytes, whatever was there."""
        other = [part for part in parts if self.read(part.path) != part.data]
        self._files.put(part._replace(replaces=True) for part in other)
        self.written += len(other)

    lay = put

    def create(self, path: str, data: bytes) -> None:
        """The same for one file."""
        self.put([Part(path, data)])


def _write_tiles(store: Store, files: Files, sizes: set[int]) -> int:
    """Write every tile and bundle of these sizes again where it is missing or other; how many."""
    edges = sorted({*sizes, *range(0, max(sizes), _AT_ONCE)} - {0})
    at, again = 0, _Again(files)
    for edge in edges:
        rows = [row.leaf for row in store.rows(at, edge)]
        Writer(again, at, edge).write(rows)
        at = edge
    return again.written


def _put_journal(directory: Path, log: Log, largest: SignedCheckpoint) -> Head:
    path = directory / "private" / "head.journal"
    journal = FileJournal(path)
    try:
        old = journal.read()
    except Quarantined:
        replace_durably(directory / "evidence" / "damaged.journal", path.read_bytes())
        path.unlink()
        old = None
    if old is not None and old.size >= largest.head.size:
        return old
    serial = old.serial + 1 if old is not None else len(log.heads.sizes()) + 1
    new = Head(largest.head, largest.as_signed, serial)
    if not journal.swap(old, new):
        raise Quarantined("journal.lost", "another process changed the journal")
    return new

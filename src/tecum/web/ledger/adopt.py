"""Entries and journal that move from a log's folder into the database's tables.

The move ends with a full audit before anything is signed again (LEDGER 12); only then are the
folder's own files set aside. Broken off at any point it is begun again.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tecum.ledger.config import LogConfig, put_setting
from tecum.ledger.errors import OutOfSequence, Quarantined
from tecum.ledger.folder import Folder
from tecum.ledger.journal import FileJournal
from tecum.ledger.log import Log, Parts
from tecum.ledger.mending import settle
from tecum.ledger.store import SqliteStore
from tecum.web.home import fsync_folder

__all__ = ["adopt"]

_CHUNK = 1000


def adopt(folder: Path, parts: Callable[[str], Parts]) -> None:
    """Move what lies in the folder into the tables, if anything does.

    Raises:
        Quarantined: the tables hold another history, or the audit found something.
    """
    entries, journal = (folder / "private" / name for name in ("entries.sqlite", "head.journal"))
    config = LogConfig.read(folder)
    if config.store == "database":
        return
    if not entries.exists():
        put_setting(folder, "store", "database")
        return
    there = parts(config.origin)
    with closing(SqliteStore(entries)) as source:
        there.store.carry(source.all_carried())
        size = source.size()
        for start in range(0, size, _CHUNK):
            rows = list(source.rows(start, min(size, start + _CHUNK)))
            try:
                found = there.store.insert(rows)
            except OutOfSequence:
                found = []
            if found != list(range(start, start + len(rows))):
                raise Quarantined("fork.root", "the database holds other entries of this log")
    source_journal = FileJournal(journal)
    settle(source_journal, Folder(folder / "public"))
    head = source_journal.read()
    if head is not None and there.journal.read() is None:
        if not there.journal.swap(None, head):
            raise Quarantined("journal.lost", "another process wrote the journal")
        if not source_journal.recent().heads:
            there.journal.settle(head.size)
    report = Log.open(folder, parts=parts).audit(
        witnesses=[one.key for one in config.witnesses], authorities=config.pins
    )
    if not report.is_clean:
        found = report.findings[0]
        raise Quarantined(found.code, f"after moving the entries: {found.where}")
    put_setting(folder, "store", "database")
    for path in (entries, journal):
        if path.exists():
            path.rename(path.with_name(f"{path.name}.moved"))
    fsync_folder(folder)

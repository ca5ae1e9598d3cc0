"""Old backups put back, in every combination: the log refuses, says why, and offers the way out.

``TECUM_TEST_ROLLBACK_ROUNDS`` sets how many made-up histories are tried (default 2).
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import Malformed, Quarantined
from tecum.ledger.log import Log
from tecum.ledger.recovery import recover
from tecum.ledger.signing import signed_head
from tecum.ledger.store import SqliteStore
from tests.unit.ledger.office import Office, log_key

ROUNDS = int(os.environ.get("TECUM_TEST_ROLLBACK_ROUNDS", "2"))
PARTS = {
    "entries": ["private/entries.sqlite"],
    "tiles": ["public/tile"],
    "journal": ["private/head.journal"],
    "heads": ["public/checkpoint", "public/checkpoints"],
}
CODES = {
    "rollback.entries",
    "rollback.journal",
    "tile.mismatch",
    "fork.root",
    "leaf.mismatch",
    "journal.lost",
}
HARMLESS = (["heads"], ["journal", "heads"], ["tiles", "journal", "heads"])
COMBINED = [
    [name for n, name in enumerate(PARTS) if mask >> n & 1] for mask in range(1, 2 ** len(PARTS))
]


def close(office: Office) -> None:
    assert isinstance(office.log.store, SqliteStore)
    office.log.store.close()


def copy(office: Office, target: Path) -> None:
    rows = sqlite3.connect(office.folder / "private/entries.sqlite")
    rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rows.close()
    shutil.copytree(office.folder, target)


def put_back(folder: Path, backup: Path, names: list[str]) -> None:
    for path in (part for name in names for part in PARTS[name]):
        target = folder / path
        if target.is_dir():
            shutil.rmtree(target)
        for extra in ("-wal", "-shm"):
            target.with_name(target.name + extra).unlink(missing_ok=True)
        if (backup / path).is_dir():
            shutil.copytree(backup / path, target)
        else:
            shutil.copyfile(backup / path, target)


def history(folder: Path, seed: int) -> tuple[Office, Path]:
    """A log with a backup from somewhere in the middle of its life."""
    chance = random.Random(seed)
    office = Office.at(folder / "log")
    for _ in range(chance.randint(1, 3)):
        made = [office.statement() for _ in range(chance.choice([1, 2, 5, 250, 256]))]
        office.log.append(made)
    copy(office, folder / "backup")
    for _ in range(chance.randint(1, 3)):
        office.log.append([office.statement() for _ in range(chance.choice([1, 3, 7, 260]))])
    close(office)
    return office, folder / "backup"


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_whatever_old_part_is_put_back_the_log_refuses_and_can_be_brought_up_again(
    tmp_path: Path, seed: int
) -> None:
    office, backup = history(tmp_path, seed)
    head = Log.open(office.folder).newest()
    shutil.copytree(office.folder, tmp_path / "whole")
    for names in COMBINED:
        folder = tmp_path / "_".join(names)
        shutil.copytree(tmp_path / "whole", folder)
        put_back(folder, backup, names)
        log = Log.open(folder)
        if names in HARMLESS:
            # The entries are whole: the same heads are made and published again.
            assert log.checkpoint() == head
            assert log.audit({"kept": head}).findings == []
            continue
        if len(names) == len(PARTS):
            # Alone it cannot know; a head that anybody kept tells it.
            log.check()
            assert {code for code, _ in log.audit({"kept": head}).findings} == {"rollback.journal"}
        else:
            with pytest.raises(Quarantined) as refused:
                log.checkpoint()
            assert refused.value.code in CODES, names
            assert "tecum log recover" in refused.value.do
            assert "tecum log continue" in refused.value.do
            assert list((folder / "evidence").glob("quarantine-*.txt"))
            statement = Office(folder, log, {}).statement(docket=bytes(32))
            with pytest.raises(Quarantined):
                log.append([statement])
        recover(
            folder,
            entries=tmp_path / "whole/private/entries.sqlite" if "entries" in names else None,
            heads={"kept": head},
        )
        again = Log.open(folder)
        assert again.checkpoint() == head
        assert again.audit({"kept": head}).findings == []
        shutil.rmtree(folder)


def test_what_is_not_there_cannot_be_recovered(tmp_path: Path) -> None:
    office, backup = history(tmp_path, 1)
    put_back(office.folder, backup, ["entries"])
    with pytest.raises(Quarantined) as refused:
        recover(office.folder)
    assert refused.value.code == "rollback.entries"
    with pytest.raises(Quarantined) as refused:
        recover(office.folder, entries=backup / "private/entries.sqlite")
    assert refused.value.code == "rollback.entries"


def test_another_history_is_not_taken_for_a_recovery(tmp_path: Path) -> None:
    office, backup = history(tmp_path, 1)
    put_back(office.folder, backup, ["entries", "journal"])
    other = Office.at(tmp_path / "other/log")
    count = Log.open(tmp_path / "backup").store.size() + 600
    other.log.append([other.statement(code="another-act") for _ in range(count)])
    close(other)
    with pytest.raises(Quarantined) as refused:
        recover(office.folder, entries=other.folder / "private/entries.sqlite")
    assert refused.value.code == "fork.root"
    fork = signed_head(Checkpoint(log_key().name, 1, bytes(32)), log_key())
    put_back(office.folder, tmp_path / "backup", ["entries", "journal", "tiles", "heads"])
    with pytest.raises(Quarantined) as refused:
        recover(office.folder, heads={"shown": fork})
    assert refused.value.code == "fork.root"
    with pytest.raises(Malformed):
        recover(office.folder, heads={"shown": b"x"})


def test_a_lost_or_damaged_journal_is_made_again_from_the_largest_head(tmp_path: Path) -> None:
    office, _ = history(tmp_path, 2)
    path = office.folder / "private/head.journal"
    head = Log.open(office.folder).newest()
    for damage in (None, b"{}", b""):
        path.unlink()
        if damage is not None:
            path.write_bytes(damage)
        with pytest.raises(Quarantined):
            Log.open(office.folder).checkpoint()
        assert recover(office.folder).as_signed == head
        assert Log.open(office.folder).checkpoint() == head
    assert (office.folder / "evidence/damaged.journal").exists()


def test_damaged_tiles_are_written_again_from_entries_that_hash_to_the_head(
    tmp_path: Path,
) -> None:
    office, _ = history(tmp_path, 3)
    paths = [path for path in (office.folder / "public/tile").rglob("*") if path.is_file()]
    for path in paths:
        raw = bytearray(path.read_bytes())
        raw[len(raw) // 2] ^= 1
        path.write_bytes(raw)
    with pytest.raises(Quarantined):
        Log.open(office.folder).checkpoint()
    recover(office.folder)
    assert Log.open(office.folder).audit().findings == []


def test_a_damaged_entry_is_named_and_not_built_upon(tmp_path: Path) -> None:
    office, _ = history(tmp_path, 3)
    rows = sqlite3.connect(office.folder / "private/entries.sqlite")
    rows.execute("UPDATE entry SET leaf = zeroblob(128) WHERE idx = 2")
    rows.commit()
    rows.close()
    with pytest.raises(Quarantined, match="entry 2"):
        recover(office.folder)


def test_a_log_without_any_head_has_nothing_to_recover(tmp_path: Path) -> None:
    office = Office.at(tmp_path / "log")
    with pytest.raises(Quarantined, match="no head"):
        recover(office.folder)

"""The entries' database and the files of a step: durable together, read from any medium."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tecum.ledger import folder
from tecum.ledger.errors import OutOfSequence, Quarantined, StorageFailed
from tecum.ledger.folder import Folder, Part, replace_durably
from tecum.ledger.signing import draft, sign
from tecum.ledger.statement import Statement
from tecum.ledger.store import Row, SqliteStore
from tests.unit.ledger.office import AT, INTAKE, Office, leaf


def row(raw: bytes) -> Row:
    return Row.of(Statement.parse(raw), leaf(raw))


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "entries.sqlite")


def test_a_batch_keeps_what_is_there_and_what_it_holds_twice(
    store: SqliteStore, office: Office
) -> None:
    rows = [row(office.statement(bytes([n % 3]) * 32)) for n in range(9)]
    assert store.insert(rows[:4]) == [0, 1, 2, 3]
    assert store.insert([]) == []
    assert store.insert([rows[2], rows[4], rows[4], rows[5], rows[0]]) == [2, 4, 4, 5, 0]
    assert [one.statement_hash for one in store.rows(0, 9)] == [
        one.statement_hash for one in rows[:6]
    ]
    gap = row(office.statement(bytes([8]) * 32)), row(office.statement(bytes([8]) * 32))
    with pytest.raises(OutOfSequence):
        store.insert([rows[6], gap[1]])
    assert store.size() == 6, "a batch is taken whole or not at all"


def test_of_no_docket_too_what_is_there_keeps_its_place(store: SqliteStore, office: Office) -> None:
    """No number tells that a statement about the log itself stands there already."""
    made = [
        sign(draft("clock.status", office.log.key.hash, AT, code=code), INTAKE)
        for code in ("synchronised", "unsynchronised", "stepped")
    ]
    rows = [row(raw) for raw in made]
    assert store.insert(rows[:2]) == [0, 1]
    assert store.insert([rows[2], rows[0], rows[1], rows[2]]) == [2, 0, 1, 2]
    assert store.insert(rows) == [0, 1, 2]
    assert store.size() == 3


BY_HASH = """
CREATE TABLE entry (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL, leaf_hash BLOB NOT NULL,
  statement_hash BLOB NOT NULL UNIQUE);
CREATE TABLE statement (hash BLOB PRIMARY KEY, bytes BLOB NOT NULL, docket TEXT, seq INTEGER);
INSERT INTO statement VALUES ('a', 'b', NULL, NULL);
DELETE FROM statement;
"""


def test_a_file_from_before_statements_stood_by_index_is_gone_on_with(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as made:
        made.executescript(BY_HASH)
    rows = [row(office.statement()) for _ in range(6)]
    old, new = SqliteStore(path), SqliteStore(tmp_path / "new.sqlite")
    for store in (old, new):
        assert store.insert(rows[:4]) == [0, 1, 2, 3]
        assert store.insert(rows[3:]) == [3, 4, 5]
    plain = [one._replace(parsed=None) for one in rows]
    assert list(old.rows(0, 9)) == list(new.rows(0, 9)) == plain
    assert SqliteStore(path).last(rows[0].read().docket) == (6, rows[5].statement_hash)


def test_more_than_one_question_for_hashes(store: SqliteStore, office: Office) -> None:
    rows = [row(office.statement()) for _ in range(510)]
    assert store.insert(rows) == list(range(510))
    assert store.insert(rows) == list(range(510))


def test_a_commit_waits_for_the_disk_in_one_file(store: SqliteStore, tmp_path: Path) -> None:
    assert store._rows.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store._rows.execute("PRAGMA synchronous").fetchone() == (2,)
    assert (tmp_path / ".entries.sqlite.lock").exists()


@pytest.mark.parametrize("closed", [True, False])
def test_a_medium_that_nobody_writes_to_is_read(
    office: Office, monkeypatch: pytest.MonkeyPatch, closed: bool
) -> None:
    office.add(3)
    path = office.folder / "private" / "entries.sqlite"
    if closed:
        office.log.store.close()  # type: ignore[attr-defined]
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    store = SqliteStore(path)
    assert store.size() == 3
    assert len(list(store.rows(0, 3))) == 3
    with pytest.raises(StorageFailed):
        store.insert([row(office.statement())])


def test_the_files_of_a_step_are_synchronised_one_by_one_and_their_folder_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Folder(tmp_path)
    files.create("a/0", b"0")
    asked: list[str] = []
    fsync, replace = os.fsync, os.replace

    def told(handle: int) -> None:
        place = str(Path(f"/proc/self/fd/{handle}").readlink())
        asked.append(Path(place).name.split(".")[1] if place.endswith(".new") else "folder")
        fsync(handle)

    def named(path: str, target: str) -> None:
        asked.append(f"to {Path(target).name}")
        replace(path, target)

    monkeypatch.setattr(os, "fsync", told)
    monkeypatch.setattr(os, "replace", named)
    files.put([Part("a/1", b"1"), Part("a/2", b"2"), Part("a/0", b"00", replaces=True)])
    assert asked == ["1", "2", "0", "to 1", "to 2", "to 0", "folder"]
    assert [files.read(f"a/{n}") for n in range(3)] == [b"00", b"1", b"2"]


@pytest.mark.parametrize("can", [True, False], ids=["exchanged", "renamed"])
def test_what_is_laid_in_anothers_place_is_whole_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can: bool
) -> None:
    if not can:
        monkeypatch.setattr(folder, "_renameat2", lambda: None)
    files = Folder(tmp_path)
    for n in range(4):
        files.lay([Part("checkpoint", bytes([n]) * (9 - n), replaces=True)])
        assert files.read("checkpoint") == bytes([n]) * (9 - n)
    assert [path.name for path in tmp_path.iterdir()] == ["checkpoint"]


def test_a_system_that_exchanges_no_names_is_one_where_they_are_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(_: None) -> object:
        raise OSError

    monkeypatch.setattr(folder.ctypes, "CDLL", absent)
    folder._renameat2.cache_clear()
    try:
        assert folder._renameat2() is None
        assert not folder._exchange(str(tmp_path / "a"), str(tmp_path / "b"))
    finally:
        folder._renameat2.cache_clear()


def test_of_many_files_that_wait_beside_each_other_one_failure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, fsync, waited = Folder(tmp_path), os.fsync, set[str]()
    files.lay(Part(f"many/{n}", b"%d" % n) for n in range(40))

    def told(handle: int) -> None:
        waited.add(Path(f"/proc/self/fd/{handle}").readlink().name)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", told)
    files.settle(f"many/{n}" for n in range(40))
    assert waited >= {str(n) for n in range(40)}

    def fails(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().name == "17":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(StorageFailed):
        files.settle(f"many/{n}" for n in range(40))


def test_other_bytes_in_one_place_keep_the_whole_step_from_being_written(tmp_path: Path) -> None:
    files = Folder(tmp_path)
    files.create("a/2", b"2")
    with pytest.raises(Quarantined, match="other bytes"):
        files.put([Part("a/1", b"1"), Part("a/2", b"3")])
    assert files.read("a/1") is None
    files.put([Part("a/1", b"1"), Part("a/2", b"2")])
    assert files.names("a") == ["1", "2"]


def test_a_long_file_is_read_whole(tmp_path: Path) -> None:
    data = os.urandom(64 * 1024)
    files = Folder(tmp_path)
    for more in (b"", b"x", data):
        files.replace("long", data + more)
        assert files.read("long") == data + more


def test_a_damaged_database_is_a_storage_failure(tmp_path: Path) -> None:
    path = tmp_path / "entries.sqlite"
    path.write_bytes(b"no database at all, but long enough to be read as one" * 100)
    with pytest.raises(StorageFailed):
        SqliteStore(path).size()


@pytest.mark.parametrize("place", ["tile/0/000.p/3", "tile/entries/000.p/3"])
def test_a_flipped_edge_is_found_before_anything_is_built_on_it(office: Office, place: str) -> None:
    office.add(3)
    path = office.folder / "public" / place
    raw = bytearray(path.read_bytes())
    raw[40] ^= 1
    path.write_bytes(raw)
    with pytest.raises(Quarantined) as refused:
        office.log.append([office.statement()])
    assert refused.value.code == "tile.mismatch"
    assert not path.with_name("4").exists()


def test_a_file_named_without_a_folder_is_written_beside_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    open_ = os.open

    def told(path: str, flags: int, mode: int = 0o777) -> int:
        opened.append(str(Path(path).parent))
        return open_(path, flags, mode)

    monkeypatch.setattr(os, "open", told)
    replace_durably(Path("here"), b"1")
    assert (tmp_path / "here").read_bytes() == b"1"
    # The temporary file lies in the folder, and the folder itself is opened to be synchronised.
    assert opened == [str(tmp_path), str(tmp_path.parent)]

"""The log's entries and journal as tables of a real PostgreSQL: the same steps as in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import psycopg
import pytest

from tecum.errors import UsageError
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import OutOfSequence, Quarantined, StorageFailed
from tecum.ledger.journal import Head
from tecum.ledger.log import Log, Parts
from tecum.ledger.merkle import root_of
from tecum.ledger.note import Note
from tecum.ledger.signing import signed_head
from tecum.ledger.statement import Statement, statement_hash
from tecum.ledger.store import ANY, EVERY, Row, SqliteStore
from tecum.ledger.tiles import node_reader
from tecum.web.ledger.adopt import adopt
from tecum.web.ledger.store import TABLES, PostgresJournal, PostgresStore, postgres_parts
from tests.unit.ledger.office import Office, log_key
from tests.web.server import running

pytestmark = [pytest.mark.postgresql, pytest.mark.xdist_group("log-store")]
Connect = Callable[[], "psycopg.Connection[Any]"]


@pytest.fixture(scope="module")
def server() -> Iterator[Connect]:
    with running() as address:
        url = urlsplit(address)
        host = dict(parse_qsl(url.query))["host"]

        def connect() -> psycopg.Connection[Any]:
            return psycopg.connect(host=host, user="postgres", dbname="postgres")

        with connect() as line:
            line.execute(TABLES)
        yield connect


@pytest.fixture
def connect(server: Connect) -> Connect:
    with server() as line:
        line.execute(
            "TRUNCATE ledger_log_entry, ledger_log_statement, ledger_log_carried,"
            " ledger_log_head, ledger_log_recent"
        )
    return server


@pytest.fixture
def office(tmp_path: Path, connect: Connect) -> Iterator[Office]:
    made = Office.at(tmp_path / "log", parts=postgres_parts(connect))
    yield made
    assert isinstance(made.log.store, PostgresStore)
    made.log.store.close()


def test_a_log_in_the_database_is_a_log(office: Office, connect: Connect) -> None:
    made = office.add(3)
    assert office.log.append([office.statement() for _ in range(300)]) == list(range(3, 303))
    assert office.log.append(made) == [0, 1, 2]
    assert office.log.audit().findings == []
    again = Log.open(office.folder, parts=postgres_parts(connect))
    again.check()
    assert again.head == office.log.head
    assert again.find(statement_hash(made[2])) == 2
    assert len(again.prove(statement_hash(made[2]))) > 1000
    assert not (office.folder / "private/entries.sqlite").exists()


def test_the_same_entries_make_the_same_bytes_as_in_a_folder(
    office: Office, tmp_path: Path
) -> None:
    other = Office.at(tmp_path / "other/log")
    for count in (1, 255, 3):
        raws = [office.statement() for _ in range(count)]
        office.log.append(raws)
        other.log.append(raws)
    for path in (office.folder / "public").rglob("*"):
        if path.is_file():
            same = other.folder / "public" / path.relative_to(office.folder / "public")
            assert path.read_bytes() == same.read_bytes()


def test_dockets_are_held_to_their_order(office: Office) -> None:
    office.add(2)
    store = office.log.store
    assert store.last(None) is None
    last = store.last(Statement.parse(office.statement()).docket)
    assert last is not None
    assert last[0] == 2
    bad = office.statement()
    with pytest.raises(OutOfSequence):
        office.log.append([bad])
    assert store.size() == 2
    store.carry([("x", 5, bytes(32))])
    assert store.carried("x") == (5, bytes(32))
    assert ("x", 5, bytes(32)) in list(store.lasts())
    assert len(list(store.lasts())) == 2
    store.carry([(EVERY, *ANY)])
    assert store.last("unheard of") == ANY


def head(size: int, serial: int) -> Head:
    checkpoint = Checkpoint(log_key().name, size, bytes([size]) * 32)
    return Head(checkpoint, signed_head(checkpoint, log_key()), serial)


def test_only_the_first_of_two_swaps_succeeds(connect: Connect) -> None:
    one, two = (PostgresJournal(connect, log_key().name) for _ in range(2))
    assert one.read() is None
    assert one.swap(None, head(1, 1))
    assert not two.swap(None, head(2, 1))
    assert two.swap(head(1, 1), head(2, 2))
    assert not one.swap(head(1, 1), head(3, 2))
    assert one.read() == head(2, 2)
    with connect() as line:
        line.execute("UPDATE ledger_log_head SET size = 3")
    with pytest.raises(Quarantined):
        one.read()
    one.close()
    two.close()


def test_two_logs_lie_side_by_side(connect: Connect) -> None:
    one, other = PostgresStore(connect, "one"), PostgresStore(connect, "other")
    other_head = PostgresJournal(connect, "other")
    raw = Row(bytes(128), bytes(32), bytes(32), b"")
    with connect() as line:
        line.execute(
            "INSERT INTO ledger_log_entry VALUES ('one', 0, %s, %s, %s)",
            [raw.leaf, raw.leaf_hash, raw.statement_hash],
        )
    assert (one.size(), other.size()) == (1, 0)
    assert other_head.read() is None
    for line_of in (one, other, other_head):
        line_of.close()


def test_a_gap_ends_the_reading(office: Office, connect: Connect) -> None:
    office.add(3)
    with connect() as line:
        line.execute("DELETE FROM ledger_log_entry WHERE idx = 1")
    assert len(list(office.log.store.rows(0, 3))) == 1
    assert ("leaf.mismatch", "entry 1 is missing") in office.log.audit().findings


def test_an_old_copy_of_the_database_is_a_rollback(office: Office, connect: Connect) -> None:
    office.add(2)
    kept = office.log.newest()
    office.add(2)
    with connect() as line:
        line.execute("DELETE FROM ledger_log_entry WHERE idx > 1")
    with pytest.raises(Quarantined) as refused:
        Log.open(office.folder, parts=postgres_parts(connect)).checkpoint()
    assert refused.value.code == "rollback.entries"
    size, root = 2, Checkpoint.parse(kept.decode().partition("\n\n")[0] + "\n").text.split("\n")[2]
    with connect() as line:
        line.execute(
            "UPDATE ledger_log_head SET size = %s, root = %s, checkpoint = %s",
            [size, root, kept.decode()],
        )
    with pytest.raises(Quarantined) as refused:
        Log.open(office.folder, parts=postgres_parts(connect)).checkpoint()
    assert refused.value.code == "rollback.journal"


def test_a_connection_that_is_cut_off_is_a_storage_failure_and_comes_back(
    office: Office, connect: Connect
) -> None:
    office.add(1)
    with connect() as line:
        line.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    raw = office.statement()
    found: list[int] = []
    failures = 0
    while not found:
        try:
            found = office.log.append([raw])
        except StorageFailed:
            failures += 1
            assert failures < 10
    assert found == [1]
    assert failures
    assert office.log.audit().findings == []


def test_a_replica_is_not_read_from(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tecum.web.ledger.store._one", lambda *words: True)
    with pytest.raises(StorageFailed, match="primary"):
        PostgresStore(connect, "x").size()


def test_two_writers_without_a_lock_make_one_history(office: Office, connect: Connect) -> None:
    count = 40

    def write(name: bytes) -> list[int]:
        parts = postgres_parts(connect, use_lock=False)
        mine = Office(office.folder, Log.open(office.folder, parts=parts))
        return [mine.log.append([mine.statement(name * 32)])[0] for _ in range(count)]

    with ThreadPoolExecutor(2) as pool:
        found = [index for side in pool.map(write, (b"a", b"b")) for index in side]
    assert sorted(found) == list(range(2 * count))
    again = Log.open(office.folder, parts=postgres_parts(connect))
    assert again.audit().findings == []
    node = node_reader(again.files.read, 2 * count)
    for size in again.heads.sizes():
        root = Checkpoint.parse(Note.parse(again.heads.as_signed(size)).text).root
        assert root_of(size, node) == root


def test_a_log_moves_from_its_folder_into_the_database(tmp_path: Path, connect: Connect) -> None:
    office = Office.at(tmp_path / "log")
    office.log.append([office.statement() for _ in range(1200)])
    assert isinstance(office.log.store, SqliteStore)
    office.log.store.close()
    newest = office.log.newest()
    parts: Callable[[str], Parts] = postgres_parts(connect)
    adopt(office.folder, parts)
    moved = Office(office.folder, Log.open(office.folder, parts=parts), office.last)
    assert moved.log.newest() == newest
    moved.add(1)
    assert moved.log.audit().findings == []
    with pytest.raises(UsageError, match="database"):
        Log.open(office.folder)
    adopt(office.folder, parts)
    assert not (office.folder / "private/entries.sqlite").exists()
    other = Office.at(tmp_path / "other/log")
    other.log.append([other.statement(code="another-act")])
    with pytest.raises(Quarantined):
        adopt(other.folder, parts)

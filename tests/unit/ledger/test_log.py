"""The log: durable order, idempotence, refusing to sign, and what the audit finds."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tecum.errors import UsageError
from tecum.ledger.bundles import entries_of
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import (
    BadSignature,
    Busy,
    Malformed,
    NotInLog,
    OutOfSequence,
    Quarantined,
    UnknownKey,
)
from tecum.ledger.journal import FileJournal
from tecum.ledger.log import Log
from tecum.ledger.merkle import leaf_hash
from tecum.ledger.policy import Policy
from tecum.ledger.proofs import Range
from tecum.ledger.receipt import Receipt
from tecum.ledger.sequencer import MAX_WAITING, Sequencer
from tecum.ledger.signing import sign, signed_head
from tecum.ledger.statement import statement_hash
from tecum.ledger.store import Row, SqliteStore
from tecum.ledger.tiles import node_reader
from tecum.ledger.verify import Outcome, verify
from tests.unit.ledger.office import DOCKET, INTAKE, Office, key, leaf, log_key, opening

AT = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def test_a_new_log_opens_with_its_signers_and_private_keys(tmp_path: Path) -> None:
    roles = ["office.example/intake", "office.example/operator"]
    log = Log.create(tmp_path / "log", 'The "Office"', roles, at=AT, clock="ntp 50")
    row = next(log.store.rows(0, 1))
    assert b"type log.opened\n" in row.statement
    assert b"office.example/operator" in row.statement.rpartition(b"\n\n")[2]
    for path in (tmp_path / "log/private/keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.read_text().startswith("PRIVATE+KEY+")
    policy = Policy.parse((tmp_path / "log/trust.policy").read_bytes())
    assert verify(log.prove(row.statement_hash), policy).outcome is Outcome.LOGGED
    assert Log.open(tmp_path / "log").head == log.head
    with pytest.raises(UsageError, match="not empty"):
        Log.create(tmp_path / "log", "x", roles, at=AT, clock="unknown")


def test_a_folder_without_a_log_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no usable log"):
        Log.open(tmp_path)


def test_appending_is_contiguous_and_idempotent(office: Office) -> None:
    first, second = office.statement(), office.statement()
    assert office.log.append([first, second]) == [0, 1]
    assert office.log.append([second, first, first]) == [1, 0, 0]
    assert office.log.head is not None
    assert office.log.head.size == 2
    assert office.log.append([]) == []


def test_a_leaf_may_be_handed_in(office: Office) -> None:
    raw = office.statement()
    log = Log(
        office.log.store,
        FileJournal(office.folder / "private/head.journal"),
        office.log.files,
        log_key(),
        [INTAKE.key],
    )
    with pytest.raises(UnknownKey, match="private key"):
        log.append([raw])
    with pytest.raises(BadSignature):
        log.append([raw], [bytes(128)])
    assert log.append([raw], [leaf(raw)]) == [0]
    with pytest.raises(ValueError, match="one leaf"):
        log.append([raw], [])


def test_what_does_not_belong_is_refused(office: Office) -> None:
    raw = office.statement()
    text = raw.decode().partition("\n\n")[0] + "\n"
    own = next(row for row in text.splitlines() if row.startswith("log "))
    with pytest.raises(Malformed, match="another log"):
        office.log.append([sign(text.replace(own, f"log {'A' * 43}="), INTAKE)])
    with pytest.raises(UnknownKey):
        office.log.append([sign(text, key("stranger.example/intake"))])
    with pytest.raises(BadSignature):
        office.log.append([raw.replace(b"09:14:00", b"09:14:01")])
    assert office.log.append([raw]) == [0]


def test_a_gap_or_branch_in_a_docket_is_refused(office: Office) -> None:
    first, second = office.statement(), office.statement()
    with pytest.raises(OutOfSequence) as caught:
        office.log.append([second])
    assert caught.value.fields == {"expected_seq": 1, "expected_prev": None}
    office.log.append([first, second])
    office.last[DOCKET] = (1, statement_hash(first))
    with pytest.raises(OutOfSequence) as caught:
        office.log.append([office.statement(code="another-act")])
    assert caught.value.fields["expected_prev"] == statement_hash(second)
    assert office.log.store.size() == 2


def test_more_than_it_takes_is_refused(office: Office) -> None:
    row = Row(b"", b"", b"", b"")
    with pytest.raises(Busy):
        office.log._sequencer.append([row] * (MAX_WAITING + 1))


@pytest.mark.parametrize("count", [1, 2, 255, 256, 257, 300])
def test_tiles_of_one_batch_equal_tiles_of_many(tmp_path: Path, count: int) -> None:
    office = Office.at(tmp_path / "log")
    made = [office.statement() for _ in range(count)]
    office.log.append(made[: count // 2])
    office.log.append(made[count // 2 :])
    edge = Range()
    for raw in made:
        edge.append(leaf_hash(leaf(raw)))
    assert office.log.head == Checkpoint(log_key().name, count, edge.root())
    node = node_reader(office.log.files.read, count)
    assert Range.read(count, node).hashes == edge.hashes
    assert office.log.audit().findings == []
    again = Office.again(office.folder)
    again.log.check()
    for at in {0, count - 1}:
        receipt = Receipt.parse(again.log.prove(statement_hash(made[at])))
        assert receipt.index == at


def test_entries_of_refuses_a_cut_bundle() -> None:
    assert entries_of(b"\0\x01a\0\0") == [b"a", b""]
    with pytest.raises(ValueError, match="inside an entry"):
        entries_of(b"\0\x02a")


def test_proving_refuses_what_the_log_does_not_hold(office: Office) -> None:
    made = office.add(3)
    with pytest.raises(NotInLog):
        office.log.prove(bytes(32))
    with pytest.raises(NotInLog):
        office.log.prove(statement_hash(made[1]), size=1)
    with pytest.raises(NotInLog):
        office.log.prove(statement_hash(made[1]), size=7)
    with pytest.raises(BadSignature, match=r"disclosure\.entry"):
        office.log.prove(statement_hash(made[1]), [opening("entry", b"not the act")])
    with pytest.raises(BadSignature, match=r"disclosure\.content"):
        office.log.prove(statement_hash(made[1]), [opening("content")])


# Refusing to sign -----------------------------------------------------------------------------


def refused(office: Office) -> str:
    """The code under which a log opened afresh refuses to append; evidence must be kept."""
    again = Office.again(office.folder)
    again.last = dict(office.last)
    raw = again.statement()
    with pytest.raises(Quarantined) as caught:
        again.log.append([raw])
    with pytest.raises(Quarantined):
        again.log.checkpoint()
    kept = list((office.folder / "evidence").glob("quarantine-*.txt"))
    assert any(caught.value.code in path.read_text() for path in kept)
    assert caught.value.exit_status == 5
    return caught.value.code


def copy_of(office: Office, *names: str) -> dict[str, Path]:
    """Backups of parts of the log, taken now."""
    kept = office.folder.with_name("backup")
    store = office.log.store
    assert isinstance(store, SqliteStore)
    store._rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = {}
    for name in names:
        source, target = office.folder / name, kept / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
        found[name] = target
    return found


def restore(office: Office, kept: dict[str, Path]) -> None:
    store = office.log.store
    assert isinstance(store, SqliteStore)
    store.close()
    for name, source in kept.items():
        target = office.folder / name
        if target.is_dir():
            shutil.rmtree(target)
            shutil.copytree(source, target)
        else:
            for extra in ("-wal", "-shm"):
                target.with_name(target.name + extra).unlink(missing_ok=True)
            shutil.copyfile(source, target)


def test_an_old_backup_of_the_entries_is_a_rollback(filled: Office) -> None:
    kept = copy_of(filled, "private/entries.sqlite")
    filled.add(2)
    restore(filled, kept)
    assert refused(filled) == "rollback.entries"


def test_an_old_journal_is_a_rollback(filled: Office) -> None:
    kept = copy_of(filled, "private/head.journal")
    filled.add(2)
    restore(filled, kept)
    assert refused(filled) == "rollback.journal"


def test_an_old_copy_of_the_tiles_is_found(filled: Office) -> None:
    kept = copy_of(filled, "public")
    filled.add(2)
    restore(filled, kept)
    assert refused(filled) == "tile.mismatch"


def test_a_kept_head_above_the_journal_is_a_rollback(filled: Office) -> None:
    head = signed_head(Checkpoint(log_key().name, 9, bytes(32)), log_key())
    (filled.folder / "public/checkpoints/9").write_bytes(head)
    with pytest.raises(Quarantined) as caught:
        Office.again(filled.folder).log.check()
    assert caught.value.code == "rollback.journal"


def test_a_second_root_of_one_size_is_a_fork(filled: Office) -> None:
    head = signed_head(Checkpoint(log_key().name, 3, bytes(32)), log_key())
    (filled.folder / "public/checkpoint").write_bytes(head)
    assert refused(filled) == "fork.root"


def test_entries_that_hash_to_another_root_are_a_fork(filled: Office, tmp_path: Path) -> None:
    other = Office.at(tmp_path / "other")
    for _ in range(3):
        other.log.append([other.statement(code="another-act")])
    kept = copy_of(other, "private/entries.sqlite", "public/tile")
    shutil.rmtree(filled.folder / "public/tile")
    (filled.folder / "public/tile").mkdir()
    restore(filled, kept)
    assert refused(filled) == "fork.root"


def test_a_flipped_bit_in_a_tile_is_named(filled: Office) -> None:
    path = filled.folder / "public/tile/0/000.p/3"
    raw = bytearray(path.read_bytes())
    raw[40] ^= 1
    path.write_bytes(raw)
    assert refused(filled) == "tile.mismatch"


def test_a_missing_tile_is_named(filled: Office) -> None:
    (filled.folder / "public/tile/0/000.p/3").unlink()
    assert refused(filled) == "tile.mismatch"


def test_a_damaged_bundle_is_named_before_it_is_built_upon(filled: Office) -> None:
    path = filled.folder / "public/tile/entries/000.p/3"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    again = Office.again(filled.folder)
    again.last = dict(filled.last)
    with pytest.raises(Quarantined, match=r"000\.p/3") as caught:
        again.log.append([again.statement()])
    assert caught.value.code == "tile.mismatch"


def test_a_waiting_entry_that_does_not_hash_is_named(filled: Office) -> None:
    rows = sqlite3.connect(filled.folder / "private/entries.sqlite")
    raw = filled.statement()
    row = Row(leaf(raw), bytes(32), statement_hash(raw), raw)
    filled.log.store.insert([row])
    rows.close()
    with pytest.raises(Quarantined, match="entry 3") as caught:
        filled.log.checkpoint()
    assert caught.value.code == "leaf.mismatch"


def test_a_lost_journal_is_not_begun_anew(filled: Office) -> None:
    (filled.folder / "private/head.journal").unlink()
    assert refused(filled) == "journal.lost"
    (filled.folder / "private/head.journal").write_bytes(b"{}")
    assert refused(filled) == "journal.lost"


def test_a_key_of_another_origin_is_refused(filled: Office) -> None:
    stolen = key("thief")
    from tecum.ledger.signing import SigningKey

    with pytest.raises(Quarantined) as caught:
        Sequencer(
            filled.log.store,
            FileJournal(filled.folder / "private/head.journal"),
            filled.log.files,
            SigningKey(log_key().name, 1, stolen.seed),
        )
    assert caught.value.code == "key.mismatch"


def test_our_own_proof_to_the_last_head_must_hold(
    filled: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tecum.ledger.sequencer as module

    monkeypatch.setattr(module, "consistency", lambda old, new, node: [])
    assert refused(filled) == "fork.path"


def test_a_quarantined_log_still_proves(filled: Office) -> None:
    digest = next(filled.log.store.rows(1, 2)).statement_hash
    head = signed_head(Checkpoint(log_key().name, 9, bytes(32)), log_key())
    (filled.folder / "public/checkpoint").write_bytes(head)
    again = Office.again(filled.folder)
    assert Receipt.parse(again.log.prove(digest)).index == 1


def test_a_lost_head_is_published_again_from_the_journal(filled: Office) -> None:
    for name in ("checkpoint", "checkpoints/3"):
        path = filled.folder / "public" / name
        raw = path.read_bytes()
        path.unlink()
        assert Office.again(filled.folder).log.checkpoint() == raw
        assert path.read_bytes() == raw


# Journal and disk -----------------------------------------------------------------------------

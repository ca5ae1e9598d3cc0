"""What is waited for, what follows later, and what is made again after the power failed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tecum.ledger import journal, sequencer
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import Quarantined
from tecum.ledger.journal import FileJournal, Head
from tecum.ledger.log import Log
from tecum.ledger.policy import Policy
from tecum.ledger.signing import signed_head
from tecum.ledger.statement import statement_hash
from tecum.ledger.verify import Outcome, verify
from tests.crash.power import rebooted
from tests.unit.ledger.office import Office, log_key


@contextmanager
def waits() -> Iterator[list[str]]:
    """The names of everything that the disk is waited for."""
    asked: list[str] = []
    fsync, fdatasync = os.fsync, os.fdatasync

    def told(handle: int) -> str:
        return Path(f"/proc/self/fd/{handle}").readlink().name

    def at_fsync(handle: int) -> None:
        asked.append(told(handle))
        fsync(handle)

    def at_fdatasync(handle: int) -> None:
        asked.append(told(handle))
        fdatasync(handle)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", at_fsync)
        patch.setattr(os, "fdatasync", at_fdatasync)
        yield asked


def laid(office: Office) -> list[Path]:
    """The public files of the newest entry: its tile, its bundle, its head, and a full tile's."""
    size = office.log.store.size()
    number, width = divmod(size, 256)
    names = [f"tile/{kind}/00{number}.p/{width}" for kind in ("0", "entries")]
    names += [f"checkpoints/{size}", *(["tile/0/000", "nodes/0/000"] if number else [])]
    return [office.folder / "public" / name for name in names]


def settled(office: Office) -> None:
    """As after a quiet while: nothing is left that the disk does not have."""
    office.log.checkpoint()


def test_an_append_waits_for_its_commit_and_for_one_line_of_the_journal(office: Office) -> None:
    office.add(2)
    with waits() as asked:
        office.add(20)
    assert asked == ["head.journal"] * 20
    assert Office.again(office.folder).log.audit().findings == []


def test_files_are_settled_together_and_the_journal_begins_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sequencer, "WINDOW", 4)
    with waits() as asked:
        office.add(7)
    names = {path.name for path in laid(office)[:1]}
    assert not names & {*asked}, "the newest follow later"
    for size in range(1, 5):
        assert asked.count(str(size)) == 3, "tile, bundle and head of each"
    recent = FileJournal(office.folder / "private/head.journal").recent()
    assert recent.settled == 4
    assert [head.size for head in recent.heads] == [5, 6, 7]
    settled(office)
    recent = FileJournal(office.folder / "private/head.journal").recent()
    assert (recent.settled, recent.heads) == (7, ())
    with waits() as asked:
        settled(office)
    assert asked == []


@pytest.mark.parametrize("size", [5, 300])
@pytest.mark.parametrize("how", ["gone", "empty", "half", "zeros"])
def test_what_a_power_cut_takes_is_made_again_from_what_was_durable(
    office: Office, how: str, size: int
) -> None:
    made = [office.statement() for _ in range(size)]
    office.log.append(made[:3])
    office.log.append(made[3:])
    places = [*laid(office), office.folder / "public/checkpoint"]
    before = {path: path.read_bytes() for path in places}
    damage(before, how)
    with rebooted("another"):
        log = Log.open(office.folder)
        receipt = log.prove(statement_hash(made[-1]))
        policy = Policy.parse(office.policy("none").encode())
        assert verify(receipt, policy).outcome is Outcome.LOGGED
        assert {path: path.read_bytes() for path in before} == before
        log.checkpoint()
        assert Log.open(office.folder).audit().findings == []
        assert log.append([office.statement()]) == [size]


def damage(files: dict[Path, bytes], how: str) -> None:
    for path, data in files.items():
        if how == "gone":
            path.unlink()
        else:
            held = {"empty": b"", "half": data[: len(data) // 2], "zeros": bytes(len(data))}
            path.write_bytes(held[how])


@pytest.mark.parametrize("how", ["gone", "half", "zeros"])
def test_in_the_same_boot_nothing_was_lost_and_nothing_is_made_again(
    office: Office, how: str
) -> None:
    office.add(5)
    damage({path: path.read_bytes() for path in laid(office)}, how)
    with pytest.raises(Quarantined) as refused:
        Log.open(office.folder).append([office.statement()])
    assert refused.value.code == "tile.mismatch"


def test_an_old_copy_of_settled_tiles_is_refused_in_any_boot(office: Office) -> None:
    office.add(3)
    shutil.copytree(office.folder / "public/tile", office.folder / "old")
    office.add(3)
    settled(office)
    office.add(2)
    shutil.rmtree(office.folder / "public/tile")
    (office.folder / "old").rename(office.folder / "public/tile")
    with rebooted("another"), pytest.raises(Quarantined) as refused:
        Log.open(office.folder).checkpoint()
    assert refused.value.code == "tile.mismatch"


def test_other_bytes_than_zeros_are_no_power_cut(office: Office) -> None:
    office.add(5)
    tile = laid(office)[0]
    raw = bytearray(tile.read_bytes())
    raw[70] ^= 0xFF
    tile.write_bytes(raw)
    with rebooted("another"), pytest.raises(Quarantined) as refused:
        Log.open(office.folder).checkpoint()
    assert refused.value.code == "tile.mismatch"
    assert tile.read_bytes() == bytes(raw)


def test_entries_that_do_not_hash_to_the_heads_mend_nothing(office: Office) -> None:
    office.add(5)
    tile = laid(office)[0]
    tile.unlink()
    rows = office.log.store._rows  # type: ignore[attr-defined]
    rows.execute("UPDATE entry SET leaf_hash = zeroblob(32) WHERE idx = 4")
    with rebooted("another"), pytest.raises(Quarantined):
        Log.open(office.folder).checkpoint()
    assert not tile.exists()


def test_a_machine_that_does_not_name_its_boots_mends_what_is_torn(office: Office) -> None:
    office.add(4)
    damage({path: path.read_bytes() for path in laid(office)}, "zeros")
    with rebooted(""):
        assert Log.open(office.folder).append([office.statement()]) == [4]
        assert Log.open(office.folder).audit().findings == []


# The journal as a file ------------------------------------------------------------------------


def head(size: int, serial: int) -> Head:
    checkpoint = Checkpoint(log_key().name, size, bytes([size]) * 32)
    return Head(checkpoint, signed_head(checkpoint, log_key()), serial)


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A journal with three heads."""
    path = tmp_path / "head.journal"
    rows = FileJournal(path)
    assert rows.swap(None, head(1, 1))
    assert rows.swap(head(1, 1), head(2, 2))
    assert rows.swap(head(2, 2), head(3, 3))
    return path


def test_a_line_that_was_not_finished_is_no_head_and_gives_way(three: Path) -> None:
    raw = three.read_bytes()
    end = len(raw.rstrip(b"\0"))
    for cut in (1, 20, 300):
        torn = raw[: end - cut].ljust(len(raw), b"\0")
        three.write_bytes(torn)
        again = FileJournal(three)
        assert again.read() == head(2, 2)
        assert not again.is_whole()
        assert again.swap(head(2, 2), head(4, 3))
        assert FileJournal(three).read() == head(4, 3)
        assert FileJournal(three).is_whole()


def test_damage_before_the_last_line_is_named(three: Path) -> None:
    raw = bytearray(three.read_bytes())
    for at in (10, raw.index(b"\n") + 30):
        bad = raw.copy()
        bad[at] ^= 1
        three.write_bytes(bad)
        with pytest.raises(Quarantined, match=r"journal\.lost"):
            FileJournal(three).read()
    three.write_bytes(bytes(100))
    with pytest.raises(Quarantined):
        FileJournal(three).read()


def test_a_journal_of_one_line_without_a_sum_is_a_settled_head(tmp_path: Path) -> None:
    path = tmp_path / "head.journal"
    raw = b'{"origin": "o", "size": 1, "root": "' + b"A" * 43 + b'=", "checkpoint": "o\\n1\\n'
    path.write_bytes(raw + b"A" * 43 + b'=\\n\\nx", "serial": 1}\n')
    rows = FileJournal(path)
    found = rows.read()
    assert found is not None
    assert rows.recent() == (1, ())
    new = Head(Checkpoint("o", 2, bytes(32)), b"o\n2\n" + b"A" * 43 + b"=\n\nx", 2)
    assert rows.swap(found, new)
    assert [one.size for one in FileJournal(path).recent().heads] == [2]
    rows.settle(2)
    assert FileJournal(path).recent() == (2, ())


def test_what_another_process_wrote_is_waited_for_before_it_counts(three: Path) -> None:
    other = FileJournal(three)
    assert other.read() == head(3, 3)
    assert FileJournal(three).swap(head(3, 3), head(4, 4))
    with waits() as asked:
        assert other.read() == head(4, 4)
        assert other.read() == head(4, 4)
    assert asked == ["head.journal", three.parent.name]


def test_the_boot_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    journal.boot.cache_clear()
    assert len(journal.boot()) == 36
    journal.boot.cache_clear()
    monkeypatch.setattr(Path, "read_text", lambda *_: (_ for _ in ()).throw(OSError()))
    assert journal.boot() == ""
    journal.boot.cache_clear()

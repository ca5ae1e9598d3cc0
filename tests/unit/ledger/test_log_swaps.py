"""A head is swapped once, and a disk that fails acknowledges nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.errors import (
    Quarantined,
    StorageFailed,
)
from tecum.ledger.folder import Folder, Part
from tecum.ledger.journal import FileJournal, Head
from tecum.ledger.log import Log
from tecum.ledger.signing import signed_head
from tests.unit.ledger.office import INTAKE, Office, log_key


def head(size: int, serial: int) -> Head:
    checkpoint = Checkpoint(log_key().name, size, bytes([size]) * 32)
    return Head(checkpoint, signed_head(checkpoint, log_key()), serial)


def test_only_the_first_of_two_swaps_succeeds(tmp_path: Path) -> None:
    one, two = FileJournal(tmp_path / "journal"), FileJournal(tmp_path / "journal")
    assert one.read() is None
    assert one.swap(None, head(1, 1))
    assert not two.swap(None, head(2, 1))
    assert two.read() == head(1, 1)
    assert two.swap(head(1, 1), head(2, 2))
    assert not one.swap(head(1, 1), head(3, 2))
    assert one.read() == head(2, 2)


def test_a_lost_swap_signs_nothing_that_is_published(filled: Office) -> None:
    class Losing(FileJournal):
        lost = 0

        def swap(self, old: Head | None, new: Head) -> bool:
            if not self.lost:
                self.lost = 1
                return False
            return super().swap(old, new)

    journal = Losing(filled.folder / "private/head.journal")
    log = Log(filled.log.store, journal, filled.log.files, log_key(), [INTAKE.key], keys=[INTAKE])
    assert log.append([filled.statement()]) == [3]
    assert journal.lost
    assert filled.log.head is not None
    assert filled.log.head.size == 4
    assert filled.log.audit().is_clean


@pytest.mark.parametrize("target", ["tile/0", "tile/entries", "checkpoints", "checkpoint"])
def test_a_full_disk_acknowledges_nothing_and_resumes(
    filled: Office, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    before = Folder.lay

    def full(self: Folder, parts: Iterable[Part]) -> None:
        for part in parts:
            if part.path.startswith(target):
                raise StorageFailed(f"write {part.path}", "No space left on device")
            before(self, [part])

    raw = filled.statement()
    with monkeypatch.context() as patch:
        patch.setattr(Folder, "lay", full)
        with pytest.raises(StorageFailed):
            filled.log.append([raw])
    assert filled.log.append([raw]) == [3]
    assert filled.log.audit().is_clean


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    from tecum.ledger.folder import replace_durably

    target = tmp_path / "absent" / "file"
    with pytest.raises(StorageFailed):
        replace_durably(target, b"x")
    folder = Folder(tmp_path)
    folder.create("a/b/c", b"one")
    folder.create("a/b/c", b"one")
    with pytest.raises(Quarantined, match="other bytes"):
        folder.create("a/b/c", b"two")
    assert folder.read("a/b/c") == b"one"
    assert folder.names("nowhere") == []

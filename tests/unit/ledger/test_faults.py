"""A full, failing or read-only disk at every single write: refused, nothing half done, resumed."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tecum.ledger import folder
from tecum.ledger.errors import StorageFailed
from tecum.ledger.log import Log
from tecum.ledger.statement import statement_hash
from tests.shared import ROOT
from tests.unit.ledger.office import AGENCY, Office
from tests.unit.ledger.witness.bodies import Clock, Tree, witness

ERRORS = {"full": errno.ENOSPC, "failing": errno.EIO, "read-only": errno.EROFS}


class Disk:
    """Counts what is asked of the disk and fails at one of the askings."""

    def __init__(self, fails_at: int, error: int) -> None:
        self.fails_at, self.error, self.asked = fails_at, error, 0

    def take(self) -> None:
        self.asked += 1
        if self.asked == self.fails_at:
            raise OSError(self.error, os.strerror(self.error))


@contextmanager
def failing(disk: Disk) -> Iterator[None]:
    """Every write, synchronisation, rename and new folder passes by the disk."""
    real = os.write, os.fsync, os.open, os.replace, Path.mkdir, os.pwrite, os.fdatasync
    exchanged = folder._exchange

    def write(handle: int, data: bytes) -> int:
        half = max(1, len(data) // 2)
        done = real[0](handle, bytes(data)[:half])
        disk.take()
        return done

    def fsync(handle: int) -> None:
        disk.take()
        real[1](handle)

    def open_(path: object, flags: int, mode: int = 0o777, **more: object) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            disk.take()
        return real[2](path, flags, mode, **more)

    def replace(path: str, target: str) -> None:
        disk.take()
        real[3](path, target)

    def exchange(one: str, other: str) -> bool:
        disk.take()
        return exchanged(one, other)

    def mkdir(self: Path, *words: object, **more: object) -> None:
        disk.take()
        real[4](self, *words, **more)  # type: ignore[arg-type]

    def pwrite(handle: int, data: bytes, at: int) -> int:
        done = real[5](handle, bytes(data)[: max(1, len(data) // 2)], at)
        disk.take()
        return done

    def fdatasync(handle: int) -> None:
        disk.take()
        real[6](handle)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "pwrite", pwrite)
        patch.setattr(os, "fdatasync", fdatasync)
        patch.setattr(os, "write", write)
        patch.setattr(os, "fsync", fsync)
        patch.setattr(os, "open", open_)
        patch.setattr(os, "replace", replace)
        patch.setattr(folder, "_exchange", exchange)
        patch.setattr(Path, "mkdir", mkdir)
        yield


@pytest.mark.parametrize("kind", ERRORS)
def test_at_every_write_of_an_append_nothing_is_acknowledged_and_all_is_resumed(
    tmp_path: Path, kind: str
) -> None:
    """Each entry meets a fault later than the one before did, until one meets none."""
    office = Office.at(tmp_path / "log")
    office.log.append([office.statement() for _ in range(254)])
    failed = 0
    steps = range(1, 200, 1 if kind == "failing" else 5)
    for count, at in enumerate(steps):
        disk = Disk(at, ERRORS[kind])
        raw = office.statement()
        log = Log.open(office.folder)
        try:
            with failing(disk):
                found = log.append([raw])
        except StorageFailed:
            failed += 1
            again = Log.open(office.folder)
            assert again.append([raw]) == [254 + count]
            assert again.head is not None
            assert again.head.size == 255 + count
        else:
            assert disk.asked < at
            assert found == [254 + count]
            break
        office.log = Log.open(office.folder)
    assert failed > 20 / steps.step
    assert office.log.audit().findings == []
    names = [path.name for path in office.folder.rglob("*.new")]
    assert names == []


@pytest.mark.parametrize("kind", ERRORS)
def test_at_every_write_of_a_witness_nothing_is_given_that_is_not_recorded(
    tmp_path: Path, kind: str
) -> None:
    tree, recorded, failed = Tree.of(60), 0, 0
    for at in range(1, 60):
        disk = Disk(at, ERRORS[kind])
        with failing(disk):
            status = witness(tmp_path, Clock()).add_checkpoint(tree.body(recorded, at)).status
        if status == 200:
            assert disk.asked < at
            break
        assert status == 500
        failed += 1
        answer = witness(tmp_path, Clock()).add_checkpoint(tree.body(recorded, at))
        if answer.status == 409:
            # Recorded, and the answer was lost: the log is told so and asks again from there.
            recorded = int(answer.body)
            assert recorded == at
            answer = witness(tmp_path, Clock()).add_checkpoint(tree.body(recorded, at))
        assert answer.status == 200
        recorded = at
    assert failed > 5


@pytest.mark.parametrize("kind", ERRORS)
def test_at_every_write_of_a_cosignature_the_log_stays_whole(tmp_path: Path, kind: str) -> None:
    from tecum.ledger.note import Note
    from tecum.ledger.signing import cosign

    office = Office.at(tmp_path / "log")
    office.add(2)
    head = office.log.head
    assert head is not None
    for at in range(1, 60):
        line = Note.parse(office.log.newest() + cosign(head.text, AGENCY, at).encode()).lines[-1:]
        disk = Disk(at, ERRORS[kind])
        try:
            with failing(disk):
                office.log.keep_cosignatures(2, line)
        except StorageFailed:
            assert Log.open(office.folder).audit(witnesses=[AGENCY.key]).findings == []
            continue
        break
    assert at > 5
    assert AGENCY.name in (office.folder / "public/checkpoint").read_text()


LIMITED = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from tecum.ledger.errors import StorageFailed
from tests.unit.ledger.office import Office
office = Office.again(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
count = 0
try:
    while True:
        office.log.append([office.statement() for _ in range(20)])
        count += 20
        print(count, flush=True)
except StorageFailed as error:
    print("failed", error.fields["step"], flush=True)
"""


@pytest.mark.parametrize("most", [120_000])
def test_a_database_that_cannot_grow_is_a_storage_failure(tmp_path: Path, most: int) -> None:
    """The system itself refuses to let any file grow beyond a size, in the middle of a write."""
    office = Office.at(tmp_path / "log")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(office.folder), str(most)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
        preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN) and None,
    )
    lines = done.stdout.splitlines()
    assert lines[-1].startswith("failed"), done.stderr
    acknowledged = int(lines[-2]) if len(lines) > 1 else 0
    again = Office.again(office.folder)
    again.log.checkpoint()
    assert again.log.store.size() >= acknowledged
    made = [office.statement() for _ in range(acknowledged + 20)]
    indices = again.log.append(made)
    assert indices == list(range(len(made)))
    assert again.log.find(statement_hash(made[-1])) == len(made) - 1
    assert again.log.audit().findings == []

"""Killed between any two steps, the log loses nothing it acknowledged and signs no second history.

``TECUM_TEST_CRASH_ROUNDS`` sets how often each step is tried (default 3).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.log import Log
from tecum.ledger.merkle import check_consistency
from tecum.ledger.note import Note
from tecum.ledger.proofs import consistency
from tecum.ledger.statement import Statement
from tecum.ledger.tiles import node_reader
from tests.shared import ROOT
from tests.unit.ledger.office import Office

ROUNDS = int(os.environ.get("TECUM_TEST_CRASH_ROUNDS", "3"))
APPEND = """
import os, signal, sys
from pathlib import Path
from tecum.ledger.log import Log
from tecum.ledger.encodings import to_base64
from tecum.ledger.statement import Statement
from tests.unit.ledger.office import DOCKET, Office

folder, stop, use_lock = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "lock"
count = int(sys.argv[4])
docket = sys.argv[5].encode() * 32
seen = 0

def step(name):
    global seen
    if name == stop:
        seen += 1
        if seen == count:
            os.kill(os.getpid(), signal.SIGKILL)

office = Office(folder, Log.open(folder, step=step, use_lock=use_lock))
last = office.log.store.last(to_base64(docket))
if last:
    office.last[docket] = last
for _ in range(count):
    raw = office.statement(docket)
    print(office.log.append([raw])[0], Statement.parse(raw).hash.hex(), flush=True)
"""


def run(
    folder: Path, stop: str, *, lock: bool = True, count: int = 2, docket: str = "d"
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            APPEND,
            str(folder),
            stop,
            "lock" if lock else "free",
            str(count),
            docket,
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def heads(folder: Path) -> list[Checkpoint]:
    paths = (folder / "public" / "checkpoints").iterdir()
    notes = (Note.parse(path.read_bytes()) for path in paths if path.name.isdigit())
    return sorted((Checkpoint.parse(note.text) for note in notes), key=lambda head: head.size)


def require_one_history(log: Log, folder: Path) -> None:
    found = heads(folder)
    node = node_reader(log.files.read, found[-1].size)
    for old, new in pairwise(found):
        proof = consistency(old.size, new.size, node)
        check_consistency(old.size, new.size, old.root, new.root, proof)
    assert log.audit().findings == []


@pytest.mark.parametrize("step", ["0", "1", "2", "3", "4", "5"])
def test_killed_after_each_step_nothing_acknowledged_is_lost(tmp_path: Path, step: str) -> None:
    folder = tmp_path / "log"
    Office.at(folder).log.store.size()
    acknowledged: list[list[str]] = []
    for _ in range(ROUNDS):
        ended = run(folder, step)
        out, _ = ended.communicate(timeout=240)
        assert ended.returncode == -signal.SIGKILL
        acknowledged += [line.split() for line in out.splitlines()]
        log = Log.open(folder)
        log.checkpoint()
        for index, digest in acknowledged:
            assert log.store.find(bytes.fromhex(digest)) == int(index)
        require_one_history(log, folder)
    assert len(acknowledged) == ROUNDS


@pytest.mark.parametrize("lock", [True, False], ids=["lock", "no-lock"])
def test_two_writers_make_one_history(tmp_path: Path, lock: bool) -> None:
    folder = tmp_path / "log"
    Office.at(folder)
    count = 8 * ROUNDS
    both = [run(folder, "never", lock=lock, count=count, docket=name) for name in "ab"]
    lines = [one.communicate(timeout=3600)[0].splitlines() for one in both]
    assert [one.returncode for one in both] == [0, 0]
    indices = sorted(int(line.split()[0]) for side in lines for line in side)
    assert indices == list(range(2 * count))
    log = Log.open(folder)
    require_one_history(log, folder)
    statements = [Statement.parse(row.statement).hash.hex() for row in log.store.rows(0, 2 * count)]
    for line in (line for side in lines for line in side):
        index, digest = line.split()
        assert statements[int(index)] == digest

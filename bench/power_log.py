"""Cut the power of a writing log at every operation, tens of thousands of ways, and start it again.

    python bench/power_log.py [STATES]

What a log asks of the disk is recorded; after each operation the power is cut and whatever was
not synchronised is kept, lost, halved or mixed (tests/crash/power.py). In every state the log
must come back with all that it acknowledged, contradict no head that it ever signed, go on,
and be found whole by a full audit.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from record import record as write_down
from tecum.errors import LedgerError
from tecum.ledger import journal, sequencer
from tecum.ledger.log import Log
from tests.crash.power import recorded, states
from tests.crash.power_log import append, cosign, restart
from tests.unit.ledger.office import Office

BEFORE = (0, 1, 3, 7, 14)
MIXTURES = 25


def _round(folder: Path, number: int, most: int, found: Counter[str], bad: list[str]) -> None:
    office = Office.at(folder / "log")
    office.add(BEFORE[number % len(BEFORE)])
    with recorded(office.folder) as recording:
        log = Log.open(office.folder)
        for count in (1, 1 + number % 3):
            append(log, office, recording, count)
            cosign(log)
    for state in states(recording, MIXTURES, seed=number):
        if found.total() == most:
            return
        found[state.how.split()[0]] += 1
        try:
            restart(state, folder / "again")
        except (AssertionError, LedgerError) as error:
            bad.append(f"{state.cut} {state.how}: {type(error).__name__} {error}")


def main() -> None:
    """Do it, print and write down."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    found: Counter[str] = Counter()
    bad: list[str] = []
    start, number = time.perf_counter(), 0
    # A small window: files are settled and the journal begun anew again and again.
    sequencer.WINDOW, journal._ROOM = 3, 4096
    while found.total() < most:
        folder = Path(tempfile.mkdtemp(prefix="tecum-power-"))
        waits = os.fsync, os.fdatasync
        try:
            # What a state leads to is not cut again: nothing needs to wait for the disk.
            os.fsync = os.fdatasync = lambda handle: None  # type: ignore[assignment]
            _round(folder, number, most, found, bad)
        finally:
            os.fsync, os.fdatasync = waits
            shutil.rmtree(folder, ignore_errors=True)
        number += 1
        print(f"{found.total()} states, {len(bad)} problems", file=sys.stderr, flush=True)
    row: dict[str, Any] = {
        "states": found.total(),
        "ways": dict(found),
        "problems": len(bad),
        "first_problems": bad[:5],
        "seconds": round(time.perf_counter() - start, 1),
    }
    print(row)
    write_down("power_log", row, "cryptography")


if __name__ == "__main__":
    main()

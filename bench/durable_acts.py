"""Durable acts a second, beside the floors of this disk in the same run.

    python bench/durable_acts.py [ACTS]

An act here is the whole of it: permission, guard, seal, statement signed, entry, projection,
one transaction with ``synchronous=FULL``; *logged* adds the sequencer with its head published.
The floors are a bare fsync of one page, and a bare SQLite commit of one row.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from record import record as write_down

WARM_UP = 20


def _timed(work: Callable[[int], object], count: int) -> dict[str, float]:
    """Run ``work`` ``count`` times; acts a second and milliseconds at p50 and p95."""
    for n in range(WARM_UP):
        work(-1 - n)
    each = []
    start = time.perf_counter()
    for n in range(count):
        before = time.perf_counter()
        work(n)
        each.append(1000 * (time.perf_counter() - before))
    total = time.perf_counter() - start
    cut = statistics.quantiles(each, n=20)
    return {
        "per_second": round(count / total, 1),
        "p50_ms": round(statistics.median(each), 3),
        "p95_ms": round(cut[18], 3),
    }


def _bare_fsync(folder: Path, count: int) -> dict[str, float]:
    handle = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT, 0o600)
    page = bytes(4096)

    def work(_: int) -> None:
        os.pwrite(handle, page, 0)
        os.fsync(handle)

    try:
        return _timed(work, count)
    finally:
        os.close(handle)


def _bare_commit(folder: Path, count: int) -> dict[str, float]:
    rows = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("PRAGMA synchronous = FULL")
    rows.execute("CREATE TABLE row (n INTEGER, body BLOB)")
    body = bytes(1500)

    def work(n: int) -> None:
        rows.execute("BEGIN IMMEDIATE")
        rows.execute("INSERT INTO row VALUES (?, ?)", (n, body))
        rows.execute("COMMIT")

    try:
        return _timed(work, count)
    finally:
        rows.close()


def _product(home: Path, count: int) -> dict[str, Any]:
    os.environ["TECUM_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tecum.web.settings.serve"
    from tecum.web.home import Home
    from tecum.web.run import _start_django

    _start_django(Home.from_environment())
    from tecum.docket.acts import NoteAdded
    from tecum.docket.acts.course import Audience
    from tecum.docket.entry import DocketKind
    from tecum.web.accounts.services import add_person, found_office
    from tecum.web.docket.record import new_docket_id, record
    from tecum.web.intake.services import receive_document
    from tecum.web.ledger.sequencer import put_waiting_into_log
    from tecum.words import Channel, Role

    lead = found_office({"name": "Example County", "zone": "America/Denver"}, "Lead")
    clerk = add_person(lead, "Records clerk", [Role.CLERK])
    docket = [new_docket_id()]

    def act(n: int) -> None:
        if n % 20 == 0:
            docket[0] = new_docket_id()
        note = NoteAdded(text="Looked at", audience=Audience.MATTER)
        record(clerk, docket[0], note, opens=DocketKind.DEMAND)

    def logged(n: int) -> None:
        act(n)
        put_waiting_into_log()

    def intake(n: int) -> None:
        receive_document(f"paper {n}".encode() * 2000, "p.txt", Channel.DROP, clerk)

    figures: dict[str, Any] = {"act": _timed(act, count)}
    start = time.perf_counter()
    while put_waiting_into_log():
        pass
    seconds = time.perf_counter() - start
    figures["log_in_batches_per_second"] = round((count + WARM_UP) / seconds, 1)
    figures["act_and_log"] = _timed(logged, count)
    figures["document_taken_in"] = _timed(intake, max(50, count // 4))
    return figures


def main() -> None:
    """Measure and write down."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    folder = Path(tempfile.mkdtemp(prefix="tecum-bench-"))
    try:
        floors = {
            "bare_fsync": _bare_fsync(folder, count),
            "bare_sqlite_commit": _bare_commit(folder, count),
        }
        figures = {**floors, **_product(folder / "home", count)}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    floor = floors["bare_sqlite_commit"]["p50_ms"]
    figures["act_over_bare_commit"] = round(figures["act"]["p50_ms"] / floor, 1)
    figures["acts"] = count
    figures["sqlite"] = sqlite3.sqlite_version
    for name, value in figures.items():
        print(f"{name:<28} {value}")
    write_down("durable_acts", figures, "Django", "cryptography")


if __name__ == "__main__":
    main()

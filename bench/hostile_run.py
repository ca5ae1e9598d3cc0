"""Open and read every hostile file in one go; print what each ended with, cost and peak.

Usage: ``python bench/hostile_run.py [--only WORD] [--folder DIR…]``. The development corpus is
read where ``TECUM_SHARED`` (default ``../shared``) has it. Each file is worked on in a process
of its own with the product's limits, so that its peak memory and processor time are its own:
``parent`` is the worker that asks, ``children`` the limited processes that open. The children
run with resource limits, call filter and Landlock, without bubblewrap, which would hide what
they cost; ``TECUM_BENCH_RUNG=best`` takes the best rung.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hostile_files import files
from record import record
from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.sandbox import ladder
from tecum.sandbox.starters import SPENT

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("TECUM_SHARED", ROOT.parent / "shared"))
GUARD = 300


def work(data: bytes, name: str, answer: Any) -> None:
    """Open and read one file, as a worker does, and tell what it cost."""
    if os.environ.get("TECUM_BENCH_RUNG") != "best":
        ladder.rung = lambda: "limits"  # type: ignore[assignment]
    catalogue = load_catalogue()
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.monotonic()
    row: dict[str, Any] = {}
    try:
        opened = open_document(data, name)
        row["opening"] = round(time.monotonic() - start, 3)
        row["outcome"] = opened.outcome.value
        row["has_reason"] = len(opened.reason.split()) >= 4
        row["hashed"] = opened.sha256 == hashlib.sha256(data).hexdigest()
        reading = read(opened, catalogue)
        row["conduct"] = reading.conduct.band.value
        lost = not opened.outcome.is_read and reading.conduct.band.value == "absent"
        row["shown_as_no_demand"] = lost
    except BaseException as error:
        row["uncaught"] = type(error).__name__
    after = resource.getrusage(resource.RUSAGE_SELF)
    row["seconds"] = round(time.monotonic() - start, 3)
    row["parent_cpu"] = round(
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 3
    )
    row["parent_mb"] = round((after.ru_maxrss - before.ru_maxrss) / 1024)
    row["child_cpu"] = round(SPENT.seconds, 3)
    row["child_mb"] = round(SPENT.peak / 2**20)
    answer.send(row)


def one(data: bytes, name: str) -> dict[str, Any]:
    """The row of one file; a worker that dies or hangs is a failure of ours."""
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe()
    worker = context.Process(target=work, args=(data, name, theirs))
    worker.start()
    theirs.close()
    try:
        row: dict[str, Any] = mine.recv() if mine.poll(GUARD) else {"uncaught": "hang"}
    except EOFError:
        row = {"uncaught": "worker lost"}
    worker.join(5)
    if worker.is_alive():
        worker.kill()
    return row


def corpus(folders: list[Path]) -> dict[str, tuple[Callable[[], bytes], list[str]]]:
    """Stored hostile files, with the outcomes that their index allows."""
    found: dict[str, tuple[Callable[[], bytes], list[str]]] = {}
    for folder in folders:
        index = folder / "cases.json"
        rows = json.loads(index.read_text("utf-8")) if index.exists() else []
        for row in rows:
            path = folder / row["file"]
            found[f"corpus/{path.name}"] = (path.read_bytes, row["outcome_one_of"])
    return found


def _spent(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Processor seconds of worker and children together, and the largest of them: what the
    clock of a busy machine does not change."""
    spent = sorted(row.get("parent_cpu", GUARD) + row.get("child_cpu", 0) for row in rows) or [0]
    return {
        "cpu_p50": round(spent[len(spent) // 2], 3),
        "cpu_p99": round(spent[int(len(spent) * 0.99)], 3),
        "cpu_most": round(spent[-1], 3),
        "child_mb_most": max((row.get("child_mb", 0) for row in rows), default=0),
        "parent_mb_most": max((row.get("parent_mb", 0) for row in rows), default=0),
    }


def main() -> int:
    """Run all, print the table, write the figures; status 5 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="files whose class or name holds this")
    parser.add_argument("--folder", type=Path, action="append", help="another corpus folder")
    given = parser.parse_args()
    cases = corpus([SHARED / "corpus" / "hostile", *(given.folder or [])])
    cases |= {name: (make, []) for name, make in files().items()}
    load_catalogue()
    rows: list[dict[str, Any]] = []
    print(f"{'file':<52}{'outcome':<20}{'seconds':>8}{'cpu':>7}{'MB':>6}{'child':>7}{'MB':>6}")
    for name, (make, allowed) in cases.items():
        if given.only not in name:
            continue
        data = make()
        row = {"file": name, "bytes": len(data), **one(data, "from-outside.bin")}
        if allowed and row.get("outcome") not in allowed:
            row["not_allowed"] = allowed
        rows.append(row)
        said = row.get("outcome") or row.get("uncaught")
        print(
            f"{name[:51]:<52}{said:<20}{row.get('seconds', 0):>8}{row.get('parent_cpu', 0):>7}"
            f"{row.get('parent_mb', 0):>6}{row.get('child_cpu', 0):>7}{row.get('child_mb', 0):>6}",
            flush=True,
        )
    times = sorted(row.get("seconds", GUARD) for row in rows)
    bad = [
        row
        for row in rows
        if "uncaught" in row
        or "not_allowed" in row
        or not (row.get("has_reason") and row.get("hashed"))
        or row.get("shown_as_no_demand")
    ]
    figures = {
        "files": len(rows),
        "outcomes": dict(Counter(str(row.get("outcome")) for row in rows)),
        "p50": times[len(times) // 2] if times else None,
        "p99": times[int(len(times) * 0.99)] if times else None,
        "slowest": times[-1] if times else None,
        **_spent(rows),
        "workers_lost": sum("uncaught" in row for row in rows),
        "failed": [row["file"] for row in bad],
        "rows": rows,
    }
    print({k: v for k, v in figures.items() if k != "rows"})
    print(record("hostile_run", figures))
    return 5 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

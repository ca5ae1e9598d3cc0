"""N processes on N cores read at least 0.8 × N as many documents a second as one does.

The same made-up instruments, 2 to 20 pages, opened in their limited children and read in
full, first by one worker, then by more; bare arithmetic in as many processes stands beside it,
because cores that others use, or that share their units, do not give N times either: the
figure is one of idle cores only where ``cores_were_idle`` says so. Long documents are handed
out first, so that no process is left alone with one at the end.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from made_papers import instrument
from record import record
from tecum.instruments.catalogue import load_catalogue
from tecum.reading.many import cores, in_parallel
from tecum.reading.open import open_document
from tecum.reading.read import read

DOCUMENTS = int(os.environ.get("TECUM_BENCH_DOCUMENTS", "48"))
LENGTHS = (2, 3, 4, 6, 8, 12, 20)


@cache
def paper(pages: int) -> bytes:
    """The instrument of this length."""
    return instrument(pages)


def reads(pages: int) -> int:
    """One document, from bytes to Reading."""
    return len(read(open_document(paper(pages)), load_catalogue()).pages)


def counts(_: int) -> int:
    """Work that needs nothing but a core."""
    return sum(i * i for i in range(1_500_000))


def rate(work: Callable[[int], int], tasks: Sequence[int], jobs: int) -> float:
    """Tasks a second."""
    start = time.monotonic()
    lost = [done for done in in_parallel(work, tasks, jobs) if done.mistake]
    assert not lost, lost
    return len(tasks) / (time.monotonic() - start)


def main() -> int:
    """Measure, print, write the figures down; 5 where the goal is missed."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else cores()
    load_catalogue()
    tasks = sorted((LENGTHS[i % len(LENGTHS)] for i in range(DOCUMENTS)), reverse=True)
    for pages in LENGTHS:
        paper(pages)
    rows: list[dict[str, Any]] = []
    single: dict[str, float] = {}
    for jobs in sorted({1, 2, most}):
        row: dict[str, Any] = {"processes": jobs}
        for name, work in (("reading", reads), ("arithmetic", counts)):
            found = rate(work, tasks, jobs)
            single.setdefault(name, found)
            row[name] = {"a_second": round(found, 2), "times_one": round(found / single[name], 2)}
        rows.append(row)
    last = rows[-1]
    met = last["reading"]["times_one"] >= 0.8 * most
    against = last["reading"]["times_one"] / last["arithmetic"]["times_one"]
    figures = {
        "claim": "N processes on N idle cores: at least 0.8 N",
        "met": met,
        "cores_were_idle": last["arithmetic"]["times_one"] >= 0.9 * most,
        "reading_to_arithmetic": round(against, 2),
        "rows": rows,
    }
    print(json.dumps(figures, indent=2))
    record("reading_many", figures, "pypdfium2")
    return 0 if met else 5


if __name__ == "__main__":
    sys.exit(main())

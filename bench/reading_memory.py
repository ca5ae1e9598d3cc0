"""Peak memory of reading a native file of 2,000 pages: below 400 MB in the child and in us.

One fresh process opens and reads the file; the kernel says how much that process and the
largest of its children (one for each 50 pages) ever held. Usage:
``python bench/reading_memory.py [PAGES]``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile

from made_papers import instrument
from record import record

GOAL_MB = 400
READ = """
import json, resource, sys, time
from pathlib import Path
from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.sandbox.starters import SPENT
start = time.monotonic()
opened = open_document(Path(sys.argv[1]).read_bytes())
middle = time.monotonic()
reading = read(opened, load_catalogue())
end = time.monotonic()
peak = lambda who: round(resource.getrusage(who).ru_maxrss / 1024)
print(json.dumps({
    "outcome": opened.outcome.value, "pages": len(reading.pages), "kind": reading.kind.value,
    "parent_mb": peak(resource.RUSAGE_SELF), "child_mb": round(SPENT.peak / 2**20),
    "open_seconds": round(middle - start, 1), "read_seconds": round(end - middle, 1),
}))
"""


def main() -> int:
    """Measure, print, write the figures down; 5 where the goal is missed."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(instrument(pages))
        file.flush()
        done = subprocess.run(
            [sys.executable, "-c", READ, file.name], capture_output=True, text=True, check=True
        )
    found = json.loads(done.stdout)
    met = max(found["parent_mb"], found["child_mb"]) < GOAL_MB
    figures = {"claim": f"below {GOAL_MB} MB a process on {pages} pages", "met": met, **found}
    print(json.dumps(figures, indent=2))
    record("reading_memory", figures, "pypdfium2")
    return 0 if met else 5


if __name__ == "__main__":
    sys.exit(main())

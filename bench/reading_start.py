"""``tecum triage`` of a 10-page native PDF from a cold start: at most 2 seconds.

The whole command in a fresh interpreter, packs and catalogue loaded, the document opened in
its limited child. The first run, which compiles the modules and has no kept words of patterns,
is shown apart; the goal is held against the median of the others.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from installed import as_installed
from made_papers import instrument
from record import record

GOAL = 2.0
ROUNDS = 7
COMMAND = "import sys; from tecum.cli.__main__ import main; sys.exit(main())"


def main() -> int:
    """Measure, print, write the figures down; 5 where the goal is missed."""
    seconds: dict[str, list[float]] = {"triage": [], "read": [], "help": []}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ten.pdf"
        file.write_bytes(instrument(10))
        installed = as_installed(folder)
        runs = {
            "triage": ["triage", str(file), "--json"],
            "read": ["read", str(file), "--json"],
            "help": ["--help"],
        }
        for _ in range(ROUNDS):
            for name, arguments in runs.items():
                start = time.monotonic()
                subprocess.run(
                    [sys.executable, "-c", COMMAND, *arguments],
                    check=True,
                    capture_output=True,
                    env=installed,
                )
                seconds[name].append(time.monotonic() - start)
    median = {name: round(statistics.median(row[1:]), 3) for name, row in seconds.items()}
    figures = {
        "claim": f"triage of a 10-page native PDF, cold start: at most {GOAL} s",
        "met": median["triage"] <= GOAL,
        "median_seconds": median,
        "first_seconds": {name: round(row[0], 3) for name, row in seconds.items()},
        "least_seconds": {name: round(min(row), 3) for name, row in seconds.items()},
    }
    print(json.dumps(figures, indent=2))
    record("reading_start", figures, "pypdfium2")
    return 0 if figures["met"] else 5


if __name__ == "__main__":
    sys.exit(main())

"""Feed the patterns of reader and catalogue monotonous text at two lengths; print where time
runs away.

Usage: ``python bench/pattern_ratio.py [--letters N] [--only WORD]``. A pattern that is linear
takes four times as long for four times the text; more than seven times is reported.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from record import record  # noqa: E402
from tecum.reading.conduct.conduct import signals  # noqa: E402
from tests.unit.reading.patterns_held import (  # noqa: E402
    patterns_of_catalogue,
    patterns_of_reader,
)

_PIECES = (
    "a", " ", "\n", "1", "(", "[", "the the ", "a.", "a b ", "1. ", "A ", "A", " \n", "(a)", "Aa ",
    "x, ", "-", "_", "$1,000 ", "é", "a-", "1/", "A. ", "No. 1 ", "\n\n", "   x", "of the ",
)  # fmt: skip
_LIMIT = 3.0
_FEWEST = 0.02
_TIMES = 4
_RUNS_AWAY = 7.0


class _Over(Exception):
    """The time for one pass is over."""


def _stop(_: int, __: FrameType | None) -> None:
    raise _Over


def _seconds(pattern: re.Pattern[Any], text: str) -> float:
    """Processor time of one pass, at most the limit."""
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT)
    start = time.process_time()
    try:
        for _ in pattern.finditer(given):
            pass
    except _Over:
        return _LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def _pieces_of(pattern: re.Pattern[Any]) -> list[str]:
    """Words of the pattern itself, which lead it farthest into a match."""
    source = pattern.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    return [f"{word} " for word in dict.fromkeys(re.findall(r"[A-Za-z]{3,}", text))][:40]


def _all() -> dict[str, re.Pattern[Any]]:
    """The patterns of the reader's modules, of the catalogue's marks and of conduct's signals."""
    signalled = (pattern for signal in signals() for pattern in (*signal.patterns, *signal.unless))
    written = {f"“{p.written[:56]}”": p.compiled for p in (*patterns_of_catalogue(), *signalled)}
    return patterns_of_reader() | written


def main() -> int:
    """Measure all; status 5 where a pattern's time runs away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=6_000)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _stop)
    patterns = {k: v for k, v in _all().items() if given.only in k}
    worst: dict[str, dict[str, Any]] = {}
    for name, pattern in patterns.items():
        for piece in (*_PIECES, *_pieces_of(pattern)):
            short = piece * (given.letters // len(piece))
            first = _seconds(pattern, short)
            if first < _FEWEST:
                continue
            ratio = _seconds(pattern, short * _TIMES) / first
            if ratio > _RUNS_AWAY or first >= _LIMIT:
                worst[name] = {"piece": piece, "seconds": round(first, 3), "ratio": round(ratio, 1)}
                print(f"{name:<60}{ratio:>6.1f}  {piece!r}", flush=True)
    print(record("pattern_ratio", {"patterns": len(patterns), "run_away": worst}))
    return 5 if worst else 0


if __name__ == "__main__":
    sys.exit(main())

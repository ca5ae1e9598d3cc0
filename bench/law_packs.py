"""The shipped packs: how long they take to load and check, and how many changes their cases notice.

Run ``python bench/law_packs.py``. LAW section 17 wants all packs loaded and checked within a
second and the full static check within ten; a changed element must break a case in at least 95 %
of all changes in every pack (``tests/packs/test_pack_mutants.py`` makes the same changes).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from record import machine, record
from tecum import clock
from tecum.law import load_packs, read_packs
from tecum.law.cases import load_cases
from tecum.law.review_checks import review_checks
from tecum.packs_folder import packs_folder
from tests.packs.test_pack_mutants import LAW_PACKS, is_caught, mutants

ROUNDS = 3


def seconds(work: Callable[[], Any]) -> float:
    """The shortest of several runs, in this process's own time."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return round(best, 3)


def checked() -> None:
    """Every check of every pack, as ``tecum packs check`` makes them."""
    today = clock.now().date()
    for name in LAW_PACKS:
        packs, _ = read_packs([name])
        list(review_checks(packs.pack(name), packs, today))


def noticed(name: str) -> dict[str, Any]:
    """Changes of one pack's elements, and those that no case notices."""
    packs = load_packs([name])
    pack = packs.pack(name)
    cases = load_cases(pack, packs)
    tried = list(mutants(pack))
    alive = [one.said for one in tried if not is_caught(packs, pack, cases, one)]
    share = round(100 * (1 - len(alive) / len(tried)), 1)
    return {"cases": len(cases), "changes": len(tried), "noticed_percent": share, "alive": alive}


def main() -> int:
    """Measure, print, write the figures down."""
    names = sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))
    figures: dict[str, Any] = {
        "load before": machine()["load"],
        "load and link all packs (s)": seconds(lambda: read_packs(names)),
        "goal of it (s)": 1,
        "every static check of every pack (s)": seconds(checked),
        "goal of that (s)": 10,
        "changes": {name: noticed(name) for name in LAW_PACKS},
    }
    for name, value in figures.items():
        if name != "changes":
            print(f"{name:40} {value}")
    for name, row in figures["changes"].items():
        print(f"  {name:20} {row['changes']:4} changes, {row['noticed_percent']} % noticed", end="")
        print(f"; not: {'; '.join(row['alive'])}" if row["alive"] else "")
    record("law_packs", figures)
    return 0 if all(row["noticed_percent"] >= 95 for row in figures["changes"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())

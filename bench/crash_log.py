"""Kill a writing log thousands of times; count what was lost, doubled or forked, and the restart.

    python bench/crash_log.py [AT_RANDOM] [EACH_STEP] [--engine files|postgresql] [--seed N]

EACH_STEP kills after and as many inside each of the steps 0 to 8 of the durable order, and
AT_RANDOM kills at random instants under load, on files with SQLite and on a PostgreSQL of its
own. A new log is begun every 250 kills; each ends with a full audit.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from record import record as write_down
from tests.crash.log_killer import STEPS, Killer, Outcome
from tests.crash.test_log_killed import fresh, postgres
from tests.web.server import running

LOG_LIFE = 250


def _plan(at_random: int, each: int) -> list[tuple[str, str]]:
    named = [(where, step) for _ in range(each) for step in STEPS for where in ("after", "inside")]
    return named + [("at_random", "")] * at_random


def _killed(
    folder: Path, plan: list[tuple[str, str]], make_parts: Callable[[], Any], seed: int
) -> Outcome:
    whole = Outcome()
    for start in range(0, len(plan), LOG_LIFE):
        fresh(make_parts)
        killer = Killer(folder / str(start), make_parts, seed=seed + start)
        for where, step in plan[start : start + LOG_LIFE]:
            if where == "at_random":
                killer.at_random()
            else:
                getattr(killer, where)(step)
        killer.check_all()
        _add(whole, killer.outcome)
        print(f"{whole.kills} kills, {len(whole.problems)} problems", file=sys.stderr, flush=True)
    return whole


def _add(whole: Outcome, one: Outcome) -> None:
    whole.kills += one.kills
    whole.ended += one.ended
    whole.acknowledged += one.acknowledged
    for name in ("lost", "doubled", "forked", "findings", "restarts"):
        getattr(whole, name).extend(getattr(one, name))
    for place, count in one.places.items():
        whole.places[place] = whole.places.get(place, 0) + count


def _shown(found: Outcome) -> dict[str, Any]:
    restarts = sorted(found.restarts)
    return {
        "kills": found.kills,
        "ended_by_themselves": found.ended,
        "acknowledged": found.acknowledged,
        "lost": len(found.lost),
        "doubled": len(found.doubled),
        "second_histories": len(found.forked),
        "audit_findings": len(found.findings),
        "restart_seconds": {
            "p50": round(statistics.median(restarts), 3),
            "p95": round(restarts[int(0.95 * (len(restarts) - 1))], 3),
            "max": round(restarts[-1], 3),
        },
        "places": found.places,
        "first_problems": found.problems[:5],
    }


def main() -> None:
    """Do what the arguments say, print and write down."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("at_random", nargs="?", type=int, default=1000)
    words.add_argument("each_step", nargs="?", type=int, default=50)
    words.add_argument("--engine", choices=["files", "postgresql"])
    words.add_argument("--seed", type=int, default=0)
    asked = words.parse_args()
    plan = _plan(asked.at_random, asked.each_step)
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        if asked.engine != "postgresql":
            found["files"] = _shown(_killed(Path(folder) / "files", plan, lambda: None, asked.seed))
        if asked.engine != "files":
            with running() as address:
                killed = _killed(Path(folder) / "postgresql", plan, postgres(address), asked.seed)
                found["postgresql"] = _shown(killed)
    for engine, row in found.items():
        print(engine, row)
        write_down(f"crash_log_{engine}", row)


if __name__ == "__main__":
    main()

"""A million rows under ten and two hundred rules, and one request at a time, beside other engines.

Run ``python bench/law_replay.py [rows]``. Every engine is asked for the outcome, and every
difference is counted and the first ones are printed. Polars and SQLite also give the possible
outcomes and the live rules of each row; the numpy version by hand gives the outcome alone: it is
the floor, not a rival. Engines that decide one request at a time are given fewer rows and stated
per finding; ours gives a full trace there. ``s`` is time by the clock on the wall, ``cpu_s`` that
of this process with all its threads: on a machine with other work only the second compares.

An engine that is not installed is said to be absent. ``pip install cedarpy cel-python clingo
json-logic-qubit zen-engine openfisca-core regopy numpy polars`` in an environment of its own,
outside the lock, gives them; run it with ``PYTHONPATH=src``.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import polars as pl

import law_rivals
from law_rules import ACTION, BOOLEANS, DAY, WORDS, Rule, columns, loaded, made_rules, outcome_of
from record import machine, record
from tecum.law import Facts, Given, decide
from tecum.law.columns import Plan, plan_for
from tecum.law.columns.answers import ORDER
from tecum.law.columns.frames import evaluated
from tecum.law.columns.rows import Batch
from tecum.law.columns.run_sql import load_sqlite
from tecum.law.columns.sql import Dialect, statement

ONE_BY_ONE = 300
ROUNDS = 7
SINGLE_ROUNDS = 15
MASKS = {1 << at: word.value for at, word in enumerate(ORDER)}
CODES = ("must", "may", "must_not", "counsel", "silent")
GOALS = {
    "finding, 10 rules (us)": 50,
    "finding, 200 rules (us)": 1000,
    "polars, 10 rules (s)": 0.1,
    "SQLite, 10 rules (s)": 10,
    "polars, 200 rules (s)": 0.5,
    "difference of two replays (s)": 0.5,
}


def best(work: Callable[[], Any], rounds: int = ROUNDS) -> tuple[dict[str, float], Any]:
    """The shortest of several runs by either clock, in seconds, and what the last one gave."""
    wall, cpu, found = float("inf"), float("inf"), None
    for _ in range(rounds):
        start, begun = time.perf_counter(), time.process_time()
        found = work()
        wall = min(wall, time.perf_counter() - start)
        cpu = min(cpu, time.process_time() - begun)
    return {"s": round(wall, 5), "cpu_s": round(cpu, 5)}, found


def frame_of(plan: Plan, data: dict[str, list[Any]]) -> pl.DataFrame:
    """The rows as the plan's columns."""
    held = {"row_id": pl.Series(range(len(data[BOOLEANS[0]])))}
    for (_, name), column in plan.inputs.items():
        kind = pl.Enum(WORDS[str(name)]) if name in WORDS else pl.Boolean
        held[column.column] = pl.Series(data[str(name)], dtype=kind)
    return pl.DataFrame(held)


def by_numpy(rules: list[Rule], arrays: dict[str, Any]) -> Any:
    """The same by hand, facts all known: the outcome as a place in ``CODES``."""
    count = len(arrays[BOOLEANS[0]])
    found = {effect: np.zeros(count, bool) for effect in ("must", "may", "must not", "counsel")}
    for effect, words, held, exceptions in rules:
        live = np.ones(count, bool)
        for name, word in words:
            live &= arrays[name] == WORDS[name].index(word)
        for name in held:
            live &= arrays[name]
        for name in exceptions:
            live &= ~arrays[name]
        found[effect] |= live
    permits = found["may"] | found["must"]
    counsel = found["counsel"] | (found["must not"] & permits)
    return np.select([counsel, found["must not"], found["must"], found["may"]], [3, 2, 0, 1], 4)


def on_sqlite(plan: Plan, data: dict[str, list[Any]]) -> tuple[dict[str, float], list[int]]:
    """Seconds of the one statement, rows fetched, and the possible outcomes of each row."""
    names = [str(name) for _, name in plan.inputs]
    batch = Batch(
        rows=list(zip(range(len(data[names[0]])), *(data[n] for n in names), strict=True))
    )
    with closing(sqlite3.connect(":memory:")) as connection:
        load_sqlite(connection, plan, batch)
        text = statement(plan, Dialect.SQLITE, "tecum_rows")
        took, rows = best(lambda: connection.execute(text).fetchall(), 1)
    return took, [row[1] for row in rows]


def plainly(rules: list[Rule], row: dict[str, Any]) -> str:
    """The same in plain Python, one row, facts all known."""
    live = {
        effect
        for effect, words, held, exceptions in rules
        if all(row[name] == word for name, word in words)
        and all(row[name] for name in held)
        and not any(row[name] for name in exceptions)
    }
    return outcome_of(live)


def singles(unknown: float = 0.0) -> list[dict[str, Any]]:
    """Requests to decide one at a time; what is unknown is not in them."""
    data = columns(ONE_BY_ONE, unknown)
    rows = [dict(zip(data, cells, strict=True)) for cells in zip(*data.values(), strict=True)]
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def ours(rules: list[Rule]) -> law_rivals.Engine:
    """The interpreter, with the full trace of every finding."""
    packs = loaded(rules)

    def found(row: dict[str, Any]) -> str:
        facts = Facts({name: (Given(value),) for name, value in row.items()})
        return decide(packs, facts, ACTION, on=DAY, known_on=DAY).outcome.value

    return found


def one_by_one(rules: list[Rule]) -> dict[str, Any]:
    """Engines that decide one request at a time: microseconds a finding, and differences."""
    rows, gaps = singles(), singles(0.2)
    wanted = [plainly(rules, row) for row in rows]
    interpreter = ours(rules)
    engines: dict[str, Any] = {
        "interpreter, full trace": interpreter,
        "plain Python, no trace": lambda row: plainly(rules, row),
        **law_rivals.engines(rules),
    }
    open_rows = [row for row in gaps if interpreter(row) == "unknown"]
    present = {name: engine for name, engine in engines.items() if engine is not None}
    figures: dict[str, Any] = {name: "absent" for name in engines if name not in present}
    fastest: dict[str, float] = {}
    found: dict[str, list[str]] = {}
    for _ in range(SINGLE_ROUNDS):  # all in each round: what disturbs one disturbs all
        for name, engine in present.items():
            took, found[name] = best(lambda engine=engine: [engine(row) for row in rows], 1)
            fastest[name] = min(fastest.get(name, took["cpu_s"]), took["cpu_s"])
    own = fastest["interpreter, full trace"]
    for name, engine in present.items():
        told = list(told_apart(name, rows, wanted, found[name]))
        print("\n".join(told[:3])) if told else None
        figures[name] = {
            "us": round(fastest[name] / len(rows) * 1e6, 1),
            "times the interpreter": round(fastest[name] / own, 2),
            "disagreements": len(told),
            "answers where facts are missing": sum(answers(engine, row) for row in open_rows),
            "of": len(open_rows),
        }
    return figures


def told_apart(
    name: str, rows: list[dict[str, Any]], wanted: list[str], found: list[str]
) -> Iterator[str]:
    """Every row on which an engine says something else."""
    for row, want, got in zip(rows, wanted, found, strict=True):
        if want != got:
            yield f"  {name} says {got}, not {want}: {row}"


def answers(engine: law_rivals.Engine, row: dict[str, Any]) -> bool:
    """Whether an engine gives an outcome although the missing facts could change it."""
    try:
        return engine(row) != "unknown"
    except Exception:  # whatever an engine raises on a missing fact is no answer
        return False


def many(count: int, rows: int) -> dict[str, Any]:
    """All engines that take columns, on the same rows."""
    rules = made_rules(count)
    plan = plan_for(loaded(rules), ACTION, on=DAY, known_on=DAY)
    data = columns(rows)
    frame = frame_of(plan, data)
    live, found = best(lambda: evaluated(plan, (frame, {})))
    outcomes, _ = best(lambda: evaluated(plan, (frame, {}), live=False))
    arrays = {name: np.array(data[name], bool) for name in BOOLEANS}
    arrays |= {n: np.array([w.index(v) for v in data[n]], np.int8) for n, w in WORDS.items()}
    by_hand, codes = best(lambda: by_numpy(rules, arrays))
    in_sql, masks = on_sqlite(plan, data)
    possible = found["possible"].to_numpy()
    figures = {
        "polars, live sets": live,
        "polars, outcomes only": outcomes,
        "SQLite, live sets": in_sql,
        "numpy by hand, outcomes only": by_hand,
        "numpy ≠ polars": int((possible != np.left_shift(1, codes)).sum()),
        "SQLite ≠ polars": int((possible != np.array(masks)).sum()),
    }
    figures |= law_rivals.vectorised(rules, data, [CODES[code] for code in codes])
    if count == len(made_rules(10)):
        figures |= changed(plan, rows)
    return figures


def changed(plan: Plan, rows: int) -> dict[str, Any]:
    """Rows with unknown cells, and the difference of two replays by group."""
    data = columns(rows, 0.2)
    unknown = frame_of(plan, data)
    took, before = best(lambda: evaluated(plan, (unknown, {})))
    _, masks = on_sqlite(plan, data)
    name = plan.inputs[("fact", "item_public")].column
    after = evaluated(plan, (unknown.with_columns(pl.lit(True).alias(name)), {}))
    recipient = pl.Series("recipient", np.arange(rows) % 7)

    def groups() -> pl.DataFrame:
        both = pl.DataFrame([before["possible"], after["possible"].alias("then"), recipient])
        return both.filter(pl.col("possible") != pl.col("then")).group_by(both.columns).len()

    diff, _ = best(groups)
    return {
        "polars, a fifth of the cells unknown": took,
        "rows left open": int((~before["possible"].is_in(list(MASKS))).sum()),
        "SQLite ≠ polars with unknown cells": int(
            (before["possible"].to_numpy() != np.array(masks)).sum()
        ),
        "difference of two replays": diff,
    }


def against_goals(figures: dict[str, Any]) -> dict[str, Any]:
    """Each goal of LAW 17 beside what was measured, by this process's own time."""
    ten, many_rules = figures["10 rules"], figures["200 rules"]
    single = figures["one request at a time"]
    measured = {
        "finding, 10 rules (us)": single["10 rules"]["interpreter, full trace"]["us"],
        "finding, 200 rules (us)": single["200 rules"]["interpreter, full trace"]["us"],
        "polars, 10 rules (s)": ten["polars, live sets"]["cpu_s"],
        "SQLite, 10 rules (s)": ten["SQLite, live sets"]["cpu_s"],
        "polars, 200 rules (s)": many_rules["polars, live sets"]["cpu_s"],
        "difference of two replays (s)": ten["difference of two replays"]["cpu_s"],
    }
    return {name: {"measured": measured[name], "goal": goal} for name, goal in GOALS.items()}


def single_200() -> dict[str, Any]:
    """The interpreter over two hundred rules."""
    engine, rows = ours(made_rules(200)), singles()
    took, _ = best(lambda: [engine(row) for row in rows], SINGLE_ROUNDS)
    return {"interpreter, full trace": {"us": round(took["cpu_s"] / len(rows) * 1e6, 1)}}


def main() -> int:
    """Measure, compare every answer, print, write the figures down."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    figures: dict[str, Any] = {"rows": rows, "load before": machine()["load"]}
    gc.disable()
    singly = {"10 rules": one_by_one(made_rules(10)), "200 rules": single_200()}
    for count in (10, 200):
        figures[f"{count} rules"] = many(count, rows)
        gc.collect()
    figures["one request at a time"] = singly
    figures["goals"] = against_goals(figures)
    for part in ("10 rules", "200 rules", "goals"):
        print(f"\n{part}")
        for name, value in figures[part].items():
            print(f"  {name:40} {value}")
    print("\none request at a time, 10 rules")
    for name, value in singly["10 rules"].items():
        print(f"  {name:40} {value}")
    record("law_replay", figures, "polars", "numpy", *law_rivals.PACKAGES)
    return 1 if "≠ polars': " in str(figures).replace("≠ polars': 0", "") else 0


if __name__ == "__main__":
    sys.exit(main())

"""A million rows under ten and two hundred rules: columns, SQL, numpy by hand, other engines.

Run ``python bench/law_replay.py [rows]``. Every engine is asked for the outcome and every
difference is printed. Polars and SQLite also give the possible outcomes and the live rules of
each row; the numpy version by hand gives the outcome alone: it is the floor, not a rival. Engines
that decide one request at a time are given fewer rows and stated per finding. An engine that is
not installed is said to be absent; ``pip install cedarpy cel-python clingo json-logic-qubit
zen-engine openfisca-core`` in an environment of its own gives them.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import polars as pl

import law_rivals
from law_rules import ACTION, BOOLEANS, DAY, WORDS, Rule, columns, loaded, made_rules, outcome_of
from record import record
from tecum.law import Facts, Given, decide
from tecum.law.columns import Plan, plan_for
from tecum.law.columns.answers import ORDER
from tecum.law.columns.frames import evaluated
from tecum.law.columns.rows import Batch
from tecum.law.columns.run_sql import load_sqlite
from tecum.law.columns.sql import Dialect, statement

ONE_BY_ONE = 300
ROUNDS = 5
MASKS = {1 << at: word.value for at, word in enumerate(ORDER)}
CODES = ("must", "may", "must_not", "counsel", "silent")


def best(work: Callable[[], Any], rounds: int = ROUNDS) -> tuple[float, Any]:
    """The shortest of several runs, in seconds, and what the last one gave."""
    shortest, found = float("inf"), None
    for _ in range(rounds):
        start = time.perf_counter()
        found = work()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest, found


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


def on_sqlite(plan: Plan, data: dict[str, list[Any]]) -> tuple[float, list[int]]:
    """Seconds of the one statement, and the possible outcomes of each row."""
    names = [str(name) for _, name in plan.inputs]
    batch = Batch(
        rows=list(zip(range(len(data[names[0]])), *(data[n] for n in names), strict=True))
    )
    with closing(sqlite3.connect(":memory:")) as connection:
        load_sqlite(connection, plan, batch)
        text = statement(plan, Dialect.SQLITE, "tecum_rows")
        start = time.perf_counter()
        rows = connection.execute(text).fetchall()
        took = time.perf_counter() - start
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


def one_by_one(rules: list[Rule], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Engines that decide one request at a time: microseconds a finding, and differences."""
    packs = loaded(rules)

    def ours(row: dict[str, Any]) -> str:
        facts = Facts({name: (Given(value),) for name, value in row.items()})
        return decide(packs, facts, ACTION, on=DAY, known_on=DAY).outcome.value

    wanted = [plainly(rules, row) for row in rows]
    engines: dict[str, Any] = {
        "plain Python, no trace": lambda row: plainly(rules, row),
        "interpreter, full trace": ours,
        **law_rivals.engines(rules),
    }
    figures: dict[str, Any] = {}
    for name, engine in engines.items():
        if engine is None:
            figures[name] = "absent"
            continue
        took, found = best(lambda engine=engine: [engine(row) for row in rows], 3)
        wrong = sum(a != b for a, b in zip(found, wanted, strict=True))
        figures[name] = {"us": round(took / len(rows) * 1e6, 1), "disagreements": wrong}
    return figures


def many(count: int, rows: int) -> dict[str, Any]:
    """All engines that take columns, on the same rows."""
    rules = made_rules(count)
    plan = plan_for(loaded(rules), ACTION, on=DAY, known_on=DAY)
    data = columns(rows)
    frame = frame_of(plan, data)
    polars_s, answers = best(lambda: evaluated(plan, (frame, {})))
    outcome_s, _ = best(lambda: evaluated(plan, (frame, {}), live=False))
    arrays = {name: np.array(data[name], bool) for name in BOOLEANS}
    arrays |= {n: np.array([w.index(v) for v in data[n]], np.int8) for n, w in WORDS.items()}
    numpy_s, codes = best(lambda: by_numpy(rules, arrays))
    sqlite_s, masks = on_sqlite(plan, data)
    possible = answers["possible"].to_numpy()
    by_hand = np.left_shift(1, codes)
    figures = {
        "polars, live sets (s)": round(polars_s, 3),
        "polars, outcomes only (s)": round(outcome_s, 3),
        "SQLite (s)": round(sqlite_s, 2),
        "numpy by hand, outcomes only (s)": round(numpy_s, 3),
        "numpy ≠ polars": int((possible != by_hand).sum()),
        "SQLite ≠ polars": int((possible != np.array(masks)).sum()),
    }
    figures |= law_rivals.vectorised(rules, data, [CODES[code] for code in codes])
    if count == len(made_rules(10)):
        figures |= changed(plan, frame, rows)
    return figures


def changed(plan: Plan, frame: pl.DataFrame, rows: int) -> dict[str, Any]:
    """Rows with unknown cells, and the difference of two replays by group."""
    data = columns(rows, 0.2)
    unknown = frame_of(plan, data)
    took, before = best(lambda: evaluated(plan, (unknown, {})))
    _, masks = on_sqlite(plan, data)
    name = (
        plan.inputs[("fact", "item_public")].column
        if ("fact", "item_public") in plan.inputs
        else ""
    )
    after = evaluated(plan, (unknown.with_columns(pl.lit(True).alias(name)), {}))
    recipient = pl.Series("recipient", np.arange(rows) % 7)

    def groups() -> pl.DataFrame:
        both = pl.DataFrame([before["possible"], after["possible"].alias("then"), recipient])
        return both.filter(pl.col("possible") != pl.col("then")).group_by(both.columns).len()

    diff_s, _ = best(groups)
    return {
        "polars, a fifth of the cells unknown (s)": round(took, 3),
        "rows left open": int((~before["possible"].is_in(list(MASKS))).sum()),
        "SQLite ≠ polars with unknown cells": int(
            (before["possible"].to_numpy() != np.array(masks)).sum()
        ),
        "difference of two replays (s)": round(diff_s, 3),
    }


def main() -> int:
    """Measure, compare every answer, print, write the figures down."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    figures: dict[str, Any] = {"rows": rows}
    for count in (10, 200):
        figures[f"{count} rules"] = many(count, rows)
    data = columns(ONE_BY_ONE)
    singles = [dict(zip(data, cells, strict=True)) for cells in zip(*data.values(), strict=True)]
    figures["one request at a time, 10 rules"] = one_by_one(made_rules(10), singles)
    for part, values in figures.items():
        if isinstance(values, dict):
            print(f"\n{part}")
            for name, value in values.items():
                print(f"  {name:44} {value}")
    record("law_replay", figures, "polars", "numpy", *law_rivals.PACKAGES)
    text = str(figures)
    return 1 if "≠ polars': " in text.replace("≠ polars': 0", "") else 0


if __name__ == "__main__":
    sys.exit(main())

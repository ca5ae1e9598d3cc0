"""Change the counting core in one small way at a time, and see whether a test notices.

    python bench/mutate_reckoning.py [MODULE…] [--workers N] [--every K]

Each mutant is one changed comparison, sign, number, ``and``, ``or``, ``not`` or truth value of
one module, tried in a process of its own with the fast tests, which stop at the first failure.
The tests are collected once; a mutant's process gives the functions their changed bodies.
A mutant that runs into the limit of time counts as killed: a count that never ends is noticed.
Survivors are printed with line and change; the goal is that 90 of 100 are killed.
"""

from __future__ import annotations

import argparse
import ast
import copy
import gc
import json
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from record import RESULTS, record

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "src" / "tecum" / "reckoning"
CORE = (
    *("count", "hours", "ground", "deemed", "cutoff", "combined", "tolling", "fixed"),
    *("day_rules", "readings", "ruling", "day_table", "bulk"),
    *("reckon", "stated", "recompute", "setting", "events", "calendars", "clocks"),
    *("vectors", "vector_inputs", "vector_calendars"),
)
TESTS = (
    "tests/unit/reckoning/test_edge_cases.py",
    "tests/unit/reckoning/test_counting_corners.py",
    "tests/unit/reckoning/test_day_table.py",
    "tests/unit/reckoning/test_bulk_forms.py",
    "tests/unit/reckoning/test_calendars.py",
    "tests/unit/reckoning/test_reckon.py",
    "tests/unit/reckoning/test_counting_core.py",
    "tests/unit/reckoning/test_recompute.py",
    "tests/unit/reckoning/test_setting.py",
    "tests/unit/reckoning/test_clock_block.py",
    "tests/unit/reckoning/test_reference.py",
    "tests/vectors/test_deadlines.py",
    "tests/vectors/test_deadlines_by_hand.py",
    "tests/property/test_reckoning_engines.py",
    "tests/property/test_bulk_reckoning.py",
)
Kept = type(lru_cache(len))
"""What keeps answers of a function."""

LIMIT = 60
"""Seconds; the signal ends the process, which counts as killed."""

GOAL = 0.9

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """One small change: the number of the node in its module, which change, and how it reads."""

    module: str
    node: int
    change: int
    line: int
    said: str


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    """Every change of one node."""
    new: Any = copy.deepcopy(node)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        new.ops[0] = _COMPARED[type(node.ops[0])]()
        yield new
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _CALCULATED:
        if not any(isinstance(part, ast.JoinedStr) for part in ast.walk(node)):
            new.op = _CALCULATED[type(node.op)]()
            yield new
    elif isinstance(node, ast.BoolOp):
        new.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield new
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield new.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(node.value + 1)


def _nodes(tree: ast.Module) -> list[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node inside a function with its place, except decorators and annotations."""
    found: list[tuple[ast.AST, str, int | None, ast.AST]] = []

    def visit(parent: ast.AST, inside: bool) -> None:
        for name, value in ast.iter_fields(parent):
            if name in ("annotation", "returns", "decorator_list"):
                continue
            rows = value if isinstance(value, list) else [value]
            for at, row in enumerate(rows):
                if isinstance(row, ast.AST):
                    if inside:
                        found.append((parent, name, at if isinstance(value, list) else None, row))
                    visit(row, inside or isinstance(row, ast.FunctionDef))

    visit(tree, False)
    return found


def _parsed(module: str) -> ast.Module:
    return ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))


def mutants(module: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    for number, (_, _, _, node) in enumerate(_nodes(_parsed(module))):
        for change, new in enumerate(_changed(node)):
            line = getattr(node, "lineno", 0)
            said = f"{ast.unparse(node)}  ->  {ast.unparse(new)}"
            yield Mutant(module, number, change, line, said)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Every body of a function inside a compiled module, in the order of the source."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)


def _compiled(module: str, mutant: Mutant | None = None) -> list[CodeType]:
    """The bodies of a module's functions, with one change or with none."""
    tree = _parsed(module)
    if mutant is not None:
        parent, name, at, found = _nodes(tree)[mutant.node]
        new = list(_changed(found))[mutant.change]
        if at is None:
            setattr(parent, name, new)
        else:
            getattr(parent, name)[at] = new
    return list(_codes(compile(ast.fix_missing_locations(tree), f"{module}.py", "exec")))


def _put(mutant: Mutant) -> None:
    """Give every function of the module that is alive its changed body; forget what was kept."""
    was, now = _compiled(mutant.module), _compiled(mutant.module, mutant)
    bodies = dict(zip(was, now, strict=True))
    file = str(FOLDER / f"{mutant.module}.py")
    for found in gc.get_objects():
        if isinstance(found, FunctionType) and found.__code__.co_filename == file:
            found.__code__ = bodies.get(found.__code__, found.__code__)
        elif isinstance(found, Kept) and str(found.__module__).startswith(("tecum", "tests")):
            found.cache_clear()


def _tested(session: pytest.Session) -> int:
    """1 as soon as one of the collected tests fails, else 0."""
    for item, following in zip_longest(session.items, session.items[1:]):
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            return 1
    return 0


def _started(session: pytest.Session, mutant: Mutant | None) -> int:
    """The id of the process that tries a mutant; it says nothing but its exit status."""
    process = os.fork()
    if process:
        return process
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    signal.alarm(LIMIT)
    status = 1
    try:
        if mutant is not None:
            _put(mutant)
        status = _tested(session)
    finally:
        os._exit(status)


class _Trials:
    """The tests are collected once; then each mutant runs them in a process of its own."""

    def __init__(self, tried: Sequence[Mutant], workers: int) -> None:
        self.tried, self.workers = tried, workers
        self.alive: list[Mutant] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if os.waitpid(_started(session, None), 0)[1] != 0:
            raise SystemExit("the tests fail without any change; no mutant can be judged")
        running: dict[int, Mutant] = {}
        waiting = list(reversed(self.tried))
        while waiting or running:
            while waiting and len(running) < self.workers:
                mutant = waiting.pop()
                running[_started(session, mutant)] = mutant
            process, status = os.wait()
            mutant = running.pop(process)
            if status == 0:
                self.alive.append(mutant)
                print(f"alive: {_said(mutant)}", flush=True)
        self.alive.sort(key=self.tried.index)
        return True


def _said(mutant: Mutant) -> str:
    return f"{mutant.module}.py:{mutant.line}: {mutant.said}"


def _left_alive() -> frozenset[str]:
    """The survivors of the last run."""
    last = json.loads((RESULTS / "mutate_reckoning.json").read_text(encoding="utf-8"))
    return frozenset(last["figures"]["alive"])


def main(modules: Sequence[str], workers: int, every: int, *, again: bool) -> None:
    """Try every mutant, or the last run's survivors again; print who is alive, record."""
    os.chdir(ROOT)
    os.environ["TECUM_RECKON_EXAMPLES"] = "24"
    os.environ["TECUM_VECTORS_PER_KIND"] = "12"
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    left = _left_alive() if again else None
    every_one = [mutant for module in modules for mutant in mutants(module)][::every]
    tried = [row for row in every_one if left is None or _said(row) in left]
    trials = _Trials(tried, workers)
    pytest.main(["-q", "-s", "--no-header", "-p", "no:cacheprovider", *TESTS], plugins=[trials])
    tried, alive = every_one, trials.alive
    by_module = {
        module: [sum(row.module == module for row in rows) for rows in (tried, alive)]
        for module in modules
    }
    killed = len(tried) - len(alive)
    rate = killed / len(tried)
    print(f"killed {killed} of {len(tried)}: {rate:.1%}, {rate / GOAL:.2f} of the goal")
    figures = {
        "killed": killed,
        "mutants": len(tried),
        "rate": round(rate, 4),
        "tried_and_alive": by_module,
        "alive": [_said(row) for row in alive],
    }
    record("mutate_reckoning", figures, "pytest", "hypothesis")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("modules", nargs="*", default=list(CORE))
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--every", type=int, default=1, help="try every K-th mutant only")
    arguments.add_argument(
        "--again", action="store_true", help="only the survivors of the last run, same selection"
    )
    asked = arguments.parse_args()
    main(asked.modules, asked.workers, asked.every, again=asked.again)

"""Change the counting core in one small way at a time, and see whether a test notices.

    python bench/mutate_reckoning.py [MODULE…] [--workers N] [--every K]

Each mutant is one changed comparison, sign, number, ``and``, ``or``, ``not`` or truth value of
one module, tried in a process of its own with the fast tests, which stop at the first failure.
The tests are collected once; a mutant's process gives the functions their changed bodies. The
test that killed last is tried first, and after each module the unchanged code has to pass in the
order that came of it. A mutant that uses up a test's processor time counts as killed, and is
counted apart: a count that never ends is noticed. Survivors are printed with line and change;
the goal is that 90 of 100 are killed. What is measured is recorded after each module.
"""

from __future__ import annotations

import argparse
import ast
import copy
import gc
import json
import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from inspect import CO_OPTIMIZED
from itertools import chain, zip_longest
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
    *("day_rules", "ways", "readings", "ruling", "day_table", "bulk"),
    *("reckon", "stated", "recompute", "setting", "events", "calendars", "clocks"),
    *("vectors", "vector_inputs", "vector_calendars"),
)
TESTS = (
    "tests/unit/reckoning/test_edge_cases.py",
    "tests/unit/reckoning/test_counting_corners.py",
    "tests/unit/reckoning/test_versions_and_readings.py",
    "tests/unit/reckoning/test_day_table.py",
    "tests/unit/reckoning/test_bulk_forms.py",
    "tests/unit/reckoning/test_calendars.py",
    "tests/unit/reckoning/test_reckon.py",
    "tests/unit/reckoning/test_stated.py",
    "tests/unit/reckoning/test_counting_core.py",
    "tests/unit/reckoning/test_counting_steps.py",
    "tests/unit/reckoning/test_recompute.py",
    "tests/unit/reckoning/test_setting.py",
    "tests/unit/reckoning/test_clock_block.py",
    "tests/unit/reckoning/test_reference.py",
    "tests/unit/reckoning/test_vector_inputs.py",
    "tests/vectors/test_deadlines.py",
    "tests/vectors/test_deadlines_by_hand.py",
    "tests/property/test_reckoning_engines.py",
    "tests/property/test_bulk_reckoning.py",
)
Kept = type(lru_cache(len))
"""What keeps answers of a function."""

LIMIT = 5
"""Seconds of processor time for one test, which takes one when nothing is changed.

The signal ends the process, which counts as killed.
"""

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
    return list(_codes(compile(_tree(module, mutant), f"{module}.py", "exec")))


def _tree(module: str, mutant: Mutant | None) -> ast.Module:
    """A module with one change or with none."""
    tree = _parsed(module)
    if mutant is not None:
        parent, name, at, found = _nodes(tree)[mutant.node]
        new = list(_changed(found))[mutant.change]
        if at is None:
            setattr(parent, name, new)
        else:
            getattr(parent, name)[at] = new
    return ast.fix_missing_locations(tree)


def _defaults(module: str, mutant: Mutant) -> dict[str, FunctionType]:
    """The functions of the changed module made anew, for the defaults that they have."""
    made: dict[str, Any] = {"__name__": f"tecum.reckoning.{module}"}
    exec(compile(_tree(module, mutant), f"{module}.py", "exec"), made)
    rows = [made, *(vars(row) for row in made.values() if isinstance(row, type))]
    return {
        found.__qualname__: found
        for row in rows
        for found in row.values()
        if isinstance(found, FunctionType) and found.__code__.co_filename == f"{module}.py"
    }


def _is_body(code: CodeType) -> bool:
    """Whether it is the body of a function; that of a class has the defaults of its methods."""
    return bool(code.co_flags & CO_OPTIMIZED)


def _put(mutant: Mutant) -> None:
    """Give every function of the module that is alive its changed body; forget what was kept."""
    was, now = _compiled(mutant.module), _compiled(mutant.module, mutant)
    bodies = dict(zip(was, now, strict=True))
    same = [row for row in was if _is_body(row)] == [row for row in now if _is_body(row)]
    anew = _defaults(mutant.module, mutant) if same else {}
    file = str(FOLDER / f"{mutant.module}.py")
    for found in gc.get_objects():
        if isinstance(found, FunctionType) and found.__code__.co_filename == file:
            found.__code__ = bodies[found.__code__]
            if found.__qualname__ in anew:
                found.__defaults__ = anew[found.__qualname__].__defaults__
                found.__kwdefaults__ = anew[found.__qualname__].__kwdefaults__
        elif isinstance(found, Kept) and str(found.__module__).startswith(("tecum", "tests")):
            found.cache_clear()


def _tested(items: Sequence[pytest.Item]) -> pytest.Item | None:
    """The first of these tests that fails."""
    for item, following in zip_longest(items, items[1:]):
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            return item
    return None


@dataclass(frozen=True)
class _Trial:
    """A process under way: what it tries, and where it names the test that failed."""

    mutant: Mutant | None
    answer: int


NOTICED, BROKEN = 1, 3


def _started(items: Sequence[pytest.Item], mutant: Mutant | None) -> tuple[int, _Trial]:
    """A process that tries a mutant; it tells by its status, and names the test that failed."""
    answer, said = os.pipe()
    process = os.fork()
    if process:
        os.close(said)
        return process, _Trial(mutant, answer)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    status = BROKEN
    try:
        if mutant is not None:
            _put(mutant)
        status = NOTICED
        failed = _tested(items)
        os.write(said, failed.nodeid.encode() if failed else b"")
        status = NOTICED if failed else 0
    finally:
        os._exit(status)


def _ended(trial: _Trial) -> str:
    """The name of the test that failed, where one said so."""
    with os.fdopen(trial.answer, "rb") as told:
        return told.read().decode()


class _Trials:
    """The tests are collected once; then each mutant runs them in a process of its own."""

    def __init__(
        self, tried: Mapping[str, Sequence[Mutant]], workers: int, left: frozenset[str] | None
    ) -> None:
        self.tried, self.workers, self.left = tried, workers, left
        self.alive: list[Mutant] = []
        self.endless: list[Mutant] = []
        self.ended: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        _unchanged(session.items)
        for module, rows in self.tried.items():
            items = list(session.items)
            self._module([row for row in rows if self._is_asked(row)], items)
            _unchanged(items)
            self.ended.append(module)
            _recorded({name: self.tried[name] for name in self.ended}, self.alive, self.endless)
        return True

    def _is_asked(self, mutant: Mutant) -> bool:
        """Whether to try it: every one, or the last run's survivors only."""
        return self.left is None or _said(mutant) in self.left

    def _module(self, rows: Sequence[Mutant], items: list[pytest.Item]) -> None:
        """Try every mutant of a module; the tests come into the order in which they killed."""
        running: dict[int, _Trial] = {}
        waiting = list(reversed(rows))
        while waiting or running:
            while waiting and len(running) < self.workers:
                process, trial = _started(items, waiting.pop())
                running[process] = trial
            process, status = os.wait()
            trial = running.pop(process)
            self._judged(trial, status, _ended(trial), items)
        self.alive.sort(key=[*chain(*self.tried.values())].index)

    def _judged(self, trial: _Trial, status: int, by: str, items: list[pytest.Item]) -> None:
        assert trial.mutant is not None
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == BROKEN:
            raise SystemExit(f"cannot be tried: {_said(trial.mutant)}")
        if status == 0:
            self.alive.append(trial.mutant)
            print(f"alive: {_said(trial.mutant)}", flush=True)
        elif os.WIFSIGNALED(status):
            self.endless.append(trial.mutant)
            print(f"endless: {_said(trial.mutant)}", flush=True)
        items.sort(key=lambda item: item.nodeid != by)


def _unchanged(items: Sequence[pytest.Item]) -> None:
    """The tests have to pass in this order without any change."""
    process, trial = _started(items, None)
    if os.waitpid(process, 0)[1] != 0:
        raise SystemExit(f"the tests fail without any change: {_ended(trial)}")
    _ended(trial)


def _recorded(
    tried: Mapping[str, Sequence[Mutant]], alive: Sequence[Mutant], endless: Sequence[Mutant]
) -> None:
    """Print and write what the modules so far have shown."""
    mutants_ = sum(map(len, tried.values()))
    killed = mutants_ - len(alive)
    by_module = {
        module: [len(rows), sum(row.module == module for row in alive)]
        for module, rows in tried.items()
    }
    module, figures_of_it = [*by_module.items()][-1]
    print("{}: {} tried, {} alive".format(module, *figures_of_it))
    rate = killed / mutants_
    print(f"killed {killed} of {mutants_}: {rate:.1%}, {rate / GOAL:.2f} of the goal", flush=True)
    figures = {
        "killed": killed,
        "mutants": mutants_,
        "rate": round(rate, 4),
        "tried_and_alive": by_module,
        "alive": [_said(row) for row in alive],
        "endless": [_said(row) for row in endless],
    }
    record("mutate_reckoning", figures, "pytest", "hypothesis")


def _said(mutant: Mutant) -> str:
    return f"{mutant.module}.py:{mutant.line}: {mutant.said}"


def _left_alive() -> frozenset[str]:
    """The survivors of the last run."""
    last = json.loads((RESULTS / "mutate_reckoning.json").read_text(encoding="utf-8"))
    return frozenset(last["figures"]["alive"])


def main(modules: Sequence[str], workers: int, every: int, *, again: bool) -> None:
    """Try every mutant, or the last run's survivors again; print who is alive, record."""
    os.chdir(ROOT)
    os.environ["TECUM_TEST_RECKON_EXAMPLES"] = "24"
    os.environ["TECUM_TEST_VECTORS_PER_KIND"] = "12"
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    left = _left_alive() if again else None
    every_one = [mutant for module in modules for mutant in mutants(module)][::every]
    tried = {module: [row for row in every_one if row.module == module] for module in modules}
    trials = _Trials(tried, workers, left)
    pytest.main(["-q", "-s", "--no-header", "-p", "no:cacheprovider", *TESTS], plugins=[trials])


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

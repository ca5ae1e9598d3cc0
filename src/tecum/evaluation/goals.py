"""Goals of a corpus: ``goals.toml`` in its folder, checked after scoring (READING 16).

    schema = "tecum.goals/1"

    [[goal]]
    measure  = "conduct right"        # a name of the report's table of measures
    at_least = 0.97                   # or at_most

A goal on a rate is checked however few documents there are; whoever sets it for a folder knows
how many that folder holds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tecum.errors import DataUnusable, nearest

__all__ = ["Goal", "Measure", "Met", "check_goals", "load_goals"]

SCHEMA = "tecum.goals/1"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of the report: ``hits`` of ``of``, or a value by itself."""

    name: str
    hits: int
    of: int
    means: str
    value_alone: float | None = None

    @property
    def value(self) -> float | None:
        """The share, or the value; None of nothing."""
        if self.value_alone is not None:
            return self.value_alone
        return self.hits / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Goal:
    """What a measure must reach, or must not pass."""

    measure: str
    at_least: float | None
    at_most: float | None


@dataclass(frozen=True, slots=True)
class Met:
    """A goal with the value found; ``holds`` is None where nothing could be measured."""

    goal: Goal
    value: float | None
    holds: bool | None

    def to_json(self) -> dict[str, Any]:
        """The goal, what was found, and whether it holds."""
        g = self.goal
        bounds = {"at_least": g.at_least, "at_most": g.at_most}
        return {"measure": g.measure, **bounds, "value": self.value, "holds": self.holds}


def load_goals(folder: Path, known: Sequence[str]) -> tuple[Goal, ...]:
    """The goals of a corpus folder; none where it has no ``goals.toml``.

    Raises:
        DataUnusable: the file is not TOML of the schema, or names what is not measured.
    """
    path = folder / "goals.toml"
    if not path.exists():
        return ()
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _unusable("it is not TOML") from error
    if values.get("schema") != SCHEMA or set(values) - {"schema", "goal"}:
        raise _unusable(f'it holds schema = "{SCHEMA}" and [[goal]] tables, nothing else')
    rows = values.get("goal", [])
    if not isinstance(rows, list):
        raise _unusable("goal is a list of tables")
    return tuple(_goal(row, known) for row in rows)


def _goal(row: Mapping[str, Any], known: Sequence[str]) -> Goal:
    measure = row.get("measure") if isinstance(row, Mapping) else None
    if measure not in known:
        near = nearest(str(measure), known)
        raise _unusable(f'no measure "{measure}"' + (f'; did you mean "{near}"?' if near else ""))
    bounds = {key: row.get(key) for key in ("at_least", "at_most")}
    stated = [v for v in bounds.values() if v is not None]
    numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in stated)
    if len(stated) != 1 or not numbers or set(row) - {"measure", *bounds}:
        raise _unusable(f'"{measure}" needs one number, at_least or at_most, and nothing else')
    return Goal(str(measure), bounds["at_least"], bounds["at_most"])


def _unusable(said: str) -> DataUnusable:
    return DataUnusable(
        f"goals.toml cannot be used: {said}.",
        why="A goal that is not understood would pass in silence.",
        do="Correct it; docs/reference/accuracy-goals.md lists the measures.",
        code="evaluate.goals",
    )


def check_goals(goals: Sequence[Goal], measures: Sequence[Measure]) -> tuple[Met, ...]:
    """Each goal against its measure."""
    found = {measure.name: measure.value for measure in measures}
    met = []
    for goal in goals:
        value = found.get(goal.measure)
        holds = None
        if value is not None:
            low = goal.at_least is None or value >= goal.at_least
            holds = low and (goal.at_most is None or value <= goal.at_most)
        met.append(Met(goal, value, holds))
    return tuple(met)

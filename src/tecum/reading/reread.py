"""A newer reader's Reading beside what people have made of the older one (READING 15).

A Reading is never changed. What a person confirmed or corrected stands, whatever the newer one
says; where the two differ, both are shown. The rest follows the newer reading.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Change", "Reread", "Standing", "in_place", "reread"]

_ASKS = ("conduct", "kind", "judicial", "due")
_ROWS = ("matter_numbers", "due", "authorities", "items", "subjects", "consequences")


@dataclass(frozen=True, slots=True)
class Standing:
    """A field as it stands: the value in force, and the machine's newest one beneath it."""

    value: Any
    machine: Any
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A field of which the newer reading says something else."""

    path: str
    before: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Reread:
    """What a newer reading changes.

    Attributes:
        standing: Path → the field as it stands.
        notes: Fields that a person settled and the newer reading reads otherwise: both values.
        followed: Fields that nobody had settled and that now follow the newer reading.
        asks: Changed fields on which clocks and duties rest; a person must look.
    """

    standing: Mapping[str, Standing]
    notes: tuple[Change, ...] = ()
    followed: tuple[Change, ...] = ()
    asks: tuple[str, ...] = ()


def reread(old: Mapping[str, Any], new: Mapping[str, Any], settled: Mapping[str, Any]) -> Reread:
    """Compare two readings of one document, under what people have settled.

    Args:
        old: Path → value of the older reading; a path that it lacks was not read.
        new: The same of the newer one.
        settled: Path → the value that a person confirmed or entered.
    """
    paths = list(dict.fromkeys([*old, *new, *settled]))
    standing: dict[str, Standing] = {}
    notes: list[Change] = []
    followed: list[Change] = []
    for path in paths:
        machine = new.get(path)
        if path in settled:
            standing[path] = Standing(settled[path], machine, by_person=True)
            if machine != settled[path]:
                notes.append(Change(path, settled[path], machine))
        else:
            standing[path] = Standing(machine, machine)
            if machine != old.get(path):
                followed.append(Change(path, old.get(path), machine))
    changed = [path for path in paths if old.get(path) != new.get(path)]
    asks = tuple(path for path in changed if path.split(".")[0] in _ASKS)
    return Reread(standing, tuple(notes), tuple(followed), asks)


def in_place(
    old: Mapping[str, Any], new: Mapping[str, Any], taken: Iterable[str] = ()
) -> dict[str, Any]:
    """The newer reading with the rows of its lists where the older one had them.

    A confirmation names a row by its place (``due.1``). A row that the newer reading finds
    again keeps its place; one that it no longer finds leaves it empty; a further one comes
    after all that were there.

    Args:
        old: The older Reading, in the shape of ``tecum.reading/1``.
        new: The newer one; it is not changed.
        taken: Paths that people have settled, some of rows that no machine read.
    """
    placed = copy.deepcopy(dict(new))
    for group in _ROWS:
        before, after = list(old.get(group, ())), list(placed.get(group, ()))
        if not before and not any(path.startswith(f"{group}.") for path in taken):
            continue
        places = _places(before, after)
        last = max([len(before), *(int(p.split(".")[1]) + 1 for p in taken if _is_row(p, group))])
        rows: dict[int, Any] = {}
        for i, row in enumerate(after):
            if i in places:
                rows[places[i]] = row
            else:
                rows[last] = row
                last += 1
        length = max(rows, default=-1) + 1
        empty = before or after
        placed[group] = [
            rows[n] if n in rows else _emptied(before[n] if n < len(before) else empty[0])
            for n in range(max(length, len(before)))
        ]
    return placed


def _is_row(path: str, group: str) -> bool:
    name, _, rest = path.partition(".")
    return name == group and rest.isdigit()


def _places(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Row of the newer reading → place of the same row in the older one."""
    places: dict[int, int] = {}
    free = set(range(len(before)))
    for same in (_whole, _said, _words, _label):
        for i, row in enumerate(after):
            if i in places or same(row) is None:
                continue
            match = next((n for n in sorted(free) if same(before[n]) == same(row)), None)
            if match is not None:
                places[i] = match
                free.discard(match)
    for i, row in enumerate(after):
        near = next((n for n in sorted(free) if i not in places and _meet(before[n], row)), None)
        if near is not None:
            places[i] = near
            free.discard(near)
    return places


def _meet(a: Any, b: Any) -> bool:
    """Whether two rows were read from overlapping words of one page."""
    return any(
        x["page"] == y["page"] and x["start"] < y["end"] and y["start"] < x["end"]
        for x in _spans(a)
        for y in _spans(b)
    )


def _whole(row: Any) -> Any:
    return _said(row), _words(row)


def _said(row: Any) -> Any:
    """What a row says, without where it stands and how sure it is."""
    left_out = ("spans", "band", "signals", "rule", "conflicts", "confirmed_by")
    if isinstance(row, Mapping):
        return {k: _said(v) for k, v in row.items() if k not in left_out}
    if isinstance(row, (list, tuple)):
        return [_said(value) for value in row]
    return row


def _words(row: Any) -> Any:
    """The words that a row was read from."""
    spans = _spans(row)
    return [(span["page"], span["quote"]) for span in spans] if spans else None


def _spans(row: Any) -> Sequence[Mapping[str, Any]]:
    spans = row.get("spans") if isinstance(row, Mapping) else None
    if spans is None and isinstance(row, Mapping):
        inner = row.get("text") or row.get("name") or row.get("cite") or {}
        spans = inner.get("spans") if isinstance(inner, Mapping) else None
    return spans or ()


def _label(row: Any) -> Any:
    return row.get("label") if isinstance(row, Mapping) else None


def _emptied(row: Any) -> Any:
    """A row's place with nothing in it."""
    if isinstance(row, Mapping) and {"value", "band", "spans"} <= set(row):
        return {**row, "value": None, "band": "absent", "spans": [], "signals": {}}
    if not isinstance(row, Mapping):
        return None
    emptied = {key: _emptied(value) for key, value in row.items()}
    if "form" in row:
        kept = {"for": row["for"], "owed_by": row["owed_by"], "rule": row["rule"]}
        emptied |= {"form": "none", "band": "absent", "spans": [], "signals": {}, "conflicts": []}
        return emptied | kept
    lists: dict[str, Any] = {
        key: [] for key, value in row.items() if isinstance(value, (list, tuple))
    }
    words = {key: row[key] for key in ("label", "category") if key in row}
    return emptied | lists | words

"""Column files as rows for a replay: CSV with the standard library, CSV and Parquet with polars.

The columns ``id``, ``action``, ``item``, ``recipient``, ``on`` and ``known_on`` speak of the row;
every other column is a fact by its name, written as a pack's own cases write it. Rows that say
the same are worked out once.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tecum.errors import DataUnusable, DependencyMissing
from tecum.installing import POLARS, command_for
from tecum.law.cases import cell_value
from tecum.law.columns import Evaluator, OnSqlite, Situation
from tecum.law.errors import FactsRefused
from tecum.law.facts import facts_from
from tecum.law.pack import Packs
from tecum.law.problem import nearest_sentence
from tecum.law.replay import Asked

__all__ = ["asked_in", "best_evaluator", "has_polars"]

_OF_ROW = ("id", "action", "item", "recipient", "on", "known_on")


def has_polars() -> bool:
    """Whether the extra ``replay`` is installed."""
    return find_spec("polars") is not None


def best_evaluator() -> Evaluator:
    """Polars where it is installed, else SQLite, which every Python has."""
    if has_polars():
        from tecum.law.columns.frames import OnPolars

        return OnPolars()
    return OnSqlite()


def asked_in(
    path: Path, packs: Packs, *, on: date, known_on: date, actions: Sequence[str] = ()
) -> list[Asked]:
    """The rows of a file, those that say the same together.

    Args:
        path: A CSV or Parquet file.
        packs: The packs that ask for the facts.
        on: The day of the act where a row states none.
        known_on: The day of knowledge where a row states none.
        actions: The actions where the file has no such column.

    Raises:
        DataUnusable: the file cannot be read, or asks of no action.
        FactsRefused: a column that is no fact, or a cell that the fact does not take.
        DependencyMissing: a Parquet file without polars.
    """
    names, groups = _grouped(path)
    _check(names, packs, path.name)
    if "action" not in names and not actions:
        raise DataUnusable(
            f'{path.name} has no column "action".', do="Add one, or name an action with --action."
        )
    asked = []
    for cells, rows in groups:
        held = dict(zip(names, cells, strict=True))
        where = f"{path.name}, row {rows[0]}"
        situation = _situation(held, packs, where, (on, known_on))
        words = [held["action"]] if held.get("action") else list(actions)
        for action in words:
            if action not in packs.vocabulary.actions:
                near = nearest_sentence(action, packs.vocabulary.actions)
                raise FactsRefused(f'{where}: unknown action "{action}".{near}')
            recipient = held.get("recipient") or held.get("recipient_class") or None
            asked.append(Asked(action, recipient, situation, tuple(rows)))
    return asked


def _check(names: Iterable[str], packs: Packs, file: str) -> None:
    for name in names:
        if name not in _OF_ROW and name not in packs.facts:
            near = nearest_sentence(name, [*packs.facts, *_OF_ROW])
            raise FactsRefused(f'{file}: "{name}" is not asked by any loaded pack.{near}')


def _situation(
    held: Mapping[str, str], packs: Packs, where: str, days: tuple[date, date]
) -> Situation:
    given = {
        name: cell_value(text, name, packs)
        for name, text in held.items()
        if text and name not in _OF_ROW
    }
    try:
        on, known_on = (
            date.fromisoformat(held[name]) if held.get(name) else day
            for name, day in zip(("on", "known_on"), days, strict=True)
        )
    except ValueError:
        raise FactsRefused(f'{where}: "on" and "known_on" are days like 2018-01-04.') from None
    return Situation(facts_from({"facts": given}, packs, where), on, known_on)


Groups = Iterable[tuple[tuple[str, ...], list[str]]]


def _grouped(path: Path) -> tuple[tuple[str, ...], Groups]:
    try:
        if has_polars():
            return _by_polars(path)
        return _by_hand(path)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataUnusable(f"{path.name} cannot be read: {error}.", code="replay.file") from error


def _by_hand(path: Path) -> tuple[tuple[str, ...], Groups]:
    if path.suffix == ".parquet":
        raise DependencyMissing(
            "Parquet files need polars.", do=f"{command_for(POLARS)}, or write CSV."
        )
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        head = tuple(next(reader, ()))
        at = head.index("id") if "id" in head else None
        groups: dict[tuple[str, ...], list[str]] = {}
        for number, row in enumerate(reader, 1):
            if len(row) != len(head):
                raise DataUnusable(f"{path.name}: row {number} has {len(row)} cells.")
            cells = tuple(row if at is None else [*row[:at], *row[at + 1 :]])
            groups.setdefault(cells, []).append(str(number) if at is None else row[at])
    return tuple(name for name in head if name != "id"), groups.items()


def _by_polars(path: Path) -> tuple[tuple[str, ...], Groups]:
    import polars as pl

    try:
        if path.suffix == ".parquet":
            frame = pl.read_parquet(path)
        else:
            frame = pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, OSError) as error:
        said = str(error).split("\n", maxsplit=1)[0]
        raise DataUnusable(f"{path.name} cannot be read: {said}.", code="replay.file") from error
    if "id" not in frame.columns:
        frame = frame.with_row_index("id", offset=1)
    names = [name for name in frame.columns if name != "id"]
    told = frame.select(_text(frame, name).alias(name) for name in ["id", *names])
    grouped = told.group_by(names, maintain_order=True).agg("id") if names else None
    return tuple(names), _lists(grouped)


def _text(frame: Any, name: str) -> Any:
    """A column as a case would write it: yes and no for truth, nothing for what is unknown."""
    import polars as pl

    column = pl.col(name)
    if frame.schema[name] == pl.Boolean:
        return (
            pl.when(column)
            .then(pl.lit("yes"))
            .when(~column)
            .then(pl.lit("no"))
            .otherwise(pl.lit(""))
        )
    return column.cast(pl.String).fill_null("")


def _lists(grouped: Any) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    if grouped is not None:
        for row in grouped.iter_rows():
            yield row[:-1], row[-1]

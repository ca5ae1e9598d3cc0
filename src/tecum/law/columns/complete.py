"""Rows that the intervals leave open: every completion as a row of its own (LAW 5.10).

Which unknowns matter and which values each may have is read off the text, once for each
distinct situation; what comes out of each completion is worked out by the column back-end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import islice, product
from math import prod
from operator import or_
from typing import Any

from tecum.law.ask import LIMIT
from tecum.law.atoms import Choice, unknowns_of
from tecum.law.columns.answers import Answer
from tecum.law.columns.conditions import Key
from tecum.law.columns.plan import plan_for
from tecum.law.columns.rows import Batch, Situation, cells_of, row_of, rows_of
from tecum.law.columns.run_sql import Evaluator
from tecum.law.decide import engine_for
from tecum.law.engine import Engine
from tecum.law.facts import Rows
from tecum.law.pack import Packs
from tecum.law.truth import Truth
from tecum.law.view import Atom, View
from tecum.office import Office

__all__ = ["Sheet", "answer_all"]

_AT_ONCE = 50_000
"""Completions evaluated in one statement."""
_ONE = frozenset(1 << at for at in range(5))


def answer_all(
    evaluator: Evaluator,
    packs: Packs,
    action: str,
    situations: Sequence[Situation],
    office: Office | None = None,
) -> list[Answer]:
    """One answer a situation, with the outcomes that some completion reaches."""
    return Sheet(packs, action, situations, office).answers(evaluator)


class Sheet:
    """Situations laid out as rows, once for every evaluator that answers them."""

    def __init__(
        self,
        packs: Packs,
        action: str,
        situations: Sequence[Situation],
        office: Office | None = None,
    ) -> None:
        self.packs = packs
        self.action = action
        self.situations = situations
        self.office = office
        self.plan = plan_for(packs, action, office=office)
        self.batch = rows_of(self.plan, situations, packs.defines)
        self.assuming = plan_for(packs, action, office=office, assuming=True)
        self._keys: dict[int, Any] = {}
        self._laid: dict[Any, Batch | None] = {}

    def answers(self, evaluator: Evaluator) -> list[Answer]:
        """One answer a situation; above :data:`LIMIT` completions the interval stands."""
        found = evaluator.answers(self.plan, self.batch)
        open_ = [at for at, answer in enumerate(found) if answer.possible not in _ONE]
        masks = self._reached(evaluator, dict.fromkeys(self._key(at) for at in open_))
        for at in open_:
            mask = masks.get(self._key(at), 0)
            if mask:
                found[at] = Answer(mask, found[at].live, found[at].may_be_live)
        return found

    def _reached(self, evaluator: Evaluator, keys: Iterable[Any]) -> dict[Any, int]:
        masks: dict[Any, int] = {}
        together, owners = Batch(), list[tuple[Any, int]]()
        for key in keys:
            batch = self._laid[key]
            if batch is not None:
                owners.append((key, len(batch.rows)))
                together.extend(batch)
            if len(together.rows) > _AT_ONCE:
                masks |= self._masks(evaluator, together, owners)
                together, owners = Batch(), []
        return masks | self._masks(evaluator, together, owners)

    def _masks(
        self, evaluator: Evaluator, together: Batch, owners: Iterable[tuple[Any, int]]
    ) -> dict[Any, int]:
        """What the completions of each situation reach; they stand one after the other."""
        found = iter(evaluator.possible(self.assuming, together) if together.rows else ())
        return {key: reduce(or_, islice(found, count), 0) for key, count in owners}

    def _key(self, at: int) -> Any:
        """What a row says; rows that say the same have the same completions."""
        if at not in self._keys:
            situation = self.situations[at]
            engine = engine_for(
                self.packs,
                situation.facts,
                self.action,
                on=situation.on,
                known_on=situation.known_on,
                office=self.office,
            )
            values, tables = row_of(self.assuming, engine.view, situation)
            key = self._keys[at] = _key(values, tables)
            if key not in self._laid:
                self._laid[key] = self._lay_out(engine, values, tables)
        return self._keys[at]

    def _lay_out(
        self, engine: Engine, values: Mapping[Key, Any], tables: Mapping[str, Rows]
    ) -> Batch | None:
        domains = unknowns_of(engine, self.packs.facts).domains()
        if prod(len(choices) for choices in domains.values()) > LIMIT:
            return None
        batch = Batch()
        places = {key: at for at, key in enumerate(self.assuming.inputs)}
        assumed = [places.get(_column(atom, engine.view)) for atom in domains]
        row = [values.get(key) for key in self.assuming.inputs]
        cells = cells_of(self.assuming, tables)
        said = [[_said(choice) for choice in choices] for choices in domains.values()]
        for picked in product(*said):
            for at, value in zip(assumed, picked, strict=True):
                if at is not None:
                    row[at] = value
            batch.put(tuple(row), cells)
        return batch


def _column(atom: Atom, view: View) -> Key:
    """Where an assumed value stands: in the fact's own column unless a definition settles it."""
    if atom[0] == "fact" and atom[1] not in view.defines:
        return ("fact", atom[1])
    return ("assumed", atom)


def _said(choice: Choice) -> Any:
    """Truth as a yes/no value; every other value as it is."""
    return choice.value is Truth.T if isinstance(choice.value, Truth) else choice.value


def _key(values: Mapping[Key, Any], tables: Mapping[str, Rows]) -> Any:
    rows = tuple(
        (name, tuple(tuple(sorted(row.items(), key=_first)) for row in table.rows))
        for name, table in sorted(tables.items())
    )
    return tuple(values.values()), rows


def _first(cell: tuple[str, Any]) -> str:
    return cell[0]

"""What is known: facts with their sources; a fact without a value is unknown.

Two sources with different values make a fact *conflicting*: it counts as unknown and both are
shown (LAW 1). Names that no loaded pack asks for are refused: a misspelt fact must not become
an unknown one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NamedTuple

from tecum.law.errors import FactsRefused
from tecum.law.problem import nearest_sentence
from tecum.law.vocabulary import FactSpec, FactType

if TYPE_CHECKING:
    from tecum.law.pack import Packs

__all__ = ["Facts", "Given", "Rows", "Value", "facts_from", "typed_value", "value_to_json"]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table fact; ``complete`` says whether they are all there are, None if unknown."""

    rows: tuple[Mapping[str, Any], ...]
    complete: bool | None


Value = bool | str | date | Decimal | Rows


class Given(NamedTuple):
    """One value of a fact, who says so, since when it is true and when it was recorded."""

    value: Value
    source: str = "facts"
    since: date | None = None
    recorded_on: date | None = None


_WRAPPED = ("value", "source", "from", "recorded_at")
_INSTANT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$")
Plain = tuple[dict[str, Value], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """All values given, by name of fact; absent is unknown, never a default."""

    given: Mapping[str, tuple[Given, ...]] = field(default_factory=dict)
    on: date | None = None
    known_on: date | None = None
    actions: tuple[str, ...] | None = None
    _plain: list[Plain | None] = field(default_factory=list, init=False, compare=False, repr=False)
    """What :attr:`plain` found, once it was asked; holds nothing that is not given."""

    @property
    def plain(self) -> Plain | None:
        """Values and sources by name where every fact has one value without dates, else None."""
        if not self._plain:
            self._plain.append(_plain(self.given))
        return self._plain[0]

    def plus(self, name: str, *values: Given) -> Facts:
        """A copy that also holds these values; nothing given before is lost."""
        return replace(self, given={**self.given, name: (*self.given.get(name, ()), *values)})

    def joined(self, other: Facts) -> Facts:
        """The values of both; where they differ the fact is conflicting."""
        joined = self
        for name, values in other.given.items():
            joined = joined.plus(name, *values)
        return joined

    def without(self, name: str) -> Facts:
        """A copy in which this fact is unknown."""
        return replace(self, given={key: row for key, row in self.given.items() if key != name})

    def known(self, on: date, known_on: date) -> Mapping[str, tuple[Given, ...]]:
        """The values that count on a day, by what was recorded by ``known_on``."""
        if self.plain is not None:
            return self.given
        counted = {}
        for name, values in self.given.items():
            alone = len(values) == 1 and values[0].since is None and values[0].recorded_on is None
            live = values if alone else tuple(_newest(values, on, known_on))
            if live:
                counted[name] = live
        return counted


def _plain(given: Mapping[str, tuple[Given, ...]]) -> Plain | None:
    values: dict[str, Value] = {}
    sources: dict[str, str] = {}
    for name, rows in given.items():
        if len(rows) != 1 or rows[0].since is not None or rows[0].recorded_on is not None:
            return None
        values[name], sources[name] = rows[0].value, rows[0].source
    return values, sources


def _newest(values: Iterable[Given], on: date, known_on: date) -> Iterable[Given]:
    """Of each source the value that is newest by the day since which it is true.

    What a source recorded later corrects what it recorded before of the same day; two values
    that nothing tells apart are both kept, and conflict where they differ.
    """
    by_source: dict[str, Given] = {}
    for given in values:
        if given.recorded_on is not None and given.recorded_on > known_on:
            continue
        if given.since is not None and given.since > on:
            continue
        before = by_source.get(given.source)
        if before is None or _moment(given) > _moment(before):
            by_source[given.source] = given
        elif before.value != given.value and _moment(before) == _moment(given):
            by_source[f"{given.source}, again"] = given
    return by_source.values()


def _moment(given: Given) -> tuple[date, date]:
    return given.since or date.min, given.recorded_on or date.min


def facts_from(data: Mapping[str, Any], packs: Packs, name: str = "facts.json") -> Facts:
    """Read the facts of CONTRACTS: ``{"on", "known_on", "facts", "actions"}``.

    A value may also be ``{"value", "source", "from", "recorded_at"}`` or a list of those.

    Raises:
        FactsRefused: an unknown key, fact or action, or a value that the type does not take.
    """
    if not isinstance(data, Mapping):
        raise FactsRefused(f"{name}: an object with facts is wanted.")
    keys = ("on", "known_on", "facts", "actions")
    for key in data:
        if key not in keys:
            raise FactsRefused(f'{name}: unknown key "{key}".{nearest_sentence(key, keys)}')
    given: dict[str, tuple[Given, ...]] = {}
    table = data.get("facts") or {}
    if not isinstance(table, Mapping):
        raise FactsRefused(f'{name}: "facts" is an object of names and values.')
    for fact, value in table.items():
        spec = packs.facts.get(fact)
        if spec is None:
            near = nearest_sentence(fact, packs.facts)
            raise FactsRefused(f'{name}: "{fact}" is not asked by any loaded pack.{near}')
        values = tuple(_givens(value, spec, name))
        if values:
            given[fact] = values
    return Facts(
        given=given,
        on=_day(data.get("on"), "on", name),
        known_on=_day(data.get("known_on"), "known_on", name),
        actions=_actions(data.get("actions"), packs, name),
    )


def _actions(names: Any, packs: Packs, name: str) -> tuple[str, ...] | None:
    if names is None:
        return None
    if not isinstance(names, list) or not all(isinstance(word, str) for word in names):
        raise FactsRefused(f'{name}: "actions" is a list of names.')
    for word in names:
        if word not in packs.vocabulary.actions:
            near = nearest_sentence(word, packs.vocabulary.actions)
            raise FactsRefused(f'{name}: unknown action "{word}".{near}')
    return tuple(names)


def _givens(value: Any, spec: FactSpec, name: str) -> Iterable[Given]:
    rows = value if isinstance(value, list) else [value]
    for row in rows:
        wrapped = isinstance(row, Mapping) and "value" in row
        if wrapped:
            _only(row, _WRAPPED, spec.name, name)
        inner = row["value"] if wrapped else row
        typed = typed_value(inner, spec, name)
        if typed is None:
            continue
        if not wrapped:
            yield Given(typed, name)
            continue
        yield Given(
            typed,
            str(row.get("source", name)),
            _day(row.get("from"), f"{spec.name}.from", name),
            _day(row.get("recorded_at"), f"{spec.name}.recorded_at", name),
        )


def _only(row: Mapping[str, Any], keys: Sequence[str], fact: str, name: str) -> None:
    for key in row:
        if key not in keys:
            near = nearest_sentence(key, keys)
            raise FactsRefused(f'{name}: {fact} has an unknown key "{key}".{near}')


def _day(value: Any, key: str, name: str) -> date | None:
    """A day; of an instant, where one may stand, the day that it is written with."""
    if value is None:
        return None
    found = value if isinstance(value, date) else _date(value)
    if found is None and key.endswith(".recorded_at"):
        found = _date(str(value)[:10]) if _INSTANT.match(str(value)) else None
    if found is None:
        raise FactsRefused(f'{name}: {key} is a day such as 2018-01-04; got "{value}".')
    return found


def typed_value(value: Any, spec: FactSpec, name: str = "facts.json") -> Value | None:
    """A value of JSON as the fact's type takes it; None is unknown.

    Raises:
        FactsRefused: the type does not take it.
    """
    if value is None:
        return None
    kind = spec.type
    if kind.kind == "yes/no":
        if isinstance(value, bool):
            return value
        text = f"{spec.name} must be true, false or null (unknown)"
        raise FactsRefused(f"{name}: {text}; got {_said(value)}.")
    if kind.kind == "word":
        if isinstance(value, str) and value in kind.words:
            return value
        shown = ", ".join(kind.words[:3]) + (", …" if len(kind.words) > 3 else "")
        near = nearest_sentence(value, kind.words) if isinstance(value, str) else ""
        text = f"{_said(value)} is not a value of {spec.name} ({shown})"
        raise FactsRefused(f"{name}: {text}.{near}")
    if kind.kind == "table":
        return _rows(value, spec, name)
    found = _scalar(value, kind)
    if found is None:
        raise FactsRefused(f"{name}: {spec.name} must be a {kind.kind}; got {_said(value)}.")
    return found


def _said(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _scalar(value: Any, kind: FactType) -> Value | None:
    if kind.kind == "date":
        return _date(value)
    if kind.kind == "number":
        return _number(value)
    if kind.kind == "text":
        return value if isinstance(value, str) else None
    if kind.kind == "yes/no":
        return value if isinstance(value, bool) else None
    if kind.kind == "word":
        return value if value in kind.words else None
    if isinstance(value, bool):
        return value
    return _date(value) or _number(value) or (value if isinstance(value, str) else None)


def _date(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.isoformat() == value else None


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _rows(value: Any, spec: FactSpec, name: str) -> Rows:
    if not isinstance(value, Mapping) or not isinstance(value.get("rows"), list):
        text = f'{spec.name} is {{"rows": […], "complete": true, false or null}}'
        raise FactsRefused(f"{name}: {text}.")
    _only(value, ("rows", "complete"), spec.name, name)
    columns = spec.type.columns
    rows = []
    for row in value["rows"]:
        if not isinstance(row, Mapping):
            raise FactsRefused(f"{name}: a row of {spec.name} is an object of columns and values.")
        typed = {}
        for key, cell in row.items():
            if columns and key not in columns:
                near = nearest_sentence(key, columns)
                raise FactsRefused(f'{name}: {spec.name} has no column "{key}".{near}')
            typed[key] = None if cell is None else _cell(cell, key, spec, name)
        rows.append(typed)
    complete = value.get("complete")
    if complete is not None and not isinstance(complete, bool):
        raise FactsRefused(f"{name}: {spec.name}.complete must be true, false or null (unknown).")
    return Rows(tuple(rows), complete)


def _cell(cell: Any, key: str, spec: FactSpec, name: str) -> Value:
    kind = spec.type.columns.get(key, FactType("any"))
    found = _scalar(cell, kind)
    if found is None:
        raise FactsRefused(f"{name}: {spec.name}.{key} does not take {_said(cell)}.")
    return found


def value_to_json(value: Value | None) -> Any:
    """A value as the facts file writes it."""
    if isinstance(value, Rows):
        rows = [{key: value_to_json(cell) for key, cell in row.items()} for row in value.rows]
        return {"rows": rows, "complete": value.complete}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value

"""Acts as JSON and back: typed both ways, strict on the way in, canonical on the way out.

A field without value is left out; a field whose value was erased stands as its commitment,
``{"commit": "<64 hex digits>"}``. An unknown key is refused with the nearest known one.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from tecum.docket.declare import ACTS, Act, Commitment, Erased
from tecum.docket.errors import ActMalformed, DateWithoutKind
from tecum.docket.vocabulary import DateKind
from tecum.errors import nearest
from tecum.words import Word

__all__ = [
    "UPCASTERS",
    "Json",
    "act_from_json",
    "act_to_json",
    "canonical",
    "from_json",
    "to_json",
    "type_of",
]

Json = Any

Upcaster = Callable[[dict[str, Json]], dict[str, Json]]


def _of_every_duty(fields: dict[str, Json]) -> dict[str, Json]:
    """Before letters and discharges named the duties that they end, each ended all of its kind."""
    return {**fields, "every_duty": True}


UPCASTERS: dict[tuple[str, int], Upcaster] = {
    ("letter-sent", 1): _of_every_duty,
    ("duty-discharged", 1): _of_every_duty,
}
"""(slug, schema number) → how fields of that shape become those of the next number."""

_COMMITMENT = re.compile(r"[0-9a-f]{64}", re.ASCII)


def canonical(value: Json) -> bytes:
    """The one form in which a JSON value is hashed: sorted keys, no spaces, UTF-8.

    Raises:
        ActMalformed: a text holds characters that no encoding can store.
    """
    try:
        return json.dumps(
            value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        ).encode()
    except (UnicodeEncodeError, ValueError):
        raise ActMalformed("A text holds characters that no encoding can store.") from None


def to_json(value: object) -> Json:
    """A value of an act as JSON."""
    if value is None or isinstance(value, bool | int | str):
        return value.value if isinstance(value, Word) else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_json(row) for row in value]
    if isinstance(value, Erased):
        return {"commit": value.commitment}
    if isinstance(value, Act):
        return act_to_json(value)
    return _fields_to_json(value)


def act_to_json(act: Act) -> dict[str, Json]:
    """An act as JSON: its slug, the number of its shape, its fields."""
    return {"act": act.slug, "schema": act.schema, "fields": _fields_to_json(act)}


def _fields_to_json(value: object) -> dict[str, Json]:
    pairs = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))  # type: ignore[arg-type]
    return {name: to_json(held) for name, held in pairs if held is not None}


def act_from_json(stored: Json) -> Act:
    """An act from JSON, lifted from older shapes.

    Raises:
        ActMalformed: no such act, an unknown key, or a value of the wrong form.
    """
    if not isinstance(stored, Mapping) or set(stored) != {"act", "schema", "fields"}:
        raise ActMalformed("An act is stored as its name, its schema number and its fields.")
    cls = _act_named(stored["act"])
    fields, number = stored["fields"], stored["schema"]
    if not isinstance(fields, Mapping) or not isinstance(number, int):
        raise ActMalformed("An act's fields are a table and its schema a number.")
    fields = dict(fields)
    while number < cls.schema:
        lift = UPCASTERS.get((cls.slug, number))
        if lift is None:
            raise ActMalformed(f"{cls.slug} of schema {number} cannot be lifted to the next.")
        fields, number = lift(fields), number + 1
    if number > cls.schema:
        raise ActMalformed(
            f"{cls.slug} of schema {number} was written by a newer version.",
            do="Upgrade before opening this docket.",
        )
    return from_json(cls, fields, cls.slug)  # type: ignore[no-any-return]


def _act_named(slug: Json) -> type[Act]:
    cls = ACTS.get(slug) if isinstance(slug, str) else None
    if cls is None:
        near = nearest(str(slug), ACTS)
        raise ActMalformed(
            f'"{slug}" is not an act of the docket.' + (f' Nearest: "{near}".' if near else "")
        )
    return cls


@cache
def type_of(cls: type) -> Mapping[str, Any]:
    """Field name → type, for an act or a part."""
    hints = typing.get_type_hints(cls)
    return {f.name: hints[f.name] for f in dataclasses.fields(cls)}


def from_json(kind: Any, value: Json, path: str) -> Any:
    """A value of the given type from JSON; ``path`` names it in errors."""
    if isinstance(kind, typing.NewType):
        return from_json(kind.__supertype__, value, path)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _union(typing.get_args(kind), value, path)
    if origin is tuple:
        return _tuple(typing.get_args(kind)[0], value, path)
    if kind is Act:
        return act_from_json(value)
    if dataclasses.is_dataclass(kind):
        return _part(typing.cast("type", kind), value, path)
    return _scalar(kind, value, path)


def _scalar(kind: Any, value: Json, path: str) -> Any:
    if kind in (bool, int, str):
        if type(value) is kind:
            return value
    elif isinstance(value, str):
        try:
            if issubclass(kind, Word):
                return kind(value)
            if kind in (date, datetime):
                return _moment(kind, value)
        except ValueError:
            pass
    raise ActMalformed(f"{path}: not {_named(kind)}.", do=_choices(kind), field=path)


def _moment(kind: type, value: str) -> date | datetime:
    if ("T" in value) != (kind is datetime):
        raise ValueError(value)
    return datetime.fromisoformat(value) if kind is datetime else date.fromisoformat(value)


def _tuple(kind: Any, value: Json, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise ActMalformed(f"{path}: not a list.", field=path)
    return tuple(from_json(kind, row, f"{path}.{n}") for n, row in enumerate(value))


def _part(cls: type, value: Json, path: str) -> Any:
    if cls is Erased:
        return _erased(value, path)
    if not isinstance(value, Mapping):
        raise ActMalformed(f"{path}: not a table.", field=path)
    hints = type_of(cls)
    for key in value:
        if key not in hints:
            near = nearest(str(key), hints)
            raise ActMalformed(
                f'{path}: no field "{key}".' + (f' Nearest: "{near}".' if near else ""),
                field=path,
            )
    if hints.get("kind") is DateKind and "kind" not in value:
        raise DateWithoutKind(
            f"{path}: the date does not say what it is the date of.",
            why="Service, announcement and filing often differ by days.",
            do="Name the kind, e.g. served, sent, received, filed.",
        )
    held = {name: from_json(hints[name], value[name], f"{path}.{name}") for name in value}
    for f in dataclasses.fields(cls):
        if f.name not in held and f.default is dataclasses.MISSING:
            if type(None) not in typing.get_args(hints[f.name]):
                raise ActMalformed(f"{path}: {f.name} is missing.", field=path)
            held[f.name] = None
    return cls(**held)


def _union(kinds: tuple[Any, ...], value: Json, path: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    for kind in kinds:
        if kind is not type(None) and _has_shape(kind, value):
            return from_json(kind, value, path)
    wanted = " or ".join(_named(kind) for kind in kinds if kind not in (Erased, type(None)))
    raise ActMalformed(f"{path}: not {wanted}.", field=path)


def _has_shape(kind: Any, value: Json) -> bool:
    if isinstance(kind, typing.NewType):
        return _has_shape(kind.__supertype__, value)
    if typing.get_origin(kind) is tuple:
        return isinstance(value, list | tuple)
    if kind is Erased:
        return isinstance(value, Mapping) and set(value) == {"commit"}
    if dataclasses.is_dataclass(kind):
        return isinstance(value, Mapping)
    if kind in (date, datetime):
        return isinstance(value, str) and ("T" in value) == (kind is datetime)
    if kind in (bool, int):
        return type(value) is kind
    return isinstance(value, str)


def _erased(value: Json, path: str) -> Erased:
    commitment = value.get("commit") if isinstance(value, Mapping) else None
    if not isinstance(commitment, str) or not _COMMITMENT.fullmatch(commitment):
        raise ActMalformed(f"{path}: not a commitment.", field=path)
    return Erased(Commitment(commitment))


def _named(kind: Any) -> str:
    if isinstance(kind, typing.NewType):
        return _named(kind.__supertype__)
    names = {bool: "true or false", int: "a whole number", str: "a text", date: "a date"}
    if kind is datetime:
        return "an instant"
    return names.get(kind) or str(getattr(kind, "__name__", "a list"))


def _choices(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Word):
        return f"Use one of: {', '.join(kind)}."
    return ""

"""The fields of a Reading as rows: a path, a value, its words, and what a person made of it.

Paths are names of ``tecum.reading/1`` joined by dots, with positions in lists: ``kind``,
``signatory.role``, ``due.0``, ``items.2``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["ROWS", "SUBJECT_FIELDS", "Field", "fields_of", "is_new_field", "paths_to_confirm"]

_SINGLE = (
    "conduct",
    "kind",
    "form",
    "issuer",
    "issuer_class",
    "signatory.name",
    "signatory.title",
    "signatory.role",
    "judicial",
    "recipient",
    "issued_on",
    "served_on",
    "service_method",
    "place_or_manner",
    "nondisclosure",
)
SUBJECT_FIELDS = ("subjects", "matter_numbers", "consequences")
"""Fields shown to those with access to subjects alone; of items they see all but the words."""
ROWS = ("due", "items", "subjects")
"""Fields with parts, of which a person may add rows that nobody read."""
_NEW_ROW = re.compile(r"(?:due|items|subjects)\.\d{1,3}")
_POSITION = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Field:
    """One read value.

    Attributes:
        value: What the machine read, in the shape of ``tecum.reading/1``; None where absent.
        band: How well it is supported, or absent, unreadable, conflict.
        spans: The words it came from.
    """

    path: str
    value: Any
    band: str
    spans: tuple[Mapping[str, Any], ...]
    rule: str
    signals: Mapping[str, Any]

    @property
    def group(self) -> str:
        """The field's name without position."""
        return self.path.split(".")[0]


def fields_of(reading: Mapping[str, Any]) -> list[Field]:
    """Every field of a Reading, in the order of the form."""
    return list(_fields(reading))


def is_new_field(path: str) -> bool:
    """Whether a path that the machine did not fill names a field that a person may fill."""
    return path in _SINGLE or _NEW_ROW.fullmatch(path) is not None


def paths_to_confirm(reading: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields that a person must confirm, as paths of this module.

    A name that stands for several rows (``due``) means each of them; a name that no row bears
    is kept, so that nothing drops off the list.
    """
    rows = [field.path for field in _fields(reading)]
    wanted: list[str] = []
    for name in reading.get("confirm", ()):
        path = _POSITION.sub(r".\1", name)
        found = [row for row in rows if row == path or row.startswith(f"{path}.")]
        parents = [row for row in rows if path.startswith(f"{row}.")]
        wanted += found or parents[:1] or [path]
    return tuple(dict.fromkeys(wanted))


def _fields(reading: Mapping[str, Any]) -> Iterator[Field]:
    for path in _SINGLE:
        held: Any = reading
        for name in path.split("."):
            held = held.get(name) if isinstance(held, Mapping) else None
        if isinstance(held, Mapping):
            yield _read(path, held)
    yield from _listed("matter_numbers", reading, lambda row: row)
    for n, row in enumerate(reading.get("due", ())):
        yield _due(f"due.{n}", row)
    yield from _listed("authorities", reading, lambda row: row["cite"])
    for n, row in enumerate(reading.get("items", ())):
        value = {**row, "text": row["text"]["value"]}
        yield _read(f"items.{n}", row["text"], value)
    for n, row in enumerate(reading.get("subjects", ())):
        identifiers = [held["value"] for held in row["identifiers"]]
        yield _read(
            f"subjects.{n}",
            row["name"],
            {"name": row["name"]["value"], "identifiers": identifiers},
        )
    yield from _listed("consequences", reading, lambda row: row)


def _listed(name: str, reading: Mapping[str, Any], inner: Any) -> Iterator[Field]:
    rows: Iterable[Any] = reading.get(name, ())
    for n, row in enumerate(rows):
        yield _read(f"{name}.{n}", inner(row))


def _read(path: str, held: Mapping[str, Any], value: Any = None) -> Field:
    return Field(
        path,
        held["value"] if value is None else value,
        held["band"],
        tuple(held["spans"]),
        held["rule"],
        held["signals"],
    )


def _due(path: str, row: Mapping[str, Any]) -> Field:
    kept = [
        "form",
        "for",
        "owed_by",
        "tz",
        "unit",
        "counting",
        "direction",
        "trigger",
        "trigger_text",
        "qualifier",
        "combine",
    ]
    value = {name: row[name] for name in kept}
    value |= {name: row[name]["value"] for name in ("date", "time", "amount")}
    return Field(path, value, row["band"], tuple(row["spans"]), row["rule"], row["signals"])

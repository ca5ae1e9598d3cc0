"""The compiled patterns that the reader's modules and the catalogue hold, for tests of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import tecum.reading
from tecum.instruments.catalogue import load_catalogue
from tecum.instruments.patterns import Pattern

_DEEPEST = 12


@cache
def patterns_of_reader() -> dict[str, re.Pattern[Any]]:
    """Every pattern that a module of the reader holds, by module and name."""
    found: dict[str, re.Pattern[Any]] = {}
    seen: set[tuple[Any, int]] = set()
    for module in pkgutil.walk_packages(tecum.reading.__path__, "tecum.reading."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if name.startswith("__"):
                continue
            for i, row in enumerate(_inside(value, re.Pattern, 0)):
                if (row.pattern, row.flags) not in seen:
                    seen.add((row.pattern, row.flags))
                    found[f"{module.name.removeprefix('tecum.reading.')}.{name}[{i}]"] = row
    return found


@cache
def patterns_of_catalogue() -> tuple[Pattern, ...]:
    """Every pattern of the catalogue's instruments."""
    found = {id(row): row for row in _inside(load_catalogue(), Pattern, 0)}
    return tuple(found.values())


def _inside(value: Any, kind: type, depth: int) -> Iterator[Any]:
    """What is of a kind in a value and in its rows and fields."""
    if isinstance(value, kind):
        yield value
    elif depth < _DEEPEST and not isinstance(value, (str, bytes, type)):
        rows: Any = ()
        if isinstance(value, Mapping):
            rows = [*value.keys(), *value.values()]
        elif isinstance(value, (list, tuple, set, frozenset)):
            rows = value
        elif is_dataclass(value):
            rows = [getattr(value, row.name, None) for row in fields(value)]
        for row in rows:
            yield from _inside(row, kind, depth + 1)

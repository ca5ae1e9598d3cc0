"""What a Reading gives for a field, as JSON: a value with its band, or that it abstained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["ABSTAINING", "band_of", "listed", "plain", "spans_of", "stated"]

ABSTAINING = frozenset({"absent", "unreadable", "conflict"})
"""Bands under which nothing is claimed."""

_NOTHING: tuple[Any, ...] = (None, "", [], {})


def _is_read(field: Any) -> bool:
    return isinstance(field, Mapping) and ("value" in field or "band" in field)


def plain(field: Any) -> Any:
    """The value whatever its band; None where there is none."""
    return field.get("value") if _is_read(field) else field


def band_of(field: Any) -> str | None:
    """The band, or None for a bare value."""
    return field.get("band") if _is_read(field) else None


def spans_of(field: Any) -> list[Any]:
    """The spans of a read value."""
    return list(field.get("spans") or []) if _is_read(field) else []


def stated(field: Any) -> Any:
    """The value that the reader stands by; None where it abstained.

    >>> stated({"value": "x", "band": "conflict"}) is None
    True
    """
    value = plain(field)
    if band_of(field) in ABSTAINING or any(value is n or value == n for n in _NOTHING):
        return None
    return value


def listed(reading: Mapping[str, Any], key: str) -> list[Any]:
    """A list of the Reading; empty where there is none."""
    value = reading.get(key)
    if isinstance(value, Mapping) and "value" in value:
        value = value["value"]
    return value if isinstance(value, list) else []

"""Tables written as TOML in our own files, parsed or as a command before this one parsed them."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from typing import Any

from tecum.kept import made

__all__ = ["table_of"]

_DATE = "\0date"


def table_of(text: str) -> dict[str, Any]:
    """What ``tomllib.loads`` gives for the text of a file of ours; a table of its own each time.

    Raises:
        tomllib.TOMLDecodeError: it is not TOML.
    """
    row = made("table", hashlib.sha256(text.encode()).hexdigest(), lambda: _row(text))
    if row is None:
        return _parsed(text)
    found: dict[str, Any] = json.loads(row, object_hook=_dated if _DATE[1:] in row else None)
    return found


def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # It takes longer to load than all tables that are kept.

    return tomllib.loads(text)


def _row(text: str) -> str | None:
    """A table as it is kept; None where it holds what JSON has no form for."""
    table = _parsed(text)
    try:
        return json.dumps(table, default=_undated, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):
        return None


def _undated(value: object) -> dict[str, str]:
    if isinstance(value, date) and not isinstance(value, datetime):
        return {_DATE: value.isoformat()}
    raise TypeError


def _dated(found: dict[str, Any]) -> Any:
    return date.fromisoformat(found[_DATE]) if _DATE in found else found

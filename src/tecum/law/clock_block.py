"""Clock fences of a pack: their lines become :class:`tecum.reckoning.clocks.Clock`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tecum.errors import nearest
from tecum.reckoning.clock_text import FIELDS, clock_value, window
from tecum.reckoning.clocks import Alternative, Clock
from tecum.reckoning.errors import BadClock, BadPeriod
from tecum.words import Confidence

__all__ = ["CLOCK_KEYS", "Line", "clock_from"]

Line = tuple[str, str, str | None, int, int]
"""Key, value, citation, line and column of one line of a fence."""

_PLAIN = frozenset({"counted by", "source", "judged at", "confidence", "id"})
CLOCK_KEYS = (
    *FIELDS,
    *("not for", "counted by", "reading", "in force", "judged at", "confidence", "source", "id"),
)
"""Every key of a clock block; ``deemed`` may name a way of service (``deemed mail``)."""

_REPEATABLE = frozenset({"service adds", "reading", "in force"})
_REQUIRED = ("from", "in force", "source")
_ACT_DATES = ("act date", "request date", "service date", "answer date", "release date")


def clock_from(
    id: str,  # noqa: A002 - the word of the format
    lines: Sequence[Line],
    path: Path | str,
    *,
    title: str = "",
    pack: str | None = None,
    at: int = 0,
) -> Clock:
    """One clock from the lines of its fence.

    Args:
        id: The id of the section, which is the clock's unless a line ``id:`` says otherwise.
        lines: Key, value, citation, line and column of each line.
        path: The file, for messages.
        title: The section's title.
        pack: Digest of the pack.
        at: Line of the fence, for what is missing.

    Raises:
        BadClock: an unknown, double or missing key, or a value not of its form; with file,
            line and column.
        BadPeriod: zero or a negative period; with file, line and column.
    """
    found: dict[str, Any] = {"id": id, "title": title, "pack": pack}
    cites: dict[str, str] = {}
    seen: set[str] = set()
    for key, value, cite, line, column in lines:
        where = f"{path}:{line}:{column}"
        if key in seen and key not in _REPEATABLE:
            raise _bad(where, f'"{key}" stands twice')
        seen.add(key)
        try:
            _take(found, cites, key, value, cite)
        except BadPeriod as error:
            raise BadPeriod(f"{where}: {error.what}", why=error.why, do=error.do) from error
        except ValueError as error:
            raise _bad(where, str(error), key) from error
    for key in _REQUIRED:
        if key not in seen:
            raise _bad(f"{path}:{at or (lines[0][3] if lines else 1)}:1", f'"{key}" is missing')
    return Clock(**found, cites=cites)


def _bad(where: str, what: str, key: str = "") -> BadClock:
    near = nearest(key, CLOCK_KEYS) if key and key not in CLOCK_KEYS else None
    return BadClock(
        f"{where}: {what}." + (f' Nearest: "{near}".' if near else ""),
        why="A clock that is half understood counts wrong days.",
        do="Correct the line; the reference page on clocks shows every key.",
        where=where,
    )


def _take(
    found: dict[str, Any], cites: dict[str, str], key: str, value: str, cite: str | None
) -> None:
    if key == "reading":
        found["readings"] = (*found.get("readings", ()), _alternative(value, cite or ""))
    elif key == "in force":
        _take_window(found, value, cite)
    elif key == "not for":
        _deny(found, value, cite or "")
    elif key in _PLAIN:
        _take_plain(found, key, value)
    else:
        name, read = clock_value(key, value)
        if name in ("deemed", "service_adds"):
            read = (*found.get(name, ()), *(_cited(row, cite) for row in read))
        found[name] = read
        if cite:
            cites[name] = cite


def _deny(found: dict[str, Any], party: str, cite: str) -> None:
    """Days that service adds are denied to a party, e.g. to the one who mailed."""
    if not found.get("service_adds"):
        raise ValueError("not for: no line adds days above it")
    said = f"{party} ({cite})" if cite else party
    found["service_adds"] = tuple(replace(row, not_for=said) for row in found["service_adds"])


def _take_window(found: dict[str, Any], value: str, cite: str | None) -> None:
    if value == "unconfirmed":
        found["unconfirmed"] = cite or "no date stated"
    else:
        found["in_force"] = (*found.get("in_force", ()), window(value))


def _take_plain(found: dict[str, Any], key: str, value: str) -> None:
    if key == "confidence":
        found[key] = Confidence(value)
        return
    if key == "judged at" and value not in _ACT_DATES:
        raise ValueError(f'"{value}" is not one of {", ".join(_ACT_DATES)}')
    found[key.replace(" ", "_")] = value


def _cited(row: Any, cite: str | None) -> Any:
    return replace(row, cite=cite) if cite else row


def _alternative(text: str, cite: str) -> Alternative:
    """``name: key = value, key = value``; a comma belongs to a value unless a key follows."""
    name, colon, rest = text.partition(": ")
    if not colon or " = " in name:
        raise ValueError(f'reading: "{text}" has no name')
    changes: list[tuple[str, Any]] = []
    for part in re.split(r", (?=[a-z][a-z ]* = )", rest):
        key, equals, value = part.partition(" = ")
        if not equals:
            raise ValueError(f'reading: "{part}" is not "key = value"')
        if key == "from":
            raise ValueError("reading: another event is another clock")
        changes.append(clock_value(key, value))
    return Alternative(name, tuple(changes), cite)

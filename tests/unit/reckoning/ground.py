"""What the tests of RECKON share: the shipped calendars and clocks, and those of further laws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tecum.law import read_packs
from tecum.law.clock_block import clock_from
from tecum.packs_folder import packs_folder
from tecum.reckoning import Calendars, Clock, Event, Reckoned, by_id, load_calendars, reckon

KNOWN_ON = date(2026, 11, 1)
HERE = Path(__file__).parent


@cache
def calendars() -> Calendars:
    return load_calendars([packs_folder()])


@cache
def clocks() -> dict[str, Clock]:
    shipped = sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))
    packs, _ = read_packs([*shipped, str(HERE / "packs" / "elsewhere")])
    return by_id(block.clock for block in packs.clocks)


def clock(name: str = "test", *lines: str) -> Clock:
    """A clock from the text of its lines; the keys that every clock needs are added."""
    given = [*lines]
    keys = {line.partition(":")[0] for line in given}
    if "from" not in keys:
        given.append("from: event")
    given += ["in force: from 1970-01-01; recorded 1970-01-01", "source: a rule"]
    return clock_of_text(name, "\n".join(given))


def clock_of_text(name: str, text: str) -> Clock:
    """A clock from the text of its fence."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        key, _, value = line.partition(": ")
        value, _, cite = value.partition("  [")
        rows.append((key, value, cite.removesuffix("]") or None, number, 1))
    return clock_from(name, rows, "test.md")


def counted(name: str | Clock, at: Any, kind: str | None = None, **given: Any) -> Reckoned:
    """The reckoning of a clock from one agreed account."""
    chosen = clocks()[name] if isinstance(name, str) else name
    start = {"event": "decision", "fixed": "return_date"}.get(chosen.start, chosen.start)
    given.setdefault("known_on", KNOWN_ON)
    given.setdefault("zone", "America/New_York")
    given.setdefault("calendars", calendars())
    given.setdefault("methods", clocks())
    event = at if isinstance(at, Event) else Event.on(kind or start, at)
    return reckon(chosen, event, **given)


def days(found: Reckoned) -> list[str]:
    """The dates of the readings, the safe one first."""
    return [str(row.due.day) for row in found.by_date]


def instants(found: Reckoned) -> list[str]:
    return [row.due.instant.isoformat() for row in found.by_date if row.due.instant]


def verdicts(found: Reckoned, word: str) -> Sequence[date]:
    main = found.main
    assert main is not None
    return [step.at for step in main.steps if step.verdict == word]

"""``tecum due``: one date with every counted and skipped day, or a file of vectors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from tecum import clock as ticker
from tecum.cli.command import run_typer
from tecum.cli.files import parsed_json, read_text
from tecum.cli.look import look
from tecum.errors import DataUnusable, UsageError, nearest
from tecum.law import read_packs
from tecum.packs_folder import packs_folder
from tecum.reckoning.calendars import load_calendars
from tecum.reckoning.clocks import Clock, by_id
from tecum.reckoning.errors import (
    BadPeriod,
    NaiveInstant,
    NoStartDate,
    UnknownCalendar,
    UnknownClock,
    UnknownZone,
    UnsupportedForm,
    unknown_name,
)
from tecum.reckoning.events import Event, EventKind, in_zone
from tecum.reckoning.explain import explained
from tecum.reckoning.reckon import reckon
from tecum.reckoning.vectors import answers
from tecum.worded import worded

__all__ = ["run"]

_ARGUMENT = (
    BadPeriod,
    NaiveInstant,
    NoStartDate,
    UnknownCalendar,
    UnknownClock,
    UnknownZone,
    UnsupportedForm,
)
"""Errors that mean a wrong argument here, and so end with status 2."""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def run(arguments: Sequence[str]) -> int:
    """Run the command; ``arguments`` begins with its own name."""
    return run_typer(app, arguments)


@app.command(help="Count a date and show every counted and skipped day.")
def due(
    clock: Annotated[str | None, typer.Argument(help="Id of a clock, e.g. frcp-45-d-2-B.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="Date or instant of the event that starts it.")
    ] = None,
    calendar: Annotated[str | None, typer.Option(help="Calendar in place of the clock's.")] = None,
    tz: Annotated[str | None, typer.Option(help="Time zone of the place.")] = None,
    served_by: Annotated[str | None, typer.Option(help="Way of service, e.g. mail.")] = None,
    event: Annotated[
        list[str] | None, typer.Option(help="Another event: return_date=2026-07-31.")
    ] = None,
    state: Annotated[str | None, typer.Option(help="State of the court, e.g. US-NV.")] = None,
    closed: Annotated[list[str] | None, typer.Option(help="A day on which it was closed.")] = None,
    extended: Annotated[bool, typer.Option("--extended", help="With its extension.")] = False,
    known_on: Annotated[str | None, typer.Option(help="As it was known on this day.")] = None,
    vectors: Annotated[str | None, typer.Option(help="A JSON file of vectors, or -.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="tecum.reckoned/1.")] = False,
) -> None:
    known = _day("--known-on", known_on) if known_on else ticker.today(_zone(tz) or "UTC")
    if vectors is not None:
        if clock is not None:
            raise UsageError("Give a clock or --vectors, not both.")
        _answer_vectors(vectors, known)
        return
    if clock is None:
        raise UsageError("Which clock?", do='Give an id, e.g. "tecum due frcp-45-d-2-B --from …".')
    given = {
        "calendar": calendar,
        "zone": tz,
        "served_by": served_by,
        "state": state,
        "extended": extended,
        "known_on": known,
        "events": [_event(text) for text in event or ()],
        "closed": [_day("--closed", text) for text in closed or ()],
    }
    try:
        print(_one(clock, start, given, as_json=as_json))
    except _ARGUMENT as error:
        raise UsageError(error.what, why=error.why, do=error.do, code=error.code) from error


def _one(name: str, start: str | None, given: dict[str, Any], *, as_json: bool) -> str:
    clocks = _clocks()
    if name not in clocks:
        raise unknown_name(
            UnknownClock,
            worded('No clock "{word}" is loaded.'),
            name,
            clocks,
            'See the clocks of the packs, or ask "tecum packs check" what a pack has wrong.',
        )
    chosen = clocks[name]
    if start is None:
        raise NoStartDate(
            f'"{name}" starts with {chosen.start.replace("_", " ")}, and no date of it is given.',
            why="A date counted from a guessed start would be wrong.",
            do="Give --from with its date; for a date that is only supposed, that is a what-if.",
        )
    calendars = load_calendars([packs_folder()])
    if given["state"] is not None:
        calendars.of_state(given["state"])
    kind = "return_date" if chosen.start == "fixed" else chosen.start
    found = reckon(
        chosen,
        Event.on(kind, _moment("--from", start), "the command line"),
        calendars=calendars,
        methods=clocks,
        **given,
    )
    if as_json:
        return json.dumps(found.to_json(), ensure_ascii=False)
    return explained(found, look())


def _clocks() -> dict[str, Clock]:
    """The clocks of every pack of the folder."""
    names = sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))
    packs, _ = read_packs(names)
    return by_id(block.clock for block in packs.clocks if block.clock is not None)


def _answer_vectors(name: str, known_on: date) -> None:
    rows = parsed_json(read_text(name), Path(name).name)
    if not isinstance(rows, list):
        raise DataUnusable(f"{Path(name).name} is not a list of vectors.")
    calendars = load_calendars([packs_folder()])
    for row in answers(rows, calendars, known_on):
        print(json.dumps(row, ensure_ascii=False))


def _zone(name: str | None) -> str | None:
    try:
        return None if name is None else in_zone(name).key
    except UnknownZone as error:
        raise UsageError(error.what, do=error.do, code=error.code) from error


def _event(text: str) -> Event:
    kind, equals, at = text.partition("=")
    if not equals or not kind:
        raise UsageError(f'"{text}" is not an event.', do="Write it like return_date=2026-07-31.")
    known = {row.value for row in EventKind}
    if kind not in known:
        near = nearest(kind, known)
        hint = f' Nearest: "{near}".' if near else ""
        raise UsageError(
            f'No event "{kind}".{hint}',
            why="A date counted without the event that was meant could be too late.",
            do=f"Use one of: {', '.join(sorted(known))}.",
            code="usage.event",
        )
    return Event.on(kind, _moment("--event", at), "the command line")


def _moment(option: str, text: str) -> date | datetime:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'{option}: "{text}" is neither a date nor an instant.',
            do="Write it like 2026-07-02 or 2026-07-02T17:00-05:00.",
        ) from None


def _day(option: str, text: str) -> date:
    at = _moment(option, text)
    if isinstance(at, datetime):
        raise UsageError(f'{option}: "{text}" is not a date.')
    return at

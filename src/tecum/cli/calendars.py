"""``tecum calendars``: which days are closed, who says so, and in which version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from tecum import clock as ticker
from tecum.cli.command import run_typer
from tecum.cli.look import look
from tecum.errors import UsageError
from tecum.packs_folder import packs_folder
from tecum.reckoning.calendars import Calendar, Calendars, ListedDay, load_calendars
from tecum.reckoning.errors import UnknownCalendar
from tecum.reckoning.explain import hung

__all__ = ["run"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def run(arguments: Sequence[str]) -> int:
    """Run the command; ``arguments`` begins with its own name."""
    return run_typer(app, arguments)


@app.command(help="List calendars, or the closed days of one with their sources.")
def calendars(
    name: Annotated[str | None, typer.Argument(metavar="ID", help="Id of a calendar.")] = None,
    year: Annotated[
        int | None, typer.Option(min=1, max=9999, help="The days of this year.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    loaded = load_calendars([packs_folder()])
    if year is None and name is not None:
        year = ticker.today("UTC").year
    chosen = [_found(loaded, name)] if name is not None else list(loaded.values())
    if year is not None and name is not None:
        _in_range(chosen[0], year)
    if as_json:
        rows = [_json(row, year) for row in chosen]
        print(json.dumps(rows[0] if name is not None else rows, ensure_ascii=False))
    elif name is None and year is None:
        print("\n".join(line for row in chosen for line in _line(row)))
    else:
        print("\n\n".join(_page(row, year) for row in chosen if year is not None))


def _found(loaded: Calendars, name: str) -> Calendar:
    try:
        return loaded[name]
    except UnknownCalendar as error:
        raise UsageError(error.what, do=error.do, code=error.code) from error


def _in_range(calendar: Calendar, year: int) -> None:
    if not calendar.first <= year <= calendar.last:
        raise UsageError(
            f'Calendar "{calendar.id}" has {calendar.first} to {calendar.last}, not {year}.',
            code="reckon.calendar-range",
        )


def _line(calendar: Calendar) -> list[str]:
    years = sorted(calendar.checked)
    checked = f"checked {_years(years)}" if years else "no year checked"
    line = f"{calendar.id:<20} {calendar.sha256[:12]}  {calendar.title} ({checked})"
    return hung(line, " " * 35, look().width)


def _years(years: Sequence[int]) -> str:
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def _page(calendar: Calendar, year: int) -> str:
    checked = calendar.checked.get(year)
    standing = f"equal to: {checked}" if checked else "built from the rules, not checked"
    lines = [calendar.title, f"{calendar.id}  {calendar.sha256}", f"{year}: {standing}", ""]
    lines += [line for row in calendar.year(year) for line in _day(row)]
    for row in calendar.closures:
        if row.on.year == year:
            kind = "legal holiday" if row.is_legal_holiday else "closed, not a legal holiday"
            lines += _hung(f"{row.on:%a} {row.on}  {row.name} ({kind})  [{row.source}]")
    return "\n".join(lines)


def _day(row: ListedDay) -> list[str]:
    doubt = f"  in doubt: {row.doubted}" if row.doubted else ""
    return _hung(f"{row.on:%a} {row.on}  {row.name}  [{row.source}]{doubt}")


def _hung(line: str) -> list[str]:
    return hung(line, " " * 16, look().width)


def _json(calendar: Calendar, year: int | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": calendar.id,
        "title": calendar.title,
        "authority": calendar.authority,
        "purpose": calendar.purpose.value,
        "source": calendar.source,
        "sha256": calendar.sha256,
        "years": [calendar.first, calendar.last],
        "checked": sorted(calendar.checked),
        "confidence": calendar.confidence.value if calendar.confidence else None,
    }
    if year is not None and calendar.first <= year <= calendar.last:
        found["year"] = year
        found["days"] = [
            {
                "date": str(row.on),
                "name": row.name,
                "source": row.source,
                "moved_from": str(row.moved_from) if row.moved_from else None,
                "recorded": str(row.recorded) if row.recorded else None,
                "in_doubt": row.doubted or None,
            }
            for row in calendar.year(year)
        ]
        found["closures"] = [
            {
                "date": str(row.on),
                "name": row.name,
                "source": row.source,
                "is_legal_holiday": row.is_legal_holiday,
                "hours": row.hours,
            }
            for row in calendar.closures
            if row.on.year == year
        ]
    return found

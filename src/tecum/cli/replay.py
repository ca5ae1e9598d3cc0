"""``tecum replay``: what a change of law would change, before it is made. Writes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer

from tecum import clock
from tecum.cli.command import run_typer
from tecum.cli.days import day_argument
from tecum.errors import UsageError
from tecum.law import Packs, load_packs
from tecum.law.column_files import asked_in, best_evaluator
from tecum.law.replay import Asked, Change, Replay, parse_change, replay
from tecum.office import Office, load_office
from tecum.pack_notes import keys_of, load_signed

__all__ = ["run"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum replay``."""
    return run_typer(app, arguments)


@app.command()
def main(
    files: list[Path] | None = typer.Argument(
        None, help="CSV or Parquet files, a column for each fact; else the office's docket."
    ),
    change: list[str] | None = typer.Option(
        None,
        help="lift:ORDER, pack:DIR, known-on:DATE, on:DATE or fact:NAME=VALUE; may be repeated.",
    ),
    packs: str | None = typer.Option(None, help="Ids of packs or their folders, with commas."),
    office: Path | None = typer.Option(None, help="Office profile (office.toml)."),
    action: list[str] | None = typer.Option(None, help="Action, where the file names none."),
    on: str | None = typer.Option(None, help="Date of the act where a row has none."),
    known_on: str | None = typer.Option(None, help="Date of knowledge where a row has none."),
    row: list[str] | None = typer.Option(None, help="Row to explain, before and after."),
    home: Path | None = typer.Option(None, help="The data folder; else TECUM_HOME."),
    as_json: bool = typer.Option(False, "--json", help="Print tecum.replay/1."),
) -> None:
    """Work the docket or column files out twice: as the rules stand, and under a change."""
    changes = [parse_change(text) for text in change or ()]
    if not changes:
        raise UsageError("No change is named.", do="Name one with --change, as --help shows.")
    days = day_argument(on, "--on"), day_argument(known_on, "--known-on")
    names = [name.strip() for name in (packs or "").split(",") if name.strip()]
    profile = load_office(office) if office else None
    if files:
        loaded, asked = _from_files(files, names, profile, days, action or [])
    else:
        loaded, asked, profile = _from_docket(home, names, days, action or [])
    made = replay(best_evaluator(), loaded, asked, changes, profile)
    if as_json:
        print(json.dumps(_with_rows(made, row or ()), ensure_ascii=False))
        return
    _print(made, changes, row or ())


Days = tuple[date | None, date | None]


def _from_files(
    files: Sequence[Path],
    names: Sequence[str],
    office: Office | None,
    days: Days,
    actions: Sequence[str],
) -> tuple[Packs, list[Asked]]:
    wanted = list(names) or (list(office.packs) if office else [])
    if not wanted:
        raise UsageError("No pack is named.", do="Write it like --packs us-federal,us-ca.")
    loaded = load_signed(wanted, None, keys_of(office))
    today = clock.today(office.zone) if office else clock.now().date()
    known = days[1] or today
    asked = [
        row
        for path in files
        for row in asked_in(path, loaded, on=days[0] or known, known_on=known, actions=actions)
    ]
    return loaded, asked


def _from_docket(
    home: Path | None, names: Sequence[str], days: Days, actions: Sequence[str]
) -> tuple[Packs, list[Asked], Office]:
    from tecum.cli.product import environment

    environment(home, None)
    from tecum.web import run as product

    packs, asked, office = product.docket_asked(*days)
    if actions:
        asked = [row for row in asked if row.action in actions]
    return (load_packs(list(names)) if names else packs), asked, office


def _with_rows(made: Replay, rows: Sequence[str]) -> dict[str, Any]:
    shape = made.to_json()
    if rows:
        shape["explained"] = [
            {"row": name, "before": before.to_json(), "after": after.to_json()}
            for name in rows
            for before, after in made.findings(name)
        ]
    return shape


def _print(made: Replay, changes: Sequence[Change], rows: Sequence[str]) -> None:
    said = ", ".join(map(str, changes))
    print(f"Under {said}: {made.differing} of {made.total} change. Nothing is written.\n")
    for group in made.groups:
        told = f"{group.before} → {group.after}"
        where = group.action + (f", {group.recipient}" if group.recipient else "")
        shown = ", ".join(group.rows)
        more = "" if group.count == len(group.rows) else ", …"
        print(f"{group.count:>8}  {told}  ({where}; rows {shown}{more})")
    for name in rows:
        print(f"\nRow {name}\n{made.explained(name)}", end="")

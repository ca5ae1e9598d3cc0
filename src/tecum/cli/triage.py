"""``tecum triage``: a document in, one page that a person can act on out."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from tecum import clock
from tecum.cli.command import run_typer
from tecum.cli.files import each_file
from tecum.cli.triage_page import page
from tecum.errors import UsageError
from tecum.office import Office, load_office
from tecum.triage import Desk, triage

__all__ = ["run"]

EXAMPLES = ("us-federal", "us-ca", "us-co-denver")
"""The packs that are loaded where no office profile names any."""

app = typer.Typer(add_completion=False)


@app.command()
def triage_command(
    files: list[str] = typer.Argument(..., metavar="FILE…", help="Documents, or - for one."),
    office: Path | None = typer.Option(None, help="The office profile, office.toml."),
    received_at: str | None = typer.Option(None, help="When the office received it (RFC 3339)."),
    on: str | None = typer.Option(None, help="Judge the rules on this day (default: today)."),
    known_on: str | None = typer.Option(None, help="Leave out what was recorded later."),
    packs: str | None = typer.Option(None, help="Packs to load instead, as a,b,c."),
    why: bool = typer.Option(False, "--why", help="Also explain what hangs on missing facts."),
    as_json: bool = typer.Option(False, "--json", help="tecum.triage/1, one object a line."),
) -> int:
    """Read, reckon, decide: what it is, who signed it, when it is due, what the rules say."""
    profile = load_office(office) if office else Office(name="(no office profile)", zone="UTC")
    names = packs.split(",") if packs else tuple(profile.packs) or EXAMPLES
    desk = Desk.for_office(profile, names)
    received = clock.parse_instant(received_at, profile.zone) if received_at else None
    today = clock.now().astimezone(ZoneInfo(profile.zone)).date()
    judged = _day("--on", on) or today
    known = _day("--known-on", known_on) or max(judged, today)
    worst = 0
    for at, (name, data) in enumerate(each_file(files)):
        result = triage(data, name, desk, on=judged, known_on=known, received_at=received)
        if as_json:
            print(json.dumps(result.to_json(), ensure_ascii=False))
        else:
            print(
                ("\n\n" if at else "") + page(result, desk, has_profile=office is not None, why=why)
            )
        sys.stdout.flush()
        worst = max(worst, 0 if result.outcome.is_read else 3)
    return worst


def _day(option: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f'{option}: "{text}" is not a day such as 2020-02-10.') from None


def run(arguments: Sequence[str]) -> int:
    """Entry for the command line."""
    return run_typer(app, arguments)

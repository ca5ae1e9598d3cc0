"""``tecum triage``: a document in, one page that a person can act on out."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from tecum import clock
from tecum.cli.command import run_typer
from tecum.cli.decide import day_argument
from tecum.cli.files import each_file
from tecum.cli.terminal import Working
from tecum.cli.triage_page import page
from tecum.office import Office, load_office
from tecum.triage import Desk, check_profile, triage_opened

__all__ = ["run"]

EXAMPLES = ("us-federal", "us-ca", "us-co-denver")
"""The packs that are loaded where no office profile names any."""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


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
    """Read, reckon, decide: what it is, who signed it, when it is due, what the rules say.

    Every file is done; the exit status is 3 if one of them could not be read, and 0 for a
    document that is no demand.
    """
    profile = load_office(office) if office else None
    zone = profile.zone if profile else None
    received = clock.parse_instant(received_at, zone) if received_at else None
    today = clock.now().astimezone(ZoneInfo(zone or "UTC")).date()
    judged = day_argument(on, "--on") or today
    known = day_argument(known_on, "--known-on") or max(judged, today)
    desk = _desk(profile, packs)
    status = 0
    with Working(len(files)) as working:
        taken = each_file(files, working.begin)
        for at, file in enumerate(taken):
            if file.opened is None:
                working.end()
                status = max(status, file.complain("triage"))
                continue
            result = triage_opened(
                file.opened, file.name, desk, on=judged, known_on=known, received_at=received
            )
            working.end()
            if as_json:
                print(json.dumps(result.to_json(), ensure_ascii=False))
            else:
                print(("\n\n" if at else "") + page(result, desk, why=why))
            sys.stdout.flush()
            status = max(status, 0 if result.was_read else 3)
    return status


def _desk(profile: Office | None, packs: str | None) -> Desk:
    named = [name.strip() for name in packs.split(",") if name.strip()] if packs else []
    if profile is None:
        return Desk.for_nobody(named or EXAMPLES)
    desk = Desk.for_office(profile, named or tuple(profile.packs) or EXAMPLES)
    check_profile(desk)
    return desk


def run(arguments: Sequence[str]) -> int:
    """Entry for the command line."""
    return run_typer(app, arguments)

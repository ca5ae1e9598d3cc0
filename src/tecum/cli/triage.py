"""``tecum triage``: a document in, one page that a person can act on out."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from tecum import __version__, clock
from tecum.cli.command import run_typer
from tecum.cli.decide import day_argument
from tecum.cli.files import each_file, engine_missing
from tecum.cli.folder import Answer, run_folder
from tecum.cli.terminal import Working
from tecum.cli.triage_page import page
from tecum.errors import UsageError
from tecum.office import Office, load_office
from tecum.reading.layout import Opened
from tecum.reading.many import cores
from tecum.reading.open import lacks_engine
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
    out: Path | None = typer.Option(
        None, help="Keep the answers as JSON in this folder; folders are read."
    ),
    jobs: int = typer.Option(
        0, "-j", "--jobs", min=0, help="With --out: processes (default: cores)."
    ),
) -> int:
    """Read, reckon, decide: what it is, who signed it, when it is due, what the rules say.

    Every file is done; the exit status is 3 if one of them could not be read, 4 if one needs a
    recogniser of letters that is not installed, and 0 for a document that is no demand.
    """
    profile = load_office(office) if office else None
    zone = profile.zone if profile else None
    received = clock.parse_instant(received_at, zone) if received_at else None
    today = clock.now().astimezone(ZoneInfo(zone or "UTC")).date()
    judged = day_argument(on, "--on") or today
    known = day_argument(known_on, "--known-on") or max(judged, today)
    desk = _desk(profile, packs)
    if out is not None:
        if as_json or why:
            raise UsageError("--out keeps JSON in a folder; it goes with no other form.")
        when = _When(judged, known, received)
        by = f"triage {__version__} {_settings(desk, office, when)}"
        make = partial(_answer, desk=desk, when=when)
        return run_folder("triage", files, out, jobs or cores(), by=by, make=make)
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
            status = max(status, 0 if result.was_read else 3, engine_missing(file, "triage"))
    return status


@dataclass(frozen=True, slots=True)
class _When:
    """The days on which rules are judged and known, and the arrival."""

    on: date
    known_on: date
    received_at: datetime | None


def _settings(desk: Desk, office: Path | None, when: _When) -> str:
    """A short hash of all that an answer depends on besides the file."""
    profile = office.read_text("utf-8") if office else ""
    packs = json.dumps(desk.packs.to_json(), sort_keys=True)
    said = "\n".join((desk.catalogue.sha256, packs, profile, repr(when)))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _answer(name: str, opened: Opened, *, desk: Desk, when: _When) -> Answer:
    result = triage_opened(
        opened, name, desk, on=when.on, known_on=when.known_on, received_at=when.received_at
    )
    status = 4 if lacks_engine(opened) else 0 if result.was_read else 3
    return Answer(result.to_json(), status)


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

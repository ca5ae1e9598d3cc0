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

from tecum import __version__, clock
from tecum.cli.days import day_argument
from tecum.cli.files import each_file, engine_missing
from tecum.cli.folder import Answer, run_folder
from tecum.cli.terminal import Working
from tecum.cli.triage_page import page
from tecum.errors import UsageError
from tecum.office import Office, load_office
from tecum.reading.many import cores
from tecum.reading.open import lacks_engine
from tecum.reading.text.layout import Opened
from tecum.triage import Desk, check_profile, triage_opened

__all__ = ["Asked", "run", "triage_files"]

EXAMPLES = ("us-federal", "us-ca", "us-co-denver")
"""The packs that are loaded where no office profile names any."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call asks for besides its files, each as it was typed."""

    office: Path | None = None
    received_at: str | None = None
    on: str | None = None
    known_on: str | None = None
    packs: str | None = None
    why: bool = False
    as_json: bool = False
    out: Path | None = None
    jobs: int = 0


def triage_files(files: Sequence[str], asked: Asked) -> int:
    """Do every file, and give the exit status."""
    profile = load_office(asked.office) if asked.office else None
    zone = profile.zone if profile else None
    received = clock.parse_instant(asked.received_at, zone) if asked.received_at else None
    today = clock.now().astimezone(ZoneInfo(zone or "UTC")).date()
    judged = day_argument(asked.on, "--on") or today
    known = day_argument(asked.known_on, "--known-on") or max(judged, today)
    desk = _desk(profile, asked.packs)
    when = _When(judged, known, received)
    if asked.out is not None:
        if asked.as_json or asked.why:
            raise UsageError("--out keeps JSON in a folder; it goes with no other form.")
        by = f"triage {__version__} {_settings(desk, asked.office, when)}"
        make = partial(_answer, desk=desk, when=when)
        return run_folder("triage", files, asked.out, asked.jobs or cores(), by=by, make=make)
    return _shown_one_by_one(files, desk, when, asked)


def _shown_one_by_one(files: Sequence[str], desk: Desk, when: _When, asked: Asked) -> int:
    status = 0
    with Working(len(files)) as working:
        taken = each_file(files, working.begin)
        for at, file in enumerate(taken):
            if file.opened is None:
                working.end()
                status = max(status, file.complain("triage"))
                continue
            result = triage_opened(
                file.opened,
                file.name,
                desk,
                on=when.on,
                known_on=when.known_on,
                received_at=when.received_at,
            )
            working.end()
            if asked.as_json:
                print(json.dumps(result.to_json(), ensure_ascii=False))
            else:
                print(("\n\n" if at else "") + page(result, desk, why=asked.why))
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


_PLAIN = frozenset({"--json", "--why"})


def run(arguments: Sequence[str]) -> int:
    """Entry for the command line."""
    given = arguments[1:]
    files = [one for one in given if one == "-" or not one.startswith("-")]
    flags = {one for one in given if one not in files}
    if files and flags <= _PLAIN:
        return triage_files(files, Asked(as_json="--json" in flags, why="--why" in flags))
    # The parser of options takes as long to load as a document to read; a call that names only
    # its files has no need of it.
    from tecum.cli.command import run_typer
    from tecum.cli.triage_options import app

    return run_typer(app, arguments)

"""The options of ``tecum triage``, parsed where a call has any that need it."""

from __future__ import annotations

from pathlib import Path

import typer

from tecum.cli.triage import Asked, triage_files

__all__ = ["app"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def triage_command(
    files: list[str] = typer.Argument(..., metavar="FILE", help="Documents, or - for one."),
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
    return triage_files(
        files,
        Asked(
            office=office,
            received_at=received_at,
            on=on,
            known_on=known_on,
            packs=packs,
            why=why,
            as_json=as_json,
            out=out,
            jobs=jobs,
        ),
    )

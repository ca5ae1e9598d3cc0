"""``tecum propose``: what a public document says, as proposed events and claims."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tecum.cli.command import run_typer
from tecum.cli.terminal import shown
from tecum.docket.chronology import load_thread
from tecum.docket.proposals import (
    KnownParty,
    Proposal,
    Published,
    known_of_thread,
    propose,
    read_public,
)
from tecum.docket.proposals.as_json import to_json
from tecum.docket.proposals.model import KnownEvent
from tecum.errors import DataUnusable, UsageError
from tecum.reading.open import open_document

__all__ = ["run"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def _propose(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Saved text, HTML or PDF.")],
    outlet: Annotated[str, typer.Option("--outlet", help="Who publishes it.")] = "the publication",
    published: Annotated[
        str | None, typer.Option("--published", help="Its day, YYYY-MM-DD; settles “Monday”.")
    ] = None,
    issuer: Annotated[
        str | None,
        typer.Option("--issuer", help="Whose own document it is: a party's id, or words."),
    ] = None,
    thread: Annotated[
        Path | None,
        typer.Option("--thread", help="A chronology (tecum.thread/1): its parties and events."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="tecum.proposals/1.")] = False,
) -> int:
    """Propose events and claims from a story, a release, an opinion or a letter.

    Nothing is recorded: a proposal stands on no chronology until a person accepts it.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DataUnusable(
            f'"{file.name}" cannot be opened: {error.strerror}.',
            why="Nothing was read, so nothing is proposed.",
            do="Name a file of text, HTML or PDF that you may read.",
            code="read.no-file",
        ) from error
    told = Published(outlet=outlet, on=_day(published), issuer=issuer)
    reading = read_public(open_document(content, file.name))
    if reading is None:
        raise DataUnusable(
            f'"{file.name}" holds no text that could be read.',
            why="Nothing was read, so nothing is proposed.",
            do="Give the document as text, HTML or a PDF with words in it.",
            code="read.no-text",
        )
    parties, events = _known(thread)
    found = propose(reading, parties, events, told)
    if as_json:
        answer = to_json(file.name, reading.sha256, told, found)
        typer.echo(json.dumps(answer, ensure_ascii=False))
    else:
        typer.echo(shown("\n".join(_lines(found))))
    return 0


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{text} is no day.", do="Write it as year, month, day: 2026-03-11."
        ) from None


def _known(thread: Path | None) -> tuple[tuple[KnownParty, ...], tuple[KnownEvent, ...]]:
    return ((), ()) if thread is None else known_of_thread(load_thread(thread))


def _lines(found: list[Proposal]) -> list[str]:
    lines = []
    for part, rows in (
        ("proposed", [row for row in found if row.apart is None]),
        ("not an event", [row for row in found if row.apart is not None]),
    ):
        lines.append(f"{part}: {len(rows)}")
        for row in rows:
            kind = row.apart.value if row.apart else row.kind.value
            by = f"{row.asserter.by}, {row.distance.value.replace('_', ' ')}"
            lines.append(f"  {kind:<12} {by}  ({row.band.value})")
            lines.append(f"      “{row.label}”")
    return lines


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum propose``."""
    return run_typer(app, arguments)

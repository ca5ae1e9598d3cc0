"""``tecum read``: one Reading a file, as JSON, as a short list, or as a page with marks."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tecum import __version__
from tecum.cli.command import run_typer
from tecum.cli.files import each_file, engine_missing, write_text
from tecum.cli.folder import Answer, run_folder
from tecum.cli.password import asker, unlocked
from tecum.cli.terminal import Working, shown
from tecum.errors import UsageError
from tecum.instruments.catalogue import load_catalogue
from tecum.provenance import Read
from tecum.reading.many import cores
from tecum.reading.marked import Shown, marked_page
from tecum.reading.open import lacks_engine
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.reading.text.layout import Opened
from tecum.words import Band

__all__ = ["run"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def _read(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Documents, or - for one.")],
    as_json: Annotated[bool, typer.Option("--json", help="One Reading a line.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a page with every read value marked.")
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", help="A file whose first line opens what is locked."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Keep Readings in this folder; folders are read.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=0, help="With --out: processes (default: cores).")
    ] = 0,
) -> int:
    """Read each file: what it is, who made it, what it asks, by when. Not legal advice."""
    if out is not None:
        if html is not None or as_json:
            raise UsageError("--out keeps JSON in a folder; it goes with no other form.")
        return run_folder("read", files, out, jobs or cores(), by=_reader(), make=_answer)
    status = 0
    ask = asker(password_file)
    pages: list[Shown] = []
    catalogue = load_catalogue()
    with Working(len(files)) as working:
        for taken in each_file(files, working.begin):
            file = unlocked(taken, ask)
            if file.opened is None:
                working.end()
                status = max(status, file.complain("read"))
                continue
            reading = read(file.opened, catalogue)
            working.end()
            if _is_unread(file.opened, reading):
                status = max(status, 3)
                print(f"tecum read: {shown(file.name)}: {file.opened.reason}", file=sys.stderr)
            status = max(status, engine_missing(file, "read"))
            if as_json:
                print(json.dumps(reading.to_json(), ensure_ascii=False))
            else:
                print(shown(_summary(file.name, reading)))
            sys.stdout.flush()
            if html is not None:
                pages.append(Shown(file.name, file.data, reading, file.opened))
    if html is not None:
        write_text(html, marked_page(pages))
    return status


def _is_unread(opened: Opened, reading: Reading) -> bool:
    nothing = reading.conduct.band is Band.UNREADABLE and not reading.others
    return nothing or not opened.outcome.is_read


def _reader() -> str:
    """Who reads: the version of the reader and its catalogue."""
    return f"read {__version__} {load_catalogue().sha256[:16]}"


def _answer(name: str, opened: Opened) -> Answer:
    reading = read(opened, load_catalogue())
    status = 4 if lacks_engine(opened) else 3 if _is_unread(opened, reading) else 0
    return Answer(reading.to_json(), status)


def _summary(name: str, reading: Reading) -> str:
    """The values that a clerk confirms first, one a line, each with its band."""
    r = reading
    rows: list[tuple[str, Read[Any]]] = [
        ("conduct", r.conduct), ("kind", r.kind), ("form", r.form), ("issuer", r.issuer),
        ("recipient", r.recipient), ("signed by", r.signatory.name),
        ("judicial", r.judicial), ("issued on", r.issued_on), ("served on", r.served_on),
    ]  # fmt: skip
    lines = [f"{name}: {r.outcome.value}"]
    for label, value in rows:
        text = "–" if value.value is None else str(value.value)
        lines.append(f"  {label:<10} {text}  ({value.band.value})")
    for i, phrase in enumerate(r.due, start=1):
        quote = " ".join(phrase.spans[0].quote.split()) if phrase.spans else phrase.form.value
        lines.append(f"  due {i:<6} “{quote}” for {phrase.due_for.value}  ({phrase.band})")
    for item in r.items:
        text = " ".join((item.text.value or "").split())
        lines.append(f"  item {item.label:<5} {text[:90]}  ({item.category.value})")
    if r.others:
        kinds = ", ".join(o.kind.value.value if o.kind.value else "unreadable" for o in r.others)
        lines.append(f"  also in the file: {kinds}")
    if r.warnings:
        lines.append(f"  warnings   {', '.join(r.warnings)}")
    lines.append(f"  to confirm {', '.join(r.confirm)}")
    return "\n".join(lines)


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum read``."""
    return run_typer(app, arguments)

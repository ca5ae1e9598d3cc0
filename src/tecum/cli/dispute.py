"""``tecum dispute``: both sides' receipts side by side: what is established, and what is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from tecum.cli.command import run_typer
from tecum.cli.files import read_bytes, write_text
from tecum.cli.terminal import shown
from tecum.clock import parse_instant
from tecum.exchange.dispute import Paper, established
from tecum.exchange.dispute.page import as_html, as_text
from tecum.exchange.message import SUFFIX
from tecum.ledger.policy import Policy

__all__ = ["run"]

_ENDINGS = (SUFFIX, ".tlog-proof", ".note")

app = typer.Typer(
    help="Both sides' receipts side by side.", add_completion=False, rich_markup_mode=None
)


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum dispute`` and give the exit status."""
    return run_typer(app, arguments)


@app.command()
def dispute(
    ours: Annotated[
        list[str] | None,
        typer.Argument(metavar="OURS", help="Receipts, .tecum messages, folders of them."),
    ] = None,
    *,
    theirs: Annotated[
        list[str] | None, typer.Option(help="Those that the other side signed; repeatable.")
    ] = None,
    policy: Annotated[str, typer.Option(help="The trust file: whose keys count.")],
    as_of: Annotated[
        str | None, typer.Option(help="Leave out statements placed after this instant.")
    ] = None,
    us: Annotated[
        str | None, typer.Option(help="Our office's domain, where copies lie on both sides.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One tecum.dispute/1.")] = False,
    report: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write one HTML page for people.")
    ] = None,
) -> None:
    """Say what both sides' receipts establish, by what strength, and what they do not.

    No side is called right. A paper whose proof does not hold counts as nothing and is named.
    """
    trusted = Policy.parse(read_bytes(policy))
    until = parse_instant(as_of) if as_of else None
    found = established(_papers(ours), _papers(theirs), trusted, until, us=us).as_json()
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(shown(as_text(found)))
    if report is not None:
        write_text(report, as_html(found))
        print(report, file=sys.stderr)


def _papers(names: Sequence[str] | None) -> Iterator[Paper]:
    """The files named, and those of ours in the folders named."""
    for name in names or ():
        folder = Path(name)
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if path.suffix in _ENDINGS:
                    yield Paper(path.name, read_bytes(str(path)))
        else:
            yield Paper(folder.name, read_bytes(name))

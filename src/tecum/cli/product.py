"""``tecum serve``, ``demo``, ``rebuild``, ``reread``, ``publish``: the product on this machine."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tecum.cli.command import run_typer
from tecum.cli.terminal import Working

__all__ = ["environment", "run"]

Folder = Annotated[
    Path | None,
    typer.Option("--home", help="The data folder; else TECUM_HOME.", show_default=False),
]
Address = Annotated[
    str | None,
    typer.Option("--address", help="Host and port; loopback by default.", show_default=False),
]

serve_app = typer.Typer(add_completion=False, rich_markup_mode=None)
demo_app = typer.Typer(add_completion=False, rich_markup_mode=None)
rebuild_app = typer.Typer(add_completion=False, rich_markup_mode=None)
reread_app = typer.Typer(add_completion=False, rich_markup_mode=None)
publish_app = typer.Typer(add_completion=False, rich_markup_mode=None)


@serve_app.command()
def serve(
    home: Folder = None,
    address: Address = None,
    lost: Annotated[
        bool,
        typer.Option(
            "--lost-passkeys",
            help="Take away the passkeys and codes of the lead whom the printed link lets in.",
        ),
    ] = False,
) -> int:
    """Run the product on this machine until Ctrl-C."""
    environment(home, address)
    from tecum.web import run as product

    return product.serve(lost=lost)


@demo_app.command()
def demo(
    home: Folder = None,
    address: Address = None,
    at: Annotated[
        str | None,
        typer.Option("--at", help="Instant at which the demonstration's day begins."),
    ] = None,
    reset: Annotated[
        bool, typer.Option("--reset", help="Throw the demonstration away and begin afresh.")
    ] = False,
) -> int:
    """Run the product with a fictional office, SPECIMEN documents and a fixed day."""
    environment(home, address)
    if at is not None:
        from tecum.clock import parse_instant

        os.environ["TECUM_AT"] = parse_instant(at, "America/Denver").isoformat()
    from tecum.web import run as product

    return product.demo(reset=reset)


@rebuild_app.command()
def rebuild(home: Folder = None) -> int:
    """Rebuild every list and count from the entries; stop the product first."""
    environment(home, None)
    from tecum.web import run as product

    return product.rebuild()


@reread_app.command()
def reread(home: Folder = None) -> int:
    """Read again what an older reader read; stop the product first.

    What people confirmed stands; where the new reading differs from it, both are shown.
    Stopped half-way (Ctrl-C), the next run goes on where this one ended.
    """
    environment(home, None)
    from tecum.web import run as product

    steps = product.reread()
    total, done = next(steps), 0
    with Working(total) as bar:
        for count in steps:
            done = count
            bar.end()
    print(f"{done} of {total} read again.")
    return 0


@publish_app.command()
def publish(
    out: Annotated[Path, typer.Argument(help="The folder that a web host serves.", metavar="OUT")],
    home: Folder = None,
) -> int:
    """Write what the office has published as files; the product may go on running.

    Pages, the same as JSON, the head of the log and the page that checks receipts. What is
    still held back is in none of them: run it again after its instant.
    """
    environment(home, None)
    from tecum.web import run as product

    for name in product.publish(out):
        print(out / name)
    return 0


_APPS = {
    "serve": serve_app,
    "demo": demo_app,
    "rebuild": rebuild_app,
    "reread": reread_app,
    "publish": publish_app,
}


def run(arguments: Sequence[str]) -> int:
    """Run one of the product's commands."""
    return run_typer(_APPS[arguments[0]], arguments)


def environment(home: Path | None, address: str | None) -> None:
    """Say to the product where its data lie and on which address it answers."""
    if home is not None:
        os.environ["TECUM_HOME"] = str(home)
    if address is not None:
        os.environ["TECUM_ADDRESS"] = address

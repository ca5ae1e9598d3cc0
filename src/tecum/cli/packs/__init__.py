"""``tecum packs``: check, format, test, show, compare, sign and review packs of law and policy."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from tecum.cli.command import Group, run_typer
from tecum.cli.packs import check, diff, review

__all__ = ["run"]

app = typer.Typer(
    cls=Group,
    help="Packs of law and policy: check, compare, sign and review them.",
    add_completion=False,
    rich_markup_mode=None,
)
for module in (check, diff, review):
    app.registered_commands += module.app.registered_commands


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum packs``."""
    return run_typer(app, arguments)

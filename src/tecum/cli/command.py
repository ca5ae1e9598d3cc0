"""How a typer application becomes one of our commands: same errors, same exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

__all__ = ["run_typer"]


def run_typer(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a typer app with ``arguments`` (its own name first) and give its exit status.

    Our own errors pass through to the one place that prints them; errors of usage end with 2.
    """
    command = typer.main.get_command(app)
    try:
        result = command.main(
            args=list(arguments[1:]), prog_name=f"tecum {arguments[0]}", standalone_mode=False
        )
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        print(f"{error}\nSee tecum {arguments[0]} --help", file=sys.stderr)
        return 2
    return result if isinstance(result, int) else 0

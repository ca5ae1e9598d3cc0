"""How a typer application becomes one of our commands: same errors, same exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from tecum.cli.terminal import shown

__all__ = ["run_typer"]

_STOPPED = 130
"""What typer gives back after Ctrl-C."""


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
        raise KeyboardInterrupt from None
    except SystemExit:  # typer's answer to a pipe that nobody reads any more
        raise BrokenPipeError from None
    except typer.TyperException as error:
        said = shown(_said(error)).strip()
        if not said.startswith("Usage:"):
            asked = getattr(getattr(error, "ctx", None), "command_path", f"tecum {arguments[0]}")
            said = f"{said}\nSee {asked} --help"
        print(said, file=sys.stderr)
        return 2
    if result == _STOPPED:
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def _said(error: typer.TyperException) -> str:
    """The message with its hints: the nearest option or command, the values allowed."""
    return str(getattr(error, "format_message", lambda: error)())

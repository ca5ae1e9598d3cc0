"""How a typer application becomes one of our commands: same errors, same exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

import typer
from typer.core import TyperGroup

from tecum.cli.terminal import shown

__all__ = ["Group", "run_typer"]

_STOPPED = 130
"""What typer gives back after Ctrl-C."""
_ANY_LENGTH = 10_000
_KINDS = {
    "<int>": "NUMBER",
    "<int range>": "NUMBER",
    "<list[str]>": "TEXT",
    "<path>": "PATH",
    "<str>": "TEXT",
}
"""What a help says for the types of Python that typer would print."""


class Group(TyperGroup):
    """A command of several: called alone it shows its help, with each first sentence whole."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "no_args_is_help": True})

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Wrap what typer would cut off at the edge of the terminal."""
        named = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, one.get_short_help_str(_ANY_LENGTH)) for name, one in named if one]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def run_typer(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a typer app with ``arguments`` (its own name first) and give its exit status.

    Our own errors pass through to the one place that prints them; errors of usage end with 2.
    """
    command = typer.main.get_command(app)
    _say_kinds(command)
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


def _say_kinds(command: Any) -> None:
    """Let the help say in words what a value is; typer prints types of Python and braces."""
    for option in command.params:
        option.display_type_rich = partial(_kind, option)
        if option.param_type_name == "argument":
            option.metavar = option.metavar or option.name.upper()
            option.get_usage_pieces = partial(_usage, option)
        elif option.multiple and "repeat" not in option.help:
            option.help += " May be repeated."
    for below in getattr(command, "commands", {}).values():
        _say_kinds(below)


def _kind(option: Any, ctx: Any) -> str | None:
    if option.param_type_name == "argument":
        return None
    typed = option.display_type(ctx)
    return str(option.metavar or _KINDS.get(typed, typed))


def _usage(argument: Any, ctx: Any) -> list[str]:
    name = argument.metavar + ("" if argument.nargs == 1 else "…")
    return [name if argument.required else f"[{name}]"]

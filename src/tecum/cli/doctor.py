"""``tecum doctor``: what this machine has, what is missing, what that costs, how to get it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import typer

from tecum.cli.command import run_typer
from tecum.cli.look import look
from tecum.errors import TecumError
from tecum.machine import Line, examine
from tecum.reckoning.explain import hung

__all__ = ["Line", "examine", "run"]

_UNDER = " " * 15
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def doctor(as_json: bool = typer.Option(False, "--json", help="One JSON list.")) -> int:
    """Look at this machine. Exit 4 if something required is missing."""
    lines = [*_installation(), *examine()]
    if as_json:
        print(json.dumps([asdict(line) for line in lines]))
    else:
        for line in lines:
            _print(f"{line.state:<12} {line.name}: {line.found}")
            for text in filter(None, (line.cost, line.get)):
                _print(f"{_UNDER}{text}")
    return 4 if any(line.required and line.state == "missing" for line in lines) else 0


def _print(line: str) -> None:
    """A line, broken under its text where a terminal is narrower."""
    print("\n".join(hung(line, _UNDER, look().width)))


def _installation() -> list[Line]:
    """What the product on this machine says of itself, where there is one."""
    try:
        from tecum.web.run import installation_lines

        return installation_lines()
    except ImportError as error:
        return [Line("Product", "not checked", f"cannot be loaded: {error.name}")]
    except TecumError as error:
        return [Line("Product", "not checked", error.what, get=error.do or "")]


def run(arguments: Sequence[str]) -> int:
    """Entry for the command line."""
    return run_typer(app, arguments)

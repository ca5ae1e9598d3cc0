"""``tecum thread check FILE…``: is a public thread file whole, and do its own checks hold?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tecum.cli.command import Group, run_typer
from tecum.cli.terminal import shown
from tecum.docket.chronology import CheckResult, Thread, load_thread, thread_checks
from tecum.errors import CheckFailed, TecumError

__all__ = ["run"]

app = typer.Typer(
    cls=Group,
    help="Public thread files: facts about demands, each with its source.",
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback()
def thread() -> None:
    """Public thread files: facts about demands, each with its source."""


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Thread files (tecum.thread/1).")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a file.")] = False,
) -> int:
    """Check every reference of a thread file and run the checks that it carries.

    Exit status: 0 all computed checks held, 3 a file cannot be used, 5 a check did not hold.
    """
    status = 0
    for path in files:
        try:
            status = max(status, _one(path, as_json=as_json))
        except TecumError as error:
            typer.echo(shown(f"tecum thread: {error.diagnostics()}"), err=True)
            status = max(status, error.exit_status)
    return status


def _one(path: Path, *, as_json: bool) -> int:
    found = load_thread(path)
    results = thread_checks(found)
    if as_json:
        typer.echo(json.dumps(_to_json(path, found, results), ensure_ascii=False))
    else:
        _print(path, found, results)
    failed = any(row.held is False for row in results)
    return CheckFailed.exit_status if failed else 0


def _print(path: Path, found: Thread, results: tuple[CheckResult, ...]) -> None:
    typer.echo(
        f"{path.name}: {found.title}\n"
        f"  {len(found.demands)} demands, {len(found.events)} events, {len(found.claims)} claims, "
        f"{len(found.sources)} sources; every reference found."
    )
    words = {True: "held", False: "DID NOT HOLD", None: "not computed here"}
    for row in results:
        typer.echo(f"  {row.id}: {words[row.held]}: {row.expect}")
        for line in row.computed:
            typer.echo(f"      {line}")
        if row.held is not None and row.left:
            typer.echo(f"      not computed: {', '.join(row.left)}")


def _to_json(path: Path, found: Thread, results: tuple[CheckResult, ...]) -> dict[str, Any]:
    return {
        "schema": "tecum.thread-check/1",
        "file": path.name,
        "thread": found.id,
        "checks": [
            {
                "id": row.id,
                "expect": row.expect,
                "held": row.held,
                "computed": list(row.computed),
                "not_computed": list(row.left),
            }
            for row in results
        ],
    }


def run(arguments: Sequence[str]) -> int:
    """Run the command with its arguments, its own name first."""
    return run_typer(app, arguments)

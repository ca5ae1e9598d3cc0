"""``tecum report``: the office's counts and its reports, for a person, a script or a researcher.

Reads the data folder and writes nothing. The figures are those of the pages, from the same
entries; the demands behind them stay in the office.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tecum.cli.command import Group, run_typer
from tecum.cli.product import environment
from tecum.cli.terminal import shown
from tecum.clock import parse_instant
from tecum.errors import UsageError
from tecum.reports.period import period_named

__all__ = ["run"]

app = typer.Typer(
    cls=Group,
    help="Counts and reports of the office's docket.",
    add_completion=False,
    rich_markup_mode=None,
)

Folder = Annotated[
    Path | None,
    typer.Option("--home", help="The data folder; else TECUM_HOME.", show_default=False),
]


@app.callback()
def report() -> None:
    """Counts and reports of the office's docket."""


@app.command(name="list")
def list_reports(home: Folder = None) -> int:
    """Name every report that can be counted here, with its authority and its period."""
    environment(home, None)
    from tecum.web import run as product

    for line in product.report_names():
        typer.echo(shown(line))
    return 0


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="Name of a report, as the list gives it, or: own.")],
    period: Annotated[
        str, typer.Option(help="2019, 2019-H1, 2019-Q2, 2019-03 or 2019-01-01..2019-06-30.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print tecum.report/1.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print every figure as a line.")] = False,
    svg: Annotated[
        str | None, typer.Option("--svg", help="Print the plot of this table.", metavar="TABLE")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="As a public copy: small counts are hidden.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Count what was recorded by this instant.")
    ] = None,
    home: Folder = None,
) -> int:
    """Count a report of a period and print it as text, JSON, CSV or a plot."""
    chosen = [form for form, asked in (("json", as_json), ("csv", as_csv), ("svg", svg)) if asked]
    if len(chosen) > 1:
        raise UsageError("Choose one of --json, --csv and --svg.", code="report.form")
    if svg and public:
        raise UsageError(
            "A plot is drawn of exact figures only.",
            why="The length of a bar would give a hidden number away.",
            do="Leave --public out, or take the table.",
            code="report.form",
        )
    if as_of and public:
        raise UsageError(
            "A public copy is counted as of now.",
            why="Two copies as of two instants tell what was recorded between them.",
            do="Leave --as-of out, or --public.",
            code="report.form",
        )
    environment(home, None)
    from tecum.web import run as product

    printed = product.report_printed(
        name,
        period_named(period),
        chosen[0] if chosen else "text",
        public=public,
        table=svg,
        as_of=parse_instant(as_of) if as_of else None,
    )
    typer.echo(printed, nl=False)
    return 0


def run(arguments: Sequence[str]) -> int:
    """Run the command with its arguments, its own name first."""
    return run_typer(app, arguments)

"""``tecum evaluate``: the reader scored on documents whose truth is known."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from tecum import clock
from tecum.cli.command import run_typer
from tecum.cli.files import write_text
from tecum.cli.terminal import Working, shown
from tecum.errors import UsageError
from tecum.evaluation.accuracy import accuracy_page
from tecum.evaluation.job import Evaluation, evaluate
from tecum.evaluation.page import misses_page
from tecum.evaluation.report import report
from tecum.evaluation.truth import load_corpus
from tecum.reading.many import cores

__all__ = ["run"]

_CHECK_FAILED = 5

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def evaluate_command(
    folder: Path = typer.Argument(..., metavar="DIR", help="<id>/document.* with truth.json."),
    as_json: bool = typer.Option(False, "--json", help="tecum.evaluation/1 on the output."),
    out: Path | None = typer.Option(
        None, metavar="REPORT", help="Write REPORT.md, .json and .html (or the one it names)."
    ),
    baseline: bool = typer.Option(False, "--baseline", help="Also what simpler means reach."),
    marks: bool = typer.Option(False, "--marks", help="Also what each catalogue mark hits."),
    accuracy: Path | None = typer.Option(None, help="Write the page of published precision."),
    jobs: int = typer.Option(0, "-j", "--jobs", min=0, help="Processes (default: one a core)."),
) -> int:
    """Score the reader on a corpus folder, by field, band and channel, and check its goals.

    The exit status is 5 if a goal of DIR/goals.toml is missed.
    """
    if not folder.is_dir():
        raise UsageError(
            f'"{folder}" is no folder.', do="Name a folder of documents with their truth."
        )
    corpus = load_corpus(folder)
    with Working(len(corpus)) as working:
        found = evaluate(
            folder,
            jobs=jobs or cores(),
            with_baselines=baseline,
            with_marks=marks,
            corpus=corpus,
            begun=lambda at: working.begin(corpus[at].id),
            ended=lambda at: working.end(),
        )
    if out is not None:
        _write(out, found)
    if accuracy is not None:
        write_text(accuracy, accuracy_page(found, clock.now().date()))
    if as_json:
        print(json.dumps(found.to_json(), ensure_ascii=False))
    elif out is None and accuracy is None:
        print(shown(report(found)))
    for met in found.goals_missed:
        value = "nothing measured" if met.value is None else f"{met.value:.4f}"
        print(f"tecum evaluate: goal missed: {met.goal.measure}: {value}", file=sys.stderr)
    return _CHECK_FAILED if found.goals_missed else 0


def _write(out: Path, found: Evaluation) -> None:
    wanted = (out.suffix,) if out.suffix in _WRITERS else tuple(_WRITERS)
    base = out.with_suffix("") if out.suffix in _WRITERS else out
    for suffix in wanted:
        write_text(base.with_name(base.name + suffix), _WRITERS[suffix](found))


def _as_json(found: Evaluation) -> str:
    return json.dumps(found.to_json(), ensure_ascii=False, indent=1) + "\n"


_WRITERS: dict[str, Callable[[Evaluation], str]] = {
    ".md": report,
    ".json": _as_json,
    ".html": misses_page,
}


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum evaluate``."""
    return run_typer(app, arguments)

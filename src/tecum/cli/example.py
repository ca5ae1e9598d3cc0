"""``tecum example``: known situations from facts to findings, before and after the orders."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import typer

from tecum.cli.command import run_typer
from tecum.law.example import (
    AS_DESCRIBED,
    Example,
    Fact,
    Replayed,
    example_names,
    explained,
    load_example,
    replayed,
)
from tecum.law.pack import Packs
from tecum.words import Review

__all__ = ["run"]

WIDTH = 92
NARROW = 80
app = typer.Typer(add_completion=False, rich_markup_mode=None)


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum example``."""
    return run_typer(app, arguments)


@app.command()
def main(
    names: list[str] | None = typer.Argument(
        None,
        help=f"{', '.join(example_names())}, or a file of your own; without any, all in short.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print tecum.example/1, one object each."),
) -> None:
    """Replay known situations from facts to findings, before and after the orders of courts.

    Exit status 5 if a finding is not the one that the example expects.
    """
    differing = 0
    for name in names or example_names():
        example = load_example(name)
        packs, rows = replayed(example)
        differing += sum(not row.holds for row in rows)
        if as_json:
            print(json.dumps(_shape(example, packs, rows), ensure_ascii=False))
        else:
            print("\n".join(_whole(example, packs, rows) if names else _short(example, rows)))
    if not as_json and not names:
        print("Silent: no configured rule speaks; that is no permission.")
        print(f'"tecum example {example_names()[0]}" shows facts, sources and why.')
    raise typer.Exit(5 if differing else 0)


def _short(example: Example, rows: Sequence[Replayed]) -> Iterator[str]:
    yield example.title
    for item, _held in groupby(rows, key=lambda row: row.item):
        asked = f"{item.label}  {item.action.replace('_', ' ')}: {item.what}"
        yield from textwrap.wrap(asked, NARROW, initial_indent="  ", subsequent_indent=" " * 5)
    yield from _table(rows)
    yield ""


def _whole(example: Example, packs: Packs, rows: Sequence[Replayed]) -> Iterator[str]:
    yield example.title
    reviewed = all(pack.review is Review.REVIEWED for pack in packs.packs)
    state = "reviewed" if reviewed else "unreviewed examples"
    yield f"By the packs {', '.join(example.packs)} ({state}). Not legal advice."
    yield ""
    yield from textwrap.wrap(example.about, WIDTH)
    yield "\nWhat happened"
    for event in example.events:
        yield f"  {event.date}  {event.what}"
        yield from _said(example, event.sources, event.confidence.value, event.note, 14)
    yield "\nWhat is known"
    for fact in example.facts:
        yield from _fact(example, fact, "  ")
    yield "\nWhat the rules say"
    yield from _table(rows)
    for item, held in groupby(rows, key=lambda row: row.item):
        yield f"\nItem {item.label}: {item.what}"
        for fact in item.facts:
            yield from _fact(example, fact, "  ")
        for name, value in item.assumed.items():
            yield f"  {_value(name, value)}  ({AS_DESCRIBED})"
        yield from _explained(packs, list(held))


def _explained(packs: Packs, rows: Sequence[Replayed]) -> Iterator[str]:
    for row, text in explained(packs, rows):
        moment = row.moment
        known = "" if moment.known_on == moment.on else f", as known on {moment.known_on}"
        wrong = "" if row.holds else f" (expected: {row.item.expect[moment.id]})"
        head = f"\n  {moment.on}{known}: {moment.says}"
        if text is None:
            yield f"{head}\n    unchanged: {row.outcome}{wrong}"
        else:
            yield f"{head}{wrong}\n{textwrap.indent(text.rstrip(), '    ')}"


def _fact(example: Example, fact: Fact, indent: str) -> Iterator[str]:
    known = f"  (known from {fact.recorded})" if fact.recorded else ""
    yield f"{indent}{_value(fact.name, fact.value)}{known}"
    yield from _said(example, fact.sources, fact.confidence.value, fact.note, len(indent) + 4)


def _value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return f"{name}: {'yes' if value else 'no'}"
    return f"{name}: {value}"


def _said(
    example: Example, sources: Iterable[str], mark: str, note: str | None, indent: int
) -> Iterator[str]:
    told = "; ".join(example.sources[name] for name in sources)
    text = f"{mark}: {told}" + (f" ({note})" if note else "")
    space = " " * indent
    yield from textwrap.wrap(text, WIDTH, initial_indent=space, subsequent_indent=space)


def _table(rows: Sequence[Replayed]) -> Iterator[str]:
    """A line for each moment, a column for each item: items are few, moments may be many."""
    items = [list(held) for _item, held in groupby(rows, key=lambda row: row.item)]
    moments = [row.moment for row in items[0]]
    lines = [["", *(held[0].item.label for held in items)]]
    for at, moment in enumerate(moments):
        star = "*" if moment.known_on != moment.on else ""
        lines.append([f"{moment.on}{star}", *(_outcome(held[at]) for held in items)])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()
    for moment in moments:
        if moment.known_on != moment.on:
            yield f"  * as known on {moment.known_on}"


def _outcome(row: Replayed) -> str:
    said = row.outcome.partition(":")[0].replace("_", " ")
    return said if row.holds else f"{said} ≠"


def _shape(example: Example, packs: Packs, rows: Sequence[Replayed]) -> dict[str, Any]:
    """``tecum.example/1`` with what came out."""
    return {
        "schema": "tecum.example/1",
        "id": example.id,
        "title": example.title,
        "about": example.about,
        "packs": packs.to_json(),
        "sources": dict(example.sources),
        "events": [
            {
                "date": event.date.isoformat(),
                "what": event.what,
                "confidence": event.confidence.value,
                "note": event.note,
                "sources": list(event.sources),
            }
            for event in example.events
        ],
        "facts": [_fact_shape(fact) for fact in example.facts],
        "items": [_item_shape(packs, list(held)) for _, held in groupby(rows, lambda r: r.item)],
        "holds": all(row.holds for row in rows),
    }


def _fact_shape(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "value": fact.value,
        "from": fact.since.isoformat() if fact.since else None,
        "recorded_at": fact.recorded.isoformat() if fact.recorded else None,
        "confidence": fact.confidence.value,
        "note": fact.note,
        "sources": list(fact.sources),
    }


def _item_shape(packs: Packs, rows: Sequence[Replayed]) -> dict[str, Any]:
    item = rows[0].item
    return {
        "label": item.label,
        "what": item.what,
        "action": item.action,
        "facts": [_fact_shape(fact) for fact in item.facts],
        "assumed": dict(item.assumed),
        "findings": [
            {
                "moment": row.moment.id,
                "says": row.moment.says,
                "on": row.moment.on.isoformat(),
                "known_on": row.moment.known_on.isoformat(),
                "outcome": row.outcome,
                "expected": item.expect[row.moment.id],
                "finding": row.finding.to_json(),
                "explanation": text,
            }
            for row, text in explained(packs, rows)
        ],
    }

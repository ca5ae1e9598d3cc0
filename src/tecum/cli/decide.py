"""``tecum decide``: what the rules say on given facts, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer

from tecum import clock
from tecum.cli.command import run_typer
from tecum.cli.days import day_argument
from tecum.cli.files import parsed_json, read_text
from tecum.errors import UsageError
from tecum.law import Facts, Packs, decide_all, explain, facts_from
from tecum.law.record import canonical_bytes, record_of
from tecum.office import Office, load_office
from tecum.pack_notes import keys_of, load_signed

__all__ = ["run"]

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum decide``."""
    return run_typer(app, arguments)


@app.command()
def main(
    packs: str = typer.Option(..., help="Ids of packs or their folders, with commas between."),
    facts: str = typer.Option(..., help='Facts file, or "-" for standard input.'),
    on: str | None = typer.Option(None, help="Date of the act (YYYY-MM-DD)."),
    known_on: str | None = typer.Option(None, help="Only what was known by then (YYYY-MM-DD)."),
    action: list[str] | None = typer.Option(None, help="Action to decide; may be repeated."),
    office: Path | None = typer.Option(None, help="Office profile (office.toml)."),
    as_json: bool = typer.Option(False, "--json", help="Print tecum.findings/1."),
) -> None:
    """Say what the configured rules say on each action, from which source, and what is open."""
    on_given, known_given = day_argument(on, "--on"), day_argument(known_on, "--known-on")
    profile = load_office(office) if office else None
    names = [name.strip() for name in packs.split(",") if name.strip()]
    if not names:
        raise UsageError("--packs names no pack.", do="Write it like us-federal,us-ca.")
    loaded = load_signed(names, None, keys_of(profile))
    given = _facts(facts, loaded)
    known = known_given or given.known_on or _today(profile)
    act = on_given or given.on or known
    findings = decide_all(
        loaded, given, on=act, known_on=known, actions=action or None, office=profile
    )
    if as_json:
        print(canonical_bytes(record_of(findings, loaded, given, act, known)).decode("utf-8"))
        return
    shown = ", ".join(pack.id for pack in loaded.packs)
    print(f"On {act}, as known on {known}, by the packs {shown}. Not legal advice.\n")
    print("\n".join(explain(finding, loaded) for finding in findings), end="")


def _today(office: Office | None) -> date:
    return clock.today(office.zone) if office else clock.now().date()


def _facts(name: str, packs: Packs) -> Facts:
    shown = "facts" if name == "-" else Path(name).name
    data: Any = parsed_json(read_text(name), shown)
    return facts_from(data, packs, shown)

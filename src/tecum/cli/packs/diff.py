"""``tecum packs diff``: what a new version says otherwise, and what it would change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typer

from tecum import clock
from tecum.cli.days import day_argument
from tecum.cli.packs.diff_page import diff_page
from tecum.cli.packs.named import two_versions
from tecum.law import Pack, Packs
from tecum.law.apart import Compared, compare
from tecum.law.change_words import difference_text
from tecum.law.column_files import asked_in, best_evaluator
from tecum.law.difference import PackDifference
from tecum.law.differences import differences
from tecum.law.effects import CaseChange, cases_changed, replayed
from tecum.law.replay import Asked, Replay
from tecum.office import Office, load_office
from tecum.pack_notes import keys_of

__all__ = ["Effects", "app"]

app = typer.Typer(add_completion=False)
DOCKET = "docket"


@dataclass(frozen=True, slots=True)
class Effects:
    """What the difference does: in situations, in cases, in a replay; None where not asked."""

    situations: Compared
    cases: tuple[CaseChange, ...] | None = None
    replay: Replay | None = None

    def to_json(self) -> dict[str, Any]:
        """The three parts as they stand in ``tecum.pack-diff/1``."""
        return {
            "situations": [row.to_json() for row in self.situations.apart],
            "too_many_situations": list(self.situations.too_many),
            "cases": None if self.cases is None else [row.to_json() for row in self.cases],
            "replay": None if self.replay is None else self.replay.to_json(),
        }


@app.command()
def diff(
    old: str = typer.Argument(..., help="Folder, id, or DIGEST (ID@DIGEST) of a kept version."),
    new: str = typer.Argument(..., help="The other version, named in the same ways."),
    text: bool = typer.Option(False, "--text", help="Print as text (as it is without a choice)."),
    as_json: bool = typer.Option(False, "--json", help="Print tecum.pack-diff/1."),
    as_html: bool = typer.Option(False, "--html", help="Print one page of HTML."),
    cases: bool = typer.Option(False, "--cases", help="Also decide the cases of both versions."),
    replay: list[str] | None = typer.Option(
        None, help='Also replay "docket", or CSV or Parquet files; may be repeated.'
    ),
    packs: str | None = typer.Option(None, help="Further packs for the files, with commas."),
    action: list[str] | None = typer.Option(None, help="Action, where a file names none."),
    office: Path | None = typer.Option(None, help="Office profile (office.toml)."),
    on: str | None = typer.Option(None, help="Date of the act where a row has none."),
    known_on: str | None = typer.Option(None, help="Date of knowledge where a row has none."),
    home: Path | None = typer.Option(None, help="The data folder; else TECUM_HOME."),
    check: bool = typer.Option(False, "--check", help="End with 5 if anything differs."),
) -> int:
    """Tell two versions of a pack apart by element, and say which outcomes change."""
    profile = load_office(office) if office else None
    days = day_argument(on, "--on"), day_argument(known_on, "--known-on")
    with two_versions(old, new, home, keys_of(profile)) as ((one, before), (other, after)):
        found = differences(one, other)
        effects = Effects(
            compare(before, after),
            cases_changed(before, after, other.id) if cases else None,
            _replayed(replay or (), (before, one, other), packs, action or (), profile, days, home),
        )
        if as_json:
            print(json.dumps(_shape(found, effects), ensure_ascii=False))
        elif as_html:
            print(diff_page(found, effects))
        else:
            print(_page(found, effects), end="")
        return 5 if check and found.rows else 0


def _replayed(
    where: Sequence[str],
    versions: tuple[Packs, Pack, Pack],
    more: str | None,
    actions: Sequence[str],
    office: Office | None,
    days: tuple[date | None, date | None],
    home: Path | None,
) -> Replay | None:
    """The rows of the docket or of files under both versions."""
    if not where:
        return None
    packs, old, new = versions
    rows: list[Asked] = []
    if DOCKET in where:
        from tecum.cli.product import environment

        environment(home, None)
        from tecum.web import run as product

        packs, rows, office = product.docket_asked(*days)
        rows = [row for row in rows if not actions or row.action in actions]
    elif more:
        from tecum.law import load_packs

        names = [name.strip() for name in more.split(",") if name.strip()]
        packs = load_packs([str(old.folder), *names])
    today = clock.today(office.zone) if office else clock.now().date()
    known = days[1] or today
    for name in where:
        if name != DOCKET:
            rows += asked_in(
                Path(name), packs, on=days[0] or known, known_on=known, actions=actions
            )
    return replayed(best_evaluator(), packs, rows, (old, new), office)


def _shape(found: PackDifference, effects: Effects) -> dict[str, Any]:
    return {
        "schema": "tecum.pack-diff/1",
        "pack": found.new.id,
        "old": {"sha256": found.old.sha256, "review": found.old.review.value},
        "new": {"sha256": found.new.sha256, "review": found.new.review.value},
        "differences": [row.to_json() for row in found.rows],
        **effects.to_json(),
    }


def _page(found: PackDifference, effects: Effects) -> str:
    parts = [
        f"{found.new.id}  {found.old.sha256[:16]} → {found.new.sha256[:16]}\n",
        difference_text(found),
        _situations(effects.situations),
    ]
    if effects.cases is not None:
        parts.append(_cases(effects.cases))
    if effects.replay is not None:
        parts.append(_rows(effects.replay))
    return "\n".join(part for part in parts if part)


def _situations(found: Compared) -> str:
    lines = ["Situations that tell them apart:"] if found.apart else []
    for row in found.apart:
        said = "; ".join(f"{name}: {value}" for name, value in row.situation) or "nothing is known"
        lines.append(f"  {row.action} on {row.on}: {row.before} → {row.after}")
        lines.append(f"    where {said}")
    if found.too_many:
        lines.append(f"Too many situations to try every one: {', '.join(found.too_many)}.")
    if found.are_alike:
        lines.append("The two give the same outcome in every situation.")
    return "\n".join(lines) + "\n"


def _cases(found: Sequence[CaseChange]) -> str:
    lines = [f"Cases that come out otherwise: {len(found)}"]
    for row in found:
        before, after = row.outcomes
        lines.append(f"  {row.case.id}: {row.case.action} on {row.case.on}: {before} → {after}")
        lines += [f"    {line}".rstrip() for line in row.explained().splitlines()]
    return "\n".join(lines) + "\n"


def _rows(made: Replay) -> str:
    lines = [f"Rows that come out otherwise: {made.differing} of {made.total}"]
    for group in made.groups:
        where = group.action + (f", {group.recipient}" if group.recipient else "")
        named = ", ".join(group.rows) + ("" if group.count == len(group.rows) else ", …")
        lines.append(f"{group.count:>8}  {group.before} → {group.after}  ({where}; rows {named})")
    return "\n".join(lines) + "\n"

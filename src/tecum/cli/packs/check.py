"""``tecum packs check``, ``fmt``, ``test`` and ``show``: what a pack says, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import typer

from tecum import clock
from tecum.cli.days import day_argument
from tecum.cli.packs.named import own, shipped
from tecum.errors import UsageError
from tecum.law import Pack, Packs, explain, read_packs
from tecum.law.cases import Checked, check_cases, coverage
from tecum.law.pack import pack_folder
from tecum.law.problem import Place, Problem, nearest_sentence
from tecum.law.review_checks import review_checks, two_packs
from tecum.law.reviews import Reviewed, ReviewStanding
from tecum.law.show import show_block
from tecum.law.signature import SIGNATURE_FILE, SignatureStanding
from tecum.law.syntax import parse_law, write_law
from tecum.office import load_office
from tecum.pack_notes import Keys, keys_of, load_signed, signature_of

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command()
def check(
    packs: list[str] | None = typer.Argument(
        None, help="Ids or folders; all shipped ones if none."
    ),
    quiet: bool = typer.Option(False, "--quiet", help="Errors only."),
    as_json: bool = typer.Option(False, "--json", help="Print the problems as JSON."),
    on: str | None = typer.Option(None, help="The day on which age is judged (YYYY-MM-DD)."),
) -> int:
    """Read packs to their end and tell everything that is wrong or open; 5 on errors."""
    day = day_argument(on, "--on") or clock.now().date()
    found: list[tuple[str, Problem]] = []
    sound: list[tuple[Pack, Packs]] = []
    for name in packs or shipped():
        loaded, problems = read_packs([name])
        mine = list(problems)
        if not any(problem.severity == "error" for problem in problems):
            folder = pack_folder(name)
            pack = next(pack for pack in loaded.packs if pack.folder == folder)
            sound.append((pack, loaded))
            mine += review_checks(pack, loaded, day)
            signature = signature_of(pack)
            if signature.standing is SignatureStanding.BAD:
                text = f"{signature}. Sign it again, or remove the file."
                mine.append(Problem(Place(SIGNATURE_FILE), "P101", text))
        found += [(name, problem) for problem in mine]
    if packs and len(sound) == len(packs) == 2:
        found.append((packs[1], two_packs(*sound)))
    errors = sum(problem.severity == "error" for _, problem in found)
    shown = [row for row in found if not quiet or row[1].severity == "error"]
    if as_json:
        print(json.dumps([_problem(name, problem) for name, problem in shown], ensure_ascii=False))
        return 5 if errors else 0
    several = len(packs or shipped()) > 1
    for name, problem in shown:
        where = f"{name}/" if several and not str(problem).startswith(f"{name}/") else ""
        severity = "" if problem.severity == "error" else f" ({problem.severity})"
        print(f"{where}{problem}{severity}")
    print(f"{errors} errors, {len(found) - errors} warnings and notices.")
    return 5 if errors else 0


def _problem(pack: str, problem: Problem) -> dict[str, object]:
    return {
        "pack": pack,
        "file": problem.place.file,
        "line": problem.place.line or None,
        "column": problem.place.column or None,
        "code": problem.code,
        "severity": problem.severity,
        "text": problem.text,
    }


@app.command()
def fmt(
    packs: list[str] | None = typer.Argument(
        None, help="Ids or folders; all shipped ones if none."
    ),
    check: bool = typer.Option(False, "--check", help="Change nothing; 5 if a file would change."),
) -> int:
    """Write law and order files in canonical form."""
    changed, wrong = [], 0
    for name in packs or shipped():
        folder = pack_folder(name)
        for path in sorted([*folder.glob("law/*.md"), *folder.glob("orders/*.md")]):
            text = path.read_bytes().decode("utf-8")
            shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            law, problems = parse_law(text, shown)
            for problem in problems:
                print(problem)
            wrong += len(problems)
            canonical = write_law(law)
            if problems or canonical == text:
                continue
            changed.append(shown)
            if not check:
                path.write_bytes(canonical.encode())
    for shown in changed:
        print(f"{shown} {'is not canonical' if check else 'written'}")
    return 5 if wrong or (check and changed) else 0


@app.command("test")
def run_cases(
    packs: list[str] | None = typer.Argument(
        None, help="Ids or folders; all shipped ones if none."
    ),
    show_coverage: bool = typer.Option(True, help="Say what no case shows."),
) -> int:
    """Decide every case of the packs; 5 if one differs from what its row expects."""
    differing = total = 0
    for name in packs or shipped():
        pack, loaded = own(name)
        checked = check_cases(pack, loaded)
        total += len(checked)
        for row in checked:
            if not row.holds:
                differing += 1
                _differs(row, loaded)
        if show_coverage and checked:
            for sentence in coverage(pack, loaded, checked).missing:
                print(f"{pack.id}: not covered: {sentence}")
    print(f"{total - differing} of {total} cases as expected.")
    return 5 if differing else 0


def _differs(row: Checked, packs: Packs) -> None:
    case = row.case
    print(f"{case.file}: {case.id}: expected {case.expect}, got {row.got}")
    print(explain(row.finding, packs))


@app.command()
def show(
    block: str = typer.Argument(
        ..., help="Id of a rule, order, duty, definition or clock; with --review, of a pack."
    ),
    packs: str | None = typer.Option(None, help="Packs to search; all shipped ones if not given."),
    on: str | None = typer.Option(None, help="Date of the act (YYYY-MM-DD)."),
    known_on: str | None = typer.Option(None, help="Only what was known by then (YYYY-MM-DD)."),
    review: bool = typer.Option(
        False, "--review", help="List a pack's blocks: reviewed, lapsed, unreviewed; signature."
    ),
    key: list[str] | None = typer.Option(
        None, help="A public key whose signature counts; may be repeated."
    ),
    office: Path | None = typer.Option(None, help="Office profile, whose pack_keys count."),
) -> None:
    """Show a provision, its versions, the orders on it, its review and its cases."""
    keys = keys_of(load_office(office) if office else None, key or ())
    if review:
        print("\n".join(_reviews(block, keys)))
        return
    named = [name.strip() for name in packs.split(",")] if packs else shipped()
    loaded = load_signed(named, None, keys)
    known = day_argument(known_on, "--known-on") or clock.now().date()
    day: date = day_argument(on, "--on") or known
    text = show_block(loaded, block, day, known)
    if text is None:
        every = [block.id for pack in loaded.packs for block in pack.blocks]
        near = nearest_sentence(block, every)
        raise UsageError(f'no block "{block}" in the loaded packs.{near}', code="packs.no-block")
    print(text, end="")


def _reviews(name: str, keys: Keys) -> Iterator[str]:
    """Every block of a pack by how its review stands, and the pack's signature."""
    folder = pack_folder(name)
    pack = next(pack for pack in read_packs([name])[0].packs if pack.folder == folder)
    yield f"{pack.id} {pack.sha256}"
    yield str(signature_of(pack, keys))
    yield f"{pack.reviewed_blocks} of {len(pack.blocks)} blocks are reviewed."
    for word in ReviewStanding:
        rows = [row for row in pack.standings if row.standing is word]
        if rows:
            yield f"\n{word.value}: {len(rows)}"
            yield from (f"  {_review_line(row)}" for row in rows)


def _review_line(row: Reviewed) -> str:
    if row.row is None:
        return f"{row.block.id}  {row.block.sha256[:16]}"
    said = ", ".join(text for text in (row.row.by, row.row.capacity) if text)
    day = f" on {row.row.on}" if row.row.on else ""
    lapsed = ", of an earlier text" if row.standing is ReviewStanding.LAPSED else ""
    note = f": {row.row.note}" if row.row.note else ""
    return f"{row.block.id}  {row.block.sha256[:16]}  by {said}{day}{lapsed}{note}"

"""``tecum packs sign``, ``key`` and ``review``: who stands for a pack, and for which block."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from tecum import clock
from tecum.cli.days import day_argument
from tecum.cli.packs.named import own
from tecum.errors import DataUnusable, UsageError
from tecum.law.pack import Pack, pack_folder, read_packs
from tecum.law.problem import nearest_sentence
from tecum.law.reviews import ReviewRow, write_reviews
from tecum.law.signature import SIGNATURE_FILE
from tecum.ledger.folder import replace_durably
from tecum.ledger.log import make_key
from tecum.ledger.note import is_key_name
from tecum.pack_notes import key_from, sign_pack

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command()
def key(
    name: str = typer.Argument(..., help="Name of the key, such as example.org/counsel."),
    file: Path = typer.Option(..., "--file", help="Where the private key goes; not there yet."),
) -> None:
    """Make a key for signing packs: the private one into a file, the public one printed."""
    if not is_key_name(name):
        raise UsageError(
            f'"{name}" cannot be the name of a key.',
            do="Use letters, digits, dots and slashes; no space and no plus sign.",
            code="packs.key-name",
        )
    if file.exists():
        raise UsageError(
            f"{file.name} is there already.",
            why="A key that is written over can never sign again.",
            do="Name another file.",
            code="packs.key-there",
        )
    made = make_key(name)
    _written(file, f"{made.private}\n".encode(), 0o600)
    print(made.key.vkey)


@app.command()
def sign(
    pack: str = typer.Argument(..., help="Folder or id of the pack."),
    key: Path = typer.Option(..., "--key", help="File that holds the private key."),
) -> None:
    """Sign the pack as it lies there: writes pack.sig beside its manifest."""
    loaded, problems = read_packs([pack])
    if any(problem.severity == "error" for problem in problems):
        raise DataUnusable(
            f'"{pack}" has errors and is not signed.',
            why="A signature says that the pack can be used as it stands.",
            do="See them with: tecum packs check",
            code="packs.sign-errors",
        )
    folder = pack_folder(pack)
    found = next(row for row in loaded.packs if row.folder == folder)
    signer = key_from(key)
    _written(folder / SIGNATURE_FILE, sign_pack(found, signer), 0o644)
    print(f"{found.id} {found.sha256}\nsigned by {signer.key.vkey}")


@app.command()
def review(
    pack: str = typer.Argument(..., help="Folder or id of the pack."),
    blocks: list[str] = typer.Argument(..., help="Ids of the blocks that were read."),
    by: str = typer.Option(..., "--by", help="Who reviewed, by name and office."),
    capacity: str = typer.Option(..., "--capacity", help="In what capacity, e.g. City Attorney."),
    on: str | None = typer.Option(None, "--on", help="The day (YYYY-MM-DD); default today."),
    note: str = typer.Option("", "--note", help="What the reviewer wants to be read with it."),
) -> None:
    """Record that somebody in office reviewed blocks; it counts while their text is unchanged."""
    for option, given in (("--by", by), ("--capacity", capacity)):
        if not given.strip():
            raise UsageError(f"{option} is empty.", code="packs.reviewer")
    day = day_argument(on, "--on") or clock.now().date()
    found, _ = own(pack)
    rows = [*found.reviews]
    made = [row for block in blocks for row in _rows(found, block, by, capacity, day, note.strip())]
    replaced = {(row.block, row.sha256, row.by) for row in made}
    rows = [row for row in rows if (row.block, row.sha256, row.by) not in replaced]
    _written(found.folder / "reviews.toml", write_reviews([*rows, *made]).encode(), 0o644)
    after, _ = own(pack)
    print(f"{after.id}: {after.reviewed_blocks} of {len(after.blocks)} blocks are reviewed.")


def _rows(pack: Pack, name: str, by: str, capacity: str, on: date, note: str) -> list[ReviewRow]:
    """A row for each version of a block, over its text as it stands."""
    found = [block for block in pack.blocks if block.id == name]
    if not found:
        near = nearest_sentence(name, [block.id for block in pack.blocks])
        raise UsageError(f'no block "{name}" in {pack.id}.{near}', code="packs.no-block")
    return [
        ReviewRow(
            block=block.id,
            sha256=block.sha256,
            by=by.strip(),
            capacity=capacity.strip(),
            on=on,
            note=note,
        )
        for block in found
    ]


def _written(path: Path, content: bytes, mode: int) -> None:
    try:
        replace_durably(path, content, mode)
    except OSError as error:
        raise UsageError(
            f"{path.name} cannot be written: {error.strerror}.",
            do="Work in a folder that you may write to.",
            code="file.unwritable",
        ) from error

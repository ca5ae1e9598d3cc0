"""``tecum log freeze``, ``continue``, ``key`` and ``recover``: the life of a log."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tecum.cli.files import read_bytes
from tecum.cli.log_open import in_folder, opened
from tecum.clock import now, parse_instant
from tecum.errors import UsageError
from tecum.ledger.recovery import recover as recover_log
from tecum.ledger.succession import (
    add_signer,
    continue_log,
    revoke_signer,
    rotate_signer,
)
from tecum.ledger.succession import freeze as freeze_log

__all__ = ["add_commands"]

_WHY = (
    "It works on entries, keys and configuration as one folder, and the entries of this log lie "
    "in a product's database."
)
Directory = Annotated[Path, typer.Argument(metavar="DIR", help="The log's folder.")]
Clock = Annotated[str, typer.Option(help="How good the clock is, e.g. 'ntp 50' (error in ms).")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to ``tecum log``."""
    app.command()(freeze)
    app.command("continue")(continue_)
    app.command()(key)
    app.command()(recover)


def freeze(
    directory: Directory,
    *,
    code: Annotated[str, typer.Option(help="yearly, rotation or size.")] = "yearly",
    clock: Clock = "unknown",
) -> None:
    """End a log: its last entry states its head, and it takes no further statements."""
    head = freeze_log(opened(directory), code, now(), clock)
    print(f"frozen at size {head.size}")
    print("Have the last head cosigned and dated: tecum log checkpoint DIR --witness --timestamp")


def continue_(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder of the log that ends.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="An empty folder.")],
    *,
    code: Annotated[str, typer.Option(help="yearly, rotation, size, key_compromise or rollback.")],
    signer: Annotated[
        list[str] | None, typer.Option(help="A further signer with a new key; repeatable.")
    ] = None,
    clock: Clock = "unknown",
) -> None:
    """Make the log that goes on in the place of another: a new key, the old head in entry 0."""
    in_folder(old, _WHY, "Freeze it where it must end; it is continued from a folder alone.")
    made = continue_log(old, new, code, now(), clock, roles=signer or ())
    print(f"origin {made.log.key.name}")
    print(f"vkey {made.log.key.vkey}")
    kind = "cosigned" if made.is_cosigned else "not cosigned by anybody"
    print(f"goes on from size {made.head.size}, {kind}")
    print("trust.policy in the new folder serves the receipts of both; hand it out.")


def key(
    directory: Directory,
    *,
    add: Annotated[str | None, typer.Option(help="Let <office domain>/<role> speak too.")] = None,
    rotate: Annotated[str | None, typer.Option(help="Give this role a new key.")] = None,
    revoke: Annotated[str | None, typer.Option(help="End this role's key.")] = None,
    code: Annotated[
        str, typer.Option(help="Of a revocation: superseded, role_ended or compromise.")
    ] = "role_ended",
    until: Annotated[
        str | None, typer.Option(help="Of a revocation: the instant until which the key was safe.")
    ] = None,
    clock: Clock = "unknown",
) -> None:
    """Add, rotate or revoke a signer's key, stated in the log and in trust.policy."""
    chosen = [one for one in (add, rotate, revoke) if one is not None]
    if len(chosen) != 1:
        raise UsageError("Name one of --add, --rotate and --revoke.", code="log.which")
    at = now()
    if add is not None:
        found = add_signer(directory, add, at, clock, opened=opened)
    elif rotate is not None:
        found = rotate_signer(directory, rotate, at, clock, opened=opened)
    else:
        end = parse_instant(until) if until else at
        found = revoke_signer(directory, chosen[0], code, at, clock, until=end, opened=opened)
    print(f"vkey {found.vkey}")
    print("trust.policy has changed; hand it out again.")


def recover(
    directory: Directory,
    *,
    entries: Annotated[
        Path | None, typer.Option(help="A newer copy of private/entries.sqlite.")
    ] = None,
    known: Annotated[
        list[str] | None,
        typer.Option(help="A head of this log that a witness, mirror or receipt holds."),
    ] = None,
) -> None:
    """Put back what is missing, prove it against every known head, make the journal again."""
    in_folder(
        directory, _WHY, "Restore the database itself; the product checks it against every head."
    )
    if entries is not None and not entries.is_file():
        raise UsageError(f'There is no file "{entries.name}".', code="log.entries")
    heads = {name: read_bytes(name) for name in known or []}
    head = recover_log(directory, entries=entries, heads=heads)
    print(f"the journal holds the head of size {head.size}; the entries hash to every known head")
    print("Ask the witnesses before anything is appended: tecum log checkpoint DIR --witness")

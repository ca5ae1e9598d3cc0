"""``tecum log cosign``, ``witness`` and ``checkpoint``: heads, and those who watch them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tecum.cli.files import read_bytes
from tecum.cli.log_open import opened
from tecum.clock import is_synchronised, now
from tecum.errors import UsageError, nearest
from tecum.ledger.config import LogConfig, Remote
from tecum.ledger.errors import Quarantined
from tecum.ledger.folder import replace_durably
from tecum.ledger.log import Log
from tecum.ledger.notices import state_clock, state_what_happened
from tecum.ledger.timestamp import Stamped, Stamper, require_stamped
from tecum.ledger.witness.client import Asked, Client, require_cosigned
from tecum.ledger.witness.endpoint import Witness
from tecum.ledger.witness.errors import WitnessRefused
from tecum.ledger.witness.own import own_witness, witness_key
from tecum.ledger.witness.server import WitnessServer
from tecum.ledger.witness.shown import take_shown

__all__ = ["add_commands"]

Directory = Annotated[Path, typer.Argument(metavar="DIR", help="The log's folder.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to ``tecum log``."""
    app.command()(checkpoint)
    app.command()(cosign)
    app.command()(witness)


def checkpoint(
    directory: Directory,
    *,
    ask_witnesses: Annotated[
        bool, typer.Option("--witness", help="Ask every configured witness; also the heartbeat.")
    ] = False,
    ask_authorities: Annotated[
        bool, typer.Option("--timestamp", help="Ask every configured time authority.")
    ] = False,
    when_due: Annotated[
        bool,
        typer.Option(
            help="Ask only where a new head, a heartbeat, a day or a renewal calls for it."
        ),
    ] = False,
    state: Annotated[
        bool,
        typer.Option(
            help="First state in the log how the clock is kept, once a day, and every quarantine, "
            "restore and fork that the evidence tells of."
        ),
    ] = False,
    request_for: Annotated[
        str | None,
        typer.Option(help="Write the request for this witness to -o, to be sent as a file."),
    ] = None,
    answer_from: Annotated[
        str | None, typer.Option(help="Take in the --answer of this witness to the --request.")
    ] = None,
    request: Annotated[Path | None, typer.Option(help="The request as it was sent.")] = None,
    answer: Annotated[Path | None, typer.Option(help="The answer that came.")] = None,
    out: Annotated[Path | None, typer.Option("-o", help="File for the request.")] = None,
) -> None:
    """Publish what waits and print the newest head; ask witnesses and time authorities."""
    log, config = opened(directory), LogConfig.read(directory)
    client = Client(log, config, directory, clock=now)
    if answer_from is not None:
        _take_answer(client, config, answer_from, request, answer)
    asked: list[Asked] = []
    if ask_witnesses and client.seen_by.claims():
        # What a witness said against us may be settled by now; only asking shows it.
        asked = client.ask()
    if state:
        _state(log, config, directory)
    newest = log.checkpoint()
    if request_for is not None:
        if out is None:
            raise UsageError("Name the request's file with -o.", code="log.request")
        replace_durably(out, client.request(_remote(config, request_for)).write())
    if ask_witnesses and (not when_due or client.is_due()):
        asked = client.ask()
    stamper = Stamper(log, config, clock=now)
    stamped: list[Stamped] = []
    if ask_authorities:
        stamped = [*stamper.ask(stamper.due() if when_due else None), *stamper.renew()]
    for name, code in [(one.name, one.code) for one in asked] + [
        (one.name, one.code) for one in stamped
    ]:
        print(f"{name} {code}", file=sys.stderr)
    for one in asked:
        if one.code in ("rollback.witness", "fork.root"):
            raise Quarantined(one.code, f"{one.name} has seen a head of size {one.size}")
    sys.stdout.write((log.files.read("checkpoint") or newest).decode())
    require_cosigned(asked)
    require_stamped(stamped)


def _state(log: Log, config: LogConfig, directory: Path) -> None:
    at, is_kept = now(), config.clock == "kept" or is_synchronised()
    found = state_what_happened(log, directory, at)
    clock = state_clock(log, directory, at, "synchronised" if is_kept else "unsynchronised")
    for one in [*found, *([clock] if clock else [])]:
        print(f"{one.index} {one.type} {one.code}".rstrip(), file=sys.stderr)


def cosign(
    directory: Directory,
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="The request's file, or -.")],
    out: Annotated[Path, typer.Option("-o", help="File for the answer.")],
) -> None:
    """Cosign another log's head that came as a file; the answer goes back as a file."""
    answer = _own(directory).add_checkpoint(read_bytes(request))
    if answer.status in (200, 409):
        replace_durably(out, answer.body)
        print(out)
    if answer.status != 200:
        size = int(answer.body) if answer.status == 409 else None
        raise WitnessRefused(answer.status, size, answer.body.decode().strip())


def witness(
    directory: Directory,
    *,
    address: Annotated[str, typer.Option(help="Host and port to listen at.")] = "127.0.0.1:8462",
    prefix: Annotated[str, typer.Option(help="Path before both addresses, e.g. /witness.")] = "",
    key: Annotated[bool, typer.Option("--key", help="Print the witness's key and end.")] = False,
    take: Annotated[
        list[str] | None,
        typer.Option(help="Keep and compare a head that came by another way, and end; repeatable."),
    ] = None,
) -> None:
    """Cosign the heads of listed logs over HTTP, behind a proxy with TLS."""
    config = LogConfig.read(directory)
    if take:
        log = opened(directory)
        for name in take:
            head = take_shown(directory, log, config, read_bytes(name)).head
            print(f"{name}: kept, size {head.size}")
        return
    own = witness_key(directory, config)
    print(f"vkey {own.key.vkey}")
    if key:
        return
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        raise UsageError(f'"{address}" is not of the form host:port.', code="log.address")
    server = WitnessServer((host.strip("[]"), int(port)), _own(directory), prefix=prefix)
    shown = f"[{host.strip('[]')}]" if ":" in host.strip("[]") else host
    print(f"listening at http://{shown}:{server.server_address[1]}{server.prefix}", flush=True)
    with server:
        server.serve_forever()


def _own(directory: Path) -> Witness:
    return own_witness(
        directory,
        clock=now,
        is_synchronised=is_synchronised,
        tell=lambda text: print(text, file=sys.stderr, flush=True),
    )


def _remote(config: LogConfig, name: str) -> Remote:
    found = [one for one in config.witnesses if name in (one.name, one.name.partition("/")[0])]
    if len(found) != 1:
        known = [one.name for one in config.witnesses]
        near = nearest(name, known)
        raise UsageError(
            f'"{name}" is not one of this log\'s witnesses.',
            do=f'Did you mean "{near}"?' if near else f"It has: {', '.join(known) or 'none'}.",
            code="log.witness",
        )
    return found[0]


def _take_answer(
    client: Client, config: LogConfig, name: str, request: Path | None, answer: Path | None
) -> None:
    if request is None or answer is None:
        raise UsageError(
            "Name the request that was sent and the answer that came.",
            do="Add --request FILE and --answer FILE.",
            code="log.request",
        )
    remote = _remote(config, name)
    asked = client.take_answer(remote, read_bytes(str(request)), read_bytes(str(answer)))
    if asked is None:
        print(f"{remote.name} asks from another size; write the request again", file=sys.stderr)
    elif asked.is_cosigned:
        print(f"{remote.name} {asked.code} {asked.size}", file=sys.stderr)
    else:
        raise WitnessRefused(0, asked.size, f"{remote.name}: {asked.code}")

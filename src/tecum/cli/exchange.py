"""``tecum exchange``: demands and answers as ``.tecum`` files, without a network."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tecum.cli.command import Group, run_typer
from tecum.cli.files import read_bytes
from tecum.cli.terminal import shown
from tecum.clock import now
from tecum.errors import TecumError, UsageError
from tecum.exchange.desk import Desk, decoded_docket
from tecum.exchange.intake import take_in
from tecum.exchange.sending import Remark, Sent, remark, send_answer, send_demand
from tecum.exchange.showing import write_receipts
from tecum.ledger.policy import Policy

__all__ = ["run"]

app = typer.Typer(
    cls=Group,
    help="Demands and answers as .tecum files between offices, without a network.",
    add_completion=False,
    rich_markup_mode=None,
)
Directory = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of our log.")]
Trust = Annotated[str | None, typer.Option("--policy", help="Our trust file of other offices.")]
Role = Annotated[str | None, typer.Option("--signer", help="Which of our roles speaks.")]
Clock = Annotated[str, typer.Option(help="How good the clock is, e.g. 'ntp 50' (error in ms).")]
Docket = Annotated[str | None, typer.Option(help="Our docket, as printed before.")]
Out = Annotated[str, typer.Option("-o", help="The .tecum file to write.")]
Code = Annotated[list[str] | None, typer.Option(help="A code of the type; repeatable.")]
Day = Annotated[str | None, typer.Option("--on", help="The date that is stated.")]
Kind = Annotated[str, typer.Option("--type", help="The statement's type, e.g. demand.opened.")]
Hash = Annotated[str, typer.Argument(metavar="HASH", help="The statement that it is about.")]
Attached = Annotated[
    str | None, typer.Option("--file", help="A document to commit to and to send along.")
]
Label = Annotated[str, typer.Option(help="Under which label the file is committed.")]
Text = Annotated[
    list[str] | None, typer.Option("--text", help="LABEL=TEXT to commit, e.g. scope=…; repeatable.")
]


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum exchange`` and give the exit status."""
    return run_typer(app, arguments)


@app.command()
def send(
    directory: Directory,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="The documents, in order.")],
    *,
    to: Annotated[str, typer.Option(help="The address, as it is used on the channel.")],
    answers: Annotated[
        str | None, typer.Option(help="The files answer the demand sent by this statement.")
    ] = None,
    items: Annotated[int | None, typer.Option(help="How many things a demand asks for.")] = None,
    pages: Annotated[int | None, typer.Option(help="Pages of an answer.")] = None,
    withheld: Annotated[int, typer.Option(help="Documents that an answer withholds.")] = 0,
    manifest: Annotated[str | None, typer.Option(help="The answer's package manifest.")] = None,
    stated: Annotated[
        str | None, typer.Option("--data", help="The demand as JSON, stated by us.")
    ] = None,
    docket: Docket = None,
    policy: Trust = None,
    signer: Role = None,
    clock: Clock = "unknown",
    out: Out = "message.tecum",
) -> None:
    """Fix a demand or an answer in the log and write the message that carries it."""
    desk = _desk(directory, policy, signer, clock)
    documents = [(Path(name).name, read_bytes(name)) for name in files]
    own = decoded_docket(docket) if docket else None
    if answers is None:
        data = read_bytes(stated) if stated else None
        made = send_demand(desk, documents, to, now(), docket=own, items=items, stated=data)
    else:
        if pages is None:
            raise UsageError("An answer states its pages: --pages N.", code="exchange.pages")
        package = read_bytes(manifest) if manifest else None
        made = send_answer(
            desk,
            documents,
            to,
            now(),
            about=_hash(answers),
            pages=pages,
            withheld=withheld,
            manifest=package,
            docket=own,
        )
    _print(made, out)
    print("Handed on is not received: the other side's reply says what came.", file=sys.stderr)


@app.command("take-in")
def take(
    directory: Directory,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=".tecum files, or -.")],
    *,
    policy: Trust = None,
    signer: Role = None,
    clock: Clock = "unknown",
    out: Annotated[
        str | None, typer.Option("-o", help="Folder for the replies; beside each file otherwise.")
    ] = None,
) -> int:
    """Check messages, keep them, and write the replies to their senders.

    Exit status: 0 taken in, 3 no message or its proofs fail, 5 disputed, quarantined or stopped.
    """
    desk = _desk(directory, policy, signer, clock)
    status = 0
    for name in files:
        try:
            status = max(status, _take_one(desk, name, out))
        except TecumError as error:
            print(shown(f"{Path(name).name}: {error.diagnostics()}"), file=sys.stderr)
            status = max(status, error.exit_status)
    return status


def _take_one(desk: Desk, name: str, out: str | None) -> int:
    found = take_in(read_bytes(name), desk, now())
    print(f"{found.outcome.value} {found.message_id}" + (" again" if found.is_repeat else ""))
    if found.reason is not None:
        print(f"reason {found.reason}")
    if found.docket is not None:
        print(f"docket {found.docket}")
    if found.statement is not None and found.reply is not None:
        folder = Path(out) if out else (Path() if name == "-" else Path(name).parent)
        path = folder / f"{found.statement.hash.hex()[:16]}-reply.tecum"
        _write(path, found.reply)
        print(f"statement {found.statement.hash.hex()}")
        print(f"reply {path}")
    return 0 if found.reason is None else 5


@app.command()
def reply(
    directory: Directory,
    about: Hash,
    *,
    kind: Kind,
    code: Code = None,
    grade: Annotated[str | None, typer.Option(help="Which grade of delivery is meant.")] = None,
    on: Day = None,
    checked: Annotated[int | None, typer.Option(help="How many places were searched.")] = None,
    file: Attached = None,
    label: Label = "content",
    text: Text = None,
    docket: Docket = None,
    policy: Trust = None,
    signer: Role = None,
    clock: Clock = "unknown",
    out: Out = "reply.tecum",
) -> None:
    """State something about the other side's statement: opened, acknowledged, disputed …"""
    desk = _desk(directory, policy, signer, clock)
    said = Remark(
        kind,
        _hash(about),
        tuple(code or ()),
        grade,
        _day(on),
        counts=None if checked is None else {"checked": checked},
        documents=_attached(file),
        label=label,
        texts=_texts(text),
    )
    own = decoded_docket(docket) if docket else None
    _print(remark(desk, said, now(), docket=own), out)


@app.command()
def record(
    directory: Directory,
    about: Hash,
    *,
    kind: Kind,
    code: Code = None,
    on: Day = None,
    channel: Annotated[str | None, typer.Option(help="By which channel it had gone.")] = None,
    file: Attached = None,
    label: Label = "notice",
    text: Text = None,
    policy: Trust = None,
    signer: Role = None,
    clock: Clock = "unknown",
    out: Out = "record.tecum",
) -> None:
    """State what became of something we sent: relayed, failed, expired, withdrawn …"""
    desk = _desk(directory, policy, signer, clock)
    said = Remark(
        kind,
        _hash(about),
        tuple(code or ()),
        None,
        _day(on),
        channel,
        documents=_attached(file),
        label=label,
        texts=_texts(text),
    )
    _print(remark(desk, said, now()), out)


@app.command()
def receipts(
    directory: Directory,
    docket: Annotated[str, typer.Argument(metavar="DOCKET", help="Our docket.")],
    *,
    opened: Annotated[
        list[str] | None, typer.Option("--open", help="A label to disclose; repeatable.")
    ] = None,
    policy: Trust = None,
    signer: Role = None,
    out: Annotated[str, typer.Option("-o", help="Folder: ours/ and theirs/ are made in it.")],
) -> None:
    """Write every receipt of a docket, ours and those of others, for: tecum dispute."""
    desk = _desk(directory, policy, signer, "unknown")
    ours, theirs = write_receipts(desk, decoded_docket(docket), Path(out), opened or [])
    print(f"{ours} of ours, {theirs} of others")
    if opened:
        print("What is opened here cannot be taken back once it leaves.", file=sys.stderr)


@app.command()
def resume(
    directory: Directory,
    office: Annotated[str, typer.Argument(help="The office's domain, as its key names begin.")],
    *,
    signer: Role = None,
) -> None:
    """Go on with an office with which exchange rests, after a person has looked."""
    rested = _desk(directory, None, signer, "unknown").resume(office)
    print("Exchange goes on." if rested else "Exchange with this office was not resting.")


def _desk(directory: Path, policy: str | None, signer: str | None, clock: str) -> Desk:
    trusted = Policy.parse(read_bytes(policy or str(directory / "trust.policy")))
    return Desk.open(directory, trusted, role=signer, clock=clock)


def _print(made: Sent, out: str) -> None:
    path = Path(out)
    _write(path, made.message)
    print(f"docket {made.docket}")
    print(f"statement {made.statement.hash.hex()}")
    print(f"message {path}")


def _write(path: Path, raw: bytes) -> None:
    try:
        path.write_bytes(raw)
    except OSError as error:
        raise UsageError(
            f'"{path.name}" cannot be written: {error.strerror}.',
            do="Name a file in a folder that exists and that you may write to.",
            code="file.unwritable",
        ) from error


def _attached(name: str | None) -> list[tuple[str, bytes]]:
    return [] if name is None else [(Path(name).name, read_bytes(name))]


def _texts(rows: Sequence[str] | None) -> dict[str, str]:
    pairs = [row.partition("=") for row in rows or ()]
    if not all(equals for _, equals, _ in pairs):
        raise UsageError("Write --text as LABEL=TEXT.", code="exchange.text")
    return {label: text for label, _, text in pairs}


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise UsageError("A date is written YYYY-MM-DD.", code="exchange.date") from None


def _hash(text: str) -> bytes:
    try:
        if len(raw := bytes.fromhex(text)) == 32:
            return raw
    except ValueError:
        pass
    raise UsageError("A statement hash is 64 hex digits.", code="exchange.hash")

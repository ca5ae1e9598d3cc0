"""``tecum log``: the log as files, usable without the product."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tecum.cli import log_life, log_witness
from tecum.cli.command import Group, run_typer
from tecum.cli.files import read_bytes
from tecum.cli.log_open import in_folder, opened
from tecum.clock import now
from tecum.errors import UsageError
from tecum.ledger import sigsum
from tecum.ledger.commitment import Opening
from tecum.ledger.config import LogConfig
from tecum.ledger.drafts import OfficeVault, sign_draft
from tecum.ledger.errors import Quarantined
from tecum.ledger.export import docket_name, evidence_bundle, export_tiles
from tecum.ledger.handing import receipt_name
from tecum.ledger.log import Log
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.signing import SigningKey
from tecum.ledger.statement import Statement, statement_hash
from tecum.ledger.vocabulary import TYPES
from tecum.ledger.witness.now import WitnessesNow, witnesses_at

__all__ = ["run"]

app = typer.Typer(
    cls=Group,
    help="The log as files, usable without the product.",
    add_completion=False,
    rich_markup_mode=None,
)
Directory = Annotated[Path, typer.Argument(metavar="DIR", help="The log's folder.")]
Hash = Annotated[str | None, typer.Option("--statement", help="Statement hash in hex.")]
Index = Annotated[int | None, typer.Option(help="Or the entry's index.")]


def run(arguments: Sequence[str]) -> int:
    """Run ``tecum log`` and give the exit status."""
    return run_typer(app, arguments)


@app.command()
def init(
    directory: Directory,
    name: Annotated[str, typer.Option(help="The office's name for people.")],
    signer: Annotated[
        list[str], typer.Option(help="A signer's key name, <office domain>/<role>; repeatable.")
    ],
    clock: Annotated[
        str, typer.Option(help="How good the clock is, e.g. 'ntp 50' (error in ms).")
    ] = "unknown",
) -> None:
    """Make a log in an empty folder: keys, configuration, entry 0, first head."""
    log = Log.create(directory, name, signer, at=now(), clock=clock)
    print(f"origin {log.key.name}")
    print(f"vkey {log.key.vkey}")
    print("The trust file to hand out is trust.policy; hand it out on paper or in person.")


@app.command()
def append(
    directory: Directory,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Draft or statement, or -.")],
    signer: Annotated[
        str | None, typer.Option(help="Key name or role that signs the drafts.")
    ] = None,
) -> None:
    """Sign drafts (key value lines) or take signed statements; one line an entry."""
    log = opened(directory)
    for name in files:
        raw = read_bytes(name)
        if not raw.startswith(b"tecum.statement/"):
            key = _signer(log, signer, raw)
            raw = sign_draft(
                raw.decode("utf-8", "replace"),
                log,
                now(),
                key,
                lambda: OfficeVault.of(directory),
            )
        index = log.append([raw])[0]
        digest = statement_hash(raw).hex()
        print(f"{index} {digest} {digest[:16]}.tlog-proof")


@app.command()
def prove(
    directory: Directory,
    *,
    statement: Hash = None,
    index: Index = None,
    labels: Annotated[
        list[str] | None, typer.Option("--open", help="A label to disclose; repeatable.")
    ] = None,
    size: Annotated[int | None, typer.Option(help="Under the head of this size.")] = None,
    out: Annotated[str | None, typer.Option("-o", help="File to write, or -.")] = None,
) -> None:
    """Write a receipt: newest suitable heads, only the openings named."""
    log = opened(directory)
    digest = _hash(log, statement, index)
    openings = _openings(directory, digest, labels) if labels else []
    raw = log.prove(digest, openings, size=size)
    if labels:
        print("What is opened here cannot be taken back once it leaves.", file=sys.stderr)
    _write(raw, out or receipt_name(Receipt.parse(raw)))


@app.command()
def audit(
    directory: Directory,
    known: Annotated[
        list[str] | None, typer.Option(help="A head of this log that others kept; repeatable.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> int:
    """Hash everything again, compare with every kept head, name what is damaged."""
    heads = {name: read_bytes(name) for name in known or []}
    config = LogConfig.read(directory)
    witnesses = [one.key for one in config.witnesses]
    report = opened(directory).audit(heads, witnesses=witnesses, authorities=config.pins)
    if as_json:
        print(
            json.dumps(
                {
                    "entries": report.entries,
                    "size": report.size,
                    "root": report.root.hex(),
                    "heads": report.heads,
                    "findings": [finding._asdict() for finding in report.findings],
                }
            )
        )
    else:
        for finding in report.findings:
            print(f"{finding.code}: {finding.where}")
        print(
            f"{report.entries} entries, head of size {report.size}, {report.heads} heads compared, "
            f"{len(report.findings)} findings"
        )
    return 0 if report.is_clean else 5


@app.command()
def status(
    directory: Directory,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> int:
    """Say what the log holds, whether it may sign, and how far its witnesses have followed it."""
    log, config = opened(directory), LogConfig.read(directory)
    found = witnesses_at(log, config, directory, now())
    reason = ""
    try:
        log.check()
    except Quarantined as error:
        reason = error.code
    if as_json:
        print(json.dumps(_status(log, config, found, reason)))
        return 5 if reason else 0
    size = found.size if found.size is not None else 0
    print(f"origin {log.key.name}")
    print(f"entries {log.store.size()}, under the newest head {size}; kept in: {config.store}")
    print(f"may not sign: {reason}" if reason else "may sign" if not log.is_frozen else "has ended")
    for one in found.witnesses:
        last = one.last_at.isoformat() if one.last_at else "never"
        state = one.claim or ("silent" if one.is_silent else "")
        print(f"{one.name}: size {one.size or 0}, last {last} {state}".rstrip())
    return 5 if reason else 0


def _status(log: Log, config: LogConfig, found: WitnessesNow, reason: str) -> dict[str, object]:
    return {
        "origin": log.key.name,
        "entries": log.store.size(),
        "size": found.size,
        "store": config.store,
        "may_sign": not reason and not log.is_frozen,
        "reason": reason or None,
        "witnesses": [
            {
                "name": one.name,
                "size": one.size,
                "has_newest": one.has_newest,
                "last_at": one.last_at and one.last_at.isoformat(),
                "is_silent": one.is_silent,
                "claim": one.claim or None,
            }
            for one in found.witnesses
        ],
    }


@app.command()
def export(
    directory: Directory,
    *,
    tiles: Annotated[
        Path | None, typer.Option(help="Copy the public folder here, e.g. for a mirror.")
    ] = None,
    entries: Annotated[
        bool, typer.Option(help="With --tiles: whether the bundles of entries go too.")
    ] = True,
    version: Annotated[
        int | None, typer.Option("--sigsum", min=1, max=2, help="Version of a Sigsum proof.")
    ] = None,
    evidence: Annotated[
        str | None, typer.Option(help="Everything about this docket as one file at -o.")
    ] = None,
    labels: Annotated[
        list[str] | None,
        typer.Option("--open", help="With --evidence: a label to disclose; repeatable."),
    ] = None,
    policy: Annotated[Path | None, typer.Option(help="Trust file that names witnesses.")] = None,
    statement: Hash = None,
    index: Index = None,
    out: Annotated[
        str | None, typer.Option("-o", help="Proof to write; .pub and .policy beside it.")
    ] = None,
) -> None:
    """Write the public folder, one entry as a Sigsum proof, or a docket's evidence."""
    if [tiles, version, evidence].count(None) != 2:
        raise UsageError("Name one of --tiles, --sigsum and --evidence.", code="log.which")
    log = opened(directory)
    if tiles is not None:
        head = export_tiles(log, directory / "public", tiles, entries=entries)
        print(f"{tiles} holds the head of size {head.size}")
    elif evidence is not None:
        _write(_bundle(log, directory, docket_name(evidence), labels or []), out or "evidence.zip")
    else:
        digest = _hash(log, statement, index)
        trusted = Policy.parse((policy or directory / "trust.policy").read_bytes())
        _write_sigsum(log, digest, trusted, version or 2, out or "statement.proof")


def _bundle(log: Log, directory: Path, docket: str, labels: list[str]) -> bytes:
    def openings(digest: bytes) -> list[Opening]:
        row = next(log.store.rows(log.find(digest), log.find(digest) + 1))
        wanted = [label for label in labels if label in Statement.parse(row.statement).commits]
        return _openings(directory, digest, wanted) if wanted else []

    if labels:
        print("What is opened here cannot be taken back once it leaves.", file=sys.stderr)
    return evidence_bundle(log, docket, openings=openings, evidence=directory / "evidence")


def _openings(directory: Path, digest: bytes, labels: list[str]) -> list[Opening]:
    folder = in_folder(
        directory,
        "The product keeps what opens its commitments in its database, for those who may see it.",
        "Take the receipt with openings on the product's page of receipts.",
    )
    return OfficeVault.of(folder).openings(digest, labels)


def _write_sigsum(log: Log, digest: bytes, trusted: Policy, version: int, out: str) -> None:
    receipt = Receipt.parse(log.prove(digest))
    line = receipt.statement.first
    signer = {**log.retired, **log.signers}[line.name, line.id]
    _write(sigsum.proof(receipt, trusted, version).encode(), out)
    _write(sigsum.submitter(signer).encode(), f"{out}.pub")
    _write(sigsum.policy_text(trusted).encode(), f"{out}.policy")
    _write(receipt.statement.raw, f"{out}.statement")


log_witness.add_commands(app)
log_life.add_commands(app)


def _signer(log: Log, name: str | None, raw: bytes) -> SigningKey:
    """The key that signs a draft: the one named, else the only one that can be meant."""
    keys = list(log.keys.values())
    kind = raw.partition(b"type ")[2].partition(b"\n")[0].decode("utf-8", "replace")
    if name is not None:
        keys = [key for key in keys if name in (key.name, key.name.rpartition("/")[2])]
    elif kind in TYPES and TYPES[kind].governance:
        keys = [key for key in keys if key.name.endswith("/operator")] or keys
    else:
        keys = [key for key in keys if not key.name.endswith("/operator")] or keys
    if len(keys) != 1:
        known = ", ".join(key.name for key in log.keys.values())
        raise UsageError(
            "Which key signs this draft is not clear.",
            do=f"Name it with --signer; this log has: {known}.",
            code="log.signer",
        )
    return keys[0]


def _hash(log: Log, statement: str | None, index: int | None) -> bytes:
    if (statement is None) == (index is None):
        raise UsageError("Name the entry by --statement or by --index.", code="log.which")
    if index is not None:
        row = next(log.store.rows(index, index + 1), None) if index >= 0 else None
        if row is None:
            raise UsageError(f"The log has no entry {index}.", code="log.index")
        return row.statement_hash
    try:
        return bytes.fromhex(statement or "")
    except ValueError:
        raise UsageError("A statement hash is 64 hex digits.", code="log.hash") from None


def _write(raw: bytes, name: str) -> None:
    if name == "-":
        sys.stdout.buffer.write(raw)
        return
    Path(name).write_bytes(raw)
    print(name)

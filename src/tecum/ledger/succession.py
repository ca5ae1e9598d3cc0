"""The end of a log and what goes on in its place; signers that come, change and go.

A log's key never changes: its name is made from it. A new key is a new log, whose first entry
names the last cosigned head of the old one. Dockets go on: their numbers simply continue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tecum.errors import UsageError
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.config import LogConfig, put_setting, with_lists
from tecum.ledger.encodings import instant_text, to_base64
from tecum.ledger.errors import BadSignature, Malformed, Quarantined
from tecum.ledger.folder import Folder, replace_durably
from tecum.ledger.founding import (
    key_file,
    lay_out,
    make_key,
    make_signers,
    new_log_key,
    operator_of,
    require_empty,
)
from tecum.ledger.heads import Heads
from tecum.ledger.log import Log, private_keys
from tecum.ledger.note import ED25519, Key, Note
from tecum.ledger.notices import state_what_happened
from tecum.ledger.policy import Policy
from tecum.ledger.signing import SigningKey, draft, sign
from tecum.ledger.statement import Statement
from tecum.ledger.store import ANY, EVERY, SqliteStore
from tecum.ledger.vocabulary import TYPES
from tecum.ledger.witness.claims import SeenBy
from tecum.worded import worded as _

__all__ = ["Continued", "add_signer", "continue_log", "freeze", "revoke_signer", "rotate_signer"]

ENDINGS = tuple(sorted(TYPES["log.frozen"].codes))
REVOCATIONS = tuple(sorted(TYPES["key.revoked"].codes))
OVERLAP = timedelta(days=1)
"""How long the last statements of a key that ends in good order may take to be cosigned."""
_BROKEN = ("rollback", "key_compromise")
Opens = Callable[[Path], Log]


@dataclass(frozen=True)
class Continued:
    """What a new log goes on from."""

    log: Log
    head: Checkpoint
    is_cosigned: bool


def freeze(log: Log, code: str, at: datetime, clock: str) -> Checkpoint:
    """End a log: its last entry states its head; it takes no further statements.

    Raises:
        UsageError: the code is not one of the endings, or the log has ended already.
        Quarantined: the log may not sign.
    """
    _require_code(code, ENDINGS)
    if log.is_frozen:
        raise UsageError(_("The log has ended already."), code="log.frozen")
    head = Checkpoint.parse(Note.parse(log.checkpoint()).text)
    text = draft("log.frozen", log.key.hash, at, clock, code=code, head=[_shown(head)])
    log.append([sign(text, operator_of(log.keys.values()))])
    found = log.head
    assert found is not None
    return found


def continue_log(
    old: Path, new: Path, code: str, at: datetime, clock: str, *, roles: Sequence[str] = ()
) -> Continued:
    """Make the log that goes on in the place of another one.

    Where the old log ends in good order and its key is there it is frozen first. Signers,
    witnesses and authorities are taken over; so is where each docket ended. The office's own
    witness stays with the old folder: its key must never be used beside another record of
    what it has seen.

    Args:
        roles: Further signers, with new keys.

    Raises:
        UsageError: the code is not one of the endings, or the new folder is not empty.
        Quarantined: the old log may not sign, and the code does not say so.
    """
    _require_code(code, ENDINGS)
    require_empty(new)
    config = LogConfig.read(old)
    if config.ended:
        raise UsageError(_("Another log goes on in its place already."), code="log.frozen")
    if code not in _BROKEN:
        _freeze_if_it_can(old, code, at, clock)
    key = _public_key(old, config)
    head, is_cosigned = _last_head(Heads(Folder(old / "public")), key, config, old)
    kept = [one for one in private_keys(old) if one.key in config.signers]
    signers = [*kept, *(make_signers(roles) if roles else [])]
    if not signers:
        raise UsageError(
            _("No private key of a signer is left."),
            do=_("Name new ones with --signer <office domain>/<role>."),
            code="log.role",
        )
    log_key, vkeys = new_log_key(), [one.key.vkey for one in signers]
    lay_out(
        new,
        log_key,
        signers,
        _config_of(old, log_key.name, vkeys),
        _trusting_both(old, config, log_key.key, signers[len(kept) :]),
    )
    successor = Log.open(new)
    with closing(SqliteStore(old / "private" / "entries.sqlite")) as store:
        successor.store.carry([(EVERY, *ANY)] if code == "rollback" else store.lasts())
    entry = draft(
        "log.continued", successor.key.hash, at, clock, code=code, head=[_shown(head)], key=vkeys
    )
    successor.append([sign(entry, operator_of(signers))])
    state_what_happened(successor, new, at, clock, told=old / "evidence")
    put_setting(old, "ended", log_key.name)
    return Continued(successor, head, is_cosigned)


def _freeze_if_it_can(old: Path, code: str, at: datetime, clock: str) -> None:
    """Freeze the old log, unless it has ended already or its key is lost."""
    try:
        log = Log.open(old)
    except UsageError:
        return
    if not log.is_frozen:
        freeze(log, code, at, clock)


def _public_key(old: Path, config: LogConfig) -> Key:
    """The old log's public key, from the trust file where its private key is lost."""
    for one in private_keys(old):
        if one.name == config.origin:
            return one.key
    key = Policy.parse((old / "trust.policy").read_bytes()).logs.get(config.origin)
    if key is None:
        raise Quarantined("key.mismatch", _("the old log's key is in no file of its folder"))
    return key


def _config_of(old: Path, origin: str, vkeys: Sequence[str]) -> str:
    """The old log's configuration under the new origin, with those who speak from now on."""
    text = (old / "log.toml").read_text("utf-8")
    text = re.sub(r'(?m)^origin *= *"[^"]*"', f'origin = "{origin}"', text, count=1)
    return with_lists(text, {"signers": vkeys, "retired": ()})


def add_signer(
    directory: Path, name: str, at: datetime, clock: str, *, opened: Opens = Log.open
) -> Key:
    """Let a new role speak in a log; the operator states its key.

    Args:
        opened: Opens the log of a folder whose entries may lie elsewhere.

    Raises:
        UsageError: code ``log.signer``; it speaks in the log already.
    """
    log, config = opened(directory), LogConfig.read(directory)
    if any(key.name == name for key in config.signers):
        raise UsageError(_("This signer speaks in the log already."), code="log.signer")
    new = _kept_key(directory, config, name)
    text = draft("key.added", log.key.hash, at, clock, key=[new.key.vkey])
    _append_once(log, "key.added", new.key, [sign(text, operator_of(log.keys.values()))])
    config.with_signers(directory, [*config.signers, new.key], list(config.retired))
    _trust(directory, [(new.key, f"from {instant_text(at)}")], [])
    return new.key


def rotate_signer(
    directory: Path, name: str, at: datetime, clock: str, *, opened: Opens = Log.open
) -> Key:
    """Give a role a new key: stated by both, the old one makes no new statements.

    Broken off at any point, it is taken up where it stopped when called again.
    """
    log, config = opened(directory), LogConfig.read(directory)
    old = _signer(log, name)
    new = _kept_key(directory, config, old.name)
    text = draft("key.rotated", log.key.hash, at, clock, key=[new.key.vkey])
    _append_once(log, "key.rotated", new.key, [sign(text, old, new)])
    signers = [key for key in config.signers if key != old.key]
    config.with_signers(directory, [*signers, new.key], [*config.retired, old.key])
    since, until = instant_text(at), instant_text(at + OVERLAP)
    _trust(directory, [(new.key, f"from {since}")], [(old.key, until)])
    return new.key


def revoke_signer(
    directory: Path,
    name: str,
    code: str,
    at: datetime,
    clock: str,
    *,
    until: datetime,
    opened: Opens = Log.open,
) -> Key:
    """End a role's key; what it signed before ``until`` still counts, as far as it is dated.

    Args:
        until: With code ``compromise``, when the key was last safe.
    """
    _require_code(code, REVOCATIONS)
    log, config = opened(directory), LogConfig.read(directory)
    old = _signer(log, name)
    others = [one for one in log.keys.values() if one is not old]
    if not others:
        raise UsageError(
            _("The only signer of a log cannot be revoked."),
            do=_("Add another first: tecum log key DIR --add NAME."),
            code="log.signer",
        )
    text = draft("key.revoked", log.key.hash, at, clock, code=code, key=[old.key.vkey])
    _append_once(log, "key.revoked", old.key, [sign(text, operator_of(others))])
    signers = [key for key in config.signers if key != old.key]
    config.with_signers(directory, signers, [*config.retired, old.key])
    _trust(directory, [], [(old.key, instant_text(until))])
    return old.key


def _require_code(code: str, known: Sequence[str]) -> None:
    if code not in known:
        raise UsageError(
            _('"{word}" is none of: {listed}.', word=code, listed=", ".join(known)), code="log.code"
        )


def _shown(head: Checkpoint) -> str:
    return f"{head.origin} {head.size} {to_base64(head.root)}"


def _last_head(
    heads: Heads, key: Key, config: LogConfig, directory: Path
) -> tuple[Checkpoint, bool]:
    """The largest head that a witness has cosigned or shown; else the largest that is kept."""
    witnesses = [one.key for one in config.witnesses]
    found = []
    for size in heads.cosigned_sizes():
        try:
            note = heads.note(size, newest=True)
            signed = SignedCheckpoint.verify(note, key, witnesses)
        except (LookupError, Malformed, BadSignature):
            continue
        if signed.cosignatures or not witnesses:
            found.append(signed.head)
    for _name, seen in SeenBy(directory / "private" / "witnesses").claims():
        try:
            shown = SignedCheckpoint.verify(Note.parse(seen.head.encode()), key)
        except (Malformed, BadSignature):
            continue
        found.append(shown.head)
    if found:
        return max(found, key=lambda head: head.size), True
    largest = heads.largest()
    if largest is None:
        raise Quarantined("journal.lost", _("no head of the old log is kept anywhere"))
    return largest, False


def _signer(log: Log, name: str) -> SigningKey:
    found = [one for one in log.keys.values() if name in (one.name, one.name.rpartition("/")[2])]
    if len(found) != 1:
        known = ", ".join(one.name for one in log.keys.values())
        raise UsageError(
            _("Which signer is meant is not clear."),
            do=_("This log has: {listed}.", listed=known),
            code="log.signer",
        )
    return found[0]


def _kept_key(directory: Path, config: LogConfig, name: str) -> SigningKey:
    """A new key for a name; one that was made before and not enrolled yet is taken up again."""
    keys = directory / "private" / "keys"
    enrolled = {key.public for key in (*config.signers, *config.retired)}
    for path in sorted(keys.glob("*.key")):
        try:
            one = SigningKey.parse(path.read_text("utf-8"))
        except Malformed:
            continue
        if one.name == name and one.type == ED25519 and one.key.public not in enrolled:
            return one
    new = make_key(name)
    mark = f".{new.key.id.hex()}"
    replace_durably(key_file(keys, new, mark=mark), f"{new.private}\n".encode(), 0o600)
    return new


def _append_once(log: Log, kind: str, key: Key, statements: list[bytes]) -> None:
    """Append a statement about a key unless the log holds one of this kind about it already."""
    for row in log.store.rows(0, log.store.size()):
        if f"\nkey {key.vkey}\n".encode() in row.statement:
            statement = Statement.parse(row.statement)
            if statement.type == kind and key.vkey in statement.lines["key"]:
                log.checkpoint()
                return
    log.append(statements)


def _trust(
    directory: Path, added: Iterable[tuple[Key, str]], ended: Iterable[tuple[Key, str]]
) -> None:
    """Put the periods of keys into the trust file that is handed out."""
    path = directory / "trust.policy"
    rows = path.read_text("utf-8").splitlines()
    for key, period in ended:
        start = f"#tecum signer {key.vkey}"
        rows = [_ended(row, period) if row.startswith(start) else row for row in rows]
    for key, period in added:
        if not any(key.vkey in row for row in rows):
            rows.append(f"#tecum signer {key.vkey} {period}")
    text = "\n".join(rows) + "\n"
    Policy.parse(text.encode())
    replace_durably(path, text.encode())


def _ended(row: str, until: str) -> str:
    """A signer's line with the end of its time; a time cannot end before it began."""
    if " until " in row:
        return row
    since = row.partition(" from ")[2]
    return f"{row} until {max(until, since)}"


def _trusting_both(old: Path, config: LogConfig, new: Key, added: Sequence[SigningKey]) -> str:
    """The old log's trust file with the new log in it: one file for the receipts of both."""
    rows = (old / "trust.policy").read_text("utf-8").splitlines()
    at = max((n for n, row in enumerate(rows) if row.startswith("log ")), default=-1) + 1
    rows.insert(at, f"log {new.vkey}")
    rows.append(f"#tecum name {new.name} {config.name or 'unnamed'}")
    rows += [f"#tecum signer {one.key.vkey}" for one in added]
    text = "\n".join(rows) + "\n"
    Policy.parse(text.encode())
    return text

"""The office's log: made with the office, always in its folder.

A process opens it once, and again when log.toml changes: the commands that add, rotate or revoke a
key, or name a witness, end with a new log.toml in the place of the old.
"""

from __future__ import annotations

import re
import secrets
import shutil
import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection

from tecum.clock import now
from tecum.errors import DataUnusable
from tecum.ledger.log import Log, Parts
from tecum.ledger.signing import SigningKey
from tecum.web.home import fsync_folder
from tecum.web.ledger.adopt import adopt
from tecum.worded import worded as _
from tecum.words import Role

__all__ = ["ROLE_OF", "create_log", "forget_log", "has_log", "open_log", "signer_for"]

ROLE_OF: dict[Role, str] = {
    Role.CLERK: "intake",
    Role.SYSTEM: "intake",
    Role.COUNTERPART: "intake",
    Role.COUNSEL: "counsel",
    Role.LEAD: "counsel",
    Role.CUSTODIAN: "custodian",
    Role.ISSUING_OFFICER: "dispatch",
    Role.OPERATOR: "operator",
    Role.POLICY_AUTHOR: "intake",
}
"""Whose key signs the statement of an act (LEDGER 5): a role, never a person's name."""

_CONNECTION = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "service")
_lock = threading.Lock()
_open: dict[str, tuple[tuple[int, ...], Log]] = {}


def create_log(office_name: str, domain: str | None) -> Log:
    """Make the office's log, whole or not at all.

    Args:
        office_name: The name for people.
        domain: The office's own mail domain, where it has stated one.
    """
    home = settings.HOME
    if not has_log():
        prefix = domain or f"{_slug(office_name)}.local"
        beside = home.root / f".log.{secrets.token_hex(8)}"
        names = [f"{prefix}/{role}" for role in sorted(set(ROLE_OF.values()))]
        try:
            Log.create(beside, office_name, names, at=now(), clock="unknown", parts=_parts())
            fsync_folder(beside)
            beside.rename(home.log)
            fsync_folder(home.root)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return open_log()


def has_log() -> bool:
    """Whether the office has its log."""
    return (settings.HOME.log / "log.toml").exists()


def open_log() -> Log:
    """The office's log, with the keys and witnesses that log.toml names now.

    Raises:
        UsageError: there is none yet, or its folder is damaged.
    """
    folder = settings.HOME.log
    with _lock:
        version = _version_of(folder)
        held = _open.get(str(folder))
        if held is not None and held[0] == version:
            return held[1]
        parts = _parts()
        if parts is not None:
            adopt(folder, parts)
            version = _version_of(folder)
        log = Log.open(folder, parts=parts)
        _open[str(folder)] = (version, log)
        return log


def _version_of(folder: Path) -> tuple[int, ...]:
    """Tells one log.toml from the next: a command puts a new file in the place of the old."""
    try:
        found = (folder / "log.toml").stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


def forget_log() -> None:
    """Close the log in this process; the next use opens it again."""
    with _lock:
        _open.clear()


def signer_for(role: Role) -> SigningKey:
    """The key that signs statements of acts in this role.

    Raises:
        DataUnusable: its key was revoked, and none was added in its place.
    """
    ending = f"/{ROLE_OF[role]}"
    for (name, _id), key in open_log().keys.items():
        if name.endswith(ending):
            return key
    raise DataUnusable(
        _('The log has no key for "{signer}".', signer=ROLE_OF[role]),
        why=_("What is recorded in this role could not be signed, and would have no receipt."),
        do=_("Add one: tecum log key DIR --add <office domain>/{signer}", signer=ROLE_OF[role]),
        code="log.no-key",
    )


def _parts() -> Callable[[str], Parts] | None:
    """On PostgreSQL, the tables that hold entries and journal; elsewhere the log's folder does."""
    if connection.vendor != "postgresql":
        return None
    import psycopg

    from tecum.web.ledger.store import postgres_parts

    words = connection.get_connection_params()
    known = {key: value for key, value in words.items() if key in _CONNECTION}
    return postgres_parts(lambda: psycopg.connect(**known))


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "office"

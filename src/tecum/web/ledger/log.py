"""The office's log: made with the office, opened once a process, always in its folder."""

from __future__ import annotations

import re
import secrets
import shutil
import threading
import unicodedata
from collections.abc import Callable

from django.conf import settings
from django.db import connection

from tecum.clock import now
from tecum.ledger.log import Log, Parts
from tecum.ledger.signing import SigningKey
from tecum.web.home import fsync_folder
from tecum.web.ledger.adopt import adopt
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
_open: dict[str, Log] = {}


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
    """The office's log.

    Raises:
        UsageError: there is none yet, or its folder is damaged.
    """
    folder = settings.HOME.log
    with _lock:
        log = _open.get(str(folder))
        if log is None:
            parts = _parts()
            if parts is not None:
                adopt(folder, parts)
            log = _open[str(folder)] = Log.open(folder, parts=parts)
        return log


def forget_log() -> None:
    """Close the log in this process; the next use opens it again."""
    with _lock:
        _open.clear()


def signer_for(role: Role) -> SigningKey:
    """The key that signs statements of acts in this role."""
    ending = f"/{ROLE_OF[role]}"
    return next(key for (name, _), key in open_log().keys.items() if name.endswith(ending))


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

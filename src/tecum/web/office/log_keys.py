"""The keys of the log as a page shows them, and giving a role a new one.

Public halves alone are shown. A rotation is stated in the log by the old key and the new, and
recorded on the office's docket with the public key before and after.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import ProfileChanged
from tecum.errors import UsageError
from tecum.ledger.config import LogConfig
from tecum.ledger.succession import rotate_signer
from tecum.web.accounts.models import Office, Person
from tecum.web.accounts.policies import require
from tecum.web.docket.record import record
from tecum.web.ledger.log import has_log, open_log

__all__ = ["KeysShown", "LogKey", "keys_shown", "rotate"]


@dataclass(frozen=True, slots=True)
class LogKey:
    """A public key: its name, its whole text, and what stands for its role at the end of it."""

    name: str
    role: str
    vkey: str


@dataclass(frozen=True, slots=True)
class KeysShown:
    """Every public key that others need, and whose word others can ask.

    Attributes:
        log: The key that signs heads; a new one is a new log, made by a command.
        signers: The keys that sign statements now, a role each.
        retired: Those that did; what they signed stands.
        witnesses: Who watches this log, by name and key.
        authorities: Who dates its heads.
    """

    log: LogKey
    signers: tuple[LogKey, ...]
    retired: tuple[LogKey, ...]
    witnesses: tuple[LogKey, ...]
    authorities: tuple[str, ...]


def keys_shown() -> KeysShown | None:
    """The keys of the log; None before there is one."""
    if not has_log():
        return None
    log, config = open_log(), LogConfig.read(settings.HOME.log)
    return KeysShown(
        log=LogKey(log.key.name, "", log.key.vkey),
        signers=tuple(LogKey(one.name, _role(one.name), one.vkey) for one in config.signers),
        retired=tuple(LogKey(one.name, _role(one.name), one.vkey) for one in config.retired),
        witnesses=tuple(LogKey(one.name, "", one.key.vkey) for one in config.witnesses),
        authorities=tuple(one.name for one in config.authorities),
    )


def rotate(actor: Person, name: str) -> None:
    """Give the role of a signer a new key; the old one signs nothing more.

    What waits with the old key's signature still goes into the log.

    Raises:
        NotPermitted: the actor neither leads nor operates.
        UsageError: no signer has this name.
    """
    log = open_log()
    old = next((key for (known, _id), key in log.signers.items() if known == name), None)
    if old is None:
        raise UsageError(
            _("No key of this name signs statements here."),
            do=_("Choose one of those on the page."),
            code="keys.unknown",
        )
    require(actor, ProfileChanged.slug)
    new = rotate_signer(settings.HOME.log, name, now(), "unknown", opened=lambda _folder: log)
    act = ProfileChanged(key=f"log.key.{_role(name)}", before=old.vkey, after=new.vkey)
    record(actor, Office.objects.get().docket_id, act)


def _role(name: str) -> str:
    return name.rpartition("/")[2]

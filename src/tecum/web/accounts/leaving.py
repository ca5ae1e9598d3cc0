"""Somebody leaves, comes back, or works elsewhere in a browser: accounts and open sessions.

An account is closed, never taken away: what its person did stays theirs by name, and nobody else
is ever given its id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hmac import compare_digest
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.errors import NotPermitted
from tecum.errors import UsageError
from tecum.web.accounts import codes
from tecum.web.accounts.models import Person, SignInLink
from tecum.web.accounts.services import set_roles
from tecum.web.sealing import keyed_hash
from tecum.words import Role

__all__ = ["OpenSession", "close_account", "end_session", "reopen_account", "sessions_of"]


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser in which somebody is signed in.

    Attributes:
        name: Names it in a form, and says nothing that would let anybody in.
        factor_at: When a passkey or a code was shown in it last.
        is_here: It is the session that asks.
    """

    name: str
    since: datetime
    seen: datetime
    factor_at: datetime | None
    is_here: bool


@transaction.atomic
def close_account(actor: Person, person: Person) -> None:
    """Close an account: no roles, no way in, no session; what its person did stays theirs.

    Raises:
        NotPermitted: the actor neither leads nor operates, it is the actor's own account, or
            nobody would lead.
    """
    if actor == person:
        raise NotPermitted(
            _("Your own account is closed by somebody else."),
            why=_("Nobody should lock themselves out by one press of a button."),
            do=_("Ask another lead or the operator."),
            code="people.own-account",
        )
    if not person.is_active:
        raise UsageError(_("This account is closed already."), code="people.closed")
    set_roles(actor, person, [])
    person.is_active = False
    person.save(update_fields=["is_active"])
    person.passkeys.all().delete()
    codes.remove(person)
    person.recovery_codes.all().delete()
    SignInLink.objects.filter(person=person, used_at=None).update(used_at=now())


@transaction.atomic
def reopen_account(actor: Person, person: Person, roles: Iterable[Role]) -> None:
    """Open a closed account again, in the roles that are named; a new link lets its person in.

    Raises:
        NotPermitted: the actor neither leads nor operates.
        UsageError: it is open, or no role is named.
    """
    wanted = set(roles)
    if person.is_active or not wanted:
        raise UsageError(
            _("This account is open, or no role was chosen."),
            do=_("Choose at least one role."),
            code="people.reopen",
        )
    person.is_active = True
    person.save(update_fields=["is_active"])
    set_roles(actor, person, wanted)


def sessions_of(person: Person, here: str | None = None) -> list[OpenSession]:
    """The sessions in which somebody is signed in, the newest first.

    Args:
        here: The key of the session that asks.
    """
    found = [
        OpenSession(
            name=_name(key),
            since=_instant(held.get("since", 0)),
            seen=_instant(held.get("seen", 0)),
            factor_at=_instant(held["factor_at"]) if "factor_at" in held else None,
            is_here=key == here,
        )
        for key, held in _open(person)
    ]
    return sorted(found, key=lambda one: one.since, reverse=True)


def end_session(person: Person, name: str) -> bool:
    """End one session of a person; tells whether there was one of this name."""
    for key, _held in _open(person):
        if compare_digest(_name(key), name):
            SessionStore(session_key=key).delete()
            return True
    return False


def _open(person: Person) -> list[tuple[str, dict[str, Any]]]:
    """Keys and contents of the sessions that still count for a person."""
    store, at, found = SessionStore(), now(), []
    for row in Session.objects.filter(expire_date__gt=at):
        held = store.decode(row.session_data)
        if held.get(SESSION_KEY) != str(person.pk):
            continue
        idle = int(at.timestamp()) - held.get("seen", 0)
        counts = compare_digest(str(held.get(HASH_SESSION_KEY, "")), person.get_session_auth_hash())
        if counts and (settings.DEMO or idle <= settings.SESSION_IDLE_SECONDS):
            found.append((row.session_key, held))
    return found


def _name(key: str) -> str:
    return keyed_hash(key, "session")[:32]


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)

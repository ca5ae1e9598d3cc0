"""Make and revoke the address of a calendar feed. It is shown once; afterwards nobody knows it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings

from tecum.clock import now
from tecum.errors import UsageError
from tecum.exchange.calendar_feed import ALARMS
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import secret_hash
from tecum.web.feeds.models import Feed
from tecum.worded import worded as _

__all__ = ["CHOICES", "make_feed", "revoke_feed"]

CHOICES = (7 * 24, 3 * 24, 24, 2)
"""Hours before a date at which a program may remind."""

DEFAULT = tuple(int(before / timedelta(hours=1)) for before in ALARMS)

MOST = 5
"""Addresses that a person may have at a time: a telephone, a desk, another program."""


def make_feed(person: Person, hours: Iterable[int] = DEFAULT) -> str:
    """A new address for a calendar program, with a secret of 256 bits.

    Raises:
        UsageError: an unknown reminder, or too many addresses.
    """
    chosen = sorted(set(hours), reverse=True)
    if not set(chosen) <= set(CHOICES):
        raise UsageError(
            _("There is no such reminder."), do=_("Choose from the list."), code="feed.hours"
        )
    if Feed.objects.filter(person=person, revoked_at=None).count() >= MOST:
        raise UsageError(
            _("You have {n} addresses already.", n=MOST),
            why=_("Each of them opens your dates to whoever holds it."),
            do=_("Revoke one that is no longer used."),
            code="feed.too-many",
        )
    secret = secrets.token_urlsafe(32)
    Feed.objects.create(
        person=person, secret_sha256=secret_hash(secret), alarm_hours=chosen, created_at=now()
    )
    return f"{settings.CONFIG.url}/feeds/{secret}.ics"


def revoke_feed(person: Person, number: int) -> None:
    """End one of a person's own addresses; from now on it is not found.

    Raises:
        NotFound: it is not theirs, or there is none.
    """
    ended = Feed.objects.filter(person=person, pk=number, revoked_at=None).update(revoked_at=now())
    if not ended:
        raise NotFound

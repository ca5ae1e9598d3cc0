"""What others may ask about the office and its people."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tecum import office as profiles
from tecum.web.accounts.models import Office, Person
from tecum.web.accounts.once import office_row
from tecum.words import Role

__all__ = [
    "closed_accounts",
    "during",
    "everybody",
    "first_in",
    "office",
    "people",
    "person_named",
    "profile",
    "typed_profile",
]


def office() -> Office | None:
    """The office, or None before the first run."""
    return office_row()


def profile() -> profiles.Office:
    """The office's profile, typed.

    Raises:
        Office.DoesNotExist: before the first run.
    """
    row = office_row()
    if row is None:
        raise Office.DoesNotExist
    return typed_profile(row)


def typed_profile(row: Office) -> profiles.Office:
    """The profile of an office whose row is at hand."""
    return _typed(json.dumps(row.profile, sort_keys=True))


_FIRST, _LAST = date(1900, 1, 1), date(9000, 1, 1)
"""Days outside which nothing was ever recorded."""


def during(column: str, since: date | None, until: date | None) -> dict[str, datetime]:
    """That an instant lies on these days, both in, as the office's own days go.

    In the office's evening it is tomorrow elsewhere; what came in then came in today.
    """
    zone, wanted = ZoneInfo(profile().zone), {}
    if since:
        wanted[f"{column}__gte"] = datetime.combine(min(max(since, _FIRST), _LAST), time(), zone)
    if until:
        last = min(max(until, _FIRST), _LAST)
        wanted[f"{column}__lt"] = datetime.combine(last + timedelta(days=1), time(), zone)
    return wanted


def people() -> list[Person]:
    """Everybody who works here, with roles, by name."""
    return list(
        Person.objects.filter(is_active=True).prefetch_related("held_roles").order_by("name", "id")
    )


def everybody() -> list[Person]:
    """Everybody who works here or once did, by name; for whoever acted, and when."""
    return list(Person.objects.prefetch_related("held_roles").order_by("name", "id"))


def closed_accounts() -> list[Person]:
    """Who no longer works here, by name."""
    return list(Person.objects.filter(is_active=False).order_by("name", "id"))


def person_named(public_id: str) -> Person | None:
    """The person whose id an act carries."""
    return Person.objects.filter(public_id=public_id).first()


def first_in(role: Role) -> Person | None:
    """Who has held a role here longest."""
    return Person.objects.filter(is_active=True, held_roles__role=role).order_by("id").first()


@lru_cache(maxsize=4)
def _typed(stored: str) -> profiles.Office:
    table = json.loads(stored)
    for row in table.get("precedence", ()):
        row["on"] = date.fromisoformat(row["on"])
    return profiles.office_from(table)

"""What stands around every page: navigation, office, the mark of a demonstration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.web.accounts.policies import has_role
from tecum.web.accounts.selectors import office, people
from tecum.web.docket.selectors import proposals_waiting
from tecum.web.intake.selectors import inbox_size
from tecum.words import Role

__all__ = ["frame"]


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation."""

    name: str
    url: str
    is_here: bool
    count: int | None = None


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of the base template; nothing for whoever is not signed in."""
    person = request.user
    if not person.is_authenticated:
        return {}
    row = office()
    return {
        "navigation": _navigation(request),
        "office_name": row.name if row else "",
        "zone": row.zone if row else "UTC",
        "demo": {"now": now(), "persons": people()} if settings.DEMO else None,
    }


def _navigation(request: HttpRequest) -> list[Place]:
    person = request.user
    places = [
        (_("Inbox"), "intake:inbox", inbox_size(person)),
        (_("Docket"), "docket:list", None),
        (_("Deadlines"), "docket:deadlines", None),
        (_("Approvals"), "docket:approvals", len(proposals_waiting(person))),
        (_("Campaigns"), "campaigns:list", None),
        (_("Chronologies"), "chronologies:list", None),
        (_("Receipts"), "ledger:receipts", None),
        (_("Packs"), "packs:list", None),
    ]
    if has_role(person, Role.LEAD, Role.OPERATOR):
        places.append((_("People"), "accounts:people", None))
    here = request.path
    return [
        Place(name, url, here == url or (url != "/" and here.startswith(url)), count or None)
        for name, url, count in ((name, reverse(route), count) for name, route, count in places)
    ]

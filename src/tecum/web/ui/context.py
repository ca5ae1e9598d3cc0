"""What stands around every page: navigation, office, the mark of a demonstration."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.web.accounts.policies import has_role, may_run_reports
from tecum.web.accounts.selectors import office, people
from tecum.web.docket.selectors import proposals_count
from tecum.web.intake.inbox import inbox_size
from tecum.words import Role

__all__ = ["frame", "places"]


_BESIDE = frozenset(
    {"search:search", "ledger:receipts", "accounts:people", "status:status", "office:office"}
)
"""What stands beside the seven nouns of the work (DOCKET 2.2)."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation; ``is_beside`` where it is not the day’s work."""

    name: str
    url: str
    is_here: bool
    count: int | None = None
    is_beside: bool = False


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
        "demo": _demonstration(request) if settings.DEMO else None,
    }


def _demonstration(request: HttpRequest) -> dict[str, Any]:
    from tecum.web.demo.tour import RESTS, progress

    rests = RESTS in request.COOKIES
    return {"now": now(), "persons": people(), "tour": None if rests else progress()}


def places(request: HttpRequest) -> list[Place]:
    """The pages of the product that somebody may open, without their counts."""
    person = request.user
    named = [
        (_("Inbox"), "intake:inbox"),
        (_("Docket"), "docket:list"),
        (_("Deadlines"), "docket:deadlines"),
        (_("Approvals"), "docket:approvals"),
        (_("Campaigns"), "campaigns:list"),
        (_("Chronologies"), "chronologies:list"),
        (_("Packs"), "packs:list"),
        (_("Search"), "search:search"),
        (_("Receipts"), "ledger:receipts"),
    ]
    if may_run_reports(person):
        named.insert(6, (_("Reports"), "reports:list"))
    if has_role(person, Role.LEAD, Role.OPERATOR):
        named.append((_("People"), "accounts:people"))
        named.append((_("Status"), "status:status"))
    if has_role(person, Role.LEAD, Role.OPERATOR, Role.AUDITOR):
        named.append((_("Office"), "office:office"))
    here = getattr(request, "stands_under", request.path)
    return [
        Place(name, url, here == url or here.startswith(f"{url}/"), None, route in _BESIDE)
        for name, route, url in ((name, route, reverse(route)) for name, route in named)
    ]


def _navigation(request: HttpRequest) -> list[Place]:
    counts = {
        reverse("intake:inbox"): inbox_size(request.user),
        reverse("docket:approvals"): proposals_count(request.user),
    }
    return [replace(place, count=counts.get(place.url) or None) for place in places(request)]

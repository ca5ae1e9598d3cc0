"""What each side can prove: the page of a dispute, and the same as one file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.exchange.dispute.page import entry_rows
from tecum.ledger.page import LIMITS
from tecum.web.exchange import disputing

_SIDES = ("ours", "theirs")
_FOLDED = "entry.recorded"


@login_required
@require_GET
def dispute(request: HttpRequest, docket: str) -> HttpResponse:
    """Both sides' papers side by side: what is established, by what strength, what not."""
    dockets, office = _asked(request, docket)
    asked = disputing.dispute(request.user, dockets, office)
    found = asked.found
    context = {
        "docket": docket,
        "found": found,
        "names": [found["sides"][side]["name"] for side in _SIDES],
        "looked": [found["sides"][side]["looked"] for side in _SIDES],
        "questions": [_question(one) for one in found["questions"]],
        "rows": [_row(one) for one in found["milestones"] if one["type"] != _FOLDED],
        "others": [_row(one) for one in found["milestones"] if one["type"] == _FOLDED],
        "limits": LIMITS,
        "query": request.META.get("QUERY_STRING", ""),
    }
    return render(request, "exchange/dispute.html", context)


@login_required
@require_GET
def evidence(request: HttpRequest, docket: str) -> HttpResponse:
    """The dispute as one file whose receipts verify by themselves."""
    dockets, office = _asked(request, docket)
    content = disputing.bundle(request.user, dockets, office)
    response = HttpResponse(content, content_type="application/octet-stream")
    name = f"dispute-{docket[:12]}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked(request: HttpRequest, docket: str) -> tuple[list[str], str | None]:
    more = [one for one in request.GET.getlist("with") if one]
    return list(dict.fromkeys([docket, *more])), request.GET.get("office") or None


def _question(one: Mapping[str, Any]) -> dict[str, Any]:
    about = one["about"] if one["about"] not in _SIDES else None
    return {**one, "about": about and about[:16], "rests_on": [r[:16] for r in one["rests_on"]]}


def _row(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "side": one["side"],
        "type": one["type"],
        "says": one["says"],
        "pairs": entry_rows(one),
    }

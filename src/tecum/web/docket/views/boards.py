"""The list of demands and the deadlines board."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.reckoning.result import DateReading
from tecum.web.docket.recounting import resting_on_old_law
from tecum.web.docket.selectors import counted_readings, deadline_lanes, demands
from tecum.web.docket.views.strip import WEEKDAYS, strip_of
from tecum.words import Kind

ROWS = 50


@login_required
@require_GET
def docket_list(request: HttpRequest) -> HttpResponse:
    """All demands, newest first, fifty a page; the page is named by its last row."""
    chosen = {key: request.GET.get(key) or None for key in ("direction", "state", "kind")}
    rows = demands(request.user, **chosen, after=request.GET.get("after") or None, limit=ROWS + 1)
    more = rows[ROWS - 1].demand.docket_id if len(rows) > ROWS else None
    kept = "&".join(f"{key}={value}" for key, value in chosen.items() if value)
    context = {
        "rows": rows[:ROWS],
        "more": more,
        "kept": kept,
        "chosen": chosen,
        "kinds": [kind for kind in Kind if kind.is_demand],
    }
    return render(request, "docket/list.html", context)


@login_required
@require_GET
def deadlines(request: HttpRequest) -> HttpResponse:
    """Every open obligation in exactly one lane; dates are never merged.

    ``open`` names the one whose counting strips are shown, as docket and obligation.
    """
    owner = request.GET.get("owner") or None
    docket, _, name = (request.GET.get("open") or "").partition("~")
    lanes = deadline_lanes(request.user, owner=owner)
    context = {
        "lanes": lanes,
        "empty_lanes": [lane for lane, rows in lanes.items() if not rows],
        "owner": owner,
        "opened": f"{docket}~{name}" if docket else "",
        "strips": _strips(counted_readings(request.user, docket, name)) if docket else [],
        "weekdays": WEEKDAYS,
        "on_old_law": resting_on_old_law(request.user),
    }
    return render(request, "docket/deadlines.html", context)


def _strips(readings: tuple[DateReading, ...]) -> list[dict[str, Any]]:
    return [{"reading": one, "strip": strip_of(one, is_hours=one.counts_hours)} for one in readings]

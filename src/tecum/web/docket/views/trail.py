"""The tab *Trail*, the receipts, and the trust file."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.docket.acts import Erased
from tecum.web.accounts.policies import may
from tecum.web.docket.selectors import trail
from tecum.web.docket.views.frame import frame


@login_required
@require_GET
def trail_page(request: HttpRequest, docket: str) -> HttpResponse:
    """Every entry in order: act, whose, when, and its receipt. Nothing here can be edited."""
    held = frame(request, docket, "trail")
    lines = trail(request.user, docket)
    context = {
        "frame": held,
        "lines": lines,
        "may_erase": bool(may(request.user, Erased.slug, held.page.docket)),
    }
    return render(request, "docket/trail.html", context)

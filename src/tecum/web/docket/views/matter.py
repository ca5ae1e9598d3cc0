"""The tab *Matter*: what belongs together, whichever of its demands is open."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.web.docket.matter import matter_page
from tecum.web.docket.views.forms import form_context
from tecum.web.docket.views.frame import frame

__all__ = ["matter"]

ROWS = 20


@login_required
@require_GET
def matter(request: HttpRequest, docket: str) -> HttpResponse:
    """Demands, proceedings, orders, measures and people of the matter, a page of demands."""
    held = frame(request, docket, "matter")
    after = request.GET.get("after", "")
    page = matter_page(request.user, docket, after=after, limit=ROWS)
    sees = held.page.sees_subjects
    context = {"frame": held, "matter": page, "after": after, "sees_subjects": sees}
    context |= form_context(request, held, "matter")
    return render(request, "docket/matter.html", context)

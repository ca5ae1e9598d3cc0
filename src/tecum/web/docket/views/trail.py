"""The tab *Trail*, the receipts, and the trust file."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.docket.acts import Erased
from tecum.docket.entry import Entry
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import everybody
from tecum.web.docket.selectors import trail
from tecum.web.docket.views.forms import form_context
from tecum.web.docket.views.frame import frame

ROWS = 100
_LONGEST = 9


@login_required
@require_GET
def trail_page(request: HttpRequest, docket: str) -> HttpResponse:
    """Every entry in order: act, whose, when, and its receipt. Nothing here can be edited.

    ``at`` names an entry, whose page is shown; ``after`` the last one of the page before.
    """
    held = frame(request, docket, "trail")
    at, after = _number(request.GET.get("at")), _number(request.GET.get("after"))
    slug, by = request.GET.get("act", ""), request.GET.get("by", "")
    start = (at - 1) // ROWS * ROWS if at else after
    lines = trail(request.user, docket, after=start, limit=ROWS + 1, slug=slug, by=by)
    entries = held.page.state.entries.values()
    kept = {name: word for name, word in (("act", slug), ("by", by)) if word}
    context = {
        "frame": held,
        "lines": lines[:ROWS],
        "acts": sorted({entry.act.slug for entry in entries}),
        "persons": [row for row in everybody() if row.public_id in _actors(entries)],
        "act": slug,
        "by": by,
        "more": urlencode({**kept, "after": lines[ROWS - 1].seq}) if len(lines) > ROWS else "",
        "first": urlencode(kept) if start else None,
        "may_erase": bool(may(request.user, Erased.slug, held.page.docket)),
    }
    context |= form_context(request, held, "trail")
    return render(request, "docket/trail.html", context)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= _LONGEST else 0


def _actors(entries: Iterable[Entry]) -> set[str]:
    return {entry.actor.person for entry in entries if entry.actor.person}

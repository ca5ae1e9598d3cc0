"""The search page, the search by name, and what the jump box offers while somebody types."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts import NameSearched
from tecum.docket.status import StatusCode
from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import people
from tecum.web.docket.asking import day_of
from tecum.web.search.named import MOST, find_named
from tecum.web.search.selectors import COUNTED, Chosen, find, jump
from tecum.web.search.words import fold
from tecum.web.typed import whole
from tecum.web.ui.context import places
from tecum.words import Kind

__all__ = ["jump_list", "person", "search"]

_NAMES = ("kind", "issuer", "status", "year", "since", "until")
_LONGEST = 300
_KINDS = {kind.value for kind in Kind}
_STATUSES = {code.value for code in StatusCode}


@login_required
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """One box: numbers, institutions, words; a whole number leads straight to its demand."""
    asked = request.GET.get("q", "")[:_LONGEST]
    chosen = _chosen(request)
    after = request.GET.get("after", "")
    offered = jump(request.user, asked)
    if request.GET.get("go") and len(offered) == 1:
        return redirect("docket:page", offered[0].docket)
    found = find(request.user, asked, chosen, whole(after))
    kept = {key: request.GET[key] for key in _NAMES if request.GET.get(key)}
    context = {
        "asked": asked,
        "chosen": chosen,
        "found": found,
        "facets": [_facet(name, found.counts[name], asked, kept) for name in found.counts],
        "places": offered if not after else [],
        "pages": _pages(request, asked) if asked and not after else [],
        "more": urlencode({"q": asked, **kept, "after": found.following}),
        "without": urlencode({"q": asked}),
        "counted": COUNTED,
        "by_name": bool(may(request.user, NameSearched.slug)),
    }
    return render(request, "search/search.html", context)


@login_required
@require_POST
def person(request: HttpRequest) -> HttpResponse:
    """Demands that name a person. Answered to the form itself: a name stands in no address."""
    if not may(request.user, NameSearched.slug):
        raise NotFound
    problem, hits = None, None
    try:
        hits = find_named(request.user, request.POST.get("name", "")[:_LONGEST])
    except UsageError as error:
        problem = error
    context = {"hits": hits, "problem": problem, "most": MOST, "by_name": True}
    return render(request, "search/person.html", context, status=400 if problem else 200)


@login_required
@require_GET
def jump_list(request: HttpRequest) -> JsonResponse:
    """Demands by number, pages and people for the jump box, as it is typed into."""
    asked = request.GET.get("q", "")[:_LONGEST]
    rows = [
        {"name": row.name, "what": row.issuer, "url": reverse("docket:page", args=[row.docket])}
        for row in jump(request.user, asked)
    ]
    return JsonResponse({"rows": [*rows, *_pages(request, asked)]})


def _pages(request: HttpRequest, asked: str) -> list[dict[str, str]]:
    """Pages of the product and people of the office whose name holds what was typed."""
    typed = fold(asked.strip())
    if not typed:
        return []
    found = [
        {"name": place.name, "what": _("page"), "url": place.url}
        for place in places(request)
        if typed in fold(place.name)
    ]
    found += [
        {
            "name": row.name,
            "what": _("what this person has taken up"),
            "url": f"{reverse('docket:list')}?{urlencode({'assignee': row.public_id})}",
        }
        for row in people()
        if typed in fold(row.name)
    ]
    return found[:8]


def _chosen(request: HttpRequest) -> Chosen:
    """What the address narrows the search to; what is not understood narrows nothing."""
    get = request.GET.get
    year = get("year", "")
    return Chosen(
        kind=get("kind", "") if get("kind") in _KINDS else "",
        issuer=get("issuer", ""),
        status=get("status", "") if get("status") in _STATUSES else "",
        year=int(year) if year.isdecimal() and len(year) == 4 and year > "0000" else None,
        since=day_of(get("since", "")),
        until=day_of(get("until", "")),
    )


def _facet(
    name: str, counts: list[tuple[str, int]], asked: str, kept: dict[str, str]
) -> dict[str, Any]:
    """One facet: each value leads to the search narrowed to it, the chosen one back out."""
    rows = []
    for value, count in counts:
        on = kept.get(name) == value
        rest = {key: word for key, word in kept.items() if key != name}
        narrowed = rest if on else {**rest, name: value}
        rows.append(
            {"value": value, "count": count, "on": on, "query": urlencode({"q": asked, **narrowed})}
        )
    return {"name": name, "rows": rows}

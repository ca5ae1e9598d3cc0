"""Chronologies: what each side says happened, with sources; nobody is said to be right."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tecum.docket.chronology.lanes import Lane, lanes, strengths
from tecum.docket.conflicts import DifferenceKind
from tecum.docket.errors import KeyReused, NotPermitted, ThreadRefused
from tecum.errors import DataUnusable
from tecum.web.chronologies.accounts import account, joined_with, lane_rows, names
from tecum.web.chronologies.selectors import (
    ChronologyPage,
    chronologies,
    chronology,
    may_bring_in,
)
from tecum.web.chronologies.services import bring_in
from tecum.web.ui.templatetags.ui import camel_words


@login_required
@require_GET
def chronology_list(request: HttpRequest) -> HttpResponse:
    """The chronologies that this person may know of."""
    context = {"rows": chronologies(request.user), "may_bring_in": may_bring_in(request.user)}
    return render(request, "chronologies/list.html", context)


@login_required
@require_GET
def page(request: HttpRequest, thread: str) -> HttpResponse:
    """Events in time, open questions with each account, demands, sources, checks; or the lanes."""
    held = chronology(request.user, thread)
    if request.GET.get("view") == "lanes":
        context = {
            "page": held,
            "view": "lanes",
            "lanes": list(Lane),
            "rows": lane_rows(held),
            "names": names(held),
        }
        return render(request, "chronologies/lanes.html", context)
    context = {
        "page": held,
        "view": "list",
        "events": _events(held),
        "questions": _questions(held),
        "demands": _demands(held),
        "differences": _differences(held),
        "kinds": _kinds(held),
        "sources": {row.id: row for row in held.thread.sources},
    }
    return render(request, "chronologies/page.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Take a thread file in, whole or not at all; every error is listed with its line."""
    if not may_bring_in(request.user):
        raise Http404
    context: dict[str, Any] = {"text": ""}
    if request.method == "POST":
        file = request.FILES.get("file")
        text = request.POST.get("text", "")
        content = file.read() if file is not None else text.encode()
        try:
            row = bring_in(request.user, content)
        except ThreadRefused as refused:
            context = {"text": text, "refused": refused, "problems": refused.fields["problems"]}
        except (DataUnusable, KeyReused, NotPermitted) as refused:
            context = {"text": text, "refused": refused}
        else:
            messages.success(request, _("Taken in: {title}.").format(title=row.title))
            return redirect("chronologies:page", row.thread)
    return render(request, "chronologies/bring.html", context)


def _kinds(held: ChronologyPage) -> list[tuple[DifferenceKind, int]]:
    """How many differences of each kind there are, in the order of the kinds."""
    counted = Counter(row.kind for row in held.differences)
    return [(kind, counted[kind]) for kind in DifferenceKind if counted[kind]]


def _differences(held: ChronologyPage) -> list[dict[str, Any]]:
    """Each difference with what it is about in words and whose accounts make it."""
    called = names(held)
    questions = {row.id: row.text for row in held.thread.questions}
    events = {row.id: row for row in held.thread.events}
    found = []
    for row in held.differences:
        about = [
            questions.get(one) or _event_words(events[one]) if one in events or one in questions
            else called.get(one, "")
            for one in row.about
        ]  # fmt: skip
        found.append(
            {
                "row": row,
                "about": [text for text in about if text],
                "by": [called.get(one, one) for one in row.by],
            }
        )
    return found


def _event_words(event: Any) -> str:
    return event.what or camel_words(event.act)


def _events(held: ChronologyPage) -> list[dict[str, Any]]:
    """Events by date, then id, the undated last (facts, section 4)."""
    called = names(held)
    rows = sorted(held.thread.events, key=lambda e: (str(e.when.value or "9999"), e.id))
    return [
        {
            "event": row,
            "joined": joined_with(held, row.id),
            "actor": called.get(row.actor or "", ""),
            "sources": [(one, called.get(one, one)) for one in row.sources],
        }
        for row in rows
    ]


def _questions(held: ChronologyPage) -> list[dict[str, Any]]:
    standing = strengths(held.state, lanes(held.thread))
    return [
        {
            "question": question,
            "claims": [
                account(held, row, standing)
                for row in held.thread.claims
                if row.question == question.id
            ],
        }
        for question in held.thread.questions
    ]


def _demands(held: ChronologyPage) -> list[dict[str, Any]]:
    called = names(held)
    return [
        {
            "demand": row,
            "issuer": called.get(row.issuer, row.issuer),
            "recipients": [called.get(one, one) for one in row.recipients],
        }
        for row in held.thread.demands
    ]

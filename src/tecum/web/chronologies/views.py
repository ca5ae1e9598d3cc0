"""Chronologies: what each side says happened, with sources; nobody is said to be right."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tecum.docket.acts.chronology import Distance, EventKind, Happened, Slot, Stance
from tecum.docket.chronology.lanes import Lane
from tecum.docket.conflicts import DifferenceKind
from tecum.docket.errors import KeyReused, NotPermitted, ThreadRefused
from tecum.docket.vocabulary import Certainty, DateKind
from tecum.errors import DataUnusable, UsageError
from tecum.web.chronologies.accounts import (
    account,
    differences_shown,
    event_rows,
    in_order,
    lane_rows,
)
from tecum.web.chronologies.documents import accepted_from, documents_of
from tecum.web.chronologies.drawing import lanes_svg
from tecum.web.chronologies.event import event_page
from tecum.web.chronologies.exhibit import exhibit_csv, exhibit_pdf
from tecum.web.chronologies.selectors import (
    ChronologyPage,
    chronologies,
    chronology,
    may_bring_in,
    may_change,
)
from tecum.web.chronologies.services import bring_in
from tecum.web.docket.asking import day_given

__all__ = ["bring", "chronology_list", "event", "exhibit", "known_on", "page"]

_EXHIBITS = {
    "csv": (exhibit_csv, "text/csv; charset=utf-8"),
    "pdf": (exhibit_pdf, "application/pdf"),
}


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
    day, problem = known_on(request)
    held = chronology(request.user, thread, day)
    context: dict[str, Any] = {
        "page": held,
        "problem": problem,
        "names": held.names,
        "may_change": may_change(request.user) and day is None,
    }
    if request.GET.get("view") == "lanes":
        rows = lane_rows(held)
        context |= {"view": "lanes", "lanes": list(Lane), "rows": rows}
        context["drawn"] = lanes_svg(held, rows)
        return render(request, "chronologies/lanes.html", context)
    context |= {
        "view": "list",
        "events": event_rows(held),
        "questions": _questions(held),
        "demands": _demands(held),
        "differences": differences_shown(held),
        "kinds": _kinds(held),
        "sources": {row.id: row for row in held.thread.sources},
        "event_kinds": list(EventKind),
        "read": held.documents,
        "documents": documents_of(held) if context["may_change"] else None,
    }
    return render(request, "chronologies/page.html", context)


@login_required
@require_GET
def event(request: HttpRequest, thread: str, event: str) -> HttpResponse:
    """One event: each side of it with every account, and what people may add or change."""
    day, problem = known_on(request)
    held = chronology(request.user, thread, day)
    context = {
        "page": held,
        "problem": problem,
        "shown": event_page(held, event),
        "accepted": accepted_from(held),
        "names": held.names,
        "may_change": may_change(request.user) and day is None,
        "slots": list(Slot),
        "happened": list(Happened),
        "date_kinds": list(DateKind),
        "distances": list(Distance),
        "certainties": list(Certainty),
        "stances": list(Stance),
    }
    return render(request, "chronologies/event.html", context)


@login_required
@require_GET
def exhibit(request: HttpRequest, thread: str, form: str) -> HttpResponse:
    """The exhibit: date, event, source, disputed by; the same bytes for the same chronology."""
    day, problem = known_on(request)
    if form not in _EXHIBITS or problem is not None:
        raise Http404
    held = chronology(request.user, thread, day)
    make, kind = _EXHIBITS[form]
    response = HttpResponse(make(held), content_type=kind)
    name = f"{thread}-{day.isoformat()}" if day is not None else thread
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    response["Cache-Control"] = "private, no-store"
    return response


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


def known_on(request: HttpRequest) -> tuple[date | None, UsageError | None]:
    """The day of knowledge in the address; what is no day is said, and everything is shown."""
    try:
        return day_given(request.GET.get("on", "")), None
    except UsageError as problem:
        return None, problem


def _kinds(held: ChronologyPage) -> list[tuple[DifferenceKind, int]]:
    """How many differences of each kind there are, in the order of the kinds."""
    counted = Counter(row.kind for row in held.differences)
    return [(kind, counted[kind]) for kind in DifferenceKind if counted[kind]]


def _questions(held: ChronologyPage) -> list[dict[str, Any]]:
    """Each open question with its accounts, all by the one order."""
    return [
        {
            "question": question,
            "claims": [
                account(held, row)
                for row in in_order(
                    held, (row for row in held.thread.claims if row.question == question.id)
                )
            ],
        }
        for question in held.thread.questions
    ]


def _demands(held: ChronologyPage) -> list[dict[str, Any]]:
    return [
        {
            "demand": row,
            "issuer": held.names.get(row.issuer, row.issuer),
            "recipients": [held.names.get(one, one) for one in row.recipients],
        }
        for row in held.thread.demands
    ]

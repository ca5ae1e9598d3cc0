"""Chronologies: what each side says happened, with sources; nobody is said to be right."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.web.chronologies.selectors import ChronologyPage, chronologies, chronology
from tecum.web.ui.templatetags.ui import camel_words


@login_required
@require_GET
def chronology_list(request: HttpRequest) -> HttpResponse:
    """The chronologies that this person may know of."""
    return render(request, "chronologies/list.html", {"rows": chronologies(request.user)})


@login_required
@require_GET
def page(request: HttpRequest, thread: str) -> HttpResponse:
    """Events in time, open questions with each account, demands, sources, checks."""
    held = chronology(request.user, thread)
    context = {
        "page": held,
        "events": _events(held),
        "questions": _questions(held),
        "demands": _demands(held),
        "differences": _differences(held),
        "sources": {row.id: row for row in held.thread.sources},
    }
    return render(request, "chronologies/page.html", context)


def _differences(held: ChronologyPage) -> list[dict[str, Any]]:
    """Each difference with what it is about in words and whose accounts make it."""
    names = _names(held)
    questions = {row.id: row.text for row in held.thread.questions}
    events = {row.id: row for row in held.thread.events}
    found = []
    for row in held.differences:
        about = [
            questions.get(one) or _event_words(events[one]) if one in events or one in questions
            else names.get(one, "")
            for one in row.about
        ]  # fmt: skip
        found.append(
            {
                "row": row,
                "about": [text for text in about if text],
                "by": [names.get(one, one) for one in row.by],
            }
        )
    return found


def _event_words(event: Any) -> str:
    return event.what or camel_words(event.act)


def _names(held: ChronologyPage) -> dict[str, str]:
    rows = (*held.thread.parties, *held.thread.recipients)
    sources = {row.id: row.outlet for row in held.thread.sources}
    return sources | {row.id: row.name for row in rows}


def _events(held: ChronologyPage) -> list[dict[str, Any]]:
    """Events by date, then id, the undated last (facts, section 4)."""
    names = _names(held)
    rows = sorted(held.thread.events, key=lambda e: (str(e.when.value or "9999"), e.id))
    return [
        {
            "event": row,
            "actor": names.get(row.actor or "", ""),
            "sources": [(one, names.get(one, one)) for one in row.sources],
        }
        for row in rows
    ]


def _questions(held: ChronologyPage) -> list[dict[str, Any]]:
    names = _names(held)
    found = []
    for question in held.thread.questions:
        claims = [
            {
                "claim": row,
                "by": names.get(row.by, row.by),
                "sources": [(one, names.get(one, one)) for one in row.sources],
            }
            for row in held.thread.claims
            if row.question == question.id
        ]
        found.append({"question": question, "claims": claims})
    return found


def _demands(held: ChronologyPage) -> list[dict[str, Any]]:
    names = _names(held)
    return [
        {
            "demand": row,
            "issuer": names.get(row.issuer, row.issuer),
            "recipients": [names.get(one, one) for one in row.recipients],
        }
        for row in held.thread.demands
    ]

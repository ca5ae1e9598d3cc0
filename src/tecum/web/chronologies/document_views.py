"""Reading a public document: its text with marks, its proposals, and a person's decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts.chronology import (
    Distance,
    EventKind,
    Happened,
    RejectionReason,
    Stance,
)
from tecum.docket.proposals import PUBLICATION
from tecum.docket.proposals.naming import all_parties
from tecum.docket.vocabulary import DateKind
from tecum.errors import DataUnusable, UsageError
from tecum.web.chronologies.accepting import NEW, accept, as_proposed, reject
from tecum.web.chronologies.document_forms import edited_from, slots_shown, told_from
from tecum.web.chronologies.documents import (
    DocumentPage,
    Offered,
    document_page,
    parties_of,
    take_in_document,
    tell_more,
)
from tecum.web.chronologies.marked_text import marked_paragraphs
from tecum.web.chronologies.said import said
from tecum.web.chronologies.selectors import ChronologyPage, chronology_to_change

__all__ = ["accept_one", "add", "edit", "page", "read", "reject_one", "told"]


@login_required
@require_GET
def add(request: HttpRequest, thread: str) -> HttpResponse:
    """Paste a text or give a file, and say what is known of it."""
    held = chronology_to_change(request.user, thread)
    context = {"page": held, "parties": _parties(held), "typed": {}}
    return render(request, "chronologies/document_add.html", context)


@login_required
@require_POST
def read(request: HttpRequest, thread: str) -> HttpResponse:
    """Take the document in and read it; what was typed is kept where it is refused."""
    held = chronology_to_change(request.user, thread)
    file = request.FILES.get("file")
    content = file.read() if file is not None else request.POST.get("text", "").encode()
    name = file.name if file is not None else "pasted.txt"
    try:
        told_of = told_from(request.POST)
        document = take_in_document(request.user, held.chronology, content, name, told_of)
    except (UsageError, DataUnusable) as refused:
        context = {"page": held, "parties": _parties(held), "typed": request.POST}
        context["problem"] = refused
        return render(request, "chronologies/document_add.html", context)
    return redirect("chronologies:document", thread, document.uid)


@login_required
@require_GET
def page(request: HttpRequest, thread: str, document: str) -> HttpResponse:
    """The text with its marks on the left, the proposals in text order on the right."""
    held = chronology_to_change(request.user, thread)
    shown = document_page(held, document)
    names = _names(held)
    context = {
        "page": held,
        "shown": shown,
        "document": shown.document,
        "paragraphs": marked_paragraphs(shown.reading, shown.offered),
        "waiting": [_card(held, shown, row, names) for row in shown.waiting],
        "apart": [_card(held, shown, row, names) for row in shown.apart],
        "done": [_card(held, shown, row, names) for row in shown.done],
        "targets": _targets(held, shown),
        "reasons": list(RejectionReason),
        "parties": _parties(held),
    }
    return render(request, "chronologies/document.html", context)


@login_required
@require_POST
def told(request: HttpRequest, thread: str, document: str) -> HttpResponse:
    """Say who publishes the document, when, and whose own it is."""
    held = chronology_to_change(request.user, thread)
    tell_more(request.user, document_page(held, document).document, told_from(request.POST))
    messages.success(request, _("Kept. What hangs on the day was read again."))
    return redirect("chronologies:document", thread, document)


@login_required
@require_GET
def edit(request: HttpRequest, thread: str, document: str, proposal: str) -> HttpResponse:
    """One proposal as a form: every side can be changed or left out before it stands."""
    held = chronology_to_change(request.user, thread)
    shown = document_page(held, document)
    offered = shown.named(proposal)
    names = _names(held)
    context = {
        "page": held,
        "shown": shown,
        "document": shown.document,
        "one": _card(held, shown, offered, names),
        "slots": slots_shown(offered),
        "targets": _targets(held, shown),
        "kinds": list(EventKind),
        "distances": list(Distance),
        "stances": list(Stance),
        "happened": list(Happened),
        "date_kinds": list(DateKind),
        "names": _sorted(names),
    }
    return render(request, "chronologies/proposal.html", context)


@login_required
@require_POST
def accept_one(request: HttpRequest, thread: str, document: str) -> HttpResponse:
    """Let one proposal stand, as it is or as the form changed it."""
    held = chronology_to_change(request.user, thread)
    shown = document_page(held, document)
    form = request.POST
    offered = shown.named(form.get("proposal", ""))
    edited = edited_from(form, shown, offered) if form.get("edited") else None
    target = form.get("target", NEW)
    accept(request.user, held, shown, offered.proposal.id, target=target, edited=edited)
    return _next(request, thread, shown, offered)


@login_required
@require_POST
def reject_one(request: HttpRequest, thread: str, document: str) -> HttpResponse:
    """Reject one proposal; the same text does not offer it again."""
    held = chronology_to_change(request.user, thread)
    shown = document_page(held, document)
    offered = shown.named(request.POST.get("proposal", ""))
    reason = RejectionReason(request.POST.get("reason", ""))
    reject(request.user, held, shown, offered.proposal.id, reason)
    return _next(request, thread, shown, offered)


def _next(request: HttpRequest, thread: str, shown: DocumentPage, offered: Offered) -> HttpResponse:
    """Back to the document, at the next proposal that waits."""
    messages.success(request, _("Recorded."))
    rest = [row.number for row in shown.waiting if row.number != offered.number]
    later = [number for number in rest if number > offered.number]
    address = reverse("chronologies:document", args=[thread, shown.document.uid])
    following = (later or rest or [0])[0]
    return redirect(f"{address}#p-{following}" if following else f"{address}#done")


def _names(held: ChronologyPage) -> dict[str, str]:
    """Every party by which somebody may be meant, and the sources."""
    return {row.id: row.name for row in all_parties(parties_of(held))} | dict(held.names)


def _parties(held: ChronologyPage) -> list[tuple[str, str]]:
    return _sorted({row.id: row.name for row in all_parties(parties_of(held))})


def _sorted(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda row: (row[1].casefold(), row[0]))


def _card(
    held: ChronologyPage, shown: DocumentPage, row: Offered, names: dict[str, str]
) -> dict[str, Any]:
    """A proposal in words: who says what of which event, how near, how well supported."""
    proposal = row.proposal
    by = shown.document.outlet if proposal.asserter.by == PUBLICATION else proposal.asserter.by
    is_named = proposal.asserter.is_listed or proposal.asserter.by == PUBLICATION
    numbers = {one.proposal.id: one.number for one in shown.offered}
    return {
        "offered": row,
        "proposal": proposal,
        "number": row.number,
        "by": names.get(by, by),
        "via": names.get(proposal.asserter.via or "", proposal.asserter.via),
        "slots": [
            (slot.slot, said(slot.slot, slot.value, proposal.stance, names))
            for slot in proposal.slots
        ],
        "quote": " ".join(span.quote for span in proposal.spans),
        "known": [(one, held.state.events[one].label) for one in proposal.known],
        "same": [(numbers[one], one) for one in proposal.same_as if one in numbers],
        "event": _event_of(row),
        "asserter": as_proposed(shown.document, row).by,
        "asserter_words": "" if is_named else proposal.asserter.by,
    }


def _event_of(row: Offered) -> str | None:
    return getattr(row.considered.act, "event", None) if row.considered else None


def _targets(held: ChronologyPage, shown: DocumentPage) -> list[tuple[str, str]]:
    """What a proposal may be an account of, beside a new event: events, then open questions."""
    events = [(row.id, row.label[:100]) for row in shown.events]
    asked = [(f"question:{row.id}", row.text[:100]) for row in held.thread.questions]
    return [*events, *asked]

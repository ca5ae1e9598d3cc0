"""Forms of a chronology: an event noted, an account added or changed, events joined or parted."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tecum.docket.acts.chronology import Distance, EventKind, Slot, Stance
from tecum.docket.vocabulary import Certainty
from tecum.web.chronologies import editing
from tecum.web.chronologies.forms import source_typed, value_typed
from tecum.web.chronologies.selectors import chronology_to_change
from tecum.web.docket.asking import day_given

__all__ = ["change", "claim", "join", "note", "part"]


@login_required
@require_POST
def note(request: HttpRequest, thread: str) -> HttpResponse:
    """Put an event on the chronology; what is said of it comes after."""
    held = chronology_to_change(request.user, thread)
    form = request.POST
    kind = EventKind(form.get("kind", ""))
    event = editing.note_event(
        request.user, held.chronology, kind, form.get("label", ""), form.getlist("participants")
    )
    messages.success(request, _("The event stands. Now add what each side says of it."))
    return redirect("chronologies:event", thread, event)


@login_required
@require_POST
def claim(request: HttpRequest, thread: str, event: str) -> HttpResponse:
    """Add what somebody says of an event."""
    held = chronology_to_change(request.user, thread)
    form = request.POST
    slot = Slot(form.get("slot", ""))
    said = editing.Said(
        slot=slot,
        value=value_typed(slot, form),
        by=form.get("by", ""),
        distance=Distance(form.get("distance", "")),
        certainty=Certainty(form.get("certainty", "")),
        stance=Stance(form.get("stance", "")),
        said_on=day_given(form.get("said_on", "")),
        source=source_typed(form),
    )
    editing.add_claim(request.user, held.chronology, event, said)
    return _done(request, thread, event)


@login_required
@require_POST
def change(request: HttpRequest, thread: str, event: str) -> HttpResponse:
    """Record that an asserter changed its account or took it back; its words stay."""
    held = chronology_to_change(request.user, thread)
    form = request.POST
    name = form.get("claim", "")
    if name not in held.state.claims:
        raise Http404
    source = source_typed(form)
    if form.get("how") == "taken_back":
        editing.take_back_claim(request.user, held.chronology, name, source)
    else:
        editing.correct_claim(
            request.user,
            held.chronology,
            name,
            value_typed(held.state.claims[name].act.slot, form),
            said_on=day_given(form.get("said_on", "")),
            source=source,
        )
    return _done(request, thread, event)


@login_required
@require_POST
def join(request: HttpRequest, thread: str, event: str) -> HttpResponse:
    """Say that another event is the same as this one."""
    held = chronology_to_change(request.user, thread)
    other = request.POST.get("other", "")
    editing.join_events(request.user, held.chronology, event, other)
    return _done(request, thread, event)


@login_required
@require_POST
def part(request: HttpRequest, thread: str, event: str) -> HttpResponse:
    """Let an event stand apart again."""
    held = chronology_to_change(request.user, thread)
    editing.part_events(request.user, held.chronology, event)
    return _done(request, thread, event)


def _done(request: HttpRequest, thread: str, event: str) -> HttpResponse:
    messages.success(request, _("Recorded."))
    return redirect("chronologies:event", thread, event)

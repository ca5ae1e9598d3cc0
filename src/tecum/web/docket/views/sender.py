"""Who asks: what is known of a mail's sender, and the record that it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts.arrival import CallMethod, CallResult, NumberFrom, SpokeTo
from tecum.web.accounts.policies import may
from tecum.web.docket.services import call_back_sender
from tecum.web.docket.views.frame import Frame, frame
from tecum.web.intake.selectors import reading_json
from tecum.words import Kind

_VOUCHED = "authenticated_domain"


@login_required
@require_GET
def sender(request: HttpRequest, docket: str) -> HttpResponse:
    """The signals on the sender, never a verdict, and the form for a call back."""
    held = frame(request, docket, "page")
    reading = _reading(held)
    context = {
        "frame": held,
        "sender": _shown(reading) if held.page.sees_subjects else None,
        "needs_check": _needs_check(held, reading),
        "is_checked": held.page.state.sender_checked is not None,
        "may_record": bool(may(request.user, "sender-called-back", held.page.docket)),
        "methods": list(CallMethod),
        "sources": list(NumberFrom),
        "spoken": list(SpokeTo),
        "results": list(CallResult),
    }
    return render(request, "docket/sender.html", context)


@login_required
@require_POST
def called_back(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that it was checked, by a way not taken from the message, who asks."""
    form = request.POST
    call_back_sender(
        request.user,
        docket,
        CallMethod(form.get("method") or CallMethod.CALL_BACK),
        CallResult(form.get("result") or CallResult.NOT_CONFIRMED),
        number=form.get("number") or None,
        number_from=NumberFrom(form["number_from"]) if form.get("number_from") else None,
        spoke_to=SpokeTo(form["spoke_to"]) if form.get("spoke_to") else None,
    )
    messages.success(request, _("The check of the sender is on the docket."))
    return redirect("docket:sender", docket)


def _reading(held: Frame) -> Mapping[str, Any] | None:
    entry = held.page.state.readings.get(held.reading) if held.reading else None
    return reading_json(held.docket, held.page.state, entry)


def _shown(reading: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Standing and signals of the covering mail, in words and plain values."""
    found = _of_mail(reading)
    if found is None:
        return None
    signals = [
        {"name": name, "value": "" if value is True else _plain(value)}
        for name, value in sorted(found["signals"].items())
        if value is not False
    ]
    return {"standing": found["standing"], "domain": found.get("domain"), "signals": signals}


def _of_mail(reading: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The sender of the document itself, else that of the mail which brought it."""
    if reading is None:
        return None
    found: Mapping[str, Any] | None = next(
        (row["sender"] for row in (reading, *reading["others"]) if row.get("sender")), None
    )
    return found


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(f"{row['shown']} → {row['target']}" for row in value)
    return str(value)


def _needs_check(held: Frame, reading: Mapping[str, Any] | None) -> bool:
    """Whether a demand for personal data came from a sender whom nothing vouches for."""
    found = _of_mail(reading)
    if found is None or reading is None or held.page.state.sender_checked is not None:
        return False
    kind = held.kind
    demands = kind in set(Kind) and Kind(kind).is_demand
    return demands and bool(reading["subjects"]) and found["standing"] != _VOUCHED

"""The tab *Messages* of a demand: what can go to the other side, what came from it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts.answer import RunsFrom
from tecum.docket.acts.service import AcknowledgedWith, DeliveryCode, DeliveryEvent
from tecum.docket.vocabulary import AnswerDisputeCode, Disposition
from tecum.errors import UsageError
from tecum.web.accounts.policies import may, may_see_subjects
from tecum.web.docket.asking import day_needed
from tecum.web.docket.views.frame import frame
from tecum.web.exchange import carrying, disputing, selectors, services
from tecum.web.ledger.selectors import receipt_lines, with_strengths
from tecum.web.typed import whole
from tecum.words import Channel, Kind

MEDIA_TYPE = "application/octet-stream"
DISPOSITIONS = tuple(one for one in Disposition if one is not Disposition.OWED_ON_DATE)


@login_required
@require_GET
def messages_page(request: HttpRequest, docket: str) -> HttpResponse:
    """What went, what can go, what came, and how strong each receipt has grown."""
    held = frame(request, docket, "messages")
    found = selectors.messages_of(request.user, docket)
    lines = with_strengths(receipt_lines(one.entry for one in found.offers).values())
    can = lambda slug: bool(may(request.user, slug, held.page.docket))
    context = {
        "frame": held,
        "found": found,
        "strengths": {line.entry: line.strength for line in lines},
        "acknowledged_with": list(AcknowledgedWith),
        "dispositions": DISPOSITIONS,
        "dispute_codes": list(AnswerDisputeCode),
        "delivery_events": [one for one in DeliveryEvent if one is not DeliveryEvent.OPENED],
        "delivery_codes": list(DeliveryCode),
        "channels": [one for one in Channel if one not in (Channel.SCAN, Channel.DROP)],
        "may_send": can("demand-sent"),
        "may_compare": may_see_subjects(request.user, held.page.docket),
        "may_acknowledge": can("receipt-acknowledged"),
        "may_dispute": can("receipt-disputed"),
        "may_search": can("non-receipt-stated"),
        "may_answer": can("answer-received"),
        "may_record": can("delivery-recorded"),
        "may_show": can("document-attached"),
    }
    return render(request, "exchange/messages.html", context)


@login_required
@require_GET
def message(request: HttpRequest, entry: str) -> HttpResponse:
    """An entry as a file for the other side; ``?open=`` names what it may see."""
    labels = request.GET.getlist("open") if "chosen" in request.GET else None
    name, content = carrying.message_for(request.user, entry, labels)
    return _attached(content, name)


@login_required
@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Draft a demand of this office with its paper."""
    if not may(request.user, "demand-registered"):
        raise Http404
    form, paper = request.POST, request.FILES.get("paper")
    made = services.draft_demand(
        request.user,
        services.Draft(
            kind=Kind(form.get("kind") or Kind.INFORMATION_REQUEST),
            recipient=form.get("recipient", ""),
            items=tuple(form.get("items", "").splitlines()),
            paper=paper.read() if paper is not None else b"",
            paper_name=paper.name if paper is not None else "",
        ),
    )
    messages.success(request, _("Drafted. It is sent once somebody who may has said so."))
    return redirect("exchange:docket", made.docket)


@login_required
@require_POST
def send(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that a drafted demand is handed over as a message."""
    services.send_demand(request.user, docket, request.POST.get("to", ""))
    messages.success(request, _("Recorded. Download the message and hand it over."))
    return redirect("exchange:docket", docket)


@login_required
@require_POST
def acknowledge(request: HttpRequest, docket: str) -> HttpResponse:
    """Admit receipt of what came, as of a day."""
    form = request.POST
    on = day_needed(form.get("on", ""))
    services.acknowledge(
        request.user,
        docket,
        form.get("of", ""),
        on,
        AcknowledgedWith(form.get("code") or AcknowledgedWith.WITHOUT_WAIVER),
    )
    return _recorded(request, docket)


@login_required
@require_POST
def deny(request: HttpRequest, docket: str) -> HttpResponse:
    """State that an answer which the other side says it sent was not received, or in what."""
    form = request.POST
    codes = [AnswerDisputeCode(code) for code in form.getlist("codes")]
    services.deny(request.user, docket, form.get("about", ""), codes, text=form.get("text") or None)
    return _recorded(request, docket)


@login_required
@require_POST
def search(request: HttpRequest, docket: str) -> HttpResponse:
    """State that the office looked for what the other side says it sent."""
    form = request.POST
    searched = [
        (channel, number)
        for channel in Channel
        if (number := whole(form.get(f"n-{channel.value}"))) is not None
    ]
    if not searched:
        raise UsageError(
            _("No channel was searched."),
            do=_("Say how many arrivals of each channel were looked at."),
            code="exchange.search",
        )
    services.state_search(
        request.user, docket, form.get("about", ""), searched, form.get("scope", "").strip()
    )
    return _recorded(request, docket)


@login_required
@require_POST
def answered(request: HttpRequest, docket: str) -> HttpResponse:
    """Record what an answer that came says of each item."""
    form = request.POST
    lines = [
        (name.removeprefix("item-"), Disposition(value), _event(form, name))
        for name, value in form.items()
        if name.startswith("item-") and value
    ]
    services.record_answer(request.user, docket, form.get("arrival", ""), lines)
    return _recorded(request, docket)


def _event(form: Any, name: str) -> RunsFrom:
    return RunsFrom(form.get(name.replace("item-", "event-")) or RunsFrom.RELEASE)


@login_required
@require_POST
def passage(request: HttpRequest, docket: str) -> HttpResponse:
    """Record what became known of something we sent, with the notice that says so."""
    form, file = request.POST, request.FILES.get("notice")
    services.record_passage(
        request.user,
        docket,
        form.get("of", ""),
        DeliveryEvent(form.get("event", "")),
        code=DeliveryCode(form["code"]) if form.get("code") else None,
        channel=Channel(form["channel"]) if form.get("channel") else None,
        notice=(file.name, file.read()) if file is not None else None,
    )
    return _recorded(request, docket)


@login_required
@require_POST
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """Keep receipts of the other side that somebody shows."""
    disputing.must_keep(request.user, docket)
    files = request.FILES.getlist("files")
    if not files:
        raise UsageError(
            _("No file was chosen."),
            do=_("Choose a file, then send the form again."),
            code="exchange.no-file",
        )
    for file in files:
        services.show_paper(request.user, docket, file.read())
    return _recorded(request, docket)


def _recorded(request: HttpRequest, docket: str) -> HttpResponse:
    messages.success(request, _("Recorded."))
    return redirect("exchange:docket", docket)


def _attached(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response

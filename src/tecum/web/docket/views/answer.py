"""The tab *Answer*: per item what is answered, what stays owed, and how far it came."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.clock import today
from tecum.docket.acts.answer import ItemAnswered, RunsFrom
from tecum.docket.acts.service import AcknowledgedWith, DeliveryCode, DeliveryEvent
from tecum.docket.entry import Label
from tecum.docket.vocabulary import Disposition
from tecum.errors import UsageError
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import profile
from tecum.web.docket.asking import day_needed
from tecum.web.docket.hiding import HIDDEN
from tecum.web.docket.selectors import trail
from tecum.web.docket.services import acknowledge, record_delivery, send_answer
from tecum.web.docket.views.forms import form_context
from tecum.web.docket.views.frame import Frame, frame
from tecum.web.office.letters import letter, letters, merged
from tecum.web.ui.templatetags.ui import day, say, words
from tecum.words import Channel, Side

FOLLOWS = {
    "act": Disposition.PRODUCED,
    "not_act": Disposition.WITHHELD,
    "withhold": Disposition.WITHHELD,
    "object": Disposition.OBJECTED,
    "none_held": Disposition.NONE_HELD,
    "refer": Disposition.REFERRED,
    "await_event": Disposition.OWED_ON_EVENT,
}
"""Determination → the disposition that agrees with it (DOCKET 1.5, ``AnswerSent``)."""


@login_required
@require_GET
def answer(request: HttpRequest, docket: str) -> HttpResponse:
    """What was answered, what is still owed, and what can be answered now."""
    held = frame(request, docket, "answer")
    lines = trail(request.user, docket)
    sent = [line for line in lines if line.slug in ("answer-sent", "delivery-recorded",
            "receipt-acknowledged", "receipt-disputed")]  # fmt: skip
    context = {
        "frame": held,
        "ready": [_ready(row) for row in held.page.items if _is_ready(row)],
        "open": [row for row in held.page.items if not _is_ready(row)],
        "is_done": bool(held.page.items) and all(row.state.is_settled for row in held.page.items),
        "sent": sent,
        "answers": [line for line in lines if line.slug == "answer-sent"],
        "channels": [c for c in Channel if c not in (Channel.SCAN, Channel.DROP)],
        "delivery_events": list(DeliveryEvent),
        "delivery_codes": list(DeliveryCode),
        "acknowledged_with": list(AcknowledgedWith),
        "to": held.page.demand.issuer if held.page.demand else "",
        "may_send": bool(may(request.user, "answer-sent", held.page.docket)),
        "may_record": bool(may(request.user, "delivery-recorded", held.page.docket)),
        "letters": letters(),
    }
    chosen = letter(request.GET.get("letter", ""))
    if chosen is not None:
        context |= {"letter": chosen, "drafted": merged(chosen.text, _fields(held))}
    context |= form_context(request, held, "answer")
    return render(request, "docket/answer.html", context)


def _fields(held: Frame) -> dict[str, str]:
    """What a letter text says of this demand; what is hidden from its reader stays unknown."""
    ready = [row for row in held.page.items if _is_ready(row)]
    owed = [row for row in held.page.items if row.state.answer is Disposition.OWED_ON_EVENT]
    numbers = (row.value for row in held.fields if row.group == "matter_numbers" and row.value)
    zone, demand = profile().zone, held.page.demand
    return {
        "number": demand.number if demand is not None else "",
        "numbers": ", ".join(str(one) for one in numbers if one != HIDDEN),
        "kind": words(held.kind),
        "issuer": demand.issuer if demand is not None else "",
        "recipient": demand.recipient if demand is not None else "",
        "received": day(held.received_at.astimezone(ZoneInfo(zone)).date())
        if held.received_at
        else "",
        "items": "\n".join(f"{row.label}. {row.text}: {_determined(row)}" for row in ready),
        "owed": "\n".join(f"{row.label}. {row.text}" for row in owed),
        "today": day(today(zone)),
        "office": profile().name,
    }


def _determined(row: Any) -> str:
    return str(say(FOLLOWS[row.determination].value, "disposition"))


def _is_ready(row: Any) -> bool:
    """Whether the item is determined and has no final answer yet."""
    return row.determination in FOLLOWS and not row.state.is_settled


def _ready(row: Any) -> dict[str, Any]:
    return {"row": row, "disposition": FOLLOWS[row.determination]}


@login_required
@require_POST
def send(request: HttpRequest, docket: str) -> HttpResponse:
    """Record the answer with its own document; a person sends it, the program does not."""
    held = frame(request, docket, "answer")
    form = request.POST
    chosen = set(form.getlist("items"))
    lines = [_line(row, form) for row in held.page.items if row.label in chosen and _is_ready(row)]
    if not lines:
        raise UsageError(
            _("No item was chosen."),
            do=_("Tick the items that the answer covers, then record it again."),
            code="answer.no-item",
        )
    text = form.get("document", "").strip()
    if not text:
        raise UsageError(
            _("The answer has no words."),
            why=_("What was said must be fixed with the answer."),
            code="answer.no-document",
        )
    send_answer(
        request.user,
        docket,
        lines,
        document=text.encode(),
        to=form.get("to", "").strip() or _addressee(held),
        channel=Channel(form["channel"]),
    )
    messages.success(request, _("Recorded. Send it by that channel; its receipt stands below."))
    return redirect("docket:answer", docket)


def _addressee(held: Frame) -> str:
    return held.page.demand.issuer if held.page.demand is not None else ""


def _line(row: Any, form: Any) -> ItemAnswered:
    disposition = FOLLOWS[row.determination]
    basis = form.get(f"basis-{row.label}", "").strip()
    owed = None
    if disposition is Disposition.OWED_ON_EVENT:
        if row.state.answer is Disposition.OWED_ON_EVENT:
            disposition = Disposition.PRODUCED
        else:
            owed = RunsFrom(form.get(f"event-{row.label}") or RunsFrom.RELEASE)
    return ItemAnswered(
        item=Label(row.label),
        disposition=disposition,
        basis=(basis,) if basis else (),
        owed_event=owed,
    )


@login_required
@require_POST
def delivery(request: HttpRequest, docket: str) -> HttpResponse:
    """Record what became known of the answer on its way; a failure always with its code."""
    form = request.POST
    record_delivery(
        request.user,
        docket,
        form["of"],
        DeliveryEvent(form["event"]),
        code=DeliveryCode(form["code"]) if form.get("code") else None,
        reply=form.get("reply") or None,
    )
    messages.success(request, _("Recorded."))
    return redirect("docket:answer", docket)


@login_required
@require_POST
def acknowledged(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that the other side acknowledged the answer, as of a day."""
    form = request.POST
    on = day_needed(form.get("on", ""))
    acknowledge(
        request.user,
        docket,
        on,
        AcknowledgedWith(form.get("code") or AcknowledgedWith.WITHOUT_WAIVER),
        of=form.get("of") or None,
        side=Side.THEIRS,
    )
    messages.success(request, _("Recorded as the other side's acknowledgement."))
    return redirect("docket:answer", docket)

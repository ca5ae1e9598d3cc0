"""The tab *Items*: what the rules say, item by item, and what a person determines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.clock import today
from tecum.docket.acts.decision import Determined
from tecum.docket.errors import StalePreview
from tecum.docket.state import State
from tecum.errors import UsageError
from tecum.triage import ItemFinding
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import everybody, profile
from tecum.web.docket.asking import day_given
from tecum.web.docket.desk import desk
from tecum.web.docket.selectors import findings_for, proposals_waiting
from tecum.web.docket.services import (
    approve_determination,
    propose_determination,
    return_determination,
    state_fact,
    take_findings,
)
from tecum.web.docket.views.forms import form_context
from tecum.web.docket.views.frame import frame
from tecum.web.docket.views.questions import asked_of_demand, asked_of_item, shown
from tecum.words import Review

EVENTS = ("release", "hearing", "order")


AT_ONCE = 20
"""Proposals on a page of approvals."""


@login_required
@require_GET
def items(request: HttpRequest, docket: str) -> HttpResponse:
    """Per item and action one word and its why; both sides of a collision; the question."""
    held = frame(request, docket, "items")
    on, known_on = day_given(request.GET.get("on")), day_given(request.GET.get("known_on"))
    found = findings_for(request.user, docket, on=on, known_on=known_on)
    packs = desk().packs.packs
    day = today(profile().zone)
    context = {
        "frame": held,
        "rows": [_item(row, found) for row in held.page.items],
        "questions": asked_of_demand(found),
        "has_open": any(not row.state.is_settled for row in held.page.items),
        "packs": packs,
        "waiting": " ".join(sorted(_waiting(held.page.state, held.page.state.items))),
        "unreviewed": any(pack.review is not Review.REVIEWED for pack in packs),
        "judged_on": on or day,
        "judged_known": known_on or day,
        "on": on,
        "known_on": known_on,
        "what_if": on is not None or known_on is not None,
        "outcomes": [word for word in Determined if word.value not in _RECORDS],
        "events": EVENTS,
        "may_propose": bool(may(request.user, "determination-proposed", held.page.docket)),
        "may_state": bool(may(request.user, "fact-stated", held.page.docket)),
    }
    context |= form_context(request, held, "items")
    return render(request, "docket/items.html", context)


_RECORDS = frozenset({"produce", "produce_in_part"})
"""Determinations that need a sealed package, which this version cannot make."""


def _item(row: Any, found: list[ItemFinding]) -> dict[str, Any]:
    mine = [one.finding for one in found if one.label == row.label]
    return {
        "item": row,
        "findings": [shown(finding) for finding in mine],
        "questions": asked_of_item(found, row.label),
    }


@login_required
@require_POST
def fact(request: HttpRequest, docket: str) -> HttpResponse:
    """Record a fact that the rules ask for, as a person states it."""
    form = request.POST
    name = form["fact"]
    spec = desk().packs.facts[name]
    item = form.get("item") if spec.about == "item" else None
    of = (form.get("subject") or None) if spec.about == "person" else None
    value = _value(spec.type.kind, form.get("value", ""))
    state_fact(request.user, docket, name, value, item=item, subject=of)
    messages.success(request, _("Recorded. The rules were asked again."))
    place = f"#item-{item}" if item else ""
    return redirect(reverse("docket:items", args=[docket]) + place)


def _value(kind: str, text: str) -> Any:
    if text in ("", "unknown"):
        return None
    if kind == "yes/no":
        return {"yes": True, "no": False}[text]
    return text


@login_required
@require_POST
def propose(request: HttpRequest, docket: str) -> HttpResponse:
    """Propose what to do with items, on the findings as they stand now."""
    form = request.POST
    chosen = form.getlist("items")
    if not chosen:
        raise UsageError(
            _("No item was chosen."),
            do=_("Tick the items that it is about, then propose again."),
            code="items.none",
        )
    if not form.get("outcome"):
        raise UsageError(
            _("Nothing was determined."),
            why=_("The program proposes nothing itself."),
            do=_("Choose what this office will do, then propose again."),
            code="items.no-outcome",
        )
    outcome = Determined(form["outcome"])
    state = frame(request, docket, "items").page.state
    if "proposal" in form and _waiting(state, chosen) - set(form["proposal"].split()):
        raise StalePreview(
            _("Somebody else has proposed for these items since you opened the page."),
            why=_("Yours would take the place of a proposal that you have not seen."),
            do=_("Go back, load the page again, read that proposal, then propose if it must be."),
        )
    take_findings(request.user, docket)
    left = _left_without(state, chosen)
    propose_determination(
        request.user,
        docket,
        chosen,
        outcome,
        reason=form.get("reason") or None,
        awaits=(form.get("awaits") or None) if outcome is Determined.AWAIT_EVENT else None,
    )
    messages.success(request, _("Proposed. It waits for a second person."))
    if left:
        messages.warning(
            request,
            _("It takes the place of an earlier proposal. Propose again for: item %(items)s.")
            % {"items": ", ".join(left)},
        )
    return redirect("docket:items", docket)


def _waiting(state: State, chosen: Iterable[str]) -> set[str]:
    """The proposals that wait for some of these items."""
    held = (state.items[label].proposal for label in chosen if label in state.items)
    return {str(proposal) for proposal in held if proposal is not None}


def _left_without(state: State, chosen: list[str]) -> list[str]:
    """Items that lose their proposal when another one takes its place for some of its items."""
    replaced = {state.items[label].proposal for label in chosen if label in state.items}
    return [
        label
        for label, item in state.items.items()
        if item.proposal is not None and item.proposal in replaced and label not in chosen
    ]


@login_required
@require_GET
def approvals(request: HttpRequest) -> HttpResponse:
    """Proposals that wait for a second person, a few a page: each is opened whole."""
    after = request.GET.get("after", "")
    found = proposals_waiting(request.user, after=after, limit=AT_ONCE + 1)
    context = {
        "rows": [_proposal(request, row) for row in found[:AT_ONCE]],
        "more": found[AT_ONCE - 1].entry if len(found) > AT_ONCE else "",
    }
    return render(request, "docket/approvals.html", context)


def _proposal(request: HttpRequest, row: Any) -> dict[str, Any]:
    held = frame(request, row.docket.pk, "items")
    entry = held.page.state.entries[row.entry]
    labels = set(entry.act.items)
    found = findings_for(request.user, row.docket.pk)
    reason = entry.act.reason if held.page.sees_subjects else None
    return {
        "row": row,
        "frame": held,
        "act": entry.act,
        "reason": reason,
        "proposed_at": entry.recorded_at,
        "items": [_item(item, found) for item in held.page.items if item.label in labels],
        "proposer": next((p.name for p in everybody() if p.public_id == entry.actor.person), ""),
        "is_own": entry.actor.person == request.user.public_id,
        "may_approve": bool(may(request.user, "determination-approved", held.page.docket)),
    }


@login_required
@require_POST
def approve(request: HttpRequest, docket: str) -> HttpResponse:
    """Let a proposal stand as the office's determination."""
    approve_determination(request.user, docket, request.POST["proposal"])
    messages.success(request, _("Approved. Both names and times are in the trail."))
    return redirect("docket:answer", docket)


@login_required
@require_POST
def give_back(request: HttpRequest, docket: str) -> HttpResponse:
    """Give a proposal back to its author, with the reason."""
    reason = request.POST.get("reason", "").strip()
    if not reason:
        raise UsageError(
            _("A reason is needed to give it back."),
            do=_("Say what should be different, then give it back again."),
            code="approval.reason",
        )
    return_determination(request.user, docket, request.POST["proposal"], reason)
    messages.success(request, _("Given back with your reason."))
    return redirect("docket:approvals")

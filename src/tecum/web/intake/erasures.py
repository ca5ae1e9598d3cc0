"""Pages of erasure: what it would reach, the request, and the second person's consent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts import DocumentReceived, Erased
from tecum.docket.acts.erasure import ErasureGround, ErasureScope
from tecum.docket.state import State
from tecum.docket.state.erasure import holds
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import has_role, may, visible_demands, visible_docket
from tecum.web.accounts.selectors import profile
from tecum.web.docket import states
from tecum.web.docket.selectors import demand_page
from tecum.web.intake import erasing
from tecum.web.intake.models import ErasureAsked
from tecum.web.intake.retention import rested

__all__ = ["agree", "ask", "erase", "erasures", "withdraw"]


@login_required
@require_GET
def erase(request: HttpRequest, docket: str) -> HttpResponse:
    """What an erasure would reach, for those to whom it belongs to ask for one."""
    try:
        held = visible_docket(request.user, docket)
    except NotFound:
        raise Http404 from None
    state, allowed = states.state_of(held), may(request.user, Erased.slug, held)
    context = {
        "docket": docket,
        "number": state.demand.act.number if state.demand is not None else "",
        "allowed": bool(allowed),
        "belongs_to": sorted(allowed.belongs_to),
        "choices": _choices(request, docket, state) if allowed else [],
        "grounds": list(ErasureGround),
        "holds": holds(state),
        "asked": erasing.asked_on(docket),
    }
    return render(request, "intake/erase.html", context)


@login_required
@require_POST
def ask(request: HttpRequest, docket: str) -> HttpResponse:
    """Ask for an erasure; it waits for a second person."""
    scope, _sep, name = request.POST.get("what", "").partition(":")
    try:
        erasing.ask(
            request.user,
            docket,
            ErasureScope(scope or ErasureScope.FIELDS),
            ErasureGround(request.POST.get("code") or ErasureGround.RETENTION_END),
            subject=name if scope == ErasureScope.SUBJECT else None,
            file=name if scope == ErasureScope.FILE else None,
        )
    except NotFound:
        raise Http404 from None
    messages.success(request, _("Asked for. Nothing goes before another person agrees."))
    return redirect("intake:erasures")


@login_required
@require_GET
def erasures(request: HttpRequest) -> HttpResponse:
    """Requests that wait for a second person; an operator sees no matter in them."""
    if not has_role(request.user, *erasing.MAY):
        raise Http404
    waiting = list(erasing.waiting(request.user))
    seen = visible_demands(request.user).filter(docket_id__in=[one.docket_id for one in waiting])
    numbers = dict(seen.values_list("docket_id", "number"))
    rows = [
        {
            "asked": one,
            "number": numbers.get(one.docket_id, ""),
            "of": _of_what(request, one) if one.docket_id in numbers else one.subject,
            "is_own": one.asked_by_id == request.user.pk,
            "seen": erasing.mark_of(one),
        }
        for one in waiting
    ]
    days = profile().retention_days
    context = {"rows": rows, "days": days, "rested": rested(request.user, days) if days else []}
    return render(request, "intake/erasures.html", context)


@login_required
@require_POST
def agree(request: HttpRequest) -> HttpResponse:
    """The second person agrees: the keys are destroyed now."""
    if not has_role(request.user, *erasing.MAY):
        raise Http404
    try:
        form = request.POST
        made = erasing.agree(request.user, form.get("docket", ""), form.get("seen", ""))
    except NotFound:
        raise Http404 from None
    messages.success(
        request,
        _("Erased. Entry %(seq)s of that docket says so, and every proof stands.")
        % {"seq": made[-1].seq},
    )
    return redirect("intake:erasures")


@login_required
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take a request back; nothing was erased."""
    try:
        erasing.withdraw(request.user, request.POST.get("docket", ""))
    except NotFound:
        raise Http404 from None
    messages.info(request, _("The request is taken back. Nothing was erased."))
    return redirect("intake:erasures")


def _of_what(request: HttpRequest, asked: ErasureAsked) -> str:
    """Whom or which file it is about, as those know it who may know of the matter."""
    if asked.file:
        entries = states.state_of(visible_docket(request.user, asked.docket_id)).entries.values()
        for entry in entries:
            if isinstance(entry.act, DocumentReceived) and entry.act.file == asked.file:
                return _("that came with entry %(seq)s") % {"seq": entry.seq}
    if not asked.subject:
        return ""
    called = dict(demand_page(request.user, asked.docket_id).subjects)
    return called.get(asked.subject, asked.subject)


def _choices(request: HttpRequest, docket: str, state: State) -> list[dict[str, Any]]:
    """Everything, each person named, each file: as far as there is anything left of it."""
    choices = [_choice(request, docket, ErasureScope.DOCKET)]
    for subject, called in demand_page(request.user, docket).subjects:
        choices.append(_choice(request, docket, ErasureScope.SUBJECT, subject, called=called))
    for entry in state.entries.values():
        if isinstance(entry.act, DocumentReceived):
            choices.append(
                _choice(request, docket, ErasureScope.FILE, entry.act.file, seq=entry.seq)
            )
    return [one for one in choices if one["extent"].entries]


def _choice(
    request: HttpRequest,
    docket: str,
    scope: ErasureScope,
    name: str = "",
    *,
    seq: int = 0,
    called: str = "",
) -> dict[str, Any]:
    reach = erasing.extent(
        request.user,
        docket,
        scope,
        subject=name if scope is ErasureScope.SUBJECT else None,
        file=name if scope is ErasureScope.FILE else None,
    )
    value = f"{scope.value}:{name}"
    return {"value": value, "scope": scope, "called": called, "seq": seq, "extent": reach}

"""Forms of acts: what a page offers, and the one address that takes them all."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tecum.web.accounts.policies import has_role, require, visible_docket
from tecum.web.docket import asked
from tecum.web.docket.forms.pages import FORMS, At, Given, forms_of
from tecum.web.docket.forms.shape import sent
from tecum.web.docket.hiding import state_as_seen
from tecum.web.docket.views.frame import Frame

__all__ = ["agree", "form_context", "record_act", "take_back"]

_WAITING = "items"
"""The page on which what was asked for waits for another person."""


def form_context(request: HttpRequest, held: Frame, page: str) -> dict[str, Any]:
    """What a page's template needs to show its forms."""
    at = At(request.user, held.page.docket, held.page.state)
    waiting = asked.waiting_on(request.user, held.page.docket) if page == _WAITING else []
    return {
        "forms": forms_of(page, at),
        "waiting": waiting,
        "may_agree": has_role(request.user, *asked.MAY_AGREE),
    }


@login_required
@require_POST
def record_act(request: HttpRequest, docket: str, slug: str) -> HttpResponse:
    """Record what a form says, or ask for it where another person has to agree."""
    if slug not in FORMS:
        raise Http404
    page, form = FORMS[slug]
    row = visible_docket(request.user, docket)
    require(request.user, slug, row)
    state = state_as_seen(request.user, row)
    request.form_sent = sent(form, At(request.user, row, state))  # type: ignore[attr-defined]
    given = Given(request.POST, state)
    if form.two is not None:
        asked.ask_for(request.user, docket, form.two(given))
        messages.success(request, _("Asked for. It is recorded once another person agrees."))
        page = _WAITING
    elif form.does is not None:
        form.does(request.user, docket, given)
        messages.success(request, _("Recorded."))
    return redirect(f"docket:{page}", docket)


@login_required
@require_POST
def agree(request: HttpRequest, docket: str) -> HttpResponse:
    """Be the second person of an act that somebody else asked for."""
    entry = asked.agree(request.user, docket, request.POST.get("asked", ""))
    messages.success(request, _("Recorded, by both of you."))
    return redirect(f"docket:{FORMS[entry.act.slug][0]}", docket)


@login_required
@require_POST
def take_back(request: HttpRequest, docket: str) -> HttpResponse:
    """Take back what was asked for; nothing was recorded."""
    asked.forget(request.user, docket, request.POST.get("asked", ""))
    messages.success(request, _("Taken back. Nothing was recorded."))
    return redirect("docket:page", docket)

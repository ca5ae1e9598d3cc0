"""Service terms: set by a lead, agreed to by another, stated in the log."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.clock import today
from tecum.docket.acts import ServiceTermsSet
from tecum.docket.vocabulary import TwoPersons
from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import has_role, may
from tecum.web.accounts.selectors import profile
from tecum.web.docket import states
from tecum.web.docket.asking import moment_given
from tecum.web.office.terms import agree_to_terms, set_terms, terms_of, waiting_terms
from tecum.words import Channel, Grade, Role

__all__ = ["terms", "terms_set"]

_READS = (Role.LEAD, Role.OPERATOR, Role.AUDITOR, Role.COUNSEL, Role.CLERK)


@login_required
@require_GET
def terms(request: HttpRequest) -> HttpResponse:
    """What counts as receipt where, and what waits for a second person."""
    if not has_role(request.user, *_READS):
        raise NotFound
    context = {
        "held": terms_of(),
        "waiting": waiting_terms(request.user),
        "may_set": bool(may(request.user, ServiceTermsSet.slug)),
        "wants_two": TwoPersons.SENDING in states.rules().two_persons,
        "channels": [one for one in Channel if one is not Channel.SCAN],
        "grades": list(Grade),
        "today": today(profile().zone),
    }
    return render(request, "office/terms.html", context)


@login_required
@require_POST
def terms_set(request: HttpRequest) -> HttpResponse:
    """Set what counts as receipt at an address, or agree to what another person set."""
    if not may(request.user, ServiceTermsSet.slug):
        raise NotFound
    _recorded(request)
    messages.success(request, _("Recorded on the office's docket."))
    return redirect("office:terms")


def _recorded(request: HttpRequest) -> None:
    form = request.POST
    if form.get("agree"):
        agree_to_terms(request.user, form["agree"])
        return
    since = moment_given(form.get("since", ""), "")
    if since is None:
        raise UsageError(
            _("From which day it holds is missing."),
            do=_("Fill in the day, then send the form again."),
            code="terms.since",
        )
    grade = form.get("grade", "")
    set_terms(
        request.user,
        Channel(form.get("channel", "")),
        form.get("address", ""),
        Grade(grade) if grade else None,
        since=since,
        terms=form.get("terms", ""),
    )

"""The demonstration's own controls: take another role, let a day pass."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.clock import advance
from tecum.web.accounts.models import Person
from tecum.web.accounts.sessions import sign_in
from tecum.web.demo.replayed import watched
from tecum.web.demo.tour import RESTS, steps


@login_required
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Go on as somebody else of the invented office."""
    person = get_object_or_404(Person, pk=request.POST.get("person"), is_active=True)
    sign_in(request, person, factor=False)
    return _back(request)


@login_required
@require_POST
def next_day(request: HttpRequest) -> HttpResponse:
    """Let the clock of the demonstration run to the same hour of the next day."""
    advance(timedelta(days=1))
    messages.success(request, _("A day has passed."))
    return _back(request)


@login_required
@require_GET
def tour(request: HttpRequest) -> HttpResponse:
    """The seven tasks, and how far the docket says that they are done."""
    found = steps()
    following = next((step.number for step in found if not step.is_done), None)
    return render(request, "demo/tour.html", {"steps": found, "following": following})


@login_required
@require_GET
def checks(request: HttpRequest) -> HttpResponse:
    """Every line that a replay of the public threads must show, and what was looked at."""
    return render(request, "demo/checks.html", {"threads": watched(request.user)})


@login_required
@require_POST
def rest(request: HttpRequest) -> HttpResponse:
    """Leave the tour, so that the bar names no task; or take it up where it was left."""
    response = _back(request)
    if request.POST.get("rest") == "1":
        response.set_cookie(RESTS, "1", httponly=True, samesite="Lax")
    else:
        response.delete_cookie(RESTS, samesite="Lax")
    return response


def _back(request: HttpRequest) -> HttpResponse:
    """The page that one came from; any other address leads to the inbox."""
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if safe and back.startswith("/") else "intake:inbox")

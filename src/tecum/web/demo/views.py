"""The demonstration's own controls: take another role, let a day pass."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tecum.clock import advance
from tecum.web.accounts.models import Person
from tecum.web.accounts.sessions import sign_in


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


def _back(request: HttpRequest) -> HttpResponse:
    """The page that one came from; any other address leads to the inbox."""
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if safe and back.startswith("/") else "intake:inbox")

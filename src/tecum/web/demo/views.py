"""The demonstration's own controls: take another role, let a day pass."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tecum.web.accounts.models import Person
from tecum.web.accounts.sessions import sign_in


@login_required
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Go on as somebody else of the invented office."""
    sign_in(request, get_object_or_404(Person, pk=request.POST.get("person"), is_active=True))
    back = request.POST.get("back", "")
    return redirect(back if back.startswith("/") and not back.startswith("//") else "intake:inbox")

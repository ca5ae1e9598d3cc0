"""Teams and walls."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import has_role
from tecum.web.accounts.selectors import people
from tecum.web.office.teams import keep_team, teams, walls
from tecum.words import Role

__all__ = ["team_keep", "team_page"]


@login_required
@require_GET
def team_page(request: HttpRequest) -> HttpResponse:
    """Who works together, and which matters are walled for whom."""
    _manages(request)
    context = {"teams": teams(), "people": people(), "walls": walls(request.user)}
    return render(request, "office/teams.html", context)


@login_required
@require_POST
def team_keep(request: HttpRequest) -> HttpResponse:
    """Make a team, or change who belongs to it."""
    _manages(request)
    name = " ".join(request.POST.get("name", "").split())
    keep_team(request.user, name, request.POST.getlist("members"))
    messages.success(request, _("Recorded on the office's docket."))
    return redirect("office:teams")


def _manages(request: HttpRequest) -> None:
    if not has_role(request.user, Role.LEAD, Role.OPERATOR):
        raise NotFound

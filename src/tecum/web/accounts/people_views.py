"""One person of the office: roles, open sessions, closing the account and opening it again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.web.accounts import services
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.forms import GIVEN_ROLES
from tecum.web.accounts.leaving import (
    close_account,
    end_session,
    reopen_account,
    sessions_of,
)
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role
from tecum.web.accounts.selectors import person_named
from tecum.words import Role

__all__ = ["close", "person", "reopen", "roles", "session_end", "session_end_own"]


@login_required
@require_GET
def person(request: HttpRequest, person: str) -> HttpResponse:
    """What somebody may do here, where they are signed in, and whether they still work here."""
    found = _managed(request, person)
    held = found.roles
    context = {
        "person": found,
        "choices": [(role, words, role in held) for role, words in _choices(found)],
        "sessions": sessions_of(found, request.session.session_key),
    }
    return render(request, "accounts/person.html", context)


@login_required
@require_POST
def roles(request: HttpRequest, person: str) -> HttpResponse:
    """Give somebody these roles and no others; it ends their sessions."""
    found = _managed(request, person)
    services.set_roles(request.user, found, _chosen(request))
    messages.success(request, _("The roles are changed. Their sessions have ended."))
    return redirect("accounts:person", found.public_id)


@login_required
@require_POST
def close(request: HttpRequest, person: str) -> HttpResponse:
    """Close the account of somebody who no longer works here."""
    found = _managed(request, person)
    close_account(request.user, found)
    messages.success(request, _("The account is closed. What was done in it stays."))
    return redirect("accounts:person", found.public_id)


@login_required
@require_POST
def reopen(request: HttpRequest, person: str) -> HttpResponse:
    """Let somebody work here again."""
    found = _managed(request, person)
    reopen_account(request.user, found, _chosen(request))
    messages.success(request, _("The account is open. Make a new link to let its person in."))
    return redirect("accounts:person", found.public_id)


@login_required
@require_POST
def session_end(request: HttpRequest, person: str) -> HttpResponse:
    """End one session of somebody."""
    found = _managed(request, person)
    _end(request, found)
    return redirect("accounts:person", found.public_id)


@login_required
@require_POST
def session_end_own(request: HttpRequest) -> HttpResponse:
    """End one of one's own sessions."""
    _end(request, request.user)
    return redirect("accounts:factors")


def _end(request: HttpRequest, found: Person) -> None:
    if end_session(found, request.POST.get("session", "")):
        messages.success(request, _("The session has ended."))
    else:
        messages.info(request, _("There is no such session any more."))


def _managed(request: HttpRequest, public_id: str) -> Person:
    found = person_named(public_id) if has_role(request.user, Role.LEAD, Role.OPERATOR) else None
    if found is None:
        raise NotFound
    return found


def _chosen(request: HttpRequest) -> list[Role]:
    return [Role(word) for word in request.POST.getlist("roles")]


def _choices(found: Person) -> list[tuple[Role, object]]:
    """The roles that are given here, and any other that the person holds already."""
    given = dict(GIVEN_ROLES)
    return [
        (role, given.get(role, role.value)) for role in Role if role in given or role in found.roles
    ]

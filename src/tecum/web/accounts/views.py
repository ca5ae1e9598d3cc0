"""Getting in: the one-time link, the first run, signing out, inviting people."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tecum.errors import TecumError
from tecum.web.accounts import passkeys, services
from tecum.web.accounts.errors import SignInRefused
from tecum.web.accounts.factor_views import after_sign_in
from tecum.web.accounts.forms import FirstRun, Invitation
from tecum.web.accounts.fresh import has_factor
from tecum.web.accounts.models import SignInLink
from tecum.web.accounts.policies import has_role
from tecum.web.accounts.selectors import closed_accounts, people
from tecum.web.accounts.sessions import sign_in
from tecum.web.pressed import shows_once
from tecum.web.ui.templatetags.spoken import spoken
from tecum.words import Role

COOKIE = "__Host-tecum-browser" if settings.SESSION_COOKIE_SECURE else "tecum-browser"


@require_GET
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """How to get in: by a link that somebody here makes."""
    return render(request, "accounts/sign_in.html", _ways(request))


@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """A one-time link: looking at it binds it to this browser, the button uses it up."""
    browser = request.COOKIES.get(COOKIE) or services.new_browser_secret()
    held = None
    try:
        held = services.open_link(token, browser)
        if held.purpose == SignInLink.FIRST_RUN:
            response = _first_run(request, token, browser)
        elif request.method == "POST":
            person = services.redeem_link(token, browser, request.POST.get("code", ""))
            sign_in(request, person, factor=has_factor(person))
            response = redirect(after_sign_in(request))
        else:
            response = _shown(request, held)
    except SignInRefused as error:
        if error.code in {"signin.code", "signin.wait"} and held is not None:
            response = _shown(request, held, error)
        else:
            response = render(request, "accounts/sign_in.html", _ways(request, error), status=403)
    response.set_cookie(
        COOKIE, browser, max_age=3600, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return response


def _shown(
    request: HttpRequest, held: SignInLink, problem: TecumError | None = None
) -> HttpResponse:
    context = {
        "person": held.person,
        "problem": problem,
        "asks_code": held.person is not None and has_factor(held.person),
        "has_passkey": held.person is not None and held.person.passkeys.exists(),
    }
    return render(request, "accounts/link.html", context, status=403 if problem else 200)


def _ways(request: HttpRequest, problem: TecumError | None = None) -> dict[str, object]:
    return {
        "problem": problem,
        "is_possible": passkeys.is_possible(passkeys.host_of(request)),
    }


def _first_run(request: HttpRequest, token: str, browser: str) -> HttpResponse:
    form = FirstRun(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            lead = services.set_up_office(token, browser, form.profile(), form.cleaned_data["lead"])
        except SignInRefused:
            raise
        except TecumError as error:
            form.add_error(None, spoken(error.what))
        else:
            sign_in(request, lead, factor=False)
            return redirect("accounts:factors")
    return render(request, "accounts/first_run.html", {"form": form})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("accounts:sign-in")


@login_required
@require_http_methods(["GET", "POST"])
def people_page(request: HttpRequest) -> HttpResponse:
    """Who works here; a lead or the operator invites others by a link that works once."""
    if not has_role(request.user, Role.LEAD, Role.OPERATOR):
        return render(request, "ui/not_found.html", status=404)
    form = Invitation(request.POST or None)
    address = request.session.pop("made_link", None)
    is_made = request.method == "POST" and form.is_valid()
    if is_made:
        roles = [Role(word) for word in form.cleaned_data["roles"]]
        token = services.invite(request.user, form.cleaned_data["name"], roles)
        address = request.build_absolute_uri(f"/sign-in/{token}")
        form = Invitation()
    shown = render(
        request,
        "accounts/people.html",
        {"people": people(), "closed": closed_accounts(), "form": form, "address": address},
    )
    return shows_once(shown, reverse("accounts:people")) if is_made else shown

"""How long a session lasts: 30 minutes without a request, 12 hours at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.web.accounts import drafts
from tecum.web.accounts.fresh import shown
from tecum.web.accounts.models import Person
from tecum.web.accounts.tries import let_in

__all__ = ["SessionLimits", "sign_in"]

BACKEND = "tecum.web.accounts.backend.SignInLinkBackend"
_STEP = 60


def sign_in(request: HttpRequest, person: Person, *, factor: bool) -> None:
    """Begin a session of this person; the session's id changes.

    Args:
        factor: Whether a passkey or a code was shown for it.
    """
    login(request, person, backend=BACKEND)  # type: ignore[arg-type]
    # Django keeps the id where the same person signs in again; a new sign-in has a new one.
    request.session.cycle_key()
    request.session["since"] = request.session["seen"] = _seconds()
    request.session.pop("factor_at", None)
    let_in(request)
    if factor:
        shown(request)


class SessionLimits:
    """End sessions that were idle too long or have lasted too long; what was typed is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and self._is_over(request):
            if request.method != "POST":
                logout(request)
                return self.get_response(request)
            # Whether the form is ours is known only once its token was checked.
            request.session_is_over = True  # type: ignore[attr-defined]
            response = self.get_response(request)
            if request.user.is_authenticated:
                logout(request)
            return response
        response = self.get_response(request)
        return _to_its_page(request, response) if request.method == "POST" else response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Keep the form of a session that is over, then end the session."""
        if getattr(request, "session_is_over", False):
            kept = drafts.keep(request.user, request)
            logout(request)
            if kept:
                messages.info(request, _("You were signed out meanwhile. What you typed is kept."))

    def _is_over(self, request: HttpRequest) -> bool:
        at = _seconds()
        idle = at - request.session.get("seen", 0)
        whole = at - request.session.get("since", 0)
        if idle > settings.SESSION_IDLE_SECONDS or whole > settings.SESSION_COOKIE_AGE:
            # The demo's "next day" moves the clock; that must not end anybody's session.
            return not settings.DEMO
        if idle >= _STEP:
            request.session["seen"] = at
        return False


def _to_its_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Who was signed out by somebody else goes on at the page of the form, and is told of it."""
    place, _mark, asked = response.headers.get("Location", "").partition("?")
    if response.status_code != 302 or place != settings.LOGIN_URL or "next=" not in asked:
        return response
    came = urlsplit(request.headers.get("Referer", ""))
    here = came.netloc == request.get_host()
    back = urlunsplit(("", "", came.path, came.query, "")) if here else "/"
    return HttpResponseRedirect(f"{place}?{urlencode({'next': back, 'unsent': '1'})}")


def _seconds() -> int:
    return int(now().timestamp())

"""How long a session lasts: 30 minutes without a request, 12 hours at most."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse

from tecum.clock import now
from tecum.web.accounts.models import Person

__all__ = ["SessionLimits", "sign_in"]

BACKEND = "tecum.web.accounts.backend.SignInLinkBackend"
_STEP = 60


def sign_in(request: HttpRequest, person: Person) -> None:
    """Begin a session of this person; the session's id changes."""
    login(request, person, backend=BACKEND)  # type: ignore[arg-type]
    # Django keeps the id where the same person signs in again; a new sign-in has a new one.
    request.session.cycle_key()
    request.session["since"] = request.session["seen"] = _seconds()


class SessionLimits:
    """End sessions that were idle too long or have lasted too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            at = _seconds()
            idle = at - request.session.get("seen", 0)
            whole = at - request.session.get("since", 0)
            # The demo's "next day" moves the clock; that must not end anybody's session.
            over = idle > settings.SESSION_IDLE_SECONDS or whole > settings.SESSION_COOKIE_AGE
            if over and not settings.DEMO:
                logout(request)
            elif idle >= _STEP:
                request.session["seen"] = at
        return self.get_response(request)


def _seconds() -> int:
    return int(now().timestamp())

"""Slow down whoever tries links, passkeys or codes that let nobody in.

After five tries that failed, a network waits before its next one: a second, then twice as long
each time, a quarter of an hour at most. While it waits every link is answered alike, good or
bad, and none is used up. Only a link, passkey or code that counted ends the wait: an open
session does not, since whoever found one must not guess its code fast. A person's codes are
counted once more by person, whatever network they come from. Counts live in memory: they
protect a running product, and a restart costs an attacker more than it gives.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tecum.clock import now
from tecum.web.accounts.errors import SignInRefused
from tecum.worded import worded as _

__all__ = ["CODES", "FREE", "TRIES", "SignInTries", "Tries", "let_in", "network_of", "waiting"]

FREE = 5
LONGEST = 15 * 60
FORGOTTEN = 60 * 60
KEPT = 10_000
PATH = "/sign-in/"


class Tries:
    """How often each network failed in a row, and until when it waits."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, network: str, at: int) -> int:
        """The seconds that a network has still to wait."""
        with self._lock:
            failures, last = self._held.get(network, (0, at))
        if failures < FREE or at - last > FORGOTTEN:
            return 0
        return max(0, last + min(2 ** (failures - FREE), LONGEST) - at)

    def tried(self, network: str) -> int:
        """How often a network has failed since it was last let in."""
        with self._lock:
            return self._held.get(network, (0, 0))[0]

    def failed(self, network: str, at: int) -> None:
        """Count a link that did not open."""
        with self._lock:
            failures, last = self._held.pop(network, (0, at))
            self._held[network] = (1 if at - last > FORGOTTEN else failures + 1, at)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)

    def forget(self, network: str | None = None) -> None:
        """Forget one network's tries, after one that opened; or all."""
        with self._lock:
            if network is None:
                self._held.clear()
            else:
                self._held.pop(network, None)


TRIES = Tries()
"""By network: links, passkeys and codes."""
CODES = Tries()
"""By person: codes."""


def let_in(request: HttpRequest) -> None:
    """Note that this very request showed a link, passkey or code that counts."""
    request.was_let_in = True  # type: ignore[attr-defined]


def waiting(wait: int) -> SignInRefused:
    """What is said to whoever has to wait so many seconds."""
    return SignInRefused(
        _("Too many links or codes were tried that let nobody in."),
        why=_("Whoever guesses must not be able to guess fast. No link is used up by this."),
        do=_("Wait {wait} seconds, then try again.", wait=wait),
        code="signin.wait",
    )


class SignInTries:
    """Refuse, count and forget tries of links, passkeys and codes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PATH):
            return self.get_response(request)
        network, at = network_of(request), int(now().timestamp())
        wait = TRIES.wait(network, at)
        if wait:
            return _refused(request, wait)
        response = self.get_response(request)
        if response.status_code == 403:
            TRIES.failed(network, at)
        elif getattr(request, "was_let_in", False):
            TRIES.forget(network)
        return response


def network_of(request: HttpRequest) -> str:
    """The network that a request comes from: an IPv4 address, or the /64 of an IPv6 one.

    Behind a proxy on this machine it is the address that the proxy itself added last.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if settings.CONFIG.proxy:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        text = forwarded.rpartition(",")[2].strip() or text
    try:
        address = ip_address(text)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)


def _refused(request: HttpRequest, wait: int) -> HttpResponse:
    response = render(request, "accounts/sign_in.html", {"problem": waiting(wait)}, status=429)
    response["Retry-After"] = str(wait)
    return response

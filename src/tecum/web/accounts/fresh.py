"""Ask again who is there before the acts that bind the office or cannot be taken back.

Approving, sending, sealing, publishing, erasing, putting law in force, trusting keys, and
letting people in or changing what they may do: whoever has a passkey or a code generator shows
it, not longer than 15 minutes ago (DOCKET P1). What was typed meanwhile is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tecum.clock import now
from tecum.web.accounts import codes, drafts
from tecum.web.accounts.models import Person
from tecum.web.accounts.tries import let_in

__all__ = ["FRESH", "STEPPED_UP", "StepUp", "has_factor", "is_fresh", "shown"]

FRESH = 15 * 60
STEPPED_UP = frozenset(
    {
        "accounts:factors-forget",
        "accounts:link-for",
        "accounts:people",
        "accounts:close",
        "accounts:reopen",
        "accounts:roles",
        "campaigns:carry-out",
        "campaigns:confirm",
        "docket:agree",
        "docket:approve",
        "docket:publish",
        "docket:seal",
        "docket:send",
        "docket:unseal",
        "exchange:send",
        "exchange:stop",
        "exchange:trust",
        "intake:erase-ask",
        "intake:erasures-agree",
        "office:change",
        "office:mail-keep",
        "office:rotate",
        "office:terms-set",
        "packs:activate",
        "packs:approve",
        "reports:certify",
        "reports:second",
    }
)
"""The addresses whose forms are taken only from somebody who has just shown who they are."""


def has_factor(person: Person) -> bool:
    """Whether a person has a passkey or a code generator."""
    return person.passkeys.exists() or codes.has_generator(person)


def shown(request: HttpRequest) -> None:
    """Note that a factor was shown just now."""
    let_in(request)
    request.session["factor_at"] = int(now().timestamp())


def is_fresh(request: HttpRequest) -> bool:
    """Whether a factor was shown in this session not longer than 15 minutes ago."""
    return 0 <= int(now().timestamp()) - request.session.get("factor_at", 0) <= FRESH


class StepUp:
    """Keep the form and ask for a factor, where one is there and was not shown lately."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # What was refused for its length is not read here either.
        if request.method == "POST" and response.status_code < 400:
            sent = request.POST.get(drafts.FIELD)
            if sent and request.user.is_authenticated:
                drafts.done(request.user, sent)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Ask, before the view runs."""
        match = request.resolver_match
        if (
            request.method != "POST"
            or match is None
            or match.view_name not in STEPPED_UP
            or not request.user.is_authenticated
            or settings.DEMO
            or is_fresh(request)
            or not has_factor(request.user)
        ):
            return None
        kept = drafts.keep(request.user, request)
        address = reverse("accounts:again")
        return redirect(f"{address}?draft={kept}" if kept else address)

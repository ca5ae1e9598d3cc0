"""What is refused of a request before any page sees it, each in words.

A body may be as long as a form; only somebody who is signed in may send more, and only where
documents come in. A null character has no place in an address or a field.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tecum.errors import TecumError, UsageError
from tecum.web.intake.errors import TooLarge
from tecum.web.typed import whole
from tecum.web.ui.problems import not_found

__all__ = ["RequestLimits", "forged"]


class RequestLimits:
    """Refuse what is too long, and what holds null characters."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return not_found(request)
        limit = _limit(request)
        # Asked before anything reads the body: the check against forgery reads all of it.
        if _length(request) > limit:
            return _problem(request, TooLarge(limit >> 20), 413)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Refuse fields with null characters; the check against forgery has read them by now."""
        if request.method == "POST" and any(
            "\0" in value for values in request.POST.lists() for value in values[1]
        ):
            error = UsageError(
                _("A field holds a null character, which no page can show."),
                do=_("Type the words again instead of pasting them."),
                code="field.null",
            )
            return _problem(request, error, 400)
        return None


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that did not come from our own page; the reason is Django's, not shown."""
    error = UsageError(
        _("This form did not come from this page as it stands now. Nothing was recorded."),
        why=_("Another site must not be able to act in your name."),
        do=_("Go back, reload the page and send it again."),
        code="request.forged",
    )
    return _problem(request, error, 403)


def _limit(request: HttpRequest) -> int:
    takes_documents = request.path_info == reverse("intake:upload")
    if takes_documents and request.user.is_authenticated:
        return int(settings.PACKAGE_LIMIT)
    return int(settings.FORM_LIMIT)


def _length(request: HttpRequest) -> int:
    text = request.META.get("CONTENT_LENGTH") or "0"
    found = whole(text)
    if found is None and text.isdecimal():
        return sys.maxsize
    return found or 0


def _problem(request: HttpRequest, error: TecumError, status: int) -> HttpResponse:
    return render(request, "ui/problem.html", {"problem": error}, status=status)

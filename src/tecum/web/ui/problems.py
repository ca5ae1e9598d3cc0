"""Errors as pages: what happened, why it matters, what to do. What is hidden is not found."""

from __future__ import annotations

import logging
from collections.abc import Callable
from urllib.parse import quote, urlsplit, urlunsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from tecum.errors import DocketError, TecumError, UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.ui.typed_words import shown_again

__all__ = ["Problems", "not_found"]

logger = logging.getLogger("tecum.pages")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The one answer for what is not there and for what is not for this person."""
    return render(request, "ui/not_found.html", status=404)


class Problems:
    """Turn our own errors into pages; everything else stays an error of the program."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refused act with its reason, and show again what was typed."""
        if isinstance(error, NotFound | Http404):
            return not_found(request)
        if request.method == "POST" and isinstance(error, MultiValueDictKeyError | ValueError):
            logger.warning("a form could not be understood", exc_info=error)
            error = UsageError(
                _("The form was incomplete, or held a word that is not in its list."),
                why=_("What cannot be understood is not recorded."),
                do=_("Go back, load the page again, and send the form once more."),
                code="form.not-understood",
            )
        if not isinstance(error, TecumError):
            return None
        status = (
            409 if isinstance(error, DocketError) else 400 if isinstance(error, UsageError) else 422
        )
        back = _back(request)
        if back and "#" not in back:
            back += _field(request, error)
        context = {"problem": error, "typed": _typed(request), "back": back}
        return render(request, "ui/problem.html", context, status=status)


def _back(request: HttpRequest) -> str:
    """The page that the form stood on: as it says itself, else as the browser says."""
    back = request.POST.get("back", "")
    if back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return back
    came = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came, allowed_hosts={request.get_host()}):
        return ""
    parts = urlsplit(came)
    return urlunsplit(("", "", parts.path, parts.query, ""))


def _field(request: HttpRequest, error: TecumError) -> str:
    """The place of the field that is at fault, or of the first of the form; where it is known."""
    first = request.POST.get("from_field", "")
    # In the forms of acts, a field bears the name of its act before its own.
    act = "" if request.resolver_match is None else request.resolver_match.kwargs.get("slug", "")
    fault = error.fields.get("field")
    if act and fault and isinstance(error, UsageError) and first.startswith(f"{act}-"):
        first = f"{act}-{fault}"
    return f"#{quote(first)}" if first else ""


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was entered, to be shown again in the words of its form."""
    fields = [
        (name, value)
        for name in request.POST
        if name != "csrfmiddlewaretoken"
        for value in request.POST.getlist(name)
    ]
    return shown_again(fields, getattr(request, "form_sent", None))

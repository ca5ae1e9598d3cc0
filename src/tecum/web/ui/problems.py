"""Errors as pages: what happened, why it matters, what to do. What is hidden is not found."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tecum.errors import DocketError, TecumError, UsageError
from tecum.web.accounts.errors import NotFound

__all__ = ["Problems", "not_found"]


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
        """Answer a refused act with its reason; the browser's way back keeps what was typed."""
        if isinstance(error, NotFound | Http404):
            return not_found(request)
        if not isinstance(error, TecumError):
            return None
        status = (
            409 if isinstance(error, DocketError) else 400 if isinstance(error, UsageError) else 422
        )
        return render(request, "ui/problem.html", {"problem": error}, status=status)

"""The office's row, looked up once for each page that only reads, and for long tellings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models.signals import post_save
from django.http import HttpRequest, HttpResponse

from tecum.web.accounts.models import Office

__all__ = ["OfficeOnce", "office_kept", "office_row"]

_looked_up: ContextVar[list[Office | None] | None] = ContextVar("looked_up", default=None)


class OfficeOnce:
    """Keep the office's row while a page is made; a form, which may change it, keeps nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        token = _looked_up.set([])
        try:
            return self.get_response(request)
        finally:
            _looked_up.reset(token)


@contextmanager
def office_kept() -> Iterator[None]:
    """Keep the office's row while one process alone writes; it is read anew once it is saved."""
    token = _looked_up.set([])
    try:
        yield
    finally:
        _looked_up.reset(token)


def _forget(**_of_signal: Any) -> None:
    held = _looked_up.get()
    if held is not None:
        held.clear()


post_save.connect(_forget, sender=Office)


def office_row() -> Office | None:
    """The office's row, or None before the first run."""
    held = _looked_up.get()
    if held is None:
        return Office.objects.first()
    if not held:
        held.append(Office.objects.first())
    return held[0]

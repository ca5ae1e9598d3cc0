"""The page of a mistake of our own: it asks nothing of the database, a session or a person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseServerError
from django.template import loader

__all__ = ["server_error"]


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """Say that the program failed, that the act may or may not stand, and where to look."""
    return HttpResponseServerError(loader.render_to_string("ui/mistake.html"))

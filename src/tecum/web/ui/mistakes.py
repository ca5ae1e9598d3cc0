"""The page of a mistake of our own: it asks nothing of the database, a session or a person."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader

__all__ = ["FormsAlone", "server_error"]


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """Say that the program failed, that the act may or may not stand, and where to look."""
    return HttpResponseServerError(loader.render_to_string("ui/mistake.html"))


class FormsAlone:
    """Say what an address is that was opened like a page though only a form is sent to it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code != 405 or request.method != "GET" or answer.content:
            return answer
        shown = render(request, "ui/forms_alone.html", status=405)
        shown["Allow"] = answer["Allow"]
        return shown

"""What stays in memory while the product runs is not searched for cycles again and again.

Python's collector goes through everything that lives, now and then in the middle of a page:
modules, templates, packs and the catalogue take it a tenth of a second. After the first pages
all of that is there for good, and is set aside.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import count

from django.http import HttpRequest, HttpResponse

__all__ = ["Resident"]

_SET_ASIDE_AFTER = frozenset({10, 100, 1000})
"""Requests after which what is there counts as there for good; pages load what they need late."""


class Resident:
    """Set aside what the first requests loaded."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._answered = count(1)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if next(self._answered) in _SET_ASIDE_AFTER:
            gc.collect()
            gc.freeze()
        return response

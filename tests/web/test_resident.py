"""What the first requests loaded is set aside from the search for cycles."""

from __future__ import annotations

import gc
import weakref

from django.http import HttpRequest, HttpResponse

from tecum.web.resident import Resident


class _Ring:
    """A value that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_there_is_set_aside_and_what_comes_later_is_still_collected() -> None:
    """After the tenth request nothing loaded is searched; a later cycle goes as ever."""
    answer = HttpResponse()
    pages = Resident(lambda request: answer)
    before = gc.get_freeze_count()
    try:
        for _ in range(9):
            assert pages(HttpRequest()) is answer
        assert gc.get_freeze_count() == before
        pages(HttpRequest())
        assert gc.get_freeze_count() > before
        ring = _Ring()
        held = weakref.ref(ring)
        del ring
        gc.collect()
        assert held() is None
    finally:
        gc.unfreeze()

"""What lies ready for every document: the office's profile, packs, calendars, catalogue."""

from __future__ import annotations

import json
import threading

from tecum.reckoning import Clock, by_id
from tecum.triage import Desk
from tecum.web.accounts.models import Office
from tecum.web.accounts.selectors import profile

__all__ = ["clocks", "desk", "forget"]

_lock = threading.Lock()
_desks: dict[str, Desk] = {}


def desk() -> Desk:
    """The desk of the office as its profile now stands; loaded once for each profile.

    Raises:
        LawError, ReckonError: a pack or calendar that the profile names cannot be used.
    """
    stored = json.dumps(Office.objects.get().profile, sort_keys=True)
    with _lock:
        if stored not in _desks:
            _desks.clear()
            _desks[stored] = Desk.for_office(profile())
        return _desks[stored]


def clocks(ready: Desk) -> dict[str, Clock]:
    """The clocks of the loaded packs, by id."""
    return by_id(block.clock for block in ready.packs.clocks)


def forget() -> None:
    """Load packs and calendars anew the next time: they have changed on the disk."""
    with _lock:
        _desks.clear()

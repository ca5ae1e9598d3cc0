"""The product states in its log how its clock is kept, and whatever befell the log."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings

from tecum.clock import is_synchronised, now, ticks
from tecum.ledger.config import LogConfig
from tecum.ledger.errors import Busy, Quarantined, StorageFailed
from tecum.ledger.notices import ClockSteps, state_clock, state_what_happened
from tecum.web.ledger.log import has_log, open_log

__all__ = ["state_of_the_log"]

LOG = logging.getLogger("tecum.notices")
REST = timedelta(minutes=1)
_looked: dict[str, tuple[datetime, ClockSteps]] = {}


def state_of_the_log() -> bool:
    """Append what has to be stated about the log itself, once it is due.

    Returns:
        Never that more is waiting: the next look is a minute later.
    """
    folder, at = settings.HOME.log, now()
    if not has_log():
        return False
    last, steps = _looked.get(str(folder), (None, ClockSteps()))
    stepped = steps.look(at, ticks())
    if last is not None and last <= at < last + REST and not stepped:
        return False
    _looked[str(folder)] = (at, steps)
    is_kept = LogConfig.read(folder).clock == "kept" or is_synchronised()
    log, found = open_log(), []
    try:
        found = state_what_happened(log, folder, at)
        if stepped:
            found.append(state_clock(log, folder, at, "stepped"))
        found.append(state_clock(log, folder, at, "synchronised" if is_kept else "unsynchronised"))
    except (Quarantined, Busy, StorageFailed) as error:
        LOG.warning("the log cannot take what is to be stated about it", exc_info=error)
    for one in found:
        if one is not None:
            LOG.info("stated", extra={"code": one.code, "by": one.type})
    return False

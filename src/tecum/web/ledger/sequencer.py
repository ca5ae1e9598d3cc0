"""Statements on their way into the log: in order, in batches, as often as it takes.

The act, its entry and its signed statement are committed first; from there this takes what
is not in the log yet. A statement that the log holds already keeps its index, so a crash
between the two only means that the same batch is offered again.
"""

from __future__ import annotations

import logging
import threading

from django.db import transaction

from tecum.ledger.errors import Busy, Quarantined, StorageFailed
from tecum.web.ledger.log import has_log, open_log
from tecum.web.ledger.models import Logged, Statement

__all__ = ["put_waiting_into_log"]

LOG = logging.getLogger("tecum.sequencer")
BATCH = 1000
_one_at_a_time = threading.Lock()


def put_waiting_into_log() -> bool:
    """Take one batch of waiting statements into the log.

    Returns:
        Whether more may be waiting. While the log may not sign, everything waits.
    """
    if not has_log():
        return False
    with _one_at_a_time:
        waiting = list(
            Statement.objects.filter(logged__isnull=True)
            .order_by("number")
            .values_list("number", "note")[:BATCH]
        )
        if not waiting:
            return False
        try:
            # A key may have retired between the signing of an act and this moment.
            indices = open_log().append([bytes(note) for _, note in waiting], late=True)
        except (Quarantined, Busy, StorageFailed) as error:
            LOG.warning("the log cannot sign now", extra={"count": len(waiting)}, exc_info=error)
            return False
        rows = [
            Logged(statement_id=number, index=index)
            for (number, _), index in zip(waiting, indices, strict=True)
        ]
        with transaction.atomic():
            Logged.objects.bulk_create(rows, ignore_conflicts=True)
    return len(waiting) == BATCH

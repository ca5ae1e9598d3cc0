"""The queue in the database: work that outlives the request and the process.

A job is made in the transaction of the act that calls for it. What was running when a
process died is queued again; after five tries a job stays as a row for a person to see.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import connection, transaction

from tecum.clock import now
from tecum.errors import TecumError
from tecum.web.background import BACKGROUND
from tecum.web.intake.models import Job

__all__ = ["enqueue", "enqueue_again", "requeue_abandoned", "work_all", "work_one"]

LOG = logging.getLogger("tecum.jobs")
TRIES = 5
WAITS = (2, 10, 60, 300)


def enqueue(kind: str, docket_id: str, subject: str) -> None:
    """Queue a job, once; inside the act's transaction."""
    Job.objects.get_or_create(
        kind=kind, docket_id=docket_id, subject=subject, defaults={"due_at": now()}
    )
    transaction.on_commit(lambda: BACKGROUND.wake("reader"))


def enqueue_again(kind: str, docket_id: str, subject: str) -> None:
    """Queue a job that was done before; one that still waits is left as it is."""
    anew = {"state": Job.QUEUED, "tries": 0, "due_at": now(), "ended_at": None, "error": ""}
    Job.objects.filter(
        kind=kind, docket_id=docket_id, subject=subject, state__in=(Job.DONE, Job.FAILED)
    ).update(**anew)
    enqueue(kind, docket_id, subject)


def requeue_abandoned() -> int:
    """Queue again what an earlier process of this installation left running."""
    return Job.objects.filter(state=Job.RUNNING).update(state=Job.QUEUED)


def work_one() -> bool:
    """Do the next job that is due; tells whether there was one."""
    job = _take()
    if job is None:
        return False
    try:
        _handlers()[job.kind](job.docket_id, job.subject)
    except Exception as error:
        # Whatever a document does to a reader, the queue goes on and the row says so.
        _failed(job, error)
        return True
    Job.objects.filter(pk=job.pk).update(state=Job.DONE, ended_at=now(), error="")
    return True


def work_all() -> int:
    """Do every job that is due now; gives how many."""
    done = 0
    while work_one():
        done += 1
    return done


def _take() -> Job | None:
    with transaction.atomic():
        queued = Job.objects.filter(state=Job.QUEUED, due_at__lte=now()).order_by("due_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            queued = queued.select_for_update(skip_locked=True)
        job = queued.first()
        if job is not None:
            job.state, job.tries = Job.RUNNING, job.tries + 1
            job.save(update_fields=["state", "tries"])
    return job


def _failed(job: Job, error: Exception) -> None:
    code = error.code if isinstance(error, TecumError) else type(error).__name__
    LOG.error("job failed", extra={"job": job.pk}, exc_info=error)
    over = job.tries >= TRIES
    wait = WAITS[min(job.tries, len(WAITS)) - 1]
    Job.objects.filter(pk=job.pk).update(
        state=Job.FAILED if over else Job.QUEUED,
        due_at=now() + timedelta(seconds=wait),
        ended_at=now() if over else None,
        error=code[:64],
    )


def _handlers() -> dict[str, Callable[[str, str], None]]:
    from tecum.web.intake.reading import read_arrival

    return {"read": read_arrival}

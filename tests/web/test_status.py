"""The status page: each fault turns its own line and no other; unknown is never green."""

from __future__ import annotations

import os
import time
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tecum.clock import now
from tecum.errors import DataUnusable
from tecum.web.intake.models import Job
from tecum.web.ledger import log as logs
from tecum.web.ledger.log import forget_log, open_log
from tecum.web.office.mailing import MailChannel, keep_channel
from tecum.web.status import selectors
from tecum.web.status.selectors import installation
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
STATES = {"ok", "limited", "missing", "not checked"}


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """A worker that counts as heard of however long the test takes."""
    settings.HOME.heartbeat.touch()
    os.utime(settings.HOME.heartbeat, (time.time() + 3600,) * 2)
    yield
    settings.HOME.heartbeat.unlink(missing_ok=True)


def states() -> dict[str, tuple[str, str]]:
    return {line.name: (line.state, line.cost) for line in installation()}


def test_each_line_says_its_state_and_what_to_do(staff: Staff) -> None:
    for line in installation():
        assert line.state in STATES
        assert line.found
        if line.state in ("missing", "limited"):
            assert line.get or line.cost, line


def _silent(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    old = time.time() - 3600
    os.utime(settings.HOME.heartbeat, (old, old))


def _never_heard(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    settings.HOME.heartbeat.unlink()


def _failed_job(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    Job.objects.create(kind="read", docket_id="0" * 64, subject="x", state="failed", due_at=now())


def _old_job(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    due = now() - timedelta(hours=2)
    Job.objects.create(kind="read", docket_id="0" * 64, subject="x", due_at=due)


def _full_disk(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")(1000, 990, 10)
    patch.setattr(selectors.shutil, "disk_usage", lambda _: usage)


def _no_signing(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DataUnusable("The log is damaged.")

    patch.setattr(type(open_log()), "check", lambda _: refuse())


def _backup(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    path = settings.HOME.root / "backup" / "made"
    path.parent.mkdir(exist_ok=True)
    path.touch()
    os.utime(path, (time.time() - 90_000,) * 2)


def _unproved_mail(staff: Staff, patch: pytest.MonkeyPatch) -> None:
    found = MailChannel("127.0.0.1", 2525, "none", "", "records@office.example")
    keep_channel(staff.operator, found)


FAULTS: dict[str, tuple[str, str, Callable[[Staff, pytest.MonkeyPatch], None]]] = {
    "a silent worker": ("Worker", "missing", _silent),
    "a worker never heard of": ("Worker", "not checked", _never_heard),
    "a job that failed": ("Queue of documents", "limited", _failed_job),
    "a job that waits": ("Queue of documents", "limited", _old_job),
    "a full disk": ("Storage", "missing", _full_disk),
    "a log that may not sign": ("Log", "missing", _no_signing),
    "mail out that was not proved": ("Mail", "limited", _unproved_mail),
    "an old backup": ("Backup", "limited", _backup),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_turns_its_own_line_and_no_other(
    staff: Staff, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    name, state, inject = FAULTS[fault]
    before = states()
    inject(staff, monkeypatch)
    after = states()
    (settings.HOME.root / "backup" / "made").unlink(missing_ok=True)
    assert after[name][0] == state
    assert {line for line in before if before[line] != after[line]} == {name}


def test_a_log_that_is_gone_is_said_and_the_others_stand(staff: Staff) -> None:
    before = states()
    moved = settings.HOME.log.with_name("elsewhere")
    settings.HOME.log.rename(moved)
    forget_log()
    try:
        after = states()
    finally:
        moved.rename(settings.HOME.log)
    assert after["Log"][0] == "missing"
    assert {line for line in before if before[line] != after[line]} <= {"Log", "Witnesses"}
    assert logs.has_log()


def test_what_cannot_be_looked_at_is_not_green(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Any:
        raise OSError("no")

    monkeypatch.setattr(selectors, "witnesses_now", broken)
    assert states()["Witnesses"][0] == "not checked"


@contextmanager
def read_only() -> Iterator[None]:
    """No connection may write."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA query_only = OFF")


def test_the_page_is_for_those_who_lead_or_operate(staff: Staff) -> None:
    for person in (staff.lead, staff.operator):
        answer = signed_in(person).get("/status")
        assert answer.status_code == 200
        assert b"not checked" in answer.content
    for person in (staff.clerk, staff.counsel, staff.auditor, staff.custodian):
        assert signed_in(person).get("/status").status_code == 404


def test_the_page_works_while_the_database_cannot_be_written(staff: Staff) -> None:
    client = signed_in(staff.operator)
    with read_only():
        answer = client.get("/status")
    assert answer.status_code == 200
    assert "opened for reading alone" in answer.content.decode()

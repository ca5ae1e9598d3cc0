"""Several processes that start on one database: one brings it up to date, the others wait."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection

from tecum.docket.acts.course import Audience
from tecum.web import upgrading
from tecum.web.docket import current, services
from tecum.web.docket.current import how_projected
from tecum.web.docket.models import Demand, Obligation, Projected
from tecum.web.docket.versions import NUMBERS
from tests.web.conftest import make_staff
from tests.web.rebuilt import snapshot
from tests.web.test_demand import _demand

pytestmark = pytest.mark.usefixtures("committed")
PROCESSES = 3


def test_of_several_that_start_at_once_one_works_and_all_find_it_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    staff = make_staff()
    docket = _demand(staff)
    services.add_note(staff.clerk, docket, "Looked at", Audience.MATTER)
    whole = snapshot()
    Obligation.objects.all().delete()
    Demand.objects.update(kind="other")
    Projected.objects.update_or_create(pk=1, defaults={"numbers": {**NUMBERS, "Demand": 0}})
    together = threading.Barrier(PROCESSES)
    worked: list[int] = []
    failed: list[Exception] = []
    go_on = current._go_on

    def counted(row: Projected, say: Any) -> None:
        worked.append(row.pk)
        go_on(row, say)

    monkeypatch.setattr(current, "_go_on", counted)

    def start() -> None:
        try:
            together.wait(120)
            upgrading.upgrade()
        except Exception as problem:
            failed.append(problem)
        finally:
            connection.close()

    begun = [threading.Thread(target=start) for _ in range(PROCESSES)]
    for one in begun:
        one.start()
    for one in begun:
        one.join(120)
    assert not failed
    assert snapshot() == whole
    assert how_projected().state == "current"
    # On SQLite the lock of the data folder keeps a second process from coming this far.
    assert len(worked) == 1 or connection.vendor == "sqlite"

"""SQLite knows how full its tables are: after an upgrade, and once a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tecum import clock
from tecum.web import background
from tecum.web.docket.models import Entry
from tecum.web.engine import base
from tests.web.conftest import Staff
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _not_yet() -> Iterator[None]:
    background._looked_over.clear()
    yield
    background._looked_over.clear()


def noted() -> dict[str, int]:
    """Table → how many rows SQLite believes to be in it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl, MAX(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl")
        return dict(cursor.fetchall())


def test_the_rows_of_a_table_are_noted(staff: Staff) -> None:
    demand_at_work(staff)
    base.look_over(connection)
    assert noted()["docket_entry"] == Entry.objects.count()


def test_a_newer_library_is_asked_to_choose_the_tables(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base.sqlite3, "sqlite_version_info", base.LOOKS_ITSELF)
    with CaptureQueriesContext(connection) as captured:
        base.look_over(connection)
    said = [row["sql"] for row in captured.captured_queries]
    assert said[:2] == ["PRAGMA analysis_limit = 1000", "PRAGMA optimize = 0x10002"]


def test_no_sample_of_a_value_is_kept(staff: Staff) -> None:
    demand_at_work(staff)
    base.look_over(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat_'")
        for (table,) in cursor.fetchall():
            if table != "sqlite_stat1":
                cursor.execute(f"SELECT COUNT(*) FROM {table}")
                assert cursor.fetchone() == (0,), table


def test_it_is_done_once_a_day(staff: Staff) -> None:
    start = clock.now()
    done = []
    for hours in (0, 1, 23, 24, 25, 48):
        with clock.at_fixed(start + timedelta(hours=hours)):
            done.append(background.look_over_once_a_day())
    assert done == [True, False, False, True, False, True]

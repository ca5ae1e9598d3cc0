"""The running product states its clock daily and whatever befell its log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings

from tecum.clock import at_fixed, now
from tecum.ledger.errors import Quarantined
from tecum.ledger.log import Log
from tecum.ledger.statement import Statement
from tecum.web.ledger import notices
from tecum.web.ledger.log import open_log
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "_looked", {})
    monkeypatch.setattr(notices, "is_synchronised", lambda: True)


def stated() -> list[tuple[str, str]]:
    log = open_log()
    rows = (Statement.parse(row.statement) for row in log.store.rows(0, log.store.size()))
    return [(one.type, one.value("code") or "") for one in rows if one.docket is None][1:]


def test_the_clock_is_stated_once_a_day_and_at_every_step(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = now()
    passed = [0.0]
    monkeypatch.setattr(notices, "ticks", lambda: passed[0])

    def look(after: timedelta, ticks: float | None = None) -> None:
        passed[0] = after.total_seconds() if ticks is None else ticks
        with at_fixed(start + after):
            assert notices.state_of_the_log() is False

    kept = ("clock.status", "synchronised")
    look(timedelta())
    look(timedelta(seconds=30))
    look(timedelta(hours=1))
    assert stated() == [kept]
    look(timedelta(days=1))
    assert stated() == [kept, kept]
    look(timedelta(days=1, hours=1), 86_400.0 + 1.0)
    assert stated() == [kept, kept, ("clock.status", "stepped"), kept]
    monkeypatch.setattr(notices, "is_synchronised", lambda: False)
    look(timedelta(days=1, hours=2), 86_400.0 + 3601.0)
    assert stated()[4:] == [("clock.status", "unsynchronised")]


def test_a_clock_that_the_operator_keeps_counts_as_kept(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "is_synchronised", lambda: False)
    with (settings.HOME.log / "log.toml").open("a") as config:
        config.write("[witnessing]\nclock = 'kept'\n")
    notices.state_of_the_log()
    assert stated() == [("clock.status", "synchronised")]


def test_an_incident_is_stated_and_a_log_that_may_not_sign_is_left(
    staff: Staff, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = settings.HOME.log / "evidence"
    folder.mkdir(exist_ok=True)
    (folder / "quarantine-20260302T091400Z.txt").write_text("tile.mismatch: a tile\n")

    def refuse(log: Log, statements: object) -> list[int]:
        raise Quarantined("tile.mismatch", "a tile")

    with monkeypatch.context() as patch:
        patch.setattr(Log, "append", refuse)
        assert notices.state_of_the_log() is False
    assert stated() == []
    monkeypatch.setattr(notices, "_looked", {})
    notices.state_of_the_log()
    assert stated() == [("incident.recorded", "quarantine"), ("clock.status", "synchronised")]


def test_without_a_log_nothing_is_stated(db: None) -> None:
    assert notices.state_of_the_log() is False

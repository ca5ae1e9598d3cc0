"""The demonstration: a docket with something due on its day, apart from any real office."""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest
from django.conf import settings

from tecum import clock
from tecum.clock import parse_instant
from tecum.docket.acts.course import Audience
from tecum.docket.duties import Lane
from tecum.errors import CheckFailed
from tecum.web.accounts.models import Person
from tecum.web.demo.build import build
from tecum.web.demo.documents import specimens
from tecum.web.demo.replayed import watched
from tecum.web.demo.stories import Cast, register
from tecum.web.demo.tour import BEGINNING, progress, steps
from tecum.web.docket import services
from tecum.web.docket.board import deadline_lanes
from tecum.web.docket.listing import demands
from tecum.web.docket.models import Docket
from tecum.web.docket.record import new_docket_id
from tecum.web.intake.inbox import inbox
from tecum.web.ledger.selectors import waiting_count
from tecum.web.run import DEMO_AT, go_on_from_newest
from tecum.words import Role
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db


def test_a_real_office_is_left_alone(staff: Staff) -> None:
    with pytest.raises(CheckFailed) as refused:
        build()
    assert refused.value.code == "demo.real-data"


def test_the_papers_are_the_same_bytes_each_time() -> None:
    first = {name: paper.content for name, paper in specimens().items()}
    assert first == {name: paper.content for name, paper in specimens().items()}
    assert all(content.startswith(b"%PDF-") for content in first.values())


def test_the_day_of_the_demonstration() -> None:
    build()
    build()
    counsel = Person.objects.get(held_roles__role=Role.COUNSEL)
    with clock.at_fixed(parse_instant(DEMO_AT)):
        lanes = {lane: held.rows for lane, held in deadline_lanes(counsel).items()}
        rows = demands(counsel)
        headlines = {status.code.value for row in rows for status in row.statuses}
        waiting = inbox(counsel)
    assert {row.number for row in lanes[Lane.TODAY]} == {"D-0002", "D-0003"}
    assert lanes[Lane.OVERDUE] == ()
    three = {row.view.safe for row in lanes[Lane.WITHIN_3_WORKING_DAYS]}
    assert three == {date(2020, 1, 16)}
    fourteen = [row.view.safe for row in lanes[Lane.WITHIN_14_DAYS]]
    assert fourteen.count(date(2020, 1, 27)) == 3
    assert {row.number for row in lanes[Lane.CANNOT_BE_COUNTED]} >= {"D-0001", "D-0008"}
    assert headlines >= {
        "under_order",
        "in_litigation",
        "answer_disputed",
        "due_soon",
        "needs_decision",
        "partly_answered",
    }
    assert [row.summary["kind"] for row in waiting] == ["notification_request"]
    assert waiting_count() == 0
    before = snapshot()
    rebuild_all()
    assert snapshot() == before


def test_another_docket_without_an_office_is_left_alone() -> None:
    Docket.objects.create(id=new_docket_id(), kind="demand", opened_at=clock.now())
    with pytest.raises(CheckFailed) as refused:
        build()
    assert refused.value.code == "demo.real-data"
    assert Docket.objects.count() == 1
    assert Person.objects.count() == 0


def test_every_line_that_the_threads_must_show_is_looked_at_and_holds() -> None:
    """The threads say it; the chronologies, the campaign and the packs are asked (P22.0)."""
    build()
    lead = Person.objects.get(held_roles__role=Role.LEAD, name="Lead")
    threads = watched(lead)
    assert [page.thread.id for page, _rows in threads]
    assert {len(rows) for _page, rows in threads} == {6}
    wrong = [
        (page.thread.id, row.result.id, one.what)
        for page, rows in threads
        for row in rows
        for one in row.shown
        if not one.holds
    ]
    assert wrong == []
    assert all(row.holds for _page, rows in threads for row in rows)


def test_the_tour_asks_the_docket_and_not_its_clicks() -> None:
    with clock.at_fixed(parse_instant(DEMO_AT)):
        build()
        assert [step.is_done for step in steps()] == [False] * 7
        assert [step.waits for step in steps()] == [None, 1, 2, 3, 4, None, None]
        clerk = Person.objects.get(held_roles__role=Role.CLERK)
        waiting = inbox(clerk)[0].arrival.docket_id
        assert waiting in steps()[0].url
        register(Cast(clerk=clerk, counsel=clerk, lead=clerk), waiting)
        assert [step.is_done for step in steps()] == [True, *[False] * 6]
        assert waiting in steps()[1].url
        build()
        assert progress().number == 2
    (settings.HOME.root / BEGINNING).unlink()
    assert progress().done == 0


def test_a_demonstration_that_was_stopped_goes_on_from_its_newest_entry(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECUM_AT", DEMO_AT)
    at = demand_at_work(staff)
    later = clock.now() + timedelta(hours=2)
    with clock.at_fixed(later):
        services.add_note(staff.counsel, at.docket, "Called.", Audience.MATTER)
    with clock.at_fixed(later - timedelta(hours=3)):
        go_on_from_newest()
        assert clock.now() == later
        assert parse_instant(os.environ["TECUM_AT"]) == later
        go_on_from_newest()
        assert clock.now() == later

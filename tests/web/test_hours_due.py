"""A date that is over at an hour is over at that hour, and what ends with a day is due that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from tecum import clock
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.duties import Lane
from tecum.docket.state.model import ObligationStep
from tecum.reckoning.asked import Asked, FixedDate, StatedPeriod, answered
from tecum.reckoning.events import Event
from tecum.web.demo.paper import pdf
from tecum.web.docket import services
from tecum.web.docket.board import deadline_lanes
from tecum.web.docket.counted import moment
from tecum.web.docket.desk import clocks, desk
from tecum.web.docket.models import Obligation
from tecum.words import Counting, Direction, Unit
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import confirm_all, read_paper, registration

pytestmark = pytest.mark.django_db

PAPER = (
    "EXAMPLE AGENCY",
    "ADMINISTRATIVE SUBPOENA",
    "To: Example County Sheriff",
    "You are commanded to produce the records listed below on or before",
    "January 15, 2020 at 10:00 a.m.",
)
BEFORE = datetime(2020, 1, 15, 16, 59, tzinfo=UTC)  # 09:59 in Denver
AFTER = datetime(2020, 1, 15, 17, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.at_fixed(datetime(2020, 1, 13, 18, 0, tzinfo=UTC)):
        yield


def test_a_printed_hour_is_kept_and_after_it_the_date_is_over(staff: Staff) -> None:
    at = read_paper(staff, pdf(list(PAPER)))
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration())
    (entry,) = services.reckon_deadlines(staff.counsel, at.docket)
    assert entry.act.due == datetime(2020, 1, 15, 17, 0, tzinfo=UTC)
    row = Obligation.objects.get(docket_id=at.docket, state=ObligationStep.FIXED.value)
    assert (row.safe_on, row.safe_at) == (date(2020, 1, 15), entry.act.due)
    for now, lane in ((BEFORE, Lane.TODAY), (AFTER, Lane.OVERDUE)):
        with clock.at_fixed(now):
            lanes = deadline_lanes(staff.counsel)
            assert [name for name in Lane if lanes[name].rows] == [lane]


def counted(of: StatedPeriod | FixedDate, start: datetime | None, zone: str) -> date | datetime:
    ready = desk()
    asked = Asked(
        of=of,
        known_on=date(2020, 1, 13),
        event=Event.on("receipt", start) if start else None,
        zone=zone,
    )
    found = answered(asked, clocks(ready), ready.calendars)
    assert found.safe is not None
    return moment(found.safe, ready.office.zone)


def hours(n: int) -> StatedPeriod:
    return StatedPeriod(n, Unit.HOURS, Counting.UNSTATED, Direction.AFTER, "frcp-6")


def test_hours_that_end_at_midnight_are_due_on_the_day_that_ends(staff: Staff) -> None:
    noon = datetime(2020, 1, 15, 19, 0, tzinfo=UTC)
    assert counted(hours(36), noon, "America/Denver") == date(2020, 1, 16)
    assert counted(hours(35), noon, "America/Denver") == datetime(2020, 1, 17, 6, 0, tzinfo=UTC)


def test_a_day_that_ends_elsewhere_is_over_when_it_ends_there(staff: Staff) -> None:
    end = FixedDate(date(2020, 1, 15), None, "frcp-6")
    assert counted(end, None, "America/Denver") == date(2020, 1, 15)
    assert counted(end, None, "America/New_York") == datetime(2020, 1, 16, 5, 0, tzinfo=UTC)


DETAINER = (
    "U.S. DEPARTMENT OF HOMELAND SECURITY",
    "IMMIGRATION DETAINER - NOTICE OF ACTION",
    "TO: Example County Sheriff",
    "FROM: U.S. Immigration and Customs Enforcement, Field Office",
    "IT IS THEREFORE REQUESTED THAT YOU:",
    "Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the time",
    "when he/she would otherwise have been released from your custody.",
    "DHS Form I-247A (3/17)",
)


def test_a_hold_starts_when_the_release_that_did_not_come_is_recorded(staff: Staff) -> None:
    at = read_paper(staff, pdf(list(DETAINER)))
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration())
    assert services.reckon_deadlines(staff.counsel, at.docket) == []
    friday = datetime(2020, 1, 10, 17, 0, tzinfo=ZoneInfo("America/Denver"))
    services.record_owed_event(staff.counsel, at.docket, RunsFrom.OTHERWISE_RELEASE, friday)
    (entry,) = services.reckon_deadlines(staff.counsel, at.docket)
    assert entry.act.clock == "dhs-detainer-48h"
    # Sunday by the form; by the regulation neither Saturday nor Sunday counts.
    assert [row.due for row in entry.act.readings] == [
        datetime(2020, 1, 13, 0, 0, tzinfo=UTC),
        datetime(2020, 1, 15, 0, 0, tzinfo=UTC),
    ]
    page = signed_in(staff.counsel, HTTP_ACCEPT_LANGUAGE="es").get(
        reverse("docket:dates", args=[at.docket])
    )
    said = page.content.decode().lower()
    assert "sábado (" in said
    assert "saturday (" not in said

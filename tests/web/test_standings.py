"""What lists say of a demand from its rows is what its own page says from its entries."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tecum.clock import at_fixed
from tecum.docket.acts import ClockStarted, ClockTolled, DemandRegistered, DemandSent, DueDateSet
from tecum.docket.acts.clocks import DueReason, TollReason
from tecum.docket.acts.registration import DueStated, Urgency
from tecum.docket.duties import Lane, lanes
from tecum.docket.entry import DocketKind, Label, ObligationId
from tecum.docket.parts import DateRead, ItemAsked
from tecum.docket.status import StatusCode, statuses
from tecum.docket.vocabulary import Direction, ObligationObject
from tecum.web.docket import states
from tecum.web.docket.board import deadline_lane, deadline_lanes
from tecum.web.docket.calendar import working_days
from tecum.web.docket.listing import ORDERS, Asked, demands
from tecum.web.docket.models import Demand
from tecum.web.docket.record import new_docket_id, record
from tecum.web.docket.selectors import as_of, demand_page
from tecum.web.docket.standings import DATED, having, standings, this_moment
from tecum.words import Category, Channel, DueForm, Kind, Side, Trigger, Unit
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
START = datetime(2020, 1, 6, 16, tzinfo=UTC)
SHA = "0" * 64


def _demand(staff: Staff, number: int, direction: Direction) -> tuple[str, str]:
    docket = new_docket_id()
    entry = record(staff.counsel, docket, _registered(number, direction), opens=DocketKind.DEMAND)
    return docket, entry.id


def _registered(number: int, direction: Direction) -> DemandRegistered:
    return DemandRegistered(
        number=f"S-{number}",
        direction=direction,
        kind=Kind.RECORDS_REQUEST,
        issuer="Example Agency",
        issuer_class=None,
        judicial=None,
        recipient="Example County Sheriff",
        items=(ItemAsked(label=Label("1"), text="Records", category=Category.OTHER),),
        urgency=Urgency.ROUTINE,
    )


def _clock(trigger: str, safe: date | datetime, latest: date | datetime, name: str) -> ClockStarted:
    return ClockStarted(
        obligation=ObligationId(name),
        object=ObligationObject.ANSWER,
        clock="example/answer/1",
        pack=SHA,  # type: ignore[arg-type]
        trigger=trigger,  # type: ignore[arg-type]
        readings=(
            DateRead(name="plain", due=safe, cite="example 1"),
            DateRead(name="other", due=latest, cite="example 2"),
        ),
        safe=safe,
        latest=latest,
        owed_by=Side.OURS,
    )


@pytest.fixture
def many(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days and instants, one reading and two, a pause, a date typed in, something sent."""
    plain = states.rules
    monkeypatch.setattr(states, "rules", lambda: replace(plain(), confirm_days=5))
    first, noon = date(2020, 1, 10), datetime(2020, 1, 10, 19, tzinfo=UTC)
    spans = [
        (first, first), (first, first + timedelta(4)), (noon, noon),
        (noon, noon + timedelta(4)), (first, noon + timedelta(4)),
    ]  # fmt: skip
    with at_fixed(START):
        for n, (safe, latest) in enumerate(spans):
            docket, entry = _demand(staff, n, Direction.INWARD)
            record(staff.counsel, docket, _clock(entry, safe, latest, "answer.1"))
            if n == 0:
                record(staff.counsel, docket, _clock(entry, noon, noon, "answer.2"))
                pause = ClockTolled(
                    obligation=ObligationId("answer.2"), reason=next(iter(TollReason))
                )
                record(staff.counsel, docket, pause)
        docket, _ = _demand(staff, 8, Direction.INWARD)
        stated = DueDateSet(
            obligation=ObligationId("stated.1"),
            object=ObligationObject.ANSWER,
            due=first,
            reason=DueReason.STATED_IN_DOCUMENT,
        )
        record(staff.counsel, docket, stated)
        docket, _ = _demand(staff, 9, Direction.OUTWARD)
        sent = DemandSent(document=SHA, to="Example County Sheriff", channel=Channel.POST)  # type: ignore[arg-type]
        record(staff.lead, docket, sent)


MOMENTS = [
    START + timedelta(hours=hours)
    for hours in (0, 30, 60, 85, 98, 98.99, 99.01, 104, 110, 111, 118, 121, 195, 206, 214, 400)
]


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_rows_and_entries_say_the_same(staff: Staff, many: None, moment: datetime) -> None:
    with at_fixed(moment):
        asked = this_moment()
        rows = list(Demand.objects.all())
        held = standings(rows, asked)
        by_code: dict[StatusCode, set[str]] = {code: set() for code in StatusCode}
        for row in rows:
            codes = [one.code for one in statuses(states.state_of(row.docket), as_of())]
            assert [one.code for one in held.get(row.docket_id, ())] == codes, row.number
            for code in codes:
                by_code[code].add(row.docket_id)
        for code, expected in by_code.items():
            found = Demand.objects.filter(having(code, asked)).values_list("docket_id", flat=True)
            assert set(found) == expected, code


def test_every_status_with_a_day_was_among_them(staff: Staff, many: None) -> None:
    seen: set[StatusCode] = set()
    for moment in MOMENTS:
        with at_fixed(moment):
            held = standings(Demand.objects.all(), this_moment()).values()
            seen |= {one.code for one in itertools.chain.from_iterable(held)}
    assert seen >= set(DATED)


def test_the_list_names_the_next_date_of_the_page(staff: Staff, many: None) -> None:
    with at_fixed(START):
        for row in demands(staff.counsel):
            page = demand_page(staff.counsel, row.demand.docket_id)
            days = [
                view.safe.astimezone(this_moment().rules.tz).date()
                if isinstance(view.safe, datetime)
                else view.safe
                for view in page.obligations
                if view.safe is not None and view.standing.value == "fixed"
            ]
            assert row.next_due == min(days, default=None)


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_each_obligation_is_in_the_lane_that_its_entries_give(
    staff: Staff, many: None, moment: datetime
) -> None:
    with at_fixed(moment):
        expected: dict[tuple[str, str], Lane] = {}
        for row in Demand.objects.all():
            held = lanes(states.state_of(row.docket), as_of(), working_days())
            for lane, views in held.items():
                expected |= {(row.docket_id, view.id): lane for view in views}
        board = deadline_lanes(staff.counsel)
        shown = {
            (row.docket, row.view.id): lane for lane, held in board.items() for row in held.rows
        }
        assert shown == expected
        assert sum(held.count for held in board.values()) == len(expected)
        for lane, whole in board.items():
            assert _paged(staff, lane) == [(row.docket, row.view.id) for row in whole.rows]


def _paged(staff: Staff, lane: Lane) -> list[tuple[str, str]]:
    """A lane read two rows at a time."""
    found: list[tuple[str, str]] = []
    after: str | None = ""
    while after is not None:
        page = deadline_lane(staff.counsel, lane, after=after, limit=2)
        found += [(row.docket, row.view.id) for row in page.rows]
        after = page.following
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_pages_of_the_list_hold_each_demand_once_in_order(
    staff: Staff, many: None, order: str
) -> None:
    whole = [row.demand.pk for row in demands(staff.counsel, Asked(order=order))]
    assert len(whole) == 7
    found: list[str] = []
    while True:
        after = found[-1] if found else None
        page = demands(staff.counsel, Asked(order=order), after=after, limit=2)
        found += [row.demand.pk for row in page]
        if len(page) < 2:
            break
    assert found == whole
    by_number = [row.demand.number for row in demands(staff.counsel, Asked(order="number"))]
    assert by_number == sorted(by_number)
    dates = [row.next_due for row in demands(staff.counsel, Asked(order="due"))]
    assert dates == sorted(dates, key=lambda day: day or date.max)


def test_a_clock_not_started_waits_on_the_board(staff: Staff) -> None:
    due = DueStated(form=DueForm.PERIOD, amount=14, unit=Unit.DAYS, trigger=Trigger.SERVICE)
    docket = new_docket_id()
    act = replace(_registered(1, Direction.INWARD), due=(due, due))
    record(staff.counsel, docket, act, opens=DocketKind.DEMAND)
    board = deadline_lanes(staff.counsel)
    assert {lane: held.count for lane, held in board.items() if held.count} == {
        Lane.CANNOT_BE_COUNTED: 2
    }
    rows = board[Lane.CANNOT_BE_COUNTED].rows
    assert [(row.view.id, row.view.why_no_date) for row in rows] == [
        ("phrase.1", "awaits service"), ("phrase.2", "awaits service"),
    ]  # fmt: skip
    theirs = deadline_lanes(staff.counsel, owner="theirs")
    assert not any(held.count for held in theirs.values())

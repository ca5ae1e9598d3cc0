"""A date that an order quashed, on the board and on its demand: what is offered, and recorded."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from tecum.docket.acts import ClockStarted, ClockStopped, OrderEntered, OrderStayed
from tecum.docket.acts.courts import OrderEffect
from tecum.docket.acts.service import ServedBy
from tecum.docket.entry import EntryId, ObligationId
from tecum.docket.parts import DateRead
from tecum.docket.state.model import Obligation, ObligationStep
from tecum.docket.vocabulary import ObligationObject
from tecum.provenance import Sha256
from tecum.web.docket import services
from tecum.web.docket.models import Entry
from tecum.web.docket.record import record
from tecum.web.docket.selectors import state_for
from tecum.words import Side
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import registration

pytestmark = pytest.mark.django_db
RUNS = "An order in force quashed all that this date is for."
FELL = "This was stopped for an order to quash that has been stayed since."
DUE = date(2030, 1, 13)


@pytest.fixture
def docket(staff: Staff) -> str:
    """A demand with a date to answer by, and one until which somebody is held."""
    docket = services.register_demand(staff.counsel, None, registration()).docket
    served = services.record_service(staff.clerk, docket, ServedBy.HAND, DUE)
    for name, owed in (("answer.1", ObligationObject.ANSWER), ("hold.1", ObligationObject.HOLD)):
        clock = ClockStarted(
            obligation=ObligationId(name),
            object=owed,
            clock="c",
            pack=Sha256("a" * 64),
            trigger=EntryId(served.id),
            readings=(DateRead(name="r", due=DUE, cite="Rule"),),
            safe=DUE,
            latest=DUE,
            owed_by=Side.OURS,
        )
        record(staff.counsel, docket, clock)
    return docket


def order(staff: Staff, docket: str) -> str:
    act = OrderEntered(court="Example District Court", effect=OrderEffect.QUASHES)
    return str(record(staff.counsel, docket, act).id)


def owed(docket: str, name: str = "answer.1") -> Obligation:
    state = state_for(docket)
    assert state is not None
    return state.obligations[ObligationId(name)]


def page(client: Client, docket: str) -> str:
    return client.get(f"/docket/{docket}/dates").content.decode()


def press(client: Client, docket: str, slug: str, **typed: str) -> None:
    """Send the form that the page offers, as it stands there, with what is typed into it."""
    shown = page(client, docket)
    action = f'action="/docket/{docket}/record/{slug}"'
    form = next(
        part for part in shown.split("<form ")[1:] if part.startswith(f'method="post" {action}')
    )
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    answer = client.post(f"/docket/{docket}/record/{slug}", {**fields, **typed})
    assert answer.status_code == 302, answer.content.decode()[-1500:]


def test_nothing_is_said_while_the_items_are_asked(staff: Staff, docket: str) -> None:
    client = signed_in(staff.counsel)
    assert RUNS not in page(client, docket)
    assert RUNS not in client.get("/deadlines").content.decode()


def test_the_board_and_the_demand_say_it_and_nothing_stops(staff: Staff, docket: str) -> None:
    order(staff, docket)
    client = signed_in(staff.counsel)
    assert owed(docket).step is ObligationStep.FIXED
    board = client.get("/deadlines").content.decode()
    assert board.count(RUNS) == 1
    assert page(client, docket).count(RUNS) == 1


def test_the_offer_records_the_cause_and_the_order(staff: Staff, docket: str) -> None:
    ref = order(staff, docket)
    client = signed_in(staff.counsel)
    press(client, docket, "clock-stopped")
    state = state_for(docket)
    assert state is not None
    act = list(state.entries.values())[-1].act
    assert isinstance(act, ClockStopped)
    assert (act.obligation, act.cause.value, act.by) == ("answer.1", "quashed", ref)
    assert owed(docket).step is ObligationStep.STOPPED
    assert owed(docket, "hold.1").step is ObligationStep.FIXED
    assert RUNS not in page(client, docket)
    assert RUNS not in client.get("/deadlines").content.decode()


def test_a_clerk_reads_who_records_it(staff: Staff, docket: str) -> None:
    order(staff, docket)
    shown = page(signed_in(staff.clerk), docket)
    assert RUNS in shown
    assert "Counsel or the lead records it." in shown
    assert "/record/clock-stopped" not in shown


def test_an_order_that_falls_is_said_and_the_date_offered_again(staff: Staff, docket: str) -> None:
    ref = order(staff, docket)
    client = signed_in(staff.counsel)
    press(client, docket, "clock-stopped")
    record(staff.counsel, docket, OrderStayed(order=EntryId(ref)))
    before = Entry.objects.filter(docket=docket).count()
    assert FELL in page(client, docket)
    assert owed(docket).step is ObligationStep.STOPPED
    assert Entry.objects.filter(docket=docket).count() == before
    press(client, docket, "clock-resumed", safe="2030-02-20")
    again = owed(docket)
    assert (again.step, again.safe) == (ObligationStep.FIXED, date(2030, 2, 20))
    assert FELL not in page(client, docket)

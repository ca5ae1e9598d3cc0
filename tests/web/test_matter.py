"""The matter page: what belongs together, seen from any of it, and never through what is hidden."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tecum.docket.acts import (
    MeasureImposed,
    MeasureThreatened,
    OrderEntered,
    ProceedingEnded,
    ProceedingOpened,
    ProceedingStepTaken,
)
from tecum.docket.acts.courts import OrderEffect, ProceedingKind, ProceedingOutcome, ProceedingStep
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.registration import Need, Relation, SealGround
from tecum.docket.entry import DocketId
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may_see_subjects, subjects_seen, visible_dockets
from tecum.web.docket import services, states
from tecum.web.docket.listing import demands
from tecum.web.docket.matter import in_matters, matter_page
from tecum.web.docket.models import Demand, Docket
from tecum.web.docket.record import record
from tecum.web.intake.services import receive_document
from tecum.words import Channel
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot
from tests.web.world import one_of_each, registration

pytestmark = pytest.mark.django_db
MOST = 30
"""Queries of one page at most (DOCKET 2.6)."""


def demand(staff: Staff, n: int, *, subject: str = "Subject A") -> str:
    docket = receive_document(f"paper {n}".encode(), None, Channel.FAX, staff.clerk).docket
    services.register_demand(staff.clerk, docket, registration(subject=subject))
    return docket


def chain(staff: Staff, count: int) -> list[str]:
    """Demands of which each follows the one before."""
    made = [demand(staff, n) for n in range(count)]
    for earlier, later in pairwise(made):
        services.link_dockets(staff.clerk, later, earlier, Relation.FOLLOWS)
    return made


def matter_of(person: Person, docket: str) -> set[str]:
    """The dockets that the page of a matter tells somebody of."""
    page = matter_page(person, docket)
    assert page.more is None
    return {row.demand.pk for row in page.demands} | set(page.unregistered)


def test_a_matter_is_the_same_from_each_of_its_demands(staff: Staff) -> None:
    linked = chain(staff, 5)
    alone = demand(staff, 9)
    for docket in linked:
        assert matter_of(staff.clerk, docket) == set(linked)
    assert matter_of(staff.clerk, alone) == {alone}
    rows = {row.demand.pk: row.is_of_matter for row in demands(staff.clerk)}
    assert rows == {**dict.fromkeys(linked, True), alone: False}
    listed = signed_in(staff.clerk).get("/docket").content.decode()
    assert f'href="/docket/{linked[0]}/matter"' in listed
    assert f'href="/docket/{alone}/matter"' not in listed


def test_the_same_text_to_another_is_no_tie(staff: Staff) -> None:
    one, other = demand(staff, 1), demand(staff, 2)
    services.link_dockets(staff.clerk, one, other, Relation.SAME_TEXT_AS)
    assert matter_of(staff.clerk, one) == {one}
    said = signed_in(staff.clerk).get(f"/docket/{one}/matter").content.decode()
    assert "This demand stands alone." in said


def test_a_proceeding_or_an_order_ties_the_demands_that_it_names(staff: Staff) -> None:
    one, second, third = (demand(staff, n) for n in range(3))
    suit = ProceedingOpened(
        kind=ProceedingKind.MOTION_TO_QUASH,
        court="Example District Court",
        demands=(DocketId(one), DocketId(second)),
    )
    record(staff.counsel, one, suit)
    order = OrderEntered(
        court="Example Court", effect=OrderEffect.QUASHES, demands=(DocketId(third),)
    )
    record(staff.counsel, third, order)
    assert matter_of(staff.clerk, second) == {one, second}
    ties = {row.demand.pk: row.ties for row in matter_page(staff.clerk, second).demands}
    assert ties == {one: ("proceeding",), second: ("proceeding",)}
    assert matter_of(staff.clerk, third) == {third}


def test_what_is_hidden_ties_nothing(staff: Staff) -> None:
    first, middle, last = chain(staff, 3)
    services.seal_matter(
        staff.lead, middle, SealGround.OFFICE_WALL, [staff.lead.public_id, staff.counsel.public_id]
    )
    assert matter_of(staff.counsel, first) == {first, middle, last}
    assert matter_of(staff.clerk, first) == {first}
    assert in_matters(staff.clerk, [first, last]) == frozenset()
    assert in_matters(staff.counsel, [first, last]) == {first, last}
    with pytest.raises(NotFound):
        matter_page(staff.clerk, middle)
    number = Demand.objects.get(pk=middle).number
    client = signed_in(staff.clerk)
    assert number not in client.get(f"/docket/{first}/matter").content.decode()
    hidden, missing = (client.get(f"/docket/{one}/matter") for one in (middle, "0" * 64))
    assert hidden.status_code == missing.status_code == 404


def test_courts_and_measures_of_all_demands_stand_on_one_page(staff: Staff) -> None:
    one, other = chain(staff, 2)
    threat = record(
        staff.counsel,
        one,
        MeasureThreatened(kind=MeasureKind.PAYMENT_WITHHELD, programme="Example grant"),
    )
    imposed = MeasureImposed(kind=MeasureKind.FINE, amount=500, currency="USD")
    record(staff.counsel, other, imposed)
    opened = record(
        staff.counsel,
        one,
        ProceedingOpened(
            kind=ProceedingKind.INJUNCTION_SUIT, court="Example District Court", number="1:20-cv-1"
        ),
    )
    heard = ProceedingStepTaken(proceeding=opened.id, step=ProceedingStep.HEARD)
    record(staff.counsel, one, heard)
    order = OrderEntered(
        court="Example District Court",
        effect=OrderEffect.ENJOINS,
        judge="Judge B",
        proceeding=opened.id,
        measures=(threat.id,),
    )
    record(staff.counsel, one, order)
    page = matter_page(staff.counsel, other)
    assert [(row.demand.pk, row.step, row.outcome) for row in page.proceedings] == [
        (one, "heard", "")
    ]
    assert [(row.judge, row.step) for row in page.orders] == [("Judge B", "entered")]
    assert {row.kind: row.step for row in page.measures} == {
        "payment_withheld": "blocked",
        "fine": "imposed",
    }
    ended = ProceedingEnded(proceeding=opened.id, outcome=ProceedingOutcome.GRANTED)
    record(staff.counsel, one, ended)
    assert matter_page(staff.counsel, other).proceedings[0].outcome == "granted"
    said = signed_in(staff.counsel).get(f"/docket/{other}/matter").content.decode()
    for words in ("1:20-cv-1", "Judge B", "500 USD", "blocked by an order", "Subject A"):
        assert words in said
    # The number of a proceeding and the names of subjects are personal; the court is not.
    audited = signed_in(staff.auditor).get(f"/docket/{other}/matter").content.decode()
    assert "Example District Court" in audited
    assert "1:20-cv-1" not in audited
    assert "Subject A" not in audited


def test_people_are_named_once_each_where_they_may_be_named(staff: Staff) -> None:
    one, other = chain(staff, 2)
    services.assign_demand(staff.clerk, one, staff.clerk, Need.READ)
    for docket in (one, other):
        services.assign_demand(staff.clerk, docket, staff.counsel, Need.DECIDE)
    page = matter_page(staff.counsel, one)
    assert {row.name: len(row.demands) for row in page.staff} == {
        staff.clerk.name: 1,
        staff.counsel.name: 2,
    }
    assert [(row.name, len(row.demands)) for row in page.named] == [("Subject A", 2)]
    # The clerk has one of the two to read, and sees the name there alone.
    seen = matter_page(staff.clerk, one).named
    assert [[held.pk for held in row.demands] for row in seen] == [[one]]


def test_subjects_of_many_dockets_are_seen_as_those_of_each(staff: Staff) -> None:
    people = one_of_each(staff)
    dockets = [demand(staff, n) for n in range(4)]
    services.assign_demand(staff.lead, dockets[0], staff.clerk, Need.READ)
    services.assign_demand(staff.lead, dockets[1], staff.custodian, Need.GATHER)
    services.seal_matter(staff.lead, dockets[3], SealGround.OTHER, [staff.lead.public_id])
    for person in (*people.values(), staff.lead, staff.clerk, staff.custodian):
        each = {row.pk for row in visible_dockets(person) if may_see_subjects(person, row)} & set(
            dockets
        )
        assert subjects_seen(person, dockets) == each


def test_states_asked_together_are_those_asked_one_by_one(staff: Staff) -> None:
    dockets = [Docket.objects.get(pk=pk) for pk in chain(staff, 3)]
    states.forget()
    together = states.states_of(dockets)
    states.forget()
    assert together == {docket.pk: states.state_of(docket) for docket in dockets}


def test_pages_of_a_long_matter_hold_each_demand_once_at_a_steady_cost(staff: Staff) -> None:
    dockets = chain(staff, 3)
    client = signed_in(staff.lead)
    costs = []
    for more in (0, 4):
        for n in range(more):
            dockets.append(demand(staff, 10 + n))
            services.link_dockets(staff.clerk, dockets[-1], dockets[0], Relation.SAME_MATTER)
        client.get(f"/docket/{dockets[0]}/matter")
        states.forget()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/docket/{dockets[0]}/matter").status_code == 200
        costs.append(len(captured))
    assert max(costs) <= MOST, "\n".join(r["sql"][:160] for r in captured.captured_queries)
    assert costs[1] <= costs[0]
    found, after = [], ""
    while True:
        page = matter_page(staff.clerk, dockets[0], after=after, limit=3)
        found += [row.demand.pk for row in page.demands]
        if page.more is None:
            break
        after = page.more
    assert sorted(found) == sorted(dockets)


def test_links_are_the_same_when_made_anew(staff: Staff) -> None:
    chain(staff, 3)
    before = snapshot()
    assert len(before["Link"]) == 2
    rebuild_all()
    assert snapshot() == before


def test_a_measure_is_blocked_by_an_order_on_whichever_page_it_stands(staff: Staff) -> None:
    one, other = chain(staff, 2)
    act = MeasureThreatened(kind=MeasureKind.PAYMENT_WITHHELD, programme="Example grant")
    threat = record(staff.counsel, other, act)
    order = OrderEntered(court="Example Court", effect=OrderEffect.ENJOINS, measures=(threat.id,))
    record(staff.counsel, one, order)
    whole = matter_page(staff.clerk, one)
    first = matter_page(staff.clerk, one, limit=1)
    second = matter_page(staff.clerk, one, limit=1, after=first.more or "")
    steps = [row.step for page in (first, second) for row in page.measures]
    assert steps == [row.step for row in whole.measures] == ["blocked"]
    services.seal_matter(staff.lead, one, SealGround.OFFICE_WALL, [staff.counsel.public_id])
    (row,) = matter_page(staff.clerk, other).measures
    assert row.step == "threatened"

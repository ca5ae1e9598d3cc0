"""A wall hides a matter in what is said beside other matters: duplicates, links, assignments."""

from __future__ import annotations

import pytest

from tecum.docket.acts import MatterSealed, MatterUnsealed
from tecum.docket.acts.arrival import Dismissal
from tecum.docket.acts.registration import Need, Relation, SealGround
from tecum.docket.entry import PersonId
from tecum.docket.errors import NotPermitted, UnknownReference
from tecum.docket.status import StatusCode
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import visible_demands
from tecum.web.docket import selectors, services
from tecum.web.docket.models import Docket, Entry
from tecum.web.docket.record import record
from tecum.web.intake.inbox import inbox
from tecum.web.intake.services import correct_field, dismiss, receive_document
from tecum.words import Channel
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot
from tests.web.world import At, admit, demand_at_work

pytestmark = pytest.mark.django_db


def _wall(docket: str) -> None:
    Docket.objects.filter(pk=docket).update(walled=True)


def test_a_walled_copy_is_no_known_duplicate(staff: Staff) -> None:
    first = receive_document(b"same", None, Channel.FAX, staff.clerk)
    _wall(first.docket)
    second = receive_document(b"same", None, Channel.FAX, staff.clerk)
    assert not second.known
    (row,) = inbox(staff.clerk)
    assert row.twins == ()
    admit(staff.clerk, At(first.docket, "", ""))
    assert receive_document(b"same", None, Channel.FAX, staff.clerk).known
    assert {row.twins[:1] for row in inbox(staff.clerk)} == {(), (first.docket,)}


def test_a_link_to_a_walled_docket_is_not_shown(staff: Staff) -> None:
    mine, other = demand_at_work(staff), demand_at_work(staff)
    relation = next(iter(Relation))
    services.link_dockets(staff.counsel, mine.docket, other.docket, relation)
    shown = selectors.demand_page(staff.counsel_b, mine.docket).links
    assert [docket for docket, _ in shown] == [other.docket]
    _wall(other.docket)
    assert selectors.demand_page(staff.counsel_b, mine.docket).links == ()
    with pytest.raises(NotFound):
        services.link_dockets(staff.counsel_b, mine.docket, other.docket, relation)


def test_only_a_lead_lets_others_through_a_wall(staff: Staff) -> None:
    at = demand_at_work(staff, walled=True)
    admit(staff.counsel, at)
    with pytest.raises(NotPermitted, match="lead"):
        services.assign_demand(staff.counsel, at.docket, staff.counsel_b, Need.READ)
    with pytest.raises(NotFound):
        services.assign_demand(staff.lead, at.docket, staff.counsel_b, Need.READ)
    services.assign_demand(staff.counsel, at.docket, staff.counsel, Need.DECIDE)
    admit(staff.lead, at)
    services.assign_demand(staff.lead, at.docket, staff.counsel_b, Need.READ)
    assert selectors.demand_page(staff.counsel_b, at.docket)


def test_a_paper_is_not_dismissed_towards_what_is_hidden(staff: Staff) -> None:
    walled = demand_at_work(staff, walled=True)
    paper = receive_document(b"paper", None, Channel.FAX, staff.clerk)
    for target in (walled.docket, "0" * 64):
        with pytest.raises(NotFound):
            dismiss(staff.clerk, paper.docket, paper.entry.id, Dismissal.NEWS, target=target)
    assert Entry.objects.filter(docket=paper.docket).count() == 1


@pytest.mark.parametrize("call", ["dates", "duties", "findings", "document"])
def test_the_system_acts_for_nobody_who_only_reads(staff: Staff, call: str) -> None:
    at = demand_at_work(staff)
    before = Entry.objects.filter(docket=at.docket).count()
    tried = {
        "dates": lambda: services.reckon_deadlines(staff.auditor, at.docket),
        "duties": lambda: services.open_duties(staff.auditor, at.docket),
        "findings": lambda: services.take_findings(staff.auditor, at.docket),
        "document": lambda: services.keep_document(staff.auditor, at.docket, b"x", "x"),
    }
    with pytest.raises(NotPermitted):
        tried[call]()
    assert Entry.objects.filter(docket=at.docket).count() == before


def test_a_correction_needs_a_reading_of_this_docket(staff: Staff) -> None:
    mine, other = demand_at_work(staff), demand_at_work(staff)
    with pytest.raises(UnknownReference):
        correct_field(staff.counsel, mine.docket, other.reading, "recipient", value="X")


def test_a_sealed_matter_is_known_to_its_members_alone_until_it_is_unsealed(staff: Staff) -> None:
    at = demand_at_work(staff)
    services.assign_demand(staff.counsel, at.docket, staff.counsel_b, Need.READ)
    seal = MatterSealed(
        ground=SealGround.GRAND_JURY,
        members=(PersonId(staff.lead.public_id), PersonId(staff.clerk.public_id)),
    )
    record(staff.lead, at.docket, seal)
    assert selectors.demand_page(staff.clerk, at.docket).statuses[0].code is StatusCode.SEALED
    for person in (staff.counsel, staff.counsel_b):
        assert at.docket not in {row.docket_id for row in visible_demands(person)}
        with pytest.raises(NotFound):
            selectors.demand_page(person, at.docket)
    whole = snapshot()
    rebuild_all()
    assert snapshot() == whole
    assert Docket.objects.get(pk=at.docket).walled
    record(staff.lead, at.docket, MatterUnsealed(reason="the order ended"))
    assert not Docket.objects.get(pk=at.docket).walled
    assert selectors.demand_page(staff.counsel_b, at.docket)

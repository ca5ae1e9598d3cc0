"""Two people on one page: what a guard lets pass once, it lets pass once however they hurry."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tecum.docket.acts import NoteAdded
from tecum.docket.acts.course import Audience
from tecum.docket.acts.decision import Determined
from tecum.docket.errors import NotPermitted
from tecum.docket.state.axes import Decided
from tecum.errors import TecumError
from tecum.web.accounts.errors import NotFound, SignInRefused
from tecum.web.accounts.models import Person, PersonRole, SignInLink
from tecum.web.accounts.services import add_person, make_link, redeem_link, set_roles
from tecum.web.docket import services, states
from tecum.web.docket.asked import agree, ask_for
from tecum.web.docket.models import Demand, Docket, Entry
from tecum.web.docket.selectors import state_for
from tecum.web.intake.services import receive_document
from tecum.words import Channel, Role
from tests.patience import WAIT
from tests.web.conftest import Staff, make_staff
from tests.web.world import registration

pytestmark = pytest.mark.usefixtures("committed")
WRITERS = 4


def _at_once(*works: Callable[[], object]) -> list[object]:
    """Start all at the same moment; gives what each returned or why it was refused."""
    gate = threading.Barrier(len(works))

    def done(work: Callable[[], object]) -> object:
        try:
            gate.wait(WAIT)
            return work()
        except TecumError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(done, works))


def _refused(results: list[object]) -> list[TecumError]:
    return [one for one in results if isinstance(one, TecumError)]


def _paper(staff: Staff) -> str:
    return receive_document(b"paper", None, Channel.FAX, staff.clerk).docket


def _demand(staff: Staff) -> str:
    docket = _paper(staff)
    services.register_demand(staff.counsel, docket, registration())
    services.take_findings(staff.counsel, docket)
    return docket


def _is_whole(docket: str) -> None:
    """What is kept in memory, what stands in the tables and what a fold gives are the same."""
    row = Docket.objects.get(pk=docket)
    held = states.state_of(row)
    states.forget(docket)
    assert states.state_of(row) == held
    numbers = Entry.objects.filter(docket=docket).order_by("seq").values_list("seq", flat=True)
    assert list(numbers) == list(range(1, row.seq + 1))


def test_a_proposal_is_approved_once() -> None:
    staff = make_staff()
    docket = _demand(staff)
    proposed = services.propose_determination(
        staff.counsel, docket, ["1"], Determined.WITHHOLD, reason="See the memorandum"
    )
    others = [add_person(staff.lead, f"Counsel {n}", [Role.COUNSEL]) for n in range(WRITERS - 1)]
    results = _at_once(
        *(
            lambda person=person: services.approve_determination(person, docket, proposed.id)
            for person in others
        ),
        lambda: services.return_determination(staff.counsel_b, docket, proposed.id, "Again."),
    )
    assert len(_refused(results)) == WRITERS - 1
    slugs = ("determination-approved", "determination-returned")
    assert Entry.objects.filter(docket=docket, slug__in=slugs).count() == 1
    _is_whole(docket)


def test_nobody_approves_alone_by_hurrying() -> None:
    staff = make_staff()
    docket = _demand(staff)
    proposed = services.propose_determination(
        staff.counsel, docket, ["1"], Determined.WITHHOLD, reason="See the memorandum"
    )
    approve = [
        lambda: services.approve_determination(staff.counsel, docket, proposed.id)
        for _ in range(WRITERS)
    ]
    assert len(_refused(_at_once(*approve))) == WRITERS
    state = state_for(docket)
    assert state is not None
    assert all(item.decided is not Decided.APPROVED for item in state.items.values())


def test_a_paper_becomes_one_demand() -> None:
    staff = make_staff()
    docket = _paper(staff)
    register = [
        lambda: services.register_demand(staff.counsel, docket, registration())
        for _ in range(WRITERS)
    ]
    assert len(_refused(_at_once(*register))) == WRITERS - 1
    assert Demand.objects.filter(docket=docket).count() == 1
    assert Entry.objects.filter(docket=docket, slug="demand-registered").count() == 1
    _is_whole(docket)


def test_papers_registered_at_once_have_numbers_of_their_own() -> None:
    staff = make_staff()
    dockets = [_paper(staff) for _ in range(WRITERS)]
    register = [
        lambda docket=docket: services.register_demand(staff.counsel, docket, registration())
        for docket in dockets
    ]
    assert _refused(_at_once(*register)) == []
    numbers = list(Demand.objects.values_list("number", flat=True))
    assert sorted(numbers) == [f"D-{n:04d}" for n in range(1, WRITERS + 1)]


def test_an_item_is_proposed_once_and_the_other_is_told() -> None:
    staff = make_staff()
    docket = _demand(staff)
    people = (staff.counsel, staff.counsel_b)
    _at_once(
        *(
            lambda person=person: services.propose_determination(
                person, docket, ["1"], Determined.WITHHOLD, reason="See the memorandum"
            )
            for person in people
        )
    )
    state = state_for(docket)
    assert state is not None
    waiting = [row for row in state.proposals.values() if row.open]
    assert len(waiting) == 1
    _is_whole(docket)


def test_a_link_lets_one_in() -> None:
    staff = make_staff()
    token = make_link(SignInLink.SIGN_IN, staff.clerk)
    results = _at_once(*(lambda: redeem_link(token, "one") for _ in range(WRITERS)))
    refused = _refused(results)
    assert len(refused) == WRITERS - 1
    assert {type(one) for one in refused} == {SignInRefused}


def test_a_link_is_bound_to_one_browser() -> None:
    staff = make_staff()
    token = make_link(SignInLink.SIGN_IN, staff.clerk)
    results = _at_once(*(lambda n=n: redeem_link(token, str(n)) for n in range(WRITERS)))
    assert len(_refused(results)) == WRITERS - 1


def test_two_leads_cannot_depose_each_other() -> None:
    staff = make_staff()
    second = add_person(staff.lead, "Second lead", [Role.LEAD])
    one, two = (Person.objects.get(pk=person.pk) for person in (staff.lead, second))
    results = _at_once(
        lambda: set_roles(one, two, [Role.CLERK]), lambda: set_roles(two, one, [Role.CLERK])
    )
    assert PersonRole.objects.filter(role=Role.LEAD).count() == 1
    assert {type(error) for error in _refused(results)} <= {NotPermitted}
    assert len(_refused(results)) == 1


def test_of_two_who_agree_at_once_one_records_it() -> None:
    staff = make_staff()
    docket = _demand(staff)
    note = NoteAdded(text="Asked for.", audience=Audience.MATTER)
    asked = ask_for(staff.counsel, docket, note).document
    others = [add_person(staff.lead, f"Counsel {n}", [Role.COUNSEL]) for n in range(WRITERS)]
    results = _at_once(*(lambda person=person: agree(person, docket, asked) for person in others))
    assert sum(isinstance(one, NotFound) for one in results) == WRITERS - 1
    assert Entry.objects.filter(docket=docket, slug="note-added").count() == 1
    _is_whole(docket)

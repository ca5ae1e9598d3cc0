"""One demand from the door to the answer, through the services that pages call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from tecum import clock
from tecum.docket.acts import DutyDischarged, DutyOpened
from tecum.docket.acts.answer import ItemAnswered, RunsFrom
from tecum.docket.acts.arrival import Dismissal
from tecum.docket.acts.course import Audience
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import DueStated, Need
from tecum.docket.acts.service import AcknowledgedWith, DeliveryCode, DeliveryEvent, ServedBy
from tecum.docket.duties import Lane
from tecum.docket.entry import Label, SubjectRef
from tecum.docket.errors import FindingsMoved, KeyReused, NotPermitted, SamePerson, UnknownReference
from tecum.docket.parts import ItemAsked, SubjectNamed
from tecum.docket.vocabulary import AnswerDisputeCode, Disposition, DisputeCode
from tecum.ledger.policy import Policy
from tecum.ledger.verify import verify
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.services import change_profile
from tecum.web.docket import selectors, services
from tecum.web.docket.basis import facts_of
from tecum.web.docket.board import deadline_lanes
from tecum.web.docket.desk import desk
from tecum.web.docket.listing import demands
from tecum.web.docket.models import Item
from tecum.web.docket.selectors import state_for
from tecum.web.intake.inbox import inbox
from tecum.web.intake.services import dismiss, receive_document
from tecum.web.ledger.errors import NotYetInLog
from tecum.web.ledger.selectors import receipt_for, trust_file
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.words import Category, Channel, DueForm, IssuerClass, Kind, Role, Trigger, Unit
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
MONDAY = datetime(2020, 1, 13, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.at_fixed(MONDAY):
        yield


def _registration() -> services.Registration:
    texts = ("Last home address of Subject A", "Release date of Subject A")
    words = (Category.HOME_ADDRESS, Category.RELEASE_DATE)
    return services.Registration(
        kind=Kind.ADMINISTRATIVE_SUBPOENA,
        issuer="Example Agency",
        issuer_class=IssuerClass.FEDERAL_AGENCY,
        recipient="Example County Sheriff",
        judicial=False,
        items=tuple(
            ItemAsked(label=Label(str(n)), text=text, category=word, subject=SubjectRef("s1"))
            for n, (text, word) in enumerate(zip(texts, words, strict=True), 1)
        ),
        subjects=(SubjectNamed(subject=SubjectRef("s1"), name="Subject A"),),
        due=(DueStated(form=DueForm.PERIOD, amount=14, unit=Unit.DAYS, trigger=Trigger.SERVICE),),
    )


def _demand(staff: Staff) -> str:
    docket = receive_document(b"%PDF-1.7 ...", "s.pdf", Channel.HAND, staff.clerk).docket
    services.register_demand(staff.clerk, docket, _registration())
    services.assign_demand(staff.clerk, docket, staff.clerk, Need.READ)
    return docket


def test_what_came_in_waits_in_the_inbox_with_its_receipt(staff: Staff) -> None:
    received = receive_document(b"a paper", "a.txt", Channel.FAX, staff.clerk)
    assert [row.arrival.docket_id for row in inbox(staff.clerk)] == [received.docket]
    with pytest.raises(NotYetInLog):
        receipt_for(staff.clerk, received.entry.id)
    put_waiting_into_log()
    with pytest.raises(NotPermitted):
        receipt_for(staff.auditor, received.entry.id, ["content"])
    assert receipt_for(staff.auditor, received.entry.id)
    raw = receipt_for(staff.counsel, received.entry.id, ["content"])
    verdict = verify(
        raw, Policy.parse(trust_file().encode()), files={"a.txt": sha256(b"a paper").digest()}
    )
    assert verdict.outcome.name == "LOGGED"


def test_the_same_key_takes_a_document_in_once(staff: Staff) -> None:
    first = receive_document(b"one", None, Channel.PORTAL, staff.clerk, key="k1")
    again = receive_document(b"one", None, Channel.PORTAL, staff.clerk, key="k1")
    assert again.entry == first.entry
    with pytest.raises(KeyReused):
        receive_document(b"two", None, Channel.PORTAL, staff.clerk, key="k1")


def test_the_second_copy_is_kept_and_names_the_first(staff: Staff) -> None:
    one = receive_document(b"same", None, Channel.FAX, staff.clerk)
    two = receive_document(b"same", None, Channel.EMAIL, staff.clerk)
    assert two.known
    rows = {row.arrival.docket_id: row for row in inbox(staff.clerk)}
    assert rows[two.docket].twins == (one.docket,)
    assert rows[one.docket].twins == ()


def test_a_dismissed_paper_leaves_the_inbox_and_stays_findable(staff: Staff) -> None:
    one = receive_document(b"news", None, Channel.EMAIL, staff.clerk)
    dismiss(staff.clerk, one.docket, one.entry.id, Dismissal.NEWS)
    assert inbox(staff.clerk) == []
    assert len(inbox(staff.clerk, states_in=("dismissed",))) == 1


def test_a_dismissed_paper_is_taken_up_again_on_its_page(staff: Staff) -> None:
    one = receive_document(b"A story.", "story.txt", Channel.HAND, staff.clerk)
    dismiss(staff.clerk, one.docket, one.entry.id, Dismissal.NEWS)
    client = signed_in(staff.clerk)
    page = client.get(f"/docket/{one.docket}").content.decode()
    assert "Take it up again" in page
    assert "Register demand" not in page
    form = {"arrival": one.entry.id, "reason": "dismissed_in_error"}
    answer = client.post(f"/docket/{one.docket}/release", form, follow=True)
    page = answer.content.decode()
    assert "Recorded as entry 3" in page
    assert "Take it up again" not in page
    assert len(inbox(staff.clerk)) == 1


def test_fourteen_days_from_service_by_hand(staff: Staff) -> None:
    docket = _demand(staff)
    waiting = selectors.deadlines_offered(staff.clerk, docket)
    assert [offer.can_start for offer in waiting] == [False]
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
    (entry,) = services.reckon_deadlines(staff.clerk, docket)
    assert entry.act.safe == date(2020, 1, 27)
    assert services.reckon_deadlines(staff.clerk, docket) == []
    lanes = deadline_lanes(staff.clerk)
    assert [row.number for row in lanes[Lane.WITHIN_14_DAYS].rows] == ["D-0001"]
    assert sum(held.count for held in lanes.values()) == 1


def test_a_disputed_service_starts_no_clock_as_certain(staff: Staff) -> None:
    docket = _demand(staff)
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
    services.dispute_service(staff.counsel, docket, [DisputeCode.WRONG_PLACE])
    services.reckon_deadlines(staff.clerk, docket)
    page = selectors.demand_page(staff.counsel, docket)
    assert {row.disputed for row in page.obligations} == {True}


def _determine(staff: Staff, docket: str, items: list[str], outcome: Determined, **more) -> str:
    proposed = services.propose_determination(staff.counsel, docket, items, outcome, **more)
    with pytest.raises(SamePerson):
        services.approve_determination(staff.counsel, docket, proposed.id)
    services.approve_determination(staff.counsel_b, docket, proposed.id)
    return proposed.id


def test_a_partial_answer_leaves_the_rest_owed(staff: Staff) -> None:
    docket = _demand(staff)
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
    services.reckon_deadlines(staff.clerk, docket)
    services.take_findings(staff.counsel, docket)
    _determine(staff, docket, ["1"], Determined.WITHHOLD, reason="See the memorandum")
    _determine(staff, docket, ["2"], Determined.AWAIT_EVENT, awaits="release")
    sent = services.send_answer(
        staff.counsel,
        docket,
        [
            ItemAnswered(item=Label("1"), disposition=Disposition.WITHHELD, basis=("law",)),
            ItemAnswered(
                item=Label("2"),
                disposition=Disposition.OWED_ON_EVENT,
                owed_event=RunsFrom.RELEASE,
            ),
        ],
        document=b"Item 2 is owed on release.",
        to="agency@example.test",
        channel=Channel.EMAIL,
    )
    services.record_delivery(
        None,
        docket,
        sent.id,
        DeliveryEvent.RELAYED,
        code=DeliveryCode.ACCEPTED_BY_SYSTEM,
        reply="250 ok",
    )
    services.dispute_receipt(
        staff.counsel, docket, [AnswerDisputeCode.INCOMPLETE], of=sent.id, items=["2"]
    )
    page = selectors.demand_page(staff.counsel, docket)
    codes = [status.code.value for status in page.statuses]
    assert codes[0] == "answer_disputed"
    assert "answer_owed_on_event" in codes
    services.record_owed_event(
        staff.clerk, docket, RunsFrom.RELEASE, date(2020, 1, 14), items=["2"]
    )
    assert [row.answer for row in Item.objects.filter(docket=docket)] == [
        "withheld",
        "owed_on_event",
    ]
    put_waiting_into_log()
    for line in selectors.trail(staff.counsel, docket):
        verdict = verify(
            receipt_for(staff.counsel, line.entry.id), Policy.parse(trust_file().encode())
        )
        assert verdict.outcome.name == "LOGGED", line.slug


def test_a_fact_that_moves_the_findings_stops_an_approval(staff: Staff) -> None:
    docket = _demand(staff)
    services.take_findings(staff.counsel, docket)
    proposed = services.propose_determination(staff.counsel, docket, ["1"], Determined.WITHHOLD)
    services.state_fact(staff.counsel, docket, "criminal_investigation", True)
    with pytest.raises(FindingsMoved):
        services.approve_determination(staff.counsel_b, docket, proposed.id)


def test_receipt_is_admitted_under_reservation(staff: Staff) -> None:
    docket = _demand(staff)
    services.acknowledge(staff.counsel, docket, date(2020, 1, 13), AcknowledgedWith.WITHOUT_WAIVER)
    put_waiting_into_log()
    line = selectors.trail(staff.counsel, docket)[-1]
    assert line.receipt is not None
    assert line.receipt.type == "demand.acknowledged"


def test_who_has_no_access_to_subjects_sees_placeholders(staff: Staff) -> None:
    docket = _demand(staff)
    page = selectors.demand_page(staff.auditor, docket)
    assert page.subjects == (("s1", "Person 1"),)
    assert {row.text for row in page.items} == {"hidden"}
    assert "Subject A" not in repr(selectors.trail(staff.auditor, docket))
    assert "Subject A" not in repr(page)
    assert selectors.demand_page(staff.counsel, docket).subjects == (("s1", "Subject A"),)
    assert selectors.demand_page(staff.clerk, docket).items[0].text.endswith("Subject A")


def test_the_steps_of_a_finding_are_for_those_who_see_subjects(staff: Staff) -> None:
    change_profile(staff.lead, {"packs": ["example-strict"]})
    docket = _demand(staff)
    seen = selectors.findings_for(staff.counsel, docket)
    assert any(row.finding.trace for row in seen)
    hidden = selectors.findings_for(staff.auditor, docket)
    assert not any(row.finding.trace for row in hidden)
    assert [row.finding.outcome for row in hidden] == [row.finding.outcome for row in seen]


def test_a_note_for_counsel_is_counsels(staff: Staff) -> None:
    docket = _demand(staff)
    services.add_note(staff.counsel, docket, "Privileged", Audience.COUNSEL_ONLY)
    services.add_note(staff.counsel, docket, "For everybody", Audience.MATTER)
    assert "Privileged" in repr(selectors.trail(staff.lead, docket))
    shown = repr(selectors.trail(staff.clerk, docket)) + repr(
        selectors.demand_page(staff.clerk, docket)
    )
    assert "For everybody" in shown
    assert "Privileged" not in shown


def test_what_is_not_visible_is_not_found(staff: Staff) -> None:
    docket = _demand(staff)
    for person in (staff.custodian, staff.operator):
        with pytest.raises(NotFound):
            selectors.demand_page(person, docket)
        with pytest.raises(NotFound):
            selectors.demand_page(person, "0" * 64)
        assert demands(person) == []
    services.assign_demand(staff.clerk, docket, staff.custodian, Need.GATHER)
    assert selectors.demand_page(staff.custodian, docket).sees_subjects


def test_the_auditor_changes_nothing(staff: Staff) -> None:
    docket = _demand(staff)
    with pytest.raises(NotPermitted):
        services.record_service(staff.auditor, docket, ServedBy.HAND, date(2020, 1, 13))
    with pytest.raises(NotPermitted):
        receive_document(b"x", None, Channel.DROP, staff.auditor)


def test_a_duty_on_receipt_is_opened_once_and_ends_with_its_act(staff: Staff) -> None:
    change_profile(staff.lead, {"packs": ["example-strict"]})
    docket = _demand(staff)
    assert services.open_duties(staff.clerk, docket) == []
    state = state_for(docket)
    assert state is not None
    (entry,) = [row for row in state.entries.values() if isinstance(row.act, DutyOpened)]
    assert entry.actor.role is Role.SYSTEM
    page = selectors.demand_page(staff.clerk, docket)
    (duty,) = [row for row in page.obligations if row.id == entry.act.obligation]
    assert (duty.object, duty.why_no_date) == ("record", "no date in the law")
    done = DutyDischarged(obligation=entry.act.obligation)
    services.record(staff.clerk, docket, done)
    page = selectors.demand_page(staff.clerk, docket)
    assert [row.standing.value for row in page.obligations] == ["met"]


def test_words_of_any_length_are_recorded(staff: Staff) -> None:
    docket = receive_document(b"long", None, Channel.POST, staff.clerk).docket
    item = ItemAsked(label=Label("IV.A.1(b)(iii) " * 9), text="x", category=Category.OTHER)
    wanted = _registration().with_(issuer="Office of " * 80, form="F " * 60, items=(item,))
    services.register_demand(staff.clerk, docket, wanted)
    assert Item.objects.get(docket=docket).label == item.label


def test_the_consent_of_one_person_is_asked_and_kept_for_that_person(staff: Staff) -> None:
    docket = receive_document(b"%PDF-1.7 ...", "s.pdf", Channel.HAND, staff.clerk).docket
    one, two = _registration().items
    both = _registration().with_(
        items=(one, replace(two, subject=SubjectRef("s2"))),
        subjects=tuple(
            SubjectNamed(subject=SubjectRef(ref), name=f"Subject {ref}") for ref in ("s1", "s2")
        ),
    )
    services.register_demand(staff.clerk, docket, both)
    for whose in (None, "s9"):
        with pytest.raises(UnknownReference):
            services.state_fact(staff.counsel, docket, "person_consented", True, subject=whose)
    client = signed_in(staff.counsel)
    said = {"fact": "person_consented", "value": "yes"}
    client.post(f"/docket/{docket}/fact", {**said, "subject": "s1"})
    state = selectors.state_for(docket)
    assert state is not None
    given = [facts_of(desk(), state, None, label).given for label in ("1", "2")]
    assert ["person_consented" in held for held in given] == [True, False]

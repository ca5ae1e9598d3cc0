"""From which event a date runs: only from what stands as a service of the demand itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tecum import clock
from tecum.docket.acts import Corrected
from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.service import AcknowledgedWith, ServedBy
from tecum.docket.entry import EntryId, Label
from tecum.docket.vocabulary import Disposition, DisputeCode
from tecum.reckoning.result import Status
from tecum.web.docket import deadlines, selectors, services
from tecum.web.docket.models import Obligation
from tecum.web.docket.record import record
from tecum.words import Channel, Side
from tests.web.conftest import Staff
from tests.web.test_demand import MONDAY, _demand, _determine

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.at_fixed(MONDAY):
        yield


def taken_back(ref: str) -> Corrected:
    """An entry that should not be there."""
    return Corrected(entry=EntryId(ref), code=CorrectedFor.DUPLICATE)


def answered(staff: Staff, docket: str) -> str:
    """An answer to both items has gone out."""
    services.take_findings(staff.counsel, docket)
    _determine(staff, docket, ["1", "2"], Determined.WITHHOLD, reason="See the memorandum")
    lines = [
        ItemAnswered(item=Label(label), disposition=Disposition.WITHHELD, basis=("law",))
        for label in ("1", "2")
    ]
    sent = services.send_answer(
        staff.counsel,
        docket,
        lines,
        document=b"Withheld.",
        to="agency@example.test",
        channel=Channel.EMAIL,
    )
    return sent.id


def test_receipt_of_the_answer_starts_no_clock_of_the_demand(staff: Staff) -> None:
    docket = _demand(staff)
    sent = answered(staff, docket)
    services.acknowledge(
        staff.counsel,
        docket,
        date(2020, 1, 16),
        AcknowledgedWith.WITH_RESERVATION,
        of=sent,
        side=Side.THEIRS,
    )
    (offer,) = selectors.deadlines_offered(staff.counsel, docket)
    assert (offer.can_start, offer.deadline.status) == (False, Status.WAITING)
    assert services.reckon_deadlines(staff.counsel, docket) == []


def test_service_of_the_answer_is_no_account_of_the_service_of_the_demand(staff: Staff) -> None:
    docket = _demand(staff)
    sent = answered(staff, docket)
    services.record_service(
        staff.clerk, docket, ServedBy.HAND, date(2020, 1, 16), of=sent, side=Side.OURS
    )
    (offer,) = selectors.deadlines_offered(staff.counsel, docket)
    assert not offer.can_start
    state = selectors.state_for(docket)
    assert state is not None
    assert state.services == ()


def test_a_service_that_was_taken_back_starts_no_clock(staff: Staff) -> None:
    docket = _demand(staff)
    wrong = services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 16))
    record(staff.clerk, docket, taken_back(wrong.id))
    (offer,) = selectors.deadlines_offered(staff.clerk, docket)
    assert not offer.can_start
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
    (entry,) = services.reckon_deadlines(staff.clerk, docket)
    assert entry.act.safe == date(2020, 1, 27)


def test_a_denial_that_was_taken_back_denies_nothing(staff: Staff) -> None:
    docket = _demand(staff)
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
    denied = services.dispute_service(staff.counsel, docket, [DisputeCode.NOT_RECEIVED])
    record(staff.counsel, docket, taken_back(denied.id))
    (offer,) = selectors.deadlines_offered(staff.clerk, docket)
    assert offer.deadline.status is Status.FIXED


def test_a_phrase_added_in_front_starts_and_leaves_the_others_as_they_are(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    docket = _demand(staff)
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
    services.reckon_deadlines(staff.clerk, docket)
    (before,) = selectors.deadlines_offered(staff.clerk, docket)
    assert before.is_started
    read = deadlines._phrases

    def with_one_in_front(state: Any, reading: Any) -> Any:
        rows = read(state, reading)
        phrase, seen = rows[0]
        return [(replace(phrase, amount=3), replace(seen, amount=3)), *rows]

    monkeypatch.setattr(deadlines, "_phrases", with_one_in_front)
    added, after = selectors.deadlines_offered(staff.clerk, docket)
    assert (after.obligation, after.is_started, after.stands) == (
        before.obligation, True, before.stands,
    )  # fmt: skip
    assert not added.is_started
    (entry,) = services.reckon_deadlines(staff.clerk, docket)
    assert entry.act.obligation == added.obligation
    assert {row.name: row.safe_on for row in Obligation.objects.filter(docket=docket)} == {
        before.obligation: date(2020, 1, 27),
        added.obligation: date(2020, 1, 16),
    }

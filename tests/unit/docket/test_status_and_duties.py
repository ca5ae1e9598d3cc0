"""Statuses, lanes and the campaign board at a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tecum.docket import acts, errors
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.acts.campaign import ExclusionReason
from tecum.docket.acts.clocks import StopCause, TollReason
from tecum.docket.acts.course import CloseGround, CorrectedFor, Step, ThreatCondition
from tecum.docket.acts.courts import OrderChange, OrderEffect, ProceedingKind, ProceedingOutcome
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.service import (
    AcknowledgedWith,
    DeliveryCode,
    DeliveryEvent,
    LetterPurpose,
    ServedBy,
)
from tecum.docket.campaign import Milestone, board
from tecum.docket.duties import Lane, Standing, lanes, obligations
from tecum.docket.entry import DocketKind
from tecum.docket.parts import ObligationId
from tecum.docket.rules import Rules
from tecum.docket.state import AsOf
from tecum.docket.status import StatusCode, headline, statuses
from tecum.docket.vocabulary import (
    AnswerDisputeCode,
    Direction,
    Disposition,
    DisputeCode,
    ObligationObject,
)
from tecum.errors import ActRefused
from tecum.words import Channel, Grade, Outcome, Role, Side, Strength
from tests.unit.docket.build import (
    PACK,
    Docket,
    demand,
    determined,
    found,
    label,
    line,
    proposed,
    received,
    registered,
    sent,
    sha,
    started,
)

DENVER = Rules(zone="America/Denver", confirm_days=5)


def at(text: str) -> AsOf:
    instant = datetime.fromisoformat(text).astimezone(UTC)
    return AsOf(instant, instant)


def codes(docket: Docket, moment: AsOf) -> list[str]:
    return [row.code.value for row in statuses(docket.state, moment)]


def running(safe: date, latest: date | None = None) -> Docket:
    docket = demand("1", rules=DENVER)
    trigger = docket.entries[0].id
    docket.add(started(trigger, safe, latest=latest or safe), Role.SYSTEM)
    return docket


@pytest.mark.parametrize(
    ("moment", "code", "lane"),
    [
        ("2020-01-20T12:00:00-07:00", "needs_decision", Lane.WITHIN_14_DAYS),
        ("2020-01-23T12:00:00-07:00", "needs_decision", Lane.WITHIN_3_WORKING_DAYS),
        ("2020-01-24T12:00:00-07:00", "due_soon", Lane.WITHIN_3_WORKING_DAYS),
        ("2020-01-27T23:59:00-07:00", "due_soon", Lane.TODAY),
        ("2020-01-28T00:01:00-07:00", "late_on_one_reading", Lane.OVERDUE),
        ("2020-01-29T00:01:00-07:00", "late", Lane.OVERDUE),
        ("2020-01-02T00:01:00-07:00", "needs_decision", Lane.LATER),
    ],
)
def test_late_is_derived_in_the_offices_zone(moment: str, code: str, lane: Lane) -> None:
    docket = running(date(2020, 1, 27), date(2020, 1, 28))
    found = headline(docket.state, at(moment))
    assert found is not None
    assert found.code.value == code
    by_lane = lanes(docket.state, at(moment), lambda day: day.weekday() < 5)
    assert {name for name, rows in by_lane.items() if rows} == {lane}


def test_late_names_the_days_over_and_the_cites() -> None:
    docket = running(date(2020, 1, 27))
    (late,) = [
        row
        for row in statuses(docket.state, at("2020-02-03T12:00:00-07:00"))
        if row.code is StatusCode.LATE
    ]
    assert late.why[0].values["days_over"] == "7"
    assert late.why[0].values["cites"] == "example 1"
    assert late.until == "obligation_met_or_stopped"


def test_an_instant_is_over_with_the_instant() -> None:
    docket = demand("1", rules=DENVER)
    due = datetime(2020, 1, 14, 18, 0, tzinfo=UTC)
    docket.add(started(docket.entries[0].id, due), Role.SYSTEM)
    assert "due_soon" in codes(docket, AsOf(due, due))
    after = due + timedelta(seconds=1)
    assert "late" in codes(docket, AsOf(after, after))


def test_a_tolled_clock_is_not_late_and_cannot_be_counted() -> None:
    docket = running(date(2020, 1, 27))
    docket.add(
        acts.ClockTolled(obligation=ObligationId("answer"), reason=TollReason.ORDER), Role.COUNSEL
    )
    moment = at("2020-03-01T12:00:00-07:00")
    assert "late" not in codes(docket, moment)
    (row,) = lanes(docket.state, moment, lambda day: True)[Lane.CANNOT_BE_COUNTED]
    assert row.why_no_date == "tolled"


def test_a_disputed_date_is_a_what_if_and_nobody_is_late() -> None:
    docket = demand("1", rules=DENVER)
    ref = docket.add(acts.ServiceRecorded(channel=ServedBy.HAND), Role.CLERK)
    docket.add(started(ref, date(2020, 1, 27)), Role.SYSTEM)
    docket.add(acts.ServiceDisputed(codes=(DisputeCode.WRONG_BODY,)), Role.COUNSEL)
    moment = at("2020-03-01T12:00:00-07:00")
    (row,) = obligations(docket.state, moment)
    assert row.standing is Standing.WHAT_IF
    (overdue,) = lanes(docket.state, moment, lambda day: True)[Lane.OVERDUE]
    assert overdue.disputed
    assert codes(docket, moment)[0] == "service_disputed"
    assert "late" not in codes(docket, moment)


def test_a_duty_without_a_date_says_so() -> None:
    docket = demand("1")
    docket.add(
        acts.DutyOpened(
            duty="example/record",
            pack=PACK,
            obligation=ObligationId("record"),
            object=ObligationObject.RECORD,
        ),
        Role.SYSTEM,
    )
    (row,) = obligations(docket.state, at("2020-03-01T12:00:00-07:00"))
    assert (row.standing, row.why_no_date) == (Standing.WAITING, "no date in the law")
    docket.add(
        acts.ClockStopped(obligation=ObligationId("record"), cause=StopCause.NOT_APPLICABLE),
        Role.COUNSEL,
    )
    rows = lanes(docket.state, at("2020-03-01T12:00:00-07:00"), lambda day: True)
    assert not any(rows.values())


def test_records_are_needed_between_approval_and_sealing() -> None:
    docket = demand("1", "2")
    moment = AsOf(docket.now, docket.now)
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    for outcome, name in ((Determined.PRODUCE, "1"), (Determined.WITHHOLD, "2")):
        act = docket.add(proposed(outcome, findings, name), Role.COUNSEL)
        docket.add(acts.DeterminationApproved(proposal=act), Role.LEAD, "p2")
        if name == "1":
            assert codes(docket, moment) == ["needs_decision", "needs_records"]
    assert codes(docket, moment) == ["needs_records"]
    docket.add(
        acts.PackageSealed(
            production="P-1",
            manifest=sha("m"),
            items=label("1"),
            documents=1,
            pages=1,
            withheld=0,
            guard_report=sha("g"),
            verifier_report=sha("v"),
        ),
        Role.CUSTODIAN,
    )
    assert codes(docket, moment) == ["ready_to_answer"]


def outward() -> tuple[Docket, str]:
    docket = Docket(rules=DENVER)
    docket.add(registered("1", "2", direction=Direction.OUTWARD), Role.ISSUING_OFFICER)
    act = acts.DemandSent(document=sha("d"), to="a@b.example", channel=Channel.EMAIL)
    return docket, docket.add(act, Role.LEAD, "p2")


def test_sent_and_nothing_known_of_it_is_not_confirmed_after_the_offices_limit() -> None:
    docket, ref = outward()
    assert "not_confirmed" not in codes(docket, at("2020-01-18T09:00:00-07:00"))
    assert "not_confirmed" in codes(docket, at("2020-01-18T12:00:00-07:00"))
    docket.add(acts.DeliveryRecorded(of=ref, event=DeliveryEvent.DELIVERED), Role.SYSTEM)
    assert "not_confirmed" not in codes(docket, at("2020-01-18T12:00:00-07:00"))


def test_an_answered_item_is_work_again_only_if_an_order_compels_it() -> None:
    docket = demand("1")
    determined(docket, Determined.WITHHOLD, "1")
    docket.add(sent(line("1", Disposition.WITHHELD)), Role.COUNSEL)
    docket.add(found(("1", "give", Outcome.MUST)), Role.SYSTEM)
    moment = AsOf(docket.now, docket.now)
    assert codes(docket, moment) == ["answered_on_every_item"]
    docket.add(acts.OrderEntered(court="Court", effect=OrderEffect.ENFORCES), Role.CLERK)
    assert codes(docket, moment) == ["under_order", "needs_decision", "answered_on_every_item"]


def test_a_measure_is_pending_until_an_order_in_force_blocks_it() -> None:
    docket, _ = outward()
    measure = docket.add(acts.MeasureThreatened(kind=MeasureKind.INELIGIBILITY), Role.CLERK)
    moment = AsOf(docket.now, docket.now)
    assert "measure_pending" in codes(docket, moment)
    order = docket.add(
        acts.OrderEntered(court="Court", effect=OrderEffect.ENJOINS, measures=(measure,)),
        Role.CLERK,
    )
    assert "measure_blocked" in codes(docket, moment)
    docket.add(acts.OrderStayed(order=order), Role.CLERK)
    assert "measure_blocked" not in codes(docket, moment)


def test_ended_and_closed_are_named() -> None:
    docket = demand("1")
    moment = AsOf(docket.now, docket.now)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    assert codes(docket, moment) == ["withdrawn"]
    docket.add(acts.DemandClosed(ground=CloseGround.WITHDRAWN), Role.COUNSEL)
    assert codes(docket, moment) == ["closed"]


def test_no_status_says_who_is_right() -> None:
    words = " ".join(StatusCode).split()
    assert not {"valid", "invalid", "compliant", "violated", "lawful", "complete"} & set(words)


def test_refusals_have_distinct_codes_of_the_docket() -> None:
    found = [
        held.code
        for held in vars(errors).values()
        if isinstance(held, type) and issubclass(held, ActRefused) and held is not ActRefused
    ]
    assert len(found) == len(set(found)) == 24
    assert all(code.startswith("docket.") for code in found)


# --- the board ------------------------------------------------------------------------------


def campaign() -> Docket:
    docket = Docket(DocketKind.CAMPAIGN)
    docket.add(acts.CampaignOpened(title="Letters", side=Side.OURS), Role.ISSUING_OFFICER)
    for name in ("r01", "r02", "r03"):
        docket.add(acts.RecipientAdded(recipient=name, name=name), Role.ISSUING_OFFICER)
    docket.add(
        acts.RecipientExcluded(recipient="r03", reason=ExclusionReason.PENDING_LITIGATION),
        Role.ISSUING_OFFICER,
    )
    return docket


def test_an_empty_cell_is_no_record_and_never_no() -> None:
    docket, ref = outward()
    docket.add(started(ref, date(2020, 1, 27), "due", owed_by=Side.THEIRS), Role.CLERK)
    docket.add(
        acts.ReceiptAcknowledged(
            of=ref,
            grade=Grade.ACCEPTED,
            served_on=date(2020, 1, 13),
            code=AcknowledgedWith.SERVICE_ACCEPTED,
        ),
        Role.COUNTERPART,
        side=Side.THEIRS,
    )
    docket.add(
        acts.EscalationThreatened(step=Step.SUBPOENA, conditions=(ThreatCondition.LATE,)),
        Role.CLERK,
    )
    docket.add(
        acts.AnswerReceived(document=sha("a"), items=(line("1", Disposition.PRODUCED),)),
        Role.CLERK,
        side=Side.THEIRS,
    )
    moment = AsOf(docket.now, docket.now)
    made = board(campaign().state, {"r01": docket.state}, moment)
    first, second, third = made.rows
    assert {name.value: cell.value for name, cell in first.cells.items()} == {
        "prepared": "yes",
        "sent": "yes",
        "acknowledged": "yes",
        "due": "2020-01-27",
        "answered": "1/2",
        "on_every_item": "1/2",
        "escalation_threatened": "subpoena",
    }
    assert first.cells[Milestone.ACKNOWLEDGED].strength is Strength.ACKNOWLEDGED
    assert second.cells == {}
    assert third.is_excluded
    assert made.count(Milestone.SENT) == "1 of 3 sent, 1 excluded (pending litigation)"
    assert "excluded" in codes(campaign(), moment)


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2020, 1, 27), "yes"), (date(2020, 1, 12), "no")],
)
def test_in_time_is_its_own_question(day: date, value: str) -> None:
    docket, ref = outward()
    docket.add(started(ref, day, "due", owed_by=Side.THEIRS), Role.CLERK)
    moment = AsOf(docket.now, docket.now)
    late = board(campaign().state, {"r01": docket.state}, moment).rows[0]
    assert (Milestone.IN_TIME in late.cells) is (value == "no")
    lines = (line("1", Disposition.PRODUCED), line("2", Disposition.WITHHELD))
    docket.add(acts.AnswerReceived(document=sha("a"), items=lines), Role.CLERK, side=Side.THEIRS)
    row = board(campaign().state, {"r01": docket.state}, moment).rows[0]
    assert row.cells[Milestone.IN_TIME].value == value
    assert row.cells[Milestone.ON_EVERY_ITEM].value == "yes"


def answered_by(docket: Docket) -> None:
    lines = (line("1", Disposition.PRODUCED), line("2", Disposition.WITHHELD))
    docket.add(acts.AnswerReceived(document=sha("a"), items=lines), Role.CLERK, side=Side.THEIRS)


def cells_of(docket: Docket) -> dict[str, str]:
    moment = AsOf(docket.now, docket.now)
    row = board(campaign().state, {"r01": docket.state}, moment).rows[0]
    return {name.value: cell.value for name, cell in row.cells.items()}


def test_a_stopped_date_is_not_what_is_due() -> None:
    docket, ref = outward()
    docket.add(started(ref, date(2020, 3, 2), "late", owed_by=Side.THEIRS), Role.CLERK)
    docket.add(started(ref, date(2020, 2, 3), "due", owed_by=Side.THEIRS), Role.CLERK)
    assert cells_of(docket)["due"] == "2020-02-03"
    stopped = acts.ClockStopped(obligation=ObligationId("due"), cause=StopCause.NOT_APPLICABLE)
    docket.add(stopped, Role.LEAD)
    assert cells_of(docket)["due"] == "2020-03-02"


def test_an_hour_that_is_due_stands_on_the_day_of_the_office() -> None:
    docket, ref = outward()
    due = datetime(2020, 1, 28, 5, 0, tzinfo=UTC)
    docket.add(started(ref, due, "due", owed_by=Side.THEIRS), Role.CLERK)
    assert cells_of(docket)["due"] == "2020-01-27T22:00-07:00"


def test_without_a_date_or_on_a_disputed_one_nothing_came_in_time_or_late() -> None:
    docket, _ref = outward()
    owed = line("1", Disposition.OWED_ON_EVENT, owed_event=RunsFrom.RELEASE)
    promised = (owed, line("2", Disposition.WITHHELD))
    docket.add(acts.AnswerReceived(document=sha("a"), items=promised), Role.CLERK, side=Side.THEIRS)
    answered_by(docket)
    assert "in_time" not in cells_of(docket)
    for day in (date(2020, 1, 12), date(2020, 1, 27)):
        quarrel, _ref = outward()
        served = acts.ServiceRecorded(channel=ServedBy.HAND)
        on_day = quarrel.add(served, Role.CLERK)
        quarrel.add(started(on_day, day, "due", owed_by=Side.THEIRS), Role.CLERK)
        denied = acts.ServiceDisputed(codes=(DisputeCode.NOT_RECEIVED,))
        quarrel.add(denied, Role.COUNTERPART, side=Side.THEIRS)
        answered_by(quarrel)
        assert "in_time" not in cells_of(quarrel)


def test_an_answered_docket_shows_its_counts() -> None:
    docket = demand("1")
    determined(docket, Determined.ACT, "1")
    docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    (status,) = statuses(docket.state, AsOf(docket.now, docket.now))
    assert status.code is StatusCode.ANSWERED_ON_EVERY_ITEM
    assert status.why[0].values == {"produced": "1"}


def test_the_board_shows_how_a_demand_was_pressed() -> None:
    docket, ref = outward()
    docket.add(started(ref, date(2020, 1, 20), "due", owed_by=Side.THEIRS), Role.CLERK)
    for step in (Step.REMINDER, Step.PETITION):
        docket.add(acts.DemandEscalated(step=step), Role.LEAD)
    case = docket.add(
        acts.ProceedingOpened(kind=ProceedingKind.PETITION_TO_ENFORCE, court="Court"), Role.LEAD
    )
    docket.add(acts.ProceedingEnded(proceeding=case, outcome=ProceedingOutcome.GRANTED), Role.LEAD)
    docket.add(acts.OrderEntered(court="Court", effect=OrderEffect.MODIFIES), Role.CLERK)
    docket.add(acts.MeasureThreatened(kind=MeasureKind.FINE), Role.CLERK)
    docket.add(
        acts.DeliveryRecorded(
            of=ref, event=DeliveryEvent.FAILED, code=DeliveryCode.ADDRESS_UNKNOWN
        ),
        Role.SYSTEM,
    )
    docket.add(
        acts.LetterSent(
            purpose=LetterPurpose.REMINDER,
            document=sha("l"),
            to="a@b.example",
            channel=Channel.EMAIL,
        ),
        Role.CLERK,
    )
    docket.add(
        acts.AnswerReceived(document=sha("a"), items=(line("1", Disposition.PRODUCED),)),
        Role.CLERK,
        side=Side.THEIRS,
    )
    docket.add(
        acts.ReceiptDisputed(of=docket.entries[-1].id, codes=(AnswerDisputeCode.INCOMPLETE,)),
        Role.LEAD,
    )
    moment = at("2020-02-03T12:00:00-07:00")
    row = board(campaign().state, {"r01": docket.state}, moment).rows[0]
    assert {name.value: cell.value for name, cell in row.cells.items()} == {
        "prepared": "yes",
        "sent": "yes",
        "delivered": "failed",
        "due": "2020-01-20",
        "answered": "1/2",
        "on_every_item": "1/2",
        "in_time": "date passed",
        "disputed": "incomplete",
        "reminded": "reminder",
        "escalated": "petition",
        "in_litigation": "ended",
        "order": "modifies (entered)",
        "measure": "fine (threatened)",
    }


def test_the_board_tells_an_order_that_was_never_made_from_one_that_ended() -> None:
    docket, _ref = outward()
    modified = docket.add(acts.OrderEntered(court="Court", effect=OrderEffect.MODIFIES), Role.CLERK)
    mistake = docket.add(acts.OrderEntered(court="Court", effect=OrderEffect.QUASHES), Role.CLERK)
    assert cells_of(docket)["order"] == "quashes (entered)"
    docket.add(acts.Corrected(entry=mistake, code=CorrectedFor.DUPLICATE), Role.CLERK)
    assert cells_of(docket)["order"] == "modifies (entered)"
    docket.add(acts.OrderEnded(order=modified, how=OrderChange.VACATED), Role.CLERK)
    assert cells_of(docket)["order"] == "modifies (vacated)"
    docket.add(acts.Corrected(entry=modified, code=CorrectedFor.WRONG_DOCKET), Role.CLERK)
    assert cells_of(docket)["order"] == "quashes (taken_back)"


def test_a_received_demand_was_delivered_here() -> None:
    docket = Docket()
    arrival = docket.add(received(), Role.SYSTEM)
    docket.add(registered("1", arrival=arrival), Role.CLERK)
    moment = AsOf(docket.now, docket.now)
    made = board(campaign().state, {"r01": docket.state}, moment)
    assert made.rows[0].cells[Milestone.DELIVERED].entry == arrival
    nobody = Docket(DocketKind.CAMPAIGN)
    assert board(nobody.state, {}, moment).count(Milestone.SENT) == "0 of 0 sent"

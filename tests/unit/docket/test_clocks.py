"""Clocks run, pause, stop and are counted anew; duties, dates set by hand, owed items."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.docket import acts
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.acts.clocks import DueReason, RecomputeCause, StopCause, TollReason
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.service import (
    LetterPurpose,
    ServedBy,
)
from tecum.docket.errors import (
    NoTriggerDate,
    ReasonNeeded,
    StalePreview,
    UnknownReference,
)
from tecum.docket.parts import DateRead, ObligationId
from tecum.docket.state.model import ObligationStep
from tecum.docket.vocabulary import (
    DateKind,
    Disposition,
    ObligationObject,
)
from tecum.docket.when import on, unknown
from tecum.words import Role
from tests.unit.docket.build import (
    PACK,
    demand,
    determined,
    entry_id,
    label,
    line,
    sent,
    started,
)
from tests.unit.docket.test_service_and_clocks import ANSWER, DUE, letter, running, served, warned


def test_a_clock_needs_a_dated_trigger_of_this_docket() -> None:
    docket = demand("1")
    undated = docket.add(
        acts.ServiceRecorded(channel=ServedBy.UNKNOWN),
        Role.CLERK,
        happened=unknown(DateKind.SERVED),
    )
    with pytest.raises(NoTriggerDate):
        docket.add(started(undated, DUE), Role.SYSTEM)
    with pytest.raises(UnknownReference):
        docket.add(started(entry_id(99), DUE), Role.SYSTEM)


def test_a_clock_that_runs_is_not_started_again() -> None:
    docket = running()
    with pytest.raises(StalePreview):
        docket.add(started(docket.entries[1].id, DUE), Role.SYSTEM)


def recomputed(before: date | None, after: date) -> acts.DeadlineRecomputed:
    return acts.DeadlineRecomputed(
        obligation=ANSWER,
        cause=RecomputeCause.CALENDAR,
        before=before,
        readings=(DateRead(name="plain", due=after, cite="example 1"),),
        safe=after,
        latest=after,
        clock="example/answer/1",
        pack=PACK,
    )


def test_a_recomputed_date_keeps_the_first() -> None:
    docket = running()
    with pytest.raises(StalePreview):
        docket.add(recomputed(date(2020, 1, 1), date(2020, 1, 28)), Role.CLERK)
    docket.add(recomputed(DUE, date(2020, 1, 28)), Role.CLERK)
    held = docket.state.obligations[ANSWER]
    assert (held.safe, held.first_date) == (date(2020, 1, 28), DUE)
    docket.add(acts.ClockStopped(obligation=ANSWER, cause=StopCause.QUASHED), Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(recomputed(date(2020, 1, 28), date(2020, 1, 29)), Role.CLERK)


def test_tolled_and_resumed() -> None:
    docket = running()
    toll = acts.ClockTolled(obligation=ANSWER, reason=TollReason.OBJECTION)
    resume = acts.ClockResumed(
        obligation=ANSWER, reason=TollReason.OBJECTION, safe=date(2020, 2, 3)
    )
    with pytest.raises(StalePreview):
        docket.add(resume, Role.COUNSEL)
    docket.add(toll, Role.COUNSEL)
    assert docket.state.obligations[ANSWER].step is ObligationStep.TOLLED
    with pytest.raises(StalePreview):
        docket.add(toll, Role.COUNSEL)
    docket.add(resume, Role.COUNSEL)
    held = docket.state.obligations[ANSWER]
    assert (held.step, held.safe) == (ObligationStep.FIXED, date(2020, 2, 3))


@pytest.mark.parametrize(
    ("cause", "day", "step"),
    [
        (StopCause.DISCHARGED, date(2020, 1, 27), ObligationStep.MET),
        (StopCause.DISCHARGED, date(2020, 1, 28), ObligationStep.MET_LATE),
        (StopCause.QUASHED, date(2020, 1, 28), ObligationStep.STOPPED),
    ],
)
def test_stopped_met_or_met_late(cause: StopCause, day: date, step: ObligationStep) -> None:
    docket = running()
    docket.add(
        acts.ClockStopped(obligation=ANSWER, cause=cause),
        Role.COUNSEL,
        happened=on(DateKind.OCCURRED, day),
    )
    assert docket.state.obligations[ANSWER].step is step


def test_late_only_if_the_latest_reading_had_passed() -> None:
    docket = demand("1")
    docket.add(started(served(docket), DUE, latest=date(2020, 1, 28)), Role.SYSTEM)
    docket.add(
        acts.ClockStopped(obligation=ANSWER, cause=StopCause.DISCHARGED),
        Role.COUNSEL,
        happened=on(DateKind.OCCURRED, date(2020, 1, 28)),
    )
    assert docket.state.obligations[ANSWER].step is ObligationStep.MET


def test_an_instant_is_late_by_the_instant() -> None:
    docket = demand("1")
    due = datetime(2020, 1, 13, 16, 3, tzinfo=UTC)
    docket.add(started(served(docket), due), Role.SYSTEM)
    docket.now = datetime(2020, 1, 13, 16, 4, tzinfo=UTC)
    docket.add(acts.ClockStopped(obligation=ANSWER, cause=StopCause.DISCHARGED), Role.COUNSEL)
    assert docket.state.obligations[ANSWER].step is ObligationStep.MET_LATE


def due_set(day: date) -> acts.DueDateSet:
    return acts.DueDateSet(
        obligation=ANSWER,
        object=ObligationObject.ANSWER,
        due=day,
        reason=DueReason.AGREED,
    )


def test_a_date_set_by_hand_is_shown_as_such() -> None:
    docket = running()
    docket.add(due_set(date(2020, 2, 10)), Role.CLERK)
    held = docket.state.obligations[ANSWER]
    assert held.origin.value == "set_by_hand"
    assert held.first_date == DUE
    docket.add(acts.ClockStopped(obligation=ANSWER, cause=StopCause.WITHDRAWN), Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(due_set(DUE), Role.CLERK)


def test_a_working_date_leaves_the_dispute_shown() -> None:
    docket = running()
    other = served(docket, date(2020, 1, 15))
    chosen = acts.WorkingDateChosen(event=DateKind.SERVED, account=other, reason="proof of service")
    docket.add(chosen, Role.COUNSEL)
    assert docket.state.working["served"] == docket.entries[-1].id
    assert docket.state.obligations[ANSWER].disputed
    with pytest.raises(UnknownReference):
        docket.add(
            acts.WorkingDateChosen(event=DateKind.SERVED, account=entry_id(99), reason="x"),
            Role.COUNSEL,
        )
    with pytest.raises(ReasonNeeded):
        docket.add(
            acts.WorkingDateChosen(event=DateKind.SERVED, account=other, reason=""), Role.COUNSEL
        )
    undated = docket.add(
        acts.ServiceRecorded(channel=ServedBy.UNKNOWN),
        Role.CLERK,
        happened=unknown(DateKind.SERVED),
    )
    with pytest.raises(NoTriggerDate):
        docket.add(
            acts.WorkingDateChosen(event=DateKind.SERVED, account=undated, reason="x"),
            Role.COUNSEL,
        )


def duty(**more: object) -> acts.DutyOpened:
    return acts.DutyOpened(
        duty="example/notice",
        pack=PACK,
        obligation=ObligationId("notice"),
        object=ObligationObject.NOTICE,
        **more,  # type: ignore[arg-type]
    )


def test_a_duty_points_at_a_trigger_of_this_docket() -> None:
    docket = demand("1")
    with pytest.raises(UnknownReference):
        docket.add(duty(trigger=entry_id(99)), Role.SYSTEM)
    docket.add(duty(trigger=docket.entries[0].id), Role.SYSTEM)
    assert docket.state.obligations[ObligationId("notice")].trigger == docket.entries[0].id


def test_a_duty_without_a_date_in_the_law_stands_and_is_met_by_the_act_it_names() -> None:
    docket = demand("1")
    docket.add(duty(done_by="LetterSent(notice)"), Role.SYSTEM)
    assert docket.state.obligations[ObligationId("notice")].step is ObligationStep.WAITING
    with pytest.raises(StalePreview):
        docket.add(duty(), Role.SYSTEM)
    docket.add(letter(LetterPurpose.QUESTION), Role.CLERK)
    assert docket.state.obligations[ObligationId("notice")].step is ObligationStep.WAITING
    ref = docket.add(letter(LetterPurpose.NOTICE), Role.CLERK)
    assert docket.state.obligations[ObligationId("notice")].ended_by == ref
    assert docket.state.obligations[ObligationId("notice")].step is ObligationStep.MET


def test_a_duty_is_reopened_when_what_met_it_is_taken_back() -> None:
    docket = demand("1")
    docket.add(duty(safe=DUE), Role.SYSTEM)
    done = acts.DutyDischarged(obligation=ObligationId("notice"))
    ref = docket.add(done, Role.CLERK)
    assert docket.state.obligations[ObligationId("notice")].step is ObligationStep.MET
    docket.add(done, Role.CLERK)
    assert warned(docket) == ["discharged-without-obligation"]
    docket.add(acts.Corrected(entry=ref, code=CorrectedFor.WRONG_DOCKET), Role.CLERK)
    assert docket.state.obligations[ObligationId("notice")].step is ObligationStep.FIXED


def test_a_letter_of_acknowledgement_meets_what_is_owed() -> None:
    docket = demand("1")
    docket.add(started(served(docket), DUE, object=ObligationObject.ACKNOWLEDGMENT), Role.SYSTEM)
    docket.add(letter(LetterPurpose.ACKNOWLEDGEMENT), Role.CLERK)
    assert docket.state.obligations[ANSWER].step is ObligationStep.MET


def test_an_owed_item_is_armed_and_its_clock_runs_from_its_event() -> None:
    docket = running("1")
    determined(docket, Determined.AWAIT_EVENT, "1", awaits="release")
    docket.add(
        sent(line("1", Disposition.OWED_ON_EVENT, owed_event=RunsFrom.RELEASE)), Role.COUNSEL
    )
    owed = next(ref for ref in docket.state.obligations if ref.startswith("owed.1"))
    assert docket.state.obligations[owed].step is ObligationStep.ARMED
    event = docket.add(acts.OwedEventHappened(event=RunsFrom.RELEASE, items=label("1")), Role.CLERK)
    assert docket.state.obligations[owed].step is ObligationStep.WAITING
    due = datetime(2020, 1, 14, 16, 0, tzinfo=UTC)
    docket.add(started(event, due, owed), Role.SYSTEM)
    assert docket.state.obligations[owed].step is ObligationStep.FIXED
    docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    assert docket.state.obligations[owed].step is ObligationStep.MET


def test_an_event_on_which_nothing_waits_is_a_warning() -> None:
    docket = demand("1")
    docket.add(acts.OwedEventHappened(event=RunsFrom.RELEASE, items=label("9")), Role.CLERK)
    assert warned(docket) == ["unknown-reference", "nothing-waited-for-this"]

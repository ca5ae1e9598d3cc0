"""A date whose setting or start was corrected does not stand as if nothing had happened."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.docket import acts
from tecum.docket.acts.clocks import DueReason, RecomputeCause, TollReason
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.service import ServedBy
from tecum.docket.entry import EntryId
from tecum.docket.parts import DateRead, ObligationId
from tecum.docket.state.model import Obligation
from tecum.docket.vocabulary import DateKind, ObligationObject
from tecum.docket.when import on
from tecum.words import Role
from tests.unit.docket.build import PACK, Docket, demand, started

WRONG, BETTER = date(2026, 12, 1), date(2026, 11, 1)


def owed(docket: Docket) -> Obligation:
    (row,) = docket.state.obligations.values()
    return row


def dated() -> tuple[Docket, str]:
    docket = demand("1")
    act = acts.DueDateSet(
        obligation=ObligationId("answer.set"),
        object=ObligationObject.ANSWER,
        due=WRONG,
        reason=DueReason.AGREED,
    )
    return docket, docket.add(act, Role.CLERK)


def correct(docket: Docket, ref: str, value: str | None = None) -> str:
    act = acts.Corrected(
        entry=EntryId(ref),
        code=CorrectedFor.WRONG_VALUE,
        path="due" if value is not None else None,
        value=value,
    )
    return docket.add(act, Role.CLERK)


def test_a_better_day_takes_the_place_of_the_wrong_one() -> None:
    docket, ref = dated()
    correct(docket, ref, BETTER.isoformat())
    row = owed(docket)
    assert (row.safe, row.latest, row.first_date, row.disputed) == (BETTER, BETTER, WRONG, False)
    correct(docket, ref, "2026-11-02T17:00:00+00:00")
    assert owed(docket).safe == datetime(2026, 11, 2, 17, tzinfo=UTC)


@pytest.mark.parametrize("value", ["the first of November", "2026-11-31", "2026-11-02T17:00"])
def test_what_is_no_day_leaves_the_date_in_doubt(value: str) -> None:
    docket, ref = dated()
    correct(docket, ref, value)
    assert (owed(docket).safe, owed(docket).disputed) == (WRONG, True)


def test_a_correction_of_another_entry_moves_no_date() -> None:
    docket, _ = dated()
    correct(docket, next(iter(docket.state.entries)), BETTER.isoformat())
    assert (owed(docket).safe, owed(docket).disputed) == (WRONG, False)


def test_a_date_that_was_taken_back_is_in_doubt_until_another_is_set() -> None:
    docket, ref = dated()
    correct(docket, ref)
    assert owed(docket).disputed
    again = acts.DueDateSet(
        obligation=ObligationId("answer.set"),
        object=ObligationObject.ANSWER,
        due=BETTER,
        reason=DueReason.AGREED,
    )
    docket.add(again, Role.CLERK)
    assert (owed(docket).safe, owed(docket).disputed) == (BETTER, False)


def test_a_clock_that_runs_again_ends_where_it_is_said_and_else_in_doubt() -> None:
    docket = demand("1")
    served = acts.ServiceRecorded(channel=ServedBy.HAND)
    ref = docket.add(served, Role.CLERK, happened=on(DateKind.SERVED, date(2026, 10, 1)))
    docket.add(started(ref, BETTER), Role.CLERK)

    def pause(safe: date | None) -> Obligation:
        name, why = owed(docket).id, TollReason.OBJECTION
        docket.add(acts.ClockTolled(obligation=name, reason=why), Role.COUNSEL)
        docket.add(acts.ClockResumed(obligation=name, reason=why, safe=safe), Role.COUNSEL)
        return owed(docket)

    row = pause(WRONG)
    assert (row.safe, row.latest, row.readings, row.disputed) == (WRONG, WRONG, (), False)
    assert pause(None).disputed
    assert not pause(WRONG).disputed


def test_a_clock_whose_service_was_taken_back_is_in_doubt_until_it_is_counted_anew() -> None:
    docket = demand("1")
    served = acts.ServiceRecorded(channel=ServedBy.HAND)
    ref = docket.add(served, Role.CLERK, happened=on(DateKind.SERVED, date(2026, 10, 1)))
    docket.add(started(ref, WRONG), Role.CLERK)
    assert not owed(docket).disputed
    correct(docket, ref)
    assert owed(docket).disputed
    docket.add(served, Role.CLERK, happened=on(DateKind.SERVED, date(2026, 9, 1)))
    assert owed(docket).disputed
    counted = acts.DeadlineRecomputed(
        obligation=owed(docket).id,
        cause=RecomputeCause.TRIGGER,
        before=WRONG,
        readings=(DateRead(name="plain", due=BETTER, cite="example 1"),),
        safe=BETTER,
        latest=BETTER,
        clock="example/answer/1",
        pack=PACK,
    )
    docket.add(counted, Role.CLERK)
    assert (owed(docket).safe, owed(docket).disputed) == (BETTER, False)

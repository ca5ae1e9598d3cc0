"""Nothing is called late, and no service disputed, that may as well have been in time or alike."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.docket import acts
from tecum.docket.acts.clocks import TollReason
from tecum.docket.acts.service import ServedBy
from tecum.docket.parts import ObligationId
from tecum.docket.state.model import ObligationStep
from tecum.docket.state.obligations import is_service_disputed
from tecum.docket.vocabulary import DateKind, Precision
from tecum.docket.when import When, on
from tecum.words import Role
from tests.unit.docket.build import Docket, demand, started

DUE = date(2020, 2, 10)
SENT = DateKind.SENT


def owed(due: date | datetime = DUE) -> Docket:
    docket = demand("1")
    served = docket.add(
        acts.ServiceRecorded(channel=ServedBy.HAND),
        Role.CLERK,
        happened=on(DateKind.SERVED, date(2020, 1, 27)),
    )
    docket.add(started(served, due), Role.CLERK)
    return docket


def met(docket: Docket, happened: When) -> ObligationStep:
    act = acts.DutyDischarged(obligation=ObligationId("answer"))
    docket.add(act, Role.COUNSEL, happened=happened)
    return docket.state.obligations[ObligationId("answer")].step


@pytest.mark.parametrize(
    ("happened", "is_late"),
    [
        (When(kind=SENT, value=date(2020, 2, 1), precision=Precision.MONTH), False),
        (When(kind=SENT, value=date(2020, 3, 1), precision=Precision.MONTH), True),
        (When(kind=SENT, value=date(2020, 1, 1), precision=Precision.YEAR), False),
        (When(kind=SENT, value=date(2020, 2, 11), precision=Precision.AFTER), True),
        (When(kind=SENT, value=date(2020, 2, 10), precision=Precision.AFTER), False),
        (When(kind=SENT, value=date(2020, 3, 1), precision=Precision.BEFORE), False),
        (When(kind=SENT, value=date(2020, 3, 1), precision=Precision.ABOUT), False),
        (
            When(
                kind=SENT,
                value=datetime(2020, 3, 1, 12, tzinfo=UTC),
                precision=Precision.ABOUT,
            ),
            False,
        ),
        (
            When(
                kind=SENT,
                precision=Precision.BETWEEN,
                earliest=date(2020, 2, 8),
                latest=date(2020, 2, 12),
            ),
            False,
        ),
        (
            When(
                kind=SENT,
                precision=Precision.BETWEEN,
                earliest=date(2020, 2, 11),
                latest=date(2020, 2, 12),
            ),
            True,
        ),
        (When(kind=SENT), False),
        (on(SENT, date(2020, 2, 11)), True),
    ],
)
def test_late_only_if_it_was_on_every_day_it_may_have_been(happened: When, is_late: bool) -> None:
    wanted = ObligationStep.MET_LATE if is_late else ObligationStep.MET
    assert met(owed(), happened) is wanted
    evening = datetime(2020, 2, 10, 23, 59, tzinfo=UTC)
    assert met(owed(evening), happened) is wanted


def test_a_pause_of_an_uncertain_day_began_in_time_if_it_can_have() -> None:
    docket = owed()
    act = acts.ClockTolled(obligation=ObligationId("answer"), reason=TollReason.AGREEMENT)
    february = When(kind=DateKind.EFFECTIVE, value=date(2020, 2, 1), precision=Precision.MONTH)
    docket.add(act, Role.COUNSEL, happened=february)
    assert met(docket, on(SENT, date(2020, 4, 1))) is ObligationStep.MET


@pytest.mark.parametrize(
    ("second", "disputed"),
    [
        (When(kind=DateKind.SERVED, value=date(2020, 1, 1), precision=Precision.MONTH), False),
        (When(kind=DateKind.SERVED, value=date(2020, 2, 1), precision=Precision.MONTH), True),
        (When(kind=DateKind.SERVED, value=date(2020, 1, 20), precision=Precision.AFTER), False),
        (When(kind=DateKind.SERVED), False),
        (on(DateKind.SERVED, date(2020, 1, 28)), True),
    ],
)
def test_accounts_that_can_be_of_one_day_dispute_nothing(second: When, disputed: bool) -> None:
    docket = owed()
    docket.add(acts.ServiceRecorded(channel=ServedBy.HAND), Role.CLERK, happened=second)
    assert is_service_disputed(docket.state) is disputed
    assert docket.state.obligations[ObligationId("answer")].disputed is disputed

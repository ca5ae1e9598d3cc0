"""What was recorded by mistake and taken back whole is on no board and in no status."""

from __future__ import annotations

from tecum.docket import acts
from tecum.docket.acts.course import CorrectedFor, Step, ThreatCondition
from tecum.docket.acts.courts import ProceedingKind, ProceedingOutcome, ProceedingStep
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.registration import Relation
from tecum.docket.campaign import Milestone, board
from tecum.docket.entry import EntryId
from tecum.docket.state import AsOf
from tecum.docket.state.model import Measure, MeasureStep, Proceeding
from tecum.docket.status import StatusCode, statuses
from tecum.words import Role
from tests.unit.docket.build import OTHER_DOCKET, Docket, demand
from tests.unit.docket.test_status_and_duties import campaign

PRESSED = {
    Milestone.ESCALATED,
    Milestone.ESCALATION_THREATENED,
    Milestone.IN_LITIGATION,
    Milestone.MEASURE,
    Milestone.REMINDED,
}
PROGRAMME = "Programme 1"


def take_back(docket: Docket, ref: EntryId) -> EntryId:
    return docket.add(acts.Corrected(entry=ref, code=CorrectedFor.WRONG_DOCKET), Role.LEAD)


def codes(docket: Docket) -> set[StatusCode]:
    return {row.code for row in statuses(docket.state, AsOf(docket.now, docket.now))}


def cells(docket: Docket) -> dict[Milestone, str]:
    """What a board says of how the demand was pressed."""
    shown = board(campaign().state, {"r01": docket.state}, AsOf(docket.now, docket.now)).rows[0]
    return {name: cell.value for name, cell in shown.cells.items() if name in PRESSED}


def threatened(docket: Docket) -> EntryId:
    act = acts.MeasureThreatened(kind=MeasureKind.INELIGIBILITY, programme=PROGRAMME)
    return docket.add(act, Role.LEAD)


def imposed(docket: Docket, of: EntryId | None = None) -> EntryId:
    act = acts.MeasureImposed(kind=MeasureKind.INELIGIBILITY, amount=5, threatened=of)
    return docket.add(act, Role.LEAD)


def opened(docket: Docket) -> EntryId:
    act = acts.ProceedingOpened(kind=ProceedingKind.APPEAL, court="Court of Appeals")
    return docket.add(act, Role.LEAD)


def ended(docket: Docket, of: EntryId) -> EntryId:
    act = acts.ProceedingEnded(proceeding=of, outcome=ProceedingOutcome.DENIED)
    return docket.add(act, Role.LEAD)


# --- measures -------------------------------------------------------------------------------


def test_a_measure_that_nobody_threatened_or_imposed_is_at_stake_nowhere() -> None:
    docket = demand("1")
    refs = threatened(docket), imposed(docket)
    assert cells(docket) == {Milestone.MEASURE: "ineligibility (imposed)"}
    for ref in refs:
        take_back(docket, ref)
    assert dict(docket.state.measures) == {}
    assert cells(docket) == {}
    assert StatusCode.MEASURE_PENDING not in codes(docket)


def test_a_measure_is_where_the_entries_that_stand_leave_it() -> None:
    docket = demand("1")
    threat = threatened(docket)
    effect = imposed(docket, threat)
    lifting = docket.add(acts.MeasureLifted(measure=threat), Role.LEAD)

    def held() -> Measure:
        return docket.state.measures[threat]

    take_back(docket, lifting)
    assert (held().step, held().since) == (MeasureStep.IMPOSED, effect)
    take_back(docket, effect)
    assert (held().step, held().since) == (MeasureStep.THREATENED, threat)
    assert held().act.programme == PROGRAMME
    assert cells(docket) == {Milestone.MEASURE: "ineligibility (threatened)"}


def test_a_measure_stands_imposed_though_its_threat_was_none() -> None:
    docket = demand("1")
    threat = threatened(docket)
    effect = imposed(docket, threat)
    take_back(docket, threat)
    held = docket.state.measures[threat]
    assert (held.step, held.since, held.act.amount) == (MeasureStep.IMPOSED, effect, 5)
    take_back(docket, effect)
    assert dict(docket.state.measures) == {}
    take_back(docket, effect)  # taken back twice: it is not there
    assert dict(docket.state.measures) == {}


def test_a_measure_that_was_lifted_is_lifted_though_its_imposing_was_a_mistake() -> None:
    docket = demand("1")
    threat = threatened(docket)
    effect = imposed(docket, threat)
    docket.add(acts.MeasureLifted(measure=threat), Role.LEAD)
    take_back(docket, effect)
    assert docket.state.measures[threat].step is MeasureStep.LIFTED


# --- proceedings ----------------------------------------------------------------------------


def test_a_proceeding_that_was_never_opened_is_nowhere() -> None:
    docket = demand("1")
    ref = opened(docket)
    assert StatusCode.IN_LITIGATION in codes(docket)
    take_back(docket, ref)
    assert dict(docket.state.proceedings) == {}
    assert cells(docket) == {}
    assert StatusCode.IN_LITIGATION not in codes(docket)
    ended(docket, ref)
    assert [row.code for row in docket.state.warnings] == ["ended-without-proceeding"]


def test_a_proceeding_is_where_the_entries_that_stand_leave_it() -> None:
    docket = demand("1")
    ref = opened(docket)
    heard = acts.ProceedingStepTaken(proceeding=ref, step=ProceedingStep.HEARD)
    first, second = docket.add(heard, Role.LEAD), docket.add(heard, Role.LEAD)
    end, again = ended(docket, ref), ended(docket, ref)

    def held() -> Proceeding:
        return docket.state.proceedings[ref]

    take_back(docket, first)
    assert held().steps == (second,)
    take_back(docket, end)
    assert held().ended_by == again
    take_back(docket, again)
    assert held().ended_by is None
    assert cells(docket) == {Milestone.IN_LITIGATION: "open"}
    assert StatusCode.IN_LITIGATION in codes(docket)


# --- steps and links ------------------------------------------------------------------------


def test_steps_that_were_never_taken_or_announced_are_on_no_board() -> None:
    docket = demand("1")
    refs = [
        docket.add(acts.DemandEscalated(step=Step.REMINDER), Role.LEAD),
        docket.add(acts.DemandEscalated(step=Step.PETITION), Role.LEAD),
        docket.add(
            acts.EscalationThreatened(step=Step.CONTEMPT, conditions=(ThreatCondition.NO_ANSWER,)),
            Role.LEAD,
        ),
    ]
    assert set(cells(docket)) == {
        Milestone.REMINDED, Milestone.ESCALATED, Milestone.ESCALATION_THREATENED,
    }  # fmt: skip
    for ref in refs:
        take_back(docket, ref)
    assert cells(docket) == {}


def test_a_link_that_was_a_mistake_links_nothing() -> None:
    docket = demand("1")
    act = acts.DemandLinked(other=OTHER_DOCKET, relation=Relation.SAME_MATTER)
    ref, kept = docket.add(act, Role.LEAD), docket.add(act, Role.LEAD)
    take_back(docket, ref)
    assert docket.state.links == (kept,)

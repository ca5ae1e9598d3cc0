"""Measures from threat to lifting; proceedings step by step; records looked for and found."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.docket import acts
from tecum.docket.acts.courts import OrderEffect, ProceedingKind, ProceedingOutcome, ProceedingStep
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.records import GatheringAnswer, PreservationCause
from tecum.docket.entry import EntryId, Label, PersonId
from tecum.docket.errors import ActMalformed, ItemNotLive, StalePreview, UnknownReference
from tecum.docket.state import AsOf
from tecum.docket.state.model import MeasureStep, Records
from tecum.docket.status import StatusCode, statuses
from tecum.words import Role
from tests.unit.docket.build import Docket, demand, determined, entry_id, label, sha

NONE = entry_id(999)


def codes(docket: Docket) -> list[StatusCode]:
    moment = datetime(2020, 1, 14, tzinfo=UTC)
    return [row.code for row in statuses(docket.state, AsOf(moment, moment))]


def warned(docket: Docket) -> list[str]:
    return [row.code for row in docket.state.warnings]


# --- measures -------------------------------------------------------------------------------


def threatened() -> acts.MeasureThreatened:
    return acts.MeasureThreatened(kind=MeasureKind.INELIGIBILITY, programme="Programme 1")


def imposed(of: EntryId | None = None) -> acts.MeasureImposed:
    return acts.MeasureImposed(kind=MeasureKind.INELIGIBILITY, amount=5, threatened=of)


def test_a_measure_is_threatened_then_imposed_then_lifted() -> None:
    docket = demand("1")
    ref = docket.add(threatened(), Role.COUNSEL)
    assert docket.state.measures[ref].step is MeasureStep.THREATENED
    docket.add(imposed(ref), Role.COUNSEL)
    held = docket.state.measures[ref]
    assert (held.step, held.act.amount, held.entry) == (MeasureStep.IMPOSED, 5, ref)
    assert StatusCode.MEASURE_PENDING in codes(docket)
    docket.add(acts.MeasureLifted(measure=ref), Role.COUNSEL)
    assert docket.state.measures[ref].step is MeasureStep.LIFTED
    assert StatusCode.MEASURE_PENDING not in codes(docket)
    assert warned(docket) == []


def test_a_measure_without_a_threat_stands_by_itself() -> None:
    docket = demand("1")
    alone = docket.add(imposed(), Role.COUNSEL)
    odd = docket.add(imposed(NONE), Role.COUNSEL)
    assert {alone, odd} == set(docket.state.measures)
    docket.add(acts.MeasureLifted(measure=NONE), Role.COUNSEL)
    docket.add(acts.MeasureLifted(measure=alone), Role.COUNSEL)
    docket.add(imposed(alone), Role.COUNSEL)
    assert docket.state.measures[alone].step is MeasureStep.IMPOSED
    assert warned(docket) == [
        "imposed-without-threat",
        "lifted-without-measure",
        "imposed-after-lifting",
    ]


def test_an_order_blocks_a_measure_while_it_is_in_force_and_it_is_not_lifted() -> None:
    docket = demand("1")
    ref = docket.add(imposed(), Role.COUNSEL)
    order = acts.OrderEntered(court="District Court", effect=OrderEffect.ENJOINS, measures=(ref,))
    entered = docket.add(order, Role.COUNSEL)
    assert StatusCode.MEASURE_BLOCKED in codes(docket)
    docket.add(acts.OrderStayed(order=entered), Role.COUNSEL)
    assert StatusCode.MEASURE_BLOCKED not in codes(docket)
    assert StatusCode.MEASURE_PENDING in codes(docket)


def test_a_proceeding_goes_on_step_by_step() -> None:
    docket = demand("1")
    opened = acts.ProceedingOpened(kind=ProceedingKind.APPEAL, court="Court of Appeals")
    ref = docket.add(opened, Role.COUNSEL)
    heard = acts.ProceedingStepTaken(proceeding=ref, step=ProceedingStep.HEARD)
    first = docket.add(heard, Role.COUNSEL)
    docket.add(acts.ProceedingEnded(proceeding=ref, outcome=ProceedingOutcome.DENIED), Role.COUNSEL)
    later = docket.add(heard, Role.COUNSEL)
    assert docket.state.proceedings[ref].steps == (first, later)
    docket.add(acts.ProceedingStepTaken(proceeding=NONE, step=ProceedingStep.HEARD), Role.COUNSEL)
    assert warned(docket) == ["step-after-the-end", "step-without-proceeding"]


# --- records --------------------------------------------------------------------------------


def task(name: str, item: str = "1", **more: object) -> acts.GatheringAssigned:
    return acts.GatheringAssigned(
        task=name,
        item=Label(item),
        custodian=PersonId("p2"),
        **more,  # type: ignore[arg-type]
    )


def said(name: str, answer: GatheringAnswer, **more: object) -> acts.GatheringAnswered:
    return acts.GatheringAnswered(task=name, answer=answer, **more)  # type: ignore[arg-type]


FOUND = GatheringAnswer.FOUND


def test_records_are_asked_for_found_and_sealed() -> None:
    docket = demand("1")
    assert docket.state.items["1"].records is Records.NONE
    docket.add(acts.ProductionOpened(production="P", items=label("1")), Role.COUNSEL)
    docket.add(task("T", production="P"), Role.COUNSEL)
    assert docket.state.items["1"].records is Records.ASKED
    docket.add(said("T", FOUND, count=3), Role.CUSTODIAN)
    assert docket.state.items["1"].records is Records.FOUND
    determined(docket, Determined.PRODUCE, "1")
    package = acts.PackageSealed(
        production="P",
        manifest=sha("m"),
        items=label("1"),
        documents=3,
        pages=3,
        withheld=0,
        guard_report=sha("g"),
        verifier_report=sha("v"),
    )
    docket.add(package, Role.COUNSEL)
    assert docket.state.items["1"].records is Records.SEALED
    docket.add(task("T2"), Role.COUNSEL)
    assert docket.state.items["1"].records is Records.ASKED


def test_of_several_custodians_the_work_left_is_shown() -> None:
    docket = demand("1")
    docket.add(task("A"), Role.COUNSEL)
    docket.add(task("B"), Role.COUNSEL)
    docket.add(said("A", FOUND, count=1), Role.CUSTODIAN)
    assert docket.state.items["1"].records is Records.ASKED
    docket.add(said("B", GatheringAnswer.NEEDS_TIME, needs_until=date(2020, 2, 1)), Role.CUSTODIAN)
    assert docket.state.items["1"].records is Records.DELAYED
    assert docket.state.tasks["B"].until == date(2020, 2, 1)
    docket.add(said("B", GatheringAnswer.NOT_OURS), Role.CUSTODIAN)
    assert docket.state.items["1"].records is Records.FOUND


def test_an_open_task_is_not_certified_away() -> None:
    docket = demand("1")
    docket.add(task("A"), Role.COUNSEL)
    certified = acts.RecordsCertified(
        items=label("1"), certification=sha("c"), certified_by="Custodian"
    )
    with pytest.raises(StalePreview, match="not yet answered"):
        docket.add(certified, Role.CUSTODIAN)
    docket.add(said("A", GatheringAnswer.NONE_FOUND, places=("the archive",)), Role.CUSTODIAN)
    ref = docket.add(certified, Role.CUSTODIAN)
    assert docket.state.certifications == (ref,)


def test_a_task_is_for_something_that_is_there() -> None:
    docket = demand("1")
    docket.add(task("A"), Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(task("A"), Role.COUNSEL)
    with pytest.raises(ItemNotLive):
        docket.add(task("B", "9"), Role.COUNSEL)
    with pytest.raises(UnknownReference):
        docket.add(task("B", production="P"), Role.COUNSEL)
    with pytest.raises(UnknownReference):
        docket.add(said("B", GatheringAnswer.NOT_OURS), Role.CUSTODIAN)
    docket.add(acts.ProductionOpened(production="P", items=label("1")), Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(acts.ProductionOpened(production="P", items=label("1")), Role.COUNSEL)


def test_what_was_found_is_counted_and_a_vain_search_says_where() -> None:
    with pytest.raises(ActMalformed):
        said("A", FOUND)
    with pytest.raises(ActMalformed):
        said("A", GatheringAnswer.NOT_OURS, count=2)
    with pytest.raises(ActMalformed):
        said("A", GatheringAnswer.NONE_FOUND)


def test_a_preservation_ends_once() -> None:
    docket = demand("1")
    kept = acts.PreservationStarted(scope="mail", cause=PreservationCause.DEMAND)
    ref = docket.add(kept, Role.COUNSEL)
    assert docket.state.preservations[ref].ended_by is None
    over = acts.PreservationEnded(preservation=ref, cause=PreservationCause.MATTER_ENDED)
    ended = docket.add(over, Role.COUNSEL)
    assert docket.state.preservations[ref].ended_by == ended
    with pytest.raises(StalePreview):
        docket.add(over, Role.COUNSEL)

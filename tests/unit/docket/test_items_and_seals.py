"""What is asked changes shape; who may know of it; what is published."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.docket import acts
from tecum.docket.acts.course import ItemNarrowed
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import PublicField, SealGround
from tecum.docket.entry import EntryId, Label, PersonId
from tecum.docket.errors import (
    ActMalformed,
    DemandEnded,
    DocketSealed,
    ItemNotLive,
    NotPermitted,
    ReasonNeeded,
    StalePreview,
    UnknownReference,
)
from tecum.docket.rules import rules_of
from tecum.docket.state import AsOf
from tecum.docket.state.model import Asked, Decided, DemandStep, ObligationStep
from tecum.docket.state.sealing import members
from tecum.docket.status import StatusCode, statuses
from tecum.docket.vocabulary import Direction, Disposition
from tecum.office import Office
from tecum.words import Role, Side
from tests.unit.docket.build import (
    OTHER_DOCKET,
    Docket,
    asked,
    demand,
    determined,
    label,
    line,
    received,
    registered,
    sent,
    started,
)


def with_clock(*labels: str) -> Docket:
    docket = demand(*labels)
    clock = started(docket.entries[0].id, date(2020, 1, 27), items=label(*labels))
    docket.add(clock, Role.SYSTEM)
    return docket


def owed(docket: Docket) -> tuple[str, ...]:
    (row,) = docket.state.obligations.values()
    return row.items


def codes(docket: Docket) -> list[StatusCode]:
    moment = datetime(2020, 1, 14, tzinfo=UTC)
    return [row.code for row in statuses(docket.state, AsOf(moment, moment))]


# --- split, merged, added -------------------------------------------------------------------


def test_parts_take_the_place_of_an_item_and_what_is_owed_on_it() -> None:
    docket = with_clock("1", "2", "3")
    split = acts.ItemSplit(item=Label("2"), into=(asked("2a"), asked("2b")))
    docket.add(split, Role.CLERK)
    assert [item.label for item in docket.state.live_items] == ["1", "3", "2a", "2b"]
    assert docket.state.items["2"].asked is Asked.REPLACED
    assert owed(docket) == ("1", "2a", "2b", "3")


def test_merged_items_are_owed_as_one() -> None:
    docket = with_clock("1", "2", "3")
    docket.add(acts.ItemsMerged(items=label("1", "3"), into=asked("1+3")), Role.COUNSEL)
    assert [item.label for item in docket.state.live_items] == ["2", "1+3"]
    assert owed(docket) == ("1+3", "2")


def test_an_item_added_is_live_and_owed_by_no_clock_yet() -> None:
    docket = with_clock("1")
    docket.add(acts.ItemAdded(item=asked("2")), Role.CLERK)
    assert docket.state.items["2"].asked is Asked.LIVE
    assert owed(docket) == ("1",)


def test_what_is_answered_keeps_its_words() -> None:
    docket = demand("1", "2")
    determined(docket, Determined.WITHHOLD, "1", reason="policy")
    docket.add(sent(line("1", Disposition.WITHHELD)), Role.COUNSEL)
    with pytest.raises(StalePreview, match="answered"):
        docket.add(acts.ItemSplit(item=Label("1"), into=(asked("a"), asked("b"))), Role.CLERK)


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (acts.ItemSplit(item=Label("9"), into=(asked("a"), asked("b"))), ItemNotLive),
        (acts.ItemSplit(item=Label("1"), into=(asked("2"), asked("b"))), StalePreview),
        (acts.ItemAdded(item=asked("1")), StalePreview),
        (acts.ItemsMerged(items=label("1", "9"), into=asked("m")), ItemNotLive),
    ],
)
def test_items_that_are_not_there_or_there_already(act: acts.Act, refusal: type) -> None:
    docket = demand("1", "2")
    with pytest.raises(refusal):
        docket.add(act, Role.CLERK)


def test_one_part_is_no_split_and_one_item_no_merger() -> None:
    with pytest.raises(ActMalformed):
        acts.ItemSplit(item=Label("1"), into=(asked("a"),))
    with pytest.raises(ActMalformed):
        acts.ItemSplit(item=Label("1"), into=(asked("a"), asked("a")))
    with pytest.raises(ActMalformed):
        acts.ItemsMerged(items=label("1"), into=asked("m"))


def test_a_split_stands_when_the_demand_is_taken_up_again() -> None:
    docket = demand("1", "2")
    docket.add(acts.ItemSplit(item=Label("1"), into=(asked("1a"), asked("1b"))), Role.CLERK)
    withdrawn = docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    docket.add(acts.DemandReopened(cause=withdrawn), Role.COUNSEL)
    assert [item.label for item in docket.state.live_items] == ["2", "1a", "1b"]


# --- narrowed, superseded -------------------------------------------------------------------


def narrowed(name: str, new: str | None) -> acts.DemandNarrowed:
    return acts.DemandNarrowed(items=(ItemNarrowed(item=Label(name), old=f"item {name}", new=new),))


def test_fewer_words_make_what_was_decided_stale() -> None:
    docket = demand("1")
    determined(docket, Determined.WITHHOLD, "1", reason="policy")
    docket.add(narrowed("1", "the release date alone"), Role.COUNSEL, side=Side.THEIRS)
    item = docket.state.items["1"]
    assert item.asked_for.text == "the release date alone"
    assert (item.decided, item.stale) == (Decided.APPROVED, True)


def test_an_item_no_longer_asked_is_owed_no_more() -> None:
    docket = with_clock("1", "2")
    docket.add(narrowed("2", None), Role.COUNSEL)
    assert docket.state.items["2"].asked is Asked.DROPPED
    docket.add(narrowed("1", None), Role.COUNSEL)
    (row,) = docket.state.obligations.values()
    assert row.step is ObligationStep.STOPPED


def test_what_was_answered_before_the_rest_was_dropped_counts_as_met() -> None:
    docket = with_clock("1", "2")
    determined(docket, Determined.WITHHOLD, "1", reason="policy")
    docket.add(sent(line("1", Disposition.WITHHELD)), Role.COUNSEL)
    docket.add(narrowed("2", None), Role.COUNSEL)
    (row,) = docket.state.obligations.values()
    assert row.step is ObligationStep.MET


def test_narrowing_of_what_is_not_asked_is_a_warning() -> None:
    docket = demand("1")
    docket.add(narrowed("9", None), Role.COUNSEL)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    docket.add(narrowed("1", None), Role.COUNSEL)
    warned = [row.code for row in docket.state.warnings]
    assert warned == ["narrowed-item-not-asked", "narrowed-out-of-turn"]
    with pytest.raises(ActMalformed):
        acts.DemandNarrowed(items=())


def test_another_demand_takes_the_place_of_this_one() -> None:
    docket = with_clock("1")
    superseded = acts.DemandSuperseded(by=OTHER_DOCKET, carried=label("1", "9"))
    ref = docket.add(superseded, Role.COUNSEL)
    assert docket.state.demand is not None
    assert (docket.state.demand.step, docket.state.demand.how) == (DemandStep.ENDED, "superseded")
    assert StatusCode.SUPERSEDED in codes(docket)
    assert StatusCode.WITHDRAWN not in codes(docket)
    (row,) = docket.state.obligations.values()
    assert row.step is ObligationStep.STOPPED
    docket.add(superseded, Role.COUNSEL)
    warned = [row.code for row in docket.state.warnings]
    assert warned == ["carried-unknown-item", "superseded-out-of-turn"]
    docket.add(acts.DemandReopened(cause=ref), Role.COUNSEL)
    assert docket.state.items["1"].asked is Asked.LIVE


def test_a_dropped_item_stays_dropped_when_the_demand_is_taken_up_again() -> None:
    docket = demand("1", "2")
    docket.add(narrowed("2", None), Role.COUNSEL)
    ended = docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    docket.add(acts.DemandReopened(cause=ended), Role.COUNSEL)
    assert [item.label for item in docket.state.live_items] == ["1"]


# --- sealed ---------------------------------------------------------------------------------


def seal(*persons: str, order: EntryId | None = None) -> acts.MatterSealed:
    return acts.MatterSealed(
        ground=SealGround.GRAND_JURY, members=tuple(map(PersonId, persons)), order=order
    )


def test_only_members_act_on_a_sealed_matter() -> None:
    docket = demand("1")
    docket.add(seal("p1", "p2"), Role.LEAD)
    assert members(docket.state) == {"p1", "p2"}
    assert codes(docket)[0] is StatusCode.SEALED
    with pytest.raises(DocketSealed):
        docket.add(acts.ItemAdded(item=asked("2")), Role.CLERK, "p3")
    docket.add(acts.ItemAdded(item=asked("2")), Role.CLERK, "p2")
    docket.add(received("reply"), Role.SYSTEM, "p9")


def test_the_seal_ends_with_a_reason() -> None:
    docket = demand("1")
    with pytest.raises(StalePreview):
        docket.add(acts.MatterUnsealed(reason="over"), Role.LEAD)
    docket.add(seal("p1"), Role.LEAD)
    with pytest.raises(ReasonNeeded):
        docket.add(acts.MatterUnsealed(reason=""), Role.LEAD)
    docket.add(acts.MatterUnsealed(reason="the order ended"), Role.LEAD)
    assert members(docket.state) is None
    docket.add(acts.ItemAdded(item=asked("2")), Role.CLERK, "p3")


def test_counsel_seals_only_where_the_profile_says_so() -> None:
    docket = demand("1")
    with pytest.raises(NotPermitted, match="profile"):
        docket.add(seal("p1"), Role.COUNSEL)
    docket.add(seal("p1"), Role.LEAD)
    with pytest.raises(NotPermitted, match="profile"):
        docket.add(acts.MatterUnsealed(reason="over"), Role.COUNSEL)
    allowed = demand(
        "1", rules=rules_of(Office(name="X", zone="UTC", signers={"counsel": ("seal",)}))
    )
    allowed.add(seal("p1"), Role.COUNSEL)
    allowed.add(acts.MatterUnsealed(reason="over"), Role.COUNSEL)
    assert members(allowed.state) is None


def test_nobody_seals_a_matter_against_themselves_or_on_an_order_not_there() -> None:
    docket = demand("1")
    with pytest.raises(StalePreview):
        docket.add(seal("p2"), Role.LEAD, "p1")
    with pytest.raises(UnknownReference):
        docket.add(seal("p1", order=EntryId("f" * 32)), Role.LEAD)
    with pytest.raises(ActMalformed):
        seal()
    with pytest.raises(ActMalformed):
        seal("p1", "p1")


def test_what_is_published_is_chosen_and_a_sealed_matter_publishes_nothing() -> None:
    chosen = acts.VisibilitySet(fields=(PublicField.KIND,))
    empty = Docket()
    with pytest.raises(StalePreview):
        empty.add(chosen, Role.LEAD)
    docket = demand("1")
    ref = docket.add(chosen, Role.LEAD)
    assert docket.state.visibility == ref
    docket.add(seal("p1"), Role.LEAD)
    with pytest.raises(StalePreview, match="publishes nothing"):
        docket.add(chosen, Role.LEAD)
    with pytest.raises(ActMalformed):
        acts.VisibilitySet(fields=(), embargo_until=datetime(2020, 1, 1))


def test_items_are_not_changed_on_a_demand_that_ended() -> None:
    docket = Docket()
    docket.add(registered("1", direction=Direction.OUTWARD), Role.CLERK)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    with pytest.raises(DemandEnded):
        docket.add(acts.ItemAdded(item=asked("2")), Role.CLERK)


def test_a_seal_that_ends_leaves_the_other_seal() -> None:
    docket = demand("1")
    jury = docket.add(seal("p1", "p2", "p3"), Role.LEAD)
    wall = docket.add(
        acts.MatterSealed(ground=SealGround.OFFICE_WALL, members=(PersonId("p1"), PersonId("p3"))),
        Role.LEAD,
    )
    assert members(docket.state) == {"p1", "p3"}
    with pytest.raises(UnknownReference, match="More than one"):
        docket.add(acts.MatterUnsealed(reason="over"), Role.LEAD)
    docket.add(acts.MatterUnsealed(reason="the order ended", seal=jury), Role.LEAD)
    assert members(docket.state) == {"p1", "p3"}
    assert docket.state.sealed_by == wall
    with pytest.raises(StalePreview):
        docket.add(acts.MatterUnsealed(reason="over", seal=jury), Role.LEAD)
    docket.add(acts.MatterUnsealed(reason="the wall fell"), Role.LEAD)
    assert members(docket.state) is None


def test_sealed_again_on_the_same_ground_a_matter_has_other_members() -> None:
    docket = demand("1")
    docket.add(seal("p1", "p2"), Role.LEAD)
    docket.add(seal("p1", "p3"), Role.LEAD)
    assert members(docket.state) == {"p1", "p3"}
    docket.add(acts.MatterUnsealed(reason="the order ended"), Role.LEAD)
    assert members(docket.state) is None

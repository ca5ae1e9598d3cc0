"""Plans for many recipients: what each row would record, what stands in the way, one hash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tecum.docket import acts
from tecum.docket.acts.campaign import CampaignAction, ExclusionReason, SlotValue
from tecum.docket.acts.course import CloseGround, Step, ThreatCondition
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.acts.registration import DueStated
from tecum.docket.acts.service import AcknowledgedWith
from tecum.docket.entry import DocketKind, PersonId
from tecum.docket.errors import ActMalformed, NotPermitted, StalePreview
from tecum.docket.parts import DocketId, ItemAsked, Label
from tecum.docket.plans import (
    Plan,
    PlanRow,
    Stop,
    Wanted,
    outcome_of,
    plan,
    read_plan,
    still_stands,
)
from tecum.docket.state import State
from tecum.docket.vocabulary import Direction
from tecum.words import Category, Channel, DueForm, Grade, Kind, Role, Side
from tests.unit.docket.build import START, Docket

SALT = "5" * 64
TEMPLATE = "To {recipient}: of award {award} we ask by {due}:\n{items}"
I = Role.ISSUING_OFFICER  # noqa: E741 - the letter of the table


def drafted(due: date | None = date(2020, 2, 1)) -> Docket:
    docket = Docket()
    stated = (DueStated(form=DueForm.DATE, day=due),) if due is not None else ()
    docket.add(
        acts.DemandRegistered(
            number="D-0001",
            direction=Direction.OUTWARD,
            kind=Kind.INFORMATION_REQUEST,
            issuer="Example Office",
            recipient="Town",
            items=(ItemAsked(label=Label("1"), text="Orders", category=Category.OTHER),),
            due=stated,
        ),
        I,
    )
    return docket


class Board:
    """A campaign of two: one with its award, one whose award nobody has entered."""

    def __init__(self, side: Side = Side.OURS) -> None:
        self.campaign = Docket(DocketKind.CAMPAIGN)
        self.campaign.add(acts.CampaignOpened(title="Letters", side=side, slots=("award",)), I)
        self.dockets = {"r1": drafted(), "r2": drafted()}
        for name, award in (("r1", "A-1"), ("r2", None)):
            slots = (SlotValue(slot="award", value=award),) if award else ()
            self.campaign.add(
                acts.RecipientAdded(
                    recipient=name,
                    name=name.upper(),
                    docket=DocketId(name * 32),
                    address=f"{name}@example.org",
                    slots=slots,
                ),
                I,
            )

    @property
    def states(self) -> dict[str, State]:
        return {name: docket.state for name, docket in self.dockets.items()}

    def plan(self, action: CampaignAction, *names: str, **more: Any) -> Plan:
        wanted = Wanted(action=action, recipients=names or ("r1", "r2"), **more)
        return plan(
            self.campaign.state, self.states, wanted,
            as_of=START, by=PersonId("p1"), salt=SALT, template=TEMPLATE,
        )  # fmt: skip

    def send(self, name: str = "r1") -> None:
        (row,) = self.plan(CampaignAction.SEND, name, channel=Channel.EMAIL).rows
        for act in row.acts:
            self.dockets[name].add(act, I, second=PersonId("p2"))


def sending(board: Board, *names: str) -> tuple[PlanRow, ...]:
    return board.plan(CampaignAction.SEND, *names, channel=Channel.EMAIL).rows


def test_each_row_has_its_own_text_and_acts_and_what_is_missing_is_named() -> None:
    one, two = sending(Board())
    assert one.letter is not None
    assert one.letter.text == "To R1: of award A-1 we ask by February 1, 2020:\n1. Orders"
    assert [(row.template, row.text) for row in one.letter.differs][:2] == [
        ("{recipient}:", "R1:"),
        ("{award}", "A-1"),
    ]
    sent, due = one.acts
    assert isinstance(sent, acts.DemandSent)
    assert isinstance(due, acts.DueDateSet)
    assert (sent.document, sent.to) == (one.letter.sha256, "r1@example.org")
    assert (due.due, due.owed_by) == (date(2020, 2, 1), Side.THEIRS)
    assert (two.refused, two.detail, two.acts) == (Stop.SLOT_EMPTY, "award", ())


def test_who_is_left_out_is_never_written_to_and_says_why() -> None:
    board = Board()
    board.send("r1")
    out = acts.RecipientExcluded(recipient="r1", reason=ExclusionReason.PENDING_LITIGATION)
    board.campaign.add(out, I)
    writes: tuple[tuple[CampaignAction, dict[str, Any]], ...] = (
        (CampaignAction.SEND, {"channel": Channel.EMAIL}),
        (CampaignAction.REMIND, {"channel": Channel.EMAIL, "text": "Please answer."}),
        (CampaignAction.EXTEND, {"due": date(2021, 1, 1)}),
        (CampaignAction.ESCALATE, {"step": Step.SUBPOENA}),
    )
    for action, more in writes:
        (row,) = board.plan(action, "r1", **more).rows
        assert (row.refused, row.left_out) == (
            Stop.EXCLUDED,
            ExclusionReason.PENDING_LITIGATION,
        ), action
        assert not row.acts


def test_the_guard_of_the_act_itself_is_asked() -> None:
    board = Board()
    board.send("r1")
    (row,) = sending(board, "r1")
    assert row.refused == "docket.not-draft"
    assert "draft" in row.detail


def test_follow_ups_extensions_steps_and_measures_need_a_demand_that_was_sent() -> None:
    board = Board()
    follow = {"channel": Channel.POST, "text": "Number {number} is open."}
    (row,) = board.plan(CampaignAction.REMIND, "r1", **follow).rows
    assert row.refused == Stop.NOT_SENT
    board.send("r1")
    (row,) = board.plan(CampaignAction.REMIND, "r1", **follow).rows
    assert [type(act) for act in row.acts] == [acts.LetterSent, acts.DemandEscalated]
    assert row.letter is not None
    assert row.letter.text == "Number D-0001 is open."
    (row,) = board.plan(CampaignAction.EXTEND, "r1", due=date(2020, 3, 1)).rows
    assert [type(act) for act in row.acts] == [acts.ExtensionGranted]
    (row,) = board.plan(CampaignAction.EXTEND, "r1", due=date(2020, 2, 1)).rows
    assert row.refused == Stop.NOT_LATER
    threat = {"step": Step.SUBPOENA, "announced": True, "conditions": (ThreatCondition.LATE,)}
    (row,) = board.plan(CampaignAction.ESCALATE, "r1", **threat).rows
    assert [type(act) for act in row.acts] == [acts.EscalationThreatened]
    fine = {"step": Step.MEASURE, "measure": MeasureKind.PAYMENT_WITHHELD, "cite": "letter"}
    (row,) = board.plan(CampaignAction.ESCALATE, "r1", **fine).rows
    assert [type(act) for act in row.acts] == [acts.MeasureThreatened]
    (row,) = board.plan(CampaignAction.ESCALATE, "r1", **fine, imposed=True).rows
    assert [type(act) for act in row.acts] == [acts.MeasureImposed, acts.DemandEscalated]
    said = {"channel": Channel.POST, "text": "A subpoena may follow."}
    (row,) = board.plan(CampaignAction.ESCALATE, "r1", **threat, **said).rows
    assert [type(act) for act in row.acts] == [acts.LetterSent, acts.EscalationThreatened]


def test_a_reminder_names_the_day_that_was_given_and_not_the_first_one() -> None:
    board = Board()
    board.send("r1")
    follow = {"channel": Channel.POST, "text": "We await your answer by {due}."}
    (row,) = board.plan(CampaignAction.REMIND, "r1", **follow).rows
    assert row.letter is not None
    assert row.letter.text == "We await your answer by February 1, 2020."
    (row,) = board.plan(CampaignAction.EXTEND, "r1", due=date(2020, 3, 9)).rows
    for act in row.acts:
        board.dockets["r1"].add(act, I, second=PersonId("p2"))
    (row,) = board.plan(CampaignAction.REMIND, "r1", **follow).rows
    assert row.letter is not None
    assert row.letter.text == "We await your answer by March 9, 2020."


def test_without_a_date_there_is_nothing_to_extend() -> None:
    board = Board()
    board.dockets["r1"] = drafted(None)
    slots = {"text": "To {recipient}", "channel": Channel.EMAIL}
    (row,) = board.plan(CampaignAction.SEND, "r1", **slots).rows
    for act in row.acts:
        board.dockets["r1"].add(act, I, second=PersonId("p2"))
    (row,) = board.plan(CampaignAction.EXTEND, "r1", due=date(2020, 3, 1)).rows
    assert row.refused == Stop.NO_DATE


def test_closing_lists_what_is_open_and_asks_for_the_reason() -> None:
    board = Board()
    board.send("r1")
    closing = {"ground": CloseGround.OTHER}
    (row,) = board.plan(CampaignAction.CLOSE, "r1", **closing).rows
    assert row.refused == "docket.open-obligations"
    (row,) = board.plan(CampaignAction.CLOSE, "r1", **closing, remark="Settled.").rows
    (act,) = row.acts
    assert isinstance(act, acts.DemandClosed)
    assert act.left_open == ("answer.1", "item 1")
    (row,) = board.plan(CampaignAction.CLOSE, "r2", **closing).rows
    assert row.refused == "docket.stale-preview"


def test_leaving_out_is_recorded_on_the_campaign() -> None:
    board = Board()
    made = board.plan(CampaignAction.EXCLUDE, reason=ExclusionReason.SETTLED, cite="File 7")
    assert {row.docket for row in made.rows} == {board.campaign.state.docket}
    assert [type(row.acts[0]) for row in made.doing] == [acts.RecipientExcluded] * 2
    board.campaign.add(made.rows[0].acts[0], I)
    (row,) = board.plan(CampaignAction.EXCLUDE, "r1", reason=ExclusionReason.SETTLED).rows
    assert row.refused == "docket.stale-preview"


def test_a_docket_that_cannot_be_seen_or_has_no_demand_gets_nothing() -> None:
    board = Board()
    del board.dockets["r1"]
    (row,) = sending(board, "r1")
    assert (row.refused, row.docket) == (Stop.HIDDEN, "r1" * 32)
    bare = acts.RecipientAdded(recipient="r3", name="R3", address="x")
    board.campaign.add(bare, I)
    (row,) = sending(board, "r3")
    assert row.refused == Stop.NO_DEMAND
    board.campaign.add(acts.RecipientAdded(recipient="r4", name="R4"), I)
    board.dockets["r4"] = drafted()
    wanted = {"channel": Channel.EMAIL, "text": "Plain"}
    (row,) = board.plan(CampaignAction.SEND, "r4", **wanted).rows
    assert row.refused == Stop.NO_ADDRESS


def test_a_demand_without_template_or_paper_has_no_text() -> None:
    board = Board()
    wanted = Wanted(action=CampaignAction.SEND, recipients=("r1",), channel=Channel.EMAIL)
    made = plan(
        board.campaign.state, board.states, wanted, as_of=START, by=PersonId("p1"), salt=SALT
    )
    assert made.rows[0].refused == Stop.NO_TEXT


def test_the_same_plan_has_the_same_hash_and_whatever_moves_changes_it() -> None:
    board = Board()
    first = board.plan(CampaignAction.SEND, channel=Channel.EMAIL)
    assert first.hash == board.plan(CampaignAction.SEND, channel=Channel.EMAIL).hash
    assert first.hash != board.plan(CampaignAction.SEND, channel=Channel.POST).hash
    receipt = acts.ReceiptAcknowledged(
        of=None,
        grade=Grade.ACCEPTED,
        served_on=date(2020, 1, 14),
        code=AcknowledgedWith.WITHOUT_WAIVER,
    )
    board.dockets["r2"].add(receipt, Role.COUNSEL)
    moved = board.plan(CampaignAction.SEND, channel=Channel.EMAIL)
    assert first.hash != moved.hash
    assert [still_stands(row, board.campaign.state, board.states[row.recipient])
            for row in first.rows] == [True, False]  # fmt: skip
    out = acts.RecipientExcluded(recipient="r1", reason=ExclusionReason.SETTLED)
    board.campaign.add(out, I)
    assert not still_stands(first.rows[0], board.campaign.state, board.states["r1"])
    assert not still_stands(first.rows[0], Board().campaign.state, None)
    board.campaign.add(acts.CampaignClosed(), I)
    assert not still_stands(moved.rows[1], board.campaign.state, board.states["r2"])


def test_another_salt_is_another_hash() -> None:
    board = Board()
    made = board.plan(CampaignAction.SEND, channel=Channel.EMAIL)
    assert replace(made, salt="6" * 64).hash != made.hash


def test_what_was_kept_of_a_plan_is_the_plan() -> None:
    board = Board()
    board.campaign.add(
        acts.RecipientExcluded(recipient="r2", reason=ExclusionReason.NOT_COVERED), I
    )
    made = board.plan(CampaignAction.SEND, channel=Channel.EMAIL)
    again = read_plan(made.document)
    assert again == made
    assert again.hash == made.hash
    assert (len(again.doing), len(again.not_doing)) == (1, 1)
    with pytest.raises(ActMalformed):
        read_plan(b"something else")


def test_what_presses_a_demand_names_the_plan() -> None:
    board = Board()
    board.send("r1")
    made = board.plan(CampaignAction.ESCALATE, "r1", step=Step.PETITION)
    (act,) = outcome_of(made.rows[0], made.hash)
    assert isinstance(act, acts.DemandEscalated)
    assert act.preview == made.hash


def test_a_campaign_of_another_body_or_a_closed_one_is_not_acted_on() -> None:
    theirs = Board(Side.THEIRS)
    with pytest.raises(NotPermitted):
        sending(theirs)
    board = Board()
    with pytest.raises(StalePreview):
        plan(drafted().state, {}, Wanted(action=CampaignAction.SEND, recipients=("r1",),
             channel=Channel.EMAIL), as_of=START, by=PersonId("p1"), salt=SALT)  # fmt: skip
    board.campaign.add(acts.CampaignClosed(), I)
    with pytest.raises(StalePreview):
        sending(board)


@pytest.mark.parametrize(
    "more",
    [
        {"action": CampaignAction.SEND},
        {"action": CampaignAction.REMIND, "channel": Channel.EMAIL},
        {"action": CampaignAction.ESCALATE, "step": Step.MEASURE},
        {"action": CampaignAction.ESCALATE, "step": Step.PETITION, "text": "Soon."},
        {"action": CampaignAction.EXTEND, "due": date(2020, 1, 1), "step": Step.ORDER},
        {"action": CampaignAction.EXTEND, "due": date(2020, 1, 1), "recipients": ()},
        {"action": CampaignAction.EXTEND, "due": date(2020, 1, 1), "recipients": ("r", "r")},
    ],
)
def test_what_is_wanted_is_complete(more: dict[str, Any]) -> None:
    with pytest.raises(ActMalformed):
        Wanted(**{"recipients": ("r1",), **more})


def test_clerks_and_counsel_follow_campaigns_of_others_alone() -> None:
    opened = acts.CampaignOpened(title="Letters", side=Side.OURS)
    for role in (Role.CLERK, Role.COUNSEL):
        with pytest.raises(NotPermitted):
            Docket(DocketKind.CAMPAIGN).add(opened, role)
        theirs = Docket(DocketKind.CAMPAIGN)
        theirs.add(replace(opened, side=Side.THEIRS), role)
        theirs.add(acts.RecipientAdded(recipient="r1", name="R1"), role)
        board = Board().campaign
        with pytest.raises(NotPermitted):
            board.add(acts.RecipientAdded(recipient="r9", name="R9"), role)


def test_who_is_left_out_while_a_plan_runs_does_not_keep_it_from_being_told() -> None:
    board = Board()
    made = board.plan(CampaignAction.SEND, "r1", channel=Channel.EMAIL)
    approved = acts.CampaignApproved(action=CampaignAction.SEND, plan=made.hash)
    board.campaign.add(approved, Role.LEAD, "p2")
    out = acts.RecipientExcluded(recipient="r1", reason=ExclusionReason.SETTLED)
    board.campaign.add(out, I)
    told = acts.campaign.ActMade(recipient="r1", entry=next(iter(board.states["r1"].entries)))
    done = acts.CampaignActed(action=CampaignAction.SEND, plan=made.hash, made=(told,))
    ref = board.campaign.add(done, I)
    assert board.campaign.state.acted == {made.hash: ref}

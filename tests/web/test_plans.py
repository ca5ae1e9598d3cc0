"""Many recipients at once: a plan is seen, approved by another person, and carried out once.

The checks of the campaign board: 12.1 ``tests/browser/test_keyboard.py`` · 12.2 to 12.4, 12.6
here · 12.5 ``tests/web/test_campaigns.py`` (exposure) · 12.7 ``bench/pages_campaign.py``; how much
a page asks of the database is held here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from tecum.clock import today
from tecum.docket.acts import CampaignActed, DemandSent
from tecum.docket.acts.campaign import CampaignAction, ExclusionReason
from tecum.docket.acts.course import Audience
from tecum.docket.campaign import board
from tecum.docket.errors import NotPermitted, SamePerson, StalePreview
from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.selectors import profile
from tecum.web.campaigns import opening, planning
from tecum.web.campaigns.selectors import campaign_board
from tecum.web.docket.models import Entry
from tecum.web.docket.selectors import as_of, state_for
from tecum.web.docket.services import add_note
from tecum.web.ui.templatetags.ui import day
from tecum.words import Kind, Role, Side
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.plans import LIST, approved, wanted
from tests.web.rebuilt import rebuild_all, snapshot

pytestmark = pytest.mark.django_db


def sent(docket: str) -> dict[str, int]:
    """Recipient → how often its demand was sent."""
    state = state_for(docket)
    assert state is not None
    found = {}
    for name, row in state.recipients.items():
        held = state_for(str(row.docket))
        assert held is not None
        found[name] = sum(isinstance(one.act, DemandSent) for one in held.entries.values())
    return found


# --- opening and recipients -----------------------------------------------------------------


def test_each_recipient_has_a_draft_of_its_own_and_is_added_once(
    officer: Person, campaign: str
) -> None:
    again = opening.add_recipients(officer, campaign, opening.from_csv(LIST + "west town,,,\n"))
    assert (again.added, len(again.there), again.left) == (1, 3, 0)
    page = campaign_board(officer, campaign)
    assert [row.recipient.name for row in page.rows] == [
        "North Town", "South Town", "East Town", "west town",
    ]  # fmt: skip
    drafts = {row.recipient.docket for row in page.rows}
    assert len(drafts) == 4
    assert None not in drafts


def test_recipients_of_an_earlier_campaign_come_with_address_and_slots(
    officer: Person, campaign: str
) -> None:
    later = opening.open_campaign(
        officer,
        opening.NewCampaign(title="Again", kind=Kind.INFORMATION_REQUEST, follows=campaign),
    )
    opening.add_recipients(officer, later, opening.from_earlier(officer, campaign))
    state = state_for(later)
    assert state is not None
    assert {row.previous_round for row in state.recipients.values()} == {campaign}
    act: Any = state.entries[state.recipients["r0001"].entry].act
    assert (act.address, act.slots[0].value) == ("north@town.example", "A-1")


@pytest.mark.parametrize(
    "text",
    ["address\nx", "name,due\nTown,tomorrow", "name\n,", "name\nTown,more", ""],
)
def test_a_list_is_brought_in_whole_or_not_at_all(text: str) -> None:
    with pytest.raises(UsageError):
        opening.from_csv(text)


def test_many_are_added_in_steps_of_a_bounded_size(
    officer: Person, campaign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_AT_ONCE", 2)
    rows = [opening.NewRecipient(f"Town {n}") for n in range(5)]
    assert [opening.add_recipients(officer, campaign, rows).left for _ in range(3)] == [3, 1, 0]
    assert len(campaign_board(officer, campaign).rows) == 8


def test_a_clerk_or_counsel_opens_campaigns_of_others_alone(staff: Staff, campaign: str) -> None:
    new = opening.NewCampaign(title="Theirs", kind=Kind.INFORMATION_REQUEST, side=Side.THEIRS)
    theirs = opening.open_campaign(staff.clerk, new)
    opening.add_recipients(staff.clerk, theirs, [opening.NewRecipient("Some Town")])
    (row,) = campaign_board(staff.clerk, theirs).rows
    assert row.recipient.docket is None
    with pytest.raises(NotPermitted):
        opening.add_recipients(staff.counsel, campaign, [opening.NewRecipient("X")])
    with pytest.raises(NotPermitted):
        opening.open_campaign(
            staff.counsel, opening.NewCampaign(title="Ours", kind=Kind.INFORMATION_REQUEST)
        )


def test_a_lead_alone_opens_a_campaign_and_its_recipients(lead: Person) -> None:
    new = opening.NewCampaign(title="Of the lead", kind=Kind.INFORMATION_REQUEST)
    docket = opening.open_campaign(lead, new)
    opening.add_recipients(lead, docket, [opening.NewRecipient("Town", "t@town.example")])
    state = state_for(docket)
    assert state is not None
    assert {one.actor.role for one in state.entries.values()} == {Role.LEAD}


# --- plans ----------------------------------------------------------------------------------


def test_a_plan_is_approved_by_another_person_and_sent_once_to_each(
    officer: Person, lead: Person, campaign: str
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    assert (plan.rows, plan.doing) == (3, 3)
    with pytest.raises(StalePreview, match="not approved"):
        planning.carry_out(officer, campaign, plan.hash)
    with pytest.raises(NotPermitted):
        planning.confirm(officer, campaign, plan.hash)
    approved(lead, campaign, plan)
    assert sent(campaign) == {"r0001": 0, "r0002": 0, "r0003": 0}
    begun = planning.carry_out(officer, campaign, plan.hash)
    assert begun.acted is not None
    act = begun.acted.act
    assert isinstance(act, CampaignActed)
    assert [one.recipient for one in act.made if one.entry] == ["r0001", "r0002", "r0003"]
    assert planning.carry_out(lead, campaign, plan.hash).acted == begun.acted
    assert sent(campaign) == {"r0001": 1, "r0002": 1, "r0003": 1}
    shown = signed_in(lead).get(reverse("campaigns:board", args=[campaign])).content.decode()
    assert ("Yes" in shown, shown.count(day(today(profile().zone))) >= 6) == (False, True)
    state = state_for(campaign)
    assert state is not None
    second = state_for(str(state.recipients["r0002"].docket))
    assert second is not None
    assert [row.safe for row in second.obligations.values()] == [date(2030, 3, 1)]


def test_one_person_alone_sends_nothing(lead: Person, campaign: str) -> None:
    plan = planning.make_plan(lead, campaign, wanted())
    approved(lead, campaign, plan)
    with pytest.raises(SamePerson):
        planning.carry_out(lead, campaign, plan.hash)
    assert sent(campaign) == {"r0001": 0, "r0002": 0, "r0003": 0}


def test_12_3_a_row_that_changed_between_preview_and_confirmation_sends_nothing(
    staff: Staff, officer: Person, lead: Person, campaign: str
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    state = state_for(campaign)
    assert state is not None
    add_note(staff.counsel, str(state.recipients["r0002"].docket), "Wait.", Audience.MATTER)
    with pytest.raises(StalePreview, match="1 of its rows"):
        planning.confirm(lead, campaign, plan.hash)
    page = signed_in(lead).get(f"/campaigns/{campaign}/plans/{plan.hash}").content.decode()
    assert "1 docket has moved since this plan was made" in page
    assert "Approve exactly this plan" not in page
    other = planning.make_plan(officer, campaign, wanted())
    approved(lead, campaign, other)
    opening.leave_out(officer, campaign, "r0001", ExclusionReason.SETTLED, "File 3")
    with pytest.raises(StalePreview, match="1 of its rows"):
        planning.carry_out(officer, campaign, other.hash)
    assert sent(campaign) == {"r0001": 0, "r0002": 0, "r0003": 0}


def test_12_4_who_is_left_out_never_gets_anything(
    officer: Person, lead: Person, campaign: str
) -> None:
    reason = ExclusionReason.PENDING_LITIGATION
    opening.leave_out(officer, campaign, "r0001", reason, "Complaint of 3 May")
    plan = planning.make_plan(officer, campaign, wanted())
    assert (plan.rows, plan.doing) == (3, 2)
    page = signed_in(lead).get(f"/campaigns/{campaign}/plans/{plan.hash}").content.decode()
    assert "Will not be sent:</strong> left out (pending litigation)" in " ".join(page.split())
    approved(lead, campaign, plan)
    planning.carry_out(officer, campaign, plan.hash)
    assert sent(campaign) == {"r0001": 0, "r0002": 1, "r0003": 1}
    follow = {"action": CampaignAction.REMIND, "text": "Please answer {number}."}
    reminder = planning.make_plan(officer, campaign, wanted(**follow))
    assert reminder.doing == 2
    approved(lead, campaign, reminder)
    planning.carry_out(officer, campaign, reminder.hash)
    state = state_for(campaign)
    assert state is not None
    assert Entry.objects.filter(
        docket=str(state.recipients["r0001"].docket), slug__in=("letter-sent", "demand-sent")
    ).count() == 0  # fmt: skip


class _Killed(BaseException):
    """The process dies here."""


def _dies_at(n: int, real: Callable[..., Any]) -> Callable[..., Any]:
    left = [n]

    def record(*arguments: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise _Killed
        return real(*arguments, **named)

    return record


def test_killed_at_any_step_it_goes_on_and_sends_nothing_twice(
    officer: Person, lead: Person, campaign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    approved(lead, campaign, plan)
    real = planning.record
    died = 0
    for step in (1, 2, 3, 4, 2, 3, 1):
        monkeypatch.setattr(planning, "record", _dies_at(step, real))
        try:
            planning.carry_out(officer, campaign, plan.hash)
        except _Killed:
            died += 1
            assert set(sent(campaign).values()) <= {0, 1}
    assert died >= 3
    monkeypatch.setattr(planning, "record", real)
    acted = planning.carry_out(officer, campaign, plan.hash).acted
    assert acted is not None
    assert sent(campaign) == {"r0001": 1, "r0002": 1, "r0003": 1}
    act: Any = acted.act
    assert all(one.entry and not one.refused for one in act.made)


def test_a_row_that_moves_while_the_plan_runs_is_marked_and_the_others_are_done(
    staff: Staff, officer: Person, lead: Person, campaign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    approved(lead, campaign, plan)
    monkeypatch.setattr(planning, "ROWS_AT_ONCE", 1)
    assert planning.carry_out(officer, campaign, plan.hash).left == 2
    state = state_for(campaign)
    assert state is not None
    add_note(staff.counsel, str(state.recipients["r0002"].docket), "Wait.", Audience.MATTER)
    monkeypatch.setattr(planning, "ROWS_AT_ONCE", 50)
    acted = planning.carry_out(officer, campaign, plan.hash).acted
    assert acted is not None
    act: Any = acted.act
    assert [one.refused for one in act.made] == [None, "docket.stale-preview", None]
    assert sent(campaign) == {"r0001": 1, "r0002": 0, "r0003": 1}
    page = signed_in(lead).get(f"/campaigns/{campaign}/plans/{plan.hash}").content.decode()
    assert "the docket stands otherwise" in page
    again = planning.make_plan(officer, campaign, wanted())
    assert again.doing == 1


def test_more_time_steps_leaving_out_and_closing_go_by_the_same_way(
    officer: Person, lead: Person, campaign: str
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    approved(lead, campaign, plan)
    planning.carry_out(officer, campaign, plan.hash)
    later = {"action": CampaignAction.EXTEND, "due": date(2030, 2, 15)}
    plan = planning.make_plan(officer, campaign, wanted(**later))
    assert plan.doing == 2, "one already runs to a later day"
    planning.carry_out(officer, campaign, plan.hash)
    out = {"action": CampaignAction.EXCLUDE, "reason": ExclusionReason.SETTLED, "cite": "File 1"}
    plan = planning.make_plan(officer, campaign, wanted("r0003", **out))
    planning.carry_out(officer, campaign, plan.hash)
    page = campaign_board(officer, campaign)
    assert [row.is_excluded for row in page.rows] == [False, False, True]
    assert page.cites == {"r0003": "File 1"}
    opening.take_back_in(officer, campaign, "r0003", "Withdrawn")
    opening.close_campaign(officer, campaign, "Done")
    with pytest.raises(StalePreview):
        planning.make_plan(officer, campaign, wanted())


def test_a_plan_is_only_for_who_carries_plans_out(staff: Staff, campaign: str) -> None:
    with pytest.raises(NotPermitted):
        planning.make_plan(staff.counsel, campaign, wanted())
    with pytest.raises(NotFound):
        planning.make_plan(staff.custodian, campaign, wanted())
    with pytest.raises(NotFound):
        planning.plan_of(staff.lead, campaign, "0" * 64)


def test_projections_of_boards_follow_from_the_entries(
    officer: Person, lead: Person, campaign: str
) -> None:
    plan = planning.make_plan(officer, campaign, wanted("r0001", "r0002"))
    approved(lead, campaign, plan)
    planning.carry_out(officer, campaign, plan.hash)
    before = snapshot()
    assert len(before["Recipient"]) == 3
    assert len(before["BoardCells"]) == 3
    rebuild_all()
    assert snapshot() == before
    state = state_for(campaign)
    assert state is not None
    dockets = {name: state_for(str(row.docket)) for name, row in state.recipients.items()}
    folded = board(state, {name: one for name, one in dockets.items() if one}, as_of())
    shown = campaign_board(officer, campaign).rows
    assert [dict(row.cells) for row in shown] == [dict(row.cells) for row in folded.rows]
    assert [row.recipient for row in shown] == [row.recipient for row in folded.rows]

"""What lists show can be thrown away and made again from the entries."""

from __future__ import annotations

import pytest

from tecum.docket.chronology.load import shipped_threads
from tecum.web.campaigns.selectors import campaign_board, campaigns
from tecum.web.chronologies.selectors import chronologies, chronology
from tecum.web.chronologies.services import bring_in
from tecum.web.docket.models import Demand, Item, Obligation
from tests.web import test_demand
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot

pytestmark = pytest.mark.django_db


def test_rebuilt_projections_equal_the_live_ones(staff: Staff) -> None:
    test_demand.test_a_partial_answer_leaves_the_rest_owed(staff)
    test_demand.test_a_dismissed_paper_leaves_the_inbox_and_stays_findable(staff)
    before = snapshot()
    assert {name for name, rows in before.items() if rows} >= {
        "Arrival",
        "Demand",
        "Item",
        "Obligation",
        "Determination",
        "Dispatch",
        "DocketMember",
    }
    Demand.objects.update(kind="other", issuer="Somebody else")
    Item.objects.update(answer="produced")
    Obligation.objects.all().delete()
    assert snapshot() != before
    counts = rebuild_all()
    assert snapshot() == before
    assert counts["demands"] == 1


@pytest.mark.parametrize("path", shipped_threads(), ids=lambda path: path.stem)
def test_a_public_thread_becomes_a_chronology(staff: Staff, path) -> None:
    row = bring_in(staff.clerk, path.read_bytes())
    assert bring_in(staff.clerk, path.read_bytes()) == row
    assert chronologies(staff.auditor) == [row]
    page = chronology(staff.auditor, row.thread)
    assert len(page.state.claims) == len(set(page.state.claims))
    assert page.checks
    assert len(page.state.events) == len(page.thread.events)


def test_the_campaign_of_23_has_every_recipient_and_who_was_left_out(staff: Staff) -> None:
    path = next(path for path in shipped_threads() if path.stem == "2018-letters")
    bring_in(staff.clerk, path.read_bytes())
    (row,) = campaigns(staff.counsel)
    page = campaign_board(staff.counsel, row.docket)
    asked = [one for one in page.board.rows if not one.is_excluded]
    assert len(asked) == 23
    assert (row.recipients, row.excluded) == (23, 15)
    assert page.figures["r01"].name == asked[0].recipient.name

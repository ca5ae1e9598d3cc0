"""Changes in course by the pages: more time, other items, a matter sealed and unsealed."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tecum.docket.acts.clocks import DueReason
from tecum.docket.acts.registration import SealGround
from tecum.docket.acts.service import ServedBy
from tecum.docket.parts import ObligationId
from tecum.docket.state import State
from tecum.docket.state.model import Asked
from tecum.web.docket import selectors, services
from tecum.web.docket.models import Docket
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import At, confirm_all, demand_at_work, read_paper, registration

pytestmark = pytest.mark.django_db


def state(at: At) -> State:
    held = selectors.state_for(at.docket)
    assert held is not None
    return held


def post(client: Client, name: str, at: At, **form: object) -> str:
    answer = client.post(reverse(f"docket:{name}", args=[at.docket]), form, follow=True)
    return answer.content.decode()


@pytest.fixture
def dated(staff: Staff) -> At:
    """A demand whose own date is in force."""
    at = read_paper(staff)
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration())
    services.record_service(staff.counsel, at.docket, ServedBy.HAND, date(2020, 1, 13))
    services.set_due_date(
        staff.counsel, at.docket, date(2020, 1, 27), DueReason.AGREED, obligation="answer.1"
    )
    return at


def test_more_time_is_asked_for_given_and_shown(staff: Staff, dated: At) -> None:
    client = signed_in(staff.counsel)
    held = state(dated).obligations[ObligationId("answer.1")]
    assert held.sought is None
    post(client, "more-time", dated, obligation="answer.1", what="sought", on="2020-02-10")
    assert state(dated).obligations[ObligationId("answer.1")].sought is not None
    refused = client.post(
        reverse("docket:more-time", args=[dated.docket]),
        {"obligation": "answer.1", "what": "granted"},
    )
    assert refused.status_code == 400
    assert b"new date is missing" in refused.content
    shown = post(client, "more-time", dated, obligation="answer.1", what="granted", on="2020-02-10")
    after = state(dated).obligations[ObligationId("answer.1")]
    assert (after.safe, after.first_date) == (date(2020, 2, 10), date(2020, 1, 27))
    assert "The time given is on the docket" in shown
    post(client, "more-time", dated, obligation="answer.1", what="refused")
    assert state(dated).obligations[ObligationId("answer.1")].safe == date(2020, 2, 10)


def test_items_are_narrowed_split_and_added(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    shown = client.get(reverse("docket:changes", args=[at.docket])).content.decode()
    assert "Asked in fewer words" in shown
    post(client, "narrow", at, item="1", text="the street alone")
    assert state(at).items["1"].asked_for.text == "the street alone"
    post(client, "split", at, item="1", texts="the street\n\nthe number", category="home_address")
    assert state(at).items["1"].asked is Asked.REPLACED
    assert {"1.1", "1.2"} <= set(state(at).items)
    post(client, "narrow", at, item="2", text="")
    assert state(at).items["2"].asked is Asked.DROPPED
    post(client, "add-item", at, label="9", text="the booking photograph", category="photograph")
    assert state(at).items["9"].asked is Asked.LIVE
    again = client.post(
        reverse("docket:add-item", args=[at.docket]),
        {"label": "9", "text": "again", "category": "photograph"},
    )
    assert again.status_code == 409
    lost = client.post(reverse("docket:narrow", args=[at.docket]), {"item": "77", "text": "x"})
    assert lost.status_code == 400


def test_a_matter_is_sealed_and_unsealed_by_the_page(staff: Staff) -> None:
    at = demand_at_work(staff)
    client, other = signed_in(staff.lead), signed_in(staff.counsel_b)
    page = reverse("docket:page", args=[at.docket])
    assert other.get(page).status_code == 200
    shown = post(client, "seal", at, ground="grand_jury", member=[staff.clerk.public_id])
    assert "The matter is sealed" in shown
    assert other.get(page).status_code == 404
    assert signed_in(staff.clerk).get(page).status_code == 200
    assert Docket.objects.get(pk=at.docket).walled
    post(client, "unseal", at, reason="The order ended.")
    assert other.get(page).status_code == 200


def test_a_clerk_sees_no_form_that_is_not_theirs(staff: Staff) -> None:
    at = demand_at_work(staff)
    shown = signed_in(staff.clerk).get(reverse("docket:changes", args=[at.docket])).content.decode()
    assert "Asked in fewer words" not in shown
    assert "The lead seals a matter" in shown
    assert "One item asks for several things" in shown


def test_one_of_two_seals_is_lifted_and_the_matter_stays_hidden(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.lead)
    post(client, "seal", at, ground="grand_jury", member=[staff.clerk.public_id])
    services.seal_matter(staff.lead, at.docket, SealGround.OFFICE_WALL, [])
    shown = client.get(reverse("docket:changes", args=[at.docket])).content.decode()
    first, second = state(at).seals
    assert f'value="{first}"' in shown
    assert f'value="{second}"' in shown
    post(client, "unseal", at, reason="The order ended.")
    assert state(at).seals == (first, second)
    post(client, "unseal", at, reason="The order ended.", seal=first)
    assert state(at).seals == (second,)
    assert Docket.objects.get(pk=at.docket).walled
    assert post(signed_in(staff.clerk), "changes", at).count("sealed") == 0
    post(client, "unseal", at, reason="No conflict is left.")
    assert not Docket.objects.get(pk=at.docket).walled


def test_the_parts_of_an_item_ask_about_the_same_person(staff: Staff) -> None:
    at = demand_at_work(staff)
    post(signed_in(staff.clerk), "split", at, item="1", texts="Street\nTown", category="other")
    parts = [item.asked_for for label, item in state(at).items.items() if label.startswith("1.")]
    assert [part.subject for part in parts] == ["s1", "s1"]

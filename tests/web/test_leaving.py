"""Roles, closed accounts and open sessions: what ends, and what stays."""

from __future__ import annotations

import pytest
from django.test import Client

from tecum.docket.acts import RoleChanged
from tecum.web.accounts.leaving import close_account, sessions_of
from tecum.web.accounts.models import Person, SignInLink
from tecum.web.accounts.services import add_person, make_link
from tecum.web.docket.desk import office_state
from tecum.web.docket.models import Entry
from tecum.words import Role
from tests.web.browsing import signed_in, token_of
from tests.web.conftest import Staff
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def again(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def test_roles_are_changed_on_the_page_and_the_entry_has_before_and_after(staff: Staff) -> None:
    client = signed_in(staff.lead)
    address = f"/people/{staff.clerk.public_id}"
    assert "checked" in page_of(client, address)
    form = {"roles": ["clerk", "custodian"]}
    assert client.post(f"{address}/roles", form).status_code == 302
    assert again(staff.clerk).roles == {Role.CLERK, Role.CUSTODIAN}
    act = list(office_state().entries.values())[-1].act
    assert isinstance(act, RoleChanged)
    assert (act.before, act.after) == ((Role.CLERK,), (Role.CLERK, Role.CUSTODIAN))


def test_the_last_lead_is_removed_by_no_form(staff: Staff) -> None:
    """P18.2."""
    before = Entry.objects.count()
    for client in (signed_in(staff.lead), signed_in(staff.operator)):
        address = f"/people/{staff.lead.public_id}"
        for what, form in (("roles", {"roles": ["operator"]}), ("close", {})):
            answer = client.post(f"{address}/{what}", form)
            assert answer.status_code == 409
    assert "The last lead cannot be removed." in answer.content.decode()
    assert again(staff.lead).is_active
    assert Role.LEAD in again(staff.lead).roles
    assert Entry.objects.count() == before


def test_whoever_left_gets_in_nowhere_and_keeps_what_they_did(staff: Staff) -> None:
    at = demand_at_work(staff)
    theirs = signed_in(staff.counsel)
    token = make_link(SignInLink.SIGN_IN, staff.counsel)
    client = signed_in(staff.lead)
    trail = page_of(client, f"/docket/{at.docket}/trail")
    assert "Counsel A" in trail
    assert client.post(f"/people/{staff.counsel.public_id}/close").status_code == 302
    gone = again(staff.counsel)
    assert not gone.is_active
    assert gone.roles == frozenset()
    assert theirs.get("/inbox").status_code == 302
    fresh = Client()
    page = fresh.get(f"/sign-in/{token}")
    answer = fresh.post(f"/sign-in/{token}", {"csrfmiddlewaretoken": token_of(page.content)})
    assert answer.status_code == 403
    assert "Counsel A" in page_of(client, f"/docket/{at.docket}/trail")
    assert "This account is closed." in page_of(client, f"/people/{gone.public_id}")
    assert "No longer here" in page_of(client, "/people")


def test_an_account_opens_again_only_with_a_role_and_a_new_link(staff: Staff) -> None:
    close_account(staff.lead, staff.clerk)
    client = signed_in(staff.operator)
    address = f"/people/{staff.clerk.public_id}/reopen"
    assert client.post(address, {}).status_code == 400
    assert not again(staff.clerk).is_active
    assert client.post(address, {"roles": "custodian"}).status_code == 302
    assert again(staff.clerk).roles == {Role.CUSTODIAN}
    assert signed_in(again(staff.clerk)).get("/inbox").status_code == 200


def test_nobody_closes_their_own_account(staff: Staff) -> None:
    add_person(staff.lead, "Second lead", [Role.LEAD])
    answer = signed_in(staff.lead).post(f"/people/{staff.lead.public_id}/close")
    assert answer.status_code == 409
    assert again(staff.lead).is_active


def test_open_sessions_are_listed_and_ended_one_by_one(staff: Staff) -> None:
    first, second = signed_in(staff.clerk), signed_in(staff.clerk)
    signed_in(staff.counsel)
    here = sessions_of(staff.clerk, first.session.session_key)
    assert len(here) == 2
    assert [one.is_here for one in here].count(True) == 1
    other = next(one for one in here if not one.is_here)
    page = page_of(first, "/me")
    assert other.name in page
    assert "this one" in page
    assert second.session.session_key not in page
    assert first.post("/me/sessions/end-one", {"session": other.name}).status_code == 302
    assert second.get("/inbox").status_code == 302
    assert first.get("/inbox").status_code == 200


def test_a_lead_ends_the_session_of_another_and_nobody_elses_by_its_name(staff: Staff) -> None:
    theirs, mine = signed_in(staff.clerk), signed_in(staff.counsel)
    name = sessions_of(staff.clerk)[0].name
    answer = mine.post("/me/sessions/end-one", {"session": name})
    assert answer.status_code == 302
    assert theirs.get("/inbox").status_code == 200
    address = f"/people/{staff.clerk.public_id}/session"
    assert mine.post(address, {"session": name}).status_code == 404
    assert signed_in(staff.lead).post(address, {"session": name}).status_code == 302
    assert theirs.get("/inbox").status_code == 302

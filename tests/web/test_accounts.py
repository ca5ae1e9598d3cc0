"""Getting in without a password: one link, one browser, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import translation

from tecum import clock
from tecum.docket.errors import NotPermitted
from tecum.errors import DataUnusable
from tecum.web.accounts.errors import SignInRefused
from tecum.web.accounts.models import Office, Person, SignInLink
from tecum.web.accounts.selectors import first_in, profile
from tecum.web.accounts.services import (
    add_person,
    invite,
    make_link,
    open_link,
    redeem_link,
    set_roles,
    set_up_office,
)
from tecum.words import Role
from tests.web.conftest import PROFILE, Staff

pytestmark = pytest.mark.django_db


def test_first_run_names_the_office_and_lets_its_first_person_work_alone() -> None:
    token = make_link(SignInLink.FIRST_RUN)
    lead = set_up_office(token, "one", PROFILE, "Lead")
    assert lead.roles == {Role.LEAD, Role.OPERATOR, Role.COUNSEL, Role.CLERK}
    assert first_in(Role.LEAD) == lead
    assert profile().zone == "America/Denver"


def test_first_run_happens_once(staff: Staff) -> None:
    token = make_link(SignInLink.FIRST_RUN)
    with pytest.raises(SignInRefused) as refused:
        set_up_office(token, "one", PROFILE, "Another")
    assert refused.value.code == "signin.set-up"
    assert Office.objects.count() == 1


def test_a_misspelt_profile_sets_up_nothing() -> None:
    token = make_link(SignInLink.FIRST_RUN)
    with pytest.raises(DataUnusable, match="zone"):
        set_up_office(token, "one", {"name": "X", "zone": "Nowhere/Here"}, "Lead")
    assert not Office.objects.exists()
    assert set_up_office(token, "one", PROFILE, "Lead").pk


def test_a_link_works_once_and_says_why_not_again(staff: Staff) -> None:
    token = make_link(SignInLink.SIGN_IN, staff.clerk)
    assert redeem_link(token, "one") == staff.clerk
    with pytest.raises(SignInRefused) as refused:
        redeem_link(token, "one")
    assert refused.value.code == "signin.used"


def test_a_link_belongs_to_the_browser_that_opened_it_first(staff: Staff) -> None:
    token = make_link(SignInLink.SIGN_IN, staff.clerk)
    open_link(token, "one")
    with pytest.raises(SignInRefused) as refused:
        redeem_link(token, "two")
    assert refused.value.code == "signin.other-browser"
    assert redeem_link(token, "one") == staff.clerk


def test_a_link_lives_for_an_hour(staff: Staff) -> None:
    token = make_link(SignInLink.SIGN_IN, staff.clerk)
    later = clock.now() + timedelta(minutes=60)
    with clock.at_fixed(later), pytest.raises(SignInRefused) as refused:
        redeem_link(token, "one")
    assert refused.value.code == "signin.expired"


def test_the_token_itself_is_kept_nowhere(staff: Staff) -> None:
    token = make_link(SignInLink.SIGN_IN, staff.clerk)
    row = SignInLink.objects.get(person=staff.clerk)
    assert token not in str(vars(row))


def test_an_unknown_link_is_refused() -> None:
    with pytest.raises(SignInRefused) as refused:
        redeem_link("x" * 43, "one")
    assert refused.value.code == "signin.unknown"


def test_only_lead_and_operator_manage_people(staff: Staff) -> None:
    assert redeem_link(invite(staff.lead, "New clerk", [Role.CLERK]), "b").roles == {Role.CLERK}
    assert invite(staff.operator, "Another clerk", [Role.CLERK])
    for person in (staff.clerk, staff.counsel, staff.auditor):
        with pytest.raises(NotPermitted):
            invite(person, "Nobody", [Role.LEAD])
    assert not Person.objects.filter(name="Nobody").exists()


def test_a_change_of_roles_ends_the_persons_sessions(staff: Staff) -> None:
    before = staff.clerk.get_session_auth_hash()
    set_roles(staff.lead, staff.clerk, [Role.CLERK, Role.CUSTODIAN])
    again = Person.objects.get(pk=staff.clerk.pk)
    assert again.roles == {Role.CLERK, Role.CUSTODIAN}
    assert again.get_session_auth_hash() != before


def test_the_last_lead_stays(staff: Staff) -> None:
    with pytest.raises(NotPermitted, match="last lead"):
        set_roles(staff.lead, staff.lead, [Role.OPERATOR])
    add_person(staff.lead, "Second lead", [Role.LEAD])
    set_roles(staff.lead, staff.lead, [Role.OPERATOR])
    assert Person.objects.get(pk=staff.lead.pk).roles == {Role.OPERATOR}


def test_the_first_run_asks_in_the_words_of_the_packs(client: Client) -> None:
    token = make_link(SignInLink.FIRST_RUN)
    page = client.get(f"/sign-in/{token}", headers={"accept-language": "es"}).content.decode()
    translation.deactivate()
    assert '<option value="co_jail" lang="en">Jail in Colorado</option>' in page
    assert '<span lang="en">Colorado: ' in page
    assert ">co_jail" not in page


def test_the_first_run_takes_the_kind_of_office_or_leaves_it_open(client: Client) -> None:
    token = make_link(SignInLink.FIRST_RUN)
    said = {"name": "Example County Jail", "zone": "America/Denver", "lead": "Records lead"}
    refused = client.post(f"/sign-in/{token}", {**said, "recipient_class": "of_no_pack"})
    page = refused.content.decode()
    assert not Office.objects.exists()
    assert 'aria-describedby="id_recipient_class_helptext id_recipient_class_error"' in page
    assert 'id="id_recipient_class_error"' in page
    client.post(f"/sign-in/{token}", {**said, "recipient_class": "co_jail", "packs": ["us-co"]})
    assert profile().recipient_class == "co_jail"
    assert set(profile().packs) == {"us-co"}

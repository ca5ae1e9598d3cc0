"""The table of permissions, tried cell by cell through the services that pages call."""

from __future__ import annotations

from itertools import product

import pytest

from tecum.docket.acts import ACTS, NoteAdded
from tecum.docket.acts.course import Audience
from tecum.docket.acts.registration import Need
from tecum.docket.entry import DocketKind
from tecum.docket.errors import NotPermitted
from tecum.web.accounts import policies
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import add_person
from tecum.web.docket import selectors
from tecum.web.docket.models import Docket, DocketMember
from tecum.web.docket.record import new_docket_id, record
from tecum.web.docket.services import assign_demand
from tecum.web.intake.services import receive_document
from tecum.web.ledger.selectors import receipt_for
from tecum.words import Channel, Role
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
STAFF = [role for role in Role if role not in (Role.COUNTERPART, Role.SYSTEM)]


@pytest.fixture
def people(staff: Staff) -> dict[Role, Person]:
    return {role: add_person(staff.lead, role.value, [role]) for role in STAFF}


@pytest.fixture
def docket(staff: Staff) -> str:
    return receive_document(b"paper", None, Channel.FAX, staff.clerk).docket


def test_each_act_belongs_to_the_roles_of_the_table(
    people: dict[Role, Person], docket: str
) -> None:
    row = Docket.objects.get(pk=docket)
    for (role, person), slug in product(people.items(), sorted(ACTS)):
        may = policies.may(person, slug)
        expected = role in policies.MATRIX[slug] and role in ACTS[slug].recorded_by
        assert bool(may) is expected, role
        seen = policies.may_see(person, row)
        if not seen:
            with pytest.raises(NotFound):
                policies.require(person, slug, row)
        elif expected:
            assert policies.require(person, slug, row) is role
        else:
            with pytest.raises(NotPermitted):
                policies.require(person, slug, row)


def test_somebody_without_a_role_sees_and_does_nothing(
    people: dict[Role, Person], docket: str
) -> None:
    nobody = people[Role.CLERK]
    nobody.held_roles.all().delete()
    nobody = Person.objects.get(pk=nobody.pk)
    assert not policies.visible_dockets(nobody).exists()
    assert not any(policies.may(nobody, slug) for slug in ACTS)
    nobody.is_active = False
    assert not policies.has_role(people[Role.LEAD].__class__(is_active=False), Role.LEAD)


WHO_SEES = {
    Role.CLERK: True,
    Role.CUSTODIAN: False,
    Role.COUNSEL: True,
    Role.LEAD: True,
    Role.ISSUING_OFFICER: False,
    Role.POLICY_AUTHOR: False,
    Role.AUDITOR: True,
    Role.OPERATOR: False,
}


@pytest.mark.parametrize("role", STAFF)
def test_not_visible_is_not_found_in_every_list_and_page(
    people: dict[Role, Person], docket: str, role: Role, staff: Staff
) -> None:
    person = people[role]
    entry = selectors.trail(staff.lead, docket)[0].entry.id
    if WHO_SEES[role]:
        assert selectors.demand_page(person, docket).docket.pk == docket
        assert policies.visible_arrivals(person).count() == 1
        return
    assert not policies.visible_arrivals(person).exists()
    assert not policies.visible_entries(person).filter(docket=docket).exists()
    missing = new_docket_id()
    for call in (selectors.demand_page, selectors.trail, selectors.deadlines_offered):
        with pytest.raises(NotFound) as here:
            call(person, docket)
        with pytest.raises(NotFound) as nowhere:
            call(person, missing)
        assert here.value.diagnostics() == nowhere.value.diagnostics()
    with pytest.raises(NotFound):
        receipt_for(person, entry)


@pytest.mark.parametrize("role", STAFF)
def test_a_walled_docket_is_known_to_its_members_alone(
    people: dict[Role, Person], docket: str, role: Role
) -> None:
    Docket.objects.filter(pk=docket).update(walled=True)
    person = people[role]
    assert not policies.visible_dockets(person).filter(pk=docket).exists()
    DocketMember.objects.create(docket_id=docket, person_id=person.public_id, need="read")
    listed = role not in (Role.POLICY_AUTHOR, Role.AUDITOR, Role.OPERATOR)
    assert policies.visible_dockets(person).filter(pk=docket).exists() is listed


@pytest.mark.parametrize("role", STAFF)
def test_subjects_are_for_counsel_lead_and_whoever_it_is_assigned_to(
    people: dict[Role, Person], docket: str, role: Role
) -> None:
    person, row = people[role], Docket.objects.get(pk=docket)
    assert policies.may_see_subjects(person, row) is (role in (Role.COUNSEL, Role.LEAD))
    if role in (Role.CLERK, Role.COUNSEL):
        assign_demand(people[Role.LEAD], docket, person, Need.READ)
        assert policies.may_see_subjects(person, row)


def test_the_office_docket_is_for_those_who_lead_operate_or_audit(
    people: dict[Role, Person], staff: Staff
) -> None:
    seen = {
        role
        for role, person in people.items()
        if policies.visible_dockets(person).filter(pk=staff.office.docket_id).exists()
    }
    assert seen == {Role.LEAD, Role.OPERATOR, Role.AUDITOR}
    note = NoteAdded(text="x", audience=Audience.MATTER)
    with pytest.raises(NotFound):
        record(people[Role.CLERK], staff.office.docket_id, note, opens=DocketKind.OFFICE)

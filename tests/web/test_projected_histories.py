"""Whatever is recorded: the rows made act by act are those that the entries give from nothing.

``TECUM_TEST_SEQUENCES`` sets how many random sequences of acts are recorded.
"""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from tecum.clock import at_fixed
from tecum.docket.acts import Act
from tecum.docket.entry import DocketKind, Entry
from tecum.docket.errors import ActRefused
from tecum.docket.vocabulary import DateKind
from tecum.docket.when import on
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import add_person
from tecum.web.docket import models, states
from tecum.web.docket.record import How, new_docket_id, record
from tecum.words import Role, Side
from tests.property.test_docket_fold import STEPS, Steps, drawn, may_be_refused
from tests.unit.docket.build import START, Docket, registered
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot

SEQUENCES = int(os.environ.get("TECUM_TEST_SEQUENCES", "15"))
SIDES = tuple(Side)

pytestmark = pytest.mark.django_db


class _Office:
    """Two people for every role, so that what asks for a second one can be done."""

    def __init__(self, staff: Staff) -> None:
        self._held: dict[Role, list[Person]] = {Role.LEAD: [staff.lead]}
        for role in (Role.CLERK, Role.COUNSEL, Role.CUSTODIAN, Role.ISSUING_OFFICER):
            self._held[role] = [add_person(staff.lead, f"{role.value} {n}", [role]) for n in (1, 2)]

    def of(self, act: Act, seed: int) -> tuple[Person | None, Person]:
        """Somebody who may record it, the system itself where nobody else may; a second one."""
        roles = [role for role in sorted(act.recorded_by) if role in self._held]
        if not roles:
            return None, self._held[Role.LEAD][0]
        people = self._held[roles[seed % len(roles)]]
        return people[seed % len(people)], people[(seed + 1) % len(people)]


def recorded(office: _Office, steps: Steps) -> tuple[str, int]:
    """One docket with a history; what is refused says why. Gives how much was refused."""
    name, told = new_docket_id(), Docket()
    refused, moment = 0, START
    with at_fixed(START):
        told.entries.append(
            record(
                office.of(registered(), 0)[0], name, registered("1", "2"), opens=DocketKind.DEMAND
            )
        )
    for index, first, second in steps:
        act = drawn(told, index, first)
        actor, other = office.of(act, second)
        moment += timedelta(hours=second % 30)
        how = How(
            happened=on(DateKind.OCCURRED, date(2020, 1, 13) + timedelta(days=second % 60)),
            side=SIDES[second % len(SIDES)],
            second=other if second % 5 else None,
        )
        with at_fixed(moment):
            entry = _tried(actor, name, act, how)
        if entry is None:
            refused += 1
        else:
            told.entries.append(entry)
    return name, refused


def _tried(actor: Person | None, docket: str, act: Act, how: How) -> Entry | None:
    try:
        return record(actor, docket, act, how)
    except NotFound:
        return None
    except ActRefused as refusal:
        may_be_refused(act, refusal)
        return None


@pytest.fixture
def office(staff: Staff) -> _Office:
    return _Office(staff)


@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_rows_made_act_by_act_are_those_made_from_nothing(office: _Office, steps: Steps) -> None:
    """Live tables equal the rebuilt ones after any sequence, legal and illegal acts mixed."""
    with transaction.atomic():
        name, refused = recorded(office, steps)
        row = models.Docket.objects.get(pk=name)
        assert row.seq == len(steps) + 1 - refused
        live, state = snapshot(), states.state_of(row)
        rebuild_all()
        assert snapshot() == live
        assert states.state_of(models.Docket.objects.get(pk=name)) == state
        transaction.set_rollback(True)
    states.forget()

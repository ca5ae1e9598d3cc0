"""Everything goes through one door: permission, guard, seal, sign, store, project."""

from __future__ import annotations

import pytest

from tecum.docket.acts import ACTS, Corrected, NoteAdded
from tecum.docket.acts.course import Audience, CorrectedFor
from tecum.docket.entry import DocketKind
from tecum.docket.errors import KeyReused, NotPermitted
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import MATRIX
from tecum.web.accounts.services import add_person
from tecum.web.docket import models, states
from tecum.web.docket.record import How, new_docket_id, record
from tecum.web.ledger.models import Statement
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.words import Role
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


def _note(text: str = "Seen") -> NoteAdded:
    return NoteAdded(text=text, audience=Audience.MATTER)


def test_the_table_of_permissions_names_every_act_and_no_other() -> None:
    assert set(MATRIX) == set(ACTS)


def test_an_entry_is_stored_sealed_signed_and_logged(staff: Staff) -> None:
    docket = new_docket_id()
    entry = record(staff.clerk, docket, _note("Subject A called"), opens=DocketKind.DEMAND)
    row = models.Entry.objects.get(pk=entry.id)
    assert b"Subject A" not in bytes(row.body)
    statement = Statement.objects.get(entry_id=entry.id)
    assert b"Subject A" not in bytes(statement.note)
    assert b"code note-added" in bytes(statement.note)
    assert not hasattr(statement, "logged")
    put_waiting_into_log()
    assert Statement.objects.get(entry_id=entry.id).logged.index == Statement.objects.count()
    states.forget()
    again = states.state_of(models.Docket.objects.get(pk=docket))
    assert again.entries[entry.id] == entry


def test_entries_are_numbered_without_gap(staff: Staff) -> None:
    docket = new_docket_id()
    record(staff.clerk, docket, _note(), opens=DocketKind.DEMAND)
    entries = [record(staff.clerk, docket, _note(str(n))) for n in range(5)]
    assert [entry.seq for entry in entries] == [2, 3, 4, 5, 6]
    put_waiting_into_log()
    assert Statement.objects.filter(docket_id=docket, logged__isnull=False).count() == 6


def test_the_same_key_gives_the_first_entry(staff: Staff) -> None:
    docket = new_docket_id()
    first = record(staff.clerk, docket, _note(), How(key="k"), opens=DocketKind.DEMAND)
    assert record(staff.clerk, docket, _note(), How(key="k")) == first
    assert models.Entry.objects.filter(docket=docket).count() == 1
    with pytest.raises(KeyReused):
        record(staff.clerk, docket, _note("other"), How(key="k"))


def test_a_docket_that_is_not_there_is_not_found(staff: Staff) -> None:
    with pytest.raises(NotFound):
        record(staff.clerk, new_docket_id(), _note())


def test_the_role_decides_who_may(staff: Staff) -> None:
    with pytest.raises(NotPermitted):
        record(staff.auditor, new_docket_id(), _note(), opens=DocketKind.DEMAND)
    assert not models.Docket.objects.filter(kind="demand").exists()


def test_whoever_holds_several_roles_corrects_in_the_one_that_may(staff: Staff) -> None:
    docket = new_docket_id()
    by_counsel = record(staff.counsel, docket, _note(), opens=DocketKind.DEMAND)
    both = add_person(staff.lead, "Counsel and clerk", [Role.COUNSEL, Role.CLERK])
    wrong = Corrected(entry=by_counsel.id, code=CorrectedFor.DUPLICATE)
    with pytest.raises(NotPermitted):
        record(staff.clerk, docket, wrong)
    assert record(both, docket, wrong).actor.role is Role.COUNSEL
    by_clerk = record(staff.clerk, docket, _note())
    wrong = Corrected(entry=by_clerk.id, code=CorrectedFor.DUPLICATE)
    assert record(both, docket, wrong).actor.role is Role.CLERK
    lead = add_person(staff.lead, "Lead and clerk", [Role.LEAD, Role.CLERK])
    again = Corrected(entry=by_counsel.id, code=CorrectedFor.WRONG_TYPE)
    assert record(lead, docket, again).actor.role is Role.LEAD

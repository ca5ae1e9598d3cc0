"""A key that a command adds, rotates or revokes while the product runs."""

from __future__ import annotations

import pytest
from django.conf import settings

from tecum.clock import now
from tecum.docket.acts import ProfileChanged
from tecum.errors import DataUnusable
from tecum.ledger.errors import UnknownKey
from tecum.ledger.succession import revoke_signer, rotate_signer
from tecum.web.accounts.services import change_profile
from tecum.web.docket.models import Entry
from tecum.web.ledger.log import open_log, signer_for
from tecum.web.ledger.models import Logged, Statement
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.words import Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


def settle() -> None:
    while put_waiting_into_log():
        pass


def test_a_rotated_key_is_used_from_the_next_act_on_without_a_restart(staff: Staff) -> None:
    settle()
    before = signer_for(Role.OPERATOR)
    rotate_signer(settings.HOME.log, "operator", now(), "unknown")
    after = signer_for(Role.OPERATOR)
    assert after.key.public != before.key.public
    change_profile(staff.operator, {"margin_days": 4})
    note = bytes(Statement.objects.order_by("-number").first().note)
    settle()
    assert not Statement.objects.filter(logged__isnull=True).exists()
    assert Entry.objects.filter(slug=ProfileChanged.slug).exists()
    index = Logged.objects.order_by("-index").first().index
    assert next(open_log().store.rows(index, index + 1)).statement == note


def test_what_waited_when_its_key_was_rotated_still_goes_into_the_log(staff: Staff) -> None:
    settle()
    change_profile(staff.operator, {"margin_days": 4})
    note = bytes(Statement.objects.order_by("-number").first().note)
    rotate_signer(settings.HOME.log, "operator", now(), "unknown")
    with pytest.raises(UnknownKey):
        open_log().append([note])
    settle()
    assert not Statement.objects.filter(logged__isnull=True).exists()


def test_a_role_whose_key_was_revoked_records_nothing_and_says_why(staff: Staff) -> None:
    settle()
    held = Entry.objects.count()
    revoke_signer(settings.HOME.log, "operator", "role_ended", now(), "unknown", until=now())
    with pytest.raises(DataUnusable) as refused:
        signer_for(Role.OPERATOR)
    assert refused.value.code == "log.no-key"
    answer = signed_in(staff.operator).post(
        "/office/margin_days", {"value": "4", "step": "record", "before": ""}
    )
    assert answer.status_code == 400
    assert "tecum log key" in answer.content.decode()
    assert Entry.objects.count() == held


def test_the_page_of_the_office_shows_the_keys_as_they_now_are(staff: Staff) -> None:
    old = signer_for(Role.OPERATOR).key.vkey
    assert old in signed_in(staff.lead).get("/office/keys").content.decode().replace("&#x27;", "'")
    rotate_signer(settings.HOME.log, "operator", now(), "unknown")
    new = signer_for(Role.OPERATOR).key.vkey
    page = signed_in(staff.lead).get("/office/keys").content.decode()
    assert new in page

"""The office's row is looked up once in a long telling, and anew once it has changed."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tecum.web.accounts.once import office_kept
from tecum.web.accounts.selectors import office, profile
from tecum.web.accounts.services import change_profile
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


def test_the_row_is_looked_up_once_while_it_is_kept(staff: Staff) -> None:
    with (
        office_kept(),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        assert {profile().name for _ in range(5)} == {profile().name}
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        office()
        office()
    assert len(asked) == 2


def test_a_change_is_seen_at_once(staff: Staff) -> None:
    with office_kept():
        before = profile().two_persons
        change_profile(staff.lead, {"two_persons": ["determinations"]})
        changed = profile().two_persons
    assert changed == profile().two_persons
    assert changed != before

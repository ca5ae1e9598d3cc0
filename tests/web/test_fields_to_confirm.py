"""What waits for a person is the same number everywhere, and each of it has a row of its own."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tecum.docket.acts.registration import Need
from tecum.web.docket import selectors, services
from tecum.web.intake import jobs
from tecum.web.intake.inbox import inbox
from tecum.web.intake.selectors import fields_shown
from tecum.web.intake.services import confirm_field, receive_document
from tecum.words import Channel
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
NOBODY_GAVE_IT = """FORM R-12

You must provide copies of all records of the person within ten days.

This policy explains how demands are answered.
"""


@pytest.mark.parametrize("content", [b"", NOBODY_GAVE_IT.encode(), b"A note on the weather.\n"])
def test_each_field_that_waits_has_a_row_and_the_counts_agree(staff: Staff, content: bytes) -> None:
    docket = receive_document(content, "paper.txt", Channel.HAND, staff.clerk).docket
    jobs.work_all()
    services.assign_demand(staff.clerk, docket, staff.clerk, Need.READ)
    state = selectors.state_for(docket)
    assert state is not None
    (reading,) = state.readings.values()
    waiting = [row.path for row in fields_shown(staff.clerk, docket) if row.must_confirm]
    assert sorted(waiting) == sorted(reading.unconfirmed)
    assert inbox(staff.clerk)[0].arrival.to_confirm == len(waiting) > 0
    page = reverse("docket:page", args=[docket])
    client = signed_in(staff.clerk)
    for path in waiting:
        assert f'id="field-{path.replace(".", "-")}"' in client.get(page).content.decode()
        confirm_field(staff.clerk, docket, reading.entry, path)
    assert inbox(staff.clerk)[0].arrival.to_confirm == 0
    assert "Register demand" in client.get(page).content.decode()

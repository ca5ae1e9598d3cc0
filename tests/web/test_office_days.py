"""Days are the office's own: in its evening it is tomorrow by universal time."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.urls import reverse

from tecum.web.accounts.services import change_profile
from tecum.web.docket import services
from tecum.web.docket.listing import Asked, demands
from tecum.web.docket.models import Demand, Docket
from tecum.web.search.selectors import Chosen, find
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import registration

pytestmark = pytest.mark.django_db

EVENING = datetime(2026, 1, 1, 3, 30, tzinfo=UTC)
"""The evening of 31 December in California."""


def test_lists_files_and_searches_go_by_the_office_s_own_days(staff: Staff) -> None:
    change_profile(staff.lead, {"zone": "America/Los_Angeles"})
    docket = services.register_demand(staff.counsel, None, registration()).docket
    Demand.objects.filter(docket=docket).update(registered_at=EVENING)
    Docket.objects.filter(pk=docket).update(opened_at=EVENING)
    last, first = date(2025, 12, 31), date(2026, 1, 1)

    def listed(**asked: date) -> bool:
        return bool(demands(staff.counsel, Asked(**asked)))

    assert listed(since=last, until=last)
    assert not listed(since=first)
    assert listed(until=last)
    number = Demand.objects.get(docket=docket).number
    found = [bool(find(staff.counsel, number, Chosen(year=year)).hits) for year in (2025, 2026)]
    assert found == [True, False]
    answer = signed_in(staff.counsel).get(reverse("docket:csv"))
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    head, row = list(csv.reader(StringIO(text)))
    assert row[head.index("registered")] == "2025-12-31"
    assert row[head.index("direction")] == "received"

"""Figures that are typed or stand in an address: taken as they are, or refused in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from tecum.clock import parse_instant
from tecum.docket.acts.campaign import CampaignAction
from tecum.errors import UsageError
from tecum.web import requests
from tecum.web.campaigns.views.plans import _wanted
from tecum.web.docket.views.corrections import entered_value
from tecum.web.typed import grouped, whole
from tests.web.conftest import Staff
from tests.web.test_pages import browser, demand

pytestmark = pytest.mark.django_db

NO_NUMBERS = ("9" * 30, "9" * 5000, "²", "٣", "1e3", "-1", "1.5", "")


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_of_ours_is_none(text: str) -> None:
    assert whole(text) is None
    assert grouped(text) is None


def test_thousands_are_set_apart_or_not() -> None:
    assert [grouped(text) for text in ("39,000,000", "39000000", "0")] == [39000000, 39000000, 0]
    assert [grouped(text) for text in ("1,5", "39,00", ",100", "1,000.50")] == [None] * 4


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_an_address_with_a_strange_number_is_answered(staff: Staff, text: str) -> None:
    demand(staff)
    client = browser(staff.lead)
    for address, query in (
        ("/search", {"q": "agency", "after": text}),
        ("/deadlines", {"after": f"o.{text}", "lane": "later"}),
        ("/reports/office/own/rows", {"at": text}),
    ):
        assert client.get(address, query).status_code < 500, (address, text)
    for address, form in (
        ("/deadlines/calendar/make", {"hours": text}),
        ("/deadlines/calendar/revoke", {"feed": text}),
    ):
        assert client.post(address, form).status_code < 500, (address, text)


@pytest.mark.parametrize("text", [text for text in NO_NUMBERS if text])
def test_a_period_or_an_amount_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        entered_value("due.1", {"form": "period", "amount": text, "unit": "days"}, {})
    form = QueryDict(mutable=True)
    form.update({"step": "measure", "measure": "return_of_past_award", "amount": text})
    request = RequestFactory().post("/", form)
    with pytest.raises(UsageError):
        _wanted(request, CampaignAction.ESCALATE, ("r01",))


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"])
def test_an_instant_outside_the_calendar_is_none(text: str) -> None:
    with pytest.raises(UsageError):
        parse_instant(text)
    assert parse_instant("2026-03-02T09:14:00Z") == datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def test_a_length_beyond_all_numbers_is_too_long() -> None:
    request = RequestFactory().post("/", {})
    request.META["CONTENT_LENGTH"] = "9" * 5000
    assert requests._length(request) > 10**15

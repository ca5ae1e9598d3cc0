"""The inbox page by page: every row once, in order, with the filters kept, at a steady cost."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tecum import clock
from tecum.docket.acts.registration import Need
from tecum.web.docket.services import assign_demand
from tecum.web.intake import views
from tecum.web.intake.inbox import Waiting, inbox
from tecum.web.intake.services import receive_document
from tecum.words import Channel
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
MOST = 30
"""Queries of one page at most (DOCKET 2.6)."""
MONDAY = datetime(2020, 1, 13, 18, tzinfo=UTC)


def receive(staff: Staff, n: int, channel: Channel = Channel.FAX) -> str:
    """A document a day; every second of them on the day of the one before."""
    with clock.at_fixed(MONDAY + timedelta(days=n // 2)):
        return receive_document(f"paper {n}".encode(), None, channel, staff.clerk).docket


def rows_of(client: Client, path: str) -> tuple[list[str], str | None]:
    """The dockets of one page, and the address of the next."""
    said = client.get(path).content.decode()
    following = re.search(r'href="(\?[^"]*)" rel="next"', said)
    table = said[said.find("<tbody>") : said.find("</tbody>")]
    address = "/inbox" + following[1].replace("&amp;", "&") if following else None
    return re.findall(r'class="when"><a href="/docket/(\w{64})"', table), address


def walked(client: Client, path: str) -> list[list[str]]:
    """The dockets of every page, from the first to the last."""
    pages, address = [], path
    while address:
        rows, following = rows_of(client, address)
        pages.append(rows)
        address = following or ""
    return pages


def test_every_arrival_is_on_exactly_one_page(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ROWS", 3)
    came = [receive(staff, n) for n in range(8)]
    client = signed_in(staff.clerk)
    for order, days in (("oldest", came), ("newest", list(reversed(came)))):
        pages = walked(client, f"/inbox?order={order}")
        assert [len(page) for page in pages] == [3, 3, 2]
        shown = [row for page in pages for row in page]
        assert sorted(shown) == sorted(came)
        # Two of one instant may change places; the days may not.
        assert [came.index(row) // 2 for row in shown] == [came.index(row) // 2 for row in days]


def test_a_page_keeps_its_filters(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "ROWS", 2)
    faxed = [receive(staff, n) for n in range(5)]
    posted = [receive(staff, n, Channel.POST) for n in range(5, 10)]
    client = signed_in(staff.clerk)
    pages = walked(client, "/inbox?channel=fax&state=received")
    assert [len(page) for page in pages] == [2, 2, 1]
    assert {row for page in pages for row in page} == set(faxed)
    assert not any(walked(client, "/inbox?channel=fax&state=dismissed"))
    assert len(walked(client, "/inbox?channel=nothing")) == 5
    since = {row.arrival.docket_id for row in inbox(staff.clerk, Waiting(since=date(2020, 1, 17)))}
    assert since == set(posted[3:])
    until = {row.arrival.docket_id for row in inbox(staff.clerk, Waiting(until=date(2020, 1, 13)))}
    assert until == set(faxed[:2])
    assign_demand(staff.clerk, faxed[3], staff.counsel, Need.READ)
    taken = inbox(staff.clerk, Waiting(assignee=staff.counsel.public_id))
    assert [row.arrival.docket_id for row in taken] == [faxed[3]]


def test_a_page_beyond_the_last_says_so_and_leads_back(staff: Staff) -> None:
    receive(staff, 1)
    (row,) = inbox(staff.clerk)
    client = signed_in(staff.clerk)
    said = client.get("/inbox", {"after": row.arrival.entry, "channel": "fax"}).content.decode()
    assert "There is no further document." in said
    assert 'href="?channel=fax"' in said
    unknown = client.get("/inbox", {"after": "0" * 32}).content.decode()
    assert row.arrival.docket_id in unknown


def test_a_page_costs_the_same_however_many_wait(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ROWS", 4)
    client = signed_in(staff.lead)
    costs = []
    for first, last in ((0, 5), (5, 13)):
        for n in range(first, last):
            receive(staff, n)
        _, following = rows_of(client, "/inbox")
        assert following is not None
        with CaptureQueriesContext(connection) as captured:
            assert client.get(following).status_code == 200
        costs.append(len(captured))
        assert not [row for row in captured.captured_queries if " OFFSET " in row["sql"]]
    assert costs[0] <= MOST
    assert costs[1] <= costs[0]

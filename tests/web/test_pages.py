"""What a page costs: queries a page, that they do not grow with rows; what pages say and hide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tecum import clock
from tecum.docket.acts.registration import DueStated, Need
from tecum.docket.acts.service import ServedBy
from tecum.docket.entry import Label, SubjectRef
from tecum.docket.parts import ItemAsked, SubjectNamed
from tecum.web.accounts.models import Person
from tecum.web.accounts.sessions import BACKEND, _seconds
from tecum.web.docket import services
from tecum.web.intake.services import receive_document
from tecum.words import Category, Channel, DueForm, IssuerClass, Kind, Trigger, Unit
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db

MOST = 30
"""Queries of one page at most (DOCKET 2.6)."""
BOARDS = ("/inbox", "/docket", "/deadlines", "/approvals", "/receipts", "/packs", "/campaigns")
TABS = ("", "/dates", "/items", "/answer", "/matter", "/trail")
MONDAY = datetime(2020, 1, 13, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.at_fixed(MONDAY):
        yield


def demand(staff: Staff, n: int = 1) -> str:
    """A registered demand, served and counted."""
    paper = f"%PDF-1.7 {n}".encode()
    docket = receive_document(paper, "s.pdf", Channel.HAND, staff.clerk).docket
    item = ItemAsked(
        label=Label("1"),
        text="Last home address of Subject A",
        category=Category.HOME_ADDRESS,
        subject=SubjectRef("s1"),
    )
    asked = services.Registration(
        kind=Kind.ADMINISTRATIVE_SUBPOENA,
        issuer="Example Agency",
        issuer_class=IssuerClass.FEDERAL_AGENCY,
        recipient="Example County Sheriff",
        judicial=False,
        items=(item,),
        subjects=(SubjectNamed(subject=SubjectRef("s1"), name="Subject A"),),
        due=(DueStated(form=DueForm.PERIOD, amount=14, unit=Unit.DAYS, trigger=Trigger.SERVICE),),
    )
    services.register_demand(staff.clerk, docket, asked)
    services.assign_demand(staff.clerk, docket, staff.clerk, Need.READ)
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 13))
    services.reckon_deadlines(staff.clerk, docket)
    return docket


def browser(person: Person) -> Client:
    """Somebody signed in, as a request sees it."""
    client = Client()
    client.force_login(person, backend=BACKEND)
    session = client.session
    session["since"] = session["seen"] = _seconds()
    session.save()
    return client


def queries(client: Client, path: str) -> int:
    """How many queries a page takes; it must answer well."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = client.get(path)
    assert answer.status_code == 200, path
    return len(captured)


@pytest.mark.parametrize("path", BOARDS)
def test_a_board_takes_few_queries(staff: Staff, path: str) -> None:
    demand(staff)
    client = browser(staff.lead)
    client.get(path)
    assert queries(client, path) <= MOST


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_takes_few_queries(staff: Staff, tab: str) -> None:
    path = f"/docket/{demand(staff)}{tab}"
    client = browser(staff.lead)
    client.get(path)
    assert queries(client, path) <= MOST


@pytest.mark.parametrize("path", ["/inbox", "/docket", "/deadlines", "/receipts"])
def test_queries_do_not_grow_with_rows(staff: Staff, path: str) -> None:
    client = browser(staff.lead)
    demand(staff)
    receive_document(b"waits", None, Channel.FAX, staff.clerk)
    client.get(path)
    before = queries(client, path)
    for n in range(2, 6):
        demand(staff, n)
        receive_document(f"waits {n}".encode(), None, Channel.FAX, staff.clerk)
    client.get(path)
    assert queries(client, path) <= before + 1


def test_a_page_says_when_in_the_zone_of_the_office(staff: Staff) -> None:
    said = browser(staff.lead).get(f"/docket/{demand(staff)}/trail").content.decode()
    assert "Mon 13 Jan 2020 11:00 MST" in said


def test_an_auditor_reads_placeholders(staff: Staff) -> None:
    docket = demand(staff)
    client = browser(staff.auditor)
    for tab in TABS:
        said = client.get(f"/docket/{docket}{tab}").content.decode()
        assert "Subject A" not in said
        assert "Take it up" not in said, "an auditor changes nothing"
    assert "Subject A" in browser(staff.clerk).get(f"/docket/{docket}/items").content.decode()


def test_a_refused_act_shows_what_was_typed_and_not_the_token(staff: Staff) -> None:
    docket = demand(staff)
    form = {"reason": "These words were typed.", "back": f"/docket/{docket}/items"}
    answer = browser(staff.counsel).post(f"/docket/{docket}/propose", form)
    said = answer.content.decode()
    assert answer.status_code == 400
    assert "These words were typed." in said
    assert "No item was chosen." in said
    assert f'href="/docket/{docket}/items"' in said


def test_a_proposal_that_was_not_seen_is_not_replaced(staff: Staff) -> None:
    docket = demand(staff)
    form = {"items": "1", "outcome": "withhold", "reason": "My own words.", "proposal": ""}
    first = browser(staff.counsel).post(f"/docket/{docket}/propose", form)
    second = browser(staff.counsel_b).post(f"/docket/{docket}/propose", form)
    said = second.content.decode()
    assert (first.status_code, second.status_code) == (302, 409)
    assert "Somebody else has proposed" in said
    assert "My own words." in said


@pytest.mark.parametrize("back", ["https://elsewhere.example", "//elsewhere.example"])
def test_the_way_back_never_leaves_the_office(staff: Staff, back: str) -> None:
    docket = demand(staff)
    answer = browser(staff.counsel).post(f"/docket/{docket}/propose", {"back": back})
    assert f'href="{back}"' not in answer.content.decode()


def test_every_form_of_a_page_bears_its_token_and_no_page_a_style(staff: Staff) -> None:
    client = browser(staff.lead)
    docket = demand(staff)
    for path in (*BOARDS, *(f"/docket/{docket}{tab}" for tab in TABS)):
        said = client.get(path).content.decode()
        assert said.count('method="post"') == said.count("csrfmiddlewaretoken"), path
        assert " style=" not in said, path
        assert "<style" not in said, path
        assert " onclick=" not in said, path

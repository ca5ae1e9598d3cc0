"""Plans for many recipients on their pages: the way by forms, who may, long boards."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from tecum.docket.acts import AnswerReceived
from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.campaign import CampaignAction
from tecum.docket.parts import Label
from tecum.docket.vocabulary import Disposition
from tecum.web.accounts.leaving import close_account
from tecum.web.accounts.models import Person
from tecum.web.campaigns import opening, planning
from tecum.web.campaigns.models import Planned
from tecum.web.campaigns.selectors import campaign_board
from tecum.web.campaigns.views import boards
from tecum.web.docket.models import Docket
from tecum.web.docket.record import record
from tecum.web.docket.selectors import state_for
from tecum.words import Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.plans import LETTER, LIST, approved, wanted
from tests.web.routes import ROUTES
from tests.web.table import roles_of
from tests.web.world import one_of_each

pytestmark = pytest.mark.django_db


def test_the_whole_way_by_forms(officer: Person, lead: Person) -> None:
    client = signed_in(officer)
    answer = client.post("/campaigns/open", {
        "title": "Letters", "side": "ours", "kind": "information_request",
        "items": "Any orders\nAny guidance", "template": LETTER, "due": "2030-02-01",
    })  # fmt: skip
    board = answer["Location"].removesuffix("/recipients")
    file = SimpleUploadedFile("r.csv", LIST.encode())
    client.post(answer["Location"], {"list": file})
    client.post(answer["Location"], {
        "name": "West Town", "address": "west@town.example", "slot-award": "A-4", "due": "",
    })  # fmt: skip
    page = client.get(board).content.decode()
    assert page.count('name="recipient"') == 4
    choose = client.get(f"{board}/plans?all=1").content.decode()
    assert "Do something for 4 recipients" in choose
    for act in CampaignAction:
        assert client.get(f"{board}/plans?all=1&act={act}").status_code == 200
    made = client.post(f"{board}/plans?all=1&act=send", {"channel": "email", "text": ""})
    plan = made["Location"]
    text = " ".join(client.get(plan).content.decode().split())
    assert "Of award A-1 we ask by February 1, 2030: 1. Any orders 2. Any guidance" in text
    assert "Approve exactly this plan" not in text
    packed = client.get(f"{plan}/letters.zip")
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        assert archive.namelist()[0] == "0001-North-Town.txt"
        assert len(archive.namelist()) == 4
    second = signed_in(lead)
    assert "Approve exactly this plan" in second.get(plan).content.decode()
    second.post(f"{plan}/confirm")
    client.post(f"{plan}/carry-out")
    done = client.get(plan).content.decode()
    assert done.count("Done.") == 4
    assert "carried out" in client.get(f"{board}/plans").content.decode()
    for view in ("milestones", "completeness", "exposure", "differences", "rounds", "left-out"):
        assert client.get(f"{board}?view={view}").status_code == 200, view
    chosen = client.get(f"{board}?sent=yes&due=2030-02-01").content.decode()
    assert chosen.count('name="recipient"') == 3, "one is due on another day"
    assert client.get(f"{board}?delivered=*").content.decode().count('name="recipient"') == 0
    assert client.get(f"{board}?delivered=-").content.decode().count('name="recipient"') == 4


SEEN_BY = {Role.CLERK, Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER, Role.AUDITOR}


def test_each_address_of_a_campaign_is_for_whom_the_table_says(
    staff: Staff, officer: Person, campaign: str
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    for role, person in one_of_each(staff).items():
        _try_each(person, role, campaign, plan)


def _try_each(person: Person, role: Role, campaign: str, plan: Planned) -> None:
    client = signed_in(person)
    for name, route in ROUTES.items():
        if not name.startswith("campaigns:") or not route.who.docket:
            continue
        of_plan = name.rpartition(":")[2] in ("plan", "confirm", "carry-out", "drop", "letters")
        address = reverse(name, args=[campaign, plan.hash] if of_plan else [campaign])
        with transaction.atomic():
            ask = client.get if route.method == "GET" else client.post
            answer = ask(address, route.form)
            transaction.set_rollback(True)
        if role not in SEEN_BY:
            assert answer.status_code == 404, name
        elif not route.who.act or role in roles_of(route.who.act):
            ours_alone = role in (Role.CLERK, Role.COUNSEL) and "recipient" in route.who.act
            refused = b"is for its issuing officers and leads" in answer.content
            assert refused is ours_alone, name
            assert b"Your role does not include this" not in answer.content, name
        else:
            assert b"Your role does not include this" in answer.content, name


def test_incomplete_choices_are_told_and_a_plan_can_be_thrown_away(
    officer: Person, campaign: str
) -> None:
    client = signed_in(officer)
    address = f"/campaigns/{campaign}/plans?recipient=r0001"
    refused = client.post(f"{address}&act=remind", {"channel": "email", "text": ""})
    assert "the text is needed" in refused.content.decode()
    assert client.post(address, {}).status_code == 400
    made = client.post(f"{address}&act=send", {"channel": "email"})
    client.post(f"{made['Location']}/drop")
    assert not Planned.objects.exists()
    assert client.get(made["Location"]).status_code == 404


def test_a_page_of_many_is_named_by_its_last_row(
    officer: Person, campaign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boards, "ROWS", 2)
    client = signed_in(officer)
    first = client.get(f"/campaigns/{campaign}").content.decode()
    (more,) = set(re.findall(r'href="(\?[^"]*after=[^"]*)"', first))
    second = client.get(f"/campaigns/{campaign}{more.replace('&amp;', '&')}").content.decode()
    assert first.count('name="recipient"') == 2
    assert second.count('name="recipient"') == 1


def test_the_board_asks_as_much_for_many_as_for_few(
    officer: Person, campaign: str, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(officer)
    opening.add_recipients(officer, campaign, [opening.NewRecipient(f"T {n}") for n in range(8)])
    for view in ("milestones", "completeness", "differences", "left-out"):
        client.get(f"/campaigns/{campaign}?view={view}")
        with django_assert_max_num_queries(30):
            client.get(f"/campaigns/{campaign}?view={view}")


def test_12_2_answered_but_incomplete_finds_exactly_those_rows_and_12_6_the_csv_is_the_screen(
    officer: Person, lead: Person, campaign: str
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    approved(lead, campaign, plan)
    planning.carry_out(officer, campaign, plan.hash)
    state = state_for(campaign)
    assert state is not None
    for name, items in (("r0001", ("1",)), ("r0002", ("1", "2"))):
        lines = tuple(
            ItemAnswered(item=Label(item), disposition=Disposition.PRODUCED) for item in items
        )
        answer = AnswerReceived(document=None, items=lines)
        record(officer, str(state.recipients[name].docket), answer)
    client = signed_in(officer)
    address = f"/campaigns/{campaign}?show=incomplete"
    page = client.get(address).content.decode()
    assert re.findall(r'name="recipient" value="(\w+)"', page) == ["r0001"]
    assert "1 row is like this" in page
    rows = list(csv.reader(io.StringIO(client.get(f"{address}&as=csv").content.decode())))
    assert [row[0] for row in rows[1:]] == ["North Town"]
    every = list(
        csv.reader(io.StringIO(client.get(f"/campaigns/{campaign}?as=csv").content.decode()))
    )
    shown = client.get(f"/campaigns/{campaign}").content.decode()
    heads = re.findall(r'<th scope="col">([^<]*)</th>', shown)
    assert [head for head in every[0] if not head.endswith(": source")][1:-1] == heads[1:-2]
    filled = len(re.findall(r'<td data-label="[^"]*"><details', shown))
    assert sum(cell not in ("", "no source") for row in every[1:] for cell in row[1:-1:2]) == filled
    completeness = client.get(f"/campaigns/{campaign}?view=completeness").content.decode()
    assert completeness.count("<div>produced") == 3


def test_a_walled_demand_shows_nothing_on_the_board(staff: Staff, campaign: str) -> None:
    state = state_for(campaign)
    assert state is not None
    Docket.objects.filter(pk=str(state.recipients["r0001"].docket)).update(walled=True)
    rows = campaign_board(staff.auditor, campaign).rows
    assert [bool(row.cells) for row in rows] == [False, True, True]


def test_who_approved_is_named_after_the_account_is_closed(
    staff: Staff, lead: Person, officer: Person, campaign: str
) -> None:
    plan = planning.make_plan(officer, campaign, wanted())
    approved(lead, campaign, plan)
    close_account(staff.lead, lead)
    shown = signed_in(officer).get(f"/campaigns/{campaign}/plans/{plan.hash}").content.decode()
    assert "Second lead" in shown

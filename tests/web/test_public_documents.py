"""Reading a public document on its page: nothing stands but what a person accepts."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from tecum.docket.acts.chronology import Distance, RejectionReason, Slot
from tecum.web.chronologies.documents import DocumentPage, Told, document_page, take_in_document
from tecum.web.chronologies.models import Chronology, PublicDocument
from tecum.web.chronologies.selectors import ChronologyPage, chronology
from tecum.web.chronologies.services import bring_in
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db

THREAD = """
schema = "tecum.thread/1"
id = "county"
title = "Requests to a county"
kind = "docket"
[[party]]
id = "ice"
name = "Immigration and Customs Enforcement (removal officers)"
class = "federal_agency"
[[party]]
id = "county"
name = "Specimen County"
class = "local_agency"
[[question]]
id = "q1"
text = "Was the subpoena received?"
status = "open"
"""
STORY = """County gets subpoena

Immigration and Customs Enforcement issued two subpoenas to Specimen County on Monday.

"We answered the first one in May," a spokeswoman for Specimen County said.

A senior official, who spoke on condition of anonymity, said the county got the second on Tuesday.

The county will appeal, a lawyer said. Arrests fell 9 percent.
"""
TOLD = Told(outlet="The Specimen Ledger", url="https://ledger.example/1")


@pytest.fixture
def held(staff: Staff) -> ChronologyPage:
    bring_in(staff.clerk, THREAD.encode())
    return chronology(staff.clerk, "county")


def read(staff: Staff, text: str = STORY, told: Told = TOLD) -> PublicDocument:
    row = Chronology.objects.get(thread="county")
    return take_in_document(staff.clerk, row, text.encode(), "story.txt", told)


def shown(staff: Staff, document: PublicDocument) -> DocumentPage:
    return document_page(chronology(staff.clerk, "county"), document.uid)


def address(document: PublicDocument, end: str = "") -> str:
    return f"/chronologies/county/documents/{document.uid}{end}"


def accept(client: Client, document: PublicDocument, proposal: str, **form: str) -> str:
    answer = client.post(
        address(document, "/accept"), {"proposal": proposal, "target": "new", **form}
    )
    assert answer.status_code == 302, answer.content
    return str(answer["Location"])


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_weekday_stays_words_until_the_day_of_publication_is_given(
    staff: Staff, held: ChronologyPage
) -> None:
    """P14.1."""
    document = read(staff)
    client = signed_in(staff.clerk)
    issued = shown(staff, document).waiting[0].proposal
    when = issued.slot(Slot.WHEN)
    assert when is not None
    assert when.value.when is not None
    assert not when.value.when.is_known
    assert "Monday (issued)" in plain(client.get(address(document)).content.decode())
    form = {"outlet": "The Specimen Ledger", "published": "2026-06-03"}
    assert client.post(address(document, "/told"), form).status_code == 302
    page = plain(client.get(address(document)).content.decode())
    assert "Mon 1 Jun 2026 (issued)" in page
    assert shown(staff, document).waiting[0].proposal.id == issued.id


def test_every_mark_is_its_quotation(staff: Staff, held: ChronologyPage) -> None:
    """P14.2."""
    document = read(staff, STORY.replace("a spokeswoman", "a\nspokeswoman"))
    page = signed_in(staff.clerk).get(address(document)).content.decode()
    marks: dict[str, str] = {}
    for numbers, words in re.findall(r'<mark data-of="([\d ]+)">([^<]*)</mark>', page):
        for number in numbers.split():
            marks[number] = marks.get(number, "") + words
    offered = shown(staff, document).offered
    assert len(marks) == len(offered) >= 5
    for row in offered:
        quote = "".join(span.quote for span in row.proposal.spans)
        assert quote in STORY.replace("a spokeswoman", "a\nspokeswoman")
        assert marks[str(row.number)].replace("&quot;", '"').replace("&#x27;", "'") == quote


def test_rejected_ones_do_not_return_with_the_same_text(staff: Staff, held: ChronologyPage) -> None:
    """P14.3."""
    document = read(staff)
    client = signed_in(staff.clerk)
    first = shown(staff, document).waiting[0].proposal
    form = {"proposal": first.id, "reason": RejectionReason.NOT_RELEVANT.value}
    assert client.post(address(document, "/reject"), form).status_code == 302
    again = read(staff, STORY.replace("\n", "\r\n"))
    assert again == document
    assert first.id not in {row.proposal.id for row in shown(staff, again).waiting}
    assert f"rejected by {staff.clerk.name}" in plain(
        client.get(address(document)).content.decode()
    )
    assert not chronology(staff.clerk, "county").state.events


def test_accepted_claims_say_by_which_rule_and_by_whom(staff: Staff, held: ChronologyPage) -> None:
    """P14.4."""
    document = read(staff)
    client = signed_in(staff.clerk)
    first = shown(staff, document).waiting[0].proposal
    location = accept(client, document, first.id)
    assert location == f"{address(document)}#p-2"
    state = chronology(staff.clerk, "county").state
    (event,) = state.events
    claims = [row.act for row in state.claims.values()]
    assert {act.slot for act in claims} == {row.slot for row in first.slots}
    assert {act.by for act in claims} == {document.source}
    assert all(act.source and act.source.quote in STORY for act in claims)
    page = plain(client.get(f"/chronologies/county/events/{event}").content.decode())
    said = f"Proposed by rule verb.issued/1, accepted by {staff.clerk.name}."
    assert page.count(said) == len(claims)
    assert "The Specimen Ledger" in page
    assert said[:-1] in plain(client.get(address(document)).content.decode())


def test_an_unnamed_official_is_an_unnamed_source(staff: Staff, held: ChronologyPage) -> None:
    """P14.5."""
    document = read(staff)
    rows = [row.proposal for row in shown(staff, document).waiting]
    official = next(row for row in rows if "second" in row.label)
    assert official.distance is Distance.UNNAMED_SOURCE
    accept(signed_in(staff.clerk), document, official.id)
    claims = chronology(staff.clerk, "county").state.claims.values()
    assert {row.act.distance for row in claims} == {Distance.UNNAMED_SOURCE}
    assert {row.act.by for row in claims} == {"a senior official"}


def test_what_is_no_event_is_folded_and_nothing_stands_by_reading(
    staff: Staff, held: ChronologyPage
) -> None:
    page = shown(staff, read(staff))
    assert {row.proposal.apart.value for row in page.apart if row.proposal.apart} == {
        "prediction", "statistic",
    }  # fmt: skip
    state = chronology(staff.clerk, "county").state
    assert not state.events
    assert not state.claims


def test_a_proposal_is_changed_before_it_stands(staff: Staff, held: ChronologyPage) -> None:
    document = read(staff)
    client = signed_in(staff.clerk)
    first = shown(staff, document).waiting[0].proposal
    page = client.get(address(document, f"/{first.id}"))
    assert page.status_code == 200
    form = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page.content.decode()))
    form = {name: value.replace("&#x27;", "'") for name, value in form.items()}
    for name, chosen in re.findall(
        r'<select id="[^"]+" name="([^"]+)">.*?<option value="([^"]*)" selected',
        page.content.decode(),
    ):
        form[name] = chosen
    form |= {"count-low": "3", "count-high": "3", "label": "Three subpoenas"}
    del form["instrument-use"], form["csrfmiddlewaretoken"]
    accept(client, document, **form)
    state = chronology(staff.clerk, "county").state
    slots = {row.act.slot: row.value for row in state.claims.values()}
    assert (slots[Slot.COUNT].low, slots[Slot.COUNT].high) == (3, 3)
    assert Slot.INSTRUMENT not in slots
    when = first.slot(Slot.WHEN)
    assert when is not None
    assert slots[Slot.WHEN] == when.value
    entry = state.entries[state.considered[first.id]]
    assert set(entry.act.edited) == {"count", "instrument", "label"}


def test_a_second_account_joins_the_event_that_a_person_names(
    staff: Staff, held: ChronologyPage
) -> None:
    document = read(staff, told=Told(outlet="Ledger", published=None))
    client = signed_in(staff.clerk)
    waiting = shown(staff, document).waiting
    accept(client, document, waiting[0].proposal.id)
    (event,) = chronology(staff.clerk, "county").state.events
    accept(client, document, waiting[1].proposal.id, target=event)
    state = chronology(staff.clerk, "county").state
    assert list(state.events) == [event]
    assert {row.act.by for row in state.claims.values()} == {document.source, "county"}
    accept(client, document, waiting[2].proposal.id, target="question:q1")
    asked = [row.act for row in chronology(staff.clerk, "county").state.claims.values()]
    assert any(act.question == "q1" for act in asked)


def test_nobody_decides_twice_and_unknown_things_are_not_there(
    staff: Staff, held: ChronologyPage
) -> None:
    document = read(staff)
    client = signed_in(staff.clerk)
    first = shown(staff, document).waiting[0].proposal
    accept(client, document, first.id)
    before = len(chronology(staff.clerk, "county").state.entries)
    form = {"proposal": first.id, "target": "new"}
    assert client.post(address(document, "/accept"), form).status_code == 409
    assert len(chronology(staff.clerk, "county").state.entries) == before
    second = shown(staff, document).waiting[0].proposal.id
    for target in ("nothing", "question:nothing", "corrects"):
        form = {"proposal": second, "target": target}
        assert client.post(address(document, "/accept"), form).status_code == 404
    assert client.get(address(document, "/" + "0" * 64)).status_code == 404


def test_a_new_edition_offers_only_what_changed_as_a_correction(
    staff: Staff, held: ChronologyPage
) -> None:
    document = read(staff)
    client = signed_in(staff.clerk)
    first, second = shown(staff, document).waiting[:2]
    accept(client, document, first.proposal.id)
    accept(client, document, second.proposal.id)
    later = read(staff, STORY.replace("issued two subpoenas", "issued three subpoenas"))
    assert later.edition_of == document
    page = shown(staff, later)
    assert [row.changes is not None for row in page.waiting] == [True, False]
    assert second.proposal.label in {row.proposal.label for row in page.done}
    changed = page.waiting[0].proposal
    accept(client, later, changed.id, target="corrects")
    state = chronology(staff.clerk, "county").state
    counts = [row for row in state.claims.values() if row.act.slot is Slot.COUNT]
    assert [(row.value.low, len(row.versions)) for row in counts] == [(3, 2)]
    assert len(state.events) == 2


def test_a_saved_page_is_read_without_its_captions(staff: Staff, held: ChronologyPage) -> None:
    html = (
        "<html><body><nav>Specimen County sent a letter</nav><h1>Letters</h1><figure><figcaption>"
        "Specimen County received a subpoena on Friday.</figcaption></figure>"
        "<p>Specimen County received a letter on Monday.</p></body></html>"
    )
    client = signed_in(staff.clerk)
    file = SimpleUploadedFile("story.html", html.encode())
    answer = client.post(
        "/chronologies/county/documents/read", {"file": file, "outlet": "Ledger", "text": ""}
    )
    page = client.get(answer["Location"]).content.decode()
    marks = re.findall(r"<mark[^>]*>([^<]*)</mark>", page)
    assert marks == ["Specimen County received a letter on Monday."]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"text": "", "outlet": "Ledger"}, "document.size"),
        ({"text": "A story.", "outlet": " "}, "document.outlet"),
        ({"text": "A story.", "outlet": "L", "published": "Monday"}, "field.date"),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_stays(
    staff: Staff, held: ChronologyPage, form: dict[str, str], code: str
) -> None:
    page = signed_in(staff.clerk).post("/chronologies/county/documents/read", form).content.decode()
    assert code in page
    assert form["text"] in page
    assert not PublicDocument.objects.exists()


def test_a_page_asks_the_database_no_more_than_it_may(
    staff: Staff, held: ChronologyPage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    document = read(staff)
    client = signed_in(staff.clerk)
    accept(client, document, shown(staff, document).waiting[0].proposal.id)
    proposal = shown(staff, document).waiting[0].proposal.id
    for page in ("", f"/{proposal}"):
        with django_assert_max_num_queries(30):
            assert client.get(address(document, page)).status_code == 200


def test_the_text_is_for_those_who_write_there_and_nobody_else(
    staff: Staff, held: ChronologyPage
) -> None:
    document = read(staff)
    auditor = signed_in(staff.auditor)
    assert auditor.get(address(document)).status_code == 404
    page = auditor.get("/chronologies/county").content.decode()
    assert "Public documents read" not in page
    assert "condition of anonymity" not in page
    mine = signed_in(staff.clerk).get("/chronologies/county").content.decode()
    assert "3 proposals wait" in mine
    assert "condition of anonymity" not in mine
    assert b"condition of anonymity" not in bytes(document.content)

"""Search finds what a person may read, and nothing of anything else: not by a count either."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tecum.docket.acts import DemandRegistered, NameSearched
from tecum.docket.acts.course import Audience
from tecum.docket.acts.erasure import ErasureGround, ErasureScope
from tecum.docket.acts.registration import Need, Urgency
from tecum.docket.entry import DocketKind, Label, SubjectRef
from tecum.docket.parts import ItemAsked, SubjectNamed
from tecum.docket.vocabulary import Direction
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import add_person
from tecum.web.campaigns import opening
from tecum.web.demo.paper import pdf
from tecum.web.docket import services, states
from tecum.web.docket.models import Docket, Entry
from tecum.web.docket.record import new_docket_id, record
from tecum.web.intake.erasing import erase
from tecum.web.ledger.vault import openings_of
from tecum.web.search import selectors
from tecum.web.search.models import IndexedName, IndexedWords
from tecum.web.search.named import find_named
from tecum.web.search.passages import findable, opened
from tecum.web.search.selectors import Chosen, find, jump
from tecum.web.search.words import fold, hashed_names, keyed, words_of
from tecum.words import Category, Kind, Role
from tests.web.browsing import same_page, signed_in
from tests.web.canaries import Canaries
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot
from tests.web.table import READS, SEES, STAFF
from tests.web.world import (
    At,
    admit,
    confirm_all,
    demand_at_work,
    one_of_each,
    read_paper,
    registration,
)

pytestmark = pytest.mark.django_db
LETTER = dict(zip(STAFF, "KUCLIAVO", strict=True))


def typed(person: Person, number: int, *, text: str = "Records", **more: Any) -> str:
    """A demand without a paper, typed in by hand."""
    docket = new_docket_id()
    act = DemandRegistered(
        number=f"T-{number:04}",
        direction=Direction.INWARD,
        kind=more.pop("kind", Kind.RECORDS_REQUEST),
        issuer=more.pop("issuer", "Example Agency"),
        issuer_class=None,
        judicial=None,
        recipient="Example County Sheriff",
        items=(ItemAsked(label=Label("1"), text=text, category=Category.OTHER),),
        urgency=Urgency.ROUTINE,
        **more,
    )
    record(person, docket, act, opens=DocketKind.DEMAND)
    return docket


def found(person: Person, asked: str, **chosen: Any) -> list[str]:
    return [hit.docket for hit in find(person, asked, Chosen(**chosen)).hits]


def test_words_are_folded_and_numbers_are_words_in_a_row() -> None:
    assert fold("ÁÉß") == "aess"
    assert words_of("D-0001, State’s Attorney") == ["d", "0001", "state", "s", "attorney"]
    (one,) = keyed(["address"])
    assert one.isalpha()
    assert keyed(["address"]) == [one]
    assert hashed_names("Quill, Tansy")[0] == hashed_names("tansy quill")[0]
    assert hashed_names("Tansy Quill")[0] in hashed_names("Tansy Margaret Quill")


def test_a_demand_is_found_by_number_institution_and_the_words_of_its_items(staff: Staff) -> None:
    mine = typed(staff.counsel, 7, text="Any and all home addresses since March")
    typed(staff.counsel, 8, issuer="Another Bureau")
    assert found(staff.counsel, "T-0007") == [mine]
    assert found(staff.counsel, "example agency addresses") == [mine]
    assert found(staff.counsel, '"home addresses"') == [mine]
    assert found(staff.counsel, '"addresses home"') == []
    assert found(staff.counsel, "exampl*") != []
    assert found(staff.counsel, "addresses bureau") == []
    (hit,) = find(staff.counsel, "addresses", Chosen()).hits
    (quoted,) = hit.quoted
    assert (quoted.place.value, quoted.name, quoted.words) == ("item", "1", "addresses")
    assert quoted.before == "Any and all home "


def test_words_of_the_paper_are_found_with_their_page(staff: Staff) -> None:
    at = read_paper(staff, pdf(["EXAMPLE AGENCY", "SUBPOENA", "Bring the zanzibar ledger."]))
    (hit,) = find(staff.counsel, "zanzibar ledger", Chosen()).hits
    assert hit.docket == at.docket
    assert hit.what == "arrival"
    assert [(one.place.value, one.name) for one in hit.quoted] == [("page", "1")]
    assert found(staff.clerk, "zanzibar") == []
    admit(staff.clerk, at)
    assert found(staff.clerk, "zanzibar") == [at.docket]
    assert found(staff.auditor, "zanzibar") == []


def test_a_note_for_counsel_is_found_by_counsel_alone(staff: Staff) -> None:
    docket = typed(staff.counsel, 1)
    services.add_note(staff.counsel, docket, "Think of xylophone.", Audience.COUNSEL_ONLY)
    services.add_note(staff.counsel, docket, "Call about marimba.", Audience.MATTER)
    services.assign_demand(staff.counsel, docket, staff.clerk, Need.READ)
    assert found(staff.counsel_b, "xylophone") == [docket]
    assert found(staff.clerk, "xylophone") == []
    assert found(staff.clerk, "marimba") == [docket]


@pytest.mark.parametrize("matter", ["open", "assigned", "walled", "listed"])
def test_role_and_matter_give_what_the_table_says(staff: Staff, matter: str) -> None:
    people = one_of_each(staff)
    docket = typed(
        staff.counsel, 1, text="The quoin register", issuer="Vellum Office",
        subjects=(SubjectNamed(subject=SubjectRef("s1"), name="Tansy Quill"),),
    )  # fmt: skip
    Docket.objects.filter(pk=docket).update(walled=matter in ("walled", "listed"))
    if matter in ("assigned", "listed"):
        for person in people.values():
            admit(person, At(docket, "", ""))
    for role, person in people.items():
        sees = LETTER[role] in SEES[matter]
        reads = LETTER[role] in READS[matter]
        cell = (role, matter)
        result = find(person, "vellum", Chosen())
        assert [hit.docket for hit in result.hits] == ([docket] if sees else []), cell
        assert (result.total, bool(result.counts)) == (int(sees), sees), cell
        assert found(person, "quoin") == ([docket] if reads else []), cell
        assert [place.docket for place in jump(person, "T-00")] == ([docket] if sees else []), cell
        if role in NameSearched.recorded_by:
            named = [hit.docket for hit in find_named(person, "Quill, Tansy")]
            assert named == ([docket] if reads else []), cell


def test_a_walled_matter_leaves_no_trace_on_any_page(staff: Staff) -> None:
    typed(staff.counsel, 1, issuer="Vellum Office")
    client = signed_in(staff.counsel_b)
    pages = ("/search?q=vellum", "/search?q=T-00", "/search/jump?q=T-00", "/search?q=walledword")
    before = [same_page(client.get(page).content) for page in pages]
    hidden = typed(staff.counsel, 2, issuer="Vellum Office", text="walledword")
    Docket.objects.filter(pk=hidden).update(walled=True)
    assert [same_page(client.get(page).content) for page in pages] == before


def test_a_search_by_name_is_recorded_and_the_name_is_in_no_address(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    answer = client.post("/search/person", {"name": "Subject A"})
    assert answer.status_code == 200
    assert at.docket in answer.content.decode()
    assert b"Subject A" not in answer.content
    (entry,) = Entry.objects.filter(slug=NameSearched.slug)
    assert entry.person_id == staff.counsel.public_id
    assert b"Subject A" not in bytes(entry.body)
    assert client.post("/search/person", {"name": " "}).status_code == 400
    assert client.get("/search/person").status_code == 405
    assert signed_in(staff.auditor).post("/search/person", {"name": "x"}).status_code == 404
    assert Entry.objects.filter(slug=NameSearched.slug).count() == 1


def test_a_name_is_no_word(staff: Staff) -> None:
    docket = typed(
        staff.counsel, 1, text="Photographs of Tansy Quill in custody",
        subjects=(
            SubjectNamed(subject=SubjectRef("s1"), name="Tansy Quill", identifiers=("A 99 12",)),
        ),
    )  # fmt: skip
    assert found(staff.counsel, "photographs custody") == [docket]
    for word in ("tansy", "quill", '"tansy quill"'):
        assert found(staff.counsel, word) == []
    assert [hit.docket for hit in find_named(staff.counsel, "QUILL tansy")] == [docket]
    assert [hit.docket for hit in find_named(staff.counsel, "A-99-12")] == [docket]
    assert find_named(staff.counsel, "Tansy Reed") == ()


def _index() -> bytes:
    """Every column of the tables of the index, and of what the full text keeps beside it."""
    held = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table.startswith("search_") and table != "search_words":
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                held += [
                    bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode()
                    for row in cursor.fetchall() for v in row
                ]  # fmt: skip
    return b"\n".join(held)


def test_what_is_personal_stands_in_the_index_as_keyed_words_alone(staff: Staff) -> None:
    planted = Canaries()
    name, item, note, word = planted.names(4)
    at = read_paper(staff, pdf(["EXAMPLE AGENCY", "SUBPOENA", f"Records of {word}."]))
    confirm_all(staff.counsel, at)
    made = registration(subject=name)
    services.register_demand(staff.counsel, at.docket, made)
    services.add_note(staff.counsel, at.docket, f"Ask {note}.", Audience.MATTER)
    other = typed(staff.counsel, 2, text=f"All of {item}")
    for planted_word, docket in ((note, at.docket), (word, at.docket), (item, other)):
        assert found(staff.counsel, planted_word) == [docket]
    assert [hit.docket for hit in find_named(staff.counsel, name)] == [at.docket]
    assert planted.found_in(_index()) == []


@pytest.fixture
def other_lead(staff: Staff) -> Person:
    return add_person(staff.lead, "Second lead", [Role.LEAD])


@pytest.mark.parametrize("scope", [ErasureScope.DOCKET, ErasureScope.SUBJECT])
def test_what_is_erased_is_gone_from_the_index(
    staff: Staff, other_lead: Person, scope: ErasureScope, django_capture_on_commit_callbacks: Any
) -> None:
    planted = Canaries()
    name, word = planted.names(2)
    at = read_paper(staff, pdf(["EXAMPLE AGENCY", "SUBPOENA", f"Of {name} and {word}."]))
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration(subject=name))
    bystander = typed(staff.counsel, 2, text=f"Of {word} too")
    tokens = keyed([fold(name), fold(word), "address", "release"])
    assert tokens[2].encode() in _index()
    subject = "s1" if scope is ErasureScope.SUBJECT else None
    with django_capture_on_commit_callbacks(execute=True):
        erase(
            staff.lead, other_lead, at.docket, scope, ErasureGround.RETENTION_END, subject=subject
        )
    assert find_named(staff.counsel, name) == ()
    assert found(staff.counsel, "address") == []
    assert found(staff.counsel, word) == [bystander]
    assert found(staff.counsel, "Example Agency subpoena") == [at.docket]
    assert not IndexedName.objects.filter(docket=at.docket).exists()
    left = _index()
    assert planted.found_in(left) == []
    assert tokens[0].encode() not in left
    assert tokens[2].encode() not in left
    whole = snapshot()
    rebuild_all()
    assert snapshot() == whole
    assert find_named(staff.counsel, name) == ()


def test_the_index_is_made_again_from_the_entries(staff: Staff) -> None:
    at = demand_at_work(staff)
    before = snapshot()
    assert before["IndexedWords"]
    assert before["IndexedName"]
    IndexedWords.objects.update(open="nothing", paper="")
    IndexedName.objects.all().delete()
    assert found(staff.counsel, "example agency") == []
    rebuild_all()
    assert snapshot() == before
    assert found(staff.counsel, "example agency") == [at.docket]


def test_pages_hold_each_hit_once_and_end(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "ROWS", 3)
    made = [typed(staff.counsel, n) for n in range(8)]
    for person in (staff.counsel, staff.clerk):
        seen: list[str] = []
        after, pages = None, 0
        while True:
            page = find(person, "example", Chosen(), after)
            seen += [hit.docket for hit in page.hits]
            pages += 1
            assert page.total == 8
            if page.following is None:
                break
            after = page.following
        assert seen == made[::-1]
        assert pages == 3


def test_what_narrows_is_counted_and_leads_to_as_many(staff: Staff) -> None:
    for n in range(3):
        typed(staff.counsel, n, kind=Kind.ADMINISTRATIVE_SUBPOENA)
    typed(staff.counsel, 9, issuer="Another Example")
    page = find(staff.counsel, "example", Chosen())
    assert dict(page.counts["kind"]) == {"administrative_subpoena": 3, "records_request": 1}
    for facet, rows in page.counts.items():
        for value, count in rows:
            narrowed: Any = int(value) if facet == "year" else value
            assert len(found(staff.counsel, "example", **{facet: narrowed})) == count, facet


def test_more_than_are_counted_is_said(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selectors, "COUNTED", 2)
    for n in range(3):
        typed(staff.counsel, n)
    page = find(staff.counsel, "example", Chosen())
    assert page.is_more
    assert page.total == 2
    assert sum(count for _, count in page.counts["issuer"]) == 2


@pytest.mark.parametrize(
    "asked",
    ['"', "AND", "NEAR(a b)", "a* *", "-a", "(", "'", "a:b", "{open} : x", "\\", "x' OR 1=1 --",
     "* a", "ñ 日本", "a & b | !c", "<->", "a" * 300],
)  # fmt: skip
def test_nothing_typed_breaks_the_question(staff: Staff, asked: str) -> None:
    typed(staff.counsel, 1)
    assert signed_in(staff.counsel).get("/search", {"q": asked}).status_code == 200


def test_a_whole_number_leads_straight_there(staff: Staff) -> None:
    docket = typed(staff.counsel, 7)
    client = signed_in(staff.counsel)
    answer = client.get("/search", {"q": "t-0007", "go": "1"})
    assert answer["Location"] == f"/docket/{docket}"
    rows = json.loads(client.get("/search/jump", {"q": "T-0007"}).content)["rows"]
    assert rows[0] == {"name": "T-0007", "what": "Example Agency", "url": f"/docket/{docket}"}
    rows = json.loads(client.get("/search/jump", {"q": "deadl"}).content)["rows"]
    assert [row["url"] for row in rows] == ["/deadlines"]


@pytest.fixture
def client_of_counsel(staff: Staff) -> Client:
    return signed_in(staff.counsel)


def test_the_page_stays_within_its_questions(
    staff: Staff, client_of_counsel: Client, django_assert_max_num_queries: Any
) -> None:
    for n in range(12):
        typed(staff.counsel, n, text="One of many words")
    read_paper(staff)
    with django_assert_max_num_queries(30):
        answer = client_of_counsel.get("/search?q=example")
    assert answer.content.count(b"<li>\n<p>") == 13


def test_what_is_opened_for_a_quotation_is_what_was_indexed(staff: Staff) -> None:
    at = demand_at_work(staff)
    services.add_note(staff.counsel, at.docket, "For counsel.", Audience.COUNSEL_ONLY)
    state = states.state_of(Docket.objects.get(pk=at.docket))
    said = findable(state)
    rows = Entry.objects.filter(docket=at.docket).order_by("seq")
    keys = openings_of(row.pk for row in rows)
    found = [
        one for row in rows for one in opened(json.loads(bytes(row.body)), keys[row.pk].fields)
    ]
    assert {one for one, for_counsel in found if not for_counsel} == set(said.sealed)
    assert [one for one, for_counsel in found if for_counsel] == said.counsel
    assert {one.place.value for one in said.sealed} == {"item", "entry"}


def test_a_campaign_of_this_office_is_found_by_its_name_and_called_by_it(staff: Staff) -> None:
    new = opening.NewCampaign(title="Uniform policies, spring", kind=Kind.INFORMATION_REQUEST)
    docket = opening.open_campaign(staff.lead, new)
    (hit,) = find(staff.lead, "uniform", Chosen()).hits
    assert (hit.docket, hit.title) == (docket, new.title)
    page = signed_in(staff.lead).get("/search", {"q": "uniform"}).content.decode()
    row = re.sub(r"<[^>]+>", "", page[page.index(f"/campaigns/{docket}") :])
    assert "Uniform policies, spring campaign" in row
    assert "Campaign campaign" not in row

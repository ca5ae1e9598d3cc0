"""What each side says happened (P13): differences, changes, days of knowledge, exhibits."""

from __future__ import annotations

import csv
import io
import re
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from django.test import Client

from tecum.docket.acts import EventsJoined, EventsParted
from tecum.docket.conflicts import DifferenceKind
from tecum.web.chronologies.models import Chronology
from tecum.web.chronologies.selectors import ChronologyPage, chronology
from tecum.web.chronologies.services import bring_in
from tecum.web.docket.models import Entry
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
THREAD = """
schema = "tecum.thread/1"
id = "two-sides"
title = "Two sides, one notice"
kind = "news"
[[source]]
id = "gazette"
outlet = "Example Gazette"
date = 2020-01-09
[[party]]
id = "{asks}"
name = "Agency of the Example"
class = "federal_agency"
[[party]]
id = "{asked}"
name = "Example County"
class = "local_agency"
[[demand]]
id = "d1"
kind = "administrative_subpoena"
issuer = "{asks}"
recipients = ["{asked}"]
[[question]]
id = "q-many"
text = "How many were asked?"
[[claim]]
id = "k1"
question = "q-many"
by = "{asks}"
position = "20 cities and counties, and three states"
value = 20
unit = "cities and counties"
said_on = 2020-01-10
sources = ["gazette"]
certainty = "reported"
[[claim]]
id = "k2"
question = "q-many"
by = "{asked}"
position = "23 jurisdictions"
value = 23
unit = "jurisdictions"
said_on = 2020-01-15
sources = ["gazette"]
certainty = "reported"
"""
PAGE = "/chronologies/two-sides"
WHEN = {"stance": "states", "distance": "on_the_record", "certainty": "certain"}


@pytest.fixture
def client(staff: Staff) -> Client:
    bring_in(staff.clerk, THREAD.format(asks="agency", asked="county").encode())
    return signed_in(staff.clerk)


def held(staff: Staff) -> ChronologyPage:
    return chronology(staff.clerk, "two-sides")


def note(client: Client, kind: str, label: str) -> str:
    form = {"kind": kind, "label": label, "participants": ["agency", "county"]}
    answer = client.post(f"{PAGE}/events", form)
    assert answer.status_code == 302, answer.content
    return str(answer["Location"])


def say(client: Client, event: str, by: str, slot: str = "happened", **more: str) -> None:
    form = {**WHEN, "by": by, "slot": slot, "happened": "yes", **more}
    answer = client.post(f"{event}/claim", form)
    assert answer.status_code == 302, answer.content.decode()


def sent_and_not_received(client: Client, asks: str = "agency", asked: str = "county") -> str:
    sent = note(client, "sent", "The notice went out")
    received = note(client, "received", "The notice came in")
    say(client, sent, asks, said_on="2020-01-12")
    say(client, received, asked, happened="no", said_on="2020-01-14")
    return sent


def page_of(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_sent_and_not_received_is_a_gap_and_both_stand_alike(client: Client, staff: Staff) -> None:
    """P13.1: one class of element, so one size of type; one order for either side."""
    sent_and_not_received(client)
    found = [one for one in held(staff).differences if one.kind is DifferenceKind.GAP]
    assert len(found) == 1
    page = page_of(client)
    block = page.partition(">Gap, whether it happened")[2].partition("</article>")[0]
    assert "Both can be true." in block
    accounts = re.findall(r'<div class="account">(.*?)</div>', block, re.S)
    assert [words(one).partition(" ·")[0] for one in accounts] == [
        "Agency of the Example",
        "Example County",
    ]
    assert "<p>it happened</p>" in accounts[0]
    assert "<p>it did not happen</p>" in accounts[1]
    shapes = [re.sub(r">[^<]*<", "><", one) for one in accounts]
    assert shapes[0] == shapes[1]


def test_other_units_are_a_definition_and_no_contradiction(client: Client, staff: Staff) -> None:
    """P13.2."""
    kinds = {one.kind for one in held(staff).differences}
    assert kinds == {DifferenceKind.DEFINITION}
    assert "Definition, how many" in words(page_of(client))


def test_a_correction_and_a_retraction_keep_the_old_words(client: Client, staff: Staff) -> None:
    """P13.3."""
    event = note(client, "answered", "An answer")
    say(client, event, "county", "count", low="3", high="3", unit="items")
    say(client, event, "agency", "position", words="no answer was given")
    claims = {
        claim.act.by: name for name, claim in held(staff).state.claims.items() if "own-" in name
    }
    form = {"claim": claims["county"], "how": "corrected", "low": "4", "high": "4", "unit": "items"}
    assert client.post(f"{event}/change", form).status_code == 302
    form = {"claim": claims["agency"], "how": "taken_back"}
    assert client.post(f"{event}/change", form).status_code == 302
    page = page_of(client, event)
    assert "<del>3 items</del>" in page
    assert "<p>4 items</p>" in page
    assert "<del>no answer was given</del>" in page
    assert "taken back" in page
    listed = page_of(client)
    assert "Recount" in listed


def test_a_day_back_hides_what_came_later_and_the_difference(client: Client, staff: Staff) -> None:
    """P13.4."""
    sent = sent_and_not_received(client)
    before = page_of(client, f"{PAGE}?on=2020-01-13")
    assert "The notice went out" in before
    assert "The notice came in" not in before
    assert "Gap" not in before
    assert "23 jurisdictions" not in before
    assert "2 accounts became known later" in words(before)
    after = page_of(client, f"{PAGE}?on=2020-01-14")
    assert ">Gap, whether it happened" in after
    assert "23 jurisdictions" not in after
    assert client.get(f"{sent}?on=2020-01-11").status_code == 404
    assert "Add an event" not in before
    bad = page_of(client, f"{PAGE}?on=yesterday")
    assert "That is not a date" in bad
    assert "23 jurisdictions" in bad


def test_a_correction_that_came_later_leaves_the_words_before_it(
    client: Client, staff: Staff
) -> None:
    event = note(client, "answered", "An answer")
    say(client, event, "county", "count", low="3", high="3", unit="items", said_on="2020-01-12")
    claim = next(name for name in held(staff).state.claims if name.startswith("own-"))
    form = {"claim": claim, "how": "corrected", "low": "4", "high": "4", "said_on": "2020-01-16"}
    assert client.post(f"{event}/change", form).status_code == 302
    assert "<p>3 items <span" in page_of(client, f"{event}?on=2020-01-15").replace("\n", "")
    assert "<del>3 items</del>" in page_of(client, f"{event}?on=2020-01-16")


SWAPPED = (
    ("in the north", "in the south"),
    ("20 cities and counties, and three states", "23 jurisdictions"),
    ("Fri 10 Jan 2020", "Wed 15 Jan 2020"),
)


def _plain(page: str) -> str:
    """A page without its random names, the minute of recording, what belongs to the session."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
    page = re.sub(r"two-sides-\w+", "two-sides", page)
    page = re.sub(r"\b\d\d:\d\d\b", "·", page)
    return re.sub(r"own-[0-9a-f]+", "own", page)


def _swapped(page: str) -> str:
    for one, other in SWAPPED:
        page = page.replace(one, "*").replace(other, one).replace("*", other)
    return page


def test_swapping_the_sides_data_swaps_the_page_and_nothing_else(staff: Staff) -> None:
    """P13.5: the two sides told by the same words, whoever of the two says them."""
    client = signed_in(staff.clerk)
    texts = []
    for asks, asked in (("agency", "county"), ("county", "agency")):
        text = THREAD.format(asks="agency", asked="county")
        text = text.replace('by = "agency"\nposition = "20', f'by = "{asks}"\nposition = "20')
        text = text.replace('by = "county"\nposition = "23', f'by = "{asked}"\nposition = "23')
        text = text.replace('"two-sides"', f'"two-sides-{asks}"')
        bring_in(staff.clerk, text.encode())
        base = f"{PAGE}-{asks}"
        event = client.post(
            f"{base}/events",
            {"kind": "met", "label": "A meeting", "participants": ["agency", "county"]},
        )["Location"]
        say(client, event, asks, "place", words="in the north")
        say(client, event, asked, "place", words="in the south")
        pages = (event, base, f"{base}?view=lanes", f"{base}/exhibit.csv")
        texts.append([_plain(page_of(client, one)) for one in pages])
    assert texts[0] == [_swapped(page) for page in texts[1]]


def test_the_lanes_are_drawn_and_have_a_table_twin(client: Client, staff: Staff) -> None:
    """P13.6."""
    sent_and_not_received(client)
    page = page_of(client, f"{PAGE}?view=lanes")
    svg = re.search(r"<svg.*?</svg>", page, re.S)
    assert svg is not None
    root = ET.fromstring(svg.group(0))
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title") is not None
    assert "2 are in difference" in (root.findtext(f"{space}desc") or "")
    assert not root.findall(f".//{space}script")
    assert "style=" not in svg.group(0)
    numbers = {one.text for one in root.iter(f"{space}text") if (one.text or "").isdecimal()}
    rows = set(re.findall(r'<span class="figures">(\d+)</span>', page))
    assert numbers == rows == {"1", "2"}


def test_events_are_marked_by_what_the_sides_say(client: Client) -> None:
    both = note(client, "met", "Both were there")
    for by in ("agency", "county"):
        say(client, both, by)
    one = note(client, "announced", "One told it")
    say(client, one, "agency")
    note(client, "other", "Nobody told it")
    text = words(page_of(client))
    assert re.search(r"Both were there ● both sides say so", text)
    assert re.search(r"One told it ◐ one side says so", text)
    assert re.search(r"Nobody told it ○ told by others alone", text)


def test_a_disputed_date_has_no_headline(client: Client) -> None:
    event = note(client, "received", "It came in")
    say(client, event, "agency", "when", day="2020-01-02", date_kind="delivered")
    say(client, event, "county", "when", day="2020-01-05", date_kind="delivered")
    text = words(page_of(client))
    assert "Thu 2 Jan 2020 delivered, Agency of the Example" in text
    assert "Sun 5 Jan 2020 delivered, Example County" in text


def test_joining_is_a_persons_act_an_entry_and_undone(client: Client, staff: Staff) -> None:
    first, second = note(client, "sent", "Went out"), note(client, "sent", "Was posted")
    other = second.rpartition("/")[2]
    before = Entry.objects.count()
    assert client.post(f"{first}/join", {"other": other}).status_code == 302
    assert Entry.objects.count() == before + 1
    assert isinstance(list(held(staff).state.entries.values())[-1].act, EventsJoined)
    assert "Was posted" in page_of(client, first).partition("Joined and parted")[0]
    assert client.post(f"{second}/part").status_code == 302
    assert isinstance(list(held(staff).state.entries.values())[-1].act, EventsParted)
    assert "joined with" not in page_of(client, first)
    assert client.post(f"{second}/part").status_code == 400
    assert client.post(f"{first}/join", {"other": "nothing"}).status_code == 404


def test_the_exhibit_says_who_disputes_and_is_the_same_each_time(client: Client) -> None:
    sent_and_not_received(client)
    note(client, "other", "=1+1")
    answers = {form: client.get(f"{PAGE}/exhibit.{form}").content for form in ("csv", "pdf")}
    for form, content in answers.items():
        assert client.get(f"{PAGE}/exhibit.{form}").content == content
    rows = list(csv.reader(io.StringIO(answers["csv"].decode("utf-8-sig"))))
    assert rows[0] == ["Date", "Event", "Source", "Disputed by"]
    said = {row[1].partition("\n")[2]: row for row in rows[1:]}
    assert (
        said["The notice came in"][3]
        == "whether it happened: Agency of the Example, Example County"
    )
    assert any("=1+1" in row[1] and not row[1].startswith("=") for row in rows)
    with pikepdf.open(io.BytesIO(answers["pdf"])) as pdf:
        assert str(pdf.docinfo.Title) == "Two sides, one notice"
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        tags = _tags(pdf.Root.StructTreeRoot.K[0])
        assert tags.count("TR") == len(rows)
        assert tags.count("TH") == 4
    assert client.get(f"{PAGE}/exhibit.doc").status_code == 404


def _tags(element: pikepdf.Object) -> list[str]:
    found = [str(element.S).lstrip("/")]
    for one in element.K:
        if "/S" in one:
            found += _tags(one)
    return found


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"by": ""}, "chronology.by"),
        ({"slot": "count", "low": "9", "high": "3"}, "chronology.range"),
        ({"slot": "count", "low": "many"}, "chronology.number"),
        ({"slot": "position"}, "chronology.empty"),
        ({"quote": "x" * 301}, "chronology.quote"),
        ({"said_on": "soon"}, "field.date"),
        ({"slot": "nothing"}, "form.not-understood"),
    ],
)
def test_a_form_that_says_nothing_is_refused_in_words(
    client: Client, form: dict[str, str], code: str
) -> None:
    event = note(client, "other", "Something")
    before = Entry.objects.count()
    answer = client.post(
        f"{event}/claim", {**WHEN, "by": "agency", "slot": "happened", "happened": "yes", **form}
    )
    assert answer.status_code == 400
    assert code in answer.content.decode()
    assert Entry.objects.count() == before


def test_who_may_not_write_reads_without_the_forms(client: Client, staff: Staff) -> None:
    event = note(client, "other", "Something")
    say(client, event, "agency", "position", words="a sentence of its own")
    auditor = signed_in(staff.auditor)
    page = page_of(auditor, event)
    assert "Add an account" not in page
    assert "a sentence of its own" not in page
    for what in ("claim", "change", "join", "part"):
        assert auditor.post(f"{event}/{what}", {}).status_code == 404
    assert auditor.post(f"{PAGE}/events", {}).status_code == 404
    assert Chronology.objects.count() == 1

"""What a page says after an act: the entry that it made; after a refusal, the way back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.contrib.humanize.templatetags.humanize import intcomma
from django.template.defaultfilters import floatformat
from django.urls import reverse
from django.utils import translation

from tecum.clock import at_fixed
from tecum.docket.acts import DemandRegistered, NoteAdded
from tecum.docket.acts.registration import Urgency
from tecum.docket.entry import DocketKind, Label
from tecum.docket.parts import ItemAsked
from tecum.docket.vocabulary import Direction
from tecum.web.docket.models import Entry
from tecum.web.docket.record import new_docket_id, record
from tecum.web.intake.services import receive_document
from tecum.web.search.excerpts import followed, led_up
from tecum.web.ui.figures import period_words, shown_figure
from tecum.web.ui.templatetags.ui import days_left
from tecum.words import Category, Channel, Kind
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db


def opened(staff: Staff, items: int = 1) -> str:
    """A demand that was registered from what a person typed."""
    docket = new_docket_id()
    act = DemandRegistered(
        number="T-0001",
        direction=Direction.INWARD,
        kind=Kind.RECORDS_REQUEST,
        issuer="Example Agency",
        issuer_class=None,
        judicial=None,
        recipient="Example County Sheriff",
        items=tuple(
            ItemAsked(label=Label(str(n + 1)), text="Records", category=Category.OTHER)
            for n in range(items)
        ),
        urgency=Urgency.ROUTINE,
    )
    record(staff.counsel, docket, act, opens=DocketKind.DEMAND)
    return docket


def test_an_act_ends_in_a_line_of_its_entry_with_its_receipt(staff: Staff) -> None:
    docket = opened(staff)
    client = signed_in(staff.counsel)
    form = {"text": "Called.", "audience": "matter", "back": f"/docket/{docket}/trail"}
    answer = client.post(reverse("docket:record", args=[docket, "note-added"]), form, follow=True)
    entry = Entry.objects.filter(docket_id=docket).order_by("-seq")[0]
    assert entry.slug == NoteAdded.slug
    page = answer.content.decode()
    assert f"Recorded as entry {entry.seq}, " in page
    assert "Receipt" in page
    assert 'role="status" class="pane stack said" tabindex="-1" autofocus' in page
    assert "Recorded as entry" not in client.get(f"/docket/{docket}/trail").content.decode()


def test_a_refusal_says_nothing_of_an_entry(staff: Staff) -> None:
    docket = opened(staff)
    answer = signed_in(staff.counsel).post(reverse("docket:propose", args=[docket]), {})
    page = answer.content.decode()
    assert "Tick the items that it is about" in page
    assert "Recorded as entry" not in page


@pytest.mark.parametrize(
    ("referer", "is_ours"),
    [
        ("http://testserver/docket?status=open", True),
        ("http://elsewhere.example/docket?status=open", False),
        ("", False),
    ],
)
def test_a_refusal_leads_back_to_the_page_of_the_form(
    staff: Staff, referer: str, is_ours: bool
) -> None:
    docket = opened(staff)
    client = signed_in(staff.counsel)
    page = client.post(
        reverse("docket:propose", args=[docket]), {}, headers={"referer": referer}
    ).content.decode()
    assert ('href="/docket?status=open"' in page) is is_ours


def test_a_new_proposal_names_the_items_that_lose_theirs(staff: Staff) -> None:
    docket = opened(staff, 2)
    client = signed_in(staff.counsel)
    address = reverse("docket:propose", args=[docket])
    both = {"items": ["1", "2"], "outcome": "withhold", "reason": "As before."}
    assert "takes the place" not in client.post(address, both, follow=True).content.decode()
    one = {"items": ["1"], "outcome": "object", "reason": "Too broad."}
    page = client.post(address, one, follow=True).content.decode()
    assert "It takes the place of an earlier proposal. Propose again for: item 2." in page


def test_an_excerpt_cuts_no_word() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    at = text.index("word30")
    before, after = led_up(text, at), followed(text, at + len("word30"))
    assert before.startswith("… word")
    assert after.endswith(" …")
    words = set(text.split())
    assert {*before.split(), *after.split()} - {"…"} <= words
    assert (led_up("a b", 2), followed("a b", 1)) == ("a ", " b")


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("2019-01", "Jan 2019"),
        ("2019-01-03 09:20", "Thu 3 Jan 2019 09:20"),
        ("2019-01-01", "Tue 1 Jan 2019"),
        ("none_yet", "none yet"),
        ("2019-13", "2019-13"),
    ],
)
def test_a_figure_bears_dates_as_people_write_them(figure: str, said: str) -> None:
    assert shown_figure(figure) == said


def test_a_period_bears_its_day_in_words() -> None:
    assert period_words("every year by 03-01") == "every year by 1 March"
    assert period_words("every quarter") == "every quarter"


def test_numbers_in_spanish_are_written_as_agencies_here_write_them() -> None:
    with translation.override("es"):
        assert intcomma(38845) == "38,845"
        assert floatformat(31.5) == "31.5"


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2020, 1, 15), "today"),
        (date(2020, 1, 16), "in 1 day"),
        (date(2020, 1, 27), "in 12 days"),
        (date(2020, 1, 14), ""),
        (datetime(2020, 1, 16, 6, tzinfo=UTC), "today"),
        (None, ""),
    ],
)
def test_a_date_tells_how_many_days_are_left(due: date | None, said: str) -> None:
    with at_fixed(datetime(2020, 1, 15, 16, tzinfo=UTC)):
        assert days_left(due, "America/Denver") == said


def test_what_is_not_registered_stands_under_the_inbox(staff: Staff) -> None:
    received = receive_document(b"A letter.", "letter.txt", Channel.HAND, staff.clerk)
    page = signed_in(staff.clerk).get(f"/docket/{received.docket}/trail").content.decode()
    assert page.count('aria-current="page">Inbox') == 1
    assert 'aria-current="page">Docket' not in page

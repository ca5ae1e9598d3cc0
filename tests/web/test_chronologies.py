"""Chronologies: both sides beside each other, no figure twice, files taken in whole or not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tecum.docket import acts
from tecum.docket.chronology.load import shipped_threads
from tecum.web.chronologies.accounts import event_words, joined_with, lane_rows
from tecum.web.chronologies.models import Chronology
from tecum.web.chronologies.selectors import chronology
from tecum.web.chronologies.services import bring_in
from tecum.web.docket.record import record
from tecum.words import Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import one_of_each

pytestmark = pytest.mark.django_db


def shipped(stem: str) -> Path:
    return next(path for path in shipped_threads() if path.stem == stem)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_number_stands_once_and_a_worked_out_one_is_marked(staff: Staff) -> None:
    bring_in(staff.clerk, shipped("2018-letters").read_bytes())
    text = text_of(signed_in(staff.counsel), "/chronologies/2018-letters")
    text = text.partition("Where accounts differ")[0]
    assert "all of 29 but one – 28 (computed)" in text
    assert text.count("fiscal 2017: 53,067,195") == 1
    assert "53067195" not in text.replace("sum of fy2017 rows = 53067195", "")
    assert "29 of 30 29" not in text


def test_each_claim_stands_in_one_lane_only(staff: Staff) -> None:
    for path in shipped_threads():
        row = bring_in(staff.clerk, path.read_bytes())
        held = chronology(staff.counsel, row.thread)
        shown = [
            one.claim.id
            for line in lane_rows(held)
            for said in line.claims.values()
            for one in said
        ]
        assert len(shown) == len(set(shown))
        asked = {row.id for row in held.thread.claims if row.question is not None}
        assert asked <= set(shown)
        events = [
            event.id for line in lane_rows(held) for rows in line.events.values() for event in rows
        ]
        assert sorted(events) == sorted(row.id for row in held.thread.events)


def test_sent_and_not_received_stand_beside_each_other(staff: Staff) -> None:
    bring_in(staff.clerk, shipped("2020-subpoenas").read_bytes())
    answer = signed_in(staff.counsel).get("/chronologies/2020-subpoenas?view=lanes")
    page = answer.content.decode()
    assert page.count('data-label="Who asks"') == page.count('data-label="Who is asked"') > 0


def test_joined_events_are_shown_together_and_apart_again(staff: Staff) -> None:
    row = bring_in(staff.clerk, shipped("2020-subpoenas").read_bytes())
    held = chronology(staff.counsel, row.thread)
    first, second = (event.id for event in held.thread.in_order()[:2])
    lines = len(lane_rows(held))
    record(staff.counsel, row.docket_id, acts.EventsJoined(event=first, others=(second,)))
    held = chronology(staff.counsel, row.thread)
    assert joined_with(held, first) == (second,)
    assert joined_with(held, second) == (first,)
    assert len(lane_rows(held)) == lines - 1
    client = signed_in(staff.counsel)
    title = event_words(next(row for row in held.thread.events if row.id == second))
    assert f"joined with {title}" in text_of(client, "/chronologies/2020-subpoenas")
    record(staff.counsel, row.docket_id, acts.EventsParted(events=(second,)))
    assert "joined with" not in text_of(client, "/chronologies/2020-subpoenas")


def test_differences_are_counted_by_kind_with_their_sentence(staff: Staff) -> None:
    row = bring_in(staff.clerk, shipped("2020-subpoenas").read_bytes())
    held = chronology(staff.counsel, row.thread)
    text = text_of(signed_in(staff.counsel), "/chronologies/2020-subpoenas")
    for kind in {one.kind for one in held.differences}:
        n = sum(one.kind is kind for one in held.differences)
        assert f"{kind.value.capitalize()}, {n}:" in text


def test_a_file_with_errors_is_refused_with_every_line_and_nothing_is_kept(staff: Staff) -> None:
    content = shipped("2018-letters").read_text(encoding="utf-8")
    wrong = content.replace('issuer = "doj-bja"', 'issuer = "doj-bjb"', 1).replace(
        'by = "s-unnamed"', 'by = "s-unnamd"', 1
    )
    client = signed_in(staff.clerk)
    answer = client.post("/chronologies/import", {"text": wrong})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "2 errors:" in page
    assert "nearest: &quot;doj-bja&quot;" in page
    assert page.count("<li>Line ") == 2
    assert "doj-bjb" in page.partition("<textarea")[2]
    assert not Chronology.objects.exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"not = [toml", b"schema = 1"])
def test_what_is_no_thread_is_refused_in_words(staff: Staff, content: bytes) -> None:
    file = SimpleUploadedFile("thread.toml", content)
    answer = signed_in(staff.clerk).post("/chronologies/import", {"file": file})
    assert answer.status_code == 200
    assert "Nothing was taken in" in answer.content.decode()
    assert not Chronology.objects.exists()


def test_a_good_file_is_taken_in_once(staff: Staff) -> None:
    client = signed_in(staff.clerk)
    for _ in range(2):
        file = SimpleUploadedFile("t.toml", shipped("2020-subpoenas").read_bytes())
        answer = client.post("/chronologies/import", {"file": file})
        assert answer["Location"] == "/chronologies/2020-subpoenas"
    assert Chronology.objects.count() == 1
    other = shipped("2020-subpoenas").read_bytes() + b"\n# another edition\n"
    answer = client.post("/chronologies/import", {"file": SimpleUploadedFile("t.toml", other)})
    assert "Another edition" in answer.content.decode()


def test_who_may_not_record_events_finds_no_such_page(staff: Staff) -> None:
    client = signed_in(staff.auditor)
    assert client.get("/chronologies/import").status_code == 404
    assert client.post("/chronologies/import", {"text": "x"}).status_code == 404
    assert "Bring a chronology in" not in text_of(client, "/chronologies")
    assert "Bring a chronology in" in text_of(signed_in(staff.clerk), "/chronologies")


def test_a_lead_alone_brings_a_campaign_in(staff: Staff) -> None:
    client = signed_in(one_of_each(staff)[Role.LEAD])
    file = SimpleUploadedFile("t.toml", shipped("2018-letters").read_bytes())
    answer = client.post("/chronologies/import", {"file": file})
    assert answer["Location"] == "/chronologies/2018-letters"
    assert "Left out" in client.get("/campaigns").content.decode()

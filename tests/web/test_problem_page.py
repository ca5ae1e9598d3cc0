"""A form that cannot be understood is refused in words, and nothing is recorded."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.urls import reverse

from tecum.web.docket.models import Entry
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.test_said import opened

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "form", [{}, {"outcome": "no-such-word", "arrival": "0" * 32}, {"outcome": "news"}]
)
def test_a_form_with_an_unknown_word_or_a_missing_part_is_refused_in_words(
    staff: Staff, form: dict[str, str]
) -> None:
    client = signed_in(staff.clerk)
    before = Entry.objects.count()
    answer = client.post(reverse("intake:dismiss", args=["0" * 64]), form)
    assert answer.status_code == 400
    assert "not in its list" in answer.content.decode()
    assert Entry.objects.count() == before


def test_a_mistake_of_the_program_says_what_to_do(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object, **named: object) -> None:
        raise RuntimeError("A private thing.")

    monkeypatch.setattr("tecum.web.docket.views.boards.demands", broken)
    client = signed_in(staff.clerk, raise_request_exception=False)
    answer = client.get(reverse("docket:list"), HTTP_ACCEPT_LANGUAGE="es")
    said = answer.content.decode()
    assert answer.status_code == 500
    assert "El programa falló aquí" in said
    assert "private" not in said


def test_an_address_for_forms_alone_says_so(staff: Staff) -> None:
    answer = signed_in(staff.clerk).get(reverse("intake:upload"))
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Only a form is sent here" in answer.content.decode()


def test_who_was_signed_out_by_another_is_led_back_to_the_page_of_the_form(staff: Staff) -> None:
    client = signed_in(staff.clerk)
    client.session.flush()
    page = reverse("docket:trail", args=["0" * 64])
    address = reverse("docket:record", args=["0" * 64, "note-added"])
    answer = client.post(
        address, {"text": "Seen."}, headers={"referer": f"http://testserver{page}"}
    )
    there = client.get(answer["Location"])
    assert answer.status_code == 302
    assert f"next={quote(page, safe='')}" in answer["Location"]
    assert "the form was not recorded" in there.content.decode()


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ({"kind": "met", "from_field": "event-noted-kind"}, "#event-noted-label"),
        ({"kind": "no-such-word", "from_field": "event-noted-kind"}, "#event-noted-kind"),
        ({"kind": "met", "from_field": "elsewhere"}, "#elsewhere"),
        ({"kind": "met"}, ""),
    ],
)
def test_a_refusal_leads_back_to_the_field_that_is_at_fault(
    staff: Staff, form: dict[str, str], place: str
) -> None:
    docket = opened(staff)
    back = f"/docket/{docket}/matter"
    answer = signed_in(staff.counsel).post(
        reverse("docket:record", args=[docket, "event-noted"]), {**form, "back": back}
    )
    assert answer.status_code == 400
    page = answer.content.decode()
    assert f'href="{back}{place}"' in page
    assert "from field" not in page
    assert 'role="alert" tabindex="-1" autofocus' in page

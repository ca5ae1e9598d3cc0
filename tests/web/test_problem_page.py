"""A form that cannot be understood is refused in words, and nothing is recorded."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tecum.web.docket.models import Entry
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

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

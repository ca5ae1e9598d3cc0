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

"""A form that is sent twice is recorded once; typed or loaded anew it is another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from tecum.errors import DataUnusable
from tecum.web.accounts.models import Person
from tecum.web.docket.forms.pages import FORMS
from tecum.web.docket.models import Entry
from tecum.web.feeds.models import Feed
from tests.web.browsing import signed_in, token_of
from tests.web.conftest import Staff, make_staff
from tests.web.test_demand import _demand


def notes(docket: str) -> int:
    return Entry.objects.filter(docket=docket, slug="note-added").count()


def address_of(docket: str) -> str:
    return reverse("docket:record", args=[docket, "note-added"])


def form_of(client: Client, docket: str) -> dict[str, str]:
    page = client.get(reverse(f"docket:{FORMS['note-added'][0]}", args=[docket]))
    assert page.status_code == 200
    return {"csrfmiddlewaretoken": token_of(page.content), "text": "Seen.", "audience": "matter"}


@pytest.mark.django_db
def test_the_same_form_sent_again_does_nothing_again_and_says_so(staff: Staff) -> None:
    docket = _demand(staff)
    client = signed_in(staff.clerk, enforce_csrf_checks=True)
    form, address = form_of(client, docket), address_of(docket)
    first = client.post(address, form)
    second = client.post(address, form, follow=True)
    assert first.status_code == 302
    assert second.redirect_chain == [(first["Location"], 302)]
    assert "recorded once" in second.content.decode()
    assert notes(docket) == 1


@pytest.mark.django_db
def test_what_is_typed_or_loaded_anew_or_by_another_is_another_form(staff: Staff) -> None:
    docket = _demand(staff)
    client = signed_in(staff.clerk)
    form, address = form_of(client, docket), address_of(docket)
    client.post(address, form)
    client.post(address, {**form, "text": "Seen again."})
    client.post(address, form_of(client, docket))
    signed_in(staff.counsel).post(address, form)
    assert notes(docket) == 4


@pytest.mark.django_db
def test_what_was_refused_may_be_sent_again(staff: Staff) -> None:
    docket = _demand(staff)
    client = signed_in(staff.clerk)
    form = {**form_of(client, docket), "text": ""}
    address = address_of(docket)
    assert [client.post(address, form).status_code for _ in range(2)] == [400, 400]
    assert notes(docket) == 0


@pytest.mark.django_db
def test_a_form_with_a_file_is_known_by_what_was_chosen(staff: Staff) -> None:
    docket = _demand(staff)
    client = signed_in(staff.clerk)
    form, address = form_of(client, docket), address_of(docket)
    for content in (b"one", b"one", b"two"):
        client.post(address, {**form, "file": SimpleUploadedFile("a.txt", content)})
    assert notes(docket) == 2


@pytest.mark.django_db
def test_files_that_were_refused_may_be_sent_again(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is no reason to say later that the document was taken in."""
    client = signed_in(staff.clerk)
    form = {"csrfmiddlewaretoken": token_of(client.get(reverse("intake:inbox")).content)}
    address = reverse("intake:upload")

    def send() -> str:
        file = SimpleUploadedFile("a.txt", b"Please send the records.")
        answer = client.post(address, {**form, "files": file}, follow=True)
        return str(answer.content.decode())

    def refused(*given: object, **named: object) -> None:
        raise DataUnusable("The disk is full.", code="disk.full")

    with monkeypatch.context() as change:
        change.setattr("tecum.web.intake.services.receive_document", refused)
        assert "The disk is full." in send()
    assert "recorded once" not in send()
    assert "recorded once" in send()
    assert Entry.objects.filter(slug="document-received").count() == 1


@pytest.mark.django_db
def test_too_long_a_file_is_refused_in_words_each_time(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CONFIG", replace(settings.CONFIG, upload_limit_mb=1))
    client = signed_in(staff.clerk)
    form = {"csrfmiddlewaretoken": token_of(client.get(reverse("intake:inbox")).content)}
    for _again in range(2):
        file = SimpleUploadedFile("a.txt", bytes((1 << 20) + 1))
        answer = client.post(reverse("intake:upload"), {**form, "files": file}, follow=True)
        assert answer.status_code == 200
        assert "The file is larger than 1 MB" in answer.content.decode()
    assert not Entry.objects.filter(slug="document-received").exists()


@pytest.mark.usefixtures("committed")
def test_two_presses_at_once_are_one() -> None:
    staff = make_staff()
    docket = _demand(staff)
    client = signed_in(staff.clerk)
    form, address = form_of(client, docket), address_of(docket)

    def press(_: int) -> int:
        other = Client()
        other.cookies = client.cookies
        try:
            return int(other.post(address, form).status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(press, range(3))) == [302, 302, 302]
    assert notes(docket) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "address", "form"),
    [
        ("feeds:page", "feeds:make", {"hours": "24"}),
        ("accounts:people", "accounts:people", {"name": "New clerk", "roles": "clerk"}),
    ],
)
def test_a_page_that_shows_a_secret_makes_no_second_one_when_it_is_loaded_again(
    staff: Staff, page: str, address: str, form: dict[str, str]
) -> None:
    client = signed_in(staff.lead)
    filled = {"csrfmiddlewaretoken": token_of(client.get(reverse(page)).content), **form}
    first = client.post(reverse(address), filled)
    second = client.post(reverse(address), filled)
    assert (first.status_code, second.status_code) == (200, 302)
    assert second["Location"] == reverse(page)
    assert (Feed.objects.count(), Person.objects.filter(name="New clerk").count()) in {
        (1, 0),
        (0, 1),
    }

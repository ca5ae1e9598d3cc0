"""Locked documents: a person's password opens them once and is kept nowhere."""

from __future__ import annotations

import io
import json
import logging
from datetime import timedelta
from email.message import EmailMessage

import pikepdf
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from tecum import clock
from tecum.docket.acts import DocumentRead
from tecum.docket.acts.registration import Need
from tecum.docket.errors import ActMalformed, NotPermitted
from tecum.web.docket import selectors, services
from tecum.web.intake import jobs, passwords
from tecum.web.intake.models import Job, PasswordGiven, ReadingMade
from tecum.web.intake.selectors import fields_shown, reading_json
from tecum.web.intake.services import open_with_password, receive_document
from tecum.web.status.logs import JsonLines
from tecum.words import Channel
from tests.unit.reading import papers
from tests.web.browsing import signed_in
from tests.web.canaries import Canaries
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
SECRET = Canaries().name()


def _locked(password: str = SECRET) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.letter())) as document:
        document.save(out, encryption=pikepdf.Encryption(user=password, owner=password))
    return out.getvalue()


def _mail(words: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Records <r@agency.example>", "clerk@county.example"
    mail["Subject"], mail["Date"] = "Subpoena", "Mon, 1 Jan 2024 10:00:00 +0000"
    mail["Message-ID"] = "<1@agency.example>"
    mail.set_content(f"Attached please find our subpoena.\n{words}\n")
    mail.add_attachment(_locked(), maintype="application", subtype="pdf", filename="s.pdf")
    return mail.as_bytes()


def _taken_in(staff: Staff, content: bytes) -> str:
    docket = receive_document(content, "s.bin", Channel.EMAIL, staff.clerk).docket
    services.assign_demand(staff.clerk, docket, staff.clerk, Need.READ)
    jobs.work_all()
    return docket


def _page(client: Client, docket: str, **query: str) -> str:
    return client.get(reverse("docket:page", args=[docket]), query).content.decode()


def _outcomes(docket: str) -> list[str]:
    state = selectors.state_for(docket)
    assert state is not None
    acts = [entry.act for entry in state.entries.values()]
    return [act.outcome.value for act in acts if isinstance(act, DocumentRead)]


def _kept() -> bytes:
    """Everything that the tables and the folders hold."""
    rows: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [repr([bytes(v) if isinstance(v, memoryview) else v for v in row])
                     for row in cursor.fetchall()]  # fmt: skip
    files = [p.read_bytes() for p in settings.HOME.files.rglob("*") if p.is_file()]
    return "\n".join(rows).encode() + b"\n".join(files)


def test_the_right_password_makes_a_new_reading_and_is_kept_nowhere(
    staff: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    canaries = Canaries()
    canaries.words.append(SECRET)
    docket = _taken_in(staff, _locked())
    assert _outcomes(docket) == ["password_needed"]
    client = signed_in(staff.clerk)
    shown = _page(client, docket)
    assert 'type="password"' in shown
    assert "Open with this password" in shown
    answer = client.post(reverse("intake:open-locked", args=[docket]), {"password": SECRET})
    assert SECRET not in answer.headers["Location"]
    assert canaries.found_in(_kept()) == []
    after = _page(client, docket)
    assert "being opened" in after
    assert SECRET not in after
    assert _outcomes(docket) == ["password_needed"], "nothing is opened in the request"
    assert jobs.work_all() == 1
    assert _outcomes(docket)[-1] in ("read", "read_with_warnings")
    assert not PasswordGiven.objects.exists()
    assert "data-locked" not in _page(client, docket)
    assert fields_shown(staff.clerk, docket)
    log = "\n".join(JsonLines().format(row) for row in caplog.records)
    assert canaries.found_in_all([_kept(), log.encode(), caplog.text.encode()]) == []


def test_the_pages_of_an_opened_document_can_be_looked_at(staff: Staff) -> None:
    locked = _locked()
    docket = _taken_in(staff, locked)
    client = signed_in(staff.clerk)
    picture = reverse("intake:page-image", args=[docket, 1])
    assert client.get(picture).status_code == 404
    assert open_with_password(staff.clerk, docket, SECRET)
    jobs.work_all()
    answer = client.get(picture)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    shown = _page(client, docket)
    assert "These are now read otherwise" not in shown, "nothing was read before"
    assert "without a password" not in shown
    original = client.get(reverse("intake:download", args=[docket]))
    assert original.content == locked, "the file as it came stays locked"


def test_each_entry_of_a_reading_has_its_own(staff: Staff) -> None:
    docket = _taken_in(staff, _locked())
    assert open_with_password(staff.clerk, docket, SECRET)
    jobs.work_all()
    state = selectors.state_for(docket)
    assert state is not None
    stored = [reading_json(docket, state, row) for row in state.readings.values()]
    outcomes = [row["outcome"] for row in stored if row]
    assert [outcome == "password_needed" for outcome in outcomes] == [True, False]
    assert [made.turn for made in ReadingMade.objects.order_by("id")] == [1, 2]


def test_a_wrong_password_says_so_and_another_may_be_given(staff: Staff) -> None:
    docket = _taken_in(staff, _locked())
    client = signed_in(staff.clerk)
    assert open_with_password(staff.clerk, docket, "not it")
    jobs.work_all()
    assert _outcomes(docket) == ["password_needed"]
    assert "did not open it" in _page(client, docket)
    assert bytes(PasswordGiven.objects.get().sealed) == b""
    assert open_with_password(staff.clerk, docket, SECRET)
    jobs.work_all()
    assert len(_outcomes(docket)) == 2
    assert not PasswordGiven.objects.exists()


def test_a_password_that_waits_too_long_is_forgotten(staff: Staff) -> None:
    docket = _taken_in(staff, _locked())
    with clock.at_fixed(clock.now()):
        open_with_password(staff.clerk, docket, SECRET)
    with clock.at_fixed(clock.now() + timedelta(hours=1)):
        jobs.work_all()
    assert _outcomes(docket) == ["password_needed"]
    assert not PasswordGiven.objects.exists()


def test_words_of_the_covering_mail_are_offered_and_never_tried(staff: Staff) -> None:
    docket = _taken_in(staff, _mail(f"The password is {SECRET}."))
    assert "part_not_read" in json.dumps(ReadingMade.objects.get().summary)
    client = signed_in(staff.clerk)
    shown = _page(client, docket)
    assert "may name the password" in shown
    assert f'value="{SECRET}"' not in shown
    assert f'value="{SECRET}"' in _page(client, docket, offered="1")
    assert f'value="{SECRET}"' not in _page(client, docket, offered="9")
    auditor = _page(signed_in(staff.auditor), docket)
    assert SECRET not in auditor
    assert 'type="password"' not in auditor
    assert len(_outcomes(docket)) == 1
    assert open_with_password(staff.clerk, docket, SECRET)
    jobs.work_all()
    assert len(_outcomes(docket)) == 2


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("The password is Tulip-7.", "Tulip-7"),
        ("Password: abc123", "abc123"),
        ('passcode for the attached file is "Blue 9"', "Blue"),
        ("La contraseña es gato88", "gato88"),
        ("Contraseña: gato88", "gato88"),
        ("The password will be sent separately.", None),
        ("The attachment is password protected.", None),
        ("Please change your password: it is required", None),
    ],
)
def test_what_counts_as_naming_a_password(said: str, word: str | None) -> None:
    found = passwords.offered({"texts": {"1": said}})
    assert [row.word for row in found] == ([word] if word else [])


def test_who_does_not_read_the_paper_opens_nothing(staff: Staff) -> None:
    docket = _taken_in(staff, _locked())
    for person in (staff.auditor, staff.custodian, staff.operator):
        with pytest.raises(Exception, match=r"role|There is no|hidden") as raised:
            open_with_password(person, docket, SECRET)
        assert isinstance(raised.value, NotPermitted) or "NotFound" in type(raised.value).__name__
    with pytest.raises(ActMalformed):
        open_with_password(staff.clerk, docket, "")
    assert not PasswordGiven.objects.exists()


def test_an_open_document_takes_no_password(staff: Staff) -> None:
    docket = _taken_in(staff, papers.letter())
    assert not open_with_password(staff.clerk, docket, SECRET)
    assert Job.objects.get(docket_id=docket).state == Job.DONE

"""Who asks: the checks of a mail's sender, and the record of a call back."""

from __future__ import annotations

import pytest
from django.test import Client

from tecum.docket.acts import SenderCalledBack
from tecum.web.accounts.sessions import BACKEND, _seconds
from tecum.web.docket.selectors import state_for
from tecum.web.intake.jobs import work_all
from tecum.web.intake.services import receive_document
from tecum.words import Channel
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db

MAIL = (
    b"From: Agent <agent@agency.example>\r\nReply-To: x@elsewhere.example\r\n"
    b"To: records@county.example\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\nSubject: s\r\n\r\n"
    b"You are required to produce all records of the release of Subject A within 14 days.\r\n"
)
FORM = {
    "method": "call_back",
    "number": "555 0100",
    "number_from": "directory",
    "result": "confirmed",
}


def _arrived(staff: Staff, client: Client) -> str:
    docket = receive_document(MAIL, "m.eml", Channel.EMAIL, staff.clerk).docket
    work_all()
    client.force_login(staff.clerk, BACKEND)
    session = client.session
    session["since"] = session["seen"] = _seconds()
    session.save()
    client.post(f"/docket/{docket}/take")
    return str(docket)


def _checks(docket: str) -> list[SenderCalledBack]:
    state = state_for(docket)
    assert state is not None
    return [e.act for e in state.entries.values() if isinstance(e.act, SenderCalledBack)]


def test_a_check_of_the_sender_is_recorded_with_its_source(staff: Staff, client: Client) -> None:
    docket = _arrived(staff, client)
    shown = client.get(f"/docket/{docket}/sender")
    assert shown.status_code == 200
    client.post(f"/docket/{docket}/called-back", FORM)
    (act,) = _checks(docket)
    assert (act.number_from, act.result) == ("directory", "confirmed")
    assert b"has been checked" in client.get(f"/docket/{docket}/sender").content


def test_a_call_without_the_source_of_its_number_is_refused(staff: Staff, client: Client) -> None:
    docket = _arrived(staff, client)
    answer = client.post(f"/docket/{docket}/called-back", {**FORM, "number_from": ""})
    assert answer.status_code in (400, 409, 422)
    assert _checks(docket) == []

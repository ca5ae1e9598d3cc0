"""What the docket knows of earlier mail reaches the reader; what a mail concerns is proposed."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tecum.docket.acts import DocumentAttached
from tecum.docket.acts.arrival import AttachedAs
from tecum.docket.acts.registration import Need
from tecum.web.accounts.models import Office
from tecum.web.docket import services
from tecum.web.docket.models import Demand
from tecum.web.docket.selectors import state_for
from tecum.web.intake import jobs
from tecum.web.intake.correspondence import concerned, known_to
from tecum.web.intake.models import MailKnown
from tecum.web.intake.selectors import reading_json
from tecum.web.intake.services import receive_document
from tecum.words import Channel
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db
OURS = "records@county.example"
NAMES = ("harbor-agency", "tollway", "juniper", "assessor")


def _mail(sender: str, number: int, subject: str = "Records", **headers: str) -> bytes:
    rows = {
        "From": sender, "To": OURS, "Subject": subject,
        "Date": "Mon, 1 Jan 2024 10:00:00 +0000", "Message-ID": f"<m{number}@mail.example>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }  # fmt: skip
    head = "".join(f"{name}: {value}\r\n" for name, value in rows.items())
    return f"{head}\r\nPlease find our letter attached.\r\nLee Example\r\n".encode()


def _taken_in(staff: Staff, content: bytes) -> str:
    docket = receive_document(content, "m.eml", Channel.EMAIL, staff.clerk).docket
    services.assign_demand(staff.clerk, docket, staff.clerk, Need.READ)
    jobs.work_all()
    return docket


def _reading(docket: str) -> dict[str, object]:
    state = state_for(docket)
    assert state is not None
    stored = reading_json(docket, state, next(iter(state.readings.values())))
    assert stored is not None
    return dict(stored)


def _signals(docket: str) -> dict[str, object]:
    return _reading(docket)["sender"]["signals"]  # type: ignore[index,no-any-return]


@pytest.fixture(autouse=True)
def _own_domain(staff: Staff) -> None:
    row = Office.objects.get()
    row.profile = {**row.profile, "mail": {"domains": ["county.example"]}}
    row.save()


def test_the_first_mail_from_a_domain_is_told_and_the_second_is_not(staff: Staff) -> None:
    one = _taken_in(staff, _mail("a@agency.example", 1))
    two = _taken_in(staff, _mail("b@mail.agency.example", 2))
    assert _signals(one)["first_from_domain"] is True
    assert "first_from_domain" not in _signals(two)


def test_a_look_alike_of_a_known_domain_is_told_and_never_becomes_known(staff: Staff) -> None:
    _taken_in(staff, _mail("a@metroagency.example", 1))
    for number in (2, 3):
        docket = _taken_in(staff, _mail("a@metr0agency.example", number))
        assert _signals(docket)["looks_like"] == "metroagency.example"


def test_an_answer_to_our_message_is_told_and_proposed(staff: Staff) -> None:
    sent = _taken_in(staff, _mail(OURS, 1, "Our letter"))
    answer = _mail("a@agency.example", 2, "Re: Our letter", In_Reply_To="<m1@mail.example>")
    docket = _taken_in(staff, answer)
    reading = _reading(docket)
    assert "message_of_ours" in reading["direction"]["signals"]  # type: ignore[index]
    found = concerned(staff.clerk, docket, reading)
    assert found is not None
    assert (found.docket, found.by, found.role) == (sent, "message", AttachedAs.CORRESPONDENCE)
    client = signed_in(staff.clerk)
    page = client.get(reverse("docket:page", args=[docket])).content.decode()
    assert "data-concerned" in page
    state = state_for(docket)
    assert state is not None
    assert not any(isinstance(e.act, DocumentAttached) for e in state.entries.values())
    arrival = next(iter(state.arrivals))
    form = {"arrival": arrival, "target": sent, "role": found.role.value}
    client.post(reverse("intake:attach", args=[docket]), form)
    after = state_for(docket)
    assert after is not None
    assert any(isinstance(e.act, DocumentAttached) for e in after.entries.values())


def test_our_number_in_the_subject_is_told_and_proposed(staff: Staff) -> None:
    at = demand_at_work(staff)
    number = Demand.objects.get(docket_id=at.docket).number
    docket = _taken_in(staff, _mail("a@agency.example", 7, f"Re: {number} records"))
    reading = _reading(docket)
    assert reading["direction"]["our_numbers"] == [number]  # type: ignore[index]
    found = concerned(staff.clerk, docket, reading)
    assert found is not None
    assert (found.docket, found.by) == (at.docket, "number")


def test_a_docket_that_may_not_be_known_of_is_not_proposed(staff: Staff) -> None:
    at = demand_at_work(staff, walled=True)
    number = Demand.objects.get(docket_id=at.docket).number
    docket = _taken_in(staff, _mail("a@agency.example", 7, f"Re: {number} records"))
    assert concerned(staff.counsel_b, docket, _reading(docket)) is None


def test_what_is_known_is_asked_with_few_queries_and_kept_hashed_or_sealed(staff: Staff) -> None:
    for number, name in enumerate(NAMES):
        _taken_in(staff, _mail(f"a@{name}.example", number))
    with CaptureQueriesContext(connection) as asked:
        known = known_to("0" * 64)
    assert len(asked) == 2
    assert known.domains == {f"{name}.example" for name in NAMES}
    rows = json.dumps([[row.keyed, bytes(row.sealed).hex()] for row in MailKnown.objects.all()])
    assert not any(name.encode().hex() in rows for name in NAMES)
    assert "m0@mail.example" not in rows

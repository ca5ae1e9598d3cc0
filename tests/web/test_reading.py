"""The reader's queue: outside the request, again after a crash, and what people make of it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from tecum import clock
from tecum.docket.acts import DocumentRead
from tecum.docket.acts.arrival import ValueStanding
from tecum.docket.acts.registration import Need
from tecum.docket.errors import ConfirmListOpen
from tecum.web.demo.documents import specimens
from tecum.web.docket import selectors, services
from tecum.web.intake import jobs
from tecum.web.intake.inbox import inbox
from tecum.web.intake.models import Job, ReadingMade
from tecum.web.intake.selectors import document_bytes, fields_shown
from tecum.web.intake.services import confirm_field, correct_field, receive_document
from tecum.words import Channel, Kind
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
PAPER = specimens()["subpoena-4"].content


def _read(staff: Staff) -> tuple[str, str]:
    docket = receive_document(PAPER, "s.pdf", Channel.HAND, staff.clerk).docket
    assert jobs.work_all() == 1
    services.assign_demand(staff.clerk, docket, staff.clerk, Need.READ)
    state = selectors.state_for(docket)
    assert state is not None
    return docket, next(iter(state.readings))


def test_a_paper_is_read_outside_the_request(staff: Staff) -> None:
    docket = receive_document(PAPER, "s.pdf", Channel.HAND, staff.clerk).docket
    (row,) = inbox(staff.clerk)
    assert (row.queue, row.summary) == ("queued", {})
    assert jobs.work_all() == 1
    (row,) = inbox(staff.clerk)
    assert row.queue == ""
    assert row.summary["kind"] == "administrative_subpoena"
    assert row.arrival.state == "read"
    assert "Subject" not in json.dumps(row.summary)
    assert document_bytes(staff.counsel, docket) == PAPER


def test_what_was_read_lies_sealed(staff: Staff) -> None:
    docket, _ = _read(staff)
    made = ReadingMade.objects.get(docket_id=docket)
    from django.conf import settings

    for path in settings.HOME.files.rglob("*"):
        assert path.is_dir() or b"Subject D" not in path.read_bytes()
    assert made.reading_id != made.document_id


def test_a_job_done_twice_changes_nothing(staff: Staff) -> None:
    docket, _ = _read(staff)
    Job.objects.update(state=Job.RUNNING)
    assert jobs.requeue_abandoned() == 1
    assert jobs.work_all() == 1
    state = selectors.state_for(docket)
    assert state is not None
    assert sum(isinstance(entry.act, DocumentRead) for entry in state.entries.values()) == 1


def test_a_job_that_fails_waits_and_after_five_tries_stays_for_a_person(staff: Staff) -> None:
    docket = receive_document(PAPER, None, Channel.HAND, staff.clerk).docket
    Job.objects.update(subject="f" * 32)
    start = clock.now()
    for n in range(jobs.TRIES):
        with clock.at_fixed(start + timedelta(minutes=10 * n)):
            assert jobs.work_all() == 1
            assert jobs.work_all() == 0
    job = Job.objects.get(docket_id=docket)
    assert (job.state, job.tries, job.error) == (Job.FAILED, jobs.TRIES, "KeyError")
    assert jobs.work_all() == 0


def test_registration_waits_until_a_person_has_confirmed(staff: Staff) -> None:
    docket, reading = _read(staff)
    with pytest.raises(ConfirmListOpen):
        services.register_demand(staff.clerk, docket, services.prefilled(staff.clerk, docket))
    for field in fields_shown(staff.clerk, docket):
        if field.must_confirm and field.value is not None:
            confirm_field(staff.clerk, docket, reading, field.path)
        elif field.must_confirm:
            correct_field(staff.clerk, docket, reading, field.path, standing=ValueStanding.UNKNOWN)
    services.register_demand(staff.clerk, docket, services.prefilled(staff.clerk, docket))
    page = selectors.demand_page(staff.clerk, docket)
    assert page.demand is not None
    assert page.demand.kind == Kind.ADMINISTRATIVE_SUBPOENA
    assert page.demand.judicial is False
    assert [item.label for item in page.items] == ["1", "2", "3", "4", "5"]
    assert page.subjects == (("s1", "Subject D"),)


def test_a_correction_keeps_the_machines_value_beneath(staff: Staff) -> None:
    docket, reading = _read(staff)
    correct_field(staff.clerk, docket, reading, "issuer", value="Another Agency")
    row = next(row for row in fields_shown(staff.clerk, docket) if row.path == "issuer")
    assert (row.value, row.state) == ("Another Agency", "edited")
    assert "Homeland" in row.machine.title()
    assert services.prefilled(staff.clerk, docket).issuer == "Another Agency"


def test_who_may_not_see_subjects_sees_that_they_are_hidden(staff: Staff) -> None:
    docket, _ = _read(staff)
    rows = {row.path: row for row in fields_shown(staff.auditor, docket)}
    assert rows["subjects.0"].state == "hidden"
    assert "Subject D" not in repr(list(rows.values()))
    shown = {row.path: row for row in fields_shown(staff.counsel, docket)}
    assert shown["subjects.0"].value["name"] == "Subject D"


def test_an_auditor_sees_that_it_was_read_and_none_of_its_words(staff: Staff) -> None:
    docket, _ = _read(staff)
    shown = signed_in(staff.auditor).get(reverse("docket:page", args=[docket])).content.decode()
    assert "This document is being read" not in shown
    assert "What was read" in shown
    assert "Subject D" not in shown

"""What every answer carries, how long a session lasts, what the logs may say."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from tecum import clock
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import set_roles
from tecum.web.accounts.sessions import SessionLimits, sign_in
from tecum.web.security import POLICY
from tecum.web.status.logs import JsonLines
from tecum.words import Role
from tests.web.conftest import Staff

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/nothing-here"])
def test_every_answer_forbids_what_is_not_ours(path: str) -> None:
    answer = Client().get(path)
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert answer["Content-Security-Policy"] == POLICY
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    # Nothing goes to other sites; our own forms keep their Origin, which CSRF checks.
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def _request(store: SessionStore) -> HttpRequest:
    request = RequestFactory().get("/")
    request.session = store
    request.user = get_user(request)
    return request


def _after(person: Person, *steps: timedelta) -> bool:
    """Whether the session still stands after requests at these distances."""
    store = SessionStore()
    store.create()
    at = NOW
    with clock.at_fixed(at):
        request = _request(store)
        sign_in(request, person, factor=False)
    for step in steps:
        at += step
        with clock.at_fixed(at):
            request = _request(request.session)
            SessionLimits(lambda _: HttpResponse())(request)
            if not request.user.is_authenticated:
                return False
    return True


@pytest.mark.django_db
def test_a_session_ends_after_half_an_hour_of_rest_or_twelve_hours(staff: Staff) -> None:
    minutes = [timedelta(minutes=29)] * 24
    assert _after(staff.clerk, *minutes)
    assert not _after(staff.clerk, timedelta(minutes=31))
    assert not _after(staff.clerk, *minutes, timedelta(minutes=29))


@pytest.mark.django_db
def test_a_change_of_roles_ends_the_session(staff: Staff) -> None:
    store = SessionStore()
    store.create()
    request = _request(store)
    sign_in(request, staff.clerk, factor=False)
    assert get_user(_request(request.session)).is_authenticated
    set_roles(staff.lead, staff.clerk, [Role.CLERK, Role.CUSTODIAN])
    assert not get_user(_request(request.session)).is_authenticated


def test_log_lines_hold_no_values() -> None:
    try:
        secret = "Subject A, 1 Example Street"
        raise UsageError(f"could not read {secret}", code="usage.x")
    except UsageError:
        import sys

        record = logging.LogRecord(
            "tecum.x", logging.ERROR, "/home/a/b.py", 1, "job of %s", (secret,), sys.exc_info()
        )
    line = JsonLines().format(record)
    shown = json.loads(line)
    assert "Subject A" not in line
    assert "/home" not in line
    assert shown["code"] == "usage.x"
    assert shown["event"] == "tecum.x: job of %s"

"""Calendar feeds: what is in them, who sees what, and what a changed or ended date becomes."""

from __future__ import annotations

import hashlib
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from tecum.docket.acts.clocks import DueReason
from tecum.docket.acts.course import WithdrawnHow
from tecum.docket.acts.service import ServedBy
from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.docket import models, recounting, services
from tecum.web.feeds.models import Feed
from tecum.web.feeds.selectors import feed_events
from tecum.web.feeds.services import make_feed, revoke_feed
from tests.web.conftest import Staff
from tests.web.rebuilt import rebuild_all, snapshot
from tests.web.test_pages import browser, demand


def path_of(person: Person) -> str:
    return "/feeds/" + make_feed(person).rpartition("/feeds/")[2]


def events_at(path: str) -> list[Calendar]:
    answer = Client().get(path)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_an_open_date_is_one_event_without_a_name(staff: Staff) -> None:
    demand(staff)
    path = path_of(staff.clerk)
    (event,) = events_at(path)
    assert event.decoded("dtstart") == date(2020, 1, 27)
    assert re.fullmatch(r"D-\d+ .*due, safe date", str(event["summary"]))
    text = Client().get(path).content.decode()
    for word in ("Subject A", "Example Agency", "Example County Sheriff"):
        assert word not in text.replace("X-WR-CALNAME:Deadlines\\, Example County Sheriff", "")


def test_the_secret_is_nowhere_and_a_revoked_one_is_not_found(staff: Staff) -> None:
    demand(staff)
    path = path_of(staff.clerk)
    secret = path.removeprefix("/feeds/").removesuffix(".ics")
    row = Feed.objects.get()
    assert row.secret_sha256 == hashlib.sha256(secret.encode()).hexdigest()
    assert Client().get(path).headers["Cache-Control"] == "private, no-store"
    assert Client().get(path.replace(secret, secret[:-1] + "_")).status_code == 404
    with pytest.raises(NotFound):
        revoke_feed(staff.counsel, row.pk)
    revoke_feed(staff.clerk, row.pk)
    assert Client().get(path).status_code == 404


def test_somebody_who_left_leaves_no_feed(staff: Staff) -> None:
    demand(staff)
    path = path_of(staff.clerk)
    staff.clerk.is_active = False
    staff.clerk.save()
    assert Client().get(path).status_code == 404


def test_a_change_raises_the_sequence_and_keeps_the_uid(staff: Staff) -> None:
    docket = demand(staff)
    path = path_of(staff.clerk)
    (before,) = events_at(path)
    services.record_service(staff.clerk, docket, ServedBy.HAND, date(2020, 1, 10))
    one = recounting.recount_of(staff.clerk, docket, "answer.1")
    assert one is not None
    recounting.accept_recount(staff.clerk, docket, "answer.1", one.seen)
    (after,) = events_at(path)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("last-modified") >= before.decoded("last-modified")
    assert after.decoded("dtstart") != before.decoded("dtstart")


def test_what_ended_is_cancelled_and_after_ninety_days_gone(staff: Staff) -> None:
    docket = demand(staff)
    path = path_of(staff.clerk)
    services.withdraw_demand(staff.counsel, docket, WithdrawnHow.WITHDRAWN)
    (event,) = events_at(path)
    assert event["status"] == "CANCELLED"
    row = models.Obligation.objects.get()
    row.changed_at -= timedelta(days=91)
    row.save()
    assert events_at(path) == []


def test_an_unchanged_feed_is_not_sent_again(staff: Staff) -> None:
    docket = demand(staff)
    path = path_of(staff.clerk)
    tag = Client().get(path).headers["ETag"]
    assert Client().get(path, headers={"If-None-Match": tag}).status_code == 304
    services.set_due_date(staff.counsel, docket, date(2020, 3, 2), DueReason.AGREED)
    again = Client().get(path, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert len(Calendar.from_ical(again.content).walk("VEVENT")) == 2


def test_a_feed_holds_what_its_person_may_know_of(staff: Staff) -> None:
    docket = demand(staff)
    assert len(feed_events(staff.counsel)) == 1
    models.Docket.objects.filter(pk=docket).update(walled=True)
    assert feed_events(staff.auditor) == []


def test_reminders_and_the_number_of_addresses_are_bounded(staff: Staff) -> None:
    with pytest.raises(UsageError):
        make_feed(staff.clerk, [5])
    for _ in range(5):
        make_feed(staff.clerk, [24])
    with pytest.raises(UsageError):
        make_feed(staff.clerk)


def test_the_page_shows_an_address_once(staff: Staff) -> None:
    client = browser(staff.clerk)
    made = client.post("/deadlines/calendar/make", {"hours": ["24", "2"]}).content.decode()
    assert re.search(r"/feeds/[\w-]{43}\.ics", made)
    later = client.get("/deadlines/calendar").content.decode()
    assert "/feeds/" not in later
    assert Feed.objects.get().alarm_hours == [24, 2]
    client.post("/deadlines/calendar/revoke", {"feed": Feed.objects.get().pk})
    assert Feed.objects.get().revoked_at is not None


def test_changes_are_counted_alike_when_rebuilt(staff: Staff) -> None:
    docket = demand(staff)
    services.withdraw_demand(staff.counsel, docket, WithdrawnHow.WITHDRAWN)
    before = snapshot()
    rebuild_all()
    assert snapshot() == before
    assert models.Obligation.objects.get().revision == 1

"""The office's settings: every one is shown, each change is an entry with before and after."""

from __future__ import annotations

import dataclasses

import pytest

from tecum.docket.acts import ProfileChanged
from tecum.errors import UsageError
from tecum.office import Office as Profile
from tecum.office import office_from
from tecum.web.accounts.models import Office
from tecum.web.accounts.selectors import profile
from tecum.web.accounts.services import change_profile
from tecum.web.docket.desk import office_state
from tecum.web.docket.models import Entry
from tecum.web.office.forms import GROUPS, Typed, form_of, shown, typed
from tecum.web.office.selectors import setting
from tecum.web.office.told import TOLD
from tests.web.browsing import signed_in
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
VALUES = {
    "name": "Example Office",
    "aliases": ["One", "Two"],
    "jurisdiction": "US-CO",
    "recipient_class": "co_jail",
    "zone": "America/Denver",
    "mail": {"domains": ["example.org"], "authserv_ids": ["mx"]},
    "hours": {"open": "08:00", "close": "17:00"},
    "cutoff": "17:00",
    "calendars": {"office": "us.co.24-11-101"},
    "method": "us-co/x",
    "margin_days": 5,
    "confirm_days": 4,
    "retention_days": 2555,
    "packs": ["us-co"],
    "pack_keys": ["key"],
    "packs_signed": True,
    "packs_approved": False,
    "precedence": [
        {"over": "a", "under": "b", "reason": "r", "decided_by": "Counsel", "on": "2020-01-01"}
    ],
    "local_rules_complete": True,
    "silent_means": "counsel",
    "signers": {"counsel": ["answer"]},
    "two_persons": ["answer"],
    "confirm_all": True,
    "sealed_counted": ["office_wall"],
}


def test_the_page_leaves_no_setting_out() -> None:
    listed = [key for keys in GROUPS.values() for key in keys]
    assert sorted(listed) == sorted(field.name for field in dataclasses.fields(Profile))
    assert sorted(VALUES) == sorted(listed)


def test_each_setting_is_told_in_words() -> None:
    assert sorted(TOLD) == sorted(VALUES)
    assert all(str(one.name) and str(one.does) for one in TOLD.values())


@pytest.mark.parametrize("key", [key for key in VALUES if TOLD[key].example])
def test_an_example_can_be_typed(key: str) -> None:
    assert typed(key, TOLD[key].example) is not None


@pytest.mark.parametrize("key", VALUES)
def test_what_is_shown_can_be_typed_back(key: str) -> None:
    assert typed(key, shown(key, VALUES[key])) == VALUES[key]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("margin_days", "-1"),
        ("confirm_days", "soon"),
        ("confirm_all", "perhaps"),
        ("hours", "[hours"),
        ("zone", " "),
    ],
)
def test_what_is_not_in_its_form_is_refused(key: str, text: str) -> None:
    with pytest.raises(UsageError):
        typed(key, text)
    assert form_of(key) in Typed


def test_a_change_is_seen_first_and_then_an_entry(staff: Staff) -> None:
    client = signed_in(staff.lead)
    before = Entry.objects.count()
    seen = client.post("/office/margin_days", {"value": "9"})
    assert seen.status_code == 200
    assert b"Record the change" in seen.content
    assert Entry.objects.count() == before
    done = client.post("/office/margin_days", {"value": "9", "step": "record", "before": ""})
    assert done.status_code == 302
    assert profile().margin_days == 9
    act = list(office_state().entries.values())[-1].act
    assert act == ProfileChanged(key="margin_days", before=None, after="9")
    held = setting("margin_days")
    assert held is not None
    assert (held.value, held.by) == ("9", "Lead")
    page = client.get("/office").content.decode()
    assert "Example County Sheriff" in page


def test_what_moved_meanwhile_is_not_overwritten(staff: Staff) -> None:
    client = signed_in(staff.lead)
    stale = {"value": "Another Name", "step": "record", "before": "Old Name"}
    assert client.post("/office/name", stale).status_code == 400
    assert profile().name == "Example County Sheriff"


@pytest.mark.parametrize(
    ("key", "value"), [("zone", "Mars/Olympus"), ("hours", "[hours]\nopen = 1"), ("nothing", "x")]
)
def test_a_bad_value_changes_nothing(staff: Staff, key: str, value: str) -> None:
    held = dict(Office.objects.get().profile)
    answer = signed_in(staff.lead).post(f"/office/{key}", {"value": value, "step": "record"})
    assert answer.status_code in (400, 404)
    assert Office.objects.get().profile == held
    assert office_from(held).zone == "America/Denver"


def test_no_secret_is_on_the_page(staff: Staff) -> None:
    page = signed_in(staff.operator).get("/office").content.decode()
    assert "PRIVATE+KEY" not in page
    assert signed_in(staff.auditor).get("/office").status_code == 200
    assert signed_in(staff.auditor).get("/office/name").status_code == 404
    assert signed_in(staff.counsel).get("/office").status_code == 404


def test_the_kind_of_office_stands_in_the_words_of_its_pack(staff: Staff) -> None:
    change_profile(staff.lead, {"recipient_class": "co_jail", "packs": ["us-co"]})
    client = signed_in(staff.lead)
    assert "Jail in Colorado" in client.get("/office").content.decode()
    page = client.get("/office/recipient_class").content.decode()
    assert '<option value="co_jail" lang="en" selected>Jail in Colorado</option>' in page
    assert "Probation office in Colorado" in page
    assert "Law enforcement agency in California" in page  # of a pack that is not in force
    change_profile(staff.lead, {"recipient_class": "of_another_pack"})
    page = client.get("/office/recipient_class").content.decode()
    assert '<option value="of_another_pack" selected>of another pack</option>' in page

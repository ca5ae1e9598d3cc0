"""The product under test: its own data folder, a real database file, real encryption."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tecum.web.accounts.models import Office, Person, SignInLink
from tecum.web.accounts.services import add_person, make_link, set_up_office
from tecum.web.accounts.tries import CODES, TRIES
from tecum.web.append_only import allow_changes, forbid_changes
from tecum.web.ledger.log import forget_log
from tecum.words import Role
from tests.web.plans import opened
from tests.web.server import binaries

APPEND_ONLY = (
    "docket_entry",
    "docket_keptlaw",
    "docket_reckoning",
    "ledger_logged",
    "ledger_statement",
    "ledger_theirstatement",
)
PROFILE = {
    "name": "Example County Sheriff",
    "zone": "America/Denver",
    "jurisdiction": "US-CO",
    "packs": ["us-co"],
}


@dataclass(frozen=True)
class Staff:
    """The people of the office under test."""

    office: Office
    lead: Person
    clerk: Person
    counsel: Person
    counsel_b: Person
    custodian: Person
    auditor: Person
    operator: Person


@pytest.fixture(autouse=True)
def _fresh_folder() -> Iterator[None]:
    """Every test its own log and files; the keys stay, as they do on a real machine."""
    # All tests come from one network: what one tried in vain must not make another wait.
    TRIES.forget()
    CODES.forget()
    yield
    forget_log()
    shutil.rmtree(settings.HOME.log, ignore_errors=True)
    shutil.rmtree(settings.HOME.files, ignore_errors=True)


def make_staff() -> Staff:
    token = make_link(SignInLink.FIRST_RUN)
    lead = set_up_office(token, "browser", PROFILE, "Lead")
    return Staff(
        office=Office.objects.get(),
        lead=lead,
        clerk=add_person(lead, "Records clerk", [Role.CLERK]),
        counsel=add_person(lead, "Counsel A", [Role.COUNSEL]),
        counsel_b=add_person(lead, "Counsel B", [Role.COUNSEL]),
        custodian=add_person(lead, "Custodian", [Role.CUSTODIAN]),
        auditor=add_person(lead, "Auditor", [Role.AUDITOR]),
        operator=add_person(lead, "Operator", [Role.OPERATOR]),
    )


@pytest.fixture
def staff(db: None) -> Staff:
    """An office with one person in each role, inside a transaction that is rolled back."""
    return make_staff()


@pytest.fixture
def _changes_allowed_to_clean_up(django_db_blocker: Any) -> Iterator[None]:
    """Clearing the tables after a test that commits needs the triggers away, then back."""
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for table in APPEND_ONLY:
            forbid_changes(editor, table)


@pytest.fixture
def committed(_changes_allowed_to_clean_up: None, transactional_db: None) -> Iterator[None]:
    """Real commits, seen by other connections."""
    yield
    with connection.schema_editor() as editor:
        for table in APPEND_ONLY:
            allow_changes(editor, table)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a PostgreSQL server where the machine has none."""
    if binaries() is not None:
        return
    left = [item for item in items if item.get_closest_marker("postgresql")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.fixture
def officer(staff: Staff) -> Person:
    """Who issues demands in the name of this office."""
    return add_person(staff.lead, "Issuing officer", [Role.ISSUING_OFFICER])


@pytest.fixture
def lead(staff: Staff) -> Person:
    """A lead beside the office's first."""
    return add_person(staff.lead, "Second lead", [Role.LEAD])


@pytest.fixture
def campaign(officer: Person) -> str:
    """The docket of a campaign with three recipients."""
    return opened(officer)

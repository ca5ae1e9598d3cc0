"""Make the demonstration: a fictional office whose docket is written by the real services.

Every document goes through the door, the reader and a clerk; every act is recorded, signed
and logged like any other. Only the days are set, and the papers are SPECIMEN.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from tecum.clock import at_fixed
from tecum.docket.chronology.load import shipped_threads
from tecum.errors import CheckFailed
from tecum.web.accounts.models import Office, Person
from tecum.web.accounts.once import office_kept
from tecum.web.accounts.services import add_person, found_office
from tecum.web.chronologies.services import bring_in
from tecum.web.demo import stories
from tecum.web.demo.documents import OFFICE, ZONE, specimens
from tecum.web.demo.keeps import keep_some
from tecum.web.demo.public_document import read_a_story
from tecum.web.demo.stories import Cast, moment
from tecum.web.demo.tour import has_beginning, keep_beginning
from tecum.web.demo.year import tell_year
from tecum.web.docket.models import Docket
from tecum.web.home import write_durably
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.words import Role

__all__ = ["build"]

MARKER = "demonstration"
PROFILE = {
    "name": OFFICE,
    "aliases": ["Example County Sheriff's Office", "Example County"],
    "zone": ZONE,
    "jurisdiction": "US-CO",
    "recipient_class": "co_jail",
    "packs": ["us-federal", "us-co", "example-strict"],
    "calendars": {"office": "us.co.24-11-101"},
    "mail": {"domains": ["demo.example-county-sheriff.local"]},
}
_PEOPLE = (
    ("Records clerk", Role.CLERK),
    ("Counsel A", Role.COUNSEL),
    ("Custodian", Role.CUSTODIAN),
    ("Issuing officer", Role.ISSUING_OFFICER),
    ("Policy author", Role.POLICY_AUTHOR),
    ("Auditor", Role.AUDITOR),
)


def build() -> None:
    """Make the demonstration in an empty data folder; where it stands already, nothing.

    Raises:
        CheckFailed: the folder holds real demands.
    """
    marker = settings.HOME.root / MARKER
    office = Office.objects.first()
    if (office is not None and not office.demo) or (office is None and Docket.objects.exists()):
        raise CheckFailed(
            "This data folder holds an office of its own.",
            why="Invented demands must not stand among real ones.",
            do="Name another folder with --home or TECUM_HOME.",
            code="demo.real-data",
        )
    write_durably(marker, b"This data folder holds a demonstration.\n", once=True)
    if office is None:
        print("The demonstration is made, once; it takes a while.", file=sys.stderr, flush=True)
        with transaction.atomic(), office_kept():
            _write(_cast())
            keep_beginning()
    elif not has_beginning():
        keep_beginning()
    while put_waiting_into_log():
        pass


def _cast() -> Cast:
    with at_fixed(moment(2018, 12, 3, 9)):
        lead = found_office(PROFILE, "Lead", demo=True)
        people: dict[Role, Person] = {
            role: add_person(lead, name, [role]) for name, role in _PEOPLE
        }
        keep_some(lead, people)
    return Cast(clerk=people[Role.CLERK], counsel=people[Role.COUNSEL], lead=lead)


def _write(cast: Cast) -> None:
    with at_fixed(moment(2019, 10, 2, 9)):
        for path in shipped_threads():
            bring_in(cast.clerk, path.read_bytes())
    papers = specimens()
    arrivals: dict[str, str] = {}
    for name, paper in papers.items():
        with at_fixed(paper.came_at):
            arrivals[name] = stories.take_in(cast, paper)
    for tell in _STORIES:
        tell(cast, arrivals)
    tell_year(cast)
    with at_fixed(moment(2020, 1, 14, 15)):
        read_a_story(cast.clerk)


_STORIES: tuple[Callable[[Cast, dict[str, str]], None], ...] = (
    stories.declined_then_ordered,
    stories.letter_due_today,
    stories.partly_answered,
    stories.four_subpoenas,
    stories.detainer,
    stories.never_received,
)

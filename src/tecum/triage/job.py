"""The job: open, read, reckon, decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from tecum.instruments.catalogue import Catalogue, load_catalogue
from tecum.law import Facts, Packs, load_packs
from tecum.law.duties import duties
from tecum.law.reading_facts import facts_from_reading
from tecum.office import Office
from tecum.packs_folder import packs_folder
from tecum.reading.layout import Opened
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.reckoning import by_id
from tecum.reckoning.calendars import Calendars, load_calendars
from tecum.triage.deadlines import Rules, deadlines, events_of
from tecum.triage.findings import findings, questions
from tecum.triage.result import Triage
from tecum.words import IntakeOutcome

__all__ = ["Desk", "triage", "triage_opened"]

NOBODY = Office(name="(no office profile)", zone="UTC")
"""Stands where no profile was given; its zone is only that in which today's date is asked."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies ready on the desk for every document: profile, packs, calendars, catalogue."""

    office: Office
    packs: Packs
    calendars: Calendars
    catalogue: Catalogue
    has_profile: bool = True

    @classmethod
    def for_nobody(cls, packs: Iterable[str]) -> Desk:
        """A desk without an office: no place, no time zone, no class of recipient."""
        return replace(cls.for_office(NOBODY, packs), has_profile=False)

    @classmethod
    def for_office(cls, office: Office, packs: Iterable[str] | None = None) -> Desk:
        """Load what the profile names; ``packs`` overrides its list.

        Raises:
            LawError: a pack is not there or cannot be used.
            ReckonError: a calendar cannot be used.
        """
        names = tuple(office.packs if packs is None else packs)
        return cls(office, load_packs(names), load_calendars([packs_folder()]), load_catalogue())


def triage(
    data: bytes, name: str, desk: Desk, *, on: date, known_on: date, received_at: datetime | None
) -> Triage:
    """Turn a document into what a person needs to act on it the same day.

    Args:
        data: The file as it came.
        name: Its name, as data for the page; never used as a path.
        desk: Profile, packs, calendars, catalogue.
        on: The day on which the rules are judged.
        known_on: What was recorded later is not seen.
        received_at: When the office received it; without it clocks from receipt wait.

    Returns:
        What was read, when it is due, what the rules say item by item, what must be confirmed.
        A file that cannot be read gives its outcome and a reason, never "no demand".
    """
    opened = open_document(data, name)
    return triage_opened(opened, name, desk, on=on, known_on=known_on, received_at=received_at)


def triage_opened(
    opened: Opened,
    name: str,
    desk: Desk,
    *,
    on: date,
    known_on: date,
    received_at: datetime | None = None,
    stated: Facts | None = None,
) -> Triage:
    """The same for a file that is already open; ``stated`` are facts that persons gave."""
    reading = read(opened, desk.catalogue, desk.office)
    bare = Triage(
        file=Path(name).name,
        outcome=opened.outcome,
        reason=opened.reason,
        reading=reading,
        on=on,
        known_on=known_on,
        received_at=received_at,
        packs=tuple(desk.packs.to_json()),
        warnings=opened.warnings,
        confirm=reading.confirm,
    )
    return _judged(bare, reading, desk, stated)


def _judged(bare: Triage, reading: Reading, desk: Desk, stated: Facts | None) -> Triage:
    others = tuple(
        _judged(replace(bare, reading=other, confirm=other.confirm), other, desk, stated)
        for other in reading.others
    )
    warnings = tuple(dict.fromkeys((*bare.warnings, *reading.warnings)))
    if not bare.is_demand or bare.outcome not in (
        IntakeOutcome.READ,
        IntakeOutcome.READ_WITH_WARNINGS,
    ):
        return replace(bare, warnings=warnings, others=others)
    rules = Rules(
        clocks=by_id(block.clock for block in desk.packs.clocks),
        calendars=desk.calendars,
        office=desk.office,
        known_on=bare.known_on,
        has_profile=desk.has_profile,
    )
    found = findings(
        reading, desk.packs, desk.office, on=bare.on, known_on=bare.known_on, stated=stated
    )
    facts = facts_from_reading(desk.packs, reading.to_json(), desk.office, None)
    arising = duties(
        desk.packs,
        "receipt",
        facts.joined(stated) if stated else facts,
        on=bare.on,
        known_on=bare.known_on,
    )
    clock = desk.catalogue[reading.instrument].objection_clock if reading.instrument else None
    return replace(
        bare,
        deadlines=deadlines(reading, events_of(reading, bare.received_at), rules, clock),
        findings=found,
        duties=tuple(row.to_json() for row in arising),
        questions=questions(found),
        warnings=warnings,
        others=others,
    )

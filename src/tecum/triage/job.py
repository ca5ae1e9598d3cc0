"""The job: open, read, reckon, decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tecum.instruments.catalogue import Catalogue, load_catalogue
from tecum.law import Facts, Packs
from tecum.law.duties import DutyFinding, duties
from tecum.law.reading_facts import facts_from_reading
from tecum.law.truth import Truth
from tecum.office import Office
from tecum.pack_notes import load_for
from tecum.packs_folder import packs_folder
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.reading.text.layout import Opened
from tecum.reckoning import by_id
from tecum.reckoning.calendar_file import read_calendar
from tecum.reckoning.calendars import Calendars, load_calendars
from tecum.triage.deadlines import Events, Rules, deadlines, duty_date, events_of
from tecum.triage.findings import Memory, findings, questions
from tecum.triage.result import Deadline, Triage, Unread

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
    def for_office(
        cls,
        office: Office,
        packs: Iterable[str] | None = None,
        roots: Sequence[Path] = (),
    ) -> Desk:
        """Load what the profile names; ``packs`` overrides its list.

        Args:
            office: The profile.
            packs: Other packs than those of the profile.
            roots: Folders that hold versions of packs, searched before the shipped ones.

        Raises:
            LawError: a pack is not there, is badly signed or cannot be used.
            ReckonError: a calendar cannot be used.
        """
        names = None if packs is None else tuple(packs)
        loaded = load_for(office, names, roots)
        return cls(office, loaded, _calendars(loaded), load_catalogue())


def _calendars(packs: Packs) -> Calendars:
    """Every shipped calendar, in the version that a loaded pack brings where it brings one."""
    shipped = load_calendars([packs_folder()])
    brought = [
        read_calendar(path)
        for pack in packs.packs
        if pack.folder.parent != packs_folder()
        for path in sorted(pack.folder.glob("calendars/*.toml"))
    ]
    return Calendars({**shipped, **{one.id: one for one in brought}}.values())


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
    judged = _judged(bare, reading, desk, stated, _Worked())
    return replace(judged, unread=tuple(_unread(opened)))


def _unread(opened: Opened) -> Iterator[Unread]:
    """The parts inside the file that could not be read, each with its reason."""
    for part in opened.parts[1:]:
        if not part.outcome.is_read:
            source = part.source
            yield Unread(part.name, part.outcome, part.reason, source.sha256, source.bytes)


@dataclass(frozen=True, slots=True)
class _Worked:
    """What was worked out for one document of a file and holds for the others too."""

    findings: Memory = field(default_factory=dict)
    duties: dict[str, tuple[DutyFinding, ...]] = field(default_factory=dict)


def _judged(
    bare: Triage,
    reading: Reading,
    desk: Desk,
    stated: Facts | None,
    worked: _Worked,
) -> Triage:
    others = tuple(
        _judged(
            replace(bare, reading=other, confirm=other.confirm, warnings=other.warnings),
            other,
            desk,
            stated,
            worked,
        )
        for other in reading.others
    )
    warnings = tuple(dict.fromkeys((*bare.warnings, *reading.warnings)))
    rules, events = _rules(bare, reading, desk), events_of(reading, bare.received_at)
    if bare.may_be_demand and bare.outcome.is_read:
        # Its dates are counted, so that none goes by; what the law says waits for a person.
        counted = _deadlines(reading, desk, events, rules)
        return replace(bare, deadlines=counted, warnings=warnings, others=others)
    if not bare.is_demand or not bare.outcome.is_read:
        return replace(bare, warnings=warnings, others=others)
    found = findings(
        reading,
        desk.packs,
        desk.office,
        on=bare.on,
        known_on=bare.known_on,
        stated=stated,
        memory=worked.findings,
    )
    facts = facts_from_reading(desk.packs, reading.to_json(), desk.office, None)
    facts = facts.joined(stated) if stated else facts
    said = repr(sorted(facts.given.items()))
    if said not in worked.duties:
        worked.duties[said] = duties(
            desk.packs, "receipt", facts, on=_received_on(bare, desk), known_on=bare.known_on
        )
    return replace(
        bare,
        deadlines=_deadlines(reading, desk, events, rules),
        findings=found,
        duties=tuple(_dated(row, events, rules) for row in worked.duties[said]),
        questions=questions(found),
        warnings=warnings,
        others=others,
    )


def _received_on(bare: Triage, desk: Desk) -> date:
    """The day on which a duty of receipt is judged: that of receipt, where it is told."""
    at = bare.received_at
    return bare.on if at is None else at.astimezone(ZoneInfo(desk.office.zone)).date()


def _dated(row: DutyFinding, events: Events, rules: Rules) -> dict[str, Any]:
    """A duty with the date that its clock counts, where its law names a clock."""
    found = duty_date(row.duty.clock, events, rules) if row.arises is Truth.T else None
    return {**row.to_json(), "reckoned": found.to_json() if found is not None else None}


def _rules(bare: Triage, reading: Reading, desk: Desk) -> Rules:
    instrument = desk.catalogue[reading.instrument] if reading.instrument else None
    return Rules(
        clocks=by_id(block.clock for block in desk.packs.clocks),
        calendars=desk.calendars,
        office=desk.office,
        known_on=bare.known_on,
        has_profile=desk.has_profile,
        hold_clock=instrument.hold_clock if instrument is not None else None,
    )


def _deadlines(reading: Reading, desk: Desk, events: Events, rules: Rules) -> tuple[Deadline, ...]:
    instrument = desk.catalogue[reading.instrument] if reading.instrument else None
    clock = instrument.objection_clock if instrument is not None else None
    return deadlines(reading, events, rules, clock)

"""Reports that the packs in force ask for each month, quarter, half-year or year.

For each period an obligation stands on the office's docket, whether or not anything happened in
it: a law that wants a nil report wants it then too. Opened by the calendar, once for a period.

Authority: LAW section 7; DOCKET 1.8.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from tecum.clock import today
from tecum.docket.acts import DutyOpened
from tecum.docket.entry import Entry
from tecum.docket.state.model import State
from tecum.law import Facts
from tecum.law.blocks import Duty
from tecum.law.duties import duties
from tecum.law.reading_facts import facts_of_office
from tecum.law.truth import Truth
from tecum.reports.period import due_of, period_of
from tecum.triage import Desk
from tecum.web.accounts.models import Office
from tecum.web.docket.desk import desk, office_state
from tecum.web.docket.duties import opening
from tecum.web.docket.record import record

__all__ = ["open_periodic", "open_periodic_once_a_day"]

_PERIODS = ("month", "quarter", "half-year", "year")


def open_periodic() -> list[Entry]:
    """Open what the calendar brings and does not stand yet: the period in course, and the one
    before where its report is still to come or the office was at work in it."""
    office = Office.objects.filter().first()
    if office is None:
        return []
    ready = desk()
    entries: list[Entry] = []
    with transaction.atomic():
        state = office_state()
        stands = {
            (act.duty, act.period_from)
            for act in (entry.act for entry in state.entries.values())
            if isinstance(act, DutyOpened)
        }
        for duty, begins, ends in _wanted(ready, state):
            if (duty.id, begins) in stands:
                continue
            number = len(state.obligations) + len(entries) + 1
            due = due_of(duty.on, begins)
            act = replace(
                opening(duty, ready, f"report.{number}", None),
                period_from=begins,
                period_to=ends,
                safe=due,
                latest=due,
            )
            entries.append(record(None, office.docket_id, act))
    return entries


def open_periodic_once_a_day() -> None:
    """Open what the calendar brings, on the first call of a day and after the packs changed."""
    if not Office.objects.exists():
        return
    ready = desk()
    today_and_law = (today(ready.office.zone), ready.packs.digests)
    if today_and_law not in _done:
        open_periodic()
        _done.clear()
        _done.add(today_and_law)


_done: set[tuple[date, tuple[tuple[str, str], ...]]] = set()
"""The day and the packs for which everything was opened by this process."""


def _wanted(ready: Desk, state: State) -> Iterator[tuple[Duty, date, date]]:
    """Duties of the calendar that arise, with each period that has to have its report."""
    day = today(ready.office.zone)
    zone = ZoneInfo(ready.office.zone)
    entries = state.entries.values()
    began = min((entry.recorded_at.astimezone(zone).date() for entry in entries), default=day)
    facts: Facts = facts_of_office(ready.packs, ready.office)
    for trigger in (f"every {period}" for period in _PERIODS):
        for row in duties(ready.packs, trigger, facts, on=day, known_on=day):
            if row.arises is not Truth.T:
                continue
            begins, ends = period_of(row.duty.on, day)
            before = period_of(row.duty.on, begins - timedelta(days=1))
            due = due_of(row.duty.on, before[0])
            to_come = (due is not None and due >= day) or began <= before[1]
            if to_come and _arose(ready, facts, trigger, row.duty.id, before[1]):
                yield row.duty, *before
            yield row.duty, begins, ends


def _arose(ready: Desk, facts: Facts, trigger: str, duty: str, day: date) -> bool:
    """Whether the law asked for the report already when its period ended."""
    known_on = today(ready.office.zone)
    found = duties(ready.packs, trigger, facts, on=day, known_on=known_on)
    return any(row.duty.id == duty and row.arises is Truth.T for row in found)

"""A count as acts carry it and as the docket stores it: dates, pins, and every step."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tecum.docket.entry import EntryId
from tecum.docket.parts import DateRead, PackPin, Pins
from tecum.provenance import Sha256
from tecum.reckoning import Event, EventKind
from tecum.reckoning.asked import Asked, answered
from tecum.reckoning.clocks import Bound
from tecum.reckoning.recompute import Stored, store
from tecum.reckoning.result import Due, Reckoned
from tecum.triage import Desk
from tecum.web.docket.desk import clocks
from tecum.web.docket.models import Reckoning
from tecum.web.docket.shelf import keep

__all__ = [
    "clock_sha256",
    "dates_read",
    "keep_reckoning",
    "latest_reckonings",
    "law_of",
    "moment",
    "pins_of",
    "stored_count",
]

UNNAMED = "an event that the paper names"
"""Stands for a free-text name of an event in what is stored: it may hold a person's name."""


def moment(due: Due, zone: str) -> date | datetime:
    """The day, where it is over when that day ends at the office; else the instant.

    Hours that were counted, an hour that the paper prints, a cut-off and a day that ends
    elsewhere are over at an instant, and nothing is in time after it.
    """
    edge = due.instant
    whole = edge is None or _is_edge_of(due, edge.astimezone(ZoneInfo(zone)))
    found = due.day if whole else edge
    if found is None:
        raise ValueError("a due date without a moment")
    return found


def _is_edge_of(due: Due, local: datetime) -> bool:
    """Whether an instant is where the legal day ends; where it begins, for a first day."""
    if due.bound is Bound.EARLIEST_DAY:
        return local.time() == time.min and local.date() == due.day
    last = local - timedelta.resolution
    return last.time() == time.max and last.date() == due.day


def dates_read(reckoned: Reckoned, zone: str) -> tuple[DateRead, ...]:
    """Every reading's date with its authority, the safe one first."""
    return tuple(
        DateRead(name=row.name, due=moment(row.due, zone), cite=row.cite or "the document")
        for row in reckoned.by_date
    )


def pins_of(reckoned: Reckoned) -> Pins:
    """The versions that a count rests on, as an act carries them."""
    pins = reckoned.pins
    return Pins(
        engine=pins.engine,
        clock=pins.clock[0],
        pack=Sha256(pins.clock[1]) if pins.clock[1] else None,
        calendars=tuple(PackPin(id=name, sha256=Sha256(sha)) for name, sha in pins.calendars),
        tzdata=pins.tzdata,
        inputs=Sha256(pins.inputs),
        known_on=pins.known_on,
    )


def clock_sha256(reckoned: Reckoned) -> Sha256:
    """The pack that the clock stands in; a period printed on the paper has none of its own."""
    if reckoned.pins.clock[1]:
        return Sha256(reckoned.pins.clock[1])
    text = json.dumps(reckoned.to_json()["clock"], sort_keys=True)
    return Sha256(hashlib.sha256(text.encode()).hexdigest())


def stored_count(asked: Asked, ready: Desk) -> Stored:
    """What is kept of a count; a name of an event in free words stays on the sealed paper."""
    plain = replace(
        asked,
        event=_plain(asked.event),
        events=tuple(row for row in map(_plain, asked.events) if row is not None),
    )
    ours = clocks(ready)
    return store(plain, answered(plain, ours, ready.calendars), ours)


def _plain(event: Event | None) -> Event | None:
    if event is None or event.kind in {word.value for word in EventKind}:
        return event
    return replace(event, kind=UNNAMED)


def keep_reckoning(
    docket_id: str, obligation: str, entry: EntryId, stored: Stored, ready: Desk
) -> None:
    """Store how the date that this entry put in force was counted, and the law behind it."""
    keep(ready, stored)
    Reckoning.objects.create(
        docket_id=docket_id,
        obligation=obligation,
        entry=entry,
        law=law_of(stored),
        stored=stored.to_json(),
    )


def law_of(stored: Stored) -> str:
    """The digest of everything that a count rests on besides what was asked."""
    pins = stored.pins
    rests = {
        "packs": sorted(stored.packs),
        "calendars": sorted(map(list, pins.calendars)),
        "tzdata": pins.tzdata,
        "engine": pins.engine.rpartition(", ")[2],
    }
    return hashlib.sha256(json.dumps(rests, sort_keys=True).encode()).hexdigest()


def latest_reckonings(docket_id: str) -> Mapping[str, Stored]:
    """By obligation, how the date that stands was counted; hand-set dates have none."""
    rows = Reckoning.objects.filter(docket_id=docket_id).order_by("id")
    return {row.obligation: Stored.from_json(row.stored) for row in rows}

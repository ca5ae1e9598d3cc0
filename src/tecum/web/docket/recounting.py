"""Dates in force, counted again: under law that has changed, or from what is now on the docket.

Nothing moves by itself. A date that comes out otherwise is shown before and after, with the
step at which the two counts part; a person accepts it, and the old date stays on the docket.

Authority: RECKONING section 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.db import connection, transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from tecum.clock import today
from tecum.docket.acts import DeadlineRecomputed
from tecum.docket.acts.clocks import RecomputeCause
from tecum.docket.entry import Entry, EntryId, ObligationId
from tecum.docket.errors import StalePreview
from tecum.docket.state.model import ObligationStep
from tecum.errors import ReckonError
from tecum.reckoning.asked import Asked
from tecum.reckoning.errors import CannotRecompute
from tecum.reckoning.recompute import Change, Law, Stored, changed, recompute
from tecum.reckoning.result import Reckoned
from tecum.reckoning.setting import tzdata_version
from tecum.triage import Desk
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket, visible_obligations
from tecum.web.docket import states
from tecum.web.docket.counted import (
    clock_sha256,
    dates_read,
    keep_reckoning,
    latest_reckonings,
    moment,
    pins_of,
    stored_count,
)
from tecum.web.docket.deadlines import deadlines_offered
from tecum.web.docket.desk import clocks, desk
from tecum.web.docket.models import Obligation, Reckoning
from tecum.web.docket.record import record
from tecum.web.docket.shelf import shelf_for

__all__ = [
    "MOST",
    "Recount",
    "Recounts",
    "accept_recount",
    "made_again",
    "note_unmoved",
    "recount_of",
    "recounts",
    "resting_on_old_law",
]

MOST = 2000
"""So many dates are counted again for one page; the rest are named and follow."""


@dataclass(frozen=True, slots=True)
class Recount:
    """One open date that comes out otherwise now.

    Attributes:
        change: Before and after, with the step at which they part.
        cause: What differs: the trigger, what was asked, the pack, the calendar, the zones.
        zone: The zone of the office, in which its days are days.
    """

    row: Obligation
    change: Change
    cause: RecomputeCause
    zone: str

    @property
    def seen(self) -> str:
        """The date that a person accepts, as text; empty where there is none to accept."""
        after = self.change.after
        if isinstance(after, ReckonError) or after.safe is None:
            return ""
        return moment(after.safe, self.zone).isoformat()


@dataclass(frozen=True, slots=True)
class Recounts:
    """What counting again gives: dates that move, dates that stay, and how many are left.

    ``given`` counts open dates whose count rests on old law too, but that were extended,
    resumed or set by hand since: no count replaces them, a person looks at them.
    """

    moved: tuple[Recount, ...]
    unmoved: int
    left: int
    given: int = 0


def resting_on_old_law(person: Person) -> int:
    """How many open dates rest on a pack, a calendar or time zones that are no longer in use."""
    return _stale(person).count()


def recounts(person: Person) -> Recounts:
    """Every open date that rests on law no longer in use, counted by what is in use now."""
    ready, day = desk(), _day()
    rows = _stale(person).order_by("safe_on", "docket_id", "name")
    whole = rows.count()
    moved, unmoved = [], 0
    for row, stored in _with_counts(rows[:MOST]):
        change = _changed(row.name, stored, replace(stored.asked, known_on=day), ready)
        if change is not None and change.is_moved:
            moved.append(Recount(row, change, _cause(stored, change, ready), ready.office.zone))
        else:
            unmoved += 1
    given = _resting_on_old_law(_given_since(person)).count()
    return Recounts(tuple(moved), unmoved, max(0, whole - MOST), given)


def recount_of(person: Person, docket_id: str, obligation: str) -> Recount | None:
    """One open date counted by what the docket and the law say now; None where it stands."""
    stored = latest_reckonings(docket_id).get(obligation)
    offer = next(
        (row for row in deadlines_offered(person, docket_id) if row.obligation == obligation), None
    )
    row = _open_row(person, docket_id, obligation)
    if stored is None or row is None or offer is None or offer.deadline.asked is None:
        return None
    ready = desk()
    asked = stored_count(offer.deadline.asked, ready).asked
    change = _changed(obligation, stored, asked, ready)
    if change is None or not change.is_moved:
        return None
    return Recount(row, change, _cause(stored, change, ready), ready.office.zone)


def accept_recount(actor: Person, docket_id: str, obligation: str, seen: str) -> Entry:
    """Put the newly counted date in the place of the one that stands; the old one is kept.

    Args:
        seen: The new date as the person saw it (:attr:`Recount.seen`).

    Raises:
        NotFound: no such docket, or none that the actor may know of.
        NotPermitted: the actor may not record it.
        StalePreview: the date is not open, does not move, or now comes out otherwise than seen.
    """
    with transaction.atomic():
        require(actor, DeadlineRecomputed.slug, visible_docket(actor, docket_id))
        recount = _offered(actor, docket_id, obligation, seen)
        after = recount.change.after
        if isinstance(after, ReckonError) or after.safe is None or after.latest is None:
            raise _otherwise()
        act = DeadlineRecomputed(
            obligation=ObligationId(obligation),
            cause=recount.cause,
            before=_stands(docket_id, obligation),
            readings=dates_read(after, recount.zone),
            safe=moment(after.safe, recount.zone),
            latest=moment(after.latest, recount.zone),
            clock=after.clock.id,
            pack=clock_sha256(after),
            parts_on=_parts_on(recount.change),
            pins=pins_of(after),
        )
        entry = record(actor, docket_id, act)
        ready = desk()
        kept = stored_count(recount.change.asked, ready)
        keep_reckoning(docket_id, obligation, entry.id, kept, ready)
    return entry


def note_unmoved(actor: Person) -> int:
    """Store the new count of every date that stays the same under the law now in use.

    The date is the same, so this is no act; the first count is kept beside the new one.
    """
    ready, day = desk(), _day()
    noted = 0
    for row, stored in _with_counts(_stale(actor)[:MOST]):
        asked = replace(stored.asked, known_on=day)
        change = _changed(row.name, stored, asked, ready)
        if change is None or not change.is_moved:
            kept = stored_count(asked, ready)
            keep_reckoning(row.docket_id, row.name, EntryId(row.since), kept, ready)
            noted += 1
    return noted


def made_again(stored: Stored) -> str:
    """Whether a stored count comes out byte for byte from what it rested on; else why not."""
    try:
        recompute(stored, shelf_for(stored))
    except (CannotRecompute, ReckonError) as error:
        return error.what
    return ""


# --- which dates ---------------------------------------------------------------------------


def _open_dates(person: Person) -> QuerySet[Obligation]:
    """Open dates that are what their latest count gave."""
    return _with_law(person).filter(counted_by=F("since"))


def _given_since(person: Person) -> QuerySet[Obligation]:
    """Open dates that something other than a count gave after they were counted."""
    return _with_law(person).filter(reckoning__isnull=False).exclude(counted_by=F("since"))


def _with_law(person: Person) -> QuerySet[Obligation]:
    latest = Reckoning.objects.filter(
        docket=OuterRef("docket"), obligation=OuterRef("name")
    ).order_by("-id")
    rows = visible_obligations(person).filter(state=ObligationStep.FIXED.value)
    return rows.annotate(
        reckoning=Subquery(latest.values("pk")[:1]),
        law=Subquery(latest.values("law")[:1]),
        counted_by=Subquery(latest.values("entry")[:1]),
    )


def _stale(person: Person) -> QuerySet[Obligation]:
    return _resting_on_old_law(_open_dates(person))


def _resting_on_old_law(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    ready = desk()
    old = [law for law in _laws() if not _in_use(law, ready)]
    return rows.filter(law__in=old) if old else rows.none()


def _laws() -> list[str]:
    """Every law that any count rests on: few among many counts, each found by one look."""
    table = Reckoning._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE held(law) AS (SELECT MIN(law) FROM {table} UNION ALL "  # noqa: S608
            f"SELECT (SELECT MIN(law) FROM {table} WHERE law > held.law) FROM held "
            "WHERE held.law IS NOT NULL) SELECT law FROM held WHERE law IS NOT NULL"
        )
        return [law for (law,) in cursor.fetchall()]


def _in_use(law: str, ready: Desk) -> bool:
    """Whether the packs, calendars and zones of a law are those that are loaded now."""
    packs, calendars, zones = _rests_on(law)
    return (
        packs <= {digest for _, digest in ready.packs.digests}
        and zones == tzdata_version()
        and all(
            name in ready.calendars and ready.calendars[name].sha256 == digest
            for name, digest in calendars
        )
    )


@lru_cache(maxsize=1024)
def _rests_on(law: str) -> tuple[frozenset[str], tuple[tuple[str, str], ...], str]:
    """Digests of packs, calendars with theirs, and time zones; a law is named by their hash."""
    stored = Stored.from_json(Reckoning.objects.filter(law=law)[0].stored)
    return frozenset(stored.packs), tuple(stored.pins.calendars), stored.pins.tzdata


def _with_counts(rows: Iterable[Obligation]) -> Iterator[tuple[Obligation, Stored]]:
    held = list(rows)
    kept = Reckoning.objects.in_bulk([row.reckoning for row in held])  # type: ignore[attr-defined]
    for row in held:
        yield row, Stored.from_json(kept[row.reckoning].stored)  # type: ignore[attr-defined]


def _open_row(person: Person, docket_id: str, obligation: str) -> Obligation | None:
    return _open_dates(person).filter(docket_id=docket_id, name=obligation).first()


# --- before and after ----------------------------------------------------------------------


def _changed(name: str, stored: Stored, asked: Asked, ready: Desk) -> Change | None:
    return changed(name, stored, asked, Law(clocks=clocks(ready), calendars=ready.calendars))


def _cause(stored: Stored, change: Change, ready: Desk) -> RecomputeCause:
    """What differs: the events, what was asked, the calendar, the pack, or the time zones.

    A calendar lies in a pack, whose digest changes with it: a pack whose clock says the same
    as before is not the cause.
    """
    then, now = stored.asked, change.asked
    if (then.event, then.events, then.stood) != (now.event, now.events, now.stood):
        return RecomputeCause.TRIGGER
    if replace(now, known_on=then.known_on) != then:
        return RecomputeCause.CORRECTION
    after = change.after
    if not isinstance(after, Reckoned) or after.to_json()["clock"] != stored.told["clock"]:
        return RecomputeCause.PACK
    if after.pins.calendars != stored.pins.calendars:
        return RecomputeCause.CALENDAR
    if not set(stored.packs) <= {digest for _, digest in ready.packs.digests}:
        return RecomputeCause.PACK
    return RecomputeCause.TZDATA


def _offered(actor: Person, docket_id: str, obligation: str, seen: str) -> Recount:
    """The recount that a person saw: from the docket as it is, else under the new law alone."""
    found = recount_of(actor, docket_id, obligation)
    if found is not None and found.seen == seen and seen:
        return found
    row = _stale(actor).filter(docket_id=docket_id, name=obligation).first()
    if row is not None:
        ready = desk()
        ((_, stored),) = _with_counts([row])
        asked = replace(stored.asked, known_on=_day())
        change = _changed(obligation, stored, asked, ready)
        if change is not None:
            recount = Recount(row, change, _cause(stored, change, ready), ready.office.zone)
            if recount.seen == seen and seen:
                return recount
    raise _otherwise()


def _otherwise() -> StalePreview:
    return StalePreview(
        _("This date does not come out as it was shown, so nothing was changed."),
        why=_("The docket or the law changed since the page was made."),
        do=_("Look at the date again, then accept it or set one by hand."),
    )


def _stands(docket_id: str, obligation: str) -> date | datetime | None:
    state = states.state_of(states.docket_for(None, docket_id))
    return state.obligations[ObligationId(obligation)].safe


def _parts_on(change: Change) -> date | None:
    parting = change.parting
    step = (parting.after or parting.before) if parting is not None else None
    if step is None:
        return None
    return step.at.date() if isinstance(step.at, datetime) else step.at


def _day() -> date:
    return today(desk().office.zone)

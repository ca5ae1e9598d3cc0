"""Duties that an act brings by the packs in force, opened as obligations of their own.

Receipt, determination and disclosure bring duties on the demand's docket; the calendar brings
those of the office (:mod:`tecum.web.docket.periodic`). A duty whose facts are not known stays a
question. Duties never change an outcome.

Authority: LAW section 7; DOCKET 1.8.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from tecum.clock import today
from tecum.docket.acts import (
    AnswerSent,
    DemandRefused,
    DemandRegistered,
    DeterminationApproved,
    DeterminationOverridden,
    DutyOpened,
    ServiceRecorded,
)
from tecum.docket.entry import Entry, EntryId, Label, ObligationId
from tecum.docket.state.model import ObligationOrigin, State
from tecum.docket.vocabulary import Direction, Disposition, ObligationObject
from tecum.law.blocks import Duty
from tecum.law.duties import DutyFinding, duties
from tecum.law.truth import Truth
from tecum.provenance import Sha256
from tecum.triage import Desk
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may, require
from tecum.web.docket import states
from tecum.web.docket.basis import facts_of, reading_of
from tecum.web.docket.desk import desk
from tecum.web.docket.duty_dates import awaited, start_duty_dates, trigger_day
from tecum.web.docket.findings import actions_of
from tecum.web.docket.record import record

__all__ = ["open_duties", "open_for", "opening"]

_OBJECT = {
    "LetterSent": ObligationObject.NOTICE,
    "ReportFiled": ObligationObject.REPORT,
    "DutyDischarged": ObligationObject.RECORD,
    "AnswerSent": ObligationObject.ANSWER,
    "ReceiptAcknowledged": ObligationObject.ACKNOWLEDGMENT,
}
_TOLD = (Disposition.PRODUCED, Disposition.PRODUCED_IN_PART)


def open_duties(actor: Person, docket_id: str) -> list[Entry]:
    """Open every duty that arises on receipt and does not stand yet.

    A duty whose law states no date stands without one. What is only a question stays one.
    Whoever may record service but not open a duty has the system open it.

    Raises:
        NotPermitted: the actor may record no service either.
    """
    with transaction.atomic():
        docket = states.docket_for(actor, docket_id)
        if not may(actor, DutyOpened.slug, docket):
            require(actor, ServiceRecorded.slug, docket)
        state = states.state_of(docket)
        if state.demand is None:
            return []
        by = actor if may(actor, DutyOpened.slug) else None
        opened = _opened(by, state, state.demand.entry, "receipt", ())
        return [*opened, *start_duty_dates(actor, docket_id)]


def open_for(entry: Entry) -> list[Entry]:
    """Open the duties that an act of this office brings on its docket; the system opens them."""
    with transaction.atomic():
        state = states.state_of(states.docket_for(None, entry.docket))
        if state.demand is None or state.demand.act.direction is not Direction.INWARD:
            return []
        found = _triggered(state, entry)
        if found is None:
            return []
        trigger, items = found
        opened = _opened(None, state, entry.id, trigger, items)
        return [*opened, *start_duty_dates(None, entry.docket)] if opened else []


def _triggered(state: State, entry: Entry) -> tuple[str, tuple[Label, ...]] | None:
    """Which trigger an act is, and for which items; None where it is none."""
    act = entry.act
    if isinstance(act, DemandRegistered):
        return "receipt", ()
    if isinstance(act, DeterminationApproved | DeterminationOverridden):
        return "determination", state.determinations[entry.id].items
    if isinstance(act, DemandRefused):
        return "determination", tuple(item.label for item in state.live_items)
    if isinstance(act, AnswerSent):
        told = tuple(row.item for row in act.items if row.disposition in _TOLD)
        return ("disclosure", told) if told else None
    return None


def _arising(
    ready: Desk,
    docket_id: str,
    state: State,
    trigger: str,
    labels: tuple[Label, ...],
    *,
    on: date,
) -> list[tuple[Duty, tuple[Label, ...]]]:
    """The blocks that arise, in the version in force that day, each with its items."""
    whole: dict[str, Duty] = {}
    by_item: dict[str, tuple[Duty, tuple[Label, ...]]] = {}
    live = tuple(item.label for item in state.live_items)
    for label in labels or ((None, *live) if trigger == "receipt" else (None,)):
        for name, row in _on_items(ready, docket_id, state, trigger, (label,), on=on).items():
            if row.arises is not Truth.T or name in whole:
                continue
            if label is None:
                whole[name] = row.duty
            else:
                by_item[name] = (row.duty, (*by_item.get(name, (None, ()))[1], label))
    return [*((duty, ()) for duty in whole.values()), *by_item.values()]


def _on_items(
    ready: Desk,
    docket_id: str,
    state: State,
    trigger: str,
    items: tuple[Label | None, ...],
    *,
    on: date,
) -> dict[str, DutyFinding]:
    """Every duty of a trigger that arises or may, for an item and each action that it raises.

    Args:
        on: The day of the trigger; what its law said then counts, as it is known today.
    """
    known_on = today(ready.office.zone)
    reading = reading_of(docket_id, state)
    found: dict[str, DutyFinding] = {}
    for label in items or (None,):
        facts = facts_of(ready, state, reading, label)
        item = state.items.get(label) if label is not None else None
        for action in actions_of(state, item) if item is not None else (None,):
            for row in duties(ready.packs, trigger, facts, on=on, known_on=known_on, action=action):
                held = found.get(row.duty.id)
                if held is None or held.arises is not Truth.T:
                    found[row.duty.id] = row
    return found


def _opened(
    by: Person | None, state: State, ref: EntryId, trigger: str, items: tuple[Label, ...]
) -> list[Entry]:
    ready, docket_id = desk(), str(state.docket)
    on = trigger_day(state, state.entries[ref], ready.office.zone)
    held = [row for row in state.obligations.values() if row.origin is ObligationOrigin.DUTY]
    entries: list[Entry] = []
    arising = _arising(ready, docket_id, state, trigger, items, on=on)
    for duty, labels in sorted(arising, key=lambda row: row[0].id):
        standing = [row for row in held if row.rule == duty.id]
        if trigger == "receipt" and standing:
            continue
        still = [row for row in standing if row.step.is_open]
        if any(row.trigger == ref or _covers(row.items, labels) for row in still):
            continue
        number = len(held) + len(entries) + 1
        act = opening(duty, ready, f"duty.{number}", ref, labels)
        entries.append(record(by, docket_id, act))
    return entries


def _covers(held: tuple[Label, ...], wanted: tuple[Label, ...]) -> bool:
    return not held or (bool(wanted) and set(wanted) <= set(held))


def opening(
    duty: Duty, ready: Desk, obligation: str, ref: EntryId | None, items: tuple[Label, ...] = ()
) -> DutyOpened:
    """The act by which a duty of a loaded pack stands on a docket."""
    return DutyOpened(
        duty=duty.id,
        pack=Sha256(dict(ready.packs.digests)[duty.pack]),
        obligation=ObligationId(obligation),
        object=_OBJECT.get(duty.done_by.partition("(")[0], ObligationObject.NOTICE),
        trigger=ref,
        items=items,
        done_by=duty.done_by,
        awaits=awaited(duty, ready),
    )

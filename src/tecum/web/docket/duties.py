"""Duties that a demand brings on its receipt, opened as obligations of their own."""

from __future__ import annotations

from django.db import transaction

from tecum.clock import today
from tecum.docket.acts import DutyOpened, ServiceRecorded
from tecum.docket.entry import Entry, ObligationId
from tecum.docket.state.model import ObligationOrigin, State
from tecum.docket.vocabulary import ObligationObject
from tecum.law.duties import DutyFinding, duties
from tecum.law.truth import Truth
from tecum.provenance import Sha256
from tecum.triage import Desk
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may, require
from tecum.web.docket import states
from tecum.web.docket.basis import facts_of, reading_of
from tecum.web.docket.desk import desk
from tecum.web.docket.record import record

__all__ = ["duties_on_receipt", "open_duties"]

_OBJECT = {
    "LetterSent": ObligationObject.NOTICE,
    "ReportFiled": ObligationObject.REPORT,
    "DutyDischarged": ObligationObject.RECORD,
    "AnswerSent": ObligationObject.ANSWER,
    "ReceiptAcknowledged": ObligationObject.ACKNOWLEDGMENT,
}


def duties_on_receipt(person: Person, docket_id: str) -> tuple[DutyFinding, ...]:
    """The duties that the loaded packs attach to receipt: those that arise, and questions."""
    state = states.state_of(states.docket_for(person, docket_id))
    return _found(desk(), docket_id, state)


def open_duties(actor: Person, docket_id: str) -> list[Entry]:
    """Open every duty that arises on receipt and does not stand yet.

    A duty whose law states no date stands without one. What is only a question stays one.
    Whoever may record service but not open a duty has the system open it.

    Raises:
        NotPermitted: the actor may record no service either.
    """
    entries: list[Entry] = []
    with transaction.atomic():
        docket = states.docket_for(actor, docket_id)
        if not may(actor, DutyOpened.slug, docket):
            require(actor, ServiceRecorded.slug, docket)
        state = states.state_of(docket)
        if state.demand is None:
            return []
        ready = desk()
        digests = dict(ready.packs.digests)
        held = [row for row in state.obligations.values() if row.origin is ObligationOrigin.DUTY]
        stands = {row.rule for row in held}
        by = actor if may(actor, DutyOpened.slug) else None
        for row in _found(ready, docket_id, state):
            if row.arises is not Truth.T or row.duty.id in stands:
                continue
            act = DutyOpened(
                duty=row.duty.id,
                pack=Sha256(digests[row.duty.pack]),
                obligation=ObligationId(f"duty.{len(held) + len(entries) + 1}"),
                object=_OBJECT.get(row.duty.done_by.partition("(")[0], ObligationObject.NOTICE),
                trigger=state.demand.entry,
                done_by=row.duty.done_by,
            )
            entries.append(record(by, docket_id, act))
    return entries


def _found(ready: Desk, docket_id: str, state: State) -> tuple[DutyFinding, ...]:
    day = today(ready.office.zone)
    facts = facts_of(ready, state, reading_of(docket_id, state), None)
    return duties(ready.packs, "receipt", facts, on=day, known_on=day)

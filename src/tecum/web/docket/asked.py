"""Acts that no one person does alone: asked for by one, recorded once another agrees."""

from __future__ import annotations

import io
import json
import secrets
from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import Act, DeterminationApproved, DutyWaived
from tecum.docket.codec import act_from_json, canonical, to_json
from tecum.docket.entry import Entry
from tecum.docket.errors import SamePerson
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket
from tecum.web.accounts.selectors import everybody, people
from tecum.web.docket.models import ActAsked, Docket
from tecum.web.docket.record import How, record, would_record
from tecum.web.intake import store
from tecum.web.intake.errors import FileGone
from tecum.words import Role

__all__ = ["MAY_AGREE", "Waiting", "agree", "ask_for", "forget", "waiting_on"]

MAY_AGREE = (Role.COUNSEL, Role.LEAD)
"""Who is taken as the second of the two persons."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act that waits for a second person."""

    name: str
    act: Act
    by: str
    is_own: bool


def ask_for(actor: Person, docket_id: str, act: Act) -> ActAsked:
    """Ask for an act; it is tried as if another agreed, and nothing is recorded.

    Raises:
        NotFound, NotPermitted: the docket, or the act, is not the actor's.
        ActRefused: the act could not be recorded even then.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, act.slug, docket)
    other = next((one for one in people() if one.pk != actor.pk), None)
    would_record(actor, docket_id, act, How(second=other))
    held = canonical({"act": to_json(act), "salt": secrets.token_hex(32)})
    laid = store.lay_down(io.BytesIO(held))
    with transaction.atomic():
        store.enter(laid, docket_id, "asked.json", is_document=False)
        return ActAsked.objects.create(
            docket=docket,
            slug=act.slug,
            document=laid.sha256,
            asked_by=actor.public_id,
            asked_at=now(),
        )


def waiting_on(person: Person, docket: Docket) -> list[Waiting]:
    """What waits on a docket, which the person may know of, for a second one; oldest first."""
    rows = list(ActAsked.objects.filter(docket=docket).order_by("asked_at"))
    names = {one.public_id: one.name for one in everybody()} if rows else {}
    found = []
    for row in rows:
        # What was asked for may have been erased with the docket.
        with suppress(FileGone):
            own = row.asked_by == person.public_id
            found.append(Waiting(row.document, _act(row), names.get(row.asked_by, ""), own))
    return found


def agree(second: Person, docket_id: str, name: str) -> Entry:
    """Agree to an act that somebody else asked for, and have it recorded.

    Raises:
        NotFound: nothing of this name waits there.
        SamePerson, NotPermitted: it is one's own, or agreeing belongs to others.
    """
    require(second, DeterminationApproved.slug, visible_docket(second, docket_id))
    with transaction.atomic():
        row = _row(second, docket_id, name, lock=True)
        if row.asked_by == second.public_id:
            raise SamePerson(
                _("Whoever asked for it cannot be the second person."),
                do=_("Let another person agree."),
            )
        actor = Person.objects.get(public_id=row.asked_by)
        entry = record(actor, docket_id, _act(row), How(second=second))
        row.delete()
    return entry


def forget(person: Person, docket_id: str, name: str) -> None:
    """Take a request back; nothing was recorded."""
    require(person, DutyWaived.slug, visible_docket(person, docket_id))
    _row(person, docket_id, name).delete()


def _row(person: Person, docket_id: str, name: str, *, lock: bool = False) -> ActAsked:
    """What was asked for; locked, so that of two who agree at once one records it."""
    rows = ActAsked.objects.select_related("docket")
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(docket=visible_docket(person, docket_id), document=name).first()
    if row is None:
        raise NotFound
    return row


def _act(row: ActAsked) -> Act:
    return act_from_json(json.loads(store.kept_bytes(row.docket_id, row.document))["act"])

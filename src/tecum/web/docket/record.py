"""The one way onto a docket: permission, guard, seal, sign, store, project; one transaction.

    record(actor, docket, act, …) → Entry

What is recorded is durable when this returns. The statement goes into the log afterwards, by
the sequencer; until then the entry is "recorded, not yet in the log" and has no receipt.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from tecum.clock import now
from tecum.docket.acts import Act, Corrected
from tecum.docket.codec import canonical
from tecum.docket.entry import (
    Actor,
    DateKind,
    DocketId,
    DocketKind,
    Entry,
    EntryId,
    IdempotencyKey,
    KnownBy,
    Source,
    When,
    entry_digest,
)
from tecum.docket.errors import DocketBusy
from tecum.docket.seal import Sealed, seal_entry
from tecum.docket.state import apply, recorded_before
from tecum.docket.when import at
from tecum.web.accounts import policies
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.selectors import office
from tecum.web.background import BACKGROUND
from tecum.web.docket import models, states
from tecum.web.docket.projections import project
from tecum.web.docket.recorded import keep
from tecum.web.ledger.services import state_in_writing
from tecum.words import Role, Side

__all__ = ["How", "new_docket_id", "record", "would_record"]

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What goes with an act: when it happened, how we know, on what it rests.

    Attributes:
        happened: When, in the world; None means now, by this office.
        key: The same key with the same act gives the first entry again.
        second: The other person who confirmed, where two are required.
        counterpart: The other side acts, through exchange; only where no person of ours does.
    """

    happened: When | None = None
    known_by: KnownBy = KnownBy.OWN_ACT
    side: Side = Side.OURS
    basis: tuple[Source, ...] = ()
    key: str | None = None
    second: Person | None = None
    counterpart: bool = False


def new_docket_id() -> str:
    """32 random bytes as hex: the name of a docket that does not exist yet."""
    return secrets.token_hex(32)


def record(
    actor: Person | None,
    docket_id: str,
    act: Act,
    how: How = How(),
    *,
    opens: DocketKind | None = None,
) -> Entry:
    """Record an act on a docket.

    Args:
        actor: Who acts; None is the system itself.
        docket_id: The docket; it is opened with this act where ``opens`` says as what.
        act: What was done or happened.

    Returns:
        The entry, durable.

    Raises:
        NotFound: no such docket, or none that the actor may know of.
        ActRefused: the actor's role, the state, or a key used before does not allow it.
    """
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                entry = _record(actor, docket_id, act, how, opens)
            keep(entry)
            return entry
        except IntegrityError:
            states.forget(docket_id)
    raise DocketBusy(
        _("Others are writing on this docket; the act was not recorded."),
        why=_("Every entry has its own number, and the next one was taken each time."),
        do=_("Look at what changed, then try again."),
    )


def would_record(actor: Person, docket_id: str, act: Act, how: How = How()) -> None:
    """Ask everything that recording an act asks, and record nothing.

    Raises:
        NotFound: no such docket, or none that the actor may know of.
        ActRefused: the actor's role, or the state, does not allow it.
    """
    docket = models.Docket.objects.filter(pk=docket_id).first()
    if docket is None:
        raise NotFound
    role = _role(actor, act, docket, new=False)
    apply(states.state_of(docket), _entry(actor, role, docket, act, how))


def _record(
    actor: Person | None, docket_id: str, act: Act, how: How, opens: DocketKind | None
) -> Entry:
    docket = _docket(docket_id, opens)
    role = Role.COUNTERPART if how.counterpart else None
    if actor is not None or role is None:
        role = _role(actor, act, docket, new=opens is not None and docket.seq == 0)
    before = states.state_of(docket)
    first = recorded_before(before, IdempotencyKey(how.key) if how.key else None, act)
    if first is not None:
        return first
    entry = _entry(actor, role, docket, act, how)
    after = apply(before, entry)
    sealed = seal_entry(entry, lambda: secrets.token_bytes(32))
    digest = entry_digest(sealed.public, bytes.fromhex(docket.digest) if docket.digest else None)
    _store(docket, entry, sealed, digest)
    statement = state_in_writing(after, entry, sealed, prev=docket.statement)
    docket.seq, docket.digest, docket.statement = entry.seq, digest.hex(), statement
    project(docket, after, before)
    docket.save()
    states.remember(docket, after)
    transaction.on_commit(lambda: BACKGROUND.wake("sequencer"))
    return entry


def _docket(docket_id: str, opens: DocketKind | None) -> models.Docket:
    docket = models.Docket.objects.select_for_update().filter(pk=docket_id).first()
    if docket is not None:
        return docket
    if opens is None:
        raise NotFound
    return models.Docket.objects.create(id=docket_id, kind=opens.value, opened_at=now())


def _role(actor: Person | None, act: Act, docket: models.Docket, *, new: bool) -> Role:
    if actor is None:
        return Role.SYSTEM
    role = policies.require(actor, act.slug, None if new else docket)
    return _correcting(actor, act, docket, role) if isinstance(act, Corrected) else role


def _correcting(actor: Person, act: Corrected, docket: models.Docket, role: Role) -> Role:
    """Of several roles that somebody holds, the one in which the entry may be corrected."""
    first = states.state_of(docket).entries.get(act.entry)
    if first is not None and first.actor.role in actor.roles & act.recorded_by:
        return first.actor.role
    return Role.LEAD if Role.LEAD in actor.roles else role


def _entry(actor: Person | None, role: Role, docket: models.Docket, act: Act, how: How) -> Entry:
    row = office()
    recorded_at = now()
    return Entry(
        id=EntryId(secrets.token_hex(16)),
        docket=DocketId(docket.pk),
        seq=docket.seq + 1,
        act=act,
        side=how.side,
        known_by=how.known_by,
        happened=how.happened or at(DateKind.OCCURRED, recorded_at, row.zone if row else None),
        recorded_at=recorded_at,
        actor=Actor(
            office=row.public_id if row else "",  # type: ignore[arg-type]
            person=actor.public_id if actor else None,  # type: ignore[arg-type]
            role=role,
            second=how.second.public_id if how.second else None,  # type: ignore[arg-type]
        ),
        basis=how.basis,
        key=IdempotencyKey(how.key) if how.key else None,
    )


def _store(docket: models.Docket, entry: Entry, sealed: Sealed, digest: bytes) -> None:
    models.Entry.objects.create(
        id=entry.id,
        docket=docket,
        seq=entry.seq,
        slug=entry.act.slug,
        recorded_at=entry.recorded_at,
        person_id=entry.actor.person or "",
        role=entry.actor.role.value,
        key=entry.key,
        body=canonical(sealed.public),
        digest=digest.hex(),
    )

"""What leaves the office: answers, refusals, objections, letters; and how far they came."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from tecum.docket.acts import (
    Act,
    AnswerSent,
    DeliveryRecorded,
    DemandRefused,
    LetterSent,
    ObjectionServed,
)
from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.decision import RefusalCode
from tecum.docket.acts.service import DeliveryCode, DeliveryEvent, LetterPurpose
from tecum.docket.entry import Entry, EntryId, KnownBy, Label, ObligationId, When
from tecum.docket.state.ending_duties import can_end
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require
from tecum.web.docket import states
from tecum.web.docket.duties import open_for
from tecum.web.docket.record import How, record
from tecum.web.intake import store
from tecum.words import Channel, Side

__all__ = [
    "keep_document",
    "object_to_items",
    "record_delivery",
    "refuse_demand",
    "send_answer",
    "send_letter",
]


def keep_document(
    actor: Person, docket_id: str, content: bytes, name: str, *, act: type[Act] = LetterSent
) -> Sha256:
    """Keep a document that this office made; gives the hash by which acts name it.

    Args:
        act: The act that it goes with; who may not record that keeps nothing either.

    Raises:
        NotFound, NotPermitted: before a byte is stored.
    """
    require(actor, act.slug, states.docket_for(actor, docket_id))
    laid = store.lay_down(io.BytesIO(content))
    with transaction.atomic():
        store.enter(laid, docket_id, name)
    return Sha256(laid.sha256)


def send_answer(
    actor: Person,
    docket_id: str,
    lines: Iterable[ItemAnswered],
    *,
    document: bytes,
    to: str,
    channel: Channel,
    name: str = "answer.txt",
    packages: Iterable[str] = (),
    second: Person | None = None,
    key: str | None = None,
) -> Entry:
    """Answer items, as determined; what is not covered stays open, what is owed stays owed.

    Args:
        lines: One line an item: how it is answered, on what ground, what stays owed.
        document: The answer's own document, kept with the docket.
        packages: Entries of sealed packages that go with it.

    Raises:
        ActRefused: an item's determination does not agree, a package is missing, or an
            emergency is claimed and nobody has checked who asks.
    """
    with transaction.atomic():
        act = AnswerSent(
            document=keep_document(actor, docket_id, document, name, act=AnswerSent),
            items=tuple(lines),
            to=to,
            channel=channel,
            packages=tuple(EntryId(ref) for ref in packages),
        )
        entry = record(actor, docket_id, act, How(second=second, key=key))
        open_for(entry)
        return entry


def refuse_demand(
    actor: Person,
    docket_id: str,
    code: RefusalCode,
    *,
    document: bytes,
    to: str,
    channel: Channel,
    reason: str | None = None,
) -> Entry:
    """Decline a demand as a whole, on a stated ground, and tell the other side."""
    with transaction.atomic():
        act = DemandRefused(
            code=code,
            reason=reason,
            document=keep_document(actor, docket_id, document, "refusal.txt", act=DemandRefused),
            to=to,
            channel=channel,
        )
        entry = record(actor, docket_id, act)
        open_for(entry)
        return entry


def object_to_items(
    actor: Person,
    docket_id: str,
    items: Iterable[str],
    grounds: Iterable[str],
    *,
    document: bytes,
    to: str,
    channel: Channel,
) -> Entry:
    """Serve an objection to items, on grounds that are named."""
    with transaction.atomic():
        act = ObjectionServed(
            items=tuple(Label(item) for item in items),
            grounds=tuple(grounds),
            document=keep_document(
                actor, docket_id, document, "objection.txt", act=ObjectionServed
            ),
            to=to,
            channel=channel,
        )
        return record(actor, docket_id, act)


def send_letter(
    actor: Person,
    docket_id: str,
    purpose: LetterPurpose,
    *,
    document: bytes,
    to: str,
    channel: Channel,
    duties: Iterable[str] | None = None,
) -> Entry:
    """Send a letter that is neither a demand nor an answer, e.g. an acknowledgement.

    Args:
        duties: The open duties that it ends; None is the only one that it can end, if there is.

    Raises:
        ReasonNeeded: it may end several duties, and names none of them.
    """
    with transaction.atomic():
        act = LetterSent(
            purpose=purpose,
            document=keep_document(actor, docket_id, document, f"{purpose.value}.txt"),
            to=to,
            channel=channel,
            duties=None if duties is None else tuple(ObligationId(one) for one in duties),
        )
        if act.duties is None:
            held = states.state_of(states.docket_for(actor, docket_id))
            act = _named(act, [row.id for row in can_end(held, act, Side.OURS)])
        return record(actor, docket_id, act)


def _named(act: LetterSent, open_duties: list[ObligationId]) -> LetterSent:
    """The letter with the only duty that it can end; of several, a person names them."""
    return act if len(open_duties) > 1 else replace(act, duties=tuple(open_duties))


def record_delivery(
    actor: Person | None,
    docket_id: str,
    of: str,
    event: DeliveryEvent,
    *,
    code: DeliveryCode | None = None,
    channel: Channel | None = None,
    reply: str | None = None,
    tracking: str | None = None,
    happened: When | None = None,
    known_by: KnownBy = KnownBy.OWN_SYSTEM,
    side: Side = Side.OURS,
) -> Entry:
    """Record what became known of a dispatch on its way; a failure always with its code."""
    states.must_hold(actor, docket_id, of, DeliveryRecorded.slug)
    act = DeliveryRecorded(
        of=EntryId(of), event=event, code=code, channel=channel, reply=reply, tracking=tracking
    )
    how = How(happened=happened, known_by=known_by, side=side)
    return record(actor, docket_id, act, how)

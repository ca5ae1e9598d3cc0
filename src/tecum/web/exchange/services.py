"""Everything that writes about exchange between offices, for pages and for the inbox."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import (
    DeliveryRecorded,
    NonReceiptStated,
    ReceiptAcknowledged,
    ReceiptDisputed,
)
from tecum.docket.acts.service import (
    AcknowledgedWith,
    ChannelSearched,
    DeliveryCode,
    DeliveryEvent,
    SearchResult,
)
from tecum.docket.entry import Entry, EntryId
from tecum.docket.parts import Label, Source
from tecum.docket.vocabulary import AnswerDisputeCode, BasisKind
from tecum.errors import UsageError
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket
from tecum.web.docket import states
from tecum.web.docket.record import How, record
from tecum.web.exchange.disputing import show_paper
from tecum.web.exchange.issuing import Draft, draft_demand, record_answer, send_demand
from tecum.web.exchange.taking import take_again, take_in
from tecum.web.exchange.trust import stop, trust
from tecum.web.intake import store
from tecum.web.ledger.models import TheirStatement
from tecum.words import Channel, Grade

__all__ = [
    "Draft",
    "acknowledge",
    "deny",
    "draft_demand",
    "looks_like_message",
    "record_answer",
    "record_passage",
    "send_demand",
    "show_paper",
    "state_search",
    "stop",
    "take_again",
    "take_in",
    "trust",
]

_START = b"statement.note\0"


def looks_like_message(head: bytes) -> bool:
    """Whether a file begins as a ``.tecum`` message does; whether it is one is checked later."""
    return head.startswith(_START)


def acknowledge(
    actor: Person, docket_id: str, of: str, served_on: date, code: AcknowledgedWith
) -> Entry:
    """Admit receipt of what came as a message, as of a day, and under what reservation."""
    states.must_hold(actor, docket_id, of, ReceiptAcknowledged.slug)
    act = ReceiptAcknowledged(of=EntryId(of), grade=Grade.ACCEPTED, served_on=served_on, code=code)
    return record(actor, docket_id, act, How(basis=_came_with(actor, docket_id, of)))


def deny(
    actor: Person,
    docket_id: str,
    about: str,
    codes: Iterable[AnswerDisputeCode],
    *,
    items: Iterable[str] = (),
    text: str | None = None,
) -> Entry:
    """State of an answer that the other side says it sent: not received, incomplete …

    Args:
        about: The hash of their statement that it was sent.

    Raises:
        UsageError: no such statement lies on this docket.
    """
    require(actor, ReceiptDisputed.slug, visible_docket(actor, docket_id))
    basis = _their(docket_id, about)
    act = ReceiptDisputed(
        of=None, codes=tuple(codes), items=tuple(Label(item) for item in items), text=text
    )
    return record(actor, docket_id, act, How(basis=basis))


def state_search(
    actor: Person,
    docket_id: str,
    about: str,
    searched: Iterable[tuple[Channel, int]],
    scope: str,
) -> Entry:
    """State that the office looked for what the other side says it sent, and has nothing."""
    require(actor, NonReceiptStated.slug, visible_docket(actor, docket_id))
    act = NonReceiptStated(
        as_of=now(),
        code=SearchResult.NONE_FOUND,
        channels=tuple(ChannelSearched(channel=one, checked=n) for one, n in searched),
        scope=scope,
    )
    return record(actor, docket_id, act, How(basis=_their(docket_id, about)))


def record_passage(
    actor: Person,
    docket_id: str,
    of: str,
    event: DeliveryEvent,
    *,
    code: DeliveryCode | None,
    channel: Channel | None = None,
    notice: tuple[str, bytes] | None = None,
) -> Entry:
    """Record what became known of something we sent, with the notice that says so.

    Args:
        notice: The name and the bytes of a bounce, a return notice or a proof.
    """
    states.must_hold(actor, docket_id, of, DeliveryRecorded.slug)
    require(actor, DeliveryRecorded.slug, visible_docket(actor, docket_id))
    with transaction.atomic():
        document = None
        if notice is not None:
            laid = store.lay_down(io.BytesIO(notice[1]))
            store.enter(laid, docket_id, notice[0])
            document = Sha256(laid.sha256)
        act = DeliveryRecorded(
            of=EntryId(of), event=event, code=code, channel=channel, document=document
        )
        return record(actor, docket_id, act)


def _came_with(actor: Person, docket_id: str, entry: str) -> tuple[Source, ...]:
    """Their statement that an arrival, or what was recorded of it, rests on."""
    held = states.state_of(visible_docket(actor, docket_id)).entries[EntryId(entry)]
    return tuple(
        Source(kind=BasisKind.STATEMENT, statement=one.statement)
        for one in held.basis[:1]
        if one.statement is not None
    )


def _their(docket_id: str, about: str) -> tuple[Source, ...]:
    if not TheirStatement.objects.filter(pk=about, docket_id=docket_id).exists():
        raise UsageError(
            _("No statement of the other side with this hash lies on this docket."),
            do=_("Take in the message or the receipt that shows it first."),
            code="exchange.unknown",
        )
    return (Source(kind=BasisKind.STATEMENT, statement=Sha256(about)),)

"""What the world did: service, acknowledgment, disputes, orders, events awaited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import (
    DemandClosed,
    DemandReopened,
    DemandWithdrawn,
    NonReceiptStated,
    NoteAdded,
    OrderEntered,
    OwedEventHappened,
    ReceiptAcknowledged,
    ReceiptDisputed,
    SenderCalledBack,
    ServiceDisputed,
    ServiceRecorded,
)
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.acts.arrival import CallMethod, CallResult, NumberFrom, SpokeTo
from tecum.docket.acts.course import Audience, CloseGround, WithdrawnHow
from tecum.docket.acts.courts import OrderEffect, OrderReach
from tecum.docket.acts.service import AcknowledgedWith, ChannelSearched, SearchResult, ServedBy
from tecum.docket.entry import DateKind, Entry, EntryId, KnownBy, Label, ObligationId, When
from tecum.docket.vocabulary import AnswerDisputeCode, DisputeCode
from tecum.docket.when import at, on
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.accounts.selectors import profile
from tecum.web.docket import states
from tecum.web.docket.record import How, record
from tecum.words import Channel, Grade, Side

__all__ = [
    "acknowledge",
    "add_note",
    "call_back_sender",
    "close_demand",
    "dispute_receipt",
    "dispute_service",
    "enter_order",
    "record_owed_event",
    "record_service",
    "reopen_demand",
    "state_non_receipt",
    "when",
    "withdraw_demand",
]


def when(kind: DateKind, moment: date | datetime | None) -> When:
    """When something happened: a day, an instant in the office's zone, or unknown."""
    if moment is None:
        return When(kind=kind)
    if isinstance(moment, datetime):
        return at(kind, moment, profile().zone)
    return on(kind, moment)


def record_service(
    actor: Person,
    docket_id: str,
    channel: ServedBy,
    served: date | datetime | None,
    *,
    server: str | None = None,
    place: str | None = None,
    of: str | None = None,
    side: Side = Side.THEIRS,
    known_by: KnownBy = KnownBy.DOCUMENT,
) -> Entry:
    """Record one account of how and when something was served; several may stand.

    Args:
        served: The day or instant; None where nobody here knows it.
        side: Whose account it is.
        known_by: How this office knows, e.g. from the document's own certificate.
    """
    states.must_hold(actor, docket_id, of, ServiceRecorded.slug)
    act = ServiceRecorded(
        channel=channel, of=EntryId(of) if of else None, server=server, place=place
    )
    how = How(happened=when(DateKind.SERVED, served), known_by=known_by, side=side)
    return record(actor, docket_id, act, how)


def dispute_service(
    actor: Person,
    docket_id: str,
    codes: Iterable[DisputeCode],
    text: str | None = None,
    *,
    side: Side = Side.OURS,
) -> Entry:
    """Record that somebody says a service was not good, and in what."""
    act = ServiceDisputed(codes=tuple(codes), text=text)
    return record(actor, docket_id, act, How(side=side))


def acknowledge(
    actor: Person,
    docket_id: str,
    served_on: date,
    code: AcknowledgedWith,
    *,
    of: str | None = None,
    grade: Grade = Grade.ACCEPTED,
    side: Side = Side.OURS,
) -> Entry:
    """Admit receipt, in a grade, as of a day, and under what reservation."""
    states.must_hold(actor, docket_id, of, ReceiptAcknowledged.slug)
    act = ReceiptAcknowledged(
        of=EntryId(of) if of else None, grade=grade, served_on=served_on, code=code
    )
    return record(actor, docket_id, act, How(side=side))


def dispute_receipt(
    actor: Person,
    docket_id: str,
    codes: Iterable[AnswerDisputeCode],
    *,
    of: str | None = None,
    items: Iterable[str] = (),
    text: str | None = None,
    side: Side = Side.THEIRS,
    known_by: KnownBy = KnownBy.DOCUMENT,
) -> Entry:
    """Record that a side says it did not get what the other says it sent."""
    states.must_hold(actor, docket_id, of, ReceiptDisputed.slug)
    act = ReceiptDisputed(
        of=EntryId(of) if of else None,
        codes=tuple(codes),
        items=tuple(Label(item) for item in items),
        text=text,
    )
    return record(actor, docket_id, act, How(side=side, known_by=known_by))


def state_non_receipt(
    actor: Person,
    docket_id: str,
    searched: Iterable[tuple[Channel, int]],
    *,
    scope: str,
    as_of: datetime | None = None,
    result: SearchResult = SearchResult.NONE_FOUND,
) -> Entry:
    """State that the office looked and has nothing received by this time.

    Args:
        searched: Each channel, and how many arrivals of it were looked at.
        scope: What was looked for, in words; sealed.
    """
    act = NonReceiptStated(
        as_of=as_of or now(),
        code=result,
        channels=tuple(ChannelSearched(channel=one, checked=n) for one, n in searched),
        scope=scope,
    )
    return record(actor, docket_id, act)


def record_owed_event(
    actor: Person,
    docket_id: str,
    event: RunsFrom,
    happened: date | datetime,
    *,
    items: Iterable[str] = (),
    obligation: str | None = None,
) -> Entry:
    """Record that the event on which something owed waited has happened."""
    act = OwedEventHappened(
        event=event,
        items=tuple(Label(item) for item in items),
        obligation=ObligationId(obligation) if obligation else None,
    )
    kind = DateKind.RELEASED if event is RunsFrom.RELEASE else DateKind.OCCURRED
    return record(actor, docket_id, act, How(happened=when(kind, happened)))


def enter_order(
    actor: Person,
    docket_id: str,
    court: str,
    effect: OrderEffect,
    entered: date,
    *,
    items: Iterable[str] = (),
    due: date | datetime | None = None,
    number: str | None = None,
    judge: str | None = None,
    reach: OrderReach = OrderReach.NAMED,
) -> Entry:
    """Record an order of a court; what it reaches is named, what is unknown stays so."""
    act = OrderEntered(
        court=court,
        effect=effect,
        judge=judge,
        number=number,
        items=tuple(Label(item) for item in items),
        due=due,
        reach=reach,
    )
    how = How(happened=when(DateKind.ENTERED, entered), known_by=KnownBy.DOCUMENT, side=Side.THIRD)
    return record(actor, docket_id, act, how)


def call_back_sender(
    actor: Person,
    docket_id: str,
    method: CallMethod,
    result: CallResult,
    *,
    number: str | None = None,
    number_from: NumberFrom | None = None,
    spoke_to: SpokeTo | None = None,
) -> Entry:
    """Record that it was checked, by a way not taken from the message, who asks.

    Raises:
        UsageError: a call without its number, or without where the number was found.
    """
    if method is CallMethod.CALL_BACK and not (number and number_from):
        raise UsageError(
            _("A call back needs the number called and where it was found."),
            why=_("A number taken from the message itself proves nothing."),
            do=_(
                "Look the number up in a directory, on the official site or in an earlier matter."
            ),
            code="sender.number",
        )
    act = SenderCalledBack(
        method=method,
        result=result,
        number=number,
        number_from=number_from,
        spoke_to_role=spoke_to,
    )
    return record(actor, docket_id, act)


def add_note(actor: Person, docket_id: str, text: str, audience: Audience) -> Entry:
    """Add a note for this office; it is never exported to the other side."""
    return record(actor, docket_id, NoteAdded(text=text, audience=audience))


def withdraw_demand(
    actor: Person, docket_id: str, code: WithdrawnHow, *, side: Side = Side.THEIRS
) -> Entry:
    """Record that the demand is no longer pursued; obligations in course stop."""
    return record(actor, docket_id, DemandWithdrawn(code=code), How(side=side))


def close_demand(
    actor: Person,
    docket_id: str,
    ground: CloseGround,
    *,
    left_open: Iterable[str] = (),
    reason: str | None = None,
) -> Entry:
    """Close the docket; what is left open is listed, with a reason."""
    act = DemandClosed(ground=ground, left_open=tuple(left_open), reason=reason)
    return record(actor, docket_id, act)


def reopen_demand(actor: Person, docket_id: str, cause: str) -> Entry:
    """Take work up again, because of a named entry."""
    return record(actor, docket_id, DemandReopened(cause=EntryId(cause)))

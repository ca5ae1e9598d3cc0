"""Take documents in, and work on what came: confirm, correct, dismiss, attach.

Order of every channel: bytes stored and hashed durably, then the entry, then the answer to
the sender; only then is anything opened, and never in the request.
"""

from __future__ import annotations

import hashlib
import hmac
import io
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings
from django.db import transaction

from tecum.clock import now
from tecum.docket.acts import (
    DocumentAttached,
    DocumentDismissed,
    DocumentReceived,
    DocumentReleased,
    FieldConfirmed,
    FieldCorrected,
)
from tecum.docket.acts.arrival import (
    AttachedAs,
    CorrectionReason,
    Dismissal,
    EnteredBy,
    ReleaseReason,
    ValueStanding,
)
from tecum.docket.entry import (
    DateKind,
    DocketId,
    DocketKind,
    Entry,
    EntryId,
    FileId,
    KnownBy,
    When,
)
from tecum.docket.errors import ActMalformed, KeyReused, UnknownReference
from tecum.docket.parts import Source
from tecum.docket.vocabulary import BasisKind, DisputeCode
from tecum.docket.when import at
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may_read, require, visible_docket
from tecum.web.accounts.selectors import profile
from tecum.web.docket.record import How, new_docket_id, record
from tecum.web.docket.selectors import state_for
from tecum.web.intake import passwords, store
from tecum.web.intake.fields import is_new_field
from tecum.web.intake.jobs import enqueue, enqueue_again
from tecum.web.intake.media import media_type_of
from tecum.web.intake.models import ReadingMade
from tecum.web.intake.reading import READER
from tecum.worded import worded as _
from tecum.words import Channel, Grade, IntakeOutcome

__all__ = [
    "Received",
    "attach",
    "confirm_field",
    "correct_field",
    "dismiss",
    "open_with_password",
    "read_again",
    "read_older_again",
    "receive_document",
    "release",
    "waits_for_password",
]


@dataclass(frozen=True, slots=True)
class Received:
    """What is told to whoever handed a document in.

    Attributes:
        known: The same bytes were here before; both are kept.
    """

    docket: str
    entry: Entry
    sha256: str
    bytes: int
    known: bool


def receive_document(
    content: bytes | BinaryIO,
    name: str | None,
    channel: Channel,
    actor: Person | None,
    *,
    entered_by: EnteredBy = EnteredBy.UPLOAD,
    grade: Grade = Grade.HANDED_OVER,
    sender: str | None = None,
    addressed_to: str | None = None,
    channel_ref: str | None = None,
    happened: When | None = None,
    key: str | None = None,
) -> Received:
    """Take a document in. Durable when this returns; not yet opened.

    Args:
        content: The bytes as they came, or a stream of them.
        name: The name they came with: kept sealed, used for nothing but comparison.
        channel: By which way it reached the office.
        actor: Who entered it; None for the system's own channels.
        happened: When it came, where that is not now.
        key: The same key with the same bytes gives the first arrival again.

    Raises:
        NotPermitted: the actor takes no documents in.
        TooLarge, DiskFull: nothing was kept.
        KeyReused: the key was used with other bytes.
    """
    if actor is not None:
        require(actor, DocumentReceived.slug)
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    laid = store.lay_down(stream)
    docket_id = _docket_for(key)
    with transaction.atomic():
        first = _received_before(docket_id, laid.sha256) if key else None
        if first is not None:
            return first
        file, _ = store.enter(laid, docket_id, name)
        known = store.is_known(file, docket_id, actor)
        act = DocumentReceived(
            file=FileId(file.name),
            sha256=Sha256(laid.sha256),
            media_type=media_type_of(laid.head),
            bytes=laid.size,
            channel=channel,
            entered_by=entered_by,
            grade=grade,
            channel_ref=channel_ref,
            sender_stated=sender,
            addressed_to=addressed_to,
        )
        how = How(
            happened=happened or at(DateKind.DELIVERED, now(), profile().zone),
            known_by=KnownBy.OWN_SYSTEM,
            key=key,
        )
        entry = record(actor, docket_id, act, how, opens=DocketKind.DEMAND)
        enqueue("read", docket_id, entry.id)
    return Received(docket_id, entry, laid.sha256, laid.size, known)


def confirm_field(actor: Person, docket_id: str, reading: str, path: str) -> Entry:
    """Record that a read value is what the page says.

    Raises:
        NotPermitted: the actor's role does not confirm, or the actor may not see the page.
    """
    require(actor, FieldConfirmed.slug, visible_docket(actor, docket_id))
    may_read(actor, docket_id)
    return record(actor, docket_id, FieldConfirmed(reading=EntryId(reading), path=path))


def correct_field(
    actor: Person,
    docket_id: str,
    reading: str,
    path: str,
    *,
    standing: ValueStanding = ValueStanding.VALUE,
    value: str | None = None,
    reason: CorrectionReason = CorrectionReason.MISREAD,
    span: tuple[int, int, int, str] | None = None,
) -> Entry:
    """Record what the page says, or that it does not say; the machine's value stays beneath.

    Args:
        value: The better value, as text (JSON where the field has parts).
        span: Page, start, end and quote of the words it was taken from; None where typed.

    Raises:
        NotPermitted: the actor's role does not correct, or the actor may not see the page.
        UnknownReference: the reading is not of this docket.
        ActMalformed: the path names no field; recorded, it could never be shown.
    """
    require(actor, FieldCorrected.slug, visible_docket(actor, docket_id))
    may_read(actor, docket_id)
    _must_be_a_field(docket_id, reading, path)
    source = Source(kind=BasisKind.TYPED)
    if span is not None:
        page, start, end, quote = span
        source = Source(kind=BasisKind.SPAN, page=page, start=start, end=end, quote=quote)
    act = FieldCorrected(
        reading=EntryId(reading),
        path=path,
        standing=standing,
        reason=reason,
        value=value,
        source=source,
    )
    return record(actor, docket_id, act)


def dismiss(
    actor: Person,
    docket_id: str,
    arrival: str,
    outcome: Dismissal,
    *,
    target: str | None = None,
    notified: bool = False,
    code: DisputeCode | None = None,
) -> Entry:
    """Record that an arrival is no demand on this office, and why.

    Raises:
        NotFound: this docket, or the one it belongs to instead, is not visible to the actor.
    """
    if target:
        visible_docket(actor, target)
    act = DocumentDismissed(
        arrival=EntryId(arrival),
        outcome=outcome,
        target=DocketId(target) if target else None,
        notified=notified,
        code=code,
    )
    return record(actor, docket_id, act)


def attach(actor: Person, docket_id: str, arrival: str, target: str, role: AttachedAs) -> Entry:
    """File an arrival on another docket, in a stated role; both must be visible to the actor.

    Raises:
        NotFound: this docket, or the other, is not visible to the actor.
    """
    require(actor, DocumentAttached.slug, visible_docket(actor, docket_id))
    visible_docket(actor, target)
    if target == docket_id:
        raise ActMalformed(_("A document is not filed on its own docket."), field="docket")
    act = DocumentAttached(arrival=EntryId(arrival), docket=DocketId(target), role=role)
    return record(actor, docket_id, act)


def read_again(actor: Person, docket_id: str) -> bool:
    """Have a document read by the present reader; what people confirmed stands.

    Returns:
        Whether there is anything to read: False where this reader has read it already.

    Raises:
        NotPermitted: the actor's role does not confirm what is read.
    """
    require(actor, FieldConfirmed.slug, visible_docket(actor, docket_id))
    state = state_for(docket_id)
    arrival = next(reversed(list(state.arrivals)), None) if state is not None else None
    if arrival is None or ReadingMade.objects.filter(docket_id=docket_id, reader=READER).exists():
        return False
    enqueue_again("read", docket_id, arrival)
    return True


def waits_for_password(docket_id: str) -> bool:
    """Whether the last reading of a docket's document met something locked."""
    made = ReadingMade.objects.filter(docket_id=docket_id).order_by("-id").first()
    if made is None:
        return False
    locked = made.summary.get("outcome") == IntakeOutcome.PASSWORD_NEEDED
    return bool(made.summary.get("locked", locked))


def open_with_password(actor: Person, docket_id: str, password: str) -> bool:
    """Have a locked document read with a password, which is used once and kept nowhere.

    Returns:
        Whether there is anything to open.

    Raises:
        NotPermitted: the actor's role does not confirm what is read, or the words are hidden.
        ActMalformed: no password was entered, or one that is longer than any.
    """
    require(actor, FieldConfirmed.slug, visible_docket(actor, docket_id))
    may_read(actor, docket_id)
    state = state_for(docket_id)
    arrival = next(reversed(list(state.arrivals)), None) if state is not None else None
    if arrival is None or not waits_for_password(docket_id):
        return False
    if not 0 < len(password) <= passwords.LONGEST:
        raise ActMalformed(
            _("No password was entered."),
            do=_("Enter the password that the sender gave."),
            field="password",
        )
    with transaction.atomic():
        passwords.give(docket_id, arrival, password)
        enqueue_again("read", docket_id, arrival)
    return True


def read_older_again() -> int:
    """Queue every document whose last reading is an older reader's; gives how many.

    Each is a job of its own: stopped half-way, the rest is done when the product runs again.
    """
    older: dict[str, str] = {}
    for made in ReadingMade.objects.order_by("id").iterator():
        older[made.docket_id] = made.reader
    queued = 0
    for docket_id, reader in older.items():
        state = state_for(docket_id) if reader != READER else None
        arrival = next(reversed(list(state.arrivals)), None) if state is not None else None
        if arrival is not None:
            enqueue_again("read", docket_id, arrival)
            queued += 1
    return queued


def release(actor: Person, docket_id: str, arrival: str, reason: ReleaseReason) -> Entry:
    """Take up again an arrival that was set apart or dismissed."""
    return record(actor, docket_id, DocumentReleased(arrival=EntryId(arrival), reason=reason))


def _must_be_a_field(docket_id: str, reading: str, path: str) -> None:
    state = state_for(docket_id)
    held = state.readings.get(EntryId(reading)) if state is not None else None
    if held is None:
        raise UnknownReference(
            _("The reading that is pointed at is not on this docket."),
            do=_("Open the page of the paper again."),
        )
    if path not in held.fields and not is_new_field(path):
        raise ActMalformed(
            _("There is no such field."),
            do=_("Choose one of the fields of the page."),
            field="path",
        )


def _docket_for(key: str | None) -> str:
    """A new docket; with a key always the same, so that a repeat meets the first."""
    if key is None:
        return new_docket_id()
    office_key = settings.HOME.secret("index")
    return hmac.new(office_key, f"arrival:{key}".encode(), hashlib.sha256).hexdigest()


def _received_before(docket_id: str, sha256: str) -> Received | None:
    state = state_for(docket_id)
    if state is None:
        return None
    entry = next(iter(state.entries.values()))
    act = entry.act
    if not isinstance(act, DocumentReceived) or act.sha256 != sha256:
        raise KeyReused(
            _("This key was used before, with another document."),
            why=_("The same key must mean the same document, or a repeat could hide one."),
            do=_("Use a new key."),
        )
    return Received(docket_id, entry, sha256, act.bytes, known=True)

"""Take a file of another office in: kept first, then checked, then recorded as what it is.

A demand opens a docket of its own, as a paper that came any other way; an answer comes onto the
docket of the demand that it answers; what the other side says about our own statements is
recorded there as its words. Whatever does not hold is kept too, set apart, with its reason.

Authority: DOCKET 3.7.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction

from tecum.clock import now
from tecum.docket.acts import DocumentQuarantined, DocumentReceived
from tecum.docket.acts.arrival import Dismissal, EnteredBy, QuarantineReason, ReleaseReason
from tecum.docket.acts.connections import StoppedFor
from tecum.docket.entry import DateKind, DocketKind, Entry, EntryId, FileId, KnownBy
from tecum.docket.parts import Source
from tecum.docket.vocabulary import BasisKind, Direction
from tecum.docket.when import at
from tecum.errors import LedgerError, TecumError
from tecum.exchange.archive import MAX_BYTES
from tecum.exchange.errors import ExchangeStopped, NotAMessage
from tecum.exchange.intake import refusal
from tecum.exchange.message import Message, Payload, parse
from tecum.exchange.reading import office_of
from tecum.ledger.encodings import from_base64
from tecum.ledger.witness.gossip import take_head
from tecum.provenance import Sha256
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket
from tecum.web.accounts.selectors import profile
from tecum.web.docket.models import Demand, Docket
from tecum.web.docket.record import How, new_docket_id, record
from tecum.web.exchange.mirrored import record_theirs
from tecum.web.exchange.models import Paper
from tecum.web.exchange.trust import is_stopped, policy_for, stop
from tecum.web.intake import store
from tecum.web.intake.jobs import enqueue
from tecum.web.intake.media import media_type_of
from tecum.web.intake.services import dismiss, release
from tecum.web.intake.store import Laid
from tecum.web.ledger.log import open_log
from tecum.web.ledger.models import Statement, TheirStatement
from tecum.web.ledger.services import keep_theirs, thread_of
from tecum.worded import worded as _
from tecum.words import Channel, Grade

__all__ = ["take_again", "take_in"]

MEDIA_TYPE = "application/x-tecum"
_SENDINGS = ("demand.submitted", "answer.submitted")
_STRANGERS = ("message.sender", "message.log", "message.key-changed", "message.signature",
              "message.signatures", "exchange.stopped")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as far as it could be read: the message, and why it counts as nothing."""

    message: Message | None
    reason: str


def take_in(actor: Person, raw: bytes, name: str | None = None) -> Paper:
    """Take a ``.tecum`` file in; the same message again gives what became of it first.

    Raises:
        NotPermitted: the actor takes no documents in.
        TooLarge, DiskFull: nothing was kept.
    """
    require(actor, DocumentReceived.slug)
    laid = store.lay_down(io.BytesIO(raw))
    found = _read(raw)
    with transaction.atomic():
        # One after the other: the same message twice at once must not be two arrivals.
        list(Docket.objects.select_for_update().filter(kind=DocketKind.OFFICE.value))
        if found.message is not None and not found.reason:
            return _take(actor, laid, found.message)
        return _set_apart(actor, laid, found, name)


def take_again(actor: Person, paper_id: int) -> Paper:
    """Check once more what was set apart, after somebody has looked at whose keys count.

    Raises:
        NotFound: there is none that the actor may know of.
    """
    paper = Paper.objects.filter(pk=paper_id, outcome=Paper.REFUSED).first()
    if paper is None:
        raise NotFound
    visible_docket(actor, paper.docket_id)
    with transaction.atomic():
        taken = take_in(actor, store.read_bytes(paper.file, paper.docket_id))
        if taken.outcome in _GOOD:
            release(actor, paper.docket_id, paper.entry_id, ReleaseReason.SENDER_KNOWN)
            dismiss(
                actor,
                paper.docket_id,
                paper.entry_id,
                Dismissal.DUPLICATE_OF,
                target=taken.docket_id,
            )
    return taken


def _read(raw: bytes) -> _Read:
    """Take a message apart and check all of it; nothing of it is opened or rendered."""
    try:
        if len(raw) > MAX_BYTES:
            raise NotAMessage("message.size", _("it is larger than what is taken in"))
        message = parse(raw)
    except NotAMessage as error:
        return _Read(None, error.code)
    domain = office_of(message)
    if message.statement.log == open_log().key.hash:
        return _Read(message, "message.own")
    if is_stopped(domain):
        return _Read(message, ExchangeStopped.code)
    policy = policy_for(domain)
    try:
        reason = refusal(message, policy)
        if reason is None:
            home = settings.HOME.log
            seen = home / "private" / "witnessed"
            take_head(message.checkpoint, policy.logs.values(), seen, home / "evidence")
    except ExchangeStopped as error:
        stop(None, domain, StoppedFor.KEY_CHANGED)
        reason = error.code
    except (TecumError, LedgerError) as error:
        reason = error.code
    return _Read(message, reason or "")


def _take(actor: Person, laid: Laid, message: Message) -> Paper:
    statement = message.statement
    first = Paper.objects.filter(statement=message.id, outcome__in=_GOOD).order_by("id").first()
    if first is not None:
        return _hold_again(laid, message, first)
    docket_id = _docket_of(message)
    if statement.type not in _SENDINGS or (docket_id is None and _is_answer(message)):
        if docket_id is None and statement.type != "key.rotated":
            return _set_apart(actor, laid, _Read(message, "message.unlinked"), None)
        entry = record_theirs(statement, message.openings, docket_id) if docket_id else None
        return _kept(laid, message, docket_id, entry)
    return _arrived(actor, laid, message, docket_id or new_docket_id())


_GOOD = (Paper.TAKEN, Paper.KEPT)


def _is_answer(message: Message) -> bool:
    return message.statement.type.startswith("answer.")


def _hold_again(laid: Laid, message: Message, first: Paper) -> Paper:
    """The same statement once more: its newer receipt is kept beside the first."""
    file, is_known = store.enter(laid, first.docket_id, is_document=False)
    if not is_known:
        _paper(
            message,
            outcome=Paper.SHOWN,
            docket_id=first.docket_id,
            entry_id=first.entry_id,
            file=file,
            document=first.document,
        )
    return first


def _docket_of(message: Message) -> str | None:
    """Our docket that a message is about: by what it refers to, else by its own thread."""
    if message.statement.type == "demand.submitted":
        return None
    refs = [from_base64(ref).hex() for ref in message.statement.lines.get("ref", ())]
    ours = Statement.objects.filter(sha256__in=refs)
    if _is_answer(message) and message.statement.type in _SENDINGS:
        outward = Demand.objects.filter(direction=Direction.OUTWARD.value)
        ours = ours.filter(docket_id__in=outward.values("docket_id"))
        return ours.values_list("docket_id", flat=True).first()
    found = ours.values_list("docket_id", flat=True).first()
    if found is not None:
        return found
    theirs = TheirStatement.objects.exclude(docket_id="").order_by("taken_at")
    return (
        theirs.filter(sha256__in=refs).values_list("docket_id", flat=True).first()
        or theirs.filter(thread=thread_of(message.statement))
        .values_list("docket_id", flat=True)
        .first()
    )


def _arrived(actor: Person, laid: Laid, message: Message, docket_id: str) -> Paper:
    """A demand or an answer: its document is an arrival, committed to anew from its bytes."""
    label = "manifest" if _is_answer(message) else "content"
    main = _opened_document(message, label)
    file, _ = store.enter(store.lay_down(io.BytesIO(main.data)), docket_id, main.title or None)
    addressee = message.opened("addressee")
    act = DocumentReceived(
        file=FileId(file.name),
        sha256=Sha256(main.sha256.hex()),
        media_type=media_type_of(main.data[: store.HEAD]),
        bytes=len(main.data),
        channel=Channel.EXCHANGE,
        entered_by=EnteredBy.MESSAGE,
        grade=Grade.HANDED_OVER,
        addressed_to=(addressee.value or b"").decode("utf-8", "replace") or None
        if addressee is not None
        else None,
    )
    how = How(
        happened=at(DateKind.DELIVERED, now(), profile().zone),
        known_by=KnownBy.OWN_SYSTEM,
        basis=tuple(_sources(message, label)),
    )
    entry = record(actor, docket_id, act, how, opens=DocketKind.DEMAND)
    if not _is_answer(message):
        enqueue("read", docket_id, entry.id)
    keep_theirs(message.statement, docket_id, entry.id, entry.recorded_at)
    kept, _ = store.enter(laid, docket_id, is_document=False)
    return _paper(
        message,
        outcome=Paper.TAKEN,
        docket_id=docket_id,
        entry_id=entry.id,
        file=kept,
        document=file,
    )


def _opened_document(message: Message, label: str) -> Payload:
    wanted = message.opened(label)
    return next(one for one in message.payloads if wanted and one.sha256 == wanted.sha256)


def _sources(message: Message, label: str) -> list[Source]:
    """What the arrival rests on: their statement, and every further document that it names."""
    name = Sha256(message.id)
    found = [Source(kind=BasisKind.STATEMENT, statement=name)]
    shown = {one.sha256 for one in message.payloads}
    for one in message.openings:
        is_document = one.label.partition(".")[0] in ("content", "manifest")
        if is_document and one.label != label and one.sha256 in shown:
            found.append(
                Source(
                    kind=BasisKind.STATEMENT,
                    statement=name,
                    cite=one.label,
                    document=Sha256(one.sha256.hex()),
                )
            )
    return found


def _kept(laid: Laid, message: Message, docket_id: str | None, entry: Entry | None) -> Paper:
    """What another office says about our own statements, or about its keys."""
    place = docket_id or _office_docket()
    entry_id = entry.id if entry is not None else ""
    keep_theirs(message.statement, docket_id or "", entry_id, now())
    file, _ = store.enter(laid, place, is_document=False)
    return _paper(message, outcome=Paper.KEPT, docket_id=place, entry_id=entry_id, file=file)


def _set_apart(actor: Person, laid: Laid, found: _Read, name: str | None) -> Paper:
    """Whatever does not hold: an arrival of its own that nothing opens, with the reason."""
    same = store.keyed_hash(laid.sha256)
    before = Paper.objects.filter(outcome=Paper.REFUSED, file__keyed_hash=same).first()
    if before is not None:
        store.enter(laid, before.docket_id)
        before.reason = found.reason[:40]
        before.save(update_fields=["reason"])
        return before
    docket_id = new_docket_id()
    file, _ = store.enter(laid, docket_id, name)
    act = DocumentReceived(
        file=FileId(file.name),
        sha256=Sha256(laid.sha256),
        media_type=MEDIA_TYPE,
        bytes=laid.size,
        channel=Channel.EXCHANGE,
        entered_by=EnteredBy.MESSAGE,
        grade=Grade.HANDED_OVER,
    )
    how = How(happened=at(DateKind.DELIVERED, now(), profile().zone), known_by=KnownBy.OWN_SYSTEM)
    entry = record(actor, docket_id, act, how, opens=DocketKind.DEMAND)
    is_strange = found.message is not None and found.reason in _STRANGERS
    reason = QuarantineReason.UNKNOWN_SENDER if is_strange else QuarantineReason.NOT_AS_SIGNED
    record(None, docket_id, DocumentQuarantined(arrival=EntryId(entry.id), reason=reason))
    paper = Paper(
        outcome=Paper.REFUSED,
        reason=found.reason[:40],
        docket_id=docket_id,
        entry_id=entry.id,
        file=file,
        document=file,
        came_at=entry.recorded_at,
    )
    if found.message is not None:
        paper.statement = found.message.id
        paper.office = office_of(found.message)
        paper.type = found.message.statement.type
    paper.save()
    return paper


def _paper(message: Message, **fields: Any) -> Paper:
    return Paper.objects.create(
        statement=message.id,
        office=office_of(message),
        type=message.statement.type,
        came_at=now(),
        **fields,
    )


def _office_docket() -> str:
    return str(Docket.objects.filter(kind=DocketKind.OFFICE.value).values_list("pk", flat=True)[0])

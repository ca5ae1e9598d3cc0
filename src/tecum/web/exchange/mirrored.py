"""What another office states about our own statements, as acts of the other side on our docket.

Its note is kept verbatim; our entry refers to it and says nothing in its place.

Authority: DOCKET 1.4 and 1.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tecum.docket.acts import (
    Act,
    DeliveryRecorded,
    DemandWithdrawn,
    NonReceiptStated,
    ReceiptAcknowledged,
    ReceiptDisputed,
    ServiceDisputed,
)
from tecum.docket.acts.course import WithdrawnHow
from tecum.docket.acts.service import (
    AcknowledgedWith,
    DeliveryCode,
    DeliveryEvent,
    SearchResult,
)
from tecum.docket.entry import DateKind, Entry, EntryId, KnownBy, When
from tecum.docket.parts import Label, Source
from tecum.docket.vocabulary import AnswerDisputeCode, BasisKind, DisputeCode
from tecum.docket.when import at
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import from_base64
from tecum.ledger.statement import Statement as Note
from tecum.provenance import Sha256
from tecum.web.accounts.selectors import profile
from tecum.web.docket.record import How, record
from tecum.web.ledger.models import Statement
from tecum.words import Channel, Grade, Side

__all__ = ["record_theirs"]

_EVENTS = {
    "delivered": DeliveryEvent.DELIVERED,
    "opened": DeliveryEvent.OPENED,
    "relay.failed": DeliveryEvent.RELAY_FAILED,
    "delivery.failed": DeliveryEvent.FAILED,
    "delivery.expired": DeliveryEvent.EXPIRED,
}


def record_theirs(statement: Note, openings: Iterable[Opening], docket_id: str) -> Entry | None:
    """Record what another office says as its own act; none where no act says it."""
    act = _act(statement, {one.label: one for one in openings}, _entry_of(statement, docket_id))
    if act is None:
        return None
    how = How(
        happened=_when(statement),
        known_by=KnownBy.THEIR_STATEMENT,
        side=Side.THEIRS,
        basis=(Source(kind=BasisKind.STATEMENT, statement=Sha256(statement.hash.hex())),),
        counterpart=True,
    )
    return record(None, docket_id, act, how)


def _entry_of(statement: Note, docket_id: str) -> EntryId | None:
    """Our entry that the statement is about: the first of ours on the docket that it names."""
    refs = [from_base64(ref).hex() for ref in statement.lines.get("ref", ())]
    found = Statement.objects.filter(docket_id=docket_id, sha256__in=refs).order_by("seq").first()
    return EntryId(found.entry_id) if found is not None else None


def _when(statement: Note) -> When:
    kind = DateKind.DELIVERED if statement.type.endswith(".delivered") else DateKind.OCCURRED
    return at(kind, statement.at, profile().zone)


def _act(statement: Note, opened: Mapping[str, Opening], about: EntryId | None) -> Act | None:
    kind, _, station = statement.type.partition(".")
    codes = statement.lines.get("code", ())
    event = _EVENTS.get(statement.type) or (
        _EVENTS.get(station) if kind in ("demand", "answer") else None
    )
    if event is not None:
        return _delivery(statement, event, codes, about)
    if station == "acknowledged" and kind in ("demand", "answer"):
        if kind == "answer" and about is None:  # else it would tell of the demand's service
            return None
        return ReceiptAcknowledged(
            of=about,
            grade=Grade(statement.value("grade") or Grade.ACCEPTED),
            served_on=date.fromisoformat(statement.value("on") or ""),
            code=AcknowledgedWith(codes[0]),
        )
    if statement.type == "service.disputed":
        return ServiceDisputed(codes=tuple(map(DisputeCode, codes)), text=_text(opened, "reason"))
    if statement.type == "answer.disputed":
        return ReceiptDisputed(
            of=about,
            codes=tuple(map(AnswerDisputeCode, codes)),
            items=_items(opened),
            text=_text(opened, "reason"),
        )
    if statement.type == "search.none":
        scope = _text(opened, "scope")
        return NonReceiptStated(
            as_of=statement.at,
            code=SearchResult(codes[0]),
            channels=(),
            scope=scope or "",
            checked=_count(statement, "checked"),
        )
    if statement.type == "withdrawn" and codes[0] in {one.value for one in WithdrawnHow}:
        return DemandWithdrawn(code=WithdrawnHow(codes[0]))
    return None


def _delivery(
    statement: Note, event: DeliveryEvent, codes: Iterable[str], about: EntryId | None
) -> Act | None:
    if about is None:
        return None
    channel, grade = statement.value("channel"), statement.value("grade")
    return DeliveryRecorded(
        of=about,
        event=event,
        code=next((DeliveryCode(code) for code in codes), None),
        channel=Channel(channel) if channel else None,
        grade=Grade(grade) if grade and event is DeliveryEvent.DELIVERED else None,
    )


def _count(statement: Note, label: str) -> int | None:
    """A figure that a statement bears, which its form has already been held to."""
    counts = dict(row.split(" ", 1) for row in statement.lines.get("count", ()))
    return int(counts[label]) if label in counts else None


def _text(opened: Mapping[str, Opening], label: str) -> str | None:
    held = opened.get(label)
    return held.value.decode("utf-8", "replace") if held is not None and held.value else None


def _items(opened: Mapping[str, Opening]) -> tuple[Label, ...]:
    import json

    text = _text(opened, "items")
    try:
        rows = json.loads(text) if text else []
    except ValueError:
        return ()
    return (
        tuple(Label(row) for row in rows if isinstance(row, str)) if isinstance(rows, list) else ()
    )

"""Entries of ours as messages for the other side: the statement, its receipt, what it may see.

Nothing is sent from here and nothing is recorded by taking a message out: the act that it
carries was recorded before. An opening, once given, cannot be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tecum.errors import UsageError
from tecum.exchange.message import SUFFIX, pack
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import from_base64
from tecum.ledger.errors import NotInLog
from tecum.ledger.statement import Statement as Note
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may_see_subjects, visible_entries
from tecum.web.intake import store
from tecum.web.intake.errors import FileGone
from tecum.web.intake.models import StoredFile
from tecum.web.ledger.log import open_log
from tecum.web.ledger.models import Statement, TheirStatement
from tecum.web.ledger.vault import openings_of
from tecum.worded import worded as _

__all__ = ["CARRIED", "Carried", "Offer", "message_for", "offers"]

CARRIED = frozenset(
    {
        "answer.acknowledged",
        "answer.delivered",
        "answer.disputed",
        "answer.prepared",
        "answer.submitted",
        "clock.set",
        "correction",
        "delivery.expired",
        "delivery.failed",
        "demand.acknowledged",
        "demand.delivered",
        "demand.prepared",
        "demand.refused",
        "demand.submitted",
        "extension.denied",
        "extension.granted",
        "extension.requested",
        "narrowed",
        "objection",
        "relay.failed",
        "search.none",
        "service.disputed",
        "withdrawn",
    }
)
"""Statements on which another body relies; the others stay between this office and its log."""

_AT_FIRST = frozenset({"addressee", "content", "due", "items", "manifest", "notice", "rule"})
_BY_CHOICE = frozenset({"reason", "scope"})
"""Words that a person wrote for this office: given only where somebody says so."""
_DOCUMENTS = frozenset({"content", "manifest"})
_SENDS = (
    "demand.prepared",
    "demand.submitted",
    "answer.submitted",
    "demand.refused",
    "objection",
)
"""What carries the documents that it commits to."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A document that goes along: what it is called, and its bytes."""

    title: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Offer:
    """What a message of one entry would show the other side.

    Attributes:
        opened: Labels that are opened unless somebody says otherwise.
        by_choice: Labels that are opened only where somebody says so.
        waits: Not under a head yet: the message would carry no receipt.
    """

    entry: str
    seq: int
    type: str
    file_name: str
    opened: tuple[str, ...]
    by_choice: tuple[str, ...]
    documents: tuple[str, ...]
    waits: bool


def offers(person: Person, docket_id: str) -> list[Offer]:
    """Every entry of a docket that can go to the other side as a message, oldest first."""
    entries = visible_entries(person).filter(docket_id=docket_id)
    rows = Statement.objects.filter(
        entry_id__in=entries.values("pk"), type__in=CARRIED
    ).select_related("logged")
    held = openings_of([row.entry_id for row in rows])
    found = []
    for row in rows.order_by("seq"):
        labels = held[row.entry_id].labels
        plain = [one for one in labels if one.partition(".")[0] in _AT_FIRST]
        found.append(
            Offer(
                row.entry_id,
                row.seq,
                row.type,
                f"{row.sha256[:16]}{SUFFIX}",
                tuple(sorted(plain)),
                tuple(sorted(_BY_CHOICE & labels.keys())),
                tuple(sorted(_documents(row.type, labels))),
                getattr(row, "logged", None) is None,
            )
        )
    return found


def message_for(
    person: Person, entry_id: str, labels: Iterable[str] | None = None
) -> tuple[str, bytes]:
    """The message of an entry, with head and receipt as they are now: its name and its bytes.

    Args:
        labels: What is opened; what :func:`offers` says where nothing is named.

    Raises:
        NotFound: no such entry, it is none that goes to the other side, or the person may not
            see what would be given away.
        FileGone: a document that belongs to it was erased.
    """
    entry = visible_entries(person).select_related("docket").filter(pk=entry_id).first()
    row = Statement.objects.filter(entry_id=entry_id, type__in=CARRIED).first()
    if entry is None or row is None or not may_see_subjects(person, entry.docket):
        raise NotFound
    held = openings_of([entry_id])[entry_id].labels
    wanted = _wanted(held, labels)
    openings = [held[label] for label in sorted(wanted)]
    statement = Note.parse(bytes(row.note))
    documents = list(_carried(entry.docket_id, row.type, wanted, held))
    log = open_log()
    try:
        receipt = log.prove(statement.hash, openings)
    except NotInLog:
        receipt = None
    raw = pack(
        statement.raw,
        checkpoint=log.newest(),
        openings=openings,
        payloads=[(one.title, one.data) for one in documents],
        in_reply_to=_answered(statement),
        receipt=receipt,
    )
    return f"{row.sha256[:16]}{SUFFIX}", raw


def _wanted(held: dict[str, Opening], labels: Iterable[str] | None) -> set[str]:
    first = {one for one in held if one.partition(".")[0] in _AT_FIRST}
    if labels is None:
        return first
    wanted = set(labels)
    strange = wanted - {one for one in held if one.partition(".")[0] in _AT_FIRST | _BY_CHOICE}
    if strange:
        raise UsageError(
            _(
                "This cannot be opened to the other side: {labels}.",
                labels=tuple(sorted(strange)),
            ),
            why=_("It was never there, was erased, or belongs to this office alone."),
            code="exchange.label",
        )
    return wanted


def _documents(kind: str, labels: Iterable[str]) -> set[str]:
    """The labels under which a message of this type carries documents."""
    if kind not in _SENDS:
        return set()
    return {one for one in labels if one.partition(".")[0] in _DOCUMENTS}


def _carried(
    docket_id: str, kind: str, wanted: set[str], held: dict[str, Opening]
) -> Iterator[Carried]:
    """Every document of a sending, each once; a package with all the files that it lists."""
    seen: set[bytes] = set()
    chosen = _documents(kind, wanted)
    waiting = [held[label].sha256 for label in sorted(chosen)]
    package = held["manifest"].sha256 if "manifest" in chosen else None
    while waiting:
        sha256 = waiting.pop(0)
        if sha256 in seen:
            continue
        seen.add(sha256)
        one = _stored(docket_id, sha256)
        yield one
        if sha256 == package:
            waiting += _listed(one.data)


def _listed(raw: bytes) -> Iterator[bytes]:
    """The SHA-256 of each file that a package's manifest lists; none where it is no manifest."""
    try:
        fields: Any = json.loads(raw.decode("utf-8"))
        rows = fields["files"]
        yield from [bytes.fromhex(row["sha256"]) for row in rows]
    except (ValueError, TypeError, KeyError, RecursionError):
        return


def _stored(docket_id: str, sha256: bytes) -> Carried:
    keyed = store.keyed_hash(sha256.hex())
    for file in StoredFile.objects.filter(keyed_hash=keyed, keys__docket_id=docket_id):
        return Carried(store.name_of(file, docket_id) or "", store.read_bytes(file, docket_id))
    raise FileGone


def _answered(statement: Note) -> str | None:
    """The message that this statement answers: the first of another office that it refers to."""
    refs = [from_base64(ref).hex() for ref in statement.lines.get("ref", ())]
    theirs = set(TheirStatement.objects.filter(sha256__in=refs).values_list("sha256", flat=True))
    return next((ref for ref in refs if ref in theirs), None)

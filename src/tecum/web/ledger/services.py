"""Put an entry in writing: seal what is personal, sign the one statement that it makes.

What another office states is referred to by the hash of its own note: in what we record of it,
in what we say about a document that came with it, and in every answer to its demand. Its words
are never repeated as a statement of ours.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import replace
from datetime import datetime

from django.conf import settings

from tecum.docket.entry import Entry, KnownBy
from tecum.docket.parts import Source
from tecum.docket.seal import FieldOpening, Sealed, act_bytes
from tecum.docket.state import State
from tecum.docket.statements import Made, statement_for
from tecum.docket.vocabulary import BasisKind, Erasure
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import to_base64
from tecum.ledger.signing import draft, sign
from tecum.ledger.statement import Statement as LedgerStatement
from tecum.ledger.statement import statement_hash
from tecum.web.ledger import vault
from tecum.web.ledger.log import open_log, signer_for
from tecum.web.ledger.models import Statement, TheirStatement
from tecum.web.ledger.vault import Scope

__all__ = ["file_scope", "keep_theirs", "state_in_writing", "thread_of"]

_KEEP = Scope(Erasure.KEEP)
_DOCKET = Scope(Erasure.SHRED_DOCKET)
_OF_THE_OFFICE = frozenset({"entry", "due", "rule", "findings", "packs", "items"})
"""Labels whose values hold no personal data by the declaration of their fields."""
_ABOUT_A_DEMAND = frozenset(
    {
        "answer.prepared",
        "answer.submitted",
        "clock.set",
        "demand.acknowledged",
        "demand.refused",
        "extension.denied",
        "extension.granted",
        "extension.requested",
        "objection",
        "service.disputed",
    }
)
"""What answers a demand, and so refers to the statement by which it was sent."""
_MOST_REFERENCES = 8


def state_in_writing(state: State, entry: Entry, sealed: Sealed, prev: str) -> str:
    """Seal an entry's openings and sign its statement; inside the act's transaction.

    Args:
        state: The docket with the entry applied.
        prev: The hash of the docket's last statement, empty for the first.

    Returns:
        The statement's hash.
    """
    made = _made(state, entry)
    labels = _openings(made, act_bytes(sealed.public["act"]))
    fields = {path: (_scope(entry, one), one) for path, one in sealed.openings.items()}
    vault.put(entry.id, entry.docket, fields, labels)
    log = open_log()
    head = log.head if made.type == "search.none" else None
    text = draft(
        made.type,
        log.key.hash,
        entry.recorded_at,
        docket=bytes.fromhex(entry.docket),
        seq=entry.seq,
        prev=bytes.fromhex(prev) if prev else None,
        ref=_references(made, entry),
        channel=made.channel.value if made.channel else None,
        grade=made.grade.value if made.grade else None,
        code=made.codes,
        on=made.on,
        head=[_head(head)] if head is not None else (),
        count=made.counts,
        commit={label: one.commitment for label, (_, one) in labels.items()},
    )
    note = sign(text, signer_for(entry.actor.role))
    name = statement_hash(note).hex()
    Statement.objects.create(
        sha256=name,
        docket_id=entry.docket,
        entry_id=entry.id,
        seq=entry.seq,
        type=made.type,
        note=note,
    )
    return name


def keep_theirs(statement: LedgerStatement, docket_id: str, entry_id: str, at: datetime) -> bool:
    """Keep another office's statement, verbatim; tells whether it is new here."""
    _, is_new = TheirStatement.objects.get_or_create(
        sha256=statement.hash.hex(),
        defaults={
            "docket_id": docket_id,
            "entry_id": entry_id,
            "office": statement.first.name.partition("/")[0],
            "type": statement.type,
            "thread": thread_of(statement),
            "note": statement.raw,
            "taken_at": at,
        },
    )
    return is_new


def thread_of(statement: LedgerStatement) -> str:
    """A name for another office's docket in its log."""
    docket = (statement.docket or "").encode()
    return hashlib.sha256(b"thread\n" + statement.log + docket).hexdigest()


def file_scope(sha256: str) -> Scope:
    """What is erased together with a file: named by a keyed hash, never by the file's own."""
    keyed = hmac.new(settings.HOME.secret("index"), sha256.encode(), "sha256").hexdigest()
    return Scope(Erasure.SHRED_FILE, keyed)


def _made(state: State, entry: Entry) -> Made:
    """What an entry states; with every further document that came in the same message."""
    if entry.known_by is KnownBy.THEIR_STATEMENT:
        return Made(type="entry.recorded", codes=(entry.act.slug,))
    made = statement_for(state, entry)
    more = {
        one.cite: one.document
        for one in _carried(entry)
        if one.cite is not None and isinstance(one.document, str)
    }
    return replace(made, files={**made.files, **more}) if more else made


def _carried(entry: Entry) -> list[Source]:
    """The sources of an entry that are statements of another office."""
    return [one for one in entry.basis if one.kind is BasisKind.STATEMENT and one.statement]


def _openings(made: Made, act: bytes) -> dict[str, tuple[Scope, Opening]]:
    salts = iter(lambda: secrets.token_bytes(32), b"")
    labels = {"entry": (_KEEP, Opening.of("entry", next(salts), act, keep=False))}
    for label, value in made.values.items():
        scope = _KEEP if label in _OF_THE_OFFICE else _DOCKET
        labels[label] = (scope, Opening.of(label, next(salts), value))
    for label, sha256 in made.files.items():
        opening = Opening(label, next(salts), bytes.fromhex(sha256))
        labels[label] = (file_scope(sha256), opening)
    return labels


def _scope(entry: Entry, opening: FieldOpening) -> Scope:
    """Which record of the vault an opening belongs to."""
    if opening.erasure is Erasure.SHRED_SUBJECT:
        return Scope(opening.erasure, opening.subject or "")
    if opening.erasure is not Erasure.SHRED_FILE:
        return Scope(opening.erasure)
    value = json.loads(opening.value)
    if isinstance(value, str) and len(value) == 64:
        return file_scope(value)
    named = getattr(entry.act, "sha256", None)
    return file_scope(named) if isinstance(named, str) else Scope(opening.erasure)


def _references(made: Made, entry: Entry) -> list[bytes]:
    wanted = [ref for ref in made.refs if ref != entry.id]
    rows = Statement.objects.filter(entry_id__in=wanted).values_list("sha256", flat=True)
    found = list(rows) if wanted else []
    theirs = TheirStatement.objects.filter(docket_id=entry.docket)
    came = [str(one.statement) for one in _carried(entry)]
    if wanted and made.type != "erased":
        came += theirs.filter(entry_id__in=wanted).values_list("sha256", flat=True)
    if made.type in _ABOUT_A_DEMAND:
        sent = theirs.filter(type="demand.submitted").order_by("taken_at")
        came += sent.values_list("sha256", flat=True)[:1]
    if came:
        found = list(dict.fromkeys([*came, *found]))[:_MOST_REFERENCES]
    return [bytes.fromhex(sha256) for sha256 in found]


def _head(head: Checkpoint) -> str:
    return f"{head.origin} {head.size} {to_base64(head.root)}"

"""Put an entry in writing: seal what is personal, sign the one statement that it makes."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterable

from django.conf import settings

from tecum.docket.entry import Entry, EntryId
from tecum.docket.seal import FieldOpening, Sealed, act_bytes
from tecum.docket.state import State
from tecum.docket.statements import Made, statement_for
from tecum.docket.vocabulary import Erasure
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.encodings import to_base64
from tecum.ledger.signing import draft, sign
from tecum.ledger.statement import statement_hash
from tecum.web.ledger import vault
from tecum.web.ledger.log import open_log, signer_for
from tecum.web.ledger.models import Statement
from tecum.web.ledger.vault import Scope

__all__ = ["file_scope", "state_in_writing"]

_KEEP = Scope(Erasure.KEEP)
_DOCKET = Scope(Erasure.SHRED_DOCKET)
_OF_THE_OFFICE = frozenset({"entry", "due", "rule", "findings", "packs", "items"})
"""Labels whose values hold no personal data by the declaration of their fields."""


def state_in_writing(state: State, entry: Entry, sealed: Sealed, prev: str) -> str:
    """Seal an entry's openings and sign its statement; inside the act's transaction.

    Args:
        state: The docket with the entry applied.
        prev: The hash of the docket's last statement, empty for the first.

    Returns:
        The statement's hash.
    """
    made = statement_for(state, entry)
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
        ref=_references(made.refs, entry),
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


def file_scope(sha256: str) -> Scope:
    """What is erased together with a file: named by a keyed hash, never by the file's own."""
    keyed = hmac.new(settings.HOME.secret("index"), sha256.encode(), "sha256").hexdigest()
    return Scope(Erasure.SHRED_FILE, keyed)


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


def _references(refs: Iterable[EntryId], entry: Entry) -> list[bytes]:
    wanted = [ref for ref in refs if ref != entry.id]
    rows = Statement.objects.filter(entry_id__in=wanted).values_list("sha256", flat=True)
    return [bytes.fromhex(sha256) for sha256 in rows]


def _head(head: Checkpoint) -> str:
    return f"{head.origin} {head.size} {to_base64(head.root)}"

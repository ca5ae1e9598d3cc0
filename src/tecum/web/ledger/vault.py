"""Sealed values in the database: what opens an entry, and what opens its statement.

A record is the smallest thing erased together: the openings of one entry that belong to one
docket, one subject or one file. Its key is a row of its own; deleting the row erases it.

    sealed = nonce[12] AES-256-GCM(key, body, "tecum.vault/1" LF record[16] 0x00)

Authority: LEDGER 16.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)
from django.conf import settings
from django.db.models import QuerySet

from tecum.docket.seal import FieldOpening
from tecum.docket.vocabulary import Erasure, Personal
from tecum.errors import DataUnusable
from tecum.ledger.commitment import Opening
from tecum.ledger.handing import opening_json
from tecum.web.ledger.models import VaultKey, VaultRecord
from tecum.worded import worded as _

__all__ = ["Opened", "Scope", "destroy", "openings_of", "put", "records"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is erased together: how, and of whom or which file."""

    erasure: Erasure
    name: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opens an entry's fields, by path, and its statement's commitments, by label."""

    fields: Mapping[str, FieldOpening]
    labels: Mapping[str, Opening]


def put(
    entry_id: str,
    docket_id: str,
    fields: Mapping[str, tuple[Scope, FieldOpening]],
    labels: Mapping[str, tuple[Scope, Opening]],
) -> None:
    """Seal what opens an entry; inside the act's transaction."""
    bodies: dict[Scope, dict[str, Any]] = defaultdict(lambda: {"fields": {}, "labels": {}})
    for path, (scope, field) in fields.items():
        bodies[scope]["fields"][path] = _field_to_json(field)
    for label, (scope, opening) in labels.items():
        bodies[scope]["labels"][label] = opening_json(opening)
    office_key = settings.HOME.secret("office")
    records, keys = [], []
    for scope, body in bodies.items():
        record, key, nonce = (secrets.token_bytes(n) for n in (16, 32, 12))
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        records.append(
            VaultRecord(
                id=record.hex(),
                docket_id=docket_id,
                entry_id=entry_id,
                shred=scope.erasure.value,
                scope=scope.name,
                sealed=nonce + AESGCM(key).encrypt(nonce, text, _aad(record)),
            )
        )
        keys.append(VaultKey(record_id=record.hex(), wrapped=aes_key_wrap(office_key, key)))
    VaultRecord.objects.bulk_create(records)
    VaultKey.objects.bulk_create(keys)


def records(
    docket_id: str, scope: Scope | None = None, *, among: Iterable[str] | None = None
) -> QuerySet[VaultRecord]:
    """The records of a docket that an erasure may reach.

    Args:
        scope: What is erased together; None means all that is not kept for ever.
        among: Only those of these entries.
    """
    found = VaultRecord.objects.filter(docket_id=docket_id).exclude(shred=Erasure.KEEP.value)
    if scope is not None:
        found = found.filter(shred=scope.erasure.value, scope=scope.name)
    return found if among is None else found.filter(entry_id__in=among)


def destroy(found: QuerySet[VaultRecord]) -> None:
    """Destroy keys, and the sealed bytes with them: nothing opens these values again."""
    VaultKey.objects.filter(record__in=found).delete()
    found.delete()


def openings_of(entry_ids: Iterable[str]) -> dict[str, Opened]:
    """What still opens these entries; of an erased value there is nothing.

    Raises:
        DataUnusable: a sealed value is damaged, or sealed with another office key.
    """
    office_key = settings.HOME.secret("office")
    found: dict[str, Opened] = {entry: Opened({}, {}) for entry in entry_ids}
    records = VaultRecord.objects.filter(entry_id__in=list(found), key__isnull=False)
    for record in records.select_related("key"):
        body = _open(record, office_key)
        opened = found[record.entry_id]
        found[record.entry_id] = Opened(
            {**opened.fields, **{p: _field_from_json(v) for p, v in body["fields"].items()}},
            {**opened.labels, **{k: Opening.read(v) for k, v in body["labels"].items()}},
        )
    return found


def _open(record: VaultRecord, office_key: bytes) -> dict[str, Any]:
    sealed = bytes(record.sealed)
    try:
        key = aes_key_unwrap(office_key, bytes(record.key.wrapped))
        text = AESGCM(key).decrypt(sealed[:12], sealed[12:], _aad(bytes.fromhex(record.id)))
    except (InvalidTag, InvalidUnwrap):
        raise DataUnusable(
            _("A sealed value cannot be opened."),
            why=_("It is damaged, or was sealed with another office key."),
            do=_("Restore the keys and the database of the same day."),
            code="vault.damaged",
        ) from None
    body: dict[str, Any] = json.loads(text)
    return body


def _aad(record: bytes) -> bytes:
    return b"tecum.vault/1\n" + record + b"\x00"


def _field_to_json(field: FieldOpening) -> dict[str, str | None]:
    return {
        "salt": field.salt.hex(),
        "value": field.value.decode(),
        "personal": field.personal.value,
        "erasure": field.erasure.value,
        "subject": field.subject,
    }


def _field_from_json(stored: Mapping[str, Any]) -> FieldOpening:
    return FieldOpening(
        bytes.fromhex(stored["salt"]),
        stored["value"].encode(),
        Personal(stored["personal"]),
        Erasure(stored["erasure"]),
        stored["subject"],
    )

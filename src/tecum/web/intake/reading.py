"""The reader's job: open the stored file in a limited child, read it, record what was read."""

from __future__ import annotations

import hashlib
import io
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db import transaction

import tecum
from tecum.clock import now
from tecum.docket.acts import DocumentRead, DocumentReceived
from tecum.docket.acts.arrival import SenderStanding
from tecum.docket.entry import EntryId, KnownBy
from tecum.errors import UsageError
from tecum.provenance import Sha256
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.web.accounts.selectors import profile
from tecum.web.docket.desk import desk
from tecum.web.docket.record import How, record
from tecum.web.docket.selectors import state_for
from tecum.web.intake import store
from tecum.web.intake.fields import fields_of, paths_to_confirm
from tecum.web.intake.models import ReadingMade, StoredFile
from tecum.words import Conduct, IntakeOutcome, IssuerClass, Kind

__all__ = ["read_arrival"]

READER = f"tecum {tecum.__version__}"
_PRIVATE = (IssuerClass.ATTORNEY.value, IssuerClass.PRIVATE_PARTY.value)


def read_arrival(docket_id: str, arrival: str) -> None:
    """Read an arrival's file and record that it was read; done again, it changes nothing."""
    state = state_for(docket_id)
    received = state.entries[EntryId(arrival)].act if state is not None else None
    if not isinstance(received, DocumentReceived):
        raise UsageError("The job names no arrival.", code="jobs.arrival")
    file = StoredFile.objects.get(name=received.file)
    if ReadingMade.objects.filter(docket_id=docket_id, document=file, reader=READER).exists():
        return
    content = store.read_bytes(file, docket_id)
    opened = open_document(content, store.name_of(file, docket_id))
    made = read(opened, desk().catalogue, profile())
    reading = made.to_json()
    # Kept beside the Reading for the page view: the stored text that its spans index.
    reading["texts"] = {str(page.n): page.text for page in made.pages}
    reading["reason"] = opened.reason
    stored = json.dumps(reading, ensure_ascii=False, sort_keys=True).encode()
    laid = store.lay_down(io.BytesIO(stored))
    act = _act(arrival, reading, hashlib.sha256(stored).hexdigest())
    version = hashlib.sha256(READER.encode()).hexdigest()[:8]
    how = How(known_by=KnownBy.OWN_SYSTEM, key=f"read-{arrival}-{version}")
    with transaction.atomic():
        sealed, _ = store.enter(laid, docket_id, is_document=False)
        ReadingMade.objects.create(
            docket_id=docket_id,
            document=file,
            reader=READER,
            reading=sealed,
            summary=_summary(reading),
            made_at=now(),
        )
        record(None, docket_id, act, how)


def _act(arrival: str, reading: Mapping[str, Any], sha256: str) -> DocumentRead:
    fields = fields_of(reading)
    bands = Counter(field.band for field in fields)
    to_confirm = paths_to_confirm(reading)
    paths = [field.path for field in fields if field.value is not None or field.path in to_confirm]
    sender = reading.get("sender") or {}
    standing = sender.get("standing")
    return DocumentRead(
        arrival=EntryId(arrival),
        reading_sha256=Sha256(sha256),
        reader_version=READER,
        outcome=IntakeOutcome(reading["outcome"]),
        conduct=_word(Conduct, reading["conduct"]["value"]),
        kind=_word(Kind, reading["kind"]["value"]),
        fields=tuple(dict.fromkeys([*paths, *to_confirm])),
        confirm=to_confirm,
        certain=bands["certain"],
        likely=bands["likely"],
        unsure=bands["unsure"],
        sender_standing=_word(SenderStanding, standing),
        documents_found=1 + len(reading["others"]),
    )


def _summary(reading: Mapping[str, Any]) -> dict[str, Any]:
    """What lists show: codes, counts, dates, institutions; no person, no text."""
    issuer_class = reading["issuer_class"]["value"]
    issuer = reading["issuer"]["value"] if issuer_class not in _PRIVATE else None
    due = [
        {
            "form": row["form"],
            "date": row["date"]["value"],
            "amount": row["amount"]["value"],
            "unit": row["unit"],
            "trigger": row["trigger"],
            "for": row["for"],
        }
        for row in reading["due"]
    ]
    return {
        "outcome": reading["outcome"],
        "reason": reading["reason"],
        "conduct": reading["conduct"]["value"],
        "kind": reading["kind"]["value"],
        "form": reading["form"]["value"],
        "issuer": issuer,
        "issuer_class": issuer_class,
        "judicial": reading["judicial"]["value"],
        "issued_on": reading["issued_on"]["value"],
        "due": due,
        "items": len(reading["items"]),
        "subjects": len(reading["subjects"]),
        "documents": 1 + len(reading["others"]),
        "pages": len(reading["source"]["pages"]),
        "confirm": len(paths_to_confirm(reading)),
        "warnings": list(reading["warnings"]),
    }


def _word(kind: Any, text: Any) -> Any:
    return kind(text) if text in set(kind) else None

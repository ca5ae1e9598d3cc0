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
from tecum.docket.state.model import FieldState
from tecum.errors import UsageError
from tecum.provenance import Sha256
from tecum.reading.errors import CannotRender
from tecum.reading.failed import FailedRedaction
from tecum.reading.files.sniff import PDF
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.reread import in_place, reread
from tecum.reading.text.layout import Layer, Opened
from tecum.reading.working_copy import burned_copy
from tecum.web.accounts.selectors import profile
from tecum.web.docket.desk import desk
from tecum.web.docket.record import How, record
from tecum.web.docket.selectors import state_for
from tecum.web.intake import passwords, store
from tecum.web.intake.alike import enter_print, print_of_opened
from tecum.web.intake.correspondence import enter_mail, known_to
from tecum.web.intake.fields import fields_of, paths_to_confirm
from tecum.web.intake.models import ReadingMade, StoredFile
from tecum.web.intake.selectors import reading_json
from tecum.words import Conduct, IntakeOutcome, IssuerClass, Kind

__all__ = ["read_arrival"]

READER = f"tecum {tecum.__version__}"
_MOST_HIDDEN = 500
_PRIVATE = (IssuerClass.ATTORNEY.value, IssuerClass.PRIVATE_PARTY.value)


def read_arrival(docket_id: str, arrival: str) -> None:
    """Read an arrival's file and record that it was read; done again, it changes nothing."""
    state = state_for(docket_id)
    received = state.entries[EntryId(arrival)].act if state is not None else None
    if not isinstance(received, DocumentReceived):
        raise UsageError("The job names no arrival.", code="jobs.arrival")
    file = StoredFile.objects.get(name=received.file)
    by_this = ReadingMade.objects.filter(docket_id=docket_id, document=file, reader=READER)
    before = by_this.order_by("-turn").first()
    password = passwords.take(docket_id, arrival)
    if before is not None and password is None:
        return
    content = store.read_bytes(file, docket_id)
    opened = open_document(content, store.name_of(file, docket_id), password=password)
    locked = passwords.locked_parts(opened)
    if before is not None and locked >= before.summary.get("locked", 1):
        passwords.say_refused(docket_id, arrival)
        return
    turn = before.turn + 1 if before is not None else 1
    likeness = print_of_opened(opened, content)
    made = read(opened, desk().catalogue, profile(), known_to(docket_id))
    reading = made.to_json()
    # Kept beside the Reading for the page view: the stored text that its spans index.
    reading["texts"] = {str(page.n): page.text for page in made.pages}
    reading["reason"] = opened.reason
    reading["hidden"] = _hidden_lines(opened)
    reading["print"] = likeness.to_json()
    reading, changed = _beside_the_older(docket_id, arrival, reading)
    stored = json.dumps(reading, ensure_ascii=False, sort_keys=True).encode()
    laid = store.lay_down(io.BytesIO(stored))
    pictures = _pictures(content, opened, reading, password)
    summary = {**_summary(reading), "changed": changed, "locked": locked}
    act = _act(arrival, reading, hashlib.sha256(stored).hexdigest())
    version = hashlib.sha256(READER.encode()).hexdigest()[:8]
    key = f"read-{arrival}-{version}" + (f"-{turn}" if turn > 1 else "")
    how = How(known_by=KnownBy.OWN_SYSTEM, key=key)
    with transaction.atomic():
        sealed, _ = store.enter(laid, docket_id, is_document=False)
        made_row = ReadingMade.objects.create(
            docket_id=docket_id,
            document=file,
            reader=READER,
            reading=sealed,
            summary=summary,
            made_at=now(),
            turn=turn,
            pictures=store.enter(pictures, docket_id, is_document=False)[0] if pictures else None,
        )
        enter_print(made_row, likeness)
        enter_mail(docket_id, opened, reading)
        record(None, docket_id, act, how)


def _pictures(
    content: bytes, opened: Opened, reading: Mapping[str, Any], password: str | None
) -> store.Laid | None:
    """The pages as pictures of a document that opens only with the password just given."""
    locked_pdf = opened.media_type == PDF and reading["source"]["pages"]
    if password is None or not locked_pdf:
        return None
    try:
        copy = burned_copy(
            content, FailedRedaction.from_json(reading["failed_redaction"]), password=password
        )
    except CannotRender:
        return None
    return store.lay_down(io.BytesIO(copy))


def _hidden_lines(opened: Opened) -> list[dict[str, Any]]:
    """Text that a reader of the file does not see; never a value, shown on request."""
    return [
        {"page": line.page, "text": line.text}
        for part in opened.parts
        if part.text is not None
        for line in part.text.lines
        if line.layer is Layer.HIDDEN and line.text.strip()
    ][:_MOST_HIDDEN]


def _beside_the_older(
    docket_id: str, arrival: str, reading: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """The reading with its rows where an older reader's had them, and what a person must see."""
    state = state_for(docket_id)
    held = state.arrivals[EntryId(arrival)] if state is not None else None
    if state is None or held is None or not held.readings:
        return reading, []
    last = state.readings[held.readings[-1]]
    older = reading_json(docket_id, state, last)
    if older is None or older["outcome"] == IntakeOutcome.PASSWORD_NEEDED:
        return reading, []
    settled = [path for path, step in last.fields.items() if step is not FieldState.READ]
    placed = in_place(older, reading, settled)
    before = {field.path: field.value for field in fields_of(older)}
    now_ = {field.path: field.value for field in fields_of(placed)}
    return placed, list(reread(before, now_, {}).asks)


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
        failed_redactions=(reading["failed_redaction"] or {}).get("letters", 0),
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
        "failed_redaction": (reading["failed_redaction"] or {}).get("letters", 0),
    }


def _word(kind: Any, text: Any) -> Any:
    return kind(text) if text in set(kind) else None

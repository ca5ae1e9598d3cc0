"""Readings as JSON in the shape that CONTRACTS fixes (``tecum.reading/1``)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tecum.reading.result import DuePhrase, Reading, ReadItem

__all__ = ["to_json"]


def to_json(reading: Reading) -> dict[str, Any]:
    """The whole Reading, read values with their spans, the principal document first."""
    r = reading
    return {
        "schema": "tecum.reading/1",
        "outcome": r.outcome.value,
        "source": {
            "sha256": r.source.sha256,
            "media_type": r.source.media_type,
            "bytes": r.source.bytes,
            "pages": [
                {
                    "n": page.n,
                    "width": page.width,
                    "height": page.height,
                    "rotation": page.rotation,
                    "text_from": page.text_from.value,
                    "engine": page.engine,
                    "dpi": page.dpi,
                    "prep": list(page.prep),
                    "text_sha256": page.text_sha256,
                }
                for page in r.pages
            ],
        },
        "role": r.role,
        "pages": list(r.document_pages),
        "conduct": r.conduct.to_json(),
        "kind": r.kind.to_json(),
        "instrument": r.instrument,
        "form": r.form.to_json(),
        "edition": r.edition,
        "force": r.force.value if r.force else None,
        "issuer": r.issuer.to_json(),
        "issuer_class": r.issuer_class.to_json(),
        "signatory": {
            "name": r.signatory.name.to_json(),
            "title": r.signatory.title.to_json(),
            "role": r.signatory.role.to_json(),
            "signed": r.signatory.signed,
            "mark": r.signatory.mark,
            "judge_kind": r.signatory.judge_kind.value if r.signatory.judge_kind else None,
        },
        "judicial": r.judicial.to_json(),
        "recipient": r.recipient.to_json(),
        "matter_numbers": [value.to_json() for value in r.matter_numbers],
        "issued_on": r.issued_on.to_json(),
        "served_on": r.served_on.to_json(),
        "service_method": r.service_method.to_json(),
        "due": [_due(phrase) for phrase in r.due],
        "place_or_manner": r.place_or_manner.to_json(),
        "authorities": [
            {
                "cite": cite.cite.to_json(),
                "id": cite.id,
                "now": cite.now,
                "unresolved": cite.unresolved,
            }
            for cite in r.authorities
        ],
        "items": [_item(item) for item in r.items],
        "items_band": r.items_band,
        "definitions": [span.to_json() for span in r.definitions],
        "instructions": [span.to_json() for span in r.instructions],
        "subjects": [
            {"name": s.name.to_json(), "identifiers": [i.to_json() for i in s.identifiers]}
            for s in r.subjects
        ],
        "checkboxes": [
            {
                "label": box.label.to_json(),
                "state": box.state.value if box.state else None,
                "id": box.id,
            }
            for box in r.checkboxes
        ],
        "consequences": [value.to_json() for value in r.consequences],
        "nondisclosure": r.nondisclosure.to_json(),
        "encloses": [dict(row) for row in r.encloses],
        "missing_enclosures": list(r.missing_enclosures),
        "threatens": list(r.threatens),
        "hidden_text": dict(r.hidden_text) if r.hidden_text is not None else None,
        "looks_like": [dict(row) for row in r.looks_like],
        "arrivals": [dict(row) for row in r.arrivals],
        "template": dict(r.template) if r.template is not None else None,
        "failed_redaction": r.failed_redaction.to_json() if r.failed_redaction else None,
        "ink_here": [dict(row) for row in r.ink_here],
        "signatures": [dict(row) for row in r.signatures],
        "after_signature": [
            {**row, "spans": [span.to_json() for span in row["spans"]]} for row in r.after_signature
        ],
        "also": [dict(row) for row in r.also],
        "sender": dict(r.sender) if r.sender is not None else None,
        "direction": dict(r.direction) if r.direction is not None else None,
        "others": [to_json(other) for other in r.others],
        "confirm": list(r.confirm),
        "warnings": list(r.warnings),
        "reader": dict(r.reader),
    }


def _value(phrase: DuePhrase, value: object) -> dict[str, Any]:
    band = phrase.value_band or phrase.band
    return {
        "value": value if band != "conflict" else None,
        "band": band if value is not None else "absent",
        "spans": [span.to_json() for span in phrase.spans] if value is not None else [],
        "rule": phrase.rule,
        "signals": dict(phrase.signals),
    }


def _due(phrase: DuePhrase) -> dict[str, Any]:
    return {
        "form": phrase.form.value,
        "for": phrase.due_for.value,
        "owed_by": phrase.owed_by.value,
        "date": _value(phrase, phrase.date),
        "time": _value(phrase, phrase.time),
        "tz": phrase.tz,
        "amount": _value(phrase, phrase.amount),
        "unit": phrase.unit,
        "counting": phrase.counting,
        "direction": phrase.direction,
        "trigger": phrase.trigger,
        "trigger_text": phrase.trigger_text,
        "qualifier": phrase.qualifier,
        "combine": phrase.combine,
        "band": phrase.band,
        "rule": phrase.rule,
        "signals": dict(phrase.signals),
        "conflicts": [dict(row) for row in phrase.conflicts],
        "spans": [span.to_json() for span in phrase.spans],
    }


def _item(item: ReadItem) -> dict[str, Any]:
    return {
        "label": item.label,
        "text": item.text.to_json(),
        "category": item.category.value,
        "also": [word.value for word in item.also],
        "lead_in": list(item.lead_in),
        "period": None if item.period is None else [_day(end) for end in item.period],
        "refers_to": list(item.refers_to),
        "periods_differ": [
            {"of": row["of"], "period": [_day(end) for end in row["period"]]}
            for row in item.periods_differ
        ],
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None

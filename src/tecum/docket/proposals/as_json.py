"""Proposals as plain values: ``tecum.proposals/1``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tecum.docket.acts.chronology import ClaimValue
from tecum.docket.proposals.model import Proposal, Published
from tecum.docket.when import When

__all__ = ["SCHEMA", "to_json"]

SCHEMA = "tecum.proposals/1"


def to_json(
    file: str, text_sha256: str, published: Published, found: Iterable[Proposal]
) -> dict[str, Any]:
    """A document's proposals in text order; what is unknown is null."""
    return {
        "schema": SCHEMA,
        "file": file,
        "text_sha256": text_sha256,
        "outlet": published.outlet,
        "published": _day(published.on),
        "issuer": published.issuer,
        "proposals": [_proposal(row) for row in found],
    }


def _proposal(row: Proposal) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind.value,
        "apart": row.apart.value if row.apart else None,
        "by": row.asserter.by,
        "listed": row.asserter.is_listed,
        "speaking_for": row.asserter.speaking_for,
        "via": row.asserter.via,
        "distance": row.distance.value,
        "stance": row.stance.value,
        "band": row.band.value,
        "rules": list(row.rules),
        "signals": dict(row.signals),
        "asserted": _when(row.asserted) if row.asserted else None,
        "spans": [span.to_json() for span in row.spans],
        "slots": [
            {
                "slot": slot.slot.value,
                **_value(slot.value),
                "spans": [span.to_json() for span in slot.spans],
            }
            for slot in row.slots
        ],
        "known": list(row.known),
        "same_as": list(row.same_as),
    }


def _value(value: ClaimValue) -> dict[str, Any]:
    found: dict[str, Any] = {
        "happened": value.happened.value if value.happened else None,
        "when": _when(value.when) if value.when else None,
        "low": value.low,
        "high": value.high,
        "of": value.of,
        "unit": value.unit,
        "party": value.party,
        "words": value.words,
    }
    return {name: held for name, held in found.items() if held is not None}


def _when(when: When) -> dict[str, Any]:
    return {
        "kind": when.kind.value,
        "precision": when.precision.value,
        "value": _day(when.value),
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "words": when.words,
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None

"""The record of findings (``tecum.findings/1``): running it again gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from tecum import __version__
from tecum.law.facts import Facts, value_to_json
from tecum.law.finding import Finding
from tecum.law.pack import Packs
from tecum.law.vocabulary import VOCABULARY

__all__ = ["canonical_bytes", "record_of"]


def record_of(
    findings: Iterable[Finding], packs: Packs, facts: Facts, on: date, known_on: date
) -> dict[str, Any]:
    """Findings with everything that they rest on: packs, facts, dates (LAW section 9)."""
    return {
        "schema": "tecum.findings/1",
        "engine": f"tecum {__version__}",
        "vocabulary": VOCABULARY,
        "packs": packs.to_json(),
        "judged_at": {"act": on.isoformat()},
        "known_on": known_on.isoformat(),
        "facts": [
            {
                "name": name,
                "value": value_to_json(given.value),
                "source": given.source,
                "from": given.since.isoformat() if given.since else None,
                "recorded_at": given.recorded_on.isoformat() if given.recorded_on else None,
            }
            for name, values in sorted(facts.given.items())
            for given in values
        ],
        "findings": [finding.to_json() for finding in findings],
    }


def canonical_bytes(record: dict[str, Any]) -> bytes:
    """Sorted keys, no insignificant space, UTF-8."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

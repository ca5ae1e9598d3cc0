"""The worked situations: which packs, which facts, what must come out."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tecum.law import Finding, Packs, decide, facts_from, load_packs
from tecum.office import Office

WORKED = Path(__file__).resolve().parents[2] / "packs" / "worked"
COMMON: dict[str, dict[str, Any]] = {
    "us-ca": {
        "recipient_class": "ca_law_enforcement",
        "requester_class": "immigration_authority",
    },
    "us-co-denver": {
        "recipient_class": "denver_agency",
        "requester_class": "immigration_authority",
        "instrument": "administrative_subpoena",
        "court_issued": False,
        "purpose": "unstated",
    },
}
_SAID: dict[str, Any] = {"yes": True, "no": False, "unknown": None}


class Situation(NamedTuple):
    """One row of ``situations.csv``."""

    id: str
    packs: str
    action: str
    on: date
    known_on: date
    facts: dict[str, Any]
    expect: str


def situations() -> list[Situation]:
    """All rows, with the facts common to their pack."""
    found = []
    with (WORKED / "situations.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            facts = dict(COMMON[row["packs"]])
            for part in row["facts"].split():
                name, _, value = part.partition("=")
                facts[name] = _SAID.get(value, value)
            days = date.fromisoformat(row["on"]), date.fromisoformat(row["known_on"])
            found.append(
                Situation(row["id"], row["packs"], row["action"], *days, facts, row["expect"])
            )
    return found


def worked(name: str) -> Packs:
    """The worked packs."""
    return load_packs([name], [WORKED])


def found(row: Situation, packs: Packs) -> Finding:
    """The finding of a row."""
    facts = facts_from({"facts": row.facts}, packs)
    return decide(packs, facts, row.action, on=row.on, known_on=row.known_on)


def said(finding: Finding) -> str:
    """``must_not``, or ``unknown:may|must_not``."""
    if finding.outcome == "unknown":
        return "unknown:" + "|".join(finding.possible)
    return finding.outcome.value


def decided(
    packs: Packs,
    action: str = "share_status",
    day: str = "2020-06-01",
    known: str | None = None,
    office: Office | None = None,
    **facts: Any,
) -> Finding:
    """A finding on facts given by name."""
    given = facts_from({"facts": facts}, packs)
    on, known_on = date.fromisoformat(day), date.fromisoformat(known or day)
    return decide(packs, given, action, on=on, known_on=known_on, office=office)

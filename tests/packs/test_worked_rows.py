"""The worked situations hold in the shipped packs too, which say more than the worked excerpts."""

from __future__ import annotations

import pytest

from tecum.law import Packs, decide, facts_from, load_packs
from tests.unit.law.situations import Situation, said, situations

BESIDE = {
    "share_release_date": {"charged_with_finding": False},
    "share_status": {},
    "transfer": {},
    "share_personal_information": {},
}
"""What the shipped packs ask beside the excerpts: § 7282.5(b) has a rule of its own there."""


@pytest.fixture(scope="module", params=["us-ca", "us-co-denver"])
def shipped(request: pytest.FixtureRequest) -> tuple[str, Packs]:
    name: str = request.param
    return name, load_packs([name, "us-federal"])


def outcome(packs: Packs, row: Situation) -> str:
    beside = BESIDE[row.action] if row.packs == "us-ca" else {}
    facts = facts_from({"facts": {**beside, **row.facts}}, packs)
    return said(decide(packs, facts, row.action, on=row.on, known_on=row.known_on))


def test_every_worked_row_of_a_pack_holds_in_the_shipped_one(shipped: tuple[str, Packs]) -> None:
    name, packs = shipped
    rows = [row for row in situations() if row.packs == name]
    assert len(rows) >= 8
    assert {row.id: outcome(packs, row) for row in rows} == {row.id: row.expect for row in rows}

"""The worked explanations, word for word; runs of spaces are alignment and count as one gap."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tecum.law import explain
from tests.unit.law.making import made, rule
from tests.unit.law.situations import decided, found, situations, worked

GOLDEN = Path(__file__).parent / "golden"


def _gaps(text: str) -> str:
    return re.sub(r"(?<=\S) {2,}", "  ", text)


@pytest.mark.parametrize("name", ["W1", "W5", "W9", "W15"])
def test_a_worked_explanation(name: str) -> None:
    row = next(row for row in situations() if row.id == name)
    packs = worked(row.packs)
    expected = (GOLDEN / f"{name}.txt").read_text("utf-8")
    assert _gaps(explain(found(row, packs), packs)) == _gaps(expected)


def test_the_columns_of_an_explanation_stand_under_each_other() -> None:
    row = next(row for row in situations() if row.id == "W1")
    packs = worked(row.packs)
    lines = explain(found(row, packs), packs).splitlines()
    heads = [line for line in lines if line.startswith("  may be live")]
    assert len({line.index("ca-728") for line in heads}) == 1
    assert lines[0].index("judged at") == 54


def test_rules_about_other_situations_are_only_counted() -> None:
    packs = made(
        (
            "state",
            "# x"
            + rule("r1", "must not: share_status", "instrument is detainer")
            + rule("r2", "may: share_status", "item_public"),
        )
    )
    text = explain(decided(packs, instrument="court_order", item_public=True), packs)
    assert "r1" not in text
    assert "1 rule is about other situations" in text


def test_a_finding_that_rests_on_an_unconfirmed_text_says_so() -> None:
    packs = made(("state", "# x" + rule("r1", "may: share_status", "", "confidence: unconfirmed")))
    finding = decided(packs)
    assert finding.rests_on_unconfirmed == ("r1",)
    assert "rests on what is not confirmed: r1" in explain(finding, packs)


def test_an_unreviewed_pack_is_called_so() -> None:
    packs = made(("state", "# x" + rule("r1", "may: share_status")))
    assert "(unreviewed example)" in explain(decided(packs), packs)

"""The worked situations hold, and so do their explanations."""

from __future__ import annotations

import pytest

from tests.unit.law.situations import Situation, found, said, situations, worked


@pytest.mark.parametrize("row", situations(), ids=lambda row: row.id)
def test_a_worked_situation_has_its_outcome(row: Situation) -> None:
    assert said(found(row, worked(row.packs))) == row.expect
